"""Follows a practice clock over HTTP, for tests and the practice room; refused anywhere but on loopback.

Asking for the next change says that the last has been taken in: it waits until all that has become due is done.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import aiohttp

from bot.clock import Clock

_RETRY = 0.2
_HANG = 60.0
_SETTLE = 4.0
"""Seconds; whoever moves the clock waits no longer either."""


class PracticeClockFollower:
    """Long-polls the clock's URL and sets ours to it at every change."""

    def __init__(self, clock: Clock, url: str) -> None:
        """Follow `url` with `clock`."""
        self._clock = clock
        self._url = url
        self._version = 0

    async def first(self) -> None:
        """Take the practice time once, before anything asks for the time."""
        async with aiohttp.ClientSession() as session:
            await self._take(session)

    async def run(self, settled: Callable[[], Awaitable[None]]) -> None:
        """Follow until cancelled; `settled` returns when all that is due is done."""
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    await self._take(session)
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_SETTLE):
                            await settled()
                except (aiohttp.ClientError, TimeoutError, OSError):
                    await asyncio.sleep(_RETRY)

    async def _take(self, session: aiohttp.ClientSession) -> None:
        timeout = aiohttp.ClientTimeout(total=_HANG)
        async with session.get(self._url, params={"after": str(self._version)}, timeout=timeout) as answer:
            state = await answer.json()
        self._version = state["version"]
        self._clock.follow(state["now_ms"], state["rate"])
