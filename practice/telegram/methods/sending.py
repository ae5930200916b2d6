"""What every sending method does once it has its content."""

from __future__ import annotations

from practice.telegram.errors import bad_request
from practice.telegram.jsontypes import Json
from practice.telegram.keyboards import checked_markup
from practice.telegram.methods.turn import Turn
from practice.telegram.model import Chat, Stored


def sent(turn: Turn, content: Json) -> Json:
    """Send one message with this content and return it as the Bot API shows it."""
    chat = turn.open_chat()
    markup = checked_markup(turn.get("reply_markup"))
    reply = replied(turn, chat)
    turn.bot.limits.spend(chat.id)
    return posted(turn, chat, content, markup, reply).raw


def posted(turn: Turn, chat: Chat, content: Json, markup: Json | None, reply: Stored | None) -> Stored:
    """Put a message of the bot into the chat; limits and rights were looked at before."""
    world = turn.world
    at = world.clock.now()
    raw: Json = {
        "message_id": chat.next_id(),
        "from": turn.bot.raw,
        "chat": chat.raw,
        "date": at // 1000,
    }
    if reply is not None:
        raw["reply_to_message"] = without_reply(reply.raw)
    raw |= content
    if turn.get("protect_content"):
        raw["has_protected_content"] = True
    if markup is not None:
        _attach(chat, raw, markup)
    locked = "forward_origin" in raw or (markup is not None and "reply_markup" not in raw)
    silent = bool(turn.get("disable_notification"))
    stored = chat.add(raw, at, from_bot=True, silent=silent, locked=locked)
    world.bot_changed(turn.bot, chat, "message", stored)
    return stored


def without_reply(raw: Json) -> Json:
    """A quoted message does not show what it replied to itself."""
    return {key: value for key, value in raw.items() if key != "reply_to_message"}


def _attach(chat: Chat, raw: Json, markup: Json) -> None:
    if "inline_keyboard" in markup:
        raw["reply_markup"] = markup
    elif "keyboard" in markup:
        chat.keyboard, chat.keyboard_from = markup, raw["message_id"]
    elif "remove_keyboard" in markup:
        chat.keyboard = chat.keyboard_from = None


def replied(turn: Turn, chat: Chat) -> Stored | None:
    """The message that is replied to, or a refusal."""
    wanted = turn.get("reply_parameters")
    if wanted is None:
        return None
    other = wanted.get("chat_id")
    if other is not None and other != chat.id:
        turn.world.problem("reply_parameters.chat_id names another chat: it would show who wrote there")
    stored = chat.messages.get(wanted["message_id"])
    if stored is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return stored
