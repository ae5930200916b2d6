"""How the database itself is set, and what is told when it refuses."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from storage import engine
from storage.engine import open_database
from storage.errors import DiskFullError, StorageError
from storage.store import Store
from tests.storage.filled import everything, fill
from tests.storage.site import Site, do


async def test_a_full_disk_is_called_that_and_what_was_there_stays(sqlite_site: Site) -> None:
    store = await sqlite_site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    assert isinstance(store.database, engine.Sqlite)
    pages = await store.database.run(lambda c: c.exec_driver_sql("PRAGMA page_count").scalar_one())
    await store.database.run(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {pages}").scalar())

    with pytest.raises(DiskFullError, match="make room"):
        await do(store, lambda tx: tx.values.put("large", "я" * 200_000))

    assert await everything(store, case_id) == before
    await do(store, lambda tx: tx.values.put("name", 2))


async def test_a_statement_that_is_refused_names_no_value(store: Store) -> None:
    with pytest.raises(StorageError) as told:
        await store.run(lambda tx: tx.rows.connection.execute(text("SELECT 'секрет' FROM nowhere")))

    assert "секрет" not in repr(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


async def test_sqlite_is_set_to_survive_and_to_forget(tmp_path: Path) -> None:
    database = await open_database(f"sqlite:///{tmp_path / 'kalkan.db'}")

    def settings(connection: Any) -> dict[str, Any]:
        names = ("journal_mode", "synchronous", "secure_delete", "trusted_schema", "temp_store")
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}

    found = await database.run(settings)
    await database.close()

    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "trusted_schema": 0, "temp_store": 2}
    assert sqlite3.sqlite_version_info >= (3, 24)
