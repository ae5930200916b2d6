"""An embedded Telegram and the real bot on it, for every test that asks; both are judged at the end."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.hours import AFTERNOON, at_hour


@pytest.fixture(name="telegram")
async def _telegram() -> AsyncIterator[Telegram]:
    telegram = await Telegram().start()
    await at_hour(telegram, AFTERNOON)
    yield telegram
    await telegram.stop()
    assert not telegram.problems, "calls the Bot API does not know:\n" + "\n".join(telegram.problems)


@pytest.fixture(name="hotline")
async def _hotline(telegram: Telegram, tmp_path: Path) -> AsyncIterator[Hotline]:
    hotline = Hotline(telegram, tmp_path / "hotline")
    await hotline.create()
    yield hotline
    if hotline.is_running:
        await hotline.stop()
    hotline.assert_clean()
