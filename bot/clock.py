"""The only source of time: UTC milliseconds that never run back.

now = max(wall, floor + elapsed): a machine whose wall clock is set back, or that restarts with a wrong
one, goes on from the last moment it committed. Nothing else in the hotline reads a clock.
"""

import asyncio
import time
from collections.abc import Callable

Millis = int

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

JUMP = MINUTE


class Clock:
    """Kalkan's time. `rate` and `set` serve only the practice clock; the wall clock keeps rate 1."""

    def __init__(self, wall: Callable[[], Millis] | None = None) -> None:
        """Start from `wall` (milliseconds since 1970, UTC)."""
        self._wall = wall or _wall
        self._floor = 0
        self._since = time.monotonic()
        self._led: tuple[Millis, float, float] | None = None  # practice: (time, monotonic then, rate)
        self._sleeping: set[asyncio.Event] = set()

    def now(self) -> Millis:
        """Return UTC milliseconds, never less than an earlier answer plus what has really elapsed."""
        if self._led is not None:
            then, mono, rate = self._led
            return then + int((time.monotonic() - mono) * 1000 * rate)
        held = self._floor + int((time.monotonic() - self._since) * 1000)
        wall = self._wall()
        if wall > held:
            self._floor, self._since = wall, time.monotonic()
            return wall
        return held

    def raise_floor(self, committed: Millis) -> Millis:
        """Never answer less than `committed` from now on; return how far the wall clock lies behind it."""
        behind = max(0, committed - self.now()) if self._led is None else 0
        if behind:
            self._floor, self._since = committed, time.monotonic()
        return behind

    def follow(self, now: Millis, rate: float) -> None:
        """Take the time of a practice clock: `now`, running `rate` times as fast as real time."""
        self._led = (now, time.monotonic(), rate)
        for wake in self._sleeping:
            wake.set()

    async def sleep_until(self, due: Millis | None, wake: asyncio.Event) -> None:
        """Return when `due` has come, `wake` is set, or the clock was moved."""
        rate = self._led[2] if self._led is not None else 1.0
        left = None if due is None else max(0, due - self.now()) / 1000
        wait = left if not left else left / rate if rate > 0 else None  # a stopped clock reaches no later moment
        self._sleeping.add(wake)
        try:
            async with asyncio.timeout(wait):
                await wake.wait()
        except TimeoutError:
            return
        finally:
            self._sleeping.discard(wake)


class Sleeper:
    """The sleep of a loop that looks whenever something may be due. Woken while it looks, it looks again."""

    def __init__(self, clock: Clock) -> None:
        """Be awake."""
        self._clock = clock
        self._event = asyncio.Event()
        self._asleep = False
        self._rests = asyncio.Event()
        self._until: Millis | None = None

    def wake(self) -> None:
        """Have it look."""
        self._event.set()

    def wake_by(self, due: Millis) -> None:
        """Have it look at `due` at the latest."""
        if not self._asleep or self._until is None or due < self._until:
            self._event.set()

    def begin(self) -> None:
        """Say that a look begins: what is told from now on may be missed by it."""
        self._event.clear()

    async def sleep_until(self, due: Millis | None) -> None:
        """Sleep until `due`, until it is woken or until the clock is moved."""
        self._asleep, self._until = True, due
        self._rests.set()
        try:
            await self._clock.sleep_until(due, self._event)
        finally:
            self._asleep = False

    async def at_rest(self) -> None:
        """Return once the loop sleeps, and nobody has woken it meanwhile."""
        while self._event.is_set() or not self._asleep:
            self._rests.clear()
            await self._rests.wait()


def stopwatch() -> Callable[[], float]:
    """Return what tells how many seconds have really passed since now."""
    began = time.perf_counter()
    return lambda: time.perf_counter() - began


def _wall() -> Millis:
    return time.time_ns() // 1_000_000
