"""One bot's update queue, by Telegram's rules.

- An update stays until a getUpdates call asks with an offset beyond its id; until then every call
  returns it again.
- A negative offset keeps only that many of the newest updates.
- `allowed_updates` filters what is queued from now on; leaving it out keeps the last choice.
- A second getUpdates ends a waiting first one with 409.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from practice.telegram.errors import TERMINATED_BY_POLL, TERMINATED_BY_WEBHOOK, conflict
from practice.telegram.ids import Ids
from practice.telegram.jsontypes import Json
from practice.telegram.signals import Signal

OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Update kinds a bot gets only when it asks for them by name."""

LONGEST_POLL_S = 50
"""Telegram caps the long-polling timeout."""


@dataclass(slots=True)
class Update:
    """One queued update."""

    id: int
    kind: str
    body: Json
    chat: int | None
    again: int = 0  # how often it is delivered once more after its confirmation
    held: bool = False  # to be delivered even though the offset has passed it


class UpdateQueue:
    """What waits for one bot."""

    def __init__(self, ids: Ids) -> None:
        self.signal = Signal()  # at every arrival, confirmation and new poll
        self.history: dict[int, Update] = {}
        self.pending: deque[Update] = deque()
        self.allowed: list[str] = []
        self.twice = 0  # how many of the coming updates are delivered twice
        self._next_id = ids.update()
        self._waiter: asyncio.Future[None] | None = None

    @property
    def is_polled(self) -> bool:
        """Whether a bot is waiting in getUpdates right now."""
        return self._waiter is not None

    def push(self, kind: str, payload: Json, chat: int | None = None) -> Update | None:
        """Queue an update; None when the bot did not ask for this kind."""
        if kind not in self.allowed if self.allowed else kind in OPT_IN:
            return None
        update = Update(self._next_id, kind, {"update_id": self._next_id, kind: payload}, chat)
        self._next_id += 1
        self.history[update.id] = update
        self._enqueue(update)
        return update

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more under the same id, whatever was confirmed."""
        update = self.history[update_id]
        if update in self.pending:
            update.again += 1
        else:
            update.held = True
            self._enqueue(update)

    def duplicate(self, update_id: int) -> Update | None:
        """Queue the same content again under a new id."""
        update = self.history[update_id]
        return self.push(update.kind, update.body[update.kind], update.chat)

    def confirm(self, offset: int) -> None:
        """Drop what the offset confirms."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        elif self.pending:
            self.pending = deque(one for one in self.pending if _stays(one, offset))
        self.signal.notify()

    def delivered(self, update: Update) -> None:
        """A webhook took it."""
        update.held = False
        if update.again:
            update.again -= 1
        elif update in self.pending:
            self.pending.remove(update)
        self.signal.notify()

    def forget(self) -> None:
        """Drop everything (drop_pending_updates)."""
        self.pending.clear()

    async def poll(self, offset: int, limit: int, timeout: int) -> list[Json]:
        """Serve one getUpdates call."""
        self.terminate(TERMINATED_BY_POLL)
        if offset:
            self.confirm(offset)
        if not self.pending and timeout > 0:
            await self._arrival(min(timeout, LONGEST_POLL_S))
        batch = [self.pending[index] for index in range(min(limit, len(self.pending)))]
        for update in batch:
            update.held = False
        return [update.body for update in batch]

    def terminate(self, reason: str = TERMINATED_BY_WEBHOOK) -> None:
        """End a waiting getUpdates with 409."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(conflict(reason))
        self._waiter = None

    async def _arrival(self, timeout: float) -> None:
        waiter = self._waiter = asyncio.get_running_loop().create_future()
        self.signal.notify()
        try:
            async with asyncio.timeout(timeout):
                await waiter
        except TimeoutError:
            pass
        finally:
            if self._waiter is waiter:
                self._waiter = None

    def _enqueue(self, update: Update) -> None:
        if self.twice:
            self.twice -= 1
            update.again += 1
        self.pending.append(update)
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
        self.signal.notify()


def _stays(update: Update, offset: int) -> bool:
    if update.id >= offset or update.held:
        return True
    if update.again:
        update.again -= 1
        update.held = True
    return update.held
