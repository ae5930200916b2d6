"""A 🆘 that comes by itself is handled in the unit that journals it; if that fails it is journalled and tried again."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import Bot, Update

from bot.runtime.intake import take_in
from bot.runtime.work import Worker
from storage import schema
from storage.current import CURRENT
from storage.errors import StorageError
from storage.journal import DONE, PARKED, WAITING
from storage.store import Store, Tx

Handle = Callable[[Update], Awaitable[None]]
PERSON, OTHER = 701, 702


def message(update_id: int, text: str = "🆘", chat: int = PERSON, kind: str = "private") -> dict[str, Any]:
    place = {"id": chat, "type": kind}
    return {"update_id": update_id, "message": {"message_id": update_id, "date": 0, "chat": place, "text": text}}


class Handled:
    """Handles updates in one unit each, as handlers do, and remembers what the journal held before it."""

    def __init__(self, store: Store) -> None:
        self.seen: list[tuple[int, list[int]]] = []
        self.trouble: Callable[[Tx], None] = lambda _tx: None
        self.free = asyncio.Event()
        self.free.set()
        self._store = store

    async def __call__(self, update: Update) -> None:
        await self.free.wait()
        current = CURRENT.get()
        before = await states(self._store)

        def unit(tx: Tx) -> bool:
            self.trouble(tx)
            return True

        if await self._store.run(unit, entry=current.entry, name="update"):
            self.seen.append((update.update_id, before))
        current.consume()


async def states(store: Store) -> list[int]:
    """What the journal holds: the state of each row, by update."""
    wanted = schema.journal.select().order_by(schema.journal.c.update_id)
    return await store.database.run(lambda c: [row.state for row in c.execute(wanted)])


@asynccontextmanager
async def working(store: Store, handle: Handle) -> AsyncIterator[Worker]:
    parked: list[dict[str, Any]] = []
    worker = Worker(store, store.run, Bot("1:a"), handle, lambda _tx, _raw: None, lambda _tx, raw: parked.append(raw))
    task = asyncio.create_task(worker.run())
    await asyncio.sleep(0)  # it begins
    yield worker
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(20):
        while not await condition():  # each look waits for the database's thread
            pass


async def test_a_lone_cry_is_done_when_telegram_is_told_and_was_never_waiting(empty: Store) -> None:
    handled = Handled(empty)
    async with working(empty, handled) as worker:
        await take_in(empty, worker, [message(1)])
        assert await states(empty) == [DONE]

        await take_in(empty, worker, [message(1)])  # Telegram was not told: it comes again

    assert handled.seen == [(1, [])]
    assert await states(empty) == [DONE]


@pytest.mark.parametrize(
    "batch",
    [
        [message(1, "Здравствуйте")],
        [message(1), message(2, chat=OTHER)],
        [message(1, chat=-OTHER, kind="group")],  # it is left, and Telegram may take long over that
    ],
)
async def test_anything_else_is_journalled_first(empty: Store, batch: list[dict[str, Any]]) -> None:
    handled = Handled(empty)
    handled.free.clear()
    async with working(empty, handled) as worker:
        await take_in(empty, worker, batch)
        assert await states(empty) == [WAITING] * len(batch)
        handled.free.set()
        await until(lambda: _all(empty, DONE))

    assert len(handled.seen) == len(batch)


async def test_a_cry_waits_its_turn_behind_its_own_chat(empty: Store) -> None:
    handled = Handled(empty)
    handled.free.clear()
    async with working(empty, handled) as worker:
        await take_in(empty, worker, [message(1, "Здравствуйте")])
        await take_in(empty, worker, [message(2)])
        assert await states(empty) == [WAITING, WAITING]
        handled.free.set()
        await until(lambda: _all(empty, DONE))

    assert [number for number, _ in handled.seen] == [1, 2]


async def test_what_comes_while_a_cry_is_handled_comes_after_it(empty: Store) -> None:
    handled = Handled(empty)
    handled.free.clear()
    async with working(empty, handled) as worker:
        cry = asyncio.create_task(take_in(empty, worker, [message(1)]))
        await asyncio.sleep(0)
        await take_in(empty, worker, [message(2, "Ош")])
        handled.free.set()
        await cry
        await until(lambda: _all(empty, DONE))

    assert [number for number, _ in handled.seen] == [1, 2]


async def test_a_cry_whose_unit_fails_is_journalled_and_tried_again(empty: Store) -> None:
    handled, tries = Handled(empty), []

    def once(_tx: Tx) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise StorageError

    handled.trouble = once
    async with working(empty, handled) as worker:
        await take_in(empty, worker, [message(1)])
        await until(lambda: _all(empty, DONE))

    assert handled.seen == [(1, [WAITING])]


async def test_a_cry_that_always_fails_is_put_aside(empty: Store) -> None:
    handled = Handled(empty)

    def always(_tx: Tx) -> None:
        raise ValueError

    handled.trouble = always
    async with working(empty, handled) as worker:
        await take_in(empty, worker, [message(1)])
        await until(lambda: _all(empty, PARKED))

    assert handled.seen == []


async def _all(store: Store, state: int) -> bool:
    return set(await states(store)) == {state}
