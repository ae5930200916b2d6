"""Durations and times of day as an operator writes them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.durations import parse_duration, parse_time_of_day

UNITS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


@given(st.integers(0, 999_999), st.sampled_from(list(UNITS)), st.sampled_from(["", " "]))
def test_a_whole_number_and_a_unit_are_milliseconds(number: int, unit: str, space: str) -> None:
    assert parse_duration(f"{space}{number}{space}{unit}{space}") == number * UNITS[unit]


@given(st.text(max_size=8) | st.from_regex(r"\A[-+]?[0-9.]{0,7} ?[a-zA-Z]{0,3}\Z"))
def test_anything_else_is_a_value_error_and_nothing_is_negative(text: str) -> None:
    with suppress(ValueError):
        assert parse_duration(text) >= 0
        assert text.strip()[-1] in UNITS


@pytest.mark.parametrize("text", ["", "5", "m", "-5m", "1.5h", "5 min", "5m5s", "1e3s", "5M", "1000000s", "5m\n5m"])
def test_what_is_no_duration_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="such as 90s or 48h"):
        parse_duration(text)


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_is_minutes_after_midnight(hour: int, minute: int) -> None:
    assert parse_time_of_day(f"{hour:02}:{minute:02}") == hour * 60 + minute


@pytest.mark.parametrize("text", ["", "24:00", "9:00", "09:60", "09.00", "0900", "09:00:00", "-1:00", " 09:00"])
def test_what_is_no_time_of_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="22:00"):
        parse_time_of_day(text)
