"""Where what a person says belongs.

- An open question that takes own words is answered. Anything else goes into the case on screen, else into the
  newest open one.
- With no case the words are kept, sealed, until the person says by 🆘 or 📝 what they are about.
- In a hidden chat the words reach the case, but the screen shows no more than it shows to a stranger.
"""

from typing import Any, Literal

from bot.domain.answer import AnswerRefusedError
from bot.domain.case import Case, Event
from bot.domain.form import Question
from bot.domain.people import Person
from bot.services import answer, place, sos, words
from bot.services.ports import Tx
from bot.services.screen import go, open_cases, person_of

OWN_WORDS = ("text", "place", "when")
MOST_WAITING = 50
Said = dict[str, Any]
Heard = Literal["words", "answer", "lost"]
"""What became of a message: kept as free words, as the answer to an open question, or not at all."""


def hear(tx: Tx, person: Person, said: Said, number: int) -> Heard:
    """Keep what was said, wherever it belongs. `number` is Telegram's of the message."""
    case = case_at_hand(tx, person)
    if case is None:
        return _keep_for_later(tx, person, said, number)
    tx.messages.concern(person.who, number, case.id)
    if person.hidden:
        words.keep(tx, case, said)
        go(tx, person, "whose")
    elif _answers(tx, person, case, said, number):
        return "answer"
    else:
        words.from_person(tx, person, case, said)
    return "words"


def point(tx: Tx, person: Person, lat: float, lon: float, number: int) -> None:
    """Keep a point on the map; from somebody without a case it is a cry for help."""
    case = case_at_hand(tx, person)
    if case is None:
        case = sos.sos(tx, person.chat, how="location", reasons=("location",))
        person = person_of(tx, person.chat)
    tx.messages.concern(person.who, number, case.id)
    if not place.point(tx, person, case, lat, lon):
        words.from_person(tx, person, case, {"media": {"kind": "location", "lat": lat, "lon": lon}})


def corrected(tx: Tx, person: Person, said: Said, number: int) -> Heard:
    """A message was edited: correct the answer it gave, or tell the lawyer; what belongs to nothing is lost."""
    for waiting in person.waiting:
        if waiting["number"] == number:
            waiting["said"] = said
            tx.people.save(person)
            return "words"
    case = case_of(tx, person, number)
    if case is None:
        return "lost"
    typed = case.notes.get("typed", {}).get(str(number))
    if typed is None or case.state == "closed" or person.hidden or not _answered(tx, person, case, typed, said):
        words.corrected(tx, case, said)
        return "words"
    return "answer"


def is_known(tx: Tx, person: Person, said: Said, number: int) -> bool:
    """Tell whether an edited message says nothing that has not been said: Telegram tells of unseen changes too."""
    case = case_of(tx, person, number)
    if case is None:
        return any(waiting["said"] == said for waiting in person.waiting)
    return any(_says(event, said) for event in tx.cases.events(case.id))


def _says(event: Event, said: Said) -> bool:
    if event.kind == "answered":
        return bool(event.data.get("answer") == said.get("text"))
    return event.kind in {"said", "corrected"} and event.data == said


def moved(tx: Tx, person: Person, lat: float, lon: float, number: int) -> None:
    """A live location was updated."""
    case = case_of(tx, person, number)
    if case is not None and case.state != "closed":
        place.moved(tx, person, case, lat, lon)


def case_at_hand(tx: Tx, person: Person) -> Case | None:
    """Return the case on screen if it still takes words, else the newest open one."""
    shown = person.page.get("case")
    if shown in person.cases and not person.hidden:
        case = tx.cases.load(shown)
        if case is not None and case.state != "closed":
            return case
    still_open = open_cases(tx, person)
    return still_open[-1] if still_open else None


def case_of(tx: Tx, person: Person, number: int) -> Case | None:
    """Return the case that a message of this chat is about."""
    message = tx.messages.by_number(person.who, number)
    if message is None or message.case is None or message.case not in person.cases:
        return None
    return tx.cases.load(message.case)


def question_open(tx: Tx, person: Person) -> bool:
    """Tell whether a question that takes own words is on the screen."""
    case = case_at_hand(tx, person)
    return case is not None and not person.hidden and _question(tx, person, case) is not None


def _answers(tx: Tx, person: Person, case: Case, said: Said, number: int) -> bool:
    question = _question(tx, person, case)
    if question is None or "media" in said or not _answered(tx, person, case, question.id, said):
        return False
    case.notes.setdefault("typed", {})[str(number)] = question.id
    tx.cases.save(case)
    return True


def _answered(tx: Tx, person: Person, case: Case, question: str, said: Said) -> bool:
    try:
        answer.answer(tx, person, case, question, str(said.get("text", "")))
    except (AnswerRefusedError, LookupError):
        return False
    return True


def _question(tx: Tx, person: Person, case: Case) -> Question | None:
    if person.page.get("name") != "case" or person.page.get("case") != case.id:
        return None
    question = answer.asked_now(tx, case)
    return question if question is not None and question.kind in OWN_WORDS else None


def _keep_for_later(tx: Tx, person: Person, said: Said, number: int) -> Heard:
    if len(person.waiting) >= MOST_WAITING:
        go(tx, person, "whose", note="note-too-much")
        return "lost"
    person.waiting.append({"said": said, "number": number})
    go(tx, person, "whose")
    return "words"
