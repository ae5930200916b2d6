"""What is erased or done is erased from file and log."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, select

from storage import schema
from storage.journal import Arrived
from storage.store import Tx
from tests.storage.filled import CHAT, fill
from tests.storage.site import Site, do


async def test_an_erased_case_is_in_neither_file_nor_log(sqlite_site: Site) -> None:
    store = await sqlite_site.open()
    case_id = await fill(store)

    def of_case(connection: Connection) -> list[bytes]:
        row = connection.execute(select(schema.cases).where(schema.cases.c.id == case_id)).one()
        events = connection.execute(select(schema.events.c.body).where(schema.events.c.case_id == case_id)).scalars()
        waiting = connection.execute(select(schema.outbox.c.body).where(schema.outbox.c.case_id == case_id)).scalars()
        return [row.wrapped, row.head, row.code, *events, *waiting]

    captured = await store.database.run(of_case)
    assert len(captured) == 5
    assert all(each in sqlite_site.bytes_on_disk() for each in captured)

    def erase(tx: Tx) -> None:
        tx.cases.destroy(case_id)
        tx.people.forget(tx.who(CHAT))
        tx.timers.cancel_all(case_id)
        tx.messages.forget([each.id for each in tx.messages.of_case(case_id)])

    await do(store, erase)
    assert await store.truncate_log()

    data = sqlite_site.bytes_on_disk()
    assert not [each for each in captured if each in data]
    assert bytes(case_id) not in data


async def test_a_reader_in_the_way_of_the_log_is_told_and_a_later_try_succeeds(sqlite_site: Site) -> None:
    store = await sqlite_site.open()
    case_id = await fill(store)
    await store.truncate_log()
    await do(store, lambda tx: tx.values.put("before", 1))
    reader = sqlite3.connect(sqlite_site.url.removeprefix("sqlite:///"), isolation_level=None)
    reader.execute("PRAGMA busy_timeout=0")
    await store.database.run(lambda c: c.exec_driver_sql("PRAGMA busy_timeout=50").scalar())
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM cases").fetchone()
    await do(store, lambda tx: tx.cases.destroy(case_id))

    assert await store.truncate_log() is False

    reader.execute("COMMIT")
    reader.close()
    assert await store.truncate_log() is True


async def test_a_done_update_leaves_nothing_of_its_payload(sqlite_site: Site) -> None:
    store = await sqlite_site.open()
    [entry] = await do(store, lambda tx: tx.journal.append([Arrived(1, b"{}", b"lane-of-somebody", urgent=False)]))
    payload = await store.database.run(lambda c: c.execute(select(schema.journal.c.payload)).scalar_one())
    assert payload in sqlite_site.bytes_on_disk()

    await do(store, lambda tx: tx.journal.done(entry))
    await store.truncate_log()

    data = sqlite_site.bytes_on_disk()
    assert payload not in data
    assert b"lane-of-somebody" not in data


async def test_a_log_that_cannot_be_cut_is_no_reason_to_stop(sqlite_site: Site) -> None:
    """SQLite refuses with an error, and not with an answer, while a statement of the same connection is open."""
    store = await sqlite_site.open()
    await fill(store)
    database: Any = store.database
    raw = database._aio.raw
    begun = await database._aio.on_thread(lambda: raw.execute("SELECT name FROM sqlite_master"))

    assert await store.truncate_log() is False

    await database._aio.on_thread(begun.close)
    assert await store.truncate_log() is True
