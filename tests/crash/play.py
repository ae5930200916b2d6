"""One story, played by phones that do not know that the process may die at any moment."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.catalog import load_catalog
from bot.clock import Clock
from bot.config import load
from practice.telegram import Message, Phone, Telegram
from storage.store import Tx, open_store
from tests.hotline import Hotline

PATIENCE = 300.0


def has(label: str) -> Callable[[Message], bool]:
    """Return a test for a message with a button."""
    return lambda message: message.button(label) is not None


async def tap_once(phone: Phone, label: str, done: Callable[[Phone], object]) -> None:
    """Tap once and wait for the effect, however often the process dies in between: the tap must not be lost."""
    found = await phone.shows(has(label), timeout=PATIENCE)
    await phone.tap(label, found, timeout=0.5)
    await phone.until(done, f"the effect of {label}", timeout=PATIENCE)
    phone.read()


async def person_story(person: Phone) -> None:
    """🆘, me, Bishkek, one flag, enough, and words of one's own."""
    await person.send("🆘")
    await tap_once(person, "Меня", lambda phone: phone.find(has("Бишкек")))
    await tap_once(person, "Бишкек", lambda phone: phone.find(has("◻️ Есть травма")))
    await tap_once(person, "◻️ Есть травма", lambda phone: phone.find(has("☑️ Есть травма")))
    await tap_once(person, "✅", lambda phone: phone.find("Этого достаточно"))
    await person.send("Это мои слова")


async def lawyer_story(lawyer: Phone) -> None:
    """Take the one case that is paged, and wait for the words."""
    await tap_once(lawyer, "✅ Отвечаю", lambda phone: phone.find(has("🔒")))
    await lawyer.shows("Это мои слова", timeout=PATIENCE)


async def keep_alive(hotline: Hotline) -> None:
    """Be the supervisor: start the process again whenever it has died."""
    while True:
        await hotline.wait_exit(within=600)
        await hotline.start(wait=False)


async def with_supervisor(hotline: Hotline, story: Awaitable[None]) -> None:
    """Play a story while the process is started again whenever it dies."""
    keeper = asyncio.ensure_future(keep_alive(hotline))
    try:
        await story
    finally:
        keeper.cancel()
        await asyncio.gather(keeper, return_exceptions=True)


async def records(hotline: Hotline, telegram: Telegram) -> list[dict[str, Any]]:
    """Return what a stopped hotline has kept: for each case its events, timers and the summary that counts."""
    settings = load(Path(hotline.config))
    store = await open_store(settings, load_catalog(), Clock(telegram.clock.now), hotline.bot.id)

    def unit(tx: Tx) -> list[dict[str, Any]]:
        return [
            {
                "code": case.code,
                "events": [
                    str((event.kind, event.data.get("question"), event.data.get("answer")))
                    for event in tx.cases.events(case.id)
                ],
                "timers": sorted(tx.timers.of(case.id)),
                "region": case.region,
                "answers": case.answers,
                "claimed": case.claim is not None,
            }
            for case in tx.cases.all_open()
        ]

    try:
        found = await store.run(unit, commit=False)
        assert found is not None
        return found
    finally:
        await store.close()
