"""A store on an empty database, with a clock that stands until it is moved."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.catalog import load_catalog
from bot.clock import Clock
from bot.config import Keys, Settings, Storage
from storage import keyring
from storage.store import Store, open_store
from tests.services.crew import START


@pytest.fixture(name="clock")
def _clock() -> Clock:
    clock = Clock()
    clock.follow(START, 0)
    return clock


@pytest.fixture(name="empty")
async def _empty(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    keyring.create_root(tmp_path / "kalkan.key")
    found = Settings(tmp_path, storage=Storage("sqlite:///kalkan.db"), keys=Keys("kalkan.key"))
    store = await open_store(found, load_catalog(), clock, 4242)
    await store.take_over()
    yield store
    await store.close()
