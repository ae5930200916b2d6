"""The page's own words: complete in three languages, with the same variables, and every one of them used."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from bot.services.timer_acts import ACTS as ACTS_OF_TIMERS
from bot.triage import Triage
from practice.cast import DEMO, LANGUAGES, REGIONS, ROLES
from practice.disk import HOUSEKEEPING
from practice.page.controls import CONTROLS
from practice.page.hands import ACTS
from practice.story import StoryError, load_stories
from practice.weather import Kind
from storage.schema import metadata

PAGE = Path(__file__).parents[2] / "practice" / "page"
WORDS: dict[str, dict[str, str]] = {
    code: json.loads((PAGE / "words" / f"{code}.json").read_text(encoding="utf8")) for code in LANGUAGES
}
SCRIPTS = {path.name: path.read_text(encoding="utf8") for path in sorted((PAGE / "static").glob("*.js"))}
PYTHON = "\n".join(path.read_text(encoding="utf8") for path in PAGE.glob("*.py"))
KINDS = re.compile(r"`([a-z_]+-)\$\{")


def variables(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_says_the_same_things(code: str) -> None:
    assert list(WORDS["ru"]) == list(WORDS[code])
    assert {name: variables(text) for name, text in WORDS["ru"].items()} == {
        name: variables(text) for name, text in WORDS[code].items()
    }
    assert all(text.strip() for text in WORDS[code].values())


def test_every_word_that_a_script_asks_for_is_there() -> None:
    asked = {name for text in SCRIPTS.values() for name in re.findall(r"\bt\(\"([a-z0-9_-]+)\"", text)}
    assert asked <= set(WORDS["ru"])
    assert {f"role-{role}" for role in ROLES} | {f"region-{region}" for region in REGIONS} <= set(WORDS["ru"])
    refusals = set(re.findall(r"RefusedError\(\"([a-z-]+)\"\)", PYTHON)) | {"trouble", "no-room"}
    assert {f"refused-{one}" for one in refusals} <= set(WORDS["ru"])


def test_no_word_is_left_over() -> None:
    every = "\n".join(SCRIPTS.values())
    begun = tuple(KINDS.findall(every))
    unused = [name for name in WORDS["ru"] if f'"{name}"' not in every and not name.startswith(begun)]
    assert not unused


def test_no_sentence_stands_in_a_script() -> None:
    """Cyrillic in a script would be words outside the word files; names of made-up people are not words."""
    names = re.compile(r"^const NAMES = .*$", re.MULTILINE)
    found = {name: re.findall(r"[А-Яа-яЁёҢңӨөҮү]{2,}", names.sub("", text)) for name, text in SCRIPTS.items()}
    assert not any(found.values()), found


def test_everything_a_script_asks_the_room_for_exists() -> None:
    asked = {name for text in SCRIPTS.values() for name in re.findall(r"\b(?:ask|try)\(\"([a-z]+)\"", text)}
    assert asked <= set(ACTS) | set(CONTROLS) | {"watch"}
    assert {"tap", "send", "press", "weather", "story"} <= asked


def test_whatever_the_bot_does_by_itself_has_words_or_is_housekeeping() -> None:
    assert set(ACTS_OF_TIMERS) >= HOUSEKEEPING
    told = {name.removeprefix("due-") for name in WORDS["ru"]} | HOUSEKEEPING
    assert not set(ACTS_OF_TIMERS) - told, "give these kinds of timers a due-... in practice/page/words"


def test_every_table_and_every_trouble_has_words() -> None:
    wanted = {f"table-{name}" for name in metadata.tables}
    wanted |= {f"weather-{kind}{means}" for kind in get_args(Kind) for means in ("", "-means")}
    (counts,) = re.findall(r"COUNTS = \[(.*?)\]", SCRIPTS["weather.js"])
    wanted |= {f"tally-{name}" for name in re.findall(r'"(\w+)"', counts)}
    assert wanted <= set(WORDS["ru"])


def test_the_stories_wait_for_timers_that_there_are() -> None:
    named = {
        kind
        for story in load_stories()
        for one in (*(each for step in story.steps for each in step.until), *(check.holds for check in story.checks))
        if one.what in ("due", "quiet")
        for kind in one.value
    }
    acts = [act for story in load_stories() for step in story.steps for act in step.auto]
    named |= {act.value for act in acts if act.what == "next" and isinstance(act.value, str)}
    assert named
    assert named <= {*ACTS_OF_TIMERS, "messages"}


def test_what_is_written_in_the_story_about_the_question_is_asked_about() -> None:
    """The words stand where the triage is not sure; when it learns, other words must be found for the story."""
    (story,) = (each for each in load_stories() if each.id == "written")
    (words,) = (act.value for step in story.steps for act in step.play if act.what == "write")
    judged = {language: Triage().judge(words[language]) for language in LANGUAGES}

    assert {each.decision for each in judged.values()} == {"ask"}, judged
    assert all(each.speaks_of_police for each in judged.values()), judged


def test_the_stories_load_and_name_people_who_are_there() -> None:
    stories = load_stories()
    assert {"brother", "on-call", "first-day", "officer", "monday"} <= {story.id for story in stories}
    for story in stories:
        people = {part.key for part in DEMO} | set(story.parts)
        steps = [*story.steps]
        named = {step.phone for step in steps} | set(story.phones)
        named |= {key for step in steps for act in (*step.auto, *step.play) for key in act.by}
        named |= {key for step in steps for one in step.until for key in one.by}
        assert named <= people
        assert story.minutes < 5
        assert story.checks


@pytest.mark.parametrize(("old", "new", "complaint"), [
    ("tapped = ", "taped = ", "taped"),
    ('ky = "Бир тууганыңызды алып кетишти"', "", "no words in ky"),
    ("minutes = 3", "", "minutes"),
    ("start = true", "start = true, link = true", "exactly one"),
])  # fmt: skip
def test_a_story_with_a_mistake_says_which(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = (PAGE.parent / "stories" / "brother.toml").read_text(encoding="utf8")
    assert old in text
    (tmp_path / "wrong.toml").write_text(text.replace(old, new, 1), encoding="utf8")

    with pytest.raises(StoryError, match=rf"wrong\.toml.*{complaint}"):
        load_stories(tmp_path)
