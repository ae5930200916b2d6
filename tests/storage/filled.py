"""A hotline with something under every key, and ways to look at it: through the doors, and past them."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.domain.ids import CaseId
from storage import schema
from storage.errors import DamagedError
from storage.journal import Arrived
from storage.keyring import load_epochs
from storage.seals import under
from storage.store import Store, Tx
from storage.vault import Key, key_id, place
from tests.storage.site import case, do, lawyer, person

CHAT = 700_001
WITH_PLACE = tuple[bytes, bytes]


async def fill(store: Store) -> CaseId:
    """Put something under every key; return the case it is about."""

    def unit(tx: Tx) -> CaseId:
        who = person(tx, CHAT, source="сестра")
        made = case(tx, who.who, region="osh")
        who.cases.append(made.id)
        tx.cases.save(made)
        tx.people.save(who)
        tx.staff.save(lawyer(tx))
        tx.outbox.show(who, "main", "wait", case=made.id, minutes=3)
        tx.messages.remember(who.who, who.chat, 55, keep=3_600_000, slot=tx.outbox.slot(who.who, "main"), case=made.id)
        tx.messages.remember(who.who, who.chat, 56, keep=3_600_000, came=True)
        entries = tx.journal.append([Arrived(n, b'{"n":%d}' % n, who.who, urgent=False) for n in (1, 2, 3)])
        tx.journal.park(entries[1])
        tx.journal.done(entries[2])
        tx.timers.set("page", made.id, tx.now)
        tx.facts.put(None, "2026-W47", b"{}")
        tx.audit.add("opened", None)
        tx.values.put("name", 1)
        tx.invites.add("secret", {"role": "lawyer"})
        return made.id

    return await do(store, unit)


async def everything(store: Store, case_id: CaseId) -> dict[str, Any]:
    """Read all of it through the doors everybody uses."""

    def unit(tx: Tx) -> dict[str, Any]:
        who = tx.who(CHAT)
        return {
            "case": tx.cases.load(case_id),
            "events": tx.cases.events(case_id),
            "person": tx.people.load(who),
            "staff": tx.staff.all(),
            "outbox": [tx.outbox.get(each.slot) for each in tx.outbox.waiting(9)],
            "messages": sorted(tx.messages.in_chat(who), key=lambda each: each.number),
            "journal": tx.journal.waiting(),
            "parked": tx.journal.parked(),
            "facts": tx.facts.between("2026-W47", "2026-W47"),
            "audit": tx.audit.entries(),
            "value": tx.values.get("name"),
        }

    return await do(store, unit, commit=False)


async def rotating(store: Store) -> list[WITH_PLACE]:
    """Return every value that a rotation must replace, as it lies on the disk, with its place."""

    def act(connection: Connection) -> list[WITH_PLACE]:
        found = [
            (bytes(row[sealed.column]), sealed.where(row))
            for sealed in (*under("epoch"), *under("queue"))
            for row in connection.execute(select(sealed.table)).mappings()
            if row[sealed.column] is not None
        ]
        wrapped = select(schema.keyring.c.wrapped).where(schema.keyring.c.purpose == "queue")
        return [*found, (bytes(connection.execute(wrapped).scalar_one()), place("keyring", b"queue"))]

    return await store.database.run(act)


async def every_key(store: Store, epoch_file: Path, *cases: CaseId) -> list[Key]:
    """Return every key that whoever holds the running hotline can get at."""
    ring = store.shared.keyring

    def unit(tx: Tx) -> list[Key]:
        for each in cases:
            tx.cases.load(each)
        return [key for key, _ in tx.cases._keys.values()]

    of_cases = await do(store, unit)
    filed = load_epochs(epoch_file, ring.root)
    return [ring.root, ring.index, ring.staff, ring.statistics, ring.audit, ring.queue, *ring.epochs, *filed, *of_cases]


def opens(value: WITH_PLACE, keys: list[Key]) -> bool:
    """Tell whether any of the keys opens a value, whatever key id the value claims."""
    sealed, where = value
    for key in keys:
        try:
            Key(key_id(sealed), key.secret).open(sealed, where)
        except DamagedError:
            continue
        return True
    return False
