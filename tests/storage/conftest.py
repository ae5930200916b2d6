"""Every test here that asks for `site` runs on SQLite and on PostgreSQL."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio
from psycopg import sql

from storage import schema
from storage.engine import open_database
from storage.migrate import migrate
from storage.store import Store
from tests.storage.site import Site


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of a database without a table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'kalkan.db'}"
    url: str = request.getfixturevalue("postgres_database")
    return url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with every table and no row, made once: copying it is faster than migrating."""
    path = tmp_path_factory.mktemp("migrated") / "kalkan.db"
    await _migrate(f"sqlite:///{path}")
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_server(postgres_url: str) -> str:
    """Return the URL of a PostgreSQL database with every table and no row, made once."""
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("CREATE DATABASE storage")
    url = f"{postgres_url.rpartition('/')[0]}/storage"
    await _migrate(url)
    return url


async def _migrate(url: str) -> None:
    database = await open_database(url)
    await migrate(database)
    await database.close()


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path)}"


@pytest.fixture
def postgres_storage(migrated_server: str) -> Iterator[str]:
    yield migrated_server
    with psycopg.connect(migrated_server) as connection:
        for table in schema.metadata.tables:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the URL of a database with every table and no row."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_storage")
    return url


@pytest.fixture
async def site(database_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    site = Site(tmp_path, database_url)
    yield site
    await site.close()


@pytest.fixture
async def sqlite_site(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    """A site on SQLite alone, for what only a file shows."""
    site = Site(tmp_path, sqlite_url)
    yield site
    await site.close()


@pytest.fixture
async def store(site: Site) -> Store:
    return await site.open()
