"""The practice clock: time that can be jumped, paused or made to run sixty times as fast.

The bot under practice follows it over HTTP: `GET /clock?after=<version>` answers at once when the
version differs and otherwise waits until it does. A change is complete only when every follower
has come back asking with the newest version, because only then has it taken the new time.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

_RECENT_S = 2.0
"""A follower that was answered this lately is between two polls, not gone."""

_LOOK_S = 0.1
"""How often a change looks whether a follower it waits for has died meanwhile."""

Alive = Callable[[], bool]


class PracticeClock:
    """UTC milliseconds that advance `rate` times as fast as the real ones (0 = paused)."""

    def __init__(self, now_ms: int | None = None, rate: float = 1.0) -> None:
        self._base_ms = float(time.time_ns() // 1_000_000 if now_ms is None else now_ms)
        self._base_real = time.monotonic()
        self._rate = float(rate)
        self._version = 1
        self.follow_bound_s = 5.0  # how long a change waits for followers: one that hangs must not stop the test
        self._changed = asyncio.Event()
        self._returned = asyncio.Event()
        self._waiting: dict[object, int] = {}  # open polls and the version each one has
        self._answered: list[tuple[float, Alive]] = []  # followers between two polls

    @property
    def rate(self) -> float:
        """Practice seconds per real second."""
        return self._rate

    @property
    def version(self) -> int:
        """Grows by one with each jump or change of rate."""
        return self._version

    def now(self) -> int:
        """UTC milliseconds on this clock."""
        return int(self._base_ms + (time.monotonic() - self._base_real) * 1000 * self._rate)

    def state(self) -> dict[str, Any]:
        """What `GET /clock` answers."""
        return {"version": self._version, "now_ms": self.now(), "rate": self._rate}

    async def jump(self, ms: int) -> None:
        """Move `ms` milliseconds ahead (or back) and wait until every follower knows."""
        await self._change(self.now() + ms, self._rate)

    async def set_rate(self, rate: float) -> None:
        """Let time run `rate` times as fast and wait until every follower knows."""
        await self._change(self.now(), float(rate))

    async def follow(self, after: int | None, alive: Alive = lambda: True) -> dict[str, Any]:
        """Serve one poll: wait until the version is not `after`, then return the state.

        `alive` tells later whether the follower can still come back.
        """
        if self._answered:
            del self._answered[0]
        poll = object()
        try:
            while self._version == after:
                self._waiting[poll] = after
                self._returned.set()
                await self._changed.wait()
        finally:
            # Also reached by cancellation, when the follower's connection has closed.
            self._waiting.pop(poll, None)
            self._returned.set()
        self._answered.append((time.monotonic(), alive))
        return self.state()

    async def has_followers(self, count: int) -> None:
        """Return once this many wait for the next change."""
        while len(self._waiting) < count:
            await self._next_return()

    async def _change(self, now_ms: int, rate: float) -> None:
        self._base_ms, self._base_real, self._rate = float(now_ms), time.monotonic(), rate
        self._version += 1
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
        deadline = time.monotonic() + self.follow_bound_s
        since = time.monotonic() - _RECENT_S
        while self._is_awaited(since) and time.monotonic() < deadline:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._next_return(), _LOOK_S)

    def _is_awaited(self, since: float) -> bool:
        """Whether somebody has not taken the newest version yet, but will."""
        self._answered = [(at, alive) for at, alive in self._answered if at >= since and alive()]
        return bool(self._answered) or any(after < self._version for after in self._waiting.values())

    async def _next_return(self) -> None:
        """Wait until some follower asks again or leaves."""
        if self._returned.is_set():
            self._returned = asyncio.Event()
        await self._returned.wait()
