"""Runs whole units of work, one after another, each in one transaction.

On SQLite a unit runs on aiosqlite's own thread, so that its statements cost no thread hops (docs/adr/0001).
On PostgreSQL it runs on one worker thread, serializable, and is run again when the database says so.
A unit is a plain function `unit(connection) -> result` that awaits nothing and may be run more than once.
"""

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

import aiosqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from storage.errors import DiskFullError, StorageError

T = TypeVar("T")

_TRIES = 8
_TURN_SECONDS = 0.001
"""How long one of our two threads may compute while the other waits; Python's own 5 ms would be felt in a page."""
_SQLITE_FULL = 13
_SERIALIZATION_FAILURES = frozenset({"40001", "40P01"})
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
)


class Database(Protocol):
    """A place where units run."""

    async def run(self, unit: Callable[[Connection], T]) -> T:
        """Run a unit in one transaction; all of it is on disk when this returns. Raises StorageError."""
        ...

    async def checkpoint(self) -> bool:
        """Overwrite what the write-ahead log still holds of deleted rows; False while a reader is in the way."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


class _Aiosqlite(aiosqlite.Connection):
    """aiosqlite's connection with its "run this on my thread" made a verb of ours."""

    async def on_thread(self, act: Callable[[], T]) -> T:
        result: T = await self._execute(act)  # type: ignore[no-untyped-call]
        return result

    def die_with_the_process(self) -> None:
        """Let a forgotten close not hang the process at exit."""
        self._thread.daemon = True

    async def ended(self) -> None:
        """Wait for the thread after a failed opening: it still has something to tell the loop."""
        await asyncio.to_thread(self._thread.join)

    @property
    def raw(self) -> sqlite3.Connection:
        return self._conn


class Sqlite:
    """Units on aiosqlite's thread."""

    def __init__(self, aio: _Aiosqlite, connection: Connection, engine: Engine) -> None:
        """Use `open_sqlite`."""
        self._aio = aio
        self._connection = connection
        self._engine = engine

    async def run(self, unit: Callable[[Connection], T]) -> T:
        """Run a unit in one BEGIN IMMEDIATE transaction."""

        def whole() -> T:
            try:
                with self._connection.begin():
                    return unit(self._connection)
            except DBAPIError as error:
                raise _explained(error) from None

        return await asyncio.shield(self._aio.on_thread(whole))

    async def checkpoint(self) -> bool:
        """Move the log into the database and cut it to nothing; False where that cannot be now: no room, or in use."""
        try:
            busy, _, _ = await self._aio.on_thread(
                lambda: self._aio.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            )
        except sqlite3.Error:
            return False
        return bool(busy == 0)

    async def close(self) -> None:
        """Close the connection and end its thread."""
        await self._aio.on_thread(self._connection.close)
        await self._aio.close()


async def open_sqlite(path: str) -> Sqlite:
    """Open (or make) a SQLite file; raises StorageError."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)

    sys.setswitchinterval(_TURN_SECONDS)
    aio = _Aiosqlite(connect, 64)
    aio.die_with_the_process()
    try:
        await aio
    except sqlite3.Error:
        await aio.ended()
        message = f"the database at {path} cannot be opened: check that its folder exists and is writable"
        raise StorageError(message) from None
    engine = create_engine("sqlite://", creator=lambda: aio.raw, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def prepare() -> Connection:
        for pragma in _PRAGMAS:
            aio.raw.execute(pragma)
        return engine.connect()

    try:
        connection = await aio.on_thread(prepare)
    except sqlite3.DatabaseError:
        await aio.close()
        message = f"the file at {path} is not a database of ours, or it is damaged: restore it from a backup"
        raise StorageError(message) from None
    return Sqlite(aio, connection, engine)


class Postgres:
    """Units on one worker thread of a psycopg connection."""

    def __init__(self, engine: Engine) -> None:
        """Use `open_postgres`."""
        self._engine = engine
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="units")

    async def run(self, unit: Callable[[Connection], T]) -> T:
        """Run a unit in one serializable transaction, again on a serialization failure."""

        def whole() -> T:
            for left in reversed(range(_TRIES)):
                try:
                    with self._engine.begin() as connection:
                        return unit(connection)
                except DBAPIError as error:
                    state = getattr(error.orig, "sqlstate", None)
                    if left and state in _SERIALIZATION_FAILURES:
                        continue
                    raise _explained(error) from None
            raise AssertionError

        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, whole))

    async def checkpoint(self) -> bool:
        """Do nothing: PostgreSQL's dead rows and log are covered by the nightly epoch."""
        return True

    async def close(self) -> None:
        """Close the pool and end the thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
        self._thread.shutdown()


async def open_postgres(url: str) -> Postgres:
    """Open a PostgreSQL database; raises StorageError."""
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        hide_parameters=True,
        isolation_level="SERIALIZABLE",
        pool_size=1,
        max_overflow=1,
        pool_pre_ping=True,
    )
    database = Postgres(engine)
    try:
        await database.run(lambda connection: connection.exec_driver_sql("SELECT 1"))
    except (StorageError, OperationalError):
        await database.close()
        message = "the PostgreSQL server of storage.url does not answer: check the address, the user and that it runs"
        raise StorageError(message) from None
    return database


async def open_database(url: str) -> Database:
    """Open the database a settings file names; raises StorageError."""
    if url.startswith("sqlite:///"):
        return await open_sqlite(url.removeprefix("sqlite:///"))
    if url.startswith("postgresql://"):
        return await open_postgres(url)
    message = "storage.url must begin with sqlite:/// or postgresql://"
    raise StorageError(message)


def _explained(error: DBAPIError) -> Exception:
    original: Any = error.orig
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    if code == _SQLITE_FULL or getattr(original, "sqlstate", "") == "53100":
        message = "the disk is full: make room; what could not be stored is asked for again"
        return DiskFullError(message)
    return StorageError(f"the database refused a statement ({type(original).__name__})")
