"""Days, moments and spans of time in words, where the hotline is."""

from datetime import date, datetime

from bot.views.fit import clock_time
from bot.views.screen import Look

_MINUTE = 60_000
_HOURS_UP_TO = 48 * 60


def day_words(look: Look, day: date) -> str:
    """Return a day, such as "22 ноября"."""
    return look.t("moment-day", day=day.day, month=look.t(f"counts-month-{day.month}"))


def moment_words(look: Look, at: int) -> str:
    """Return a day and a time of day."""
    here = datetime.fromtimestamp(at / 1000, look.tx.settings.zone).date()
    return look.t("moment-time", day=day_words(look, here), time=clock_time(look, at))


def span_words(look: Look, span: int) -> str:
    """Return how long a span of milliseconds is, whichever way it runs: minutes, hours, from two days on days."""
    minutes = abs(span) // _MINUTE
    hours, rest = divmod(minutes, 60)
    if minutes < 60:
        return look.t("span-minutes", minutes=minutes)
    if minutes < _HOURS_UP_TO:
        return look.t("span-hours", hours=hours, minutes=rest)
    return look.t("span-days", days=hours // 24, hours=hours % 24)
