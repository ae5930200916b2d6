"""Telegram's sending limits, as its FAQ states them.

In one private chat one message a second with a short burst; in a group twenty a minute; thirty a
second over all chats. Messages are counted, edits and deletions only in groups. The numbers are
attributes, so a test may move them.
"""

from __future__ import annotations

import math
import time

from practice.clock import PracticeClock
from practice.telegram.errors import too_many


class Bucket:
    """A token bucket."""

    __slots__ = ("level", "rate", "size", "stamp")

    def __init__(self, size: float, rate: float, now: float) -> None:
        self.size, self.rate, self.level, self.stamp = size, rate, size, now

    def wait(self, count: int, now: float) -> float:
        """Seconds until `count` tokens are there; 0 when they are."""
        self.level = min(self.size, self.level + (now - self.stamp) * self.rate)
        self.stamp = now
        # An album may be larger than the bucket: a full bucket is enough for anything.
        return max(0.0, (min(count, self.size) - self.level) / self.rate)


class Limits:
    """All buckets of one bot."""

    def __init__(self, clock: PracticeClock, *, enabled: bool = True) -> None:
        self.enabled = enabled
        self.chat_burst = 5.0
        self.chat_rate = 1.0
        self.group_per_minute = 20.0
        self.total_rate = 30.0
        self._clock = clock
        self._start = (time.monotonic(), clock.now())
        self._chats: dict[int, Bucket] = {}
        self._total: Bucket | None = None

    def spend(self, chat_id: int, count: int = 1) -> None:
        """Count messages to a chat, or refuse with 429."""
        if not self.enabled:
            return
        now = self._now()
        chat = self._chats.get(chat_id) or self._open(chat_id, now)
        if self._total is None:
            self._total = Bucket(self.total_rate, self.total_rate, now)
        wait = max(chat.wait(count, now), self._total.wait(count, now))
        if wait > 0:
            raise too_many(math.ceil(wait))
        chat.level -= count
        self._total.level -= count

    def _open(self, chat_id: int, now: float) -> Bucket:
        if chat_id < 0:
            bucket = Bucket(self.group_per_minute, self.group_per_minute / 60, now)
        else:
            bucket = Bucket(self.chat_burst, self.chat_rate, now)
        self._chats[chat_id] = bucket
        return bucket

    def _now(self) -> float:
        """Seconds on whichever clock ran further: a paused one must not refuse for ever."""
        real, practice = self._start
        return max(time.monotonic() - real, (self._clock.now() - practice) / 1000)
