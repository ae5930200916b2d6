"""The same conversation (same Bot API calls) against a stock bot that keeps all in a dict.

Fifty chats at once; no limits: neither bot is to be measured by Telegram's 30 messages a second, so the practice
Telegram has none and its clock, by which our own limits go, runs sixty times as fast.
"""

import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.labels import REGIONS
from benchmarks.measure import ratio, run, tell, tell_ratio
from benchmarks.rig import LONG, Watched, hotline_on, staff
from benchmarks.story import Story
from practice.telegram import Phone
from tests.process import Process

OURS, STOCK, OUR_TRANSPORT = "Kalkan", "stock bot on httpx", "stock bot on our aiohttp class"
_FASTER = 60.0
_SETUP = ("setMy", "getMe", "getUpdates", "deleteWebhook")


async def main() -> None:
    """Print updates a second of each bot and how ours compares."""
    await _compare(0, (OURS, STOCK, OUR_TRANSPORT), rounds=3, goal=0.8)
    await _compare(50, (OURS, STOCK), rounds=1, goal=8)


async def _compare(latency: int, names: Sequence[str], rounds: int, goal: float) -> None:
    rates: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for name, found in rates.items():
            found.append(await _rate(name, latency))
    tell_ratio(f"Kalkan to the stock bot, {latency} ms a call", ratio(rates[OURS], rates[STOCK]), goal)
    if OUR_TRANSPORT in rates:
        tell("Kalkan to the stock bot on our transport", f"x {ratio(rates[OURS], rates[OUR_TRANSPORT]):.2f}")


async def _rate(name: str, latency: int) -> float:
    async with Watched(limits=False) as telegram:
        telegram.add_bot()
        async with _ours(telegram) if name == OURS else _stock(telegram, name) as lawyers:
            if latency:
                telegram.faults.add(kind="latency", seconds=latency / 1000)
            story = Story(telegram, lawyers)
            rate = await story.rate()
            calls = sum(not call.method.startswith(_SETUP) for call in telegram.calls)
            telegram.faults.clear()
    assert not telegram.problems, telegram.problems
    tell(f"{name}, {latency} ms a call", f"{rate:.1f} updates/s", note=f"{calls / story.done:.2f} calls an update")
    return rate


@asynccontextmanager
async def _ours(telegram: Watched) -> AsyncIterator[dict[str, Phone]]:
    async with hotline_on(telegram, LONG) as hotline:
        phones = await staff(hotline, list(REGIONS), len(REGIONS))
        await hotline.start()
        await telegram.clock.set_rate(_FASTER)
        telegram.query_life_ms *= int(_FASTER)
        yield dict(zip(REGIONS, phones, strict=True))


@asynccontextmanager
async def _stock(telegram: Watched, name: str) -> AsyncIterator[dict[str, Phone]]:
    lawyers = {region: telegram.phone(f"Юрист {region}") for region in REGIONS}
    for phone in lawyers.values():
        phone.chat.standing.started = True
    with TemporaryDirectory() as folder:
        process = Process((sys.executable, "-m", "benchmarks.stock_bot"), Path(folder))
        chats = "{" + ", ".join(f'"{region}": {phone.id}' for region, phone in lawyers.items()) + "}"
        transport = ["--aiohttp"] if name == OUR_TRANSPORT else []
        await process.launch(telegram.api_url, telegram.bot.token, chats, *transport, ready_within=20)
        try:
            yield lawyers
        finally:
            await process.kill()
        process.assert_clean()


if __name__ == "__main__":
    run(main)
