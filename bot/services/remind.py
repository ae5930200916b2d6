"""Reminds of a case's later deadlines those who look after it, and the person where that is wished.

- The person is reminded in neutral words, silently, outside quiet hours; never in a hidden or blocked chat.
- One that is past and that nobody marked lapses, so that it does not keep a case open for ever.
"""

from typing import Any

from bot.domain.case import Case
from bot.domain.deadlines import LAPSES_AFTER
from bot.domain.ids import CaseId
from bot.domain.people import Person
from bot.domain.quiet import next_allowed
from bot.services.deadlines import DEADLINE, KEEPER, moments_of, set_next, slot
from bot.services.ports import NOTICE, Timer, Tx
from bot.services.screen import SCREEN, busy_with_us

REMINDER = "reminder"
"""The page that a person is reminded with."""
_PATIENCE = 60 * 60_000
"""How long somebody in the middle of something here is waited for: staff must hear of it too."""


def on_timer(tx: Tx, timer: Timer) -> None:
    """Remind whom it concerns; while the person is in the middle of something here, it waits a quarter of an hour."""
    case = tx.cases.load(CaseId(timer.subject))
    if case is None or not case.deadlines:
        return
    person = None if case.who is None else tx.people.load(case.who)
    allowed = next_allowed(tx.now, tx.settings.zone, tx.settings.followups.quiet_hours, slack=0)
    if allowed > tx.now or _disturbs(tx, case, person):
        tx.timers.set(DEADLINE, case.id, allowed, exact=False)
        return
    _lapse(tx, case)
    news = [code for code, found in case.deadlines.items() if _come(tx, case, found)]
    for code in news:
        case.deadlines[code]["told"] = tx.now
    if news:
        case.record("deadline-reminded", tx.now, "system", deadlines=news)
        _remind_staff(tx, case)
        _remind_person(tx, case, person, news)
    set_next(tx, case)
    tx.cases.save(case)


def _disturbs(tx: Tx, case: Case, person: Person | None) -> bool:
    """Tell whether reminding now would take somebody out of what they are in the middle of, and can wait."""
    if person is None or person.hidden or not busy_with_us(person, tx.now):
        return False
    theirs_now = [at for found in case.deadlines.values() if found["tell"] for at in _come(tx, case, found)]
    return bool(theirs_now) and tx.now - min(theirs_now) < _PATIENCE


def _come(tx: Tx, case: Case, found: dict[str, Any]) -> list[int]:
    """Return the moments that have come and that nobody was told of."""
    return [at for at in moments_of(tx, case, found) if found["told"] < at <= tx.now]


def _lapse(tx: Tx, case: Case) -> None:
    for code in [code for code, found in case.deadlines.items() if found["due"] + LAPSES_AFTER <= tx.now]:
        del case.deadlines[code]
        case.record("deadline-lapsed", tx.now, "system", deadline=code)


def _remind_staff(tx: Tx, case: Case) -> None:
    """Remind who looks after the case; coordinators only where a member did and is gone, or gave it back."""
    who = case.claim.who if case.claim is not None else case.notes.get(KEEPER)
    if who is None and case.claimed_first is None:
        return
    keeper = tx.staff.load(who)
    if keeper is not None and keeper.active and keeper.reachable:
        told = [keeper]
    else:
        told = [each for each in tx.staff.all() if each.active and each.role == "coordinator"]
    for member in told:
        tx.outbox.show(member, slot(case.id), "staff-reminder", case=case.id, urgency=NOTICE, ring=True)


def _remind_person(tx: Tx, case: Case, person: Person | None, news: list[str]) -> None:
    wanted = [code for code in news if case.deadlines[code]["tell"] and case.deadlines[code]["due"] >= tx.now]
    if not wanted or person is None or person.hidden or person.blocked or case.withdrawn or case.id not in person.cases:
        return
    person.page = {"name": REMINDER, "case": case.id}
    tx.people.save(person)
    tx.outbox.show(person, SCREEN, "screen", case=case.id, silent=True, ring=True)
