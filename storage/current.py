"""Which journal row this task is handling, and what became of it."""

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field

from storage.journal import Entry


@dataclass(slots=True)
class Current:
    """The update being handled in this task: whether it has had its effect, or else what went wrong."""

    entry: Entry
    consumed: bool = False
    error: BaseException | None = None
    decided: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once it is known whether it has its effect."""

    def consume(self) -> None:
        """Note that its unit is committed."""
        self.consumed = True
        self.decided.set()


CURRENT: ContextVar[Current] = ContextVar("current")
