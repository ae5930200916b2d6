"""One unit of work's view of the rows: read, change, and flush everything at the end in few statements."""

import importlib
import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, case, select, tuple_, update

from bot.domain.people import Staff
from storage import schema
from storage.errors import FencedError
from storage.keyring import Keyring
from storage.vault import Index

WORK = "work"
_ADVANCE = (
    update(schema.leases)
    .where(schema.leases.c.role == WORK, schema.leases.c.fence == bindparam("held"))
    .values(
        committed=case(
            (schema.leases.c.committed < bindparam("now"), bindparam("now")), else_=schema.leases.c.committed
        )
    )
)
_QUEUE = select(schema.keyring.c.wrapped).where(schema.keyring.c.purpose == "queue")


@dataclass(frozen=True, slots=True)
class Coming:
    """Keys that are being put in use: they hold from the moment the database shows this wrapped queue key."""

    wrapped: bytes
    keyring: Keyring
    fence: int


@dataclass(slots=True)
class Shared:
    """What all units of one process share: keys, hashes, the fence it holds, and a counter that only grows."""

    keyring: Keyring
    index: Index
    bot: int
    fence: int
    dialect: str
    coming: Coming | None = None
    staff: dict[bytes, tuple[bytes, Staff]] = field(default_factory=dict)  # opened before: sealed body, member
    _sequence: "itertools.count[int]" = field(default_factory=itertools.count)
    _last: int = 0

    @property
    def bot_hash(self) -> bytes:
        """Return the keyed hash of the bot's id, as rows carry it."""
        return self.index.of("bot", b"", 8)

    def next_seq(self, now: int) -> int:
        """Return a number larger than any before it, in this process and, but for clock faults, in all."""
        self._last = max(self._last + 1, now << 12)
        return self._last

    def settle(self, connection: Connection) -> None:
        """Take up coming keys when, and only when, the database says that the change was committed."""
        if self.coming is not None and connection.execute(_QUEUE).scalar() == self.coming.wrapped:
            self.keyring, self.fence, self.coming = self.coming.keyring, self.coming.fence, None


class Rows:
    """Statements over one connection, with writes gathered by kind and sent together."""

    def __init__(self, connection: Connection, shared: Shared, now: int) -> None:
        """Begin with nothing gathered."""
        self.connection = connection
        self.shared = shared
        self.now = now
        self.statements = 0
        self._gathered: dict[str, tuple[Any, dict[Any, dict[str, Any]]]] = {}

    def execute(self, statement: Any, parameters: Any = None) -> Any:
        """Run one statement and count it."""
        self.statements += 1
        return self.connection.execute(statement, parameters)

    def gather(self, name: str, statement: Any, key: Any, row: dict[str, Any]) -> None:
        """Keep a row for `statement`; a later row with the same key takes its place."""
        self._gathered.setdefault(name, (statement, {}))[1][key] = row

    def ungather(self, unwanted: Callable[[dict[str, Any]], bool], *names: str) -> None:
        """Forget gathered rows that are no longer wanted."""
        for name in names:
            _, rows = self._gathered.get(name, (None, {}))
            for key in [key for key, row in rows.items() if unwanted(row)]:
                del rows[key]

    def ungather_one(self, name: str, key: Any) -> None:
        """Forget the row gathered under this key."""
        if name in self._gathered:
            self._gathered[name][1].pop(key, None)

    def flush(self, *names: str) -> None:
        """Send what was gathered, or only what was gathered under `names`: one statement a kind, by the alphabet."""
        for name in names or sorted(self._gathered):
            statement, rows = self._gathered.pop(name, (None, {}))
            if rows:
                self.execute(statement, list(rows.values()))

    def advance_clock(self) -> None:
        """Commit this unit's time under our fence; raises FencedError when a newer worker has taken over."""
        if self.execute(_ADVANCE, {"held": self.shared.fence, "now": self.now}).rowcount != 1:
            message = "a newer process works on this database; this one stops"
            raise FencedError(message)

    def upsert(
        self, table: Table, keys: tuple[str, ...], *changed: str, lesser: tuple[tuple[str, ...], ...] = ()
    ) -> Any:
        """Return an insert that updates the columns `changed` when the row is there already.

        Columns named together in `lesser` take the lesser of both rows' values, compared in that order.
        """
        return _upsert(self.shared.dialect, table, keys, changed, lesser)

    def upsert_nothing(self, table: Table, keys: tuple[str, ...]) -> Any:
        """Return an insert that leaves a row alone that is there already."""
        return _upsert(self.shared.dialect, table, keys)


@cache
def _upsert(
    dialect: str,
    table: Table,
    keys: tuple[str, ...],
    changed: tuple[str, ...] = (),
    lesser: tuple[tuple[str, ...], ...] = (),
) -> Any:
    statement = importlib.import_module(f"sqlalchemy.dialects.{dialect}").insert(table)  # the other one costs 0.1 s
    if not changed:
        nothing = statement.on_conflict_do_nothing(index_elements=[table.c[key] for key in keys])
        return nothing.execution_options(preserve_rowcount=True)  # PostgreSQL's is lost otherwise
    new = statement.excluded
    values = {table.c[name]: new[name] for name in changed}
    for names in lesser:
        stays = tuple_(*(table.c[name] for name in names)) < tuple_(*(new[name] for name in names))
        values |= {table.c[name]: case((stays, table.c[name]), else_=new[name]) for name in names}
    return statement.on_conflict_do_update(index_elements=[table.c[key] for key in keys], set_=values)


def new_id() -> bytes:
    """Return 12 random bytes."""
    return os.urandom(12)
