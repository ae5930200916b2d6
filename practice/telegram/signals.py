"""Waiting for change without polling, and the stream of events a page can follow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from practice.telegram.jsontypes import Json


class Signal:
    """Something others can wait for again and again."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event: asyncio.Event | None = None

    def notify(self) -> None:
        """Wake everyone who waits now."""
        if self._event is not None:
            self._event.set()
            self._event = None

    async def wait(self, timeout: float | None = None) -> None:
        """Return at the next notify; raise TimeoutError after `timeout` seconds."""
        if self._event is None:
            self._event = asyncio.Event()
        await asyncio.wait_for(self._event.wait(), timeout)


class Bus:
    """Hands every event to every subscriber; costs nothing while nobody listens."""

    def __init__(self) -> None:
        self.signal = Signal()
        self._queues: list[asyncio.Queue[Json]] = []

    @property
    def has_listeners(self) -> bool:
        """Whether building an event is worth while."""
        return bool(self._queues)

    def publish(self, event: Json) -> None:
        """Hand the event to all subscribers."""
        for queue in self._queues:
            queue.put_nowait(event)

    def subscribe(self) -> AsyncIterator[Json]:
        """Return an iterator over every event from now on."""
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self._queues.append(queue)
        return self._drain(queue)

    async def _drain(self, queue: asyncio.Queue[Json]) -> AsyncIterator[Json]:
        try:
            while True:
                yield await queue.get()
        finally:
            self._queues.remove(queue)
