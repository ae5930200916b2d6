"""From nothing to the tables of schema.py; what is not ours, or newer than us, is left as it is."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata, produce_migrations, render_python_code
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, column, create_engine, event, insert, inspect, select, table, text

from storage import migrate as migration
from storage import schema
from storage.engine import Database, open_database
from storage.errors import NewerSchemaError, StorageError
from storage.migrate import LATEST, migrate

ROOT = Path(__file__).parents[2]
DDL = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version' ORDER BY name"
UP_TO_DATE = """
import asyncio, sys
from sqlalchemy import event
from storage.engine import open_sqlite
from storage.migrate import migrate

async def main():
    database = await open_sqlite(sys.argv[1])
    said = []
    event.listen(database._engine, "before_cursor_execute", lambda *a: said.append(a[2]))
    await migrate(database)
    print([each for each in said if not each.startswith("BEGIN")], "alembic" in sys.modules)
    await database.close()

asyncio.run(main())
"""


@pytest.fixture(name="database")
async def _database(empty_database_url: str) -> AsyncIterator[Database]:
    database = await open_database(empty_database_url)
    yield database
    await database.close()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_migrations_and_schema_do_not_drift_apart(database: Database) -> None:
    def differences(connection: Connection) -> tuple[list[Any], str]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        operations = produce_migrations(context, schema.metadata).upgrade_ops
        assert operations is not None
        return compare_metadata(context, schema.metadata), render_python_code(operations)

    await migrate(database)
    found, needed = await database.run(differences)

    assert not found, "a new revision in storage/migrations/versions must do this:\n" + needed


async def test_sqlite_tables_are_letter_by_letter_those_of_the_schema(tmp_path: Path) -> None:
    plain = create_engine(f"sqlite:///{tmp_path / 'plain.db'}")
    with plain.begin() as connection:
        schema.metadata.create_all(connection)
        wanted = connection.execute(text(DDL)).all()
    plain.dispose()

    database = await open_database(f"sqlite:///{tmp_path / 'migrated.db'}")
    await migrate(database)
    found = await database.run(lambda connection: connection.execute(text(DDL)).all())
    await database.close()

    assert found == wanted


def test_latest_is_the_head_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(migration._SCRIPTS))

    assert ScriptDirectory.from_config(config).get_heads() == [LATEST]


def in_another_process(script: str, *arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


async def test_an_up_to_date_database_costs_one_query_and_no_import_of_alembic(tmp_path: Path) -> None:
    path = str(tmp_path / "kalkan.db")
    database = await open_database("sqlite:///" + path)
    await migrate(database)
    await database.close()

    assert in_another_process(UP_TO_DATE, path) == "['SELECT version_num FROM alembic_version'] False"


async def test_what_waits_and_what_is_due_outlives_an_upgrade(database: Database) -> None:
    def first_version(connection: Connection) -> None:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(migration._SCRIPTS))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, "0001")
        waiting = {
            "id": b"i" * 12,
            "slot": b"s" * 16,
            "rev": b"r" * 8,
            "lane": b"l" * 16,
            "case_id": None,
            "body": b"b",
        }
        numbers = {"case_id": None, "body": b"b", "urgency": 1, "rank": 2, "seq": 3, "not_before": 4, "attempts": 5}
        _insert(connection, "outbox", waiting | numbers)
        due = {"id": b"i" * 12, "kind": "escalate", "subject": b"c" * 12, "due": 7, "urgent": 1, "attempts": 0}
        _insert(connection, "timers", due)

    await database.run(first_version)
    await migrate(database)

    waiting, due = await database.run(
        lambda c: (c.execute(select(schema.outbox)).one(), c.execute(select(schema.timers)).one())
    )
    assert tuple(waiting) == (b"s" * 16, b"r" * 8, b"l" * 16, 1, 2, 3, 4, 5, None, b"b")
    assert tuple(due) == (b"c" * 12, "escalate", 7, 1, 0)


def _insert(connection: Connection, name: str, row: dict[str, Any]) -> None:
    connection.execute(insert(table(name, *map(column, row))).values(row))


async def test_an_upgrade_that_fails_half_way_leaves_nothing_and_can_be_repeated(database: Database) -> None:
    broken = True

    def fail(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if broken and "CREATE TABLE timers" in statement:
            raise RuntimeError

    event.listen(database._engine, "before_cursor_execute", fail)  # type: ignore[attr-defined]
    with pytest.raises(RuntimeError):
        await migrate(database)
    assert await database.run(tables) == set()

    broken = False
    await migrate(database)
    assert await database.run(tables) == {*schema.metadata.tables, "alembic_version"}


async def test_two_processes_that_start_at_once_do_not_trip_over_each_other(empty_database_url: str) -> None:
    both = [await open_database(empty_database_url), await open_database(empty_database_url)]

    await asyncio.gather(*(migrate(each) for each in both))

    assert await both[0].run(tables) == {*schema.metadata.tables, "alembic_version"}
    for each in both:
        await each.close()


async def test_a_newer_database_is_refused_with_one_line_and_not_touched(database: Database) -> None:
    await migrate(database)
    await database.run(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))

    with pytest.raises(NewerSchemaError, match=r"^this database was written by a newer version.*install that version$"):
        await migrate(database)

    assert await database.run(lambda c: c.execute(text("SELECT version_num FROM alembic_version")).scalar()) == "9999"


@pytest.mark.parametrize("versioned", [False, True])
async def test_somebody_elses_database_is_refused_with_one_line_and_not_touched(
    database: Database, *, versioned: bool
) -> None:
    def of_others(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE orders (id INTEGER)"))
        if versioned:
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
            connection.execute(text("INSERT INTO alembic_version VALUES ('abc')"))

    await database.run(of_others)
    before = await database.run(tables)

    with pytest.raises(
        StorageError, match=r"^storage\.url names a database of something else.*one of its own$"
    ) as told:
        await migrate(database)

    assert not isinstance(told.value, NewerSchemaError)
    assert await database.run(tables) == before
