"""The inbox: every update, raw and sealed, on disk before Telegram is told it arrived.

A row's payload is destroyed in the transaction that has its effect; what stays for seven days is the bot's
hash, the update id and a keyed hash of the content, so that a redelivery is known and a new update that
happens to carry an old id is not mistaken for one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage import schema
from storage.errors import DamagedError
from storage.rows import Rows
from storage.vault import Index, place

WAITING, DONE, PARKED = range(3)
REMEMBERED_DAYS = 7
_DAY = 86_400_000

_ID = ("bot", "update_id", "hash")
_KEY = (
    (schema.journal.c.bot == bindparam("of_bot"))
    & (schema.journal.c.update_id == bindparam("of_update"))
    & (schema.journal.c.hash == bindparam("of_hash"))
)
_WAITING = select(schema.journal).where(schema.journal.c.state == WAITING).order_by(schema.journal.c.arrival)
_PARKED = select(func.count()).select_from(schema.journal).where(schema.journal.c.state == PARKED)
_DONE = (
    update(schema.journal)
    .where(_KEY, schema.journal.c.state == WAITING)
    .values(state=DONE, payload=None, lane=None, arrival=None, urgent=0)
)
_FAILED = (
    update(schema.journal)
    .where(_KEY, schema.journal.c.state == WAITING)
    .values(attempts=schema.journal.c.attempts + 1)
    .returning(schema.journal.c.attempts)
)
_PARK = update(schema.journal).where(_KEY).values(state=PARKED, arrival=None)
_EXPIRE = delete(schema.journal).where(schema.journal.c.state == DONE, schema.journal.c.day < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update as it came: `lane` is the chat it belongs to."""

    update_id: int
    raw: bytes
    lane: bytes
    urgent: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An update that waits for its effect; `kept` is whether the journal has it."""

    update_id: int
    hash: bytes
    raw: bytes
    lane: bytes
    urgent: bool
    attempts: int = 0
    kept: bool = True


def entry_of(arrived: Arrived, index: Index, *, kept: bool) -> Entry:
    """Return an update as the journal knows it."""
    digest = index.of("update", arrived.raw)
    return Entry(arrived.update_id, digest, arrived.raw, arrived.lane, arrived.urgent, kept=kept)


class Journal:
    """The journal within one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Use the unit's connection."""
        self._rows = rows

    def append(self, batch: Sequence[Arrived]) -> list[Entry]:
        """Store a batch; return those that were not known yet."""
        entries = [entry_of(arrived, self._rows.shared.index, kept=True) for arrived in batch]
        rows = [self._waiting(entry) for entry in entries]
        if not rows:
            return []
        statement = self._rows.upsert_nothing(schema.journal, _ID)
        if len(rows) == 1:
            return entries if self._rows.execute(statement, rows[0]).rowcount else []
        known = self._known([entry.update_id for entry in entries])
        fresh = {(entry.update_id, entry.hash): entry for entry in entries}
        fresh = {key: entry for key, entry in fresh.items() if key not in known}
        if fresh:
            self._rows.execute(statement, [row for row in rows if (row["update_id"], row["hash"]) in fresh])
        return list(fresh.values())

    def waiting(self) -> list[Entry]:
        """Return everything that waits, in the order it arrived; a damaged row is put aside, it blocks no other."""
        found = []
        for row in self._rows.execute(_WAITING).mappings().all():
            if row["bot"] == self._rows.shared.bot_hash:
                entry = Entry(row["update_id"], row["hash"], b"", row["lane"], bool(row["urgent"]), row["attempts"])
                try:
                    found.append(replace(entry, raw=self._opened(entry, row["payload"])))
                except DamagedError:
                    self._rows.advance_clock()  # raises where not the row is at fault but our keys, for being old ones
                    self.park(entry)
        return found

    def done(self, entry: Entry) -> bool:
        """Destroy the payload, or keep none; False when this has been done already, or the journal has it after all."""
        if entry.kept:
            return bool(self._rows.execute(_DONE, self._key(entry)).rowcount)
        row = self._row(entry, state=DONE, payload=None, lane=None, arrival=None, urgent=0)
        return bool(self._rows.execute(self._rows.upsert_nothing(schema.journal, _ID), row).rowcount)

    def failed(self, entry: Entry) -> int:
        """Count a failed try; return how many there have been."""
        return int(self._rows.execute(_FAILED, self._key(entry)).scalar() or 0)

    def park(self, entry: Entry) -> None:
        """Put an update aside, sealed, for the operator to look at."""
        self._rows.execute(_PARK, self._key(entry))

    def parked(self) -> int:
        """Return how many updates were put aside."""
        return int(self._rows.execute(_PARKED).scalar() or 0)

    def expire(self) -> None:
        """Forget ids that Telegram can no longer send again."""
        self._rows.execute(_EXPIRE, {"before": self._rows.now // _DAY - REMEMBERED_DAYS})

    def _waiting(self, entry: Entry) -> dict[str, Any]:
        where = self._place(entry.update_id, entry.hash)
        return self._row(
            entry,
            state=WAITING,
            payload=self._rows.shared.keyring.queue.seal(entry.raw, where),
            lane=entry.lane,
            arrival=self._rows.shared.next_seq(self._rows.now),
            urgent=int(entry.urgent),
        )

    def _row(self, entry: Entry, **more: Any) -> dict[str, Any]:
        return {
            "bot": self._rows.shared.bot_hash,
            "update_id": entry.update_id,
            "hash": entry.hash,
            "attempts": 0,
            "day": self._rows.now // _DAY,
            **more,
        }

    def _opened(self, entry: Entry, payload: bytes) -> bytes:
        return self._rows.shared.keyring.queue.open(payload, self._place(entry.update_id, entry.hash))

    def _known(self, ids: list[int]) -> set[tuple[int, bytes]]:
        table = schema.journal
        statement = select(table.c.update_id, table.c.hash).where(
            table.c.bot == self._rows.shared.bot_hash, table.c.update_id.in_(ids)
        )
        return {(row.update_id, row.hash) for row in self._rows.execute(statement)}

    def _key(self, entry: Entry) -> dict[str, Any]:
        return {"of_bot": self._rows.shared.bot_hash, "of_update": entry.update_id, "of_hash": entry.hash}

    def _place(self, update_id: int, digest: bytes) -> bytes:
        return place("journal", digest, update_id)
