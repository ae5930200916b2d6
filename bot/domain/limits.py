"""Time limits as data: how long, from what, on which text of which date, and whether a lawyer has confirmed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from bot.domain.durations import parse_duration

Track = Literal["", "criminal", "offence"]
From = Literal["held", "dose"]
Overrides = Mapping[str, Mapping[str, Any]]
"""What the settings say: code -> the keys of CHANGEABLE."""

TRACKS: Final = ("", "criminal", "offence")
ENDS: Final = ("in-court", "court-custody", "released")
"""What may end a custody limit; "released" ends each of them."""
LENGTHS: Final = ("adult", "minor", "days", "months")
CHANGEABLE: Final = (*LENGTHS, "source", "edition", "confirmed_by", "confirmed_on")


class LimitsError(ValueError):
    """limits.toml or the settings' [limits] are wrong; the message says where and what to write."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a limit rests on. Until `confirmed_by` and its date are there, it is to be confirmed by a lawyer."""

    source: str
    edition: str
    confirmed_by: str = ""
    confirmed_on: str = ""

    @property
    def confirmed(self) -> bool:
        """Tell whether a lawyer has confirmed it."""
        return bool(self.confirmed_by)


@dataclass(frozen=True, slots=True)
class CustodyLimit:
    """A limit that runs while somebody is held; durations in milliseconds."""

    code: str
    track: Track
    any_track: bool
    adult: int
    minor: int
    start: From
    lead: int
    stops: tuple[str, ...]
    legal: bool
    inference: bool
    violation: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Term:
    """A later deadline: so many days, or calendar months, from a day."""

    code: str
    days: int
    months: int
    basis: Basis

    def due_day(self, start: date) -> date:
        """Return the last day; in a shorter month its last one; never past the end of the calendar."""
        try:
            return _months_later(start, self.months) + timedelta(days=self.days)
        except (OverflowError, ValueError):
            return date.max


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything in limits.toml, as the settings change it."""

    version: int
    custody: tuple[CustodyLimit, ...]
    deadlines: tuple[Term, ...]

    def violations_of(self, beyond: Sequence[str]) -> list[str]:
        """Return what is a violation where these limits have been passed."""
        found = [each.violation for each in self.custody if each.code in beyond and each.violation]
        return list(dict.fromkeys(found))


def limits_from_toml(data: Mapping[str, Any], changed: Overrides | None = None) -> Limits:
    """Check parsed limits.toml and what the settings change; raises LimitsError."""
    changed = changed or {}
    codes = [each["code"] for each in (*data["custody"], *data["deadline"])]
    if len(set(codes)) != len(codes):
        raise LimitsError("limits.toml: a code stands there twice")
    unknown = [code for code in changed if code not in codes]
    if unknown:
        raise LimitsError(f"limits.{unknown[0]}: no such limit; known: {', '.join(codes)}")
    custody = tuple(_custody(_changed(each, changed)) for each in data["custody"])
    return Limits(int(data["version"]), custody, tuple(_term(_changed(each, changed)) for each in data["deadline"]))


def _changed(given: Mapping[str, Any], changed: Overrides) -> dict[str, Any]:
    """Return a limit as the settings have it. Who changes a length says on what that rests."""
    code, mine = given["code"], changed.get(given["code"], {})
    allowed = [key for key in CHANGEABLE if key not in LENGTHS or key in given]
    for key in mine:
        if key not in allowed:
            raise LimitsError(f"limits.{code}.{key}: unknown; known here: {', '.join(allowed)}")
    if any(key in mine for key in LENGTHS) and not {"source", "edition"} <= mine.keys():
        raise LimitsError(f"limits.{code}: say in source and edition what the changed limit rests on")
    if bool(mine.get("confirmed_by")) != bool(mine.get("confirmed_on")):
        raise LimitsError(f"limits.{code}: confirmed_by and confirmed_on go together")
    return {**given, **mine}


def _custody(given: Mapping[str, Any]) -> CustodyLimit:
    code = given["code"]
    try:
        adult, minor, lead = (parse_duration(given.get(key, "0s")) for key in ("adult", "minor", "lead"))
    except (ValueError, TypeError) as error:
        raise LimitsError(f"limits.{code}: {error}") from None
    if not 0 < minor <= adult:
        raise LimitsError(f"limits.{code}: under 18 it may not be longer than for an adult, nor nothing")
    stops = tuple(given.get("stops", ()))
    if given["track"] not in TRACKS or given["from"] not in {"held", "dose"} or not set(stops) <= set(ENDS):
        raise LimitsError(f"limits.{code}: unknown track, from or stops")
    return CustodyLimit(
        code=code,
        track=given["track"],
        any_track=given.get("any_track", False),
        adult=adult,
        minor=minor,
        start=given["from"],
        lead=lead,
        stops=stops,
        legal=given.get("legal", False),
        inference=given.get("inference", False),
        violation=given.get("violation", ""),
        basis=_basis(given),
    )


def _term(given: Mapping[str, Any]) -> Term:
    days, months = given.get("days", 0), given.get("months", 0)
    if not (isinstance(days, int) and isinstance(months, int) and days >= 0 and months >= 0 and days + months):
        raise LimitsError(f"limits.{given['code']}: write days or months as a whole number")
    return Term(given["code"], days, months, _basis(given))


def _basis(given: Mapping[str, Any]) -> Basis:
    found = [given.get(key, "") for key in ("source", "edition", "confirmed_by", "confirmed_on")]
    if not all(isinstance(each, str) for each in found) or not all(found[:2]):
        raise LimitsError(f"limits.{given['code']}: source and edition are needed, as words in quotes")
    return Basis(*found)


def _months_later(day: date, months: int) -> date:
    if not months:
        return day
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))
