"""One story, played by phones that do not know that the process may die at any moment."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.catalog import load_catalog
from bot.clock import Clock
from bot.read_config import load
from practice.telegram import Message, Phone, Telegram
from storage.store import Tx, open_store
from tests.hotline import Hotline

PATIENCE = 300.0
TAKE = "✅ Отвечаю"


def has(label: str) -> Callable[[Message], bool]:
    """Return a test for a message with a button."""
    return lambda message: message.button(label) is not None


async def tap_once(
    phone: Phone, wanted: Callable[[Message], bool], label: str, done: Callable[[Phone], object]
) -> None:
    """Tap once and wait for the effect, however often the process dies in between: the tap must not be lost."""
    found = await phone.shows(wanted, timeout=PATIENCE)
    await phone.tap(label, found, timeout=0.5)
    await phone.until(done, f"the effect of {label}", timeout=PATIENCE)
    phone.read()


def words_of(person: Phone) -> str:
    """Words no other person of the story sends."""
    return f"Это мои слова, {person.name}"


async def person_story(person: Phone) -> None:
    """🆘, me, Bishkek, one flag, enough, and words of one's own."""
    await person.send("🆘")
    for label, then in (
        ("Меня", has("Бишкек")),
        ("Бишкек", has("◻️ Есть травма")),
        ("◻️ Есть травма", has("☑️ Есть травма")),
        ("✅", "Этого достаточно"),
    ):
        await tap_once(person, has(label), label, lambda phone, then=then: phone.find(then))  # type: ignore[misc]
    await person.send(words_of(person))


async def lawyer_story(lawyer: Phone, person: Phone, seen: int) -> None:
    """Take the one case paged after message `seen`, and wait for its words.

    A page sent twice around a kill leaves a copy nobody can find: older ones are not looked at.
    """

    def fresh(button: str) -> Callable[[Message], bool]:
        return lambda message: message.id > seen and has(button)(message)

    await tap_once(lawyer, fresh(TAKE), TAKE, lambda phone: phone.find(fresh("🔒")))
    await lawyer.shows(words_of(person), timeout=PATIENCE)


async def with_supervisor(hotline: Hotline, story: Awaitable[None]) -> int:
    """Play a story while the process is started again whenever it dies; return how often it did."""
    deaths = 0

    async def keep_alive() -> None:
        nonlocal deaths
        while True:
            await hotline.wait_exit(within=600)
            deaths += 1
            await hotline.start(wait=False)

    keeper = asyncio.ensure_future(keep_alive())
    try:
        await story
    finally:
        keeper.cancel()
        await asyncio.gather(keeper, return_exceptions=True)
    return deaths


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
