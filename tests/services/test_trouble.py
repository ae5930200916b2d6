"""A row that does not open, and a person who will not stop tapping, keep nobody else from help."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, update
from telegram import Bot

from bot.clock import MINUTE
from bot.domain.ids import Chat
from bot.domain.people import Staff
from bot.runtime.intake import take_in
from bot.runtime.timers import TimerLoop
from bot.runtime.work import Worker
from bot.services import answer, sos
from bot.services.screen import person_of
from bot.services.timer_acts import ACTS, DAMAGED, settle
from bot.services.upkeep import give_up
from storage import schema
from storage.errors import DamagedError, StorageError
from storage.store import Store, Tx

PERSON, LAWYER, COORDINATOR = 701, 801, 802


@pytest.fixture(name="store")
async def _store(empty: Store) -> Store:
    await empty.run(_lawyer)
    return empty


def _lawyer(tx: Tx) -> None:
    regions = list(tx.settings.hotline.regions)
    tx.staff.save(Staff(tx.who(LAWYER), Chat(LAWYER), "Ж", "lawyer", regions, "ru", "active", tx.now))


def _coordinator(tx: Tx) -> None:
    tx.staff.save(Staff(tx.who(COORDINATOR), Chat(COORDINATOR), "К", "coordinator", [], "ru", "active", tx.now))


class _Failing:
    """Stands in for a store's database, which cannot be reached for a number of units."""

    def __init__(self, store: Store, times: int) -> None:
        self.left = times
        self._store, self._database = store, store.database
        store.database = self

    async def run(self, _unit: Callable[[Connection], Any]) -> Any:
        self.left -= 1
        if self.left == 0:
            self._store.database = self._database
        raise StorageError

    async def checkpoint(self) -> bool:
        return False

    async def close(self) -> None:
        return


def _urgent_open(tx: Tx) -> int:
    return sum(case.urgent for case in tx.cases.all_open())


async def test_a_damaged_old_case_does_not_stop_a_new_cry_for_help(store: Store) -> None:
    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: tx.rows.execute(update(schema.cases).values(head=b"\x01" * 200)))

    await store.run(lambda tx: sos.sos(tx, PERSON))

    assert await store.run(_urgent_open) == 1


async def test_a_damaged_row_of_a_person_does_not_stop_their_cry_for_help(store: Store) -> None:
    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: tx.rows.execute(update(schema.people).values(body=b"\x01" * 200)))

    await store.run(lambda tx: sos.sos(tx, PERSON))

    assert await store.run(_urgent_open) == 2


async def test_coordinators_are_told_once_that_an_urgent_case_does_not_open(store: Store) -> None:
    def told(tx: Tx) -> int:
        return len(tx.outbox.waiting(9, lambda row: row.who == tx.who(COORDINATOR)))

    await store.run(_coordinator)
    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: tx.rows.execute(update(schema.cases).values(head=b"\x01" * 200)))
    timers = TimerLoop(store, store.clock, ACTS, DAMAGED, {}, store.run)

    for _ in range(3):
        store.clock.follow(store.clock.now() + 30 * MINUTE, 0)
        await timers.catch_up()

    assert await store.run(told) == 1


async def test_a_database_that_fails_for_a_while_stops_no_timer(store: Store) -> None:
    await store.run(lambda tx: sos.sos(tx, PERSON))
    store.clock.follow(store.clock.now() + 2 * MINUTE, 1_000)  # a second's patience is a millisecond
    failing = _Failing(store, times=3)
    done = asyncio.Event()

    async def run(unit: Callable[[Tx], None], **how: Any) -> None:
        await store.run(unit, **how)
        done.set()

    working = asyncio.create_task(TimerLoop(store, store.clock, ACTS, {}, {}, run).run())
    try:
        async with asyncio.timeout(20):
            await done.wait()
    finally:
        working.cancel()

    assert failing.left == 0
    assert (await store.run(_times_paged) or 0) >= 2


@pytest.mark.parametrize("error", [OverflowError, OSError, AssertionError, RuntimeError])
async def test_a_timer_or_chore_that_fails_in_whatever_way_stops_no_other(store: Store, error: type[Exception]) -> None:
    def fail(_tx: Tx, _timer: Any) -> None:
        raise error

    async def chore() -> bool:
        raise error

    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: tx.timers.set("broken", b"a", tx.now))
    await store.run(lambda tx: tx.timers.set("chore", b"b", tx.now))
    store.clock.follow(store.clock.now() + 4 * MINUTE, 0)
    acts = {**ACTS, "broken": fail, "chore": fail}

    await TimerLoop(store, store.clock, acts, {}, {"chore": chore}, store.run).catch_up()

    assert await store.run(_times_paged) == 2
    assert await store.run(lambda tx: set(tx.timers.of(b"a") | tx.timers.of(b"b"))) == {"broken", "chore"}


async def test_an_update_about_a_damaged_row_is_put_aside_and_the_person_told(store: Store) -> None:
    tried: list[int] = []

    async def handle(_update: Any) -> None:
        tried.append(1)
        raise DamagedError

    given_up, loop = asyncio.Event(), asyncio.get_running_loop()

    def told(tx: Tx, raw: dict[str, Any]) -> None:
        give_up(tx, raw)
        loop.call_soon_threadsafe(given_up.set)

    update_ = {
        "update_id": 7,
        "message": {"message_id": 5, "date": 0, "chat": {"id": PERSON, "type": "private"}, "text": "x"},
    }
    worker = Worker(store, store.run, Bot("1:a"), handle, settle, told)
    await take_in(store, worker, [update_])
    working = asyncio.create_task(worker.run())
    try:
        async with asyncio.timeout(10):
            await given_up.wait()
    finally:
        working.cancel()

    assert len(tried) == 3
    assert await store.run(lambda tx: tx.journal.parked()) == 1
    assert await store.run(lambda tx: len(tx.outbox.waiting(9, lambda row: row.who == tx.who(PERSON)))) == 1


async def test_changing_the_region_again_and_again_does_not_ring_each_time(store: Store) -> None:
    def begin(tx: Tx) -> None:
        case = sos.sos(tx, PERSON)
        answer.set_mode(tx, person_of(tx, PERSON), case, "me")

    await store.run(begin)
    for region in ("osh", "talas") * 5:
        await store.run(lambda tx, to=region: _move(tx, to))  # type: ignore[misc]

    assert await store.run(_times_paged) == 1 + answer.MOST_MOVES
    assert await store.run(lambda tx: "escalate" in tx.timers.of(person_of(tx, PERSON).cases[0]))


def _move(tx: Tx, region: str) -> None:
    person = person_of(tx, PERSON)
    case = tx.cases.load(person.cases[0])
    assert case is not None
    answer.answer(tx, person, case, "place", region)
    assert case.region == region


def _times_paged(tx: Tx) -> int:
    return sum(event.kind == "paged" for event in tx.cases.events(person_of(tx, PERSON).cases[0]))
