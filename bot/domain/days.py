"""Local days, as buttons carry them (yymmdd, yymm), and moments on them."""

from datetime import date, datetime, time, tzinfo


def day_of(moment: int, zone: tzinfo) -> date:
    """Return the local day of a moment (UTC milliseconds)."""
    return datetime.fromtimestamp(moment / 1000, zone).date()


def moment_on(day: date, hour: int, minute: int, zone: tzinfo) -> int:
    """Return a local time of a day as UTC milliseconds; raises ValueError for no time of day."""
    return int(datetime.combine(day, time(hour, minute), zone).timestamp() * 1000)


def write_day(day: date) -> str:
    """Return a day as a button carries it."""
    return f"{day:%y%m%d}"


def read_day(text: str) -> date:
    """Return the day a button carries; raises ValueError."""
    if len(text) != 6:
        raise ValueError(text)
    return date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]))


def read_month(text: str) -> date:
    """Return the first day of the month a button carries ("2611"); raises ValueError."""
    return read_day(f"{text}01")
