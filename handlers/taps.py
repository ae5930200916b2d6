"""A tapped button: read in the unit that does what it says, answered with a pop-up that leaves nothing behind."""

from telegram import Update

from bot.domain.ids import CaseId, Chat
from bot.domain.people import Person
from bot.services.screen import person_of
from bot.views import callback
from bot.views.screen import HOME
from bot.views.texts import Texts
from handlers import coordinator_acts, lawyer_acts, person_acts
from handlers.context import Context, Popup
from handlers.touch import Touch
from storage.store import Tx

STAFF_ACTS = {**lawyer_acts.ACTS, **coordinator_acts.ACTS}


async def tapped(update: Update, context: Context) -> None:
    """Do what the button says, then answer the tap."""
    query = update.callback_query
    if query is None:
        return
    chat, data = query.from_user.id, query.data or ""
    number = query.message.message_id if query.message is not None else None

    def unit(tx: Tx) -> Popup | None:
        if number is not None and tx.messages.is_stray(tx.who(chat), number):
            tx.outbox.delete(Person(tx.who(chat), Chat(chat)), number)
        return tap(tx, chat, data, context.hotline.texts)

    await context.answer(update, await context.work(update, unit))


def tap(tx: Tx, chat: int, data: str, texts: Texts) -> Popup | None:
    """Do what a button means in this chat; an old, forged or foreign one does nothing and says so."""
    who = tx.who(chat)
    member = tx.staff.load(who)
    languages = tx.settings.hotline.languages
    found = callback.read(tx, who, data)
    if found is None:
        known = tx.people.load(who)
        lang = member.lang if member is not None else known.lang if known is not None else ""
        return Popup("tap-outdated", lang=lang or languages[0])
    act, *args = found.act
    case = None if found.subject == HOME else tx.cases.load(CaseId(found.subject))
    if member is not None and act in STAFF_ACTS:
        touch = lawyer_acts.StaffTouch(tx, member, case, tuple(args), texts, found.subject)
        return lawyer_acts.run(touch, STAFF_ACTS[act])
    if act not in person_acts.ACTS:
        return Popup("tap-outdated", lang=languages[0])
    if found.subject != HOME and case is None:
        return Popup("tap-outdated", lang=languages[0])
    return person_acts.run(Touch(tx, person_of(tx, chat), case, tuple(args)), act)
