"""The bot's throw-away database, as whoever seizes the disk would read it: with a stock SQLite and without any key.

Only reads: the file is opened read-only, each look is one short query, and nothing is held open in between, so that the
bot's own housekeeping (emptying the write-ahead log after an erasure) is never kept waiting.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from practice.telegram.jsontypes import Json

_SHOWN_ROWS = 60
_SHOWN_BYTES = 24
_DONE, _PARKED = 1, 2
MESSAGES = "messages"
HOUSEKEEPING = frozenset({"nightly", "purge", "truncate"})
"""Timers of which nobody sees anything."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that will happen by itself: its kind and its practice time in UTC milliseconds."""

    kind: str
    at: int
    urgent: bool

    @property
    def shows(self) -> bool:
        """Whether somebody will see something happen."""
        return self.kind not in HOUSEKEEPING

    @property
    def waits_for_another(self) -> bool:
        """Whether this is done by a timer of another kind, some time after it is due."""
        return self.kind == MESSAGES


@dataclass(frozen=True, slots=True)
class Kept:
    """The updates on the bot's disk, those that had their effect, those given up; what is to be sent, from when on."""

    arrived: frozenset[int] = frozenset()
    handled: frozenset[int] = frozenset()
    parked: frozenset[int] = frozenset()
    to_send: int = 0
    send_from: int | None = None

    @property
    def waiting(self) -> frozenset[int]:
        """Those that still wait for their effect."""
        return self.arrived - self.handled - self.parked


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1.0)) as connection:
        yield connection


def look(path: Path) -> tuple[list[Due], Kept]:
    """Return what is due, soonest first, and what was kept; nothing before the database exists."""
    if not path.exists():
        return [], Kept()
    try:
        with _opened(path) as rows:
            return _dues(rows), _kept(rows)
    except sqlite3.DatabaseError:  # its tables are being made
        return [], Kept()


def _dues(rows: sqlite3.Connection) -> list[Due]:
    found = [Due(*row) for row in rows.execute("SELECT kind, due, urgent FROM timers ORDER BY due")]
    (deletion,) = rows.execute("SELECT min(delete_at) FROM messages").fetchone()
    if deletion is not None:
        found.append(Due(MESSAGES, deletion, urgent=False))
    return sorted(found, key=lambda due: due.at)


def _kept(rows: sqlite3.Connection) -> Kept:
    journal = rows.execute("SELECT update_id, state FROM journal").fetchall()
    to_send, send_from = rows.execute("SELECT count(*), min(not_before) FROM outbox").fetchone()
    return Kept(
        frozenset(number for number, _ in journal),
        frozenset(number for number, state in journal if state == _DONE),
        frozenset(number for number, state in journal if state == _PARKED),
        to_send,
        send_from,
    )


def tables(path: Path) -> list[Json]:
    """Return every table's name and size."""
    if not path.exists():
        return []
    with _opened(path) as rows:
        named = rows.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        return [{"name": name, "rows": _count(rows, name)} for (name,) in named.fetchall()]


def table(path: Path, name: str) -> Json:
    """Return the newest rows of a table as text; raises KeyError for a name that is no table."""
    if name not in {one["name"] for one in tables(path)}:
        raise KeyError(name)
    newest = f'SELECT * FROM "{name}" ORDER BY rowid DESC LIMIT {_SHOWN_ROWS}'  # noqa: S608 - one of the database's own names
    with _opened(path) as rows:
        keys = [column for _, column, *_, place in rows.execute("SELECT * FROM pragma_table_info(?)", [name]) if place]
        found = rows.execute(newest)
        columns = [column[0] for column in found.description]
        return {
            "name": name,
            "columns": columns,
            "keys": [columns.index(each) for each in keys],
            "rows": [[shown(cell) for cell in row] for row in found.fetchall()],
            "total": _count(rows, name),
        }


def shown(cell: object) -> Json:
    """Return a cell as the page shows it: bytes as hexadecimal, cut, with their full size and digest."""
    if isinstance(cell, bytes):
        tail = "…" if len(cell) > _SHOWN_BYTES else ""
        return {"hex": cell[:_SHOWN_BYTES].hex(" ", 2) + tail, "bytes": len(cell), "of": sha256(cell).hexdigest()}
    return {"text": "" if cell is None else str(cell)}


def _count(rows: sqlite3.Connection, name: str) -> int:
    (count,) = rows.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 - one of the database's own names
    return int(count)
