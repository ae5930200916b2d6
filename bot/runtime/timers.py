"""Looks at the timers table whenever something may be due, and runs what is."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.clock import Clock, Sleeper
from bot.runtime import log
from storage.errors import DamagedError, FencedError, StorageError
from storage.store import Store, Tx
from storage.timers import Timer

Fire = Callable[[Tx, Timer], None]
Runner = Callable[..., Awaitable[Any]]
"""Runs a unit as `Store.run` does."""
Chore = Callable[[], Awaitable[bool]]
"""Work that cannot be part of a unit; False when it must be tried again."""
_AT_ONCE = 50
_LATE = 60_000
_RETRY = 30_000
_PATIENCE = 1_000


class TimerLoop:
    """`acts` says what each kind of timer does, in the unit that takes it off the table; `chores` come before it.

    `damaged` says what is done, once, when a row that a timer is about does not open.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        acts: Mapping[str, Fire],
        damaged: Mapping[str, Fire],
        chores: Mapping[str, Chore],
        run: Runner,
    ) -> None:
        """`run` runs a unit and sends what comes of it."""
        self._store = store
        self._clock = clock
        self._acts = acts
        self._damaged = damaged
        self._chores = chores
        self._run = run
        self._sleeper = Sleeper(clock)
        self.wake, self.wake_by, self.at_rest = self._sleeper.wake, self._sleeper.wake_by, self._sleeper.at_rest

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            self._sleeper.begin()
            await self._sleeper.sleep_until(await self._caught_up())

    async def _caught_up(self) -> int | None:
        try:
            return await self.catch_up()
        except FencedError:
            raise
        except StorageError as error:  # a full disk, a database that restarts: it passes
            log.failure("timers-wait", error)
            return self._clock.now() + _PATIENCE

    async def catch_up(self) -> int | None:
        """Run everything that is due, in order; what fails is put off, so this ends. Return when the next is due."""
        while True:
            due, upcoming = await self._store.run(_look, commit=False) or ([], None)
            if not due:
                return upcoming
            for timer in due:
                await self._fire(timer)

    async def _fire(self, timer: Timer) -> None:
        late = self._clock.now() - timer.due
        if late > _LATE:
            log.event("timer-late", kind=timer.kind, minutes=late // _LATE)
        try:
            if timer.kind in self._chores and not await self._chores[timer.kind]():
                await self._put_off(timer)
                return
            await self._run(lambda tx: self._acts[timer.kind](tx, timer), timer=timer, name="timer-" + timer.kind)
        except FencedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one timer does, the next must fire
            log.failure("timer-failed", error, kind=timer.kind, tries=timer.attempts + 1)
            await self._put_off(timer, damaged=isinstance(error, DamagedError))

    async def _put_off(self, timer: Timer, *, damaged: bool = False) -> None:
        wait = _RETRY * 2 ** min(timer.attempts, 6)

        def unit(tx: Tx) -> None:
            tx.timers.later(timer, tx.now + wait)
            if damaged and timer.attempts == 0 and timer.kind in self._damaged:
                self._damaged[timer.kind](tx, timer)

        await self._run(unit, name="timer-later")


def _look(tx: Tx) -> tuple[list[Timer], int | None]:
    due = tx.timers.due(_AT_ONCE)
    return due, None if due else tx.timers.next_due()
