"""What "today" or "14:30" meant: a span of time, so that the law's limits can be counted from its start."""

import re
from datetime import datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

_HOUR: Final = 3_600_000
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d.])")
_WORD = re.compile(r"[^\W\d_]+")
_SLACK: Final = _HOUR // 2
_ABOUT: Final = frozenset(
    ["около", "примерно", "где", "то", "болжол", "менен", "чамасында", "болжолдуу", "about", "around", "approximately"]
)
_AT: Final = frozenset(["в", "с", "часов", "час", "саат", "сааты", "да", "де", "та", "те", "at", "from"])
_DAYS_BEFORE: Final = {
    **dict.fromkeys(["сегодня", "бүгүн", "бугун", "today"], 0),
    **dict.fromkeys(["вчера", "кечээ", "кечэ", "yesterday"], 1),
}


class Span(NamedTuple):
    """From `start` to `end`, UTC milliseconds; a start of None is open."""

    start: int | None
    end: int


def span_of(code: str, told_at: int, zone: tzinfo) -> Span:
    """Return what a button of the list "when" meant for somebody who tapped it at `told_at`; raises KeyError.

    `told_at` is when the answer was given, not when it is read: "an hour ago" does not move.
    """
    today, yesterday = _midnight(told_at, zone, 0), _midnight(told_at, zone, 1)
    week_ago = _midnight(told_at, zone, 7)
    return {
        "now": Span(told_at, told_at),
        "within-hour": Span(told_at - _HOUR, told_at),
        "today": Span(min(today, told_at - _HOUR), told_at),
        "yesterday": Span(yesterday, today),
        "this-week": Span(week_ago, yesterday),
        "longer-ago": Span(None, week_ago),
    }[code]


def clock_in(text: str, told_at: int, zone: tzinfo) -> int | None:
    """Return the last moment not after `told_at` at the one time of day that `text` names ("около 14:30")."""
    found = {(int(hour), int(minute)) for hour, minute in _CLOCK.findall(text)}
    if len(found) != 1:
        return None
    here = datetime.fromtimestamp(told_at / 1000, zone)
    moment = datetime.combine(here.date(), time(*found.pop()), zone)
    if moment > here:
        moment = datetime.combine(here.date() - timedelta(days=1), moment.time(), zone)
    return int(moment.timestamp() * 1000)


def moment_in(text: str, told_at: int, zone: tzinfo) -> Span | None:
    """Return what "14:30", "около 14:30" or "вчера в 14:30" meant; None where any other word could change it."""
    words = _WORD.findall(text.casefold())
    days = {_DAYS_BEFORE[word] for word in words if word in _DAYS_BEFORE}
    at = clock_in(text, told_at, zone)
    if at is None or len(days) > 1 or not set(words) <= {*_ABOUT, *_AT, *_DAYS_BEFORE}:
        return None
    if days:
        here = datetime.fromtimestamp(told_at / 1000, zone)
        at_clock = datetime.fromtimestamp(at / 1000, zone).time()
        named = datetime.combine(here.date() - timedelta(days=days.pop()), at_clock, zone)
        at = int(named.timestamp() * 1000)
    if at > told_at:  # "today at 23:00", told at noon
        return None
    slack = _SLACK if _ABOUT & set(words) or "~" in text or "≈" in text else 0
    return Span(at - slack, min(at + slack, told_at))


def _midnight(told_at: int, zone: tzinfo, days_before: int) -> int:
    day = datetime.fromtimestamp(told_at / 1000, zone).date() - timedelta(days=days_before)
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)
