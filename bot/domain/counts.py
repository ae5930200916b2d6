"""Numbers from coded facts: how many cases, how fast, by what; and how this compares with the period before.

Rules:
- A number is computed from the facts of the whole period: counts of weeks add up to the count of the period, a median
  is the median of all its durations, never a median of medians. So it is the same however it is asked for.
- Every number names its metric, and the metric its unit and the id of its definition.
- In the facets of MULTI one case may count in several rows (or in none, shown as NOT_RECORDED); their rows add up to
  more than the cases. In all others a case counts in exactly one row.
- "opened" counts every case that was opened, withdrawn ones too: what was taken back has still happened.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

from bot.domain.facts import Fact
from bot.domain.weeks import Period

NOT_RECORDED = ""
"""The row of cases that say nothing on this facet."""
TOTAL = ""
"""The facet of numbers about all cases."""


class Metric(StrEnum):
    """What is counted or measured, in the order in which it is shown."""

    OPENED = "opened"
    URGENT = "urgent"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    QUALIFIED = "qualified"
    EXTORTED = "extorted"
    WITHDRAWN = "withdrawn"
    CLAIM_MEDIAN = "claim-median"
    CLAIM_SLOWEST = "claim-slowest"
    WORD_MEDIAN = "word-median"
    WORD_SLOWEST = "word-slowest"

    @property
    def unit(self) -> str:
        """What the number is a number of: "case" or "second"."""
        return "second" if self in DURATIONS else "case"

    @property
    def definition(self) -> str:
        """The message id of what exactly is counted."""
        return f"counts-def-{self}"


DURATIONS = frozenset({Metric.CLAIM_MEDIAN, Metric.CLAIM_SLOWEST, Metric.WORD_MEDIAN, Metric.WORD_SLOWEST})

FACETS: Mapping[str, Callable[[Fact], tuple[str, ...]]] = {
    "region": lambda fact: (fact.region,),
    "district": lambda fact: (fact.district,),
    "violation": lambda fact: fact.violations or (NOT_RECORDED,),
    "perpetrator": lambda fact: fact.perpetrators or (NOT_RECORDED,),
    "outcome": lambda fact: (fact.outcome or NOT_RECORDED,),
    "language": lambda fact: (fact.language,),
    "source": lambda fact: (fact.source,),
    "kind": lambda fact: (fact.kind,),
    "flag": lambda fact: fact.flags or (NOT_RECORDED,),
    "limit": lambda fact: fact.beyond or (NOT_RECORDED,),
    "amount": lambda fact: (fact.amount,),
}
"""What cases can be counted by; the names are those of the code lists."""
MULTI = frozenset({"violation", "perpetrator", "flag", "limit"})

Value = int | float | None
"""None: there is nothing to measure, or it is withheld."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number about the cases with `code` in `facet` (TOTAL: all), now and in the period before."""

    metric: Metric
    facet: str
    code: str
    value: Value
    before: Value = None


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers of one period. What prints them (text, csv, json, xlsx, chart) takes everything from here."""

    period: Period
    zone: str
    facets: tuple[str, ...]
    numbers: tuple[Number, ...]
    compared: bool = True  # whether `before` holds the period before
    unfinished: bool = False  # the period is still running
    withheld_below: int = 0  # k, if small numbers were taken out; 0 otherwise
    merged: Mapping[str, int] = field(default_factory=dict)  # by facet: cases in the rows not listed, together

    def get(self, metric: Metric, facet: str = TOTAL, code: str = "") -> Number | None:
        """Return one number, or None if the table does not have it."""
        wanted = (metric, facet, code)
        return next((each for each in self.numbers if (each.metric, each.facet, each.code) == wanted), None)

    def rows(self, facet: str) -> list[Number]:
        """Return the opened cases of each row of a facet, most first."""
        found = [each for each in self.numbers if each.facet == facet and each.metric is Metric.OPENED]
        return sorted(found, key=lambda each: (each.code == NOT_RECORDED, -(each.value or 0), each.code))

    def leading(self, facet: str, most: int) -> list[Number]:
        """Return at most `most` rows; "not recorded" is one of them, for it says how much the others leave open."""
        rows = self.rows(facet)
        if len(rows) <= most or rows[-1].code != NOT_RECORDED:
            return rows[:most]
        return [*rows[: most - 1], rows[-1]]


def count(
    facts: Iterable[Fact],
    period: Period,
    *,
    zone: str,
    facets: Sequence[str] = tuple(FACETS),
    compare: bool = True,
    unfinished: bool = False,
) -> Table:
    """Count the facts of `period` and, to compare, of `period.before`; facts of other weeks are passed over.

    Rows without a case in either period are left out. An unknown facet raises KeyError.
    """
    now = _Tallies(facets)
    before = _Tallies(facets)
    earlier = period.before
    for fact in facts:
        if fact.week in period:
            now.add(fact)
        elif compare and fact.week in earlier:
            before.add(fact)
    numbers = tuple(
        Number(metric, facet, code, value, past if compare else None)
        for facet, code in _order(facets, {*now.by, *before.by})
        for metric, value, past in zip(Metric, now.values(facet, code), before.values(facet, code), strict=True)
    )
    return Table(period, zone, tuple(facets), numbers, compare, unfinished)


class _Tallies:
    """Tallies of one period by facet and code, filled in one pass."""

    def __init__(self, facets: Sequence[str]) -> None:
        self._facets = [(facet, FACETS[facet]) for facet in facets]
        self.by: dict[tuple[str, str], _Tally] = {(TOTAL, ""): _Tally()}

    def add(self, fact: Fact) -> None:
        self.by[TOTAL, ""].add(fact)
        for facet, codes in self._facets:
            for code in codes(fact):
                self.by.setdefault((facet, code), _Tally()).add(fact)

    def values(self, facet: str, code: str) -> tuple[Value, ...]:
        return (self.by.get((facet, code)) or _Tally()).values()


@dataclass(slots=True)
class _Tally:
    """One row under way: all durations are kept, for medians do not add up."""

    opened: int = 0
    urgent: int = 0
    qualified: int = 0
    extorted: int = 0
    withdrawn: int = 0
    claims: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)

    def add(self, fact: Fact) -> None:
        self.opened += 1
        self.urgent += fact.urgent
        self.qualified += fact.qualifies is True
        self.extorted += fact.extorted is True
        self.withdrawn += fact.withdrawn
        if fact.claimed_after_s is not None:
            self.claims.append(fact.claimed_after_s)
        if fact.first_word_after_s is not None:
            self.words.append(fact.first_word_after_s)

    def values(self) -> tuple[Value, ...]:
        """In the order of Metric."""
        counts = (self.opened, self.urgent, len(self.claims), len(self.words))
        rest = (self.qualified, self.extorted, self.withdrawn)
        return (*counts, *rest, _median(self.claims), _slowest(self.claims), _median(self.words), _slowest(self.words))


def _median(seconds: list[int]) -> Value:
    if not seconds:
        return None
    middle = median(seconds)
    return int(middle) if middle == int(middle) else middle


def _slowest(seconds: list[int]) -> Value:
    return max(seconds, default=None)


def _order(facets: Sequence[str], rows: set[tuple[str, str]]) -> list[tuple[str, str]]:
    place = {facet: index for index, facet in enumerate((TOTAL, *facets))}
    return sorted(rows, key=lambda row: (place[row[0]], row[1] == NOT_RECORDED, row[1]))
