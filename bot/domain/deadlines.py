"""Later deadlines: a day on which something must have been done, and the moments at which to speak of it."""

from collections.abc import Sequence
from datetime import date, timedelta, tzinfo
from typing import Final

from bot.domain.days import day_of, moment_on
from bot.domain.quiet import next_allowed

_DAY: Final = 24 * 60 * 60_000
FARTHEST: Final = timedelta(days=2 * 366)
LAPSES_AFTER: Final = 30 * _DAY
"""Nobody marked it and nobody asked any more: then it keeps no case from being sealed."""


def due_of(day: date, zone: tzinfo) -> int:
    """Return the last millisecond of a local day, UTC."""
    return moment_on(day + timedelta(days=1), 0, 0, zone) - 1


def may_be_set(day: date, today: date) -> bool:
    """Tell whether a day can be chosen: not past, and not so far that it must be a slip."""
    return today <= day <= today + FARTHEST


def moments(due: int, zone: tzinfo, quiet: tuple[int, int], part: str, before: Sequence[int]) -> tuple[int, ...]:
    """Return when to remind: so many days before (0: the day itself), and once on the day after; never in quiet hours.

    `before` is in milliseconds, whole days; `part` the part of the day somebody has chosen.
    """
    day = day_of(due, zone)
    days = {each // _DAY for each in before} | {-1}
    return tuple(sorted(next_allowed(moment_on(day - timedelta(days=n), 0, 0, zone), zone, quiet, part) for n in days))
