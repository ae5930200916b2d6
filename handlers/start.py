"""/start: the first screen, or what a link carries: a region, a source, an invitation."""

from telegram import Update

from bot.domain.links import Link, read_link
from bot.services.join import join
from bot.services.screen import KEY, go, person_of, show_below
from bot.services.staff_home import staff_home
from handlers.context import Context
from storage.store import Tx


async def start(update: Update, context: Context) -> None:
    """Show the first screen; a returning person gets the menu in their language."""
    message = update.message
    if message is None:
        return
    payload = (message.text or "").partition(" ")[2].strip()
    language = message.from_user.language_code if message.from_user is not None else None
    await context.work(update, lambda tx: _start(tx, message.chat.id, message.message_id, payload, language or ""))


def _start(tx: Tx, chat: int, number: int, payload: str, language: str) -> None:
    link = read_link(payload)
    if link.invitation and join(tx, chat, link.invitation, language, number):
        return
    member = tx.staff.load(tx.who(chat))
    if member is not None and member.state != "revoked":
        tx.outbox.delete(member, number)
        staff_home(tx, member)
        return
    first_screen(tx, chat, link)


def first_screen(tx: Tx, chat: int, link: Link | None = None) -> None:
    """Show the first screen to a stranger or to a hidden chat, the menu to anybody else."""
    person = person_of(tx, chat)
    if link is not None:
        if link.region in tx.settings.hotline.regions:
            person.region = link.region
        person.source = link.source or person.source
    known = bool(person.lang) and not person.hidden
    if not known:
        tx.outbox.show(person, KEY, "keys", silent=True)
    go(tx, person, "home" if known else "first")
    show_below(tx, person)
