"""Cases: a head and its events, each sealed under the case's own data key, which the epoch key wraps."""

import hashlib
from contextlib import suppress
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from bot.domain.case import Case, Event, case_from
from bot.domain.ids import CaseId
from storage import schema
from storage.errors import DamagedError
from storage.keyring import unwrapped, wrap
from storage.outbox import NAMES as OUTBOX
from storage.rows import Rows
from storage.vault import Key, from_json, place, to_json

_ONE = select(schema.cases).where(schema.cases.c.id == bindparam("id"))
_MANY = select(schema.cases).where(schema.cases.c.id.in_(bindparam("ids", expanding=True)))
_OPEN = select(schema.cases).where(schema.cases.c.open == 1)
_IDS = select(schema.cases.c.id)
_EVENTS = select(schema.events).where(schema.events.c.case_id == bindparam("id")).order_by(schema.events.c.n)
_EVENT = select(schema.events.c.body).where(
    schema.events.c.case_id == bindparam("id"), schema.events.c.n == bindparam("at")
)
_ADD_EVENT = insert(schema.events)
_DESTROY = tuple(
    delete(table).where(column == bindparam("id"))
    for table, column in (
        (schema.events, schema.events.c.case_id),
        (schema.cases, schema.cases.c.id),
        (schema.outbox, schema.outbox.c.case_id),
    )
)


class Cases:
    """The cases one unit of work touches."""

    def __init__(self, rows: Rows) -> None:
        """Begin with none loaded."""
        self._rows = rows
        self._loaded: dict[CaseId, Case] = {}
        self._keys: dict[CaseId, tuple[Key, bytes]] = {}

    def load(self, case_id: CaseId) -> Case | None:
        """Return a case, or None when it is erased or sealed; raises DamagedError."""
        if case_id in self._loaded:
            return self._loaded[case_id]
        row = self._rows.execute(_ONE, {"id": case_id}).mappings().first()
        return None if row is None else self._opened(row)

    def of(self, ids: list[CaseId]) -> list[Case]:
        """Return those of these cases that are kept, in this order; a damaged one is passed over."""
        unknown = [case_id for case_id in ids if case_id not in self._loaded]
        if unknown:
            for row in self._rows.execute(_MANY, {"ids": unknown}).mappings().all():
                with suppress(DamagedError):
                    self._opened(row)
        return [self._loaded[case_id] for case_id in ids if case_id in self._loaded]

    def all_open(self) -> list[Case]:
        """Return every open case; a damaged one is passed over (the operator sees it in `check`)."""
        self._rows.flush("cases")
        found = []
        for row in self._rows.execute(_OPEN).mappings():
            try:
                found.append(self._loaded.get(row["id"]) or self._opened(row))
            except DamagedError:
                continue
        return [case for case in found if case.state == "open"]

    def all_ids(self) -> list[CaseId]:
        """Return the id of every case kept."""
        return [CaseId(row.id) for row in self._rows.execute(_IDS)]

    def save(self, case: Case) -> None:
        """Store a case with the events it recorded since it was loaded."""
        key, wrapped = self._key_of(case.id)
        for event in case.fresh:
            case.n += 1
            plain = to_json({"v": event.v, "kind": event.kind, "at": event.at, "by": event.by, "data": event.data})
            case.last_hash = hashlib.sha256(bytes.fromhex(case.last_hash) + plain).hexdigest()
            self._rows.gather(
                "events",
                _ADD_EVENT,
                (case.id, case.n),
                {"case_id": case.id, "n": case.n, "body": key.seal(plain, place("events", case.id, case.n))},
            )
        case.fresh.clear()
        self._loaded[case.id] = case
        self._rows.gather(
            "cases",
            self._rows.upsert(schema.cases, ("id",), "open", "version", "head"),
            case.id,
            {
                "id": case.id,
                "code": self._rows.shared.index.of("code", case.code.encode()),
                "open": int(case.state == "open"),
                "version": case.n,
                "wrapped": wrapped,
                "head": key.seal_json(case.summary(), place("cases", case.id, case.n)),
            },
        )

    def events(self, case_id: CaseId) -> list[Event]:
        """Return the events of a case in their order; raises DamagedError."""
        self._rows.flush("events", "cases")
        if self.load(case_id) is None:
            return []
        key = self._keys[case_id][0]
        found = self._rows.execute(_EVENTS, {"id": case_id}).mappings()
        return [_event(key.open(row["body"], place("events", case_id, row["n"]))) for row in found]

    def event(self, case_id: CaseId, n: int) -> Event | None:
        """Return one event, or None when its case is gone."""
        self._rows.flush("events", "cases")
        if self.load(case_id) is None:
            return None
        body = self._rows.execute(_EVENT, {"id": case_id, "at": n}).scalar()
        return None if body is None else _event(self._keys[case_id][0].open(body, place("events", case_id, n)))

    def destroy(self, case_id: CaseId) -> None:
        """Destroy a case: its data key, its rows, and what waits to be sent about it."""
        self._rows.ungather(lambda row: row.get("case_id") == case_id, "events", *OUTBOX)
        self._rows.ungather(lambda row: row["id"] == case_id, "cases")
        for statement in _DESTROY:
            self._rows.execute(statement, {"id": case_id})
        self._loaded.pop(case_id, None)
        self._keys.pop(case_id, None)

    def _opened(self, row: Any) -> Case:
        case_id, wrapped, head, version = (row[name] for name in ("id", "wrapped", "head", "version"))
        key = unwrapped(self._rows.shared.keyring.unwrap(wrapped, place("cases.wrapped", case_id)))
        case = case_from(case_id, key.open_json(head, place("cases", case_id, version)))
        self._keys[case_id] = key, wrapped
        self._loaded[case_id] = case
        return case

    def _key_of(self, case_id: CaseId) -> tuple[Key, bytes]:
        if case_id not in self._keys:
            key = Key.new()
            self._keys[case_id] = key, wrap(key, self._rows.shared.keyring.epoch, "cases.wrapped", case_id)
        return self._keys[case_id]


def _event(plain: bytes) -> Event:
    value = from_json(plain)
    return Event(value["kind"], value["at"], value["by"], value["data"], value["v"])
