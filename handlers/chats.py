"""Chats as such: a person blocks or unblocks the bot; groups are left at once."""

from telegram import ChatMember, Update
from telegram.error import TelegramError

from handlers.context import Context
from storage.store import Tx

_GONE = (ChatMember.BANNED, ChatMember.LEFT)


async def membership(update: Update, context: Context) -> None:
    """Note in a private chat whether anybody is there; leave any other."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type != "private":
        if change.new_chat_member.status not in _GONE:
            await leave(update, context)
        return
    there = change.new_chat_member.status not in _GONE
    await context.work(update, lambda tx: _note(tx, change.chat.id, there=there))


def _note(tx: Tx, chat: int, *, there: bool) -> None:
    who = tx.who(chat)
    person, member = tx.people.load(who), tx.staff.load(who)
    if person is not None:
        person.blocked = not there
        tx.people.save(person)
    if member is not None:
        member.reachable = there
        tx.staff.save(member)


async def leave(update: Update, _context: Context) -> None:
    """Leave a group or channel: nobody has access to anything by being in a chat."""
    chat = update.effective_chat
    if chat is None or chat.type == "private":
        return
    try:
        await chat.leave()
    except TelegramError:
        return
