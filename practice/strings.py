"""Which string of the locales stands behind a text on a screen: read from the .ftl files as data, for translators.

A message of Fluent becomes a pattern in which every variable may be anything. A text on the screen is often made of
several strings: the one that accounts for most letters is taken first, then what lies beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast

from practice.telegram.jsontypes import Json

LOCALES = Path(__file__).parent.parent / "locales"

_ANYTHING = r"[\s\S]{0,400}?"
_FEWEST_LETTERS = 2
_MOST_FOUND = 12


@dataclass(frozen=True, slots=True)
class String:
    """One string: where it stands, what it looks like on a screen, and how many letters of it are its own."""

    id: str
    file: str
    line: int
    pattern: re.Pattern[str]
    letters: int

    def told(self) -> Json:
        """What the page shows of it."""
        return {"id": self.id, "file": self.file, "line": self.line}


class Strings:
    """All strings of all languages."""

    def __init__(self, strings: Iterable[String]) -> None:
        self._strings = sorted(strings, key=lambda one: -one.letters)
        self._known: dict[str, list[Json]] = {}

    @classmethod
    def load(cls, folder: Path = LOCALES) -> Strings:
        """Read every file; one that is half written is left out."""
        return cls(string for path in sorted(folder.glob("*/*.ftl")) for string in _strings(path, folder))

    def behind(self, text: str) -> list[Json]:
        """The strings that a text is made of, in the order in which they stand in it."""
        if text not in self._known:
            self._known[text] = [string.told() for _, string in sorted(self._found(text), key=lambda pair: pair[0])]
        return self._known[text]

    def _found(self, text: str) -> Iterator[tuple[int, String]]:
        taken: list[tuple[int, int]] = []
        for string in self._strings:
            match = string.pattern.search(text)
            if match is None or any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            yield match.start(), string
            if len(taken) == _MOST_FOUND or sum(end - start for start, end in taken) >= len(text.strip()):
                return


def _strings(path: Path, folder: Path) -> Iterator[String]:
    source = path.read_text(encoding="utf8")
    entries = FluentParser().parse(source).body
    patterns = {
        entry.id.name: entry.value for entry in entries if isinstance(entry, ast.Message | ast.Term) and entry.value
    }
    for entry in entries:
        if not isinstance(entry, ast.Message) or entry.value is None or entry.span is None:
            continue
        letters = _letters(entry.value)
        if letters >= _FEWEST_LETTERS:
            line = source.count("\n", 0, entry.id.span.start if entry.id.span else entry.span.start) + 1
            compiled = re.compile(rf"(?<!\w){_regex(entry.value, patterns)}(?!\w)")
            yield String(entry.id.name, str(path.relative_to(folder.parent)), line, compiled, letters)


def _regex(pattern: ast.Pattern, others: dict[str, ast.Pattern]) -> str:
    return "".join(
        re.escape(element.value) if isinstance(element, ast.TextElement) else _placed(element.expression, others)
        for element in pattern.elements
    ).strip()


def _placed(expression: object, others: dict[str, ast.Pattern]) -> str:
    if isinstance(expression, ast.SelectExpression):
        return "(?:" + "|".join(_regex(variant.value, others) for variant in expression.variants) + ")"
    if isinstance(expression, ast.StringLiteral):
        return re.escape(str(expression.parse()["value"]))
    if isinstance(expression, ast.MessageReference | ast.TermReference):
        inner = others.get(expression.id.name)
        return _ANYTHING if inner is None else _regex(inner, {})
    return _ANYTHING


def _letters(pattern: ast.Pattern) -> int:
    """How many letters of a string are its own; of a choice, those of its longest variant."""
    count = 0
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            count += sum(not letter.isspace() for letter in element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            count += max(_letters(variant.value) for variant in element.expression.variants)
    return count
