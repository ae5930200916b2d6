"""What a person sends that is neither a button nor a command: kept, or kindly explained; nothing raises."""

import re

from telegram import Message

from bot.domain.people import Person
from bot.domain.sos_words import is_sos
from bot.domain.tongue import tongue_of
from bot.services import hear, sos
from bot.services.screen import go, person_of, show_below
from handlers.content import cannot_be_kept, point_in, said_in
from handlers.start import first_screen
from storage.store import Tx

_UNKNOWN_COMMAND = re.compile(r"^/\w{1,32}(@\w+)?$", re.ASCII)


def words(tx: Tx, person: Person, message: Message) -> None:
    """Take in a message of any kind."""
    text = message.text or ""
    point = point_in(message)
    if is_sos(text) and not (len(text.strip()) == 1 and hear.question_open(tx, person)):
        cry(tx, person, message, "words")
    elif _UNKNOWN_COMMAND.match(text):
        first_screen(tx, person.chat)
    elif point is not None:
        _place(tx, person, message, point)
    elif message.contact is not None:
        _explain(tx, person, "note-contact")
    else:
        _say(tx, person, message)
    show_below(tx, person_of(tx, person.chat))


def cry(tx: Tx, person: Person, message: Message, how: str) -> None:
    """🆘 in words, by the reply key or as a command. The words themselves leave the screen."""
    offered = tx.settings.hotline.languages
    guessed = tongue_of(message.text or "") or _telegram_language(message)
    sos.sos(tx, person.chat, "" if person.lang or guessed not in offered else guessed, how)
    tx.outbox.delete(person, message.message_id)
    show_below(tx, person_of(tx, person.chat))


def edited(tx: Tx, person: Person, message: Message) -> None:
    """Take a correction in; a live location is corrected all the time."""
    point = point_in(message)
    if point is not None:
        hear.moved(tx, person, *point, message.message_id)
        return
    said = said_in(message)
    if said is not None:
        hear.corrected(tx, person, said, message.message_id)


def _place(tx: Tx, person: Person, message: Message, point: tuple[float, float]) -> None:
    hear.point(tx, person, *point, message.message_id)
    said = said_in(message)
    if said is not None:  # the name of a venue
        hear.hear(tx, person_of(tx, person.chat), said, message.message_id)


def _say(tx: Tx, person: Person, message: Message) -> None:
    said = said_in(message)
    if said is not None:
        hear.hear(tx, person, said, message.message_id)
    elif cannot_be_kept(message):
        _explain(tx, person, "note-not-kept")


def _explain(tx: Tx, person: Person, note: str) -> None:
    """Say above the page the person is on why something was not kept."""
    page = {name: value for name, value in person.page.items() if name not in {"name", "case", "note"}}
    go(tx, person, person.page.get("name", "first"), person.page.get("case"), **page, note=note)


def _telegram_language(message: Message) -> str:
    return (message.from_user.language_code or "")[:2] if message.from_user is not None else ""
