"""When a check-in may come: never in quiet hours, and in the part of the day the person has chosen."""

from datetime import datetime, time, timedelta, tzinfo
from typing import Final

_DAY_MINUTES: Final = 24 * 60
_SLACK: Final = 30
"""A timer that is not exact comes up to half an hour late; it must still fall inside."""

PARTS: Final = {"morning": (9 * 60, 12 * 60), "day": (12 * 60, 18 * 60), "evening": (18 * 60, 22 * 60)}
"""Parts of the day (list "hours"), in minutes after midnight; any other choice means any time that is not quiet."""


def next_allowed(due: int, zone: tzinfo, quiet: tuple[int, int], part: str = "", *, slack: int = _SLACK) -> int:
    """Return the first moment from `due` on (milliseconds) that is not quiet and lies in the part of the day.

    A part of the day that lies wholly in the quiet hours cannot be kept to; then only the quiet hours count.
    """
    wanted = PARTS.get(part, (0, _DAY_MINUTES))
    minute = _minute_of(due, zone)
    # Whether a minute is open changes only at these, for itself or for its slack.
    edges = (each - before for each in (*quiet, *wanted) for before in (0, slack))
    for steps in sorted({0, *((edge - minute) % _DAY_MINUTES for edge in edges)}):
        at = (minute + steps) % _DAY_MINUTES
        last = (minute + steps + slack) % _DAY_MINUTES
        if _open(at, quiet, wanted) and _open(last, quiet, wanted):
            return due if steps == 0 else _start_of_minute(due, zone, steps)
    return due if part == "" else next_allowed(due, zone, quiet, slack=slack)


def _open(minute: int, quiet: tuple[int, int], wanted: tuple[int, int]) -> bool:
    return not _within(minute, quiet) and wanted[0] <= minute < wanted[1]


def _within(minute: int, span: tuple[int, int]) -> bool:
    start, end = span
    return start <= minute < end if start <= end else minute >= start or minute < end


def _minute_of(moment: int, zone: tzinfo) -> int:
    here = datetime.fromtimestamp(moment / 1000, zone)
    return here.hour * 60 + here.minute


def _start_of_minute(due: int, zone: tzinfo, steps: int) -> int:
    here = datetime.fromtimestamp(due / 1000, zone)
    total = here.hour * 60 + here.minute + steps
    day = here.date() + timedelta(days=total // _DAY_MINUTES)
    minute = total % _DAY_MINUTES
    return int(datetime.combine(day, time(minute // 60, minute % 60), zone).timestamp() * 1000)
