"""A page on a free port, and Debian's Chromium at it."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, ViewportSize, async_playwright, expect

from practice.page.server import Page
from practice.page.stage import Stage
from tests.practice.visitor import Visitor

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip

PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)

Visiting = Callable[..., Awaitable[Visitor]]


@pytest.fixture(name="page")
async def _page(request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A page; `indirect` parameters are the story and language that it begins with."""
    story, language = getattr(request, "param", ("", ""))
    async with Page(0, Stage(pace=0), story=story, language=language) as page:
        yield page
        problems = page.stage.front.desk.room.telegram.problems
    assert not problems, "calls the Bot API does not know:\n" + "\n".join(problems)


@pytest.fixture(name="browser")
async def _browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium was found: apt install chromium, and the tests of the practice page run too")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        await browser.close()


@pytest.fixture(name="visit")
async def _visit(page: Page, browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Visiting]:
    """Opens the page as somebody: `await visit(language="ky", width=390, dark=True)`. No tab may complain."""
    visitors: list[Visitor] = []

    async def visit(language: str = "ru", *, width: int = 1400, height: int = 860, dark: bool = False) -> Visitor:
        theme: Literal["dark", "light"] = "dark" if dark else "light"
        size: ViewportSize = {"width": width, "height": height}
        context = await browser.new_context(viewport=size, color_scheme=theme, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE_MS)
        visitor = Visitor(await context.new_page(), page.url, page.stage)
        visitors.append(visitor)
        await visitor.open(language)
        return visitor

    yield visit
    for number, visitor in enumerate(visitors):
        if not visitor.page.is_closed():
            await visitor.picture(f"end-{Path(request.node.name).name.replace('/', '-')}-{number}")
    assert [visitor.complaints for visitor in visitors] == [[] for _ in visitors]
