"""What a stolen disk shows: nobody. And what is erased is erased from file and log."""

import json
import re
from typing import Any

from sqlalchemy import Connection, select

from bot.domain.ids import CaseId
from storage import schema
from storage.journal import Arrived
from storage.store import Store, Tx
from tests.storage.site import START, Site, binary_rows, case, do, lawyer, person, save_people

CHAT, LAWYER, NUMBER = 987_654_321_012, 876_543_210_123, 765_432_101
MARKERS = (
    "Айжан-Маркер",
    "Улица Маркерная",
    "marker-station",
    "marker-alias",
    "marker-secret",
    "marker-code",
    "osh-marker",
)


async def say_everything(store: Store) -> CaseId:
    """Write every marker into every store that takes words, names or numbers."""

    def unit(tx: Tx) -> CaseId:
        who = person(tx, CHAT, region="osh-marker", source="Айжан-Маркер", page={"Улица Маркерная": 1})
        made = case(tx, who.who, region="osh-marker", answers={"Улица Маркерная": "marker-station"})
        made.code = "marker-code"
        made.record("said", tx.now, "person", text="Айжан-Маркер", number=NUMBER)
        who.cases.append(made.id)
        tx.cases.save(made)
        tx.people.save(who)
        tx.staff.save(lawyer(tx, LAWYER, alias="marker-alias", regions=["osh-marker"]))
        tx.outbox.show(who, "Айжан-Маркер", "marker-station", name="Айжан-Маркер", case=made.id)
        tx.messages.remember(who.who, who.chat, NUMBER, keep=1000, slot=tx.outbox.slot(who.who, "main"), case=made.id)
        raw = json.dumps({"text": "Айжан-Маркер", "id": CHAT}, ensure_ascii=False).encode()
        for n, entry in enumerate(tx.journal.append([Arrived(n, raw, who.who, urgent=False) for n in (1, 2)])):
            if n:
                tx.journal.park(entry)
        tx.timers.set("page", made.id, START)
        tx.invites.add("marker-secret", {"alias": "marker-alias"})
        tx.facts.put(None, "2026-W47", b'{"region":"osh-marker"}')
        tx.audit.add("read", who.who, alias="marker-alias", chat=LAWYER)
        tx.values.put("rota", {"osh-marker": [LAWYER]})
        return made.id

    return await do(store, unit)


def found_in(data: bytes) -> list[str]:
    """Return which markers the bytes show, as text in any common encoding or as a stored integer."""
    words = [
        (word, each)
        for word in MARKERS
        for each in (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode())
    ]
    numbers = [
        (str(number), each)
        for number in (CHAT, LAWYER, NUMBER)
        for each in (
            str(number).encode(),
            number.to_bytes(8, "big"),
            number.to_bytes(6, "big"),
            number.to_bytes(8, "little"),
        )
    ]
    return sorted({name for name, each in words + numbers if each.strip(b"\0") in data})


def test_the_search_finds_what_is_there() -> None:
    for marker in MARKERS:
        assert found_in(b"..." + marker.encode() + b"...") == [marker]
    assert found_in(b"..." + (LAWYER << 8).to_bytes(8, "big")) == [str(LAWYER)]


async def test_file_and_log_name_nobody_while_running_and_after(sqlite_site: Site) -> None:
    store = await sqlite_site.open()
    await say_everything(store)
    assert b"2026-W47" in sqlite_site.bytes_on_disk(), (
        "what is meant to be in clear is there, so the search would see it"
    )

    assert found_in(sqlite_site.bytes_on_disk()) == []

    await store.truncate_log()
    assert sqlite_site.log_size() == 0
    assert found_in(sqlite_site.bytes_on_disk()) == []
    await sqlite_site.close()
    assert found_in(sqlite_site.bytes_on_disk()) == []
    for path in (sqlite_site.epoch_file, sqlite_site.settings.key_file):
        assert found_in(path.read_bytes()) == []


async def test_every_value_of_every_table_names_nobody(site: Site) -> None:
    store = await site.open()
    await say_everything(store)

    def dump(connection: Connection) -> list[Any]:
        return [
            value
            for table in schema.metadata.sorted_tables
            for row in connection.execute(select(table))
            for value in row
        ]

    values = await store.database.run(dump)

    assert len(values) > 50
    shown = b"\0".join(bytes(each) if isinstance(each, bytes | memoryview) else str(each).encode() for each in values)
    assert found_in(shown) == []


async def test_words_in_clear_are_those_of_the_design(site: Site) -> None:
    store = await site.open()
    await say_everything(store)

    def texts(connection: Connection) -> set[str]:
        return {
            value
            for table in schema.metadata.sorted_tables
            for row in connection.execute(select(table))
            for value in row
            if isinstance(value, str)
        }

    assert await store.database.run(texts) == {
        *("index", "staff", "statistics", "audit", "queue", "work", "page", "2026-W47", "rota"),
    }


async def test_sealed_values_come_in_few_sizes(site: Site) -> None:
    store = await site.open()

    def unit(tx: Tx) -> None:
        for length in range(0, 400, 7):
            tx.people.save(person(tx, 1000 + length, source="x" * length))

    await do(store, unit)

    rows = await store.database.run(binary_rows)
    assert len({len(each) for each in rows["people.body"]}) <= 3


async def test_the_same_words_never_give_the_same_bytes(site: Site) -> None:
    store = await site.open()
    await save_people(store, 1, 2, source="a")

    rows = await store.database.run(binary_rows)

    assert len(set(rows["people.body"])) == 2


def test_tables_name_no_plain_column_the_design_does_not_know() -> None:
    clear = {"name", "purpose", "role", "kind", "week"}
    texts = {c.name for t in schema.metadata.tables.values() for c in t.c if str(c.type) == "TEXT"}

    assert texts == clear
    assert not [n for n in schema.metadata.tables if re.search("user|chat|phone", n)]
