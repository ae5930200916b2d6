"""getChat and what concerns groups."""

from __future__ import annotations

from typing import Any

from practice.telegram.errors import bad_request
from practice.telegram.jsontypes import Json
from practice.telegram.methods.turn import Turn
from practice.telegram.model import Chat

_FULL: Json = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False,
        "premium_subscription": False, "gifts_from_channels": False,
    },
}  # fmt: skip


def get_chat(turn: Turn) -> Any:
    """Everything about a chat."""
    chat = turn.chat()
    if not chat.is_private:
        chat = turn.open_chat()
    pinned = [chat.messages[one].raw for one in chat.pinned if one in chat.messages]
    return chat.raw | _FULL | ({"pinned_message": pinned[-1]} if pinned else {})


def _group(turn: Turn) -> Chat:
    chat = turn.open_chat()
    if chat.is_private:
        raise bad_request("method is available for supergroup and channel chats only")
    return chat


def leave_chat(turn: Turn) -> Any:
    """Leave a group."""
    chat = turn.chat()
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    turn.open_chat()
    before = chat.standing.bot_status
    chat.standing.bot_status = "left"
    payload = member_update(turn, chat, before, "left")
    turn.bot.updates.push("my_chat_member", payload, chat.id)
    turn.world.announce(turn.bot, chat, "left")
    return True


def member_update(turn: Turn, chat: Chat, before: str, after: str) -> Json:
    """A ChatMemberUpdated about the bot itself."""
    return {
        "chat": chat.raw,
        "from": turn.bot.raw,
        "date": turn.world.now_s(),
        "old_chat_member": {"status": before, "user": turn.bot.raw},
        "new_chat_member": {"status": after, "user": turn.bot.raw},
    }


def get_chat_member(turn: Turn) -> Any:
    """One member of a chat."""
    chat = turn.open_chat()
    user_id = turn.get("user_id")
    if user_id == turn.bot.id:
        return {"status": "member", "user": turn.bot.raw}
    if chat.is_private and user_id == chat.id:
        return {"status": "member", "user": turn.world.users[chat.id]}
    if user_id not in chat.members:
        raise bad_request("member not found")
    return {"status": "member", "user": chat.members[user_id]}


def get_chat_member_count(turn: Turn) -> Any:
    """How many are in the chat."""
    chat = turn.open_chat()
    return 2 if chat.is_private else len(chat.members) + 1


def get_chat_administrators(turn: Turn) -> Any:
    """Nobody in particular: groups here have no owner."""
    chat = _group(turn)
    if chat.standing.bot_status != "administrator":
        return []
    rights = {"can_be_edited": False, "status": "administrator", "user": turn.bot.raw}
    return [rights]


def set_message_reaction(turn: Turn) -> Any:
    """Put an emoji on a message."""
    chat = turn.open_chat()
    stored = turn.message(chat, "react")
    reaction = turn.get("reaction", [])
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    turn.world.announce(turn.bot, chat, "reaction", stored, reaction=reaction)
    return True


def get_user_profile_photos(turn: Turn) -> Any:
    """No one here shows a face."""
    if turn.get("user_id") not in turn.world.users:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}
