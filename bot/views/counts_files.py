"""Numbers as csv, json and xlsx. Every line carries period, zone, unit and definition; codes come with their names.

What a spreadsheet would take for a formula is written so that it is not: a source code or an old code that is no
longer in the lists may have come from outside.
"""

import csv
import json
import re
from datetime import UTC, datetime, time
from io import BytesIO, StringIO
from typing import Any

from bot.domain.counts import MULTI, Table
from bot.domain.weeks import Period
from bot.views.counts_records import Record, facet_note, metrics, notes, records, span
from bot.views.counts_words import Say, title

COLUMNS = (
    "first_week",
    "last_week",
    "first_day",
    "last_day",
    "zone",
    "facet",
    "code",
    "label",
    "metric",
    "value",
    "unit",
    "before_first_week",
    "before_last_week",
    "before",
    "definition",
    "note",
)
JSON_SCHEMA = 1
_FORMULA = tuple("=+-@＝＋－＠")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_WIDTHS = (24, 38, 26, 10, 10, 12, 40, 40, 16, 60, 60)


def as_csv(say: Say, lang: str, table: Table) -> str:
    """Return csv in UTF-8 with "," and one number a line; an empty value is withheld or has nothing to measure."""
    out = StringIO()
    lines = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    lines.writeheader()
    for each in records(say, lang, table):
        lines.writerow({name: _harmless(value) for name, value in _line(say, lang, table, each).items()})
    return out.getvalue()


def as_json(say: Say, lang: str, table: Table) -> str:
    """Return one JSON object, its schema version first; null is withheld or has nothing to measure."""
    before = table.period.before if table.compared else None
    value = {
        "schema": JSON_SCHEMA,
        "title": title(say, lang, table.period),
        "period": _period(table.period),
        "asked": None if table.period.asked is None else [str(day) for day in table.period.asked],
        "compared_with": None if before is None else _period(before),
        "zone": table.zone,
        "unfinished": table.unfinished,
        "withheld_below": table.withheld_below or None,
        "notes": notes(say, lang, table),
        "metrics": {
            metric: {"unit": metric.unit, "definition": say(lang, metric.definition)} for metric in metrics(table)
        },
        "facets": {
            facet: {"one_case_in_several_rows": facet in MULTI, "note": facet_note(say, lang, facet)}
            for facet in table.facets
        },
        "numbers": [_json_number(each) for each in records(say, lang, table)],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_xlsx(say: Say, lang: str, table: Table) -> bytes:
    """Return a workbook of two sheets: the numbers, and what was counted. Same table, same bytes."""
    import xlsxwriter  # type: ignore[import-untyped]

    out = BytesIO()
    # in_memory: the library would otherwise write the numbers to files in the system's temporary folder.
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.combine(table.period.ends, time(), UTC), "title": "Kalkan"})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    _numbers_sheet(book.add_worksheet(say(lang, "counts-sheet-numbers")), bold, say, lang, table)
    _about_sheet(book.add_worksheet(say(lang, "counts-sheet-about")), bold, wrapped, _about(say, lang, table))
    book.close()
    return out.getvalue()


def _numbers_sheet(sheet: Any, bold: Any, say: Say, lang: str, table: Table) -> None:
    names = ["facet", "row", "metric", "value", "before", "unit", "period", "compared", "zone", "definition", "note"]
    for column, (name, width) in enumerate(zip(names, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, say(lang, f"counts-col-{name}"), bold)
    last = 0
    for last, each in enumerate(records(say, lang, table), start=1):
        cells = (
            say(lang, f"counts-by-{each.facet}").rstrip(":") if each.facet else say(lang, "counts-all"),
            each.label,
            say(lang, f"counts-name-{each.metric}"),
            _shown(say, lang, table, each),
            each.before,
            say(lang, f"counts-unit-{each.metric.unit}"),
            span(table.period),
            span(table.period.before) if table.compared else "",
            table.zone,
            say(lang, each.metric.definition),
            facet_note(say, lang, each.facet),
        )
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(last, column, cell)
            elif cell is not None:
                sheet.write_number(last, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(names) - 1)


def _shown(say: Say, lang: str, table: Table, each: Record) -> str | int | float | None:
    return say(lang, "counts-hidden") if each.value is None and table.withheld_below else each.value


def _about(say: Say, lang: str, table: Table) -> list[tuple[str, str]]:
    rows = [
        (say(lang, "counts-col-period"), f"{title(say, lang, table.period)}; {span(table.period)}"),
        (say(lang, "counts-col-zone"), table.zone),
    ]
    if table.compared:
        rows.append((say(lang, "counts-col-compared"), span(table.period.before)))
    rows += [(say(lang, "counts-col-note"), note) for note in notes(say, lang, table)]
    for metric in metrics(table):
        name, unit = say(lang, f"counts-name-{metric}"), say(lang, f"counts-unit-{metric.unit}")
        rows.append((f"{name} ({unit})", say(lang, metric.definition)))
    return rows


def _about_sheet(sheet: Any, bold: Any, wrapped: Any, rows: list[tuple[str, str]]) -> None:
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 100, wrapped)
    for row, (name, text) in enumerate(rows):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, wrapped)


def _line(say: Say, lang: str, table: Table, each: Record) -> dict[str, str | int | float | None]:
    period, before = table.period, table.period.before
    values = (
        period.first,
        period.last,
        str(period.starts),
        str(period.ends),
        table.zone,
        each.facet,
        each.code,
        each.label,
        each.metric,
        each.value,
        each.metric.unit,
        before.first if table.compared else "",
        before.last if table.compared else "",
        each.before,
        say(lang, each.metric.definition),
        " ".join(filter(None, (*notes(say, lang, table), facet_note(say, lang, each.facet)))),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _json_number(each: Record) -> dict[str, str | int | float | None]:
    place = {"facet": each.facet or None, "code": each.code or None, "label": each.label}
    what = {"metric": each.metric, "unit": each.metric.unit, "definition": each.metric.definition}
    return {**place, **what, "value": each.value, "before": each.before}


def _period(period: Period) -> dict[str, str | int]:
    weeks: dict[str, str | int] = {"first_week": period.first, "last_week": period.last, "weeks": len(period)}
    return {**weeks, "first_day": str(period.starts), "last_day": str(period.ends)}


def _harmless(value: str | float | None) -> str | int | float | None:
    """Return text of one line that no spreadsheet runs: an apostrophe before what would begin a formula."""
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub(" ", value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
