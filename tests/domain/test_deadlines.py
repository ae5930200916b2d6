"""When a deadline is spoken of, and what days a button may carry."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.days import day_of, moment_on, read_day, read_month, write_day
from bot.domain.deadlines import FARTHEST, due_of, may_be_set, moments

DAY = 86_400_000
BISHKEK = ZoneInfo("Asia/Bishkek")
QUIET = (22 * 60, 9 * 60)

days = st.dates(date(2001, 1, 1), date(2098, 12, 31))
zones = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)


def test_three_days_one_day_the_day_and_the_day_after_never_at_night() -> None:
    due = due_of(date(2026, 12, 2), BISHKEK)

    found = moments(due, BISHKEK, QUIET, "", [3 * DAY, DAY, 0])

    assert [f"{datetime.fromtimestamp(each / 1000, BISHKEK):%d %H:%M}" for each in found] == [
        "29 09:00",
        "01 09:00",
        "02 09:00",
        "03 09:00",
    ]


def test_the_hours_somebody_chose_are_kept() -> None:
    found = moments(due_of(date(2026, 12, 2), BISHKEK), BISHKEK, QUIET, "evening", [0])

    assert [datetime.fromtimestamp(each / 1000, BISHKEK).hour for each in found] == [18, 18]


@given(days, zones)
def test_the_last_moment_of_a_day_is_on_it_in_every_zone(day: date, zone: ZoneInfo) -> None:
    due = due_of(day, zone)

    # A zone that skipped a whole day (Samoa, 30 December 2011) has no last moment of it; the one before is right.
    assert day_of(due, zone) in {day, day - timedelta(days=1)}
    assert day_of(due + 1, zone) > day_of(due, zone)


@given(days, zones, st.lists(st.integers(0, 30).map(lambda n: n * DAY), max_size=5))
def test_reminders_come_in_order_and_no_later_than_two_days_after(day: date, zone: ZoneInfo, before: list[int]) -> None:
    due = due_of(day, zone)

    found = moments(due, zone, QUIET, "", before)

    assert list(found) == sorted(found)
    assert found[-1] <= due + 2 * DAY


def test_what_can_be_chosen() -> None:
    today = date(2026, 11, 22)

    assert may_be_set(today, today)
    assert may_be_set(today + FARTHEST, today)
    assert not may_be_set(today - timedelta(days=1), today)
    assert not may_be_set(today + FARTHEST + timedelta(days=1), today)


@given(days)
def test_a_button_carries_a_day(day: date) -> None:
    assert read_day(write_day(day)) == day
    assert read_month(write_day(day)[:4]) == day.replace(day=1)


@given(st.text(max_size=8))
def test_anything_else_is_refused(text: str) -> None:
    try:
        assert len(write_day(read_day(text))) == 6
    except ValueError:
        return


def test_no_time_of_day_raises() -> None:
    with pytest.raises(ValueError, match="hour"):
        moment_on(date(2026, 11, 22), 25, 0, UTC)
