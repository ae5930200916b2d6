"""The nightly rotation: what lives goes on, and nothing that was captured before opens any more."""

import asyncio
import os

import pytest
from sqlalchemy import Connection, LargeBinary, select, update

from bot.domain.case import Case
from storage import schema
from storage.epochs import rotate
from storage.errors import FencedError
from storage.keyring import load_epochs
from storage.seals import SEALED
from storage.store import Store, Tx
from storage.vault import key_id
from tests.storage.filled import CHAT, every_key, everything, fill, opens, rotating
from tests.storage.site import Site, binary_rows, case, do, is_sealed


async def test_everything_that_lives_reads_the_same_afterwards(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    assert before["parked"] == 1
    assert before["journal"]
    assert before["outbox"]

    assert await rotate(store) == 0

    assert await everything(store, case_id) == before
    assert await everything(await site.again(), case_id) == before


async def test_nothing_captured_before_opens_with_any_key_there_is(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    captured = await rotating(store)
    assert len(captured) >= 7
    keys = await every_key(store, site.epoch_file, case_id)
    assert all(opens(each, keys) for each in captured)

    await rotate(store)

    keys = await every_key(store, site.epoch_file, case_id)
    assert not any(opens(each, keys) for each in captured)
    assert all(opens(each, keys) for each in await rotating(store))


async def test_the_key_of_an_erased_case_is_gone_for_good(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    of_the_case = [each for each in await rotating(store) if bytes(case_id) in each[1]]
    assert of_the_case
    await do(store, lambda tx: tx.cases.destroy(case_id))
    keys = await every_key(store, site.epoch_file)
    assert all(opens(each, keys) for each in of_the_case), "until the night comes"

    await rotate(store)

    keys = await every_key(store, site.epoch_file)
    assert not any(opens(each, keys) for each in of_the_case)


async def test_no_value_names_an_old_key_and_the_file_holds_one_epoch(site: Site) -> None:
    store = await site.open()
    await fill(store)
    old = {store.shared.keyring.queue.id, store.shared.keyring.epoch.id}

    await rotate(store)

    rows = await store.database.run(binary_rows)
    named = {key_id(each) for values in rows.values() for each in values if is_sealed(each)}
    assert not named & old
    ring = store.shared.keyring
    assert load_epochs(site.epoch_file, ring.root) == ring.epochs == (ring.epoch,)


async def test_the_old_epoch_file_is_overwritten_not_only_unlinked(site: Site) -> None:
    store = await site.open()
    handle = os.open(site.epoch_file, os.O_RDONLY)
    assert os.pread(handle, 10_000, 0).strip(b"\0")

    await rotate(store)

    assert os.pread(handle, 10_000, 0).strip(b"\0") == b""
    os.close(handle)


async def test_old_bytes_are_in_neither_file_nor_log(sqlite_site: Site) -> None:
    store = await sqlite_site.open()
    await fill(store)
    captured = [sealed for sealed, _ in await rotating(store)]
    assert all(each in sqlite_site.bytes_on_disk() for each in captured)

    await rotate(store)

    assert not [each for each in captured if each in sqlite_site.bytes_on_disk()]


async def test_work_that_waits_for_the_rotation_goes_on_with_the_new_keys(site: Site) -> None:
    store = await site.open()
    first = await fill(store)

    def open_one(tx: Tx) -> Case:
        made = case(tx)
        tx.cases.save(made)
        return made

    rotating = asyncio.ensure_future(rotate(store))
    made = await asyncio.gather(*(do(store, open_one) for _ in range(8)))
    assert await rotating == 0
    rotating = asyncio.ensure_future(rotate(store))
    read = await asyncio.gather(*(everything(store, first) for _ in range(8)))
    assert await rotating == 0

    store = await site.again()
    assert read == [await everything(store, first)] * 8
    assert {each.id for each in await do(store, lambda tx: tx.cases.all_open())} == {first, *(each.id for each in made)}


async def test_another_process_with_the_old_keys_can_no_longer_write(site: Site) -> None:
    store = await site.open()
    beside = await site.open(take_over=False)
    await do(beside, lambda tx: tx.values.put("beside", 1))

    await rotate(store)

    with pytest.raises(FencedError):
        await do(beside, lambda tx: tx.values.put("beside", 2))
    assert await do(store, lambda tx: tx.values.get("beside")) == 1


async def test_who_takes_over_after_a_rotation_has_the_new_keys(site: Site) -> None:
    store = await site.open()
    late = await site.open(take_over=False)
    case_id = await fill(store)
    before = await everything(store, case_id)
    await rotate(store)

    await late.take_over()

    assert await everything(late, case_id) == before


async def test_who_was_replaced_does_not_touch_the_epoch_file(site: Site) -> None:
    store = await site.open()
    await site.open()
    before = site.epoch_file.read_bytes()

    with pytest.raises(FencedError):
        await rotate(store)

    assert site.epoch_file.read_bytes() == before


async def test_a_damaged_row_is_left_behind_and_counted(store: Store) -> None:
    case_id = await fill(store)

    def damage(connection: Connection) -> None:
        body = connection.execute(select(schema.people.c.body)).scalar_one()
        connection.execute(update(schema.people).values(body=body[:-1] + bytes([body[-1] ^ 1])))

    await store.database.run(damage)

    assert await rotate(store) == 1
    assert await do(store, lambda tx: tx.cases.load(case_id))
    assert await do(store, lambda tx: tx.messages.in_chat(tx.who(CHAT)))


def test_every_sealed_column_has_its_place() -> None:
    unbounded = {
        f"{table.name}.{column.name}"
        for table in schema.metadata.tables.values()
        for column in table.c
        if isinstance(column.type, LargeBinary) and column.type.length is None
    }

    assert unbounded == {f"{each.table.name}.{each.column}" for each in SEALED}
