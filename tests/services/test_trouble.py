"""A row that does not open, and a person who will not stop tapping, keep nobody else from help."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from telegram import Bot

from bot.catalog import load_catalog
from bot.clock import DAY, Clock
from bot.config import Keys, Settings, Storage
from bot.domain.ids import Chat
from bot.domain.people import Staff
from bot.runtime.fetch import journal
from bot.runtime.work import Worker
from bot.services import answer, sos
from bot.services.screen import person_of
from bot.services.timer_acts import settle
from bot.services.upkeep import give_up
from storage import keyring, schema
from storage.errors import DamagedError
from storage.store import Store, Tx, open_store

PERSON, LAWYER = 701, 801


@pytest.fixture(name="store")
async def _store(tmp_path: Path) -> AsyncIterator[Store]:
    keyring.create_root(tmp_path / "kalkan.key")
    clock = Clock()
    clock.follow(20_000 * DAY, 0)
    found = Settings(tmp_path, storage=Storage("sqlite:///kalkan.db"), keys=Keys("kalkan.key"))
    store = await open_store(found, load_catalog(), clock, 4242)
    await store.take_over()
    await store.run(_lawyer)
    yield store
    await store.close()


def _lawyer(tx: Tx) -> None:
    regions = list(tx.settings.hotline.regions)
    tx.staff.save(Staff(tx.who(LAWYER), Chat(LAWYER), "Ж", "lawyer", regions, "ru", "active", tx.now))


def _urgent_open(tx: Tx) -> int:
    return sum(case.urgent for case in tx.cases.all_open())


async def test_a_damaged_old_case_does_not_stop_a_new_cry_for_help(store: Store) -> None:
    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: tx.rows.execute(update(schema.cases).values(head=b"\x01" * 200)))

    await store.run(lambda tx: sos.sos(tx, PERSON))

    assert await store.run(_urgent_open) == 1


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
    worker = Worker(store, Bot("1:a"), handle, settle, told)
    worker.add(await journal(store, [update_]))
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
