"""Which journal row this task is handling, and what became of it."""

from contextvars import ContextVar
from dataclasses import dataclass

from storage.journal import Entry


@dataclass(slots=True)
class Current:
    """The update being handled in this task: whether its row was taken off, and what went wrong."""

    entry: Entry
    consumed: bool = False
    error: BaseException | None = None


CURRENT: ContextVar[Current] = ContextVar("current")
