"""A table of numbers as flat records: one number each, with all that says what it is a number of."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.counts import MULTI, TOTAL, Metric, Table, Value
from bot.domain.weeks import Period
from bot.views.counts_words import Say, label, weeks

OTHERS = "(others)"
"""The code of the rows of a facet that are not listed, together."""
NO_CODE = "(not recorded)"
"""The code of cases that say nothing on a facet. Neither can be a code of the lists: those have no brackets."""


@dataclass(frozen=True, slots=True)
class Record:
    """One number. `facet` and `code` are "" for all cases."""

    metric: Metric
    facet: str
    code: str
    label: str
    value: Value
    before: Value


def records(say: Say, lang: str, table: Table) -> Iterator[Record]:
    """Give every number in the order of the table, what is merged after its facet."""
    for facet in (TOTAL, *table.facets):
        for each in table.numbers:
            if each.facet == facet == TOTAL:
                yield Record(each.metric, "", "", say(lang, "counts-all"), each.value, each.before)
            elif each.facet == facet:
                name = label(say, lang, facet, each.code)
                yield Record(each.metric, facet, each.code or NO_CODE, name, each.value, each.before)
        if facet in table.merged:
            yield Record(Metric.OPENED, facet, OTHERS, say(lang, "counts-merged"), table.merged[facet], None)


def metrics(table: Table) -> list[Metric]:
    """Return the metrics that the table has, in their order."""
    found = {each.metric for each in table.numbers}
    return [metric for metric in Metric if metric in found]


def span(period: Period) -> str:
    """Return "2026-W47, 2026-11-16 – 2026-11-22", the same in every language."""
    return f"{weeks(period)}, {period.starts} – {period.ends}"


def notes(say: Say, lang: str, table: Table) -> list[str]:
    """Return what must be known to read the numbers rightly, one sentence each."""
    found = []
    if table.period.asked is not None:
        first, last = table.period.asked
        found.append(say(lang, "counts-asked", first=str(first), last=str(last)))
    if table.unfinished:
        found.append(say(lang, "counts-unfinished"))
    if table.withheld_below:
        found.append(say(lang, "counts-withheld", k=table.withheld_below))
    if table.withheld_below and not table.numbers:
        found.append(say(lang, "counts-nothing-published"))
    return found


def facet_note(say: Say, lang: str, facet: str) -> str:
    """Return what must be known of a facet: that its rows add up to more than the cases; or nothing."""
    return say(lang, "counts-several-rows") if facet in MULTI else ""
