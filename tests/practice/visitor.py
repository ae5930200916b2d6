"""Somebody at the page: a real browser on a real room, who finds things as a person does, by their words and places."""

import asyncio
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, expect
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from practice.cast import DEMO, LANGUAGES
from practice.page.stage import Stage
from practice.story import Act, Story

ARTEFACTS = Path(__file__).parents[2] / "artefacts" / "practice"
NAMES = {part.key: part.name for part in DEMO}
_LOOKS_MS = 1_000
_AXE = Path(__file__).parent / "vendor" / "axe.min.js"
_TAP_AND_WAIT = """(key) => {
  const begun = performance.now();
  const seen = new Promise((done) => new MutationObserver((_, watch) => {
    if (!key.isConnected) { watch.disconnect(); requestAnimationFrame(() => done(performance.now() - begun)); }
  }).observe(key.closest("article.phone"), { childList: true, subtree: true }));
  key.click();
  return seen;
}"""
ERRORS_THAT_ARE_MEANT = re.compile("WebSocket connection to .* failed")
"""What a browser writes to its console when the room is gone, however well the page takes it."""


class Visitor:
    """One tab."""

    def __init__(self, page: Page, url: str, stage: Stage | None = None) -> None:
        self.page = page
        self.url = url
        self._stage = stage
        self.complaints: list[str] = []
        self.names = dict(NAMES)
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    async def open(self, language: str = "ru") -> None:
        """Open the page and wait for the room."""
        await self.page.goto(f"{self.url}/?lang={language}")
        await self.ready()

    async def ready(self) -> None:
        """Wait until the bot runs and the staff have joined."""
        await self.page.locator(".health.good").wait_for(timeout=60_000)

    async def panel(self, place: int) -> None:
        """Open a panel: 0 stories, 1 weather, 2 inside."""
        button = self.page.locator("#bottom button").nth(place)
        if await button.get_attribute("aria-pressed") != "true":
            await button.click()

    async def begin(self, title: str) -> None:
        """Begin a story and wait for its first step."""
        await self.panel(0)
        await self.page.locator("article.story").filter(has_text=title).locator(".primary").click()
        await self.page.locator(".coach[data-kind='step']").wait_for(timeout=60_000)

    def phone(self, key: str) -> Locator:
        """A phone by the part of its owner."""
        name = self.names.get(key, key)
        return self.page.locator("article.phone").filter(has=self.page.locator(f".who b:text-is('{name}')"))

    async def hold(self, key: str) -> Locator:
        """Bring a phone to the front, as one must on a narrow screen."""
        phone = self.phone(key)
        if not await phone.is_visible():
            await self.page.locator(".tab", has_text=self.names.get(key, key)).click()
        return phone

    async def start(self, key: str) -> None:
        """Press START."""
        await (await self.hold(key)).locator("button.big").click()

    async def write(self, key: str, text: str) -> None:
        """Write and send."""
        phone = await self.hold(key)
        await phone.locator("textarea").fill(text)
        await phone.locator("textarea").press("Enter")

    async def tap(self, key: str, label: str, nth: int = 0) -> None:
        """Tap the newest button whose label begins so, once it is there."""
        phone = await self.hold(key)
        await self._close_alert(phone)
        fitting = phone.locator(".message", has=self._key(label)).last.locator(self._key(label))
        await fitting.first.wait_for()
        await self._press(fitting.nth(min(nth, await fitting.count() - 1)))

    async def tap_place(self, key: str, place: int) -> None:
        """Tap the button in that place of the newest message that has any."""
        phone = await self.hold(key)
        await self._close_alert(phone)
        keys = phone.locator(".message", has=self.page.locator(".inline")).last.locator(".inline .key")
        await self._press(keys.nth(place - 1))

    async def tap_takes(self, key: str, label: str) -> float:
        """Tap the newest button whose label begins so; return the milliseconds until its screen has changed."""
        phone = await self.hold(key)
        found = phone.locator(".message", has=self._key(label)).last.locator(self._key(label)).first
        took: float = await found.evaluate(_TAP_AND_WAIT)
        return took

    async def says(self, key: str, text: str | re.Pattern[str]) -> None:
        """Wait until a message on this phone says so."""
        await expect(self.phone(key).locator(".list").get_by_text(text).last).to_be_attached()

    async def play(self, act: Act, story: Story, language: str) -> None:
        """Do what a story says that a visitor does."""
        (key,) = act.by
        self.names |= {part.key: part.name for part in story.parts.values()}
        nth = LANGUAGES.index(language) if act.own else 0
        if act.what in ("start", "link"):
            await self.start(key)
        elif act.what == "tap":
            await self.tap(key, act.value, nth)
        elif act.what == "button":
            await self.tap_place(key, act.value)
        elif act.what == "write":
            await self.write(key, act.value[language])
        elif act.what == "taken":
            await (await self.hold(key)).locator(".tools button").nth(2).click()
        elif act.what == "locked":
            await (await self.hold(key)).locator(".unlock").click()
        else:
            raise AssertionError(f"a visitor does not {act.what}")

    async def picture(self, name: str) -> Path:
        """Keep a screenshot."""
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        path = ARTEFACTS / f"{name}.png"
        await self.page.screenshot(path=path)
        return path

    async def barriers(self) -> list[str]:
        """What axe finds that keeps people out, one line each."""
        await self.page.evaluate(_AXE.read_text(encoding="utf8"))
        found: dict[str, Any] = await self.page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
        )
        return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]

    def _key(self, label: str) -> Locator:
        return self.page.locator(".inline .key").filter(has_text=re.compile(rf"^\s*{re.escape(label)}"))

    async def _press(self, key: Locator) -> None:
        """Tap, and look at what came of it: a person does not tap what is about to change."""
        handle = await key.element_handle()
        await key.click()
        if self._stage is not None:  # the room is in this process
            await self._stage.front.desk.settled()
        with suppress(PlaywrightTimeoutError):  # a pop-up alone leaves the button where it is
            await handle.wait_for_element_state("hidden", timeout=_LOOKS_MS)

    async def _close_alert(self, phone: Locator) -> None:
        with suppress(PlaywrightTimeoutError):
            if await phone.locator(".alert .ok").count():
                await phone.locator(".alert .ok").click(timeout=_LOOKS_MS)

    def _heard(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not ERRORS_THAT_ARE_MEANT.search(text):
            self.complaints.append(text)


async def until(condition: Any, what: str, timeout: float = 15.0) -> None:
    """Wait until something in the room is so."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout
    while not condition():
        if loop.time() > deadline:
            raise AssertionError(f"waited {timeout:g} s in vain for {what}")
        await asyncio.sleep(0.02)
