"""Limits are data: complete, dated, and what the settings may change of them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.limits import LimitsError, limits_from_toml
from tests.fluent_files import codes

DATA = tomllib.loads((Path(__file__).parents[2] / "bot/limits.toml").read_text(encoding="utf8"))
HOUR = 3_600_000
TERMS = {each.code: each for each in limits_from_toml(DATA).deadlines}


def test_every_limit_has_its_words_and_rests_on_something_that_nobody_has_confirmed() -> None:
    limits = limits_from_toml(DATA)

    assert tuple(each.code for each in limits.custody) == codes().lists["limit"]
    assert tuple(each.code for each in limits.deadlines) == codes().lists["deadline"]
    for basis in [*(each.basis for each in limits.custody), *(each.basis for each in limits.deadlines)]:
        assert basis.source
        assert basis.edition
        assert not basis.confirmed
    assert {each.violation for each in limits.custody} <= {"", *codes().lists["violation"]}


def test_the_settings_change_and_confirm_a_limit() -> None:
    changed = {"release": {"adult": "72h", "source": "new text", "edition": "2027-01-01"}}
    confirmed = {"appeal": {"confirmed_by": "the organisation's lawyer", "confirmed_on": "2026-12-01"}}

    limits = limits_from_toml(DATA, {**changed, **confirmed})

    release = next(each for each in limits.custody if each.code == "release")
    assert (release.adult, release.minor, release.basis.edition) == (72 * HOUR, 24 * HOUR, "2027-01-01")
    assert next(each for each in limits.deadlines if each.code == "appeal").basis.confirmed


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"nothing": {}}, "limits.nothing: no such limit"),
        ({"release": {"days": 3}}, "limits.release.days"),
        ({"appeal": {"months": 3}}, "limits.appeal.months"),
        ({"release": {"adult": "72h"}}, "source and edition"),
        ({"release": {"adult": "12h", "source": "x", "edition": "y"}}, "under 18"),
        ({"release": {"adult": "long", "source": "x", "edition": "y"}}, "is not a duration"),
        ({"release": {"adult": 5, "source": "x", "edition": "y"}}, "limits.release"),
        ({"appeal": {"days": -1, "source": "x", "edition": "y"}}, "whole number"),
        ({"appeal": {"days": "ten", "source": "x", "edition": "y"}}, "whole number"),
        ({"appeal": {"confirmed_by": "somebody"}}, "go together"),
        ({"appeal": {"source": ""}}, "source and edition are needed"),
    ],
)
def test_a_wrong_change_is_refused_by_name(changed: dict[str, Any], complaint: str) -> None:
    with pytest.raises(LimitsError, match=complaint):
        limits_from_toml(DATA, changed)


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        ("complaint", date(2026, 11, 22), date(2026, 12, 2)),
        ("offence-fine", date(2026, 11, 22), date(2026, 12, 22)),
        ("criminal-fine", date(2026, 11, 22), date(2027, 2, 22)),
        ("criminal-fine", date(2026, 11, 30), date(2027, 2, 28)),
        ("criminal-fine", date(2027, 11, 30), date(2028, 2, 29)),
        ("criminal-fine", date(2026, 9, 30), date(2026, 12, 30)),
    ],
)
def test_the_usual_day(code: str, start: date, due: date) -> None:
    assert TERMS[code].due_day(start) == due


@given(st.sampled_from(sorted(TERMS)), st.dates())
def test_every_day_has_a_later_one(code: str, start: date) -> None:
    assert TERMS[code].due_day(start) >= start
