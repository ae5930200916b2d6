"""Numbers as a plain text table for a terminal."""

import textwrap
from collections.abc import Sequence

from bot.domain.counts import DURATIONS, TOTAL, Metric, Number, Table, Value
from bot.views.counts_records import facet_note, metrics, notes, span
from bot.views.counts_words import Say, label, title

_HEAD_WIDTH = 13
_GAP = "  "


def as_table(say: Say, lang: str, table: Table) -> str:
    """Return lines of plain text: what was counted, all cases, one block per facet, the definitions."""
    blocks = [_about(say, lang, table), _totals(say, lang, table)]
    blocks += [_block(say, lang, table, facet) for facet in table.facets]
    blocks.append([f"{_named(say, lang, metric)}: {say(lang, metric.definition)}" for metric in metrics(table)])
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _about(say: Say, lang: str, table: Table) -> list[str]:
    lines = [
        title(say, lang, table.period),
        f"{say(lang, 'counts-col-period')}: {span(table.period)}",
        f"{say(lang, 'counts-col-zone')}: {table.zone}",
    ]
    if table.compared:
        lines.append(f"{say(lang, 'counts-col-before')}: {span(table.period.before)}")
    return lines + notes(say, lang, table)


def _totals(say: Say, lang: str, table: Table) -> list[str]:
    columns = ("all", "col-value", *(("col-before",) if table.compared else ()), "col-unit")
    rows = []
    for each in table.numbers:
        if each.facet == TOTAL:
            values = (each.value, each.before) if table.compared else (each.value,)
            cells = [_shown(say, lang, table, each.metric, value) for value in values]
            rows.append([say(lang, f"counts-name-{each.metric}"), *cells, _unit(say, lang, each.metric)])
    return _grid([say(lang, f"counts-{name}") for name in columns], rows) if rows else []


def _block(say: Say, lang: str, table: Table, facet: str) -> list[str]:
    shown = [metric for metric in metrics(table) if _says_something(table, facet, metric)]
    heads = [say(lang, f"counts-by-{facet}")]
    for metric in shown:
        # The head of the block has said that its counts are cases.
        heads.append(_named(say, lang, metric) if metric in DURATIONS else say(lang, f"counts-name-{metric}"))
        if metric is Metric.OPENED and table.compared:
            heads.append(say(lang, "counts-col-before"))
    rows = [_row(say, lang, table, row, shown) for row in table.rows(facet)]
    if facet in table.merged:
        rows.append([say(lang, "counts-merged"), str(table.merged[facet])])
    note = facet_note(say, lang, facet)
    return [*_grid(heads, rows), *([note] if note else [])] if rows else []


def _row(say: Say, lang: str, table: Table, row: Number, shown: Sequence[Metric]) -> list[str]:
    cells = [label(say, lang, row.facet, row.code)]
    for metric in shown:
        each = table.get(metric, row.facet, row.code)
        cells.append(_shown(say, lang, table, metric, None if each is None else each.value))
        if metric is Metric.OPENED and table.compared:
            cells.append(_shown(say, lang, table, metric, row.before))
    return cells


def _says_something(table: Table, facet: str, metric: Metric) -> bool:
    return metric is Metric.OPENED or any(
        each.facet == facet and each.metric is metric and each.value for each in table.numbers
    )


def _shown(say: Say, lang: str, table: Table, metric: Metric, value: Value) -> str:
    if value is None:
        return say(lang, "counts-hidden") if table.withheld_below else "-"
    if metric not in DURATIONS:
        return str(value)
    minutes, seconds = divmod(int(value + 0.5), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _named(say: Say, lang: str, metric: Metric) -> str:
    return f"{say(lang, f'counts-name-{metric}')} ({_unit(say, lang, metric)})"


def _unit(say: Say, lang: str, metric: Metric) -> str:
    return say(lang, "counts-unit-clock" if metric in DURATIONS else "counts-unit-case")


def _grid(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Set rows under their heads, names to the left and numbers to the right; heads take as many lines as they need."""
    stacked = [[head] if not column else _wrapped(head) for column, head in enumerate(heads)]
    tall = max(map(len, stacked))
    lines = [list(line) for line in zip(*([""] * (tall - len(head)) + head for head in stacked), strict=True)]
    lines += [[*row, *[""] * (len(heads) - len(row))] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        _GAP.join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]


def _wrapped(head: str) -> list[str]:
    return textwrap.wrap(head, _HEAD_WIDTH, break_long_words=False)
