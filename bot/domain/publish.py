"""What may leave the house: counts without the small numbers that point at somebody.

Rules, with k the smallest count that may be shown:
- Only "opened" by facet, and counts about all cases. No comparison, no slowest case (it is one person's), a median only
  of k cases or more. Police districts never: they add up to their region, which gives a withheld one away.
- A row of 1 to k-1 cases is withheld, and rows of no cases are not listed either: who reads cannot tell them apart.
- Where a case counts in one row, what is withheld must not follow from the total. If the withheld rows come to fewer
  than k together, the smallest row that could be shown is withheld with them, and all that equal it: then no row can be
  told from another. The same if each of them has exactly k-1, the one case in which their sum gives them away.
- Where a case may count in several rows nothing follows from the total, as long as "not recorded" is not listed.
- Of fewer than k cases in all, nothing is published.
- A share of all cases (urgent, claimed ...) is shown only if neither it nor the rest is 1 to k-1.

This holds for one table. Tables that overlap can be subtracted from each other: publish periods that do not overlap,
each once, in one shape and with one k. A period that is still running would be published twice, and is refused.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.counts import DURATIONS, MULTI, NOT_RECORDED, TOTAL, Metric, Number, Table

LOWEST_K = 3
"""With k = 2, "withheld" would mean "one"."""
NEVER = frozenset({"district"})
_MEASURED = {Metric.CLAIM_MEDIAN: Metric.CLAIMED, Metric.WORD_MEDIAN: Metric.ANSWERED}


def publishable(table: Table, k: int) -> Table:
    """Return the table without what could point at somebody; raises ValueError for k below 3 or a running period."""
    if table.unfinished:
        raise ValueError("the period is not over: publish it once, when it is")
    if k < LOWEST_K:
        raise ValueError(f"k is {k}; with less than {LOWEST_K} a withheld number could be told")
    facets = tuple(facet for facet in table.facets if facet not in NEVER)
    opened = _value(table, Metric.OPENED)
    listed = {facet: (_of_many if facet in MULTI else _of_one)(table.rows(facet), k) for facet in facets}
    empty = replace(table, facets=(), numbers=(), compared=False, withheld_below=k, merged={})
    if 0 < opened < k:
        return empty
    shown = {facet: [replace(row, before=None) for row in rows] for facet, rows in listed.items()}
    merged = {facet: opened - _sum(shown[facet]) for facet in facets if facet not in MULTI}
    return replace(
        empty,
        facets=facets,
        numbers=(*_totals(table, k), *(row for rows in shown.values() for row in rows)),
        merged={facet: cases for facet, cases in merged.items() if cases},
    )


def _of_many(rows: Sequence[Number], k: int) -> list[Number]:
    return [row for row in rows if _cases(row) >= k and row.code != NOT_RECORDED]


def _of_one(rows: Sequence[Number], k: int) -> list[Number]:
    withheld = [row for row in rows if 0 < _cases(row) < k]
    listed = [row for row in rows if _cases(row) >= k]
    if not withheld or (_sum(withheld) >= k and any(_cases(row) < k - 1 for row in withheld)):
        return listed
    smallest = min((_cases(row) for row in listed), default=0)
    return [row for row in listed if _cases(row) > smallest]


def _totals(table: Table, k: int) -> list[Number]:
    """Return the numbers about all cases; None stands for what is withheld."""
    opened = _value(table, Metric.OPENED)
    totals = [each for each in table.numbers if each.facet == TOTAL]
    kept = []
    for each in totals:
        if each.metric in _MEASURED:
            good = _value(table, _MEASURED[each.metric]) >= k
        elif each.metric in DURATIONS:
            continue
        else:
            good = not (0 < _cases(each) < k or 0 < opened - _cases(each) < k)
        kept.append(replace(each, value=each.value if good else None, before=None))
    return kept


def _value(table: Table, metric: Metric) -> int:
    found = table.get(metric)
    return 0 if found is None else _cases(found)


def _cases(number: Number) -> int:
    return int(number.value or 0)


def _sum(rows: Sequence[Number]) -> int:
    return sum(_cases(row) for row in rows)
