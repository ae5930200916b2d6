"""/open: the open cases without their text, for a coordinator."""

from bot.domain.case import Case
from bot.services import priority
from bot.services.ports import Tx

A_PAGE = 10


def waiting(tx: Tx) -> list[Case]:
    """Return every open case: those nobody holds first, then by priority, then the vouched and the answered."""
    return sorted(tx.cases.all_open(), key=lambda case: (case.claim is not None, priority.place(tx, case)))


def states(case: Case) -> list[str]:
    """Return how a case stands, as codes: held, waiting or resting; withdrawn, erased, hidden, unconfirmed, denied."""
    found = ["held" if case.claim is not None else "waiting" if case.urgent else "resting"]
    if case.withdrawn:
        found.append("erased" if case.who is None else "withdrawn")
    if case.hidden:
        found.append("hidden")
    if case.doubt:
        found.append(case.doubt)
    return found
