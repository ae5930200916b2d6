"""Reads the situations and messages; a message has the label, the split and the path of its situation."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
TRAIN = ("messages-train-a", "messages-train-b")
COVERAGE = ("messages-coverage",)  # written for more words and habits: training only, never reported
TEST = ("messages-test-a", "messages-test-b")
CHECKS = (
    "fresh-check",
    "blind-check",
)  # as `kalkan triage --score` reads them; never learnt from or tuned on (docs/triage.md)


@dataclass(frozen=True, slots=True)
class Situation:
    name: str
    urgent: bool
    split: str  # train, test
    path: str  # "", overdose


@dataclass(frozen=True, slots=True)
class Message:
    id: str
    situation: Situation
    form: str  # ru, ky, ky-plain, translit, mixed
    text: str


def situations() -> dict[str, Situation]:
    """All of them by name; a name that comes twice is a mistake of the corpus (ValueError)."""
    found: dict[str, Situation] = {}
    for name in ("situations", "situations-coverage"):
        for row in _rows(name):
            situation = Situation(row["situation"], row["urgent"], row["split"], row["path"])
            if situation.name in found:
                raise ValueError(f"situation {situation.name} comes twice")
            found[situation.name] = situation
    return found


def messages(*names: str) -> list[Message]:
    """The messages of these files; KeyError where one names a situation that is not there."""
    known = situations()
    return [
        Message(row["id"], known[row["situation"]], row["form"], row["text"]) for name in names for row in _rows(name)
    ]


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (FOLDER / f"{name}.jsonl").open(encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)
