"""Judges texts from a file or standard input, one a line: `kalkan triage [FILE] [--score]`.

A line is the text itself, or JSON: {"id": ..., "text": ..., "urgent": true}; "id" and "urgent" may be missing. Each
gives one JSON line:
{"id", "decision", "reasons"} and, where it is not empty, "path". The reason "silence-pages" stands beside an "ask"
after which two minutes
without an answer page somebody. With labels, `score` adds the rates at the end, on standard error, so that the lines
stay lines.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from bot.domain.triage.judgement import Judgement
from bot.triage import Triage


@dataclass(slots=True)
class Rates:
    """Counts over labelled lines."""

    urgent: int = 0
    calm: int = 0
    missed: int = 0
    direct: int = 0
    woken: int = 0
    asked: int = 0

    def add(self, judged: Judgement, *, urgent: bool) -> None:
        pages = judged.decision == "urgent"
        self.urgent += urgent
        self.calm += not urgent
        self.asked += judged.decision == "ask"
        self.missed += urgent and judged.decision == "routine"
        self.direct += not urgent and pages
        self.woken += not urgent and (pages or (judged.decision == "ask" and judged.speaks_of_police))

    def lines(self) -> Iterator[str]:
        rows = (
            ("missed (urgent judged routine)", self.missed, self.urgent),
            ("woken for nothing, direct", self.direct, self.calm),
            ("woken for nothing, with silence after a question", self.woken, self.calm),
            ("asked", self.asked, self.urgent + self.calm),
        )
        for name, hits, of in rows:
            yield f"{name}: {hits} of {of}" + (f", {100 * hits / of:.1f} %" if of else "")


def judge_stream(lines: TextIO, *, score: bool, out: TextIO = sys.stdout, notes: TextIO = sys.stderr) -> int:
    """Exit code: 0, or 1 where a line was JSON without a text; such a line is named on `notes` and left out."""
    triage, rates, wrong = Triage(), Rates(), 0
    for number, row in _rows(lines):
        if row is None:
            print(f"line {number}: no text", file=notes)
            wrong = 1
            continue
        judged = triage.judge(row["text"])
        print(json.dumps(_told(row["id"], judged), ensure_ascii=False), file=out)
        if isinstance(row.get("urgent"), bool):
            rates.add(judged, urgent=row["urgent"])
    if score:
        print("\n".join(rates.lines()), file=notes)
    return wrong


def _told(identity: Any, judged: Judgement) -> dict[str, Any]:
    reasons = [*judged.reasons]
    if judged.decision == "ask" and judged.speaks_of_police:
        reasons.append("silence-pages")
    told = {"id": identity, "decision": judged.decision, "reasons": reasons}
    return {**told, "path": judged.path} if judged.path else told


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """(number, row) of every line that is not blank; None for a JSON object without a text. The number is the id where there is none."""  # noqa: E501
    for number, line in enumerate(lines, 1):
        said = line.strip()
        if not said:
            continue
        row = _object(said)
        if row is None:
            yield number, {"id": number, "text": said}
        elif isinstance(row.get("text"), str):
            yield number, {"id": number, **row}
        else:
            yield number, None


def _object(said: str) -> dict[str, Any] | None:
    """A line that is no JSON object is a text, also one that begins with a brace."""
    try:
        row = json.loads(said)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
