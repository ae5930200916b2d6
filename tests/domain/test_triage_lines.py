import io
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.triage.lines import Report, judge_lines


def judged(*lines: bytes | str) -> tuple[list[dict[str, Any]], Report]:
    out = io.StringIO()
    report = judge_lines([each.encode() if isinstance(each, str) else each for each in lines], out)
    return [json.loads(line) for line in out.getvalue().splitlines()], report


def test_lines_and_json_lines_are_judged_in_their_order() -> None:
    rows, report = judged("забрали\n", "\n", '{"id": "x7", "text": "зарплату задержали"}\n', "{ не джейсон\r\n")
    assert [row["id"] for row in rows] == [1, "x7", 4]
    assert [row["decision"] for row in rows][:2] == ["urgent", "routine"]
    assert all(row["reasons"] for row in rows)
    assert not report.faults


def test_silence_that_pages_is_told_as_a_reason() -> None:
    rows, _ = judged(".", "помогите")
    assert "silence-pages" in rows[0]["reasons"]
    assert "silence-pages" not in rows[1]["reasons"]


def test_a_json_string_is_read_as_what_it_says() -> None:
    rows, _ = judged(json.dumps("обыск"))
    assert rows[0]["decision"] == "urgent"


def test_rates_are_told_in_total_and_for_each_form_of_what_has_a_label() -> None:
    _, report = judged(
        '{"text": "забрали", "urgent": true, "form": "ru"}',
        '{"text": "спасибо", "urgent": true, "form": "ru"}',
        '{"text": "обыск", "urgent": false, "form": "ky"}',
        '{"text": "обыск", "urgent": "maybe"}',
        "текст",
    )
    assert {name: (each.urgent, each.calm) for name, each in report.rates.items()} == {
        "all": (2, 1),
        "ru": (2, 0),
        "ky": (0, 1),
    }
    assert [share.hits for share in report.rates["all"].shares()] == [1, 1, 1, 0]
    assert "50.0 % [9.5..90.5] 1/2" in report.score()


def test_without_labels_the_score_says_that_there_are_none() -> None:
    assert "no line has a label" in judged("обыск")[1].score()


def test_what_cannot_be_read_as_it_is_is_named_once_for_each_kind() -> None:
    rows, report = judged('{"id": 1}', '{"id": 2, "text": 5}', "обыск", "обыск".encode("cp1251"))
    assert [row["id"] for row in rows] == [3, 4]
    assert list(report.complaints()) == [
        'line 1 and 1 more: JSON without a "text"; left out',
        "line 4: not UTF-8; judged without the broken letters",
    ]


def test_a_byte_order_mark_is_no_text() -> None:
    rows, _ = judged('\ufeff{"id": "first", "text": "обыск"}')
    assert rows[0]["id"] == "first"


@given(st.lists(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: json.dumps({"text": text}).encode())))
@settings(max_examples=200)
def test_any_bytes_give_json_lines(lines: list[bytes]) -> None:
    rows, _ = judged(*lines)
    assert all(row["decision"] in {"urgent", "ask", "routine"} for row in rows)


def test_ids_of_any_kind_come_back_and_stay_json() -> None:
    rows, _ = judged('{"id": [1, null], "text": "а"}', '{"id": NaN, "text": "а"}', '{"id": "\\ud800", "text": "а"}')
    assert [row["id"] for row in rows] == [[1, None], "NaN", "\ud800"]
