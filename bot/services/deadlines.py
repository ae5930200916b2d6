"""Later deadlines of a case: set by its lawyer, or by the person in a 📝 case; kept until done or removed.

- `Case.deadlines`: code -> {"due": UTC ms, "tell": whether the person is reminded, "told": up to when, "staff":
  whether staff set it}. What staff set the person can make earlier, and stop being reminded of; it stays for staff.
- They live on after closing: whoever closed the case keeps them, coordinators when that member is gone, or has let go
  of the case and nobody else has taken it.
- Who is reminded, and when, is in `bot.services.remind`.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.domain.case import Case
from bot.domain.days import day_of
from bot.domain.deadlines import LAPSES_AFTER, due_of, may_be_set, moments
from bot.domain.ids import CaseId
from bot.domain.limits import Term
from bot.domain.people import Person, Staff
from bot.services.escalate import judge_again
from bot.services.pages import refresh_staff
from bot.services.ports import Tx
from bot.services.priority import known

DEADLINE = "deadline"
KEEPER = "keeper"


def term(tx: Tx, number: str) -> Term:
    """Return the deadline that a button's number means; raises LookupError or ValueError."""
    at = int(number)
    if at < 0:
        raise LookupError(number)
    return tx.catalog.limits.deadlines[at]


def number_of(tx: Tx, code: str) -> int:
    """Return the number that buttons carry for a deadline; raises ValueError for a code that is gone."""
    return [each.code for each in tx.catalog.limits.deadlines].index(code)


def today(tx: Tx) -> date:
    """Return the day it is where the hotline is."""
    return day_of(tx.now, tx.settings.zone)


def usual_days(tx: Tx, case: Case, found: Term) -> list[date]:
    """Return the days it usually falls on: counted from today, from yesterday, from when the case was opened."""
    here = today(tx)
    starts = [here, here - timedelta(days=1), day_of(case.opened, tx.settings.zone)]
    days = [found.due_day(start) for start in starts]
    return [day for day in dict.fromkeys(days) if may_be_set(day, here)]


def for_person(case: Case) -> bool:
    """Tell whether the person sees deadlines: in a report that was sent, or where they are reminded of one."""
    if case.state == "draft" or case.withdrawn:
        return False
    return (case.kind == "report" and case.state == "open") or any(each["tell"] for each in case.deadlines.values())


def theirs(case: Case, code: str) -> bool:
    """Tell whether a deadline is one that the person is reminded of; raises KeyError where there is none."""
    return bool(case.deadlines[code]["tell"])


def left(case: Case) -> bool:
    """Tell whether a deadline keeps the case from being sealed."""
    return bool(case.deadlines)


def put(tx: Tx, case: Case, found: Term, day: date, by: Person | Staff) -> None:
    """Set a deadline, or move it; raises ValueError for a day that cannot be chosen."""
    if not may_be_set(day, today(tx)):
        raise ValueError(day)
    kept = case.deadlines.get(found.code, {})
    tell = isinstance(by, Person) or kept.get("tell", False)
    due = due_of(day, tx.settings.zone)
    if _is_staffs(kept) and isinstance(by, Person):
        due = min(due, kept["due"])
    staff = isinstance(by, Staff) or _is_staffs(kept)
    case.deadlines[found.code] = {"due": due, "tell": tell, "told": tx.now, "staff": staff}
    _changed(tx, case, "deadline-set", by, deadline=found.code, due=due)


def done(tx: Tx, case: Case, code: str, by: Person | Staff) -> None:
    """✅: it is done; raises KeyError where there is none."""
    _take_off(tx, case, "deadline-done", code, by)


def remove(tx: Tx, case: Case, code: str, by: Person | Staff) -> None:
    """🗑: it does not apply; raises KeyError where there is none."""
    _take_off(tx, case, "deadline-removed", code, by)


def toggle_tell(tx: Tx, case: Case, code: str, by: Staff) -> None:
    """Have the person reminded too, or not; raises KeyError where there is none."""
    found = case.deadlines[code]
    found["tell"] = not found["tell"]
    _changed(tx, case, "deadline-tell", by, deadline=code, tell=found["tell"])


def keep(case: Case, member: Staff) -> None:
    """Whoever closes a case goes on being reminded. The caller saves the case."""
    if left(case):
        case.notes[KEEPER] = member.who


def drop_all(tx: Tx, case: Case) -> None:
    """The case is over for good. The caller saves it."""
    case.deadlines.clear()
    tx.timers.cancel(DEADLINE, case.id)


def may_handle(case: Case, member: Staff) -> bool:
    """Tell whether this member looks after the case's deadlines: its holder, or who closed it."""
    keeper = case.claim.who if case.claim is not None else case.notes.get(KEEPER) if case.state == "closed" else None
    return member.active and keeper == member.who


def slot(case_id: CaseId) -> str:
    """Return the slot of a case's deadlines in a member's chat."""
    return "deadlines:" + case_id.hex()


def moments_of(tx: Tx, case: Case, found: dict[str, Any]) -> tuple[int, ...]:
    chosen = case.answers.get("hours") if found["tell"] else None
    part = chosen if isinstance(chosen, str) else ""
    settings = tx.settings
    return moments(found["due"], settings.zone, settings.followups.quiet_hours, part, settings.deadlines.remind_before)


def set_next(tx: Tx, case: Case) -> None:
    """Set the next reminder, or the day on which one that nobody marked lapses."""
    waiting = [
        at for found in case.deadlines.values() for at in moments_of(tx, case, found) if at > max(found["told"], tx.now)
    ]
    waiting += [found["due"] + LAPSES_AFTER for found in case.deadlines.values()]
    if waiting:
        tx.timers.set(DEADLINE, case.id, min(waiting), exact=False)
    else:
        tx.timers.cancel(DEADLINE, case.id)


def _take_off(tx: Tx, case: Case, kind: str, code: str, by: Person | Staff) -> None:
    if isinstance(by, Person) and _is_staffs(case.deadlines[code]):
        case.deadlines[code]["tell"] = False
    else:
        del case.deadlines[code]
    _changed(tx, case, kind, by, deadline=code)


def _is_staffs(kept: Mapping[str, Any]) -> bool:
    """Tell whether staff set it; of one from before this was kept, by whether they alone know of it."""
    return bool(kept.get("staff", not kept.get("tell", True)))


def _changed(tx: Tx, case: Case, kind: str, by: Person | Staff, **data: Any) -> None:
    """Note what changed, set the timer, show it on the lawyer's card."""
    if isinstance(by, Staff):
        case.record(kind, tx.now, "staff", who=by.who, **data)
    else:
        case.record(kind, tx.now, "person", **data)
    set_next(tx, case)
    refresh_staff(tx, case)
    if isinstance(by, Staff):
        known(tx, case)
    judge_again(tx, case)
    tx.cases.save(case)
