"""Invitations, coded facts, the audit log, named values."""

import hashlib

import pytest
from sqlalchemy import select, update

from storage import schema
from storage.errors import DamagedError
from storage.records import count
from storage.store import Store, Tx
from tests.storage.site import Site, do


async def test_an_invitation_is_good_once(store: Store, site: Site) -> None:
    await do(store, lambda tx: tx.invites.add("secret", {"role": "lawyer", "regions": ["osh"], "until": 5}))
    store = await site.again()

    assert await do(store, lambda tx: tx.invites.use("guessed")) is None
    assert await do(store, lambda tx: tx.invites.use("secret")) == {"role": "lawyer", "regions": ["osh"], "until": 5}
    assert await do(store, lambda tx: tx.invites.use("secret")) is None


async def test_an_invitation_whose_use_fails_is_good_again(store: Store) -> None:
    await do(store, lambda tx: tx.invites.add("secret", {"role": "lawyer"}))

    def fails(tx: Tx) -> None:
        assert tx.invites.use("secret")
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await store.run(fails)
    assert await do(store, lambda tx: tx.invites.use("secret"))


async def test_facts_are_found_by_week_changed_in_place_and_dropped(store: Store) -> None:
    def put(tx: Tx) -> list[bytes]:
        return [
            tx.facts.put(None, week, body)
            for week, body in (("2026-W01", b"a"), ("2026-W02", b"b"), ("2027-W01", b"c"))
        ]

    first, second, third = await do(store, put)
    assert sorted(await do(store, lambda tx: tx.facts.between("2026-W01", "2026-W52"))) == [b"a", b"b"]

    assert await do(store, lambda tx: tx.facts.put(first, "2026-W02", b"A")) == first
    assert await do(store, lambda tx: tx.facts.between("2026-W01", "2026-W01")) == []
    assert sorted(await do(store, lambda tx: tx.facts.between("2026-W02", "2026-W02"))) == [b"A", b"b"]

    def drop(tx: Tx) -> int:
        tx.facts.put(third, "2027-W01", b"C")
        tx.facts.drop(third)
        tx.facts.drop(second)
        return count(tx.rows, schema.facts)

    assert await do(store, drop) == 1
    assert await do(store, lambda tx: tx.facts.between("2026-W01", "2027-W52")) == [b"A"]


async def test_a_damaged_fact_stops_the_count_rather_than_be_left_out(store: Store) -> None:
    await do(store, lambda tx: tx.facts.put(None, "2026-W01", b"a"))
    await store.database.run(lambda c: c.execute(update(schema.facts).values(body=b"\1" * 99)))

    with pytest.raises(DamagedError):
        await do(store, lambda tx: tx.facts.between("2026-W01", "2026-W01"))


async def test_the_audit_log_keeps_its_order_and_is_a_chain(store: Store, site: Site) -> None:
    def first(tx: Tx) -> None:
        tx.audit.add("claimed", b"\1" * 16, case=b"c")
        tx.audit.add("read", b"\1" * 16)

    await do(store, first)
    store = await site.again()
    later = site.move(5)
    await do(store, lambda tx: tx.audit.add("revoked", None, whom=b"\1" * 16))

    entries = await do(store, lambda tx: tx.audit.entries())

    assert [(each["n"], each["act"], each["actor"]) for each in entries] == [
        (1, "claimed", b"\1" * 16),
        (2, "read", b"\1" * 16),
        (3, "revoked", None),
    ]
    assert entries[0]["data"] == {"case": b"c"}
    assert entries[2]["at"] == later
    bodies = await store.database.run(
        lambda c: c.execute(select(schema.audit.c.body).order_by(schema.audit.c.n)).scalars().all()
    )
    assert [each["previous"] for each in entries] == ["", *(hashlib.sha256(each).hexdigest() for each in bodies[:-1])]


async def test_an_audit_entry_given_another_number_does_not_open(store: Store) -> None:
    await do(store, lambda tx: tx.audit.add("claimed", None))
    await store.database.run(lambda c: c.execute(update(schema.audit).values(n=7)))

    with pytest.raises(DamagedError):
        await do(store, lambda tx: tx.audit.entries())


async def test_a_named_value_is_what_was_put_last_within_a_unit_too(store: Store, site: Site) -> None:
    def put(tx: Tx) -> object:
        tx.values.put("rota", {"osh": [1]})
        tx.values.put("rota", {"osh": [b"\1", None, "Ө"]})
        tx.values.put("other", 0)
        return tx.values.get("rota")

    assert await do(store, put) == {"osh": [b"\1", None, "Ө"]}
    store = await site.again()
    assert await do(store, lambda tx: (tx.values.get("rota"), tx.values.get("other"), tx.values.get("none"))) == (
        *({"osh": [b"\1", None, "Ө"]}, 0, None),
    )
