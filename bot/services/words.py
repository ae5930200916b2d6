"""Words both ways, neither identity shown: sent anew, never forwarded, read from the case when they are sent.

What was said is {"text"?, "media"?}. What is longer than one message can carry takes several, `part` by `part`.
"""

from typing import Any

from bot.domain.case import Case
from bot.domain.ids import CaseId
from bot.domain.parts import messages_of
from bot.domain.people import Person, Staff
from bot.services import facts
from bot.services.claim import Holding, touch
from bot.services.escalate import judge_again
from bot.services.pages import refresh_staff
from bot.services.ports import Tx
from bot.services.screen import WORDS, come_back, go

MOST_A_MINUTE = 20
"""Messages of one case shown one by one; what comes on top is one message that says so. All are kept."""
MANY = "words:"
_MINUTE = 60_000
_RING_EVERY = 60_000


def from_person(tx: Tx, person: Person, case: Case, said: dict[str, Any]) -> None:
    """Keep what the person said (text, or a kind of media with its file id) and show it to the lawyer."""
    come_back(person)
    if case.hidden:
        case.hidden = False
        refresh_staff(tx, case)
    keep(tx, case, said)
    deliver_waiting(tx, person, case)
    go(tx, person, "case", case.id, note="note-passed-on" if case.claim is not None else "note-kept")


def keep(tx: Tx, case: Case, said: dict[str, Any]) -> None:
    """Keep what the person said and show it to the lawyer; the person's screen stays as it is."""
    if not case.notes.get("said"):  # no bare tap any more
        case.notes["said"] = True
        judge_again(tx, case)
    _take_in(tx, case, "said", said)


def take_waiting(tx: Tx, person: Person, case: Case) -> None:
    """What was said before there was a case for it goes into this one."""
    waiting, person.waiting = person.waiting, []
    for each in waiting:
        keep(tx, case, each["said"])
        tx.messages.concern(person.who, each["number"], case.id)


def corrected(tx: Tx, case: Case, said: dict[str, Any]) -> None:
    """The person edited a message: an event of its own, shown to the lawyer as a correction."""
    _take_in(tx, case, "corrected", said)


def from_staff(tx: Tx, holding: Holding, said: dict[str, Any]) -> str:
    """Keep what the lawyer said and send it to the person; return "sent", "waiting" (hidden) or "gone" (blocked).

    What cannot be sent now is sent when the person is back.
    """
    case = holding.case
    case.record("answered-by-staff", tx.now, "staff", who=holding.member.who, **said)
    n = case.n + len(case.fresh)
    if case.word_first is None:
        case.word_first = tx.now
        facts.write(tx, case)
    touch(tx, case)
    person = None if case.who is None else tx.people.load(case.who)
    if person is None or case.id not in person.cases:  # withdrawn: nothing in that chat may show that it lives on
        outcome = "gone"
    elif person.hidden or person.blocked:
        case.notes.setdefault("waiting", []).append(n)
        outcome = "gone" if person.blocked else "waiting"
    else:
        _say(tx, person, WORDS, case, n, said)
        outcome = "sent"
    tx.cases.save(case)
    return outcome


def deliver_waiting(tx: Tx, person: Person, case: Case) -> None:
    """The person is back: send what the lawyer wrote while the chat was hidden."""
    for n in case.notes.pop("waiting", []):
        event = tx.cases.event(case.id, n)
        if event is not None:
            _say(tx, person, WORDS, case, n, event.data)
    tx.cases.save(case)


def note(tx: Tx, holding: Holding, text: str) -> None:
    """Keep a note only staff see."""
    holding.case.record("note", tx.now, "staff", text=text)
    touch(tx, holding.case)
    tx.cases.save(holding.case)
    refresh_staff(tx, holding.case)


def case_of_reply(tx: Tx, who: Any, number: int | None) -> CaseId | None:
    """Return the case a replied-to message is about."""
    message = None if number is None else tx.messages.by_number(who, number)
    return None if message is None else message.case


def _take_in(tx: Tx, case: Case, kind: str, said: dict[str, Any]) -> None:
    case.record(kind, tx.now, "person", **said)
    n = case.n + len(case.fresh)
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if holder is not None and _is_flood(tx, case):
        tx.outbox.show(holder, MANY + case.id.hex(), "words-many", case=case.id, ring=True, calm=_RING_EVERY)
    elif holder is not None:
        _say(tx, holder, "words-from-person", case, n, said)
    tx.cases.save(case)


def _is_flood(tx: Tx, case: Case) -> bool:
    """Tell whether the lawyer has been sent MOST_A_MINUTE messages of this case already in this minute."""
    minute, sent = case.notes.get("heard", (0, 0))
    if minute != tx.now // _MINUTE:
        minute, sent = tx.now // _MINUTE, 0
    case.notes["heard"] = (minute, sent + 1)
    return bool(sent >= MOST_A_MINUTE)


def _say(tx: Tx, to: Person | Staff, view: str, case: Case, n: int, said: dict[str, Any]) -> None:
    silent = isinstance(to, Person) and (to.silent or (case.kind == "sos" and case.mode != "other"))
    for part in range(len(messages_of(said))):
        tx.outbox.say(to, view, case=case.id, silent=silent, n=n, part=part)
