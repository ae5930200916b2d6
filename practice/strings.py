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

_ANYTHING = r"([\s\S]{0,400}?)"
_ACCOUNTED = "\ue000"
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
    anchor: str  # a piece of it that must be there: looking for that first is far quicker than the pattern

    @property
    def language(self) -> str:
        """The language of its file."""
        return Path(self.file).parts[1]

    @property
    def look(self) -> tuple[str, str]:
        """The same for strings that cannot be told apart on a screen."""
        return self.id, self.pattern.pattern

    def told(self) -> Json:
        """What the page shows of it."""
        return {"id": self.id, "file": self.file, "line": self.line}


class Strings:
    """All strings of all languages."""

    def __init__(self, strings: Iterable[String]) -> None:
        self._strings = sorted(strings, key=lambda one: -one.letters)
        self._alike: dict[tuple[str, str], list[String]] = {}  # the same in several languages, e.g. the name of a city
        for one in self._strings:
            self._alike.setdefault(one.look, []).append(one)
        self._known: dict[str, list[Json]] = {}

    @classmethod
    def load(cls, folder: Path = LOCALES) -> Strings:
        """Read every file; one that is half written is left out."""
        return cls(string for path in sorted(folder.glob("*/*.ftl")) for string in _strings(path, folder))

    def behind(self, text: str) -> list[Json]:
        """The strings that a text is made of, in the order in which they stand in it."""
        if text not in self._known:
            found = sorted(self._found(text), key=lambda pair: pair[0])
            sure = [string.language for _, string in found if len(self._alike[string.look]) == 1]
            language = max(sure, key=sure.count, default="")
            self._known[text] = [self._in(language, string).told() for _, string in found]
        return self._known[text]

    def _in(self, language: str, string: String) -> String:
        return next((one for one in self._alike[string.look] if one.language == language), string)

    def _found(self, text: str) -> Iterator[tuple[int, String]]:
        left, found = text, 0
        for string in self._strings:
            match = string.pattern.search(left) if string.anchor in left else None
            if match is None:
                continue
            yield match.start(), string
            left, found = _without_own(left, match), found + 1
            if found == _MOST_FOUND or not left.replace(_ACCOUNTED, "").strip():
                return


def _without_own(text: str, match: re.Match[str]) -> str:
    """The text with the string's own letters blotted out; what stands in for its variables may be strings itself."""
    kept = {at for group in range(1, len(match.groups()) + 1) for at in range(*match.span(group))}
    own = set(range(*match.span())) - kept
    return "".join(_ACCOUNTED if at in own else letter for at, letter in enumerate(text))


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
            yield String(
                entry.id.name, str(path.relative_to(folder.parent)), line, compiled, letters, _anchor(entry.value)
            )


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


def _anchor(pattern: ast.Pattern) -> str:
    """The longest piece that every form of a string has."""
    pieces = [element.value.strip() for element in pattern.elements if isinstance(element, ast.TextElement)]
    return max(pieces, key=len, default="")


def _letters(pattern: ast.Pattern) -> int:
    """How many letters of a string are its own; of a choice, those of its longest variant."""
    count = 0
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            count += sum(not letter.isspace() for letter in element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            count += max(_letters(variant.value) for variant in element.expression.variants)
    return count
