"""A priority changed by hand, and flags a lawyer has learned of. What was not known then can make it graver again."""

from bot.domain.case import Case, Level
from bot.domain.people import Staff
from bot.domain.priority import marked_by_staff, set_by_hand
from bot.services import custody, facts, staff_home
from bot.services.claim import Holding, touch
from bot.services.escalate import judge_again
from bot.services.pages import refresh_staff
from bot.services.ports import Tx
from bot.services.priority import current, known


def may_set(member: Staff, case: Case | None) -> bool:
    """Tell whether this member may: whoever holds the open case, and every coordinator."""
    if case is None or case.state != "open" or not member.active:
        return False
    return member.role == "coordinator" or _holds(member, case)


def set_level(tx: Tx, member: Staff, case: Case, level: Level, note: str) -> None:
    """Change the priority; the note that says why is an event of the case. Whoever else is at it hears of a rise."""
    was = current(tx, case).level
    case.priority = set_by_hand(tx.catalog.priorities, case, level, tx.now)
    case.record("priority-set", tx.now, "staff", who=member.who, was=was, priority=level, text=note)
    if _holds(member, case):
        touch(tx, case)
    else:
        case.priority.peak = max(was, level)
        tx.audit.add("priority-set", member.who, code=case.code, priority=level)
        staff_home.show(tx, member, "open-case", case=case.id)
    refresh_staff(tx, case)
    judge_again(tx, case)
    tx.cases.save(case)


def mark(tx: Tx, holding: Holding, number: int) -> None:
    """Mark a flag that weighs, or take the mark back; raises LookupError for an outdated button."""
    case, flag = holding.case, tx.catalog.priorities.flags[number]
    marked = list(marked_by_staff(case))
    case.notes["marked"] = [each for each in marked if each != flag] if flag in marked else [*marked, flag]
    case.record("marked", tx.now, "staff", who=holding.member.who, flags=case.notes["marked"])
    custody.review(tx, case, aloud=False)  # clocks hang on some of them
    known(tx, case)
    touch(tx, case)
    facts.write(tx, case)
    refresh_staff(tx, case)
    judge_again(tx, case)
    tx.cases.save(case)


def _holds(member: Staff, case: Case) -> bool:
    return case.claim is not None and case.claim.who == member.who
