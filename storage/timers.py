"""What is due when. One row for each kind and subject; setting it again moves it."""

import random
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage import schema
from storage.rows import Rows

_QUARTER = 15 * 60_000
_DUE = (
    select(schema.timers)
    .where(schema.timers.c.due <= bindparam("at"))
    .order_by(schema.timers.c.urgent.desc(), schema.timers.c.due)
    .limit(bindparam("most"))
)
_NEXT = select(schema.timers.c.due).order_by(schema.timers.c.due).limit(1)
_ONE = schema.timers.c.subject == bindparam("of"), schema.timers.c.kind == bindparam("what")
_CANCEL = delete(schema.timers).where(*_ONE)
_DONE = _CANCEL.where(schema.timers.c.due == bindparam("at"))
_CANCEL_ALL = delete(schema.timers).where(schema.timers.c.subject == bindparam("of"))
_OF = select(schema.timers.c.kind, schema.timers.c.due).where(schema.timers.c.subject == bindparam("of"))
_LATER = (
    update(schema.timers)
    .where(*_ONE, schema.timers.c.due == bindparam("at"))
    .values(due=bindparam("until"), attempts=schema.timers.c.attempts + 1)
)


@dataclass(frozen=True, slots=True)
class Timer:
    """A due row. `attempts` counts the tries that failed."""

    kind: str
    subject: bytes
    due: int
    attempts: int


class Timers:
    """The timers one unit of work sets or cancels."""

    def __init__(self, rows: Rows) -> None:
        """Begin with nothing gathered."""
        self._rows = rows
        self.soonest: int | None = None
        """When the earliest timer is due that this unit has set."""

    def set(self, kind: str, subject: bytes, due: int, *, exact: bool = True) -> None:
        """Make `kind` due for `subject`. What is not exact falls on a later quarter of an hour, with jitter."""
        if not exact:
            due = (due // _QUARTER + 1) * _QUARTER + random.SystemRandom().randrange(_QUARTER)
        self.soonest = due if self.soonest is None else min(due, self.soonest)
        row = {"subject": subject, "kind": kind, "due": due, "urgent": int(exact), "attempts": 0}
        statement = self._rows.upsert(schema.timers, ("subject", "kind"), "due", "urgent", "attempts")
        self._rows.ungather(lambda row: (row["what"], row["of"]) == (kind, subject), "timers.cancelled")
        self._rows.gather("timers", statement, (kind, subject), row)

    def cancel(self, kind: str, subject: bytes) -> None:
        """Let `kind` not come for `subject`, unless it is set again in this unit: that alone replaces the row."""
        self._rows.ungather(lambda row: (row["kind"], row["subject"]) == (kind, subject), "timers")
        self._rows.gather("timers.cancelled", _CANCEL, (kind, subject), {"what": kind, "of": subject})

    def cancel_all(self, subject: bytes) -> None:
        """Let nothing come for `subject`."""
        self._rows.ungather(lambda row: row["subject"] == subject, "timers")
        self._rows.execute(_CANCEL_ALL, {"of": subject})

    def of(self, subject: bytes) -> dict[str, int]:
        """Return what is due for `subject`: kind to milliseconds."""
        self._rows.flush()
        return {row.kind: row.due for row in self._rows.execute(_OF, {"of": subject})}

    def due(self, most: int) -> list[Timer]:
        """Return what is due now, urgent first."""
        found = self._rows.execute(_DUE, {"at": self._rows.now, "most": most})
        return [Timer(row.kind, row.subject, row.due, row.attempts) for row in found]

    def next_due(self) -> int | None:
        """Return when the next one is due."""
        due: int | None = self._rows.execute(_NEXT).scalar()
        return due

    def done(self, timer: Timer) -> bool:
        """Take a timer off the table; False when somebody else has, or it was moved."""
        return bool(self._rows.execute(_DONE, _row(timer)).rowcount)

    def later(self, timer: Timer, until: int) -> None:
        """Try a timer that failed again at `until`."""
        self._rows.execute(_LATER, _row(timer) | {"until": until})


def _row(timer: Timer) -> dict[str, Any]:
    return {"of": timer.subject, "what": timer.kind, "at": timer.due}
