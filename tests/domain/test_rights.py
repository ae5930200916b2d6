"""Pages of rights: dated, sourced, and unconfirmed until a lawyer says otherwise."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.rights import RightsError, pages_from_toml

PAGES = pages_from_toml(tomllib.loads((Path(__file__).parents[2] / "bot/rights.toml").read_text(encoding="utf8")))
PAGE: dict[str, Any] = {"id": "held", "order": 1, "lawyer_confirmed": False, "sources": ["CPC 1"], "lines": [1]}


def test_the_menu_has_the_promised_pages_in_order() -> None:
    assert [page.id for page in PAGES.values() if page.place == "menu"] == [
        "held", "searched", "asked-to-sign", "money-demanded", "fine", "medicine-in-custody", "complaint-routes",
        "for-relatives",
    ]  # fmt: skip


def test_the_person_held_and_the_relative_get_five_other_lines_each() -> None:
    me, other = PAGES["now-me"], PAGES["now-other"]

    assert (me.place, len(me.lines)) == ("sos-me", 5)
    assert (other.place, len(other.lines)) == ("sos-other", 5)


def test_every_page_names_articles_and_none_of_those_on_possession() -> None:
    for page in PAGES.values():
        assert page.sources
        assert not [each for each in page.sources if re.match(r"CC 28\d|CoO (96|97|101|127)\b|CoO 526\((1|8)\)", each)]


def test_a_page_says_its_edition_and_that_no_lawyer_has_confirmed_it() -> None:
    (page,) = pages_from_toml({"edition": "mid-2024", "page": [PAGE]}).values()

    assert page.note == ("rights-edition-mid-2024", "rights-confirmed-no")
    assert (page.title, page.lines) == ("rights-held-title", ("rights-held-1",))


@pytest.mark.parametrize("wrong", [{"lines": []}, {"sources": []}])
def test_a_page_without_lines_or_sources_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(RightsError, match="'held'"):
        pages_from_toml({"edition": "mid-2024", "page": [PAGE | wrong]})


def test_a_page_stands_there_once() -> None:
    with pytest.raises(RightsError, match="same id"):
        pages_from_toml({"edition": "mid-2024", "page": [PAGE, PAGE]})
