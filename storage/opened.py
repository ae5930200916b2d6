"""Sealed values beside what today's keys make of them. Only the practice room looks at rows this way."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, literal_column, select

from storage import schema
from storage.errors import DamagedError
from storage.keyring import Keyring, unwrapped
from storage.seals import SEALED, Sealed
from storage.store import Store, open_keyring
from storage.vault import Key, from_json, key_id, place

NEWEST = 60
"""How many rows are opened: the newest ones, as the database itself keeps them."""
_ORDER = {"sqlite": "rowid", "postgresql": "ctid"}


@dataclass(frozen=True, slots=True)
class Opened:
    """The sealed columns of a table, and by the SHA-256 of each sealed value what it says; None if nothing opens it."""

    columns: tuple[str, ...]
    values: dict[str, Any]


async def open_table(store: Store, name: str) -> Opened:
    """Open a table's newest rows with the keys of this moment. Raises StorageError.

    The store's own keys are not used: whoever runs the hotline may have replaced them meanwhile.
    """
    columns = tuple(each for each in SEALED if each.table.name == name)
    newest: ColumnElement[int] = literal_column(_ORDER[store.shared.dialect]).desc()

    def unit(connection: Connection) -> dict[str, Any]:
        keyring = open_keyring(connection, store.shared.keyring.root, store.settings.key_file)
        known = {key.id: key for key in _keys(connection, keyring)}
        return {
            sha256(row[each.column]).hexdigest(): _said(row, each, known)
            for each in columns
            for row in connection.execute(select(each.table).order_by(newest).limit(NEWEST)).mappings()
            if row[each.column] is not None
        }

    return Opened(tuple(each.column for each in columns), await store.database.run(unit))


def _keys(connection: Connection, keyring: Keyring) -> list[Key]:
    """Return every key there is: the hotline's own and, of each case that still has one, the case's."""
    known = [keyring.root, keyring.staff, keyring.statistics, keyring.audit, keyring.queue, *keyring.epochs]
    for row in connection.execute(select(schema.cases.c.id, schema.cases.c.wrapped)):
        try:
            known.append(unwrapped(keyring.unwrap(row.wrapped, place("cases.wrapped", row.id))))
        except DamagedError:
            continue
    return known


def _said(row: Any, sealed: Sealed, known: dict[bytes, Key]) -> Any:
    value = row[sealed.column]
    try:
        plain = known[key_id(value)].open(value, sealed.where(row))
    except (KeyError, DamagedError):
        return None
    if sealed.is_key:
        return {"key": unwrapped(plain).id.hex()}  # a key's name is enough to see what it is for
    try:
        return json.loads(json.dumps(from_json(plain), default=bytes.hex))
    except ValueError:
        return plain.decode(errors="replace")
