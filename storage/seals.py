"""Which columns are sealed, under which key, and the place their values are bound to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Table

from storage import schema
from storage.vault import place

Row = Any
Under = Literal["root", "epoch", "queue", "staff", "statistics", "audit", "case"]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed column: what it is sealed under, the place of its value in a row, whether that is itself a key."""

    table: Table
    column: str
    under: Under
    where: Callable[[Row], bytes]
    is_key: bool = False


SEALED = (
    # the queue key's row is the exception: it is under the epoch, and rotates as the epoch does
    Sealed(schema.keyring, "wrapped", "root", lambda row: place("keyring", row["purpose"].encode()), is_key=True),
    Sealed(schema.cases, "wrapped", "epoch", lambda row: place("cases.wrapped", row["id"]), is_key=True),
    Sealed(schema.cases, "head", "case", lambda row: place("cases", row["id"], row["version"])),
    Sealed(schema.events, "body", "case", lambda row: place("events", row["case_id"], row["n"])),
    Sealed(schema.people, "body", "queue", lambda row: place("people", row["who"])),
    Sealed(schema.messages, "body", "queue", lambda row: place("messages", row["id"])),
    Sealed(schema.outbox, "body", "queue", lambda row: place("outbox", row["slot"])),
    Sealed(schema.journal, "payload", "queue", lambda row: place("journal", row["hash"], row["update_id"])),
    Sealed(schema.staff, "body", "staff", lambda row: place("staff", row["who"], row["version"])),
    Sealed(schema.invites, "body", "staff", lambda row: place("invites", row["hash"])),
    Sealed(schema.meta, "body", "staff", lambda row: place("meta", row["name"].encode())),
    Sealed(schema.facts, "body", "statistics", lambda row: place("facts", row["id"])),
    Sealed(schema.audit, "body", "audit", lambda row: place("audit", b"", row["n"])),
)


def under(key: Under) -> tuple[Sealed, ...]:
    """Return the columns sealed under one key."""
    return tuple(each for each in SEALED if each.under == key)
