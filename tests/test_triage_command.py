"""`kalkan triage` as its own process: no settings, no key."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.hotline import KALKAN
from tests.process import ROOT


def triage(folder: Path, *arguments: str, given: bytes = b"") -> tuple[int, list[str], list[str]]:
    """Exit code, lines of output, lines of complaint."""
    ran = subprocess.run(
        [*KALKAN, "triage", *arguments],
        input=given,
        capture_output=True,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONWARNINGS": "error"},
        timeout=60,
        check=False,
    )
    return ran.returncode, ran.stdout.decode().splitlines(), ran.stderr.decode().splitlines()


def test_a_file_without_settings_anywhere_gives_one_json_line_for_each_text(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text('brata prinyali na oshskom bazare\n\n{"id": "б-2", "text": "зарплату задержали"}\n')
    code, lines, complaints = triage(tmp_path, "texts")
    rows = [json.loads(line) for line in lines]
    assert (code, complaints) == (0, [])
    assert [(row["id"], row["decision"]) for row in rows] == [(1, "urgent"), ("б-2", "routine")]
    assert all({"id", "decision", "reasons"} <= set(row) for row in rows)
    assert {each.name for each in tmp_path.iterdir()} == {"texts"}


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_judged_where_no_file_is_named(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    code, lines, _ = triage(tmp_path, *arguments, given="мени кармап кетти\n".encode())
    assert code == 0
    assert json.loads(lines[0])["decision"] == "urgent"


def test_the_rates_stand_beside_the_lines_and_not_among_them(tmp_path: Path) -> None:
    given = '{"text": "забрали", "urgent": true, "form": "ru"}\n{"text": "спасибо", "urgent": false, "form": "ky"}\n'
    code, lines, told = triage(tmp_path, "--score", given=given.encode())
    assert code == 0
    assert [json.loads(line)["decision"] for line in lines] == ["urgent", "routine"]
    assert [line.split()[:2] for line in told] == [["messages", "missed"], ["all", "2"], ["ru", "1"], ["ky", "1"]]
    assert "0.0 % [0.0..79.3] 0/1" in told[1]


@pytest.mark.parametrize("name", ["missing", "."])
def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str) -> None:
    code, lines, complaints = triage(tmp_path, name)
    assert (code, lines) == (1, [])
    assert len(complaints) == 1
    assert complaints[0].startswith("kalkan: cannot read ")


def test_odd_lines_are_judged_as_texts_or_named_in_one_clear_line(tmp_path: Path) -> None:
    odd = [
        "обыск".encode("cp1251"),
        b'{"text": ["a"]}',
        b'{"text": 7, "urgent": "yes"}',
        b"[" * 100_000,
        b"1" * 10_000,
        "мени алып кетишти ".encode() * 200_000,
        b'{"text": "\\u0000\\ud800"}',
        b"null",
        b"   ",
    ]
    code, lines, complaints = triage(tmp_path, given=b"\n".join(odd))
    assert code == 1
    assert [json.loads(line)["id"] for line in lines] == [1, 4, 5, 6, 7, 8]
    assert json.loads(lines[3])["decision"] == "urgent"
    assert complaints == [
        "kalkan: line 1: not UTF-8; judged without the broken letters",
        'kalkan: line 2 and 1 more: JSON without a "text"; left out',
    ]
