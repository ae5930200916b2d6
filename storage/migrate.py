"""Brings a database's tables to this version, with Alembic; an up-to-date one costs one query and no import of it."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from storage.engine import Database
from storage.errors import NewerSchemaError, StorageError

LATEST = "0002"
_SCRIPTS = Path(__file__).with_name("migrations")
_BOOK = "alembic_version"
_VERSION = text("SELECT version_num FROM alembic_version")
_OURS = frozenset({"keyring", "leases", "journal"})
_ALONE = 0x4B616C6B616E  # the number of an advisory lock; any would do


async def migrate(database: Database) -> None:
    """Upgrade to the latest version.

    Raises NewerSchemaError for a database from a newer version, StorageError for one that is not ours.
    """
    if await database.run(_version) != LATEST:
        await database.run(_upgrade)


def _version(connection: Connection) -> str | None:
    """Return the version the database says it has; None where it says none (its transaction is lost then)."""
    try:
        version: str | None = connection.execute(_VERSION).scalar()
    except (OperationalError, ProgrammingError):
        return None
    return version


def _upgrade(connection: Connection) -> None:
    _be_alone(connection)
    found = set(inspect(connection).get_table_names())
    version = _version(connection) if _BOOK in found else None
    if version == LATEST:  # another process was faster
        return
    if found - {_BOOK} and not (version and found >= _OURS):
        message = "storage.url names a database of something else: give Kalkan one of its own"
        raise StorageError(message)
    _run_alembic(connection, version)


def _be_alone(connection: Connection) -> None:
    """Let no other process upgrade meanwhile. SQLite's BEGIN IMMEDIATE has seen to it already."""
    if connection.dialect.name == "postgresql":
        # A serializable transaction would go on seeing what was there before the lock was given.
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ALONE})


def _run_alembic(connection: Connection, version: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))  # read as a configparser file is
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        message = "this database was written by a newer version of Kalkan: install that version"
        raise NewerSchemaError(message)
    command.upgrade(config, "head")
