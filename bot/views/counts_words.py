"""How numbers are said: periods, durations, names of rows. Shared by /week, the chart and the files."""

from typing import Protocol

from bot.domain.counts import NOT_RECORDED
from bot.domain.weeks import Period, number

_UNITS = (("counts-days", 86_400), ("counts-hours", 3_600), ("counts-minutes", 60), ("counts-seconds", 1))


class Say(Protocol):
    """Gives a text by language and id; raises LookupError for an id it does not have."""

    def __call__(self, language: str, text_id: str, /, **arguments: str | int) -> str: ...


def title(say: Say, lang: str, period: Period) -> str:
    """Return "Week 47 (16–22 November)"."""
    days = dates(say, lang, period)
    if len(period) == 1:
        return say(lang, "counts-title-week", number=number(period.first), dates=days)
    return say(lang, "counts-title-weeks", first=period.first, last=period.last, dates=days)


def dates(say: Say, lang: str, period: Period) -> str:
    """Return "16–22 November": with two months where there are two, with years where there are two."""
    first, last = period.starts, period.ends
    months = {
        "first_month": say(lang, f"counts-month-{first.month}"),
        "last_month": say(lang, f"counts-month-{last.month}"),
    }
    if first.year != last.year:
        years = {"first_year": str(first.year), "last_year": str(last.year)}
        return say(lang, "counts-dates-years", first=first.day, last=last.day, **months, **years)
    if first.month != last.month:
        return say(lang, "counts-dates-months", first=first.day, last=last.day, **months)
    return say(lang, "counts-dates-month", first=first.day, last=last.day, month=months["last_month"])


def weeks(period: Period) -> str:
    """Return "2026-W47" or "2026-W45 – 2026-W47", the same in every language."""
    return period.first if len(period) == 1 else f"{period.first} – {period.last}"


def duration(say: Say, lang: str, seconds: float) -> str:
    """Return "45 seconds", "2 minutes 30 seconds", "12 minutes", "1 hour 5 minutes", "3 days 2 hours"."""
    left = _rounded(seconds)
    parts: list[str] = []
    for text_id, size in _UNITS:
        if left >= size or (size == 1 and not parts):
            parts.append(say(lang, text_id, number=left // size))
            left %= size
        elif parts:
            break  # "3 days" and not "3 days 20 minutes"
    return parts[0] if len(parts) == 1 else say(lang, "counts-two-units", larger=parts[0], smaller=parts[1])


def _rounded(seconds: float) -> int:
    """Round to what is worth saying: seconds, from ten minutes on minutes, from a day on hours."""
    for enough, size in ((86_400, 3_600), (600, 60), (0, 1)):
        if seconds >= enough - size / 2:
            return int(seconds / size + 0.5) * size
    return 0


def label(say: Say, lang: str, facet: str, code: str) -> str:
    """Return the name of a row; a code that the lists no longer have stands for itself."""
    if code == NOT_RECORDED:
        return say(lang, "counts-not-recorded-outcome" if facet == "outcome" else "counts-not-recorded")
    try:
        return say(lang, f"counts-kind-{code}" if facet == "kind" else f"code-{facet}-{code}")
    except LookupError:
        return code
