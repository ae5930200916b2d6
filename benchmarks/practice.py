"""The practice room as its command runs it: how soon its page is there, and how soon a tap shows its answer."""

import asyncio
import itertools
import os
import signal
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

import aiohttp
from playwright.async_api import async_playwright

from benchmarks.measure import percentile, run, tell
from tests.practice.conftest import CHROMIUM, FLAGS
from tests.practice.visitor import Visitor

STARTS, TAPS = 3, 16
FEW, MANY = 5, 30
_BREATH_S = 1.1
"""Telegram lets a bot write to a chat once a second, and the bot keeps to it: a quicker finger measures that."""
_ROOT = Path(__file__).parent.parent
_COMMAND = (sys.executable, "-m", "bot.cli", "practice", "--port", "0")


class Started:
    """`kalkan practice`, from its start to its page and to its bot, in seconds."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._began = 0.0
        self._process: asyncio.subprocess.Process | None = None
        self.url = ""
        self.page = self.bot = 0.0

    async def __aenter__(self) -> Self:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KALKAN_")}
        self._began = time.perf_counter()
        self._process = await asyncio.create_subprocess_exec(
            *_COMMAND, env={**kept, "PYTHONPATH": str(_ROOT)}, cwd=self._folder, stdout=asyncio.subprocess.PIPE
        )
        assert self._process.stdout is not None
        line = (await self._process.stdout.readline()).decode()
        self.url = next(word for word in line.split() if word.startswith("http://"))
        async with aiohttp.ClientSession() as session, session.ws_connect(self.url + "/live") as socket:
            await socket.receive_json()
            self.page = time.perf_counter() - self._began
            while not (await socket.receive_json()).get("ready"):
                pass
            self.bot = time.perf_counter() - self._began
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._process is not None
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGINT)
        await self._process.wait()

    async def add_people(self, count: int) -> None:
        """Put more phones on the table, each with the bot's first screen on it."""
        async with aiohttp.ClientSession() as session, session.ws_connect(self.url + "/live") as socket:
            for n in range(count):
                await socket.send_json({"do": "add", "role": "person", "language": "ru", "name": f"P{n}", "n": n})
            waiting = count * 2
            while waiting:
                told = await socket.receive_json()
                if told["kind"] != "answer":
                    continue
                waiting -= 1
                if told["got"] is not None:
                    await socket.send_json({"do": "start", "n": count, "chat": told["got"]["chat"]})


async def main() -> None:
    """Print the median of some starts, then of some taps with few and with many phones."""
    with tempfile.TemporaryDirectory() as folder:
        pages, bots = [], []
        for _ in range(STARTS):
            async with Started(folder) as room:
                pages.append(room.page)
                bots.append(room.bot)
        page, bot = statistics.median(pages), statistics.median(bots)
        tell(f"`kalkan practice` to its page, median of {STARTS}", f"{page:.2f} s", "<= 3 s", met=page <= 3)
        tell("and to a running bot with its staff let in", f"{bot:.2f} s")
        if CHROMIUM is None:
            tell("from tap to answer", "not measured", note="no Chromium was found: apt install chromium")
            return
        async with Started(folder) as room:
            await _taps(room, CHROMIUM)


async def _taps(room: Started, chromium: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        context = await browser.new_context(viewport={"width": 1400, "height": 860})
        visitor = Visitor(await context.new_page(), room.url)
        await visitor.open("en")
        await visitor.start("person")
        await visitor.phone("person").locator(".inline .key", has_text="🌐").first.wait_for()
        for phones in (FEW, MANY):
            await room.add_people(phones - await visitor.page.locator("article.phone").count())
            await visitor.page.locator("article.phone").nth(phones - 1).wait_for(state="attached")
            screens = itertools.cycle(("🌐 English", "🌐 Language"))
            took = []
            for _ in range(TAPS):
                await asyncio.sleep(_BREATH_S)
                took.append(await visitor.tap_takes("person", next(screens)))
            middle = statistics.median(took)
            what = f"from tap to answer on the page, {phones} phones, median of {TAPS}"
            tell(what, f"{middle:.0f} ms", "<= 150 ms", met=middle <= 150)
            tell("the slowest but one in twenty", f"{percentile(took, 0.95):.0f} ms")
        await browser.close()


if __name__ == "__main__":
    run(main)
