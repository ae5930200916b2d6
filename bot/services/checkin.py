"""Check-ins: neutral, silent questions how the person is, on the schedule of the settings.

- They count from the opening until an outcome is recorded, then anew from that.
- They come outside quiet hours, at the hours the person chose. Who said no to them is asked nothing.
- To a hidden chat, or one that blocked us, nothing is sent: the question waits until the person opens the case.
- "did a lawyer reach you?" is asked once, after the first answer about an urgent case.
Whoever calls `case_opened` or `outcome_recorded` saves the case.
"""

from bot.domain.case import Case
from bot.domain.ids import CaseId
from bot.domain.people import Person
from bot.domain.quiet import next_allowed
from bot.services.claim import CLAIM_CHECK
from bot.services.pages import RING_EVERY, card_slot
from bot.services.ports import URGENT, Timer, Tx
from bot.services.screen import SCREEN, busy_with_us, come_back, go

CHECKIN = "checkin"
"""The kind of the timer, and the name of the page."""
CHOICES = ("fine", "stop")
REACHED = ("yes", "no")


def case_opened(tx: Tx, case: Case) -> None:
    """Schedule the check-ins of a new case."""
    _begin(tx, case, case.opened)


def outcome_recorded(tx: Tx, case: Case) -> None:
    """Schedule them anew, counted from now: what became of the case is known."""
    _begin(tx, case, tx.now)


def on_timer(tx: Tx, timer: Timer) -> None:
    """Ask, or keep the question for later."""
    case = tx.cases.load(CaseId(timer.subject))
    person = None if case is None or case.who is None else tx.people.load(case.who)
    if case is None or person is None or case.id not in person.cases or not _welcome(case):
        return
    at = next_allowed(tx.now, tx.settings.zone, tx.settings.followups.quiet_hours, _hours(case), slack=0)
    if at > tx.now or busy_with_us(person, tx.now):
        tx.timers.set(CHECKIN, case.id, at, exact=False)
        return
    case.checkins["next"] += 1
    number = case.checkins["asked"] = case.checkins.get("asked", 0) + 1
    if person.hidden or person.blocked:
        case.checkins["owed"] = number
        case.record("undeliverable" if person.blocked else "checkin-waits", tx.now, "system", number=number)
    else:
        case.record("checkin-asked", tx.now, "system", number=number)
        _ask(tx, person, case, number)
    _set_next(tx, case)
    tx.cases.save(case)


def not_delivered(tx: Tx, person: Person) -> None:
    """Telegram refused the question on this person's screen: it waits too. The caller saves the person."""
    page = person.page
    case = tx.cases.load(page["case"]) if page.get("name") == CHECKIN else None
    if case is not None:
        case.checkins["owed"] = int(page["at"])
        case.record("undeliverable", tx.now, "system", number=int(page["at"]))
        tx.cases.save(case)
        person.page = {}


def answered(tx: Tx, person: Person, case: Case, at: str, choice: str) -> None:
    """Keep an answer; raises ValueError for one that does not exist."""
    number = int(at)
    if choice not in CHOICES or not 1 <= number <= case.checkins.get("asked", 0):
        raise ValueError(choice)
    come_back(person)
    _keep(tx, case, number, choice)
    if choice == "stop":
        case.checkins["stopped"] = True
        tx.timers.cancel(CHECKIN, case.id)
        tx.cases.save(case)
        go(tx, person, "case", case.id, note="note-checkin-stopped")
        return
    tx.cases.save(case)
    if case.urgent and "reached" not in case.checkins:
        go(tx, person, "reached", case.id)
    else:
        go(tx, person, "case", case.id, note="note-checkin-thanks")


def reached(tx: Tx, person: Person, case: Case, choice: str) -> None:
    """Keep whether a lawyer has been in touch; the first answer counts."""
    if choice not in REACHED:
        raise ValueError(choice)
    if "reached" not in case.checkins:
        case.checkins["reached"] = choice
        case.record("lawyer-reached", tx.now, "person", answer=choice)
        tx.cases.save(case)
    go(tx, person, "case", case.id, note="note-checkin-thanks")


def needs_help(tx: Tx, case: Case, urgent: Case) -> None:
    """Note the answer "need help". Whoever holds the case is rung, and must answer soon to keep it.

    Saying it again neither puts off that moment nor rings again at once.
    `urgent` is the case that is open now: this one, or a new one, which names the old.
    """
    if urgent.id != case.id:
        urgent.record("follows", tx.now, "system", code=case.code)
        tx.cases.save(urgent)
    _keep(tx, case, case.checkins.get("asked", 0), "need-help")
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if case.claim is not None and holder is not None and case.state == "open":
        if case.claim.asked is None:
            case.claim.asked = tx.now
            tx.timers.set(CLAIM_CHECK, case.id, tx.now + tx.settings.alerts.escalate_after)
        tx.outbox.show(holder, card_slot(case.id), "card", case=case.id, urgency=URGENT, ring=True, calm=RING_EVERY)
    tx.cases.save(case)


def show_owed(tx: Tx, person: Person, case: Case) -> bool:
    """Ask what waited while the chat was hidden or unreachable; tell whether there was anything."""
    number = case.checkins.get("owed")
    if number is None or not _welcome(case):
        return False
    del case.checkins["owed"]
    case.record("checkin-asked", tx.now, "system", number=number)
    tx.cases.save(case)
    go(tx, person, CHECKIN, case.id, at=str(number))
    return True


def _begin(tx: Tx, case: Case, base: int) -> None:
    tx.timers.cancel(CHECKIN, case.id)
    if _welcome(case):
        case.checkins |= {"base": base, "next": 0}
        _set_next(tx, case)


def _set_next(tx: Tx, case: Case) -> None:
    """Set the next one; those whose time has passed (a long stop) are left out."""
    waits = tx.settings.followups.checkins
    while case.checkins["next"] < len(waits):
        due = case.checkins["base"] + waits[case.checkins["next"]]
        if due > tx.now:
            allowed = next_allowed(due, tx.settings.zone, tx.settings.followups.quiet_hours, _hours(case))
            tx.timers.set(CHECKIN, case.id, allowed, exact=False)
            return
        case.checkins["next"] += 1


def _ask(tx: Tx, person: Person, case: Case, number: int) -> None:
    """Ask on the person's screen, sent anew: an edit nobody sees. It is not the person's touch."""
    person.page = {"name": CHECKIN, "case": case.id, "at": str(number)}
    tx.people.save(person)
    tx.outbox.show(person, SCREEN, "screen", case=case.id, silent=True, ring=True)


def _keep(tx: Tx, case: Case, number: int, choice: str) -> None:
    case.checkins.pop("owed", None)
    case.record("checkin-answered", tx.now, "person", number=number, answer=choice)


def _welcome(case: Case) -> bool:
    agreed = case.kind == "sos" or case.answers.get("checkins") == "yes"
    return agreed and case.who is not None and not case.withdrawn and not case.checkins.get("stopped")


def _hours(case: Case) -> str:
    chosen = case.answers.get("hours")
    return chosen if isinstance(chosen, str) else ""
