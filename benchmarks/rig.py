"""The real hotline as its own process on an embedded Telegram that lives here and notes what happened when."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.site import add_staff
from bot.catalog import load_catalog
from bot.clock import Clock
from bot.read_config import load
from practice.telegram import Phone, Telegram
from practice.telegram.world import Call
from storage.store import Store, open_store
from tests.hotline import Hotline

Settings = Mapping[str, Mapping[str, Any]]

LONG: Settings = {
    "alerts": {"repeat_every": "14d", "escalate_after": "14d", "claim_check_after": "14d"},
    "retention": {"hide_after": "14d"},
}
"""Nothing comes by itself while something else is measured."""


class Watched(Telegram):
    """A Telegram that knows when it handed out each update."""

    def __init__(self, *, limits: bool = True) -> None:
        super().__init__(limits=limits, seed=1)
        self.handed: dict[int, float] = {}  # update id to time.perf_counter()

    def record(self, call: Call) -> None:
        """Note the calls, and of getUpdates what it brought."""
        super().record(call)
        if call.method == "getUpdates" and call.status == 200:
            now = time.perf_counter()
            for update in call.result:
                self.handed.setdefault(update["update_id"], now)

    def refused(self) -> int:
        """Return how often it has said "too many requests"."""
        return sum(call.status == 429 for call in self.calls)


@asynccontextmanager
async def hotline_on(telegram: Telegram, settings: Settings) -> AsyncIterator[Hotline]:
    """Make a hotline in a folder of its own; whoever asks starts it. Afterwards its output must be clean."""
    with TemporaryDirectory() as name:
        hotline = Hotline(telegram, Path(name) / "hotline")
        await hotline.create(settings)
        try:
            yield hotline
        finally:
            if hotline.is_running:
                await hotline.stop()
        hotline.assert_clean()


@asynccontextmanager
async def store_of(hotline: Hotline) -> AsyncIterator[Store]:
    """Open the database of a hotline that is not running, on its Telegram's clock."""
    clock = Clock(hotline.telegram.clock.now)
    store = await open_store(load(hotline.config), load_catalog(), clock, hotline.bot.id)
    try:
        yield store
    finally:
        await store.close()


async def staff(hotline: Hotline, regions: Sequence[str], count: int) -> list[Phone]:
    """Put lawyers into the database of a hotline that is not running, spread over the regions."""
    phones = [hotline.telegram.phone(f"Юрист {n}") for n in range(count)]
    for phone in phones:
        phone.chat.standing.started = True  # they have opened the bot: it cannot write first
    async with store_of(hotline) as store:
        await add_staff(store, [(phone.id, regions[n % len(regions)]) for n, phone in enumerate(phones)])
    return phones
