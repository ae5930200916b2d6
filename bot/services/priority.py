"""The priority of a case: as of now for whoever looks, and as it is kept, to tell when it rises.

Whoever changes a case calls `bot.services.escalate.judge_again`, which rings where that is due.
"""

from bot.domain.case import Case, Level, Priority
from bot.services.ports import Tx


def current(tx: Tx, case: Case) -> Priority:
    """Return the priority as of now: time alone may have changed it since it was kept."""
    return tx.catalog.priorities.judge(case, tx.now)


def place(tx: Tx, case: Case) -> tuple[Level, bool, bool, int]:
    """Return what a list of cases is sorted by, the most urgent first."""
    return tx.catalog.priorities.place(case, tx.now)


def judge(tx: Tx, case: Case) -> bool:
    """Keep the priority as of now; tell whether it is graver than it has been since it was last set by hand."""
    before, case.priority = case.priority, current(tx, case)
    now = case.priority
    if (before.level, before.reasons) != (now.level, now.reasons):
        case.record("priority-judged", tx.now, "system", was=before.level, priority=now.level, reasons=now.reasons)
    return now.peak < before.peak


def known(tx: Tx, case: Case) -> None:
    """Whoever holds the case knows how grave it is, for they did it or have just been rung: it need not ring again."""
    case.priority.peak = min(case.priority.peak, current(tx, case).level)
