"""What a person sends that is neither a button nor a command: kept, or kindly explained; nothing raises."""

from telegram import Message

from bot.domain.people import Person
from bot.domain.sos_words import MAYBE_AN_ANSWER, is_sos
from bot.domain.tongue import tongue_of
from bot.services import hear, held, sos
from bot.services.screen import go, person_of, show_below
from bot.views.texts import Texts
from handlers.content import cannot_be_kept, point_in, said_in
from storage.store import Tx


def words(tx: Tx, person: Person, message: Message, texts: Texts, judge: held.Judge) -> None:
    """Take in a message of any kind; a notice of Telegram's own is taken in silence."""
    text = message.text or ""
    said, point = said_in(message), point_in(message)
    if is_sos(text) and not (text.strip() == MAYBE_AN_ANSWER and hear.question_open(tx, person)):
        cry(tx, person, message, texts, judge, "words")
        return
    if point is not None:
        hear.point(tx, person, *point, message.message_id)
        person = person_of(tx, person.chat)
    if said is not None:  # beside a point: the name of a venue
        held.take_in(tx, person, said, message.message_id, judge, _guessed(tx, message))
    elif message.contact is not None:
        _explain(tx, person, "note-contact")
    elif cannot_be_kept(message):
        _explain(tx, person, "note-not-kept")
    elif point is None:
        return
    show_below(tx, person_of(tx, person.chat))


def cry(tx: Tx, person: Person, message: Message, texts: Texts, judge: held.Judge, how: str) -> None:
    """🆘 in words, by the reply key or as a command. Bare ones leave the screen, what else was said is kept."""
    sos.sos(tx, person.chat, "" if person.lang else _guessed(tx, message), how)
    person = person_of(tx, person.chat)
    more = _beside_the_cry(message.text or "", texts)
    if more:
        held.take_in(tx, person, {"text": more}, message.message_id, judge, "")
    else:
        tx.outbox.delete(person, message.message_id)
    show_below(tx, person)


def edited(tx: Tx, person: Person, message: Message, judge: held.Judge) -> None:
    """Take a correction in; a live location is corrected all the time."""
    point = point_in(message)
    if point is not None:
        hear.moved(tx, person, *point, message.message_id)
        return
    said = said_in(message)
    if said is not None:
        held.take_correction(tx, person, said, message.message_id, judge, _guessed(tx, message))


def _beside_the_cry(text: str, texts: Texts) -> str:
    """Return what a message says beside 🆘 itself, "" for a bare cry: a key's label, the command, or a plain word."""
    said = text.strip()
    if said in {texts(lang, "button-sos") for lang in texts.languages}:
        return ""
    if said.startswith("/"):
        return said.partition(" ")[2].strip()
    return said.removeprefix("🆘").strip() if said.startswith("🆘") else ""


def _explain(tx: Tx, person: Person, note: str) -> None:
    """Say above the page the person is on why something was not kept."""
    page = {name: value for name, value in person.page.items() if name not in {"name", "case", "note"}}
    go(tx, person, person.page.get("name", "first"), person.page.get("case"), **page, note=note)


def _guessed(tx: Tx, message: Message) -> str:
    """Return the offered language that a stranger seems to speak, "" where nothing tells."""
    telegram = (message.from_user.language_code or "")[:2] if message.from_user is not None else ""
    guessed = tongue_of(message.text or message.caption or "") or telegram
    return guessed if guessed in tx.settings.hotline.languages else ""
