"""Durations as people write them in settings: "90s", "5m", "48h", "14d"."""

import re

_UNITS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
_SHAPE = re.compile(r"^\s*(\d{1,6})\s*([smhd])\s*$")


def parse_duration(text: str) -> int:
    """Return milliseconds; raises ValueError for anything but a whole number and one of s, m, h, d."""
    match = _SHAPE.match(text)
    if match is None:
        message = f"{text!r} is not a duration; write a whole number and s, m, h or d, such as 90s or 48h"
        raise ValueError(message)
    return int(match[1]) * _UNITS[match[2]]


def parse_time_of_day(text: str) -> int:
    """Return minutes after midnight of "HH:MM"; raises ValueError."""
    match = re.match(r"^([01]\d|2[0-3]):([0-5]\d)$", text)
    if match is None:
        message = f"{text!r} is not a time of day; write it as 22:00"
        raise ValueError(message)
    return int(match[1]) * 60 + int(match[2])
