"""One and the same unit, twelve statements and a durable commit, in the three ways it can be run (ADR 1)."""

import itertools
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    bindparam,
    delete,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import create_async_engine

from benchmarks.measure import Act
from benchmarks.raw import PRAGMAS, RawSqlite
from storage.engine import open_sqlite

_THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("kind", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
_ONE = select(_THINGS).where(_THINGS.c.id == bindparam("of"))
_ADD = insert(_THINGS)
_CHANGE = update(_THINGS).where(_THINGS.c.id == bindparam("of")).values(kind=bindparam("to"))
_REMOVE = delete(_THINGS).where(_THINGS.c.id == bindparam("of"))
_BODY = bytes(400)

Step = tuple[Any, dict[str, Any]]


def steps(n: int) -> list[Step]:
    """Return the unit: five reads, five rows written, one changed, one removed."""
    first = n * 5
    return [
        *((_ONE, {"of": first - back}) for back in range(5)),
        *((_ADD, {"id": first + more, "kind": 0, "body": _BODY}) for more in range(5)),
        (_CHANGE, {"of": first, "to": 1}),
        (_REMOVE, {"of": first - 5}),
    ]


def by_itself(raw: RawSqlite) -> Act:
    """Through sqlite3 alone, on the thread that asks."""
    _make(raw.connection)
    numbers = itertools.count(1)
    texts = {id(each): str(each.compile(dialect=sqlite.dialect())) for each in (_ONE, _ADD, _CHANGE, _REMOVE)}
    orders = {id(each): each.compile(dialect=sqlite.dialect()).positiontup for each in (_ONE, _ADD, _CHANGE, _REMOVE)}

    async def act() -> None:
        raw.connection.execute("BEGIN IMMEDIATE")
        for statement, given in steps(next(numbers)):
            values = [given[name] for name in orders[id(statement)] or ()]
            raw.connection.execute(texts[id(statement)], values).fetchall()
        raw.connection.execute("COMMIT")

    return act


@asynccontextmanager
async def on_the_thread(folder: Path) -> AsyncIterator[Act]:
    """As we do it: one function, handed whole to aiosqlite's thread."""
    database = await open_sqlite(str(folder / "thread.db"))
    await database.run(_THINGS.metadata.create_all)
    numbers = itertools.count(1)

    async def act() -> None:
        n = next(numbers)

        def unit(connection: Connection) -> None:
            for statement, given in steps(n):
                found = connection.execute(statement, given)
                if found.returns_rows:
                    found.all()

        await database.run(unit)

    try:
        yield act
    finally:
        await database.close()


@asynccontextmanager
async def statement_by_statement(folder: Path) -> AsyncIterator[Act]:
    """Through SQLAlchemy's async Core over aiosqlite, on a connection that is kept."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'core.db'}")

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    numbers = itertools.count(1)
    async with engine.connect() as connection:
        async with connection.begin():
            await connection.run_sync(_THINGS.metadata.create_all)

        async def act() -> None:
            async with connection.begin():
                for statement, given in steps(next(numbers)):
                    found = await connection.execute(statement, given)
                    if found.returns_rows:
                        found.all()

        yield act
    await engine.dispose()


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, body BLOB NOT NULL)")
