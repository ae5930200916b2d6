"""Changing messages that were sent."""

from __future__ import annotations

from typing import Any

from practice.telegram.errors import MESSAGE_NOT_MODIFIED, bad_request
from practice.telegram.jsontypes import Json
from practice.telegram.keyboards import checked_markup
from practice.telegram.methods.media import caption_of, content_of
from practice.telegram.methods.turn import Turn
from practice.telegram.model import Chat, Stored
from practice.telegram.text import message_text

_MEDIA = ("photo", "document", "video", "audio", "animation", "live_photo")
_CAPTIONED = (*_MEDIA, "voice")
_CONTENT = frozenset({
    "text", "entities", "link_preview_options", "caption", "caption_entities", "location",
    "show_caption_above_media", "has_media_spoiler", *_MEDIA,
})  # fmt: skip


def _own(turn: Turn) -> tuple[Chat, Stored]:
    if "inline_message_id" in turn.params:
        raise bad_request("message to edit not found")  # nothing here is sent inline
    chat = turn.chat()
    if not chat.is_private:
        chat = turn.open_chat()
    stored = turn.message(chat, "edit")
    if not stored.from_bot or stored.locked:
        raise bad_request("message can't be edited")
    return chat, stored


def _changed(turn: Turn, chat: Chat, stored: Stored, content: Json | None) -> Json:
    """Put new content (None: keep it) and the keyboard of this call into the message."""
    markup = checked_markup(turn.get("reply_markup"))
    drop = _CONTENT if content is not None else frozenset[str]()
    kept = {key: value for key, value in stored.raw.items() if key not in drop}
    kept.pop("reply_markup", None)
    raw = kept | (content or {})
    if markup is not None:
        raw["reply_markup"] = markup
    previous = {key: value for key, value in stored.raw.items() if key != "edit_date"}
    if {key: value for key, value in raw.items() if key != "edit_date"} == previous:
        raise bad_request(MESSAGE_NOT_MODIFIED)
    if not chat.is_private:
        turn.bot.limits.spend(chat.id)
    raw["edit_date"] = turn.world.now_s()
    turn.world.bot_changed(turn.bot, chat, "edit", chat.put(stored, raw))
    return raw


def edit_message_text(turn: Turn) -> Any:
    """New text; a keyboard that is not given again disappears."""
    chat, stored = _own(turn)
    if "text" not in stored.raw:
        raise bad_request("there is no text in the message to edit")
    text, entities = message_text(turn.get("text", ""), turn.get("parse_mode"), turn.get("entities"))
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if "link_preview_options" in turn.params:
        content["link_preview_options"] = turn.params["link_preview_options"]
    return _changed(turn, chat, stored, content)


def edit_message_caption(turn: Turn) -> Any:
    """New caption under a file."""
    chat, stored = _own(turn)
    media = {key: stored.raw[key] for key in _CAPTIONED if key in stored.raw}
    if not media:
        raise bad_request("there is no caption in the message to edit")
    media.pop("voice", None)  # not content an edit replaces: it stays by itself
    return _changed(turn, chat, stored, media | caption_of(turn.params))


def edit_message_media(turn: Turn) -> Any:
    """Another file in the same message."""
    chat, stored = _own(turn)
    media = turn.get("media", {})
    if "media" not in media:
        raise bad_request("there is no media in the request")
    return _changed(turn, chat, stored, content_of(turn, media["type"], media["media"], media))


def edit_message_reply_markup(turn: Turn) -> Any:
    """Another keyboard, or none."""
    chat, stored = _own(turn)
    return _changed(turn, chat, stored, None)


def edit_message_live_location(turn: Turn) -> Any:
    """Move a live location."""
    chat, stored = _own(turn)
    if "live_period" not in stored.raw.get("location", {}):
        raise bad_request("message can't be edited")
    keys = ("latitude", "longitude", "horizontal_accuracy", "heading", "live_period")
    moved = {key: turn.params[key] for key in keys if key in turn.params}
    return _changed(turn, chat, stored, {"location": stored.raw["location"] | moved})


def stop_message_live_location(turn: Turn) -> Any:
    """End a live location."""
    chat, stored = _own(turn)
    location = dict(stored.raw.get("location", {}))
    if location.pop("live_period", None) is None:
        raise bad_request("message can't be edited")
    return _changed(turn, chat, stored, {"location": location})


def stop_poll(turn: Turn) -> Any:
    """Close a poll of the bot."""
    chat, stored = _own(turn)
    poll = stored.raw.get("poll")
    if poll is None:
        raise bad_request("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    closed = poll | {"is_closed": True}
    changed = chat.put(stored, stored.raw | {"poll": closed})
    turn.world.bot_changed(turn.bot, chat, "edit", changed)
    return closed
