"""Copying and forwarding."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from practice.telegram.errors import bad_request
from practice.telegram.jsontypes import Json
from practice.telegram.keyboards import checked_markup
from practice.telegram.methods.media import caption_of
from practice.telegram.methods.sending import posted, replied
from practice.telegram.methods.turn import Turn
from practice.telegram.model import Stored

CONTENT_KEYS = (
    "text", "entities", "link_preview_options", "caption", "caption_entities", "photo", "document",
    "voice", "video", "audio", "animation", "video_note", "sticker", "location", "venue", "contact",
    "dice", "poll", "live_photo", "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip
_CAPTIONED = frozenset({"photo", "document", "voice", "video", "audio", "animation", "live_photo"})


def _content(stored: Stored) -> Json:
    return {key: stored.raw[key] for key in CONTENT_KEYS if key in stored.raw}


def _recaptioned(turn: Turn, content: Json) -> Json:
    if "caption" not in turn.params or not _CAPTIONED & content.keys():
        return content
    bare = {key: value for key, value in content.items() if not key.startswith("caption")}
    return bare | caption_of(turn.params)


def copy_message(turn: Turn) -> Any:
    """Send the same content without saying where it is from."""
    source = turn.chat("from_chat_id")
    stored = turn.message(source, "copy")
    content = _recaptioned(turn, _content(stored))
    if not content:
        raise bad_request("message can't be copied")
    chat = turn.open_chat()
    markup = checked_markup(turn.get("reply_markup"))
    reply = replied(turn, chat)
    turn.bot.limits.spend(chat.id)
    return {"message_id": posted(turn, chat, content, markup, reply).id}


def forward_message(turn: Turn) -> Any:
    """Send the same content with its author's name."""
    source = turn.chat("from_chat_id")
    stored = turn.message(source, "forward")
    if stored.raw.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    chat = turn.open_chat()
    turn.bot.limits.spend(chat.id)
    return posted(turn, chat, _content(stored) | _origin(stored), None, None).raw


def _origin(stored: Stored) -> Json:
    author = stored.raw["from"]
    return {"forward_origin": {"type": "user", "sender_user": author, "date": stored.raw["date"]}}


def _many(turn: Turn, *, forwarded: bool) -> list[Json]:
    source = turn.chat("from_chat_id")
    wanted = turn.get("message_ids", [])
    if not 1 <= len(wanted) <= 100:
        raise bad_request("message identifiers are not specified")
    if any(after <= before for before, after in pairwise(wanted)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found = [source.messages[one] for one in wanted if one in source.messages]
    if not found:
        raise bad_request(f"there are no messages to {'forward' if forwarded else 'copy'}")
    chat = turn.open_chat()
    turn.bot.limits.spend(chat.id, len(found))
    return [
        {"message_id": posted(
            turn, chat, _content(one) | (_origin(one) if forwarded else {}), None, None).id}
        for one in found
    ]  # fmt: skip


def copy_messages(turn: Turn) -> Any:
    """Copy several; what cannot be found is skipped."""
    return _many(turn, forwarded=False)


def forward_messages(turn: Turn) -> Any:
    """Forward several; what cannot be found is skipped."""
    return _many(turn, forwarded=True)
