"""ISO weeks in a named zone, and periods made of them.

Rules:
- A week runs from the first instant that is not before Monday 00:00 in the zone to the same instant a week later.
  Weeks therefore meet without a gap, whatever a zone does to its clocks.
- Statistics know a case's week and nothing finer. A period is a whole number of weeks: dates are widened to the weeks
  they touch, and `Period.asked` keeps what was asked, so that whoever shows numbers can say so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

Week = NewType("Week", str)
"""An ISO week, "2026-W47". Four-digit years make the order of the strings the order of time."""

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SEVEN = timedelta(days=7)
EARLIEST, LATEST = 1970, 2999
MOST_WEEKS = 1200
"""Some 23 years: more is a typing slip."""


class PeriodError(ValueError):
    """A week or date that cannot be read; the message is one line that says what to write."""


@dataclass(frozen=True, slots=True)
class Period:
    """The weeks from `first` to `last`, both counted in. `asked`: the dates that were widened to them, if any were."""

    first: Week
    last: Week
    asked: tuple[date, date] | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Refuse a period that runs backwards."""
        if self.last < self.first:
            raise PeriodError(f"the period ends ({self.last}) before it begins ({self.first}); swap the two")
        if len(self) > MOST_WEEKS:
            raise PeriodError(f"the period has {len(self)} weeks, more than {MOST_WEEKS}; ask for a shorter one")

    def __len__(self) -> int:
        """Count the weeks."""
        return (monday(self.last) - monday(self.first)).days // 7 + 1

    def __iter__(self) -> Iterator[Week]:
        """Give each week, oldest first."""
        week = self.first
        for _ in range(len(self)):
            yield week
            week = shift(week, 1)

    def __contains__(self, week: str) -> bool:
        """Tell whether the week is one of them."""
        return self.first <= week <= self.last

    @property
    def starts(self) -> date:
        """The first Monday."""
        return monday(self.first)

    @property
    def ends(self) -> date:
        """The last Sunday, itself counted in."""
        return monday(self.last) + timedelta(days=6)

    @property
    def before(self) -> "Period":
        """The period of the same length just before this one."""
        return Period(shift(self.first, -len(self)), shift(self.last, -len(self)))


def week_of(ms: int, zone: str) -> Week:
    """Return the week in which an instant (UTC milliseconds) lies."""
    week = _week(_at(ms).astimezone(ZoneInfo(zone)).date())
    start, end = borders(week, zone)
    # A clock set back over Monday's midnight shows Sunday twice; the borders, not the calendar sheet, decide.
    return shift(week, -1) if ms < start else shift(week, 1) if ms >= end else week


def borders(week: Week, zone: str) -> tuple[int, int]:
    """Return the week's first instant and the next week's, in UTC milliseconds."""
    return _midnight(monday(week), zone), _midnight(monday(week) + _SEVEN, zone)


def monday(week: Week) -> date:
    """Return the day on which the week begins."""
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def number(week: Week) -> int:
    """Return the week's number in its year, 1 to 53."""
    return int(week[6:])


def shift(week: Week, by: int) -> Week:
    """Return the week `by` weeks later (earlier if negative)."""
    return _week(monday(week) + by * _SEVEN)


def next_week(week: Week) -> Week:
    """Return the week after."""
    return shift(week, 1)


def previous_week(week: Week) -> Week:
    """Return the week before."""
    return shift(week, -1)


def read_week(text: str) -> Week:
    """Read "2026-W47"; raises PeriodError."""
    match = _WEEK.fullmatch(text.strip())
    if match is not None and EARLIEST <= int(match[1]) <= LATEST:
        try:
            return _week(date.fromisocalendar(int(match[1]), int(match[2]), 1))
        except ValueError:
            pass  # week 53 of a year that has 52
    raise PeriodError(f"{text!r} is not a week; write year and ISO week, such as 2026-W47")


def read_period(week: str | None, since: str | None, until: str | None, *, this_week: Week) -> Period:
    """Turn --week, or --from and --to, into whole weeks; nothing given means the week now running.

    `since` alone runs to this week. Dates are widened to the weeks they touch. Raises PeriodError.
    """
    if week is not None:
        if since is not None or until is not None:
            raise PeriodError("give either --week or --from and --to, not both")
        return Period(read_week(week), read_week(week))
    if since is None:
        if until is not None:
            raise PeriodError("--to needs --from, such as --from 2026-11-01 --to 2026-11-30")
        return Period(this_week, this_week)
    first = _read_date(since)
    last = _read_date(until) if until is not None else max(first, monday(this_week) + timedelta(days=6))
    if last < first:
        raise PeriodError(f"the period ends ({last}) before it begins ({first}); swap the two")
    period = Period(_week(first), _week(last))
    whole = (period.starts, period.ends) == (first, last)
    return period if whole else Period(period.first, period.last, (first, last))


def _read_date(text: str) -> date:
    if _DATE.fullmatch(text.strip()) and EARLIEST <= int(text.strip()[:4]) <= LATEST:
        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            pass  # 31 November
    raise PeriodError(f"{text!r} is not a date; write it as 2026-11-22")


def _week(day: date) -> Week:
    year, week, _ = day.isocalendar()
    return Week(f"{year:04d}-W{week:02d}")


def _at(ms: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=ms)


def _midnight(day: date, zone: str) -> int:
    # fold=0: of two midnights the first; where midnight is skipped, the instant of the jump.
    local = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    return (local.astimezone(UTC) - _EPOCH) // timedelta(milliseconds=1)
