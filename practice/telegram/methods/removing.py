"""Deleting and pinning."""

from __future__ import annotations

from typing import Any

from practice.telegram.errors import bad_request
from practice.telegram.methods.turn import Turn
from practice.telegram.model import Chat, Stored

DELETE_WITHIN_MS = 48 * 3600 * 1000
"""Older messages stay: "A message can only be deleted if it was sent less than 48 hours ago"."""

_DICE_AFTER_MS = 24 * 3600 * 1000
_TOO_OLD = "message can't be deleted for everyone"


def _refuse_old(turn: Turn, chat: Chat, stored: Stored) -> None:
    age = turn.world.clock.now() - stored.at
    if age >= DELETE_WITHIN_MS:
        raise bad_request(_TOO_OLD)
    if chat.is_private and "dice" in stored.raw and age < _DICE_AFTER_MS:
        raise bad_request("message can't be deleted")
    administrator = chat.standing.bot_status == "administrator"
    if not chat.is_private and not stored.from_bot and not administrator:
        raise bad_request("message can't be deleted")


def _delete(turn: Turn, chat: Chat, stored: Stored) -> None:
    chat.remove(stored.id)
    turn.world.bot_changed(turn.bot, chat, "delete", stored)


def delete_message(turn: Turn) -> Any:
    """Delete one message for both sides."""
    chat = turn.chat()
    stored = turn.message(chat, "delete")
    _refuse_old(turn, chat, stored)
    _delete(turn, chat, stored)
    return True


def delete_messages(turn: Turn) -> Any:
    """Delete up to a hundred; those that are gone already are skipped."""
    chat = turn.chat()
    wanted = turn.get("message_ids", [])
    if not 1 <= len(wanted) <= 100:
        raise bad_request(
            "too many message identifiers specified" if wanted else "message identifiers are not specified"
        )
    found = [chat.messages[one] for one in dict.fromkeys(wanted) if one in chat.messages]
    for stored in found:
        _refuse_old(turn, chat, stored)
    for stored in found:
        _delete(turn, chat, stored)
    return True


def pin_chat_message(turn: Turn) -> Any:
    """Pin a message."""
    chat = turn.open_chat()
    stored = turn.message(chat, "pin")
    if stored.id in chat.pinned:
        chat.pinned.remove(stored.id)
    chat.pinned.append(stored.id)
    turn.world.announce(turn.bot, chat, "pin", stored)
    return True


def unpin_chat_message(turn: Turn) -> Any:
    """Unpin a message, or the newest pinned one."""
    chat = turn.open_chat()
    message_id = turn.get("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    turn.world.announce(turn.bot, chat, "unpin")
    return True


def unpin_all_chat_messages(turn: Turn) -> Any:
    """Unpin everything."""
    chat = turn.open_chat()
    chat.pinned.clear()
    turn.world.announce(turn.bot, chat, "unpin")
    return True
