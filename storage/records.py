"""The small tables: invitations, coded facts, the audit log, and named values."""

import hashlib
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from storage import schema
from storage.rows import Rows, new_id
from storage.vault import from_json, place, to_json

_INVITE = select(schema.invites.c.body).where(schema.invites.c.hash == bindparam("of"))
_USE = delete(schema.invites).where(schema.invites.c.hash == bindparam("of"))
_WEEK = select(schema.facts).where(schema.facts.c.week >= bindparam("first"), schema.facts.c.week <= bindparam("last"))
_DROP_FACT = delete(schema.facts).where(schema.facts.c.id == bindparam("of"))
_LAST_AUDIT = select(schema.audit).order_by(schema.audit.c.n.desc()).limit(1)
_AUDIT = select(schema.audit).order_by(schema.audit.c.n)
_VALUE = select(schema.meta.c.body).where(schema.meta.c.name == bindparam("of"))


class Invites:
    """Single-use invitations, found by the keyed hash of their secret."""

    def __init__(self, rows: Rows) -> None:
        """Use the unit's connection."""
        self._rows = rows

    def add(self, secret: str, value: dict[str, Any]) -> None:
        """Store an invitation."""
        digest = self._hash(secret)
        body = self._rows.shared.keyring.staff.seal_json(value, place("invites", digest))
        self._rows.gather(
            "invites", self._rows.upsert(schema.invites, ("hash",), "body"), digest, {"hash": digest, "body": body}
        )

    def use(self, secret: str) -> dict[str, Any] | None:
        """Return an invitation and destroy it, or None when there is none."""
        self._rows.flush("invites")
        digest = self._hash(secret)
        body = self._rows.execute(_INVITE, {"of": digest}).scalar()
        if body is None:
            return None
        self._rows.execute(_USE, {"of": digest})
        value: dict[str, Any] = self._rows.shared.keyring.staff.open_json(body, place("invites", digest))
        return value

    def _hash(self, secret: str) -> bytes:
        return self._rows.shared.index.of("invite", secret.encode())


class Facts:
    """Coded facts, one a case, sealed under the statistics key; only the case knows which is its own."""

    def __init__(self, rows: Rows) -> None:
        """Use the unit's connection."""
        self._rows = rows

    def put(self, fact_id: bytes | None, week: str, body: bytes) -> bytes:
        """Store a case's fact (a new one when it has none yet); return its id."""
        fact_id = fact_id or new_id()
        sealed = self._rows.shared.keyring.statistics.seal(body, place("facts", fact_id))
        self._rows.gather(
            "facts",
            self._rows.upsert(schema.facts, ("id",), "week", "body"),
            fact_id,
            {"id": fact_id, "week": week, "body": sealed},
        )
        return fact_id

    def drop(self, fact_id: bytes) -> None:
        """Take a fact out of the statistics."""
        self._rows.ungather(lambda row: row["id"] == fact_id, "facts")
        self._rows.execute(_DROP_FACT, {"of": fact_id})

    def between(self, first: str, last: str) -> list[bytes]:
        """Return the facts of the ISO weeks from `first` to `last`, both included."""
        self._rows.flush("facts")
        key = self._rows.shared.keyring.statistics
        found = self._rows.execute(_WEEK, {"first": first, "last": last})
        return [key.open(row.body, place("facts", row.id)) for row in found]


class Audit:
    """Who on the staff did what, each entry chained to the one before."""

    def __init__(self, rows: Rows) -> None:
        """Use the unit's connection."""
        self._rows = rows

    def add(self, act: str, actor: bytes | None, **data: Any) -> None:
        """Write an entry. `actor` is a member's keyed hash, None for the operator or the system."""
        last = self._rows.execute(_LAST_AUDIT).first()
        n = 1 if last is None else last.n + 1
        previous = "" if last is None else hashlib.sha256(last.body).hexdigest()
        entry = {"v": 1, "at": self._rows.now, "act": act, "actor": actor, "data": data, "previous": previous}
        body = self._rows.shared.keyring.audit.seal(to_json(entry), place("audit", b"", n))
        self._rows.execute(schema.audit.insert(), {"n": n, "body": body})

    def entries(self) -> list[dict[str, Any]]:
        """Return the log, oldest first."""
        key = self._rows.shared.keyring.audit
        return [
            {"n": row.n, **from_json(key.open(row.body, place("audit", b"", row.n)))}
            for row in self._rows.execute(_AUDIT)
        ]


class Values:
    """Named values, sealed under the staff key. To change one is to put another."""

    def __init__(self, rows: Rows) -> None:
        """Begin with none read."""
        self._rows = rows
        self._known: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """Return a value or None."""
        if name not in self._known:
            body = self._rows.execute(_VALUE, {"of": name}).scalar()
            opened = self._rows.shared.keyring.staff.open_json
            self._known[name] = None if body is None else opened(body, place("meta", name.encode()))
        return self._known[name]

    def put(self, name: str, value: Any) -> None:
        """Store a value."""
        self._known[name] = value
        body = self._rows.shared.keyring.staff.seal_json(value, place("meta", name.encode()))
        statement = self._rows.upsert(schema.meta, ("name",), "body")
        self._rows.gather("meta", statement, name, {"name": name, "number": 0, "body": body})


def count(rows: Rows, table: Any) -> int:
    """Return how many rows a table holds."""
    return int(rows.execute(select(func.count()).select_from(table)).scalar() or 0)
