"""Sealed rows of a case are bound to their case, their number and their version."""

import pytest
from sqlalchemy import Connection, select, update

from storage import schema
from storage.errors import DamagedError
from storage.store import Store, Tx
from storage.vault import place
from tests.storage.site import do, load, opened


@pytest.mark.parametrize("column", ["wrapped", "head"])
async def test_a_row_of_one_case_does_not_open_in_the_place_of_another(store: Store, column: str) -> None:
    one, other = await opened(store), await opened(store)

    def swap(connection: Connection) -> None:
        value = connection.execute(select(schema.cases.c[column]).where(schema.cases.c.id == other.id)).scalar_one()
        connection.execute(update(schema.cases).where(schema.cases.c.id == one.id).values({column: value}))

    await store.database.run(swap)

    with pytest.raises(DamagedError):
        await load(store, one.id)
    assert await load(store, other.id) == other


async def test_an_older_head_put_back_does_not_open(store: Store) -> None:
    made = await opened(store)
    head = await store.database.run(lambda c: c.execute(select(schema.cases.c.head)).scalar_one())

    def go_on(tx: Tx) -> None:
        known = tx.cases.load(made.id)
        assert known
        known.record("claimed", tx.now, "staff")
        tx.cases.save(known)

    await do(store, go_on)
    await store.database.run(lambda c: c.execute(update(schema.cases).values(head=head)))

    with pytest.raises(DamagedError):
        await load(store, made.id)


async def test_an_event_moved_to_another_number_does_not_open(store: Store) -> None:
    made = await opened(store)
    await store.database.run(lambda c: c.execute(update(schema.events).values(n=2)))

    with pytest.raises(DamagedError):
        await do(store, lambda tx: tx.cases.events(made.id))


async def test_the_data_key_of_a_case_stays_the_same_and_no_two_share_one(store: Store) -> None:
    one, other = await opened(store), await opened(store)

    def keys(tx: Tx) -> list[bytes]:
        tx.cases.load(one.id)
        tx.cases.load(other.id)
        return [tx.cases._keys[each][0].secret for each in (one.id, other.id)]

    first = await do(store, keys)
    await do(store, lambda tx: tx.cases.save(tx.cases.load(one.id) or one))

    assert await do(store, keys) == first
    assert first[0] != first[1]
    assert place("cases", one.id, 1) != place("cases", other.id, 1)
