"""What the practice room shows beside a sealed row: each column through the one table of places."""

from hashlib import sha256

from sqlalchemy import Connection, select, update

from storage import schema
from storage.epochs import rotate
from storage.opened import open_table
from storage.seals import SEALED
from storage.store import Store
from tests.storage.filled import fill
from tests.storage.site import Site, do


async def test_every_sealed_column_opens_at_its_place(store: Store) -> None:
    await fill(store)

    for each in SEALED:
        found = await open_table(store, each.table.name)
        assert each.column in found.columns
        assert found.values
        assert None not in found.values.values(), each.table.name


async def test_each_value_is_found_by_its_bytes_and_reads_as_json(store: Store) -> None:
    case_id = await fill(store)
    case = await do(store, lambda tx: tx.cases.load(case_id))
    assert case is not None

    def sealed(connection: Connection) -> bytes:
        return bytes(connection.execute(select(schema.cases.c.head)).scalar_one())

    head = (await open_table(store, "cases")).values[sha256(await store.database.run(sealed)).hexdigest()]

    assert head["code"] == case.code


async def test_a_key_is_named_and_never_shown(store: Store) -> None:
    await fill(store)
    secrets = {getattr(store.shared.keyring, name).secret.hex() for name in ("queue", "staff", "audit", "index")}

    told = str(await open_table(store, "keyring"))

    assert store.shared.keyring.queue.id.hex() in told
    assert not any(secret in told for secret in secrets)


async def test_it_follows_keys_that_another_process_has_replaced(site: Site) -> None:
    reader = await site.open()
    await fill(reader)
    await rotate(await site.open())

    for name in ("cases", "events", "people", "messages", "keyring"):
        assert None not in (await open_table(reader, name)).values.values()


async def test_what_is_damaged_does_not_open_and_what_is_erased_is_gone(store: Store) -> None:
    case_id = await fill(store)

    def damage(connection: Connection) -> None:
        body = connection.execute(select(schema.people.c.body)).scalar_one()
        connection.execute(update(schema.people).values(body=body[:-1] + bytes([body[-1] ^ 1])))

    await store.database.run(damage)
    await do(store, lambda tx: tx.cases.destroy(case_id))

    assert list((await open_table(store, "people")).values.values()) == [None]
    assert (await open_table(store, "cases")).values == {}
    assert (await open_table(store, "events")).values == {}
