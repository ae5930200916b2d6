"""One process for all stories of a module whose people never meet: starting one takes longer than a story."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.hours import AFTERNOON, at_hour


@pytest_asyncio.fixture(name="house", scope="module", loop_scope="module")
async def _house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Hotline]:
    """A running hotline; its Telegram is `house.telegram`. The module's tests need loop_scope="module" too.

    A module that wants other settings than the documented ones names them SETTINGS.
    """
    telegram = await Telegram().start()
    await at_hour(telegram, AFTERNOON)
    house = Hotline(telegram, tmp_path_factory.mktemp("house") / "hotline")
    await house.create(getattr(request.module, "SETTINGS", None))
    await house.start()
    yield house
    await house.stop()
    await telegram.stop()
    house.assert_clean()
    assert not telegram.problems, "calls the Bot API does not know:\n" + "\n".join(telegram.problems)


@pytest.fixture(name="telegram")
def _telegram(house: Hotline) -> Telegram:
    return house.telegram
