"""Texts whose length is a rule, and what is cut to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parts import units
from bot.views.fit import CUT, newest_that_fit
from bot.views.texts import Texts
from tests.fluent_files import LANGUAGES, LOCALES

LOCK_SCREEN = 60
CODE = "7K2M-9QXA"
HEADS: dict[str, dict[str, str | int]] = {
    "words-header": {"code": CODE},
    "words-corrected": {"code": CODE},
    "all-words-header": {"code": CODE},
    "words-whom": {},
    "limit-warning": {"code": CODE},
    "staff-deadlines": {"code": CODE},
    "staff-reminder": {"code": CODE},
}
HIDES_ALIAS_AND_CODE: dict[str, dict[str, str | int]] = {
    "join-request": {"alias": "ALIAS", "role": "R", "regions": "R", "code": "1234"},
    "join-confirmed": {"alias": "ALIAS", "role": "R", "regions": "R"},
    "join-declined": {"alias": "ALIAS", "role": "R", "regions": "R"},
    "staff-pending": {"code": "1234"},
    "staff-unreachable": {"alias": "ALIAS"},
}


@pytest.fixture(name="texts", scope="module")
def _texts() -> Texts:
    return Texts.load(LOCALES, LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_case_reaches_a_lawyer_s_lock_screen(texts: Texts, language: str) -> None:
    short = [name for name, args in HEADS.items() if len(texts(language, name, **args)) < LOCK_SCREEN]
    line = texts(language, "card-line", region="Ош", priority="P1", age="1 мин")
    card = f"{texts(language, 'card-header', code=CODE)}\n{line}"

    assert short == []
    assert len(card) >= LOCK_SCREEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_does_who_is_on_the_staff(texts: Texts, language: str) -> None:
    shown = {name: texts(language, name, **args)[:LOCK_SCREEN] for name, args in HIDES_ALIAS_AND_CODE.items()}

    assert [name for name, text in shown.items() if "ALIAS" in text or "1234" in text] == []


@given(st.lists(st.text("аб 😀", max_size=60), max_size=30), st.integers(20, 200))
def test_the_newest_lines_are_kept_whole_and_fit(lines: list[str], longest: int) -> None:
    kept = newest_that_fit(lines, longest)

    assert units("\n".join(kept)) <= longest
    if kept[:1] == [CUT]:
        assert kept[1:] == lines[len(lines) - len(kept) + 1 :]
    elif kept != lines:
        assert len(kept) == 1  # not even the newest fits
        assert lines[-1].startswith(kept[0].removesuffix(CUT))
