"""The person's one screen: what it shows is in their row, and changing it edits the one message.

- While somebody is held ("me"), everything is silent and the screen empties itself `hide_after` the last touch.
  It also does as long as nobody has said who is held: the phone may have been taken before the answer.
- A hidden chat is sent nothing that it did not ask for. It is no longer hidden once the person comes back.
"""

from bot.domain.case import Case
from bot.domain.ids import CaseId, Chat
from bot.domain.people import Person
from bot.services.pages import refresh_staff
from bot.services.ports import Tx

SCREEN, KEY = "screen", "key"
HIDE = "hide"
WORDS = "words-from-staff"
"""The view of what a lawyer wrote to the person."""
BUSY_WITH_US = 10 * 60_000
"""Somebody who wrote this lately is not interrupted."""


def person_of(tx: Tx, chat: int) -> Person:
    """Return the person of a chat, a new one if we do not remember them."""
    who = tx.who(chat)
    return tx.people.load(who) or Person(who, Chat(chat))


def go(tx: Tx, person: Person, page: str, case: CaseId | None = None, **more: str) -> None:
    """Show a page as the answer to something the person did."""
    person.page = {"name": page, "case": case, **more}
    touch(tx, person)
    tx.outbox.show(person, SCREEN, "screen", case=case, silent=person.silent)


def show_below(tx: Tx, person: Person) -> None:
    """Show the screen anew, below what the person has just sent: an edit further up is not seen.

    Who is held keeps the one message that is edited.
    """
    if person.page and not person.silent:
        tx.outbox.show(person, SCREEN, "screen", case=person.page.get("case"), silent=True, ring=True)


def touch(tx: Tx, person: Person) -> None:
    """Note that the person is there; a silent screen empties itself some time after the last touch."""
    person.seen = tx.now
    person.blocked = False
    hide_later(tx, person)
    tx.people.save(person)


def busy_with_us(person: Person, now: int) -> bool:
    """Tell whether somebody is in the middle of something here."""
    return bool(person.page) and not person.hidden and now - person.seen < BUSY_WITH_US


def come_back(person: Person) -> None:
    """The person asked for their case: from now on the chat may be sent things again."""
    person.hidden = False


def refresh(tx: Tx, case: Case, *, loud: bool = False) -> None:
    """Show the news of a case on its person's screen, if they are looking at it and have not hidden it.

    `loud` news rings and is shown whatever they look at: a relative waits with the sound on. Who is held hears nothing.
    """
    person = tx.people.load(case.who) if case.who is not None else None
    if person is None or person.hidden or person.blocked:
        return
    if loud and case.mode == "other" and not person.silent and case.id in person.cases:
        person.page = {"name": "case", "case": case.id}
        tx.people.save(person)
        tx.outbox.show(person, SCREEN, "screen", case=case.id, ring=True)
        return
    if person.page.get("name") in {"case", "held"} and person.page.get("case") == case.id:
        if person.silent:  # no sound, whatever waits to be shown
            tx.outbox.show(person, SCREEN, "screen", case=case.id, silent=True)
        else:
            tx.outbox.refresh(person, SCREEN, "screen", case=case.id, silent=False)


def hide(tx: Tx, person: Person) -> None:
    """Empty the chat; what lives on lives on, and lawyers see that the screen is hidden."""
    _keep_unsent(tx, person)
    tx.outbox.wipe(person)
    tx.timers.cancel(HIDE, person.who)
    person.page, person.silent, person.hidden = {}, False, True
    person.lang = "" if not person.cases else person.lang
    tx.people.save(person)
    for case in open_cases(tx, person):
        if not case.hidden:
            case.hidden = True
            case.record("hidden", tx.now, "person")
            tx.cases.save(case)
            refresh_staff(tx, case)


def _keep_unsent(tx: Tx, person: Person) -> None:
    """What a lawyer wrote, and what has not gone out yet, waits for the person to come back."""
    for case_id, args in tx.outbox.unsent(person, WORDS):
        case = tx.cases.load(case_id)
        waiting = [] if case is None else case.notes.setdefault("waiting", [])
        if case is not None and args["n"] not in waiting:
            waiting.append(args["n"])
            tx.cases.save(case)


def hide_later(tx: Tx, person: Person) -> None:
    """Have the screen empty itself after a while, where the phone may be in an officer's hands."""
    if may_be_held(tx, person):
        tx.timers.set(HIDE, person.who, tx.now + tx.settings.retention.hide_after)


def may_be_held(tx: Tx, person: Person) -> bool:
    """Tell whether the phone may be in an officer's hands, for all that is known."""
    return person.silent or any(case.urgent and not case.mode for case in open_cases(tx, person))


def open_cases(tx: Tx, person: Person) -> list[Case]:
    """Return the person's open cases, oldest first."""
    return [case for case in tx.cases.of(person.cases) if case.state == "open"]
