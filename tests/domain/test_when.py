"""What "yesterday" meant when it was said."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when import clock_in, moment_in, span_of

BISHKEK = ZoneInfo("Asia/Bishkek")
BUTTONS = ("now", "within-hour", "today", "yesterday", "this-week", "longer-ago")


def at(text: str) -> int:
    """Return milliseconds of a local time."""
    return int(datetime.fromisoformat(text).replace(tzinfo=BISHKEK).timestamp() * 1000)


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("now", "2026-11-22T14:00", "2026-11-22T14:00"),
        ("within-hour", "2026-11-22T13:00", "2026-11-22T14:00"),
        ("today", "2026-11-22T00:00", "2026-11-22T14:00"),
        ("yesterday", "2026-11-21T00:00", "2026-11-22T00:00"),
        ("this-week", "2026-11-15T00:00", "2026-11-21T00:00"),
    ],
)
def test_a_button_is_a_span_in_local_days(code: str, start: str, end: str) -> None:
    assert span_of(code, at("2026-11-22T14:00"), BISHKEK) == (at(start), at(end))


def test_long_ago_has_no_start_and_an_unknown_button_raises() -> None:
    assert span_of("longer-ago", at("2026-11-22T14:00"), BISHKEK) == (None, at("2026-11-15T00:00"))
    with pytest.raises(KeyError):
        span_of("someday", 0, BISHKEK)


@given(st.integers(10**12, 4 * 10**12), st.sampled_from(BUTTONS))
def test_no_span_lies_in_the_future_or_runs_backwards(told_at: int, code: str) -> None:
    span = span_of(code, told_at, BISHKEK)

    assert span.end <= told_at
    assert span.start is None or span.start <= span.end


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("около 13:30", "2026-11-22T13:30"),
        ("саат 9.05те", "2026-11-22T09:05"),
        ("23:15", "2026-11-21T23:15"),
        ("14:00", "2026-11-22T14:00"),
        ("с 9:00 до 10:00", None),
        ("22.11.2026", None),
        ("25:00", None),
        ("вечером", None),
    ],
)
def test_a_time_of_day_is_its_last_occurrence(text: str, meant: str | None) -> None:
    assert clock_in(text, at("2026-11-22T14:00"), BISHKEK) == (at(meant) if meant else None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("14:30", "2026-11-22T14:30", "2026-11-22T14:30"),
        ("в 14:30", "2026-11-22T14:30", "2026-11-22T14:30"),
        ("около 9:00", "2026-11-22T08:30", "2026-11-22T09:30"),
        ("вчера в 23:10", "2026-11-21T23:10", "2026-11-21T23:10"),
        ("Кечээ саат 14.30да", "2026-11-21T14:30", "2026-11-21T14:30"),
        ("today at 15:50", "2026-11-22T15:50", "2026-11-22T15:50"),
        ("болжол менен 15:50", "2026-11-22T15:20", "2026-11-22T16:00"),
    ],
)
def test_own_words_with_a_time(text: str, start: str, end: str) -> None:
    assert moment_in(text, at("2026-11-22T16:00"), BISHKEK) == (at(start), at(end))


@pytest.mark.parametrize(
    "text", ["", "утром", "отпустили в 14:30", "в понедельник 14:30", "сегодня в 23:00", "9:00-10:00"]
)
def test_words_that_may_mean_something_else_mean_nothing(text: str) -> None:
    assert moment_in(text, at("2026-11-22T16:00"), BISHKEK) is None
