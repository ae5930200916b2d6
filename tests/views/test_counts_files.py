"""Files carry period, zone, unit and definition with every number, agree with each other, and run nothing."""

import csv
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from bot.domain.counts import Metric, Number
from bot.domain.facts import Fact
from bot.domain.publish import publishable
from bot.domain.weeks import Period
from bot.views.counts_files import COLUMNS, as_csv, as_json, as_xlsx
from bot.views.counts_table import as_table
from bot.views.texts import Texts
from tests.views.counted import LANGUAGES, WEEK, table, texts

CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(name="say", scope="module")
def _say() -> Texts:
    return texts()


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def xlsx_sheets(book: bytes) -> list[list[list[str | float | None]]]:
    """Cells of every sheet, read from the XML; strings as strings, numbers as numbers."""
    files = zipfile.ZipFile(BytesIO(book))
    shared = ["".join(each.itertext()) for each in _xml(files, "xl/sharedStrings.xml")]
    names = sorted(name for name in files.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
    sheets = []
    for name in names:
        assert b"<f" not in files.read(name)  # no formula anywhere
        lines = []
        for row in _xml(files, name).iter(f"{CELL}row"):
            cells: list[str | float | None] = []
            for cell in row:
                value = cell.findtext(f"{CELL}v")
                cells.append(None if value is None else shared[int(value)] if cell.get("t") == "s" else float(value))
            lines.append(cells)
        sheets.append(lines)
    return sheets


def _xml(files: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(files.read(name))  # noqa: S314 - we have written it ourselves


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_csv_carries_period_zone_unit_and_definition(say: Texts, lang: str) -> None:
    counted = table()

    rows = csv_rows(as_csv(say, lang, counted))

    assert len(rows) == len(counted.numbers)
    assert tuple(rows[0]) == COLUMNS
    for row in rows:
        assert (row["first_week"], row["last_day"], row["zone"]) == ("2026-W47", "2026-11-22", "Asia/Bishkek")
        assert row["before_first_week"] == "2026-W46"
        assert row["unit"] in ("case", "second")
        assert row["definition"] == say(lang, f"counts-def-{row['metric']}")
        assert bool(row["note"]) == (row["facet"] in ("violation", "perpetrator", "flag", "limit"))


def test_csv_json_xlsx_and_table_give_the_same_numbers(say: Texts) -> None:
    counted = table()
    numbers = [(each.value, each.before) for each in _by_block(counted.numbers, ("", *counted.facets))]

    from_csv = [(_number(row["value"]), _number(row["before"])) for row in csv_rows(as_csv(say, "ru", counted))]
    from_json = [(each["value"], each["before"]) for each in json.loads(as_json(say, "ru", counted))["numbers"]]
    sheet = xlsx_sheets(as_xlsx(say, "ru", counted))[0]
    known = [pair for pair in numbers if None not in pair]

    assert from_csv == numbers
    assert from_json == numbers
    assert len(sheet) == 1 + len(numbers)
    assert [tuple(row[3:5]) for row in sheet[1:] if all(isinstance(each, float) for each in row[3:5])] == known
    assert re.search(r"^Бишкек +11 +0 +", as_table(say, "ru", counted), re.MULTILINE)
    assert re.search(r"^До взятия, медиана +0:03:30 +- +ч:мм:сс$", as_table(say, "ru", counted), re.MULTILINE)


def _by_block(numbers: tuple[Number, ...], facets: tuple[str, ...]) -> list[Number]:
    return [each for facet in facets for each in numbers if each.facet == facet]


def _number(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_format_says_period_zone_units_and_definitions(say: Texts, lang: str) -> None:
    counted = table(unfinished=True)
    value: Any = json.loads(as_json(say, lang, counted))
    sheets = xlsx_sheets(as_xlsx(say, lang, counted))
    everything = ["\n".join(str(cell) for sheet in sheets for row in sheet for cell in row)]
    everything += [as_table(say, lang, counted), as_csv(say, lang, counted), json.dumps(value, ensure_ascii=False)]

    for text in everything:
        assert "2026-W47" in text
        assert "Asia/Bishkek" in text
        assert say(lang, "counts-unfinished") in text
        assert say(lang, "counts-several-rows") in text
        for metric in Metric:
            assert say(lang, metric.definition).replace('"', "") in text
    assert value["schema"] == 1
    assert {each["unit"] for each in value["numbers"]} == {"case", "second"}
    assert value["facets"]["violation"]["one_case_in_several_rows"]
    assert not value["facets"]["region"]["one_case_in_several_rows"]


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+996", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =cmd|' /C calc'!A0", "＝1", "＋1", '=1,"x"\n=2'],
)
def test_a_name_that_looks_like_a_formula_is_not_one(say: Texts, name: str) -> None:
    # Facts cannot hold such a code; a text, a zone or a later list of codes could.
    dangerous = replace(table([]), numbers=(Number(Metric.OPENED, "source", name, 3, 1),), zone=name)

    (row,) = csv_rows(as_csv(say, "en", dangerous))
    cells = xlsx_sheets(as_xlsx(say, "en", dangerous))[0][1]

    assert row["code"] == row["label"] == row["zone"] == "'" + re.sub(r"[\t\r\n]", " ", name)
    assert row["value"] == "3"
    assert str(cells[1]).replace("_x000D_", "\r").replace("\r\n", "\n") in (name, name.replace("\r", "\n"))


def test_dates_that_were_widened_and_cases_without_code_are_named(say: Texts) -> None:
    asked = (date(2026, 11, 17), date(2026, 11, 20))
    counted = replace(table([Fact(week=WEEK, kind="sos")]), period=Period(WEEK, WEEK, asked))

    rows = csv_rows(as_csv(say, "en", counted))

    assert "Asked for 2026-11-17 – 2026-11-20; counted in whole weeks." in rows[0]["note"]
    assert {row["code"] for row in rows if row["facet"] == "region"} == {"(not recorded)"}
    assert json.loads(as_json(say, "en", counted))["asked"] == ["2026-11-17", "2026-11-20"]
    assert "2026-11-17" in as_table(say, "ky", counted)


def test_what_is_withheld_is_said_and_appears_nowhere(say: Texts) -> None:
    facts = [Fact(week=WEEK, kind="sos", region="osh", urgent=nr < 2) for nr in range(20)]
    facts += [Fact(week=WEEK, kind="sos", region="bishkek") for _ in range(30)]
    facts += [Fact(week=WEEK, kind="sos", region=code) for code in ("talas", "naryn", "naryn", "chuy", "chuy", "chuy")]
    counted = publishable(table(facts, facets=("region", "violation")), 5)

    rows = csv_rows(as_csv(say, "ru", counted))
    value = json.loads(as_json(say, "ru", counted))
    everything = as_csv(say, "ru", counted) + as_table(say, "ru", counted) + json.dumps(value, ensure_ascii=False)
    everything += str(xlsx_sheets(as_xlsx(say, "ru", counted)))

    shown = {row["code"]: row["value"] for row in rows if row["facet"] == "region"}
    assert shown == {"bishkek": "30", "osh": "20", "(others)": "6"}
    assert [row["value"] for row in rows if row["metric"] == "urgent"] == [""]
    assert not re.search("Талас|Нарын|Чуй|talas|naryn|chuy", everything)
    assert "Числа меньше 5 не показаны" in rows[0]["note"]
    assert re.search(r"^Срочные +скрыто +обращения$", as_table(say, "ru", counted), re.MULTILINE)
    assert value["compared_with"] is None


def test_too_little_to_publish_is_said_in_every_format_that_can(say: Texts) -> None:
    nothing = publishable(table([Fact(week=WEEK, kind="sos")]), 5)

    assert csv_rows(as_csv(say, "ru", nothing)) == []
    assert say("ru", "counts-nothing-published") in as_table(say, "ru", nothing)
    assert say("ru", "counts-nothing-published") in json.loads(as_json(say, "ru", nothing))["notes"]
    assert say("ru", "counts-nothing-published") in str(xlsx_sheets(as_xlsx(say, "ru", nothing)))


def test_the_same_table_gives_the_same_workbook(say: Texts) -> None:
    assert as_xlsx(say, "ky", table()) == as_xlsx(say, "ky", table())
    assert b"2026-11-22T00:00:00Z" in zipfile.ZipFile(BytesIO(as_xlsx(say, "ky", table()))).read("docProps/core.xml")
