"""Judges texts, one a line: `kalkan triage [FILE] [--score]`.

A line is the text itself, or JSON: {"id", "text"} and, where somebody has judged it by hand, "urgent": true or false,
and "form" (its language or script). Without an id, the number of the line is the id. Each gives one JSON line:
{"id", "decision", "reasons"} and, for an overdose, "path". The reason "silence-pages" stands beside an "ask" after
which two minutes without an answer page.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from bot.domain.triage.judgement import Judgement
from bot.domain.triage.rates import Rates, table
from bot.triage import Triage

_TOTAL = "all"
_BROKEN = "not UTF-8; judged without the broken letters"
_TEXTLESS = 'JSON without a "text"; left out'


@dataclass(slots=True)
class Report:
    """What came of the lines besides their decisions."""

    rates: dict[str, Rates] = field(default_factory=lambda: {_TOTAL: Rates()})  # in total, and for each form
    faults: dict[str, list[int]] = field(default_factory=dict)  # what was wrong, in which lines

    def add(self, judged: Judgement, row: dict[str, Any]) -> None:
        """Count a row that has a label."""
        urgent, form = row.get("urgent"), row.get("form")
        if isinstance(urgent, bool):
            self.rates[_TOTAL].add(judged, urgent=urgent)
            if isinstance(form, str) and form:
                self.rates.setdefault(form, Rates()).add(judged, urgent=urgent)

    def score(self) -> str:
        """Return the table of rates, or why there is none."""
        total = self.rates[_TOTAL]
        return table(self.rates) if total.urgent + total.calm else 'no line has a label ("urgent": true or false)'

    def complaints(self) -> Iterator[str]:
        """One sentence for each kind of fault."""
        for fault, lines in self.faults.items():
            others = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
            yield f"line {lines[0]}{others}: {fault}"


def judge_lines(lines: Iterable[bytes], out: TextIO) -> Report:
    """Judge every line that is not blank. Raises ModelError where the triage's own file is damaged."""
    triage, report = Triage(), Report()
    for number, line in enumerate(lines, 1):
        said = line.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace").strip()
        row = _row(said)
        if not said:
            continue
        if not isinstance(row.get("text"), str):
            report.faults.setdefault(_TEXTLESS, []).append(number)
            continue
        if "\ufffd" in said:
            report.faults.setdefault(_BROKEN, []).append(number)
        judged = triage.judge(row["text"])
        print(json.dumps(_told(row.get("id", number), judged)), file=out, flush=True)
        report.add(judged, row)
    return report


def _told(identity: Any, judged: Judgement) -> dict[str, Any]:
    silence = ("silence-pages",) if judged.decision == "ask" and judged.speaks_of_police else ()
    told = {"id": identity, "decision": judged.decision, "reasons": [*judged.reasons, *silence]}
    return {**told, "path": judged.path} if judged.path else told


def _row(said: str) -> dict[str, Any]:
    """What is no JSON object and no JSON string is a text, also where it begins with a brace."""
    try:
        read = json.loads(said, parse_constant=str)  # NaN and the like are no JSON, and we print JSON
    except (ValueError, RecursionError):
        return {"text": said}
    if isinstance(read, dict):
        return read
    return {"text": read if isinstance(read, str) else said}
