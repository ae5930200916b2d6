import io
import json

from bot.triage_cli import judge_stream


def judged(text: str, *, score: bool = False) -> tuple[int, list[dict[str, object]], str]:
    out, notes = io.StringIO(), io.StringIO()
    code = judge_stream(io.StringIO(text), score=score, out=out, notes=notes)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], notes.getvalue()


def test_lines_and_json_lines_are_judged_in_their_order() -> None:
    code, rows, _ = judged('забрали\n\n{"id": "x7", "text": "зарплату задержали"}\n{ не джейсон\n')
    assert code == 0
    assert [row["id"] for row in rows] == [1, "x7", 4]
    assert [row["decision"] for row in rows][:2] == ["urgent", "routine"]
    assert all(row["reasons"] for row in rows)


def test_silence_that_pages_is_told_as_a_reason() -> None:
    _, rows, _ = judged(".\nпомогите\n")
    assert "silence-pages" in str(rows[0]["reasons"])
    assert "silence-pages" not in str(rows[1]["reasons"])


def test_rates_are_told_for_what_has_a_label() -> None:
    _, rows, notes = judged(
        '{"text": "забрали", "urgent": true}\n{"text": "спасибо", "urgent": true}\n'
        '{"text": "обыск", "urgent": false}\nтекст\n',
        score=True,
    )
    assert len(rows) == 4
    assert "missed (urgent judged routine): 1 of 2, 50.0 %" in notes
    assert "woken for nothing, direct: 1 of 1, 100.0 %" in notes


def test_an_object_without_a_text_is_named_and_left_out() -> None:
    code, rows, notes = judged('{"id": 1}\n{"id": 2, "text": 5}\nобыск\n')
    assert (code, len(rows)) == (1, 1)
    assert "line 1: no text" in notes


def test_nothing_gives_nothing() -> None:
    assert judged("", score=True)[1] == []
