"""Where a lawyer's words go: to the case of the message they answer, to the one case in hand, or "to whom?".

Until a case is verified, only text goes: a voice, a face or a place would tell an officer with the phone who
the lawyer is. Words that cannot be placed wait, sealed, in the member's row.
"""

from typing import Any

from bot.domain.case import Case, Level
from bot.domain.ids import CaseId
from bot.domain.money import names_a_sum
from bot.domain.parts import messages_of
from bot.domain.people import Staff
from bot.services import set_priority, words
from bot.services.claim import Holding, held_by
from bot.services.ports import NOTICE, Tx

WHOM, SENT, ASK = "whom", "sent", "ask"
NOTE_WITHIN = 10 * 60_000
MOST_WAITING = 20
FROM_PERSON = frozenset({"said", "corrected"})
_LINE = "staff-note"


def say(tx: Tx, member: Staff, text: str, case: CaseId | None = None) -> None:
    """Tell a member one thing, in a message that the next such one replaces."""
    tx.outbox.show(member, SENT, _LINE, case=case, silent=True, ring=True, text=text)


def arrived(tx: Tx, member: Staff, said: dict[str, Any], number: int, reply: int | None) -> None:
    """Take in what a member wrote: a note that was asked for, words for a case, or words that wait."""
    if reply is None and _is_note(tx, member, said):
        asked = member.page
        _no_page(tx, member)
        if not _noted(tx, member, asked, str(said["text"]), number):
            say(tx, member, "words-not-yours")  # a note was meant for no person's eyes: not for another case's either
        return
    about = words.case_of_reply(tx, member.who, reply)
    if about is not None:
        holding = held_by(tx, member, about)
        if holding is None or holding.case.state != "open":
            say(tx, member, "words-not-yours")
            return
        send(tx, holding, said, number)
        return
    held = _held(tx, member)
    if not held:
        say(tx, member, "words-no-case")
    elif len(held) == 1:
        send(tx, held[0], said, number)
    else:
        _wait(tx, member, said, number)


def send(tx: Tx, holding: Holding, said: dict[str, Any], number: int | None) -> None:
    """Send words to the person of a case, and tell the lawyer what became of them."""
    case, member = holding.case, holding.member
    if number is not None:
        tx.messages.concern(member.who, number, case.id)
    outcome = "gone"
    if case.who is not None:
        outcome = "held-back" if said.get("media") and not case.verified else words.from_staff(tx, holding, said)
    money = names_a_sum(str(said.get("text") or ""))
    tx.outbox.show(member, SENT, "words-sent", case=case.id, silent=True, ring=True, outcome=outcome, money=money)


def addressed(tx: Tx, holding: Holding) -> None:
    """The lawyer has chosen the case that the waiting words are for."""
    member = holding.member
    waiting = member.page.get("said")
    if not waiting:
        raise LookupError("nothing waits")
    _no_page(tx, member)
    tx.outbox.drop(member, WHOM)
    for said in waiting:
        number = said.pop("number", None)
        send(tx, holding, said, number)


def discard(tx: Tx, member: Staff) -> None:
    """The lawyer does not want the waiting words sent to anybody."""
    for said in member.page.get("said", []):
        tx.outbox.delete(member, said["number"])
    _no_page(tx, member)
    tx.outbox.drop(member, WHOM)


def ask_note(tx: Tx, member: Staff, case: Case, level: Level | None = None) -> None:
    """📝: the member's next text is a note, or says why the priority becomes `level`."""
    member.page = {"name": "note", "case": case.id, "at": tx.now, "level": level}
    tx.staff.save(member)
    tx.outbox.show(member, ASK, "note-ask", case=case.id, silent=True, ring=level is None)


def no_note(tx: Tx, member: Staff) -> None:
    """❌: no note after all."""
    _no_page(tx, member)


def show_words(tx: Tx, holding: Holding, *, if_any: bool = False, most_media: int = 10) -> None:
    """Show everything said so far; voices and pictures again as messages of their own."""
    case, member = holding.case, holding.member
    said = [(n, event) for n, event in enumerate(tx.cases.events(case.id), 1) if event.kind in FROM_PERSON]
    if if_any and not said:
        return
    for n, event in [(n, event) for n, event in said if event.data.get("media")][-most_media:]:
        for part in range(len(messages_of(event.data))):
            tx.outbox.say(member, "words-from-person", case=case.id, silent=True, n=n, part=part)
    tx.outbox.show(member, "words:" + case.id.hex(), "case-words", case=case.id, silent=True, ring=True)


def undelivered(tx: Tx, case: Case) -> None:
    """Telegram refused what was sent to the person: tell the lawyer who holds the case."""
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if holder is not None:
        tx.outbox.show(holder, SENT, "words-not-delivered", case=case.id, urgency=NOTICE, ring=True)


def _held(tx: Tx, member: Staff) -> list[Holding]:
    found = (held_by(tx, member, case_id) for case_id in member.open)
    return [each for each in found if each is not None and each.case.state == "open"]


def _is_note(tx: Tx, member: Staff, said: dict[str, Any]) -> bool:
    page = member.page
    return page.get("name") == "note" and bool(said.get("text")) and tx.now - page["at"] < NOTE_WITHIN


def _noted(tx: Tx, member: Staff, asked: dict[str, Any], text: str, number: int) -> bool:
    """Keep a note that was asked for, if the case is still this member's to write in."""
    case, level = tx.cases.load(asked["case"]), asked.get("level")
    if level is not None and case is not None and set_priority.may_set(member, case):
        tx.messages.concern(member.who, number, case.id)
        set_priority.set_level(tx, member, case, level, text)
        say(tx, member, "priority-set-for-staff", case.id)
        return True
    holding = held_by(tx, member, asked["case"]) if level is None else None
    if holding is not None:
        tx.messages.concern(member.who, number, holding.case.id)
        words.note(tx, holding, text)
        say(tx, member, "note-kept-for-staff", holding.case.id)
    return holding is not None


def _wait(tx: Tx, member: Staff, said: dict[str, Any], number: int) -> None:
    waiting = member.page.get("said", [])
    if len(waiting) >= MOST_WAITING:
        say(tx, member, "words-too-many")
        return
    member.page = {"name": "whom", "said": [*waiting, {**said, "number": number}]}
    tx.staff.save(member)
    tx.outbox.show(member, WHOM, "words-whom", silent=True, ring=True)


def _no_page(tx: Tx, member: Staff) -> None:
    member.page = {}
    tx.staff.save(member)
    tx.outbox.drop(member, ASK)
