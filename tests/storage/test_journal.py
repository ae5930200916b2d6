"""The inbox: what arrived is on disk once, is worked off once, and leaves no content behind."""

from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from bot.clock import DAY
from storage import schema
from storage.journal import DONE, PARKED, WAITING, Arrived, Entry
from storage.store import Store, Tx
from tests.storage.site import Site, do

LANE = b"l" * 16


def arrived(update_id: int, raw: bytes = b'{"text":"?"}', *, urgent: bool = False) -> Arrived:
    return Arrived(update_id, raw, LANE, urgent)


async def append(store: Store, *batch: Arrived) -> list[Entry]:
    return await do(store, lambda tx: tx.journal.append(batch))


async def waiting(store: Store) -> list[Entry]:
    return await do(store, lambda tx: tx.journal.waiting())


async def table(store: Store) -> list[Any]:
    return await store.database.run(lambda c: list(c.execute(select(schema.journal)).mappings()))


async def test_a_batch_comes_back_in_the_order_it_arrived(store: Store, site: Site) -> None:
    first = await append(store, arrived(7), arrived(5), arrived(6, urgent=True))
    second = await append(store, arrived(1))

    store = await site.again()

    assert await waiting(store) == first + second
    assert [(each.update_id, each.urgent, each.attempts) for each in first] == [
        (7, False, 0),
        (5, False, 0),
        (6, True, 0),
    ]


async def test_an_empty_batch_is_nothing(store: Store) -> None:
    assert await append(store) == []


@pytest.mark.parametrize("batch", [[1], [1, 2, 3]])
async def test_what_comes_again_is_known_waiting_or_done(store: Store, batch: list[int]) -> None:
    entries = await append(store, *map(arrived, batch))
    assert await append(store, *map(arrived, batch)) == []

    await do(store, lambda tx: tx.journal.done(entries[0]))

    assert await append(store, *map(arrived, batch)) == []
    assert len(await table(store)) == len(batch)


async def test_a_batch_that_overlaps_gives_only_what_is_new(store: Store) -> None:
    await append(store, arrived(1), arrived(2))

    fresh = await append(store, arrived(2), arrived(3), arrived(1), arrived(4), arrived(3))

    assert [each.update_id for each in fresh] == [3, 4]


@pytest.mark.parametrize("company", [[], [90, 91]])
async def test_an_old_id_with_other_content_is_a_new_update(store: Store, company: list[int]) -> None:
    await append(store, arrived(1, b"before"))

    fresh = await append(store, arrived(1, b"after"), *map(arrived, company))

    assert fresh[0].raw == b"after"
    assert [each.raw for each in await waiting(store)][:2] == [b"before", b"after"]


async def test_another_bot_of_the_same_database_has_its_own_inbox(store: Store, site: Site) -> None:
    await append(store, arrived(1))
    other = await site.open(bot=77)

    assert await waiting(other) == []
    assert len(await append(other, arrived(1))) == 1


async def test_done_destroys_payload_lane_and_order_and_happens_once(store: Store) -> None:
    [entry] = await append(store, arrived(1))

    assert await do(store, lambda tx: tx.journal.done(entry)) is True
    assert await do(store, lambda tx: tx.journal.done(entry)) is False

    [row] = await table(store)
    assert (row["state"], row["payload"], row["lane"], row["arrival"]) == (DONE, None, None, None)


async def test_a_unit_for_an_entry_runs_exactly_once_and_its_failure_undoes_both(store: Store) -> None:
    [entry] = await append(store, arrived(1))

    def fails(tx: Tx) -> None:
        tx.values.put("seen", 1)
        tx.rows.flush()
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await store.run(fails, entry=entry)
    assert await waiting(store) == [entry]
    assert await do(store, lambda tx: tx.values.get("seen")) is None

    def counts(tx: Tx) -> bool:
        tx.values.put("seen", (tx.values.get("seen") or 0) + 1)
        return True

    assert await store.run(counts, entry=entry) is True
    assert await store.run(counts, entry=entry) is None
    assert await do(store, lambda tx: tx.values.get("seen")) == 1


async def test_failures_are_counted_and_what_is_parked_stays_sealed_and_blocks_nobody(store: Store) -> None:
    bad, good = await append(store, arrived(1), arrived(2))
    assert [await do(store, lambda tx: tx.journal.failed(bad)) for _ in range(3)] == [1, 2, 3]

    await do(store, lambda tx: tx.journal.park(bad))

    assert await waiting(store) == [good]
    assert await do(store, lambda tx: tx.journal.parked()) == 1
    assert {row["update_id"]: row["state"] for row in await table(store) if row["payload"]} == {1: PARKED, 2: WAITING}
    assert await append(store, arrived(1)) == []


async def test_a_damaged_row_is_put_aside_and_the_rest_goes_on(store: Store) -> None:
    await append(store, arrived(1), arrived(2))

    def damage(connection: Connection) -> None:
        connection.execute(update(schema.journal).where(schema.journal.c.update_id == 1).values(payload=b"\1" * 99))

    await store.database.run(damage)

    assert [each.update_id for each in await waiting(store)] == [2]
    assert await do(store, lambda tx: tx.journal.parked()) == 1


async def test_ids_are_remembered_for_seven_days_and_only_of_what_is_done(store: Store, site: Site) -> None:
    entry, _left = await append(store, arrived(1), arrived(2))
    await do(store, lambda tx: tx.journal.done(entry))

    site.move(7 * DAY)
    await do(store, lambda tx: tx.journal.expire())
    assert await append(store, arrived(1)) == []

    site.move(DAY)
    await do(store, lambda tx: tx.journal.expire())
    assert [row["update_id"] for row in await table(store)] == [2]
    assert len(await append(store, arrived(1))) == 1
