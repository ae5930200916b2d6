"""Two lawyers in Bishkek and a coordinator."""

from bot.clock import DAY
from bot.domain.case import Case
from bot.domain.ids import Chat
from bot.domain.people import Staff
from storage.store import Tx

START = 20_000 * DAY
PERSON, LAWYER, OTHER, COORDINATOR = 701, 801, 802, 803


def crew(tx: Tx) -> None:
    """Let them in."""
    for chat, alias in ((LAWYER, "А"), (OTHER, "Б")):
        tx.staff.save(Staff(tx.who(chat), Chat(chat), alias, "lawyer", ["bishkek"], "ru", "active", tx.now))
    tx.staff.save(Staff(tx.who(COORDINATOR), Chat(COORDINATOR), "К", "coordinator", [], "ru", "active", tx.now))


def member(tx: Tx, chat: int) -> Staff:
    """Return who is staff in a chat."""
    found = tx.staff.load(tx.who(chat))
    assert found is not None
    return found


def the_case(tx: Tx) -> Case:
    """Return the only open case."""
    (found,) = tx.cases.all_open()
    return found
