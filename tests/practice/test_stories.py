"""Every story from its first word to its checks, in a real browser: each language, wide and narrow, light and dark."""

import itertools

import pytest
from playwright.async_api import expect

from practice.cast import LANGUAGES
from practice.page.server import Page
from practice.story import load_stories
from tests.practice.conftest import Visiting
from tests.practice.visitor import until

STORIES = {story.id: story for story in load_stories()}
LOOKS = [(1400, False), (390, True), (1400, True), (390, False)]  # width and whether dark
RUNS = [(run, *LOOKS[number % len(LOOKS)]) for number, run in enumerate(itertools.product(STORIES, LANGUAGES))]


def _named(run: tuple[tuple[str, str], int, bool]) -> str:
    (story, language), width, dark = run
    return f"{story}-{language}-{width}-{'dark' if dark else 'light'}"


@pytest.mark.slow
@pytest.mark.parametrize(("page", "width", "dark"), RUNS, indirect=["page"], ids=map(_named, RUNS))
async def test_a_story_is_played_to_its_end(page: Page, visit: Visiting, width: int, *, dark: bool) -> None:
    telling = page.stage.front.desk.telling
    assert telling is not None
    story, language = telling.story, telling.language
    visitor = await visit(language, width=width, height=860 if width > 760 else 780, dark=dark)

    for number, step in enumerate(story.steps):
        await until(lambda at=number: telling.step >= at or telling.state != "running", f"step {number}", 60)
        assert telling.state == "running", telling.reason
        if step.play:  # a step that the room plays alone may be over too soon to be read
            await expect(visitor.page.locator(".coach-main > p").first).to_have_text(step.say[language])
        if number == len(story.steps) // 2:
            await visitor.picture(f"{story.id}-{language}-{width}-{'dark' if dark else 'light'}")
            assert not await visitor.barriers()
        for act in step.play:
            await visitor.play(act, story, language)

    await expect(visitor.page.locator(".coach[data-kind='done']")).to_be_visible(timeout=30_000)
    await expect(visitor.page.locator(".checks li[data-ok='true']")).to_have_count(len(story.checks))
    assert not await visitor.barriers()
