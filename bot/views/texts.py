"""Every word a person reads, from locales/<language>/*.ftl, strictly.

Fluent's own loader never fails: an unknown id comes back as itself, a missing variable as its name, a line
with a syntax error is dropped. On a hotline each of these is a person who does not understand what to do, so
here each raises: syntax and ids when the texts are loaded, variables when one is formatted.

TextsError
├── BrokenTextsError     a file has a syntax error, or an id stands twice, or a language has no files
├── UnknownTextError     no such id, or no such language
└── FormatTextError      a variable is missing or has a wrong type, a reference leads nowhere
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Self

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

Argument = str | int | float | date

# fluent.runtime refuses a placeable over 2,500 characters; a lawyer's message may have 4,096. Long arguments
# go through it as a mark and are put in afterwards. Whatever contains a mark's first letter takes the same
# way, so that nobody's words can be mistaken for a mark.
_LONG = 1_000
_COUNTED = 4_096
"""How many texts with nothing but numbers in them are kept, ready made."""
_GROUPED = 1_000
"""Numbers below it are written alike in every language."""
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


class TextsError(Exception):
    """Something is wrong with the texts; the message holds ids and file names, never a text or an argument."""


class BrokenTextsError(TextsError):
    """The files cannot be used."""


class UnknownTextError(TextsError, KeyError):
    """Nothing has this id in this language."""


class FormatTextError(TextsError):
    """The text cannot be made from these arguments."""


class Texts:
    """All texts of some languages; bundles are built when a language is first used."""

    def __init__(self, resources: Mapping[str, ast.Resource]) -> None:
        """Keep parsed resources by language; use `load`."""
        self._resources = resources
        self._bundles: dict[str, FluentBundle] = {}
        self._simple = {language: dict(_simple(resource)) for language, resource in resources.items()}
        self._counted = lru_cache(_COUNTED)(lambda lang, text_id, counts: self._format(lang, text_id, dict(counts)))
        self._ids = {
            language: frozenset(each.id.name for each in resource.body if isinstance(each, ast.Message))
            for language, resource in resources.items()
        }

    @classmethod
    def load(cls, folder: Path, languages: Collection[str]) -> Self:
        """Parse `folder`/<language>/*.ftl; raises BrokenTextsError."""
        return cls({language: _read(folder / language) for language in languages})

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages loaded."""
        return tuple(self._resources)

    def ids(self, language: str) -> frozenset[str]:
        """Return the ids that can be asked for."""
        return self._ids[language]

    def __call__(self, language: str, text_id: str, /, **arguments: Argument) -> str:
        """Return one text; raises UnknownTextError or FormatTextError."""
        parts = self._simple.get(language, {}).get(text_id)
        if parts is not None:
            made = _joined(parts, arguments)
            if made is not None:
                return made
        if all(type(each) is int for each in arguments.values()):  # a count says nothing of anybody: it may be kept
            return self._counted(language, text_id, tuple(arguments.items()))
        return self._format(language, text_id, arguments)

    def _format(self, language: str, text_id: str, arguments: Mapping[str, Argument]) -> str:
        bundle = self._bundle(language)
        if not bundle.has_message(text_id):
            message = f"no text {text_id!r} in {language!r}"
            raise UnknownTextError(message)
        pattern = bundle.get_message(text_id).value
        if pattern is None:
            message = f"the text {text_id!r} in {language!r} has attributes only"
            raise FormatTextError(message)
        short, long = _set_aside(arguments)
        text, errors = bundle.format_pattern(pattern, short)
        if errors:
            # Only the kinds: an error of a formatter can quote the argument.
            message = f"the text {text_id!r} in {language!r}: {', '.join(type(each).__name__ for each in errors)}"
            raise FormatTextError(message)
        return _MARK.sub(lambda mark: long[int(mark[1])], str(text)) if long else str(text)

    def _bundle(self, language: str) -> FluentBundle:
        bundle = self._bundles.get(language)
        if bundle is None:
            if language not in self._resources:
                message = f"no texts in the language {language!r}"
                raise UnknownTextError(message)
            # Isolating marks around placeables would be copied along with a case code.
            bundle = FluentBundle([language], use_isolating=False)
            bundle.add_resource(self._resources[language])
            self._bundles[language] = bundle
        return bundle


def _read(folder: Path) -> ast.Resource:
    body: list[ast.EntryType] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        source = path.read_text(encoding="utf8")
        for entry in FluentResource(source).body:
            if isinstance(entry, ast.Junk):
                message = f"{folder.name}/{path.name}, line {_line(source, entry)}: syntax error"
                raise BrokenTextsError(message)
            if isinstance(entry, (ast.Message, ast.Term)):
                name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
                if name in seen:
                    message = f"{folder.name}: {name!r} stands in {seen[name]} and in {path.name}"
                    raise BrokenTextsError(message)
                seen[name] = path.name
            body.append(entry)
    if not seen:
        message = f"no texts in {folder.name}/"
        raise BrokenTextsError(message)
    return ast.Resource(body)


def _line(source: str, junk: ast.Junk) -> int:
    span = junk.annotations[0].span if junk.annotations else junk.span
    return source.count("\n", 0, span.start if span is not None else 0) + 1


@dataclass(frozen=True, slots=True)
class _Name:
    """The place of an argument in a text."""

    name: str


def _simple(resource: ast.Resource) -> Iterator[tuple[str, tuple[str | _Name, ...]]]:
    """Yield the texts that only put arguments in: most of them, and ten times faster joined than formatted."""
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            parts = [_part(each) for each in entry.value.elements]
            if None not in parts:
                yield entry.id.name, tuple(part for part in parts if part is not None)


def _part(element: ast.TextElement | ast.Placeable) -> str | _Name | None:
    if isinstance(element, ast.TextElement):
        return element.value
    return _Name(element.expression.id.name) if isinstance(element.expression, ast.VariableReference) else None


def _joined(parts: tuple[str | _Name, ...], arguments: Mapping[str, Argument]) -> str | None:
    """Return the parts with words put in; None where that takes more than putting in: long numbers, dates, mistakes."""
    made: list[str] = []
    for part in parts:
        word = arguments.get(part.name) if isinstance(part, _Name) else part
        if type(word) is int and 0 <= word < _GROUPED:
            word = str(word)
        if not isinstance(word, str):
            return None
        made.append(word)
    return "".join(made)


def _set_aside(arguments: Mapping[str, Argument]) -> tuple[dict[str, Argument], list[str]]:
    short: dict[str, Argument] = {}
    long: list[str] = []
    for name, value in arguments.items():
        if isinstance(value, str) and (len(value) > _LONG or _OPEN in value):
            short[name] = f"{_OPEN}{len(long)}{_CLOSE}"
            long.append(value)
        else:
            short[name] = value
    return short, long
