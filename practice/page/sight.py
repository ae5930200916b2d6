"""What the page is told of a phone: JSON that the browser draws as it is."""

from __future__ import annotations

from practice.cast import Held
from practice.telegram import Message
from practice.telegram.jsontypes import Json
from practice.telegram.model import Stored


def whole(held: Held) -> Json:
    """Everything about a phone, for a page that has just opened or a phone that has its network back."""
    part = held.part
    visible = [seen(one) for one in held.phone.chat.messages.values() if not one.hidden]
    return {
        "id": held.id,
        "key": part.key,
        "role": part.role,
        "name": held.phone.name,
        "region": part.region,
        "messages": visible,
        **around(held),
    }


def around(held: Held) -> Json:
    """What a phone shows beside its messages."""
    phone, chat = held.phone, held.phone.chat
    return {
        "language": phone.user["language_code"],
        "keyboard": chat.keyboard,
        "pinned": list(chat.pinned),
        "rings": chat.rings,
        "blocked": chat.standing.blocked,
        "commands": phone.commands,
        "about": _about(held),
        "link": held.link,
        "locked": held.locked,
        "taken": held.taken,
        "offline": held.offline,
        "waiting": [one["shown"] for one in held.waiting],
        "notes": _notes(held),
    }


def seen(stored: Stored) -> Json:
    """One message."""
    return {"m": stored.raw, "bot": stored.from_bot, "silent": stored.silent, "at": stored.at}


def _notes(held: Held) -> list[Json]:
    """What stands on the lock screen. Deleting a message does not surely take its notification back: all are kept."""
    chat = held.phone.chat
    if not held.locked:
        return []
    until = held.offline_from if held.offline else len(chat.feed)
    new = [change for change in chat.feed[held.locked_from : until] if change.kind == "message"]
    return [
        {"text": Message(chat, one.stored).text, "media": Message(chat, one.stored).media,
         "silent": one.stored.silent, "at": one.stored.at, "gone": one.stored.id not in chat.messages}
        for one in new
    ]  # fmt: skip


def _about(held: Held) -> str:
    """What the bot says of itself before anybody has written, in this client's language."""
    texts = held.phone.bot.profile.descriptions
    return texts.get(held.phone.user["language_code"]) or texts.get("", "")
