"""A thousand chats that mean no good: first pages go on going out, and nobody's phone rings without end."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.catalog import load_catalog
from bot.clock import DAY, Clock
from bot.config import Keys, Settings, Storage
from bot.domain.ids import Chat, Who
from bot.domain.people import Staff
from bot.runtime.choose import Choice
from bot.services import sos
from bot.services.ports import URGENT
from storage import keyring
from storage.outbox import Waiting
from storage.store import Store, Tx, open_store

LAWYER, OTHER, COORDINATOR, PERSON = 801, 802, 803, 701
CLOCK_START = 20_000 * DAY


@pytest.fixture(name="clock")
def _clock() -> Clock:
    clock = Clock()
    clock.follow(CLOCK_START, 0)
    return clock


@pytest.fixture(name="store")
async def _store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    keyring.create_root(tmp_path / "kalkan.key")
    found = Settings(tmp_path, storage=Storage("sqlite:///kalkan.db"), keys=Keys("kalkan.key"))
    store = await open_store(found, load_catalog(), clock, 4242)
    await store.take_over()
    await store.run(_staff)
    yield store
    await store.close()


def _staff(tx: Tx) -> None:
    for chat, alias in ((LAWYER, "А"), (OTHER, "Б")):
        tx.staff.save(Staff(tx.who(chat), Chat(chat), alias, "lawyer", ["bishkek"], "ru", "active", tx.now))
    tx.staff.save(Staff(tx.who(COORDINATOR), Chat(COORDINATOR), "К", "coordinator", [], "ru", "active", tx.now))


def _pages(tx: Tx) -> list[Waiting]:
    return [row for row in tx.outbox.waiting(99) if row.urgency == URGENT]


async def test_a_first_page_goes_out_whatever_else_has_used_up_the_limits(store: Store, clock: Clock) -> None:
    """A bare 🆘 is no critical case; its first page must not wait behind answers to a flood of others."""
    await store.run(lambda tx: sos.sos(tx, PERSON))
    choice = Choice(clock)
    for chat in range(40):
        choice.rates.count(Who(chat.to_bytes(16)), message=True)

    may_go = choice.looks()
    first, *others = [may_go(row) for row in await store.run(_pages) or []]

    assert first
    assert others == [False]  # a page to the second lawyer keeps to the limits
