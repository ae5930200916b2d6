"""Turns journalled updates into their effects: chats in parallel, one chat strictly in order, 🆘 first."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram import Bot, Update

from bot.runtime import log
from storage.current import CURRENT, Current
from storage.errors import DamagedError, FencedError, StorageError
from storage.journal import Entry
from storage.store import Store, Tx

_WORKERS = 16
_TRIES = 3


class Worker:
    """Handles entries; `handle` routes a parsed update, `give_up` runs in the unit that parks one.

    `run` runs a unit as `Store.run` does, and sends what comes of it.
    """

    def __init__(
        self,
        store: Store,
        run: Callable[..., Awaitable[Any]],
        bot: Bot,
        handle: Callable[[Update], Awaitable[None]],
        settle: Callable[[Tx, dict[str, Any]], None],
        give_up: Callable[[Tx, dict[str, Any]], None],
    ) -> None:
        """Wait for entries."""
        self._store = store
        self._run = run
        self._bot = bot
        self._handle = handle
        self._settle = settle
        self._give_up = give_up
        self._lanes: dict[bytes, deque[Entry]] = {}
        self._urgent: deque[bytes] = deque()
        self._ready: deque[bytes] = deque()
        self._nudge = asyncio.Event()
        self._group: asyncio.TaskGroup | None = None
        self._alone: set[asyncio.Task[None]] = set()

    def add(self, entries: Sequence[Entry]) -> None:
        """Take entries in their order."""
        for entry in entries:
            lane = self._lanes.get(entry.lane)
            if lane is None:
                self._lanes[entry.lane] = deque([entry])
                (self._urgent if entry.urgent else self._ready).append(entry.lane)
            else:
                lane.append(entry)
                if entry.urgent and entry.lane in self._ready:
                    self._ready.remove(entry.lane)
                    self._urgent.append(entry.lane)
        self._nudge.set()

    async def at_once(self, entry: Entry) -> bool:
        """Handle an update that is not journalled, in the unit that journals it as done; return once that is decided.

        False where it is to be journalled first: others come before it, or something went wrong.
        """
        if self._group is None or entry.lane in self._lanes or len(self._alone) >= _WORKERS:
            return False
        self._lanes[entry.lane] = deque([entry])
        current = Current(entry)
        task = self._group.create_task(self._by_itself(current))
        self._alone.add(task)
        task.add_done_callback(self._alone.discard)
        task.add_done_callback(lambda _: current.decided.set())
        await current.decided.wait()
        return current.consumed

    async def load(self) -> None:
        """Take what an earlier run left waiting: before anything new comes in, or a chat's order would turn round."""
        self.add(await self._store.run(lambda tx: tx.journal.waiting(), commit=False) or [])

    async def run(self) -> None:
        """Work until cancelled."""
        try:
            async with asyncio.TaskGroup() as self._group:
                for _ in range(_WORKERS):
                    self._group.create_task(self._work())
        finally:
            self._group = None

    async def _work(self) -> None:
        while True:
            lane = await self._next()
            await self._one(self._lanes[lane][0])
            self._leave(lane)

    def _leave(self, lane: bytes) -> None:
        """The first of a lane is done with."""
        entries = self._lanes[lane]
        entries.popleft()
        if entries:
            (self._urgent if any(entry.urgent for entry in entries) else self._ready).append(lane)
            self._nudge.set()
        else:
            del self._lanes[lane]

    async def _by_itself(self, current: Current) -> None:
        try:
            await self._try(current)
        except FencedError:
            raise
        except Exception as error:  # noqa: BLE001 - it is journalled, and tried again as any other
            log.failure("update-failed", error)
        finally:
            self._leave(current.entry.lane)

    async def _next(self) -> bytes:
        while not (self._urgent or self._ready):
            self._nudge.clear()
            await self._nudge.wait()
        return self._urgent.popleft() if self._urgent else self._ready.popleft()

    async def _one(self, entry: Entry) -> None:
        wait = 0.2
        while True:
            try:
                await self._try(Current(entry))
            except FencedError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever one update does, the next must be handled
                if isinstance(error, StorageError) and not isinstance(error, DamagedError):  # it passes: wait for it
                    log.failure("unit-waits", error)
                    await asyncio.sleep(wait)
                    wait = min(wait * 2, 5.0)
                    continue
                log.failure("update-failed", error)
                if await self._parked(entry):
                    return
            else:
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, 5.0)

    async def _try(self, current: Current) -> None:
        entry = current.entry
        raw = json.loads(entry.raw)
        CURRENT.set(current)
        update = Update.de_json(raw, self._bot)
        await self._handle(update)
        if current.error is not None:
            raise current.error
        if not current.consumed:
            await self._run(lambda tx: self._settle(tx, raw), entry=entry, name="settle")
            current.consume()

    async def _parked(self, entry: Entry) -> bool:
        raw = json.loads(entry.raw)

        def unit(tx: Tx) -> bool:
            if tx.journal.failed(entry) < _TRIES:
                return False
            tx.journal.park(entry)
            self._give_up(tx, raw)
            return True

        try:
            return bool(await self._run(unit, name="park"))
        except StorageError as error:
            log.failure("unit-waits", error)
            return False
