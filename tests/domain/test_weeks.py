"""Weeks meet without a gap in every zone, and periods are whole weeks."""

from contextlib import suppress
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.weeks import (
    Period,
    PeriodError,
    Week,
    borders,
    monday,
    next_week,
    number,
    previous_week,
    read_period,
    read_week,
    shift,
    week_of,
)

DAY = 86_400_000
# Half hours, both hemispheres, clocks that jump at midnight (Cairo, Beirut, Asuncion, Tehran), a lost day (Apia).
ZONES = [
    "Asia/Bishkek",
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Asuncion",
    "Africa/Cairo",
    "Asia/Beirut",
    "Asia/Tehran",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
]
moments = st.integers(min_value=0, max_value=3_000_000_000_000)
zones = st.sampled_from(ZONES)
weeks = st.builds(week_of, moments, zones)


def ms(*when: int, zone: str = "UTC") -> int:
    return int(datetime(*when, tzinfo=ZoneInfo(zone)).astimezone(UTC).timestamp()) * 1000  # type: ignore[misc,arg-type]


@given(moments, zones)
def test_an_instant_lies_within_the_borders_of_its_week(moment: int, zone: str) -> None:
    start, end = borders(week_of(moment, zone), zone)

    assert start <= moment < end


@given(weeks, zones)
def test_weeks_meet_and_last_seven_days_give_or_take_a_change_of_clocks(week: Week, zone: str) -> None:
    start, end = borders(week, zone)

    assert borders(next_week(week), zone)[0] == end
    assert abs(end - start - 7 * DAY) <= DAY  # Apia left a whole day out
    assert (week_of(start, zone), week_of(start - 1, zone)) == (week, previous_week(week))


@given(moments, moments, zones)
def test_the_order_of_weeks_is_the_order_of_time(one: int, other: int, zone: str) -> None:
    early, late = sorted((one, other))

    assert week_of(early, zone) <= week_of(late, zone)


@given(weeks, st.integers(-600, 600))
def test_shifting_there_and_back_changes_nothing(week: Week, by: int) -> None:
    assert shift(shift(week, by), -by) == week
    assert (monday(shift(week, by)) - monday(week)).days == 7 * by
    assert read_week(week) == week


@pytest.mark.parametrize(
    ("when", "zone", "week"),
    [
        ((2026, 11, 16, 0, 0), "Asia/Bishkek", "2026-W47"),
        ((2026, 11, 15, 23, 59), "Asia/Bishkek", "2026-W46"),
        ((2026, 11, 15, 18, 0), "UTC", "2026-W46"),
        ((2021, 1, 1), "Asia/Bishkek", "2020-W53"),
        ((2024, 12, 30), "Asia/Bishkek", "2025-W01"),
        ((2027, 1, 3, 23, 59), "Asia/Bishkek", "2026-W53"),
    ],
)
def test_weeks_of_known_dates(when: tuple[int, ...], zone: str, week: str) -> None:
    assert week_of(ms(*when, zone=zone), zone) == week


def test_bishkek_is_six_hours_ahead_of_utc() -> None:
    assert borders(Week("2026-W47"), "Asia/Bishkek") == (ms(2026, 11, 15, 18), ms(2026, 11, 22, 18))


def test_a_week_in_which_clocks_change_is_an_hour_longer_or_shorter() -> None:
    spring = borders(Week("2026-W13"), "Europe/Berlin")
    autumn = borders(Week("2026-W43"), "Europe/Berlin")

    assert spring[1] - spring[0] == 7 * DAY - 3_600_000
    assert autumn[1] - autumn[0] == 7 * DAY + 3_600_000


@given(weeks, st.integers(0, 60))
def test_a_period_is_its_weeks_and_meets_the_one_before(first: Week, more: int) -> None:
    period = Period(first, shift(first, more))

    assert list(period) == [shift(first, by) for by in range(more + 1)]
    assert all(week in period for week in period)
    assert len(period.before) == len(period)
    assert next_week(period.before.last) == period.first
    assert previous_week(period.first) not in period
    assert next_week(period.last) not in period


def test_a_week_and_its_dates_ask_for_the_same_period() -> None:
    by_week = read_period("2026-W47", None, None, this_week=Week("2026-W50"))
    by_date = read_period(None, "2026-11-16", "2026-11-22", this_week=Week("2026-W50"))

    assert by_week == by_date
    assert by_date.asked is None
    assert (by_date.starts, by_date.ends) == (date(2026, 11, 16), date(2026, 11, 22))
    assert number(by_date.first) == 47


def test_dates_inside_weeks_are_widened_and_what_was_asked_is_kept() -> None:
    period = read_period(None, "2026-11-01", "2026-11-30", this_week=Week("2026-W50"))

    assert (period.first, period.last) == ("2026-W44", "2026-W49")
    assert period.asked == (date(2026, 11, 1), date(2026, 11, 30))


def test_nothing_asked_is_the_week_now_running_and_from_alone_runs_up_to_it() -> None:
    now = Week("2026-W47")

    assert list(read_period(None, None, None, this_week=now)) == [now]
    assert list(read_period(None, "2026-11-09", None, this_week=now)) == ["2026-W46", "2026-W47"]
    assert list(read_period(None, "2026-12-02", None, this_week=now)) == ["2026-W49"]


@pytest.mark.parametrize(
    ("week", "since", "until"),
    [
        ("2026-W54", None, None),
        ("2025-W53", None, None),
        ("2026-W00", None, None),
        ("47", None, None),
        ("２０２６-W４７", None, None),
        ("2026-W47", "2026-11-01", None),
        ("0000-W01", None, None),
        (None, None, "2026-11-01"),
        (None, "2026-11-30", "2026-11-01"),
        (None, "2026-11-20", "2026-11-19"),
        (None, "1.11.2026", None),
        (None, "2026-11-31", None),
        (None, "1970-01-01", "2999-01-01"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_says_what_to_write(
    week: str | None, since: str | None, until: str | None
) -> None:
    with pytest.raises(PeriodError) as error:
        read_period(week, since, until, this_week=Week("2026-W47"))

    assert "\n" not in str(error.value)


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}-W[0-9]{2}", fullmatch=True))
def test_any_text_is_a_week_that_reads_the_same_again_or_an_error_that_says_so(text: str) -> None:
    with suppress(PeriodError):
        week = read_week(text)
        assert read_week(week) == week
        assert monday(week).isocalendar()[:2] == (int(week[:4]), number(week))
