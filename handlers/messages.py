"""Whatever else people send: staff's words, or a person's."""

from telegram import Message, Update

from bot.services.screen import person_of
from handlers import person_words, staff_words
from handlers.context import Context, Hotline
from storage.store import Tx


async def said(update: Update, context: Context) -> None:
    """Take a message in."""
    message = update.message
    if message is not None:
        await context.work(update, lambda tx: _said(tx, message, context.hotline))


async def edited(update: Update, context: Context) -> None:
    """Take a correction in."""
    message = update.edited_message
    if message is not None:
        await context.work(update, lambda tx: _edited(tx, message, context.hotline))


def _said(tx: Tx, message: Message, hotline: Hotline) -> None:
    member = tx.staff.load(tx.who(message.chat.id))
    if member is not None and member.active:
        staff_words.words(tx, member, message, hotline.texts)
        return
    person_words.words(tx, person_of(tx, message.chat.id), message, hotline.texts, hotline.triage)


def _edited(tx: Tx, message: Message, hotline: Hotline) -> None:
    member = tx.staff.load(tx.who(message.chat.id))
    if member is not None and member.active:
        staff_words.edited(tx, member, message)
        return
    person = tx.people.load(tx.who(message.chat.id))
    if person is not None:
        person_words.edited(tx, person, message, hotline.triage)
