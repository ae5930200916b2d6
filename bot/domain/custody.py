"""Custody clocks: which limits run for somebody who is held, from when, until when, and how sure that is.

- A limit counts from when liberty was really gone. Where only "brought in" is known, it counts from that: nobody is
  brought in before being held, so the limit is over then at the latest. Where neither is, from 🆘 itself.
- An answer is a span ("today"). `due` counts from its start: a warning comes rather too early. `sure` counts from its
  end: only then is it a fact that the limit was passed. From a bare 🆘 nothing is ever sure.
- While the track is not known every limit is shown; only those that hold in each track can be passed for sure.
- Under 18 a limit is never later than for an adult. No limit is due before it begins.
- What has ended (court, a court's custody order, release) stops the clocks it ends, at the moment it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any, Final

from bot.domain.case import Case
from bot.domain.limits import CustodyLimit, Track
from bot.domain.when import Span, moment_in, span_of

HELD, BROUGHT, DOSE = "held-since", "brought-in", "last-dose"
IN_COURT, COURT_CUSTODY, RELEASED = "in-court", "court-custody", "released"
MOMENTS: Final = (HELD, BROUGHT, DOSE, IN_COURT, COURT_CUSTODY, RELEASED)
"""Moments a lawyer records: {"at": UTC ms, "about": give or take SLACK}."""
KEY: Final = "custody"
"""Where a case's notes keep what lawyers recorded and what they were told."""
SLACK: Final = 30 * 60_000
MEDICINE: Final = frozenset({"medicine", "medicine-missed"})
"""Flags that say a medicine is needed every day."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody's custody. `called` is 🆘: held by then, if at all. Times in UTC milliseconds."""

    held: Span | None = None
    brought: Span | None = None
    dose: Span | None = None
    called: int | None = None
    track: Track = ""
    minor: bool = False
    medicine: bool = False
    ended: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clock:
    """One running limit. `sure` is when it is passed beyond doubt, None for never; `stopped` when it ended."""

    code: str
    starts: int
    due: int
    sure: int | None
    approximate: bool
    assumed: bool
    stopped: int | None

    def over(self, now: int) -> bool:
        """Tell whether the limit was reached, as far as is known, before anything ended it."""
        return self.due <= self.until(now)

    def passed(self, now: int) -> bool:
        """Tell whether it was passed beyond doubt."""
        return self.sure is not None and self.sure <= self.until(now)

    def until(self, now: int) -> int:
        """Return how far the clock has come."""
        return now if self.stopped is None else min(now, self.stopped)

    def moments(self, before: Sequence[int], after: Sequence[int]) -> tuple[int, ...]:
        """Return when to speak of it: so long before, at the limit, so long after; never before it begins."""
        found = {self.due, *(self.due - each for each in before), *(self.due + each for each in after)}
        last = self.stopped
        return tuple(sorted(each for each in found if each > self.starts and (last is None or each <= last)))


def known_of(case: Case, flags: Sequence[str], zone: tzinfo) -> Known:
    """Return what a case knows: what a lawyer recorded, else what the person answered."""
    kept = case.notes.get(KEY, {})
    return Known(
        held=_moment(case, kept, HELD, zone),
        brought=_moment(case, kept, BROUGHT, zone),
        dose=_moment(case, kept, DOSE, zone),
        called=case.opened if case.kind == "sos" and case.who is not None else None,
        track=kept.get("track", ""),
        minor="minor" in flags,
        medicine=not MEDICINE.isdisjoint(flags),
        ended={end: kept[end]["at"] for end in (IN_COURT, COURT_CUSTODY, RELEASED) if end in kept},
    )


def clocks(known: Known, limits: Sequence[CustodyLimit]) -> list[Clock]:
    """Return the clocks that run, or ran until something ended them, in the order of the limits."""
    found = (_clock(known, limit) for limit in limits)
    return [each for each in found if each is not None]


def beyond(found: Sequence[Clock], limits: Sequence[CustodyLimit], now: int) -> list[str]:
    """Return the codes of the legal limits that were passed beyond doubt."""
    legal = {limit.code for limit in limits if limit.legal}
    return [each.code for each in found if each.code in legal and each.passed(now)]


def _clock(known: Known, limit: CustodyLimit) -> Clock | None:
    span = _start(known, limit)
    same = not limit.track or known.track == limit.track
    if span is None or not (same or limit.any_track or not known.track):
        return None
    first, last, certain = span
    first, last = first + limit.lead, last + limit.lead
    length = limit.minor if known.minor else limit.adult
    assumed = not same and not limit.any_track
    outer = length if same else limit.adult  # the shorter one of a child belongs to the limit's own track
    return Clock(
        code=limit.code,
        starts=first,
        due=first + length,
        sure=last + outer if certain and not assumed else None,
        approximate=first != last or not certain,
        assumed=assumed,
        stopped=min((at for end, at in known.ended.items() if end == RELEASED or end in limit.stops), default=None),
    )


def _start(known: Known, limit: CustodyLimit) -> tuple[int, int, bool] | None:
    """Return the earliest and the latest moment from which a limit counts, and whether anybody has said so."""
    if limit.start == "dose":
        if known.dose is not None:
            return _ends(known.dose)
        if not known.medicine:
            return None
        held = _held(known)  # the next dose may have been due at that very moment
        return None if held is None else (held[0] - limit.lead, held[1] - limit.lead, False)
    return _held(known)


def _held(known: Known) -> tuple[int, int, bool] | None:
    if known.held is not None and known.brought is not None:
        last = min(known.held.end, known.brought.end)
        first = min(last, known.held.end if known.held.start is None else known.held.start)
        return first, last, True
    if known.held is not None:
        return _ends(known.held)
    if known.brought is not None:
        return _ends(known.brought)
    return None if known.called is None else (known.called, known.called, False)


def _ends(span: Span) -> tuple[int, int, bool]:
    return (span.end if span.start is None else min(span.start, span.end)), span.end, True


def _moment(case: Case, kept: Mapping[str, Any], name: str, zone: tzinfo) -> Span | None:
    recorded = kept.get(name)
    if recorded is not None:
        slack = SLACK if recorded["about"] else 0
        return Span(recorded["at"] - slack, recorded["at"] + slack)
    told_at = case.notes.get("told-at", {}).get(name, case.opened)
    match case.answers.get(name):
        case str(code):
            try:
                return span_of(code, told_at, zone)
            except KeyError:  # an option of an older form
                return None
        case {"text": str(text)}:
            return moment_in(text, told_at, zone)
        case _:
            return None
