"""Remembers which messages people sent us, so that a chat can be emptied of both sides' messages."""

from telegram import Update

from bot.domain.ids import Chat
from storage.store import Tx


def remember_incoming(tx: Tx, update: Update) -> None:
    """Remember a private message that came in."""
    message = update.message
    if message is None or message.chat.type != "private":
        return
    who = tx.who(message.chat.id)
    keep = tx.settings.retention
    kept = keep.staff_messages if tx.staff.load(who) is not None else keep.person_messages
    tx.messages.remember(who, Chat(message.chat.id), message.message_id, keep=kept, came=True)
