"""What the tests of the texts share: the .ftl files as trees, and arguments to format each message with.

Works for every *.ftl of every author. A new variable needs an entry in SAMPLES only where the samples made
from its use (numbers for plurals, each key of a choice, else a short string) would not do.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod
from pathlib import Path

from fluent.syntax import FluentParser, ast

from bot.domain.codelists import CodeLists
from bot.domain.rights import RightsPage, pages_from_toml
from bot.views.texts import Argument, Texts

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "locales"
LANGUAGES = ("ru", "ky", "en")
FILES = sorted(LOCALES.glob("*/*.ftl"))

NUMBERS: tuple[Argument, ...] = (0, 1, 2, 3, 5, 11, 21, 22, 101, 2.5)
PLURALS = {"zero", "one", "two", "few", "many", "other"}
SAMPLES: dict[str, tuple[Argument, ...]] = {
    "code": ("7K2M-9QXA",),
    "time": ("15:00", "15:30"),
    "text": ("Ош шаары, Ленин 5 <b>&", "ы" * 4096),
    "words": ("салам", "ы" * 4096),
}
DEFAULT: tuple[Argument, ...] = ("7",)
MOST = 1_000

# Read by staff alone; everything else may be read by a person, or by whoever holds the phone.
STAFF_FILES = re.compile(r"^(staff|counts|week|chart|operator|cli)")


def codes() -> CodeLists:
    """Return the real code lists."""
    return CodeLists.from_toml(tomllib.loads((ROOT / "bot/codes.toml").read_text(encoding="utf8")))


def pages() -> dict[str, RightsPage]:
    """Return the real pages of rights."""
    return pages_from_toml(tomllib.loads((ROOT / "bot/rights.toml").read_text(encoding="utf8")))


def entries(language: str) -> dict[str, ast.Message | ast.Term]:
    """Return everything a language defines, by id (terms with their hyphen)."""
    found: dict[str, ast.Message | ast.Term] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf8")).body:
            if isinstance(entry, (ast.Message, ast.Term)):
                found[("-" if isinstance(entry, ast.Term) else "") + entry.id.name] = entry
    return found


def nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """Yield a node and everything below it."""
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from nodes(child)


@dataclass
class Uses:
    """What an entry takes: variables, and which of them a plural or a choice hangs on."""

    variables: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    choices: dict[str, set[str]] = field(default_factory=dict)

    def add_select(self, node: ast.SelectExpression) -> None:
        """Tell plurals from choices by their keys."""
        if not isinstance(node.selector, ast.VariableReference):
            return
        keys = {each.key.name for each in node.variants if isinstance(each.key, ast.Identifier)}
        digits = any(isinstance(each.key, ast.NumberLiteral) for each in node.variants)
        if digits or (keys <= PLURALS and keys != {"other"}):
            self.numbers.add(node.selector.id.name)
        else:
            self.choices.setdefault(node.selector.id.name, set()).update(keys)

    def add(self, other: "Uses") -> None:
        """Take over what a referred message takes."""
        self.variables |= other.variables
        self.numbers |= other.numbers
        for variable, keys in other.choices.items():
            self.choices.setdefault(variable, set()).update(keys)


def uses(entry: ast.Message | ast.Term, everything: Mapping[str, ast.Message | ast.Term]) -> Uses:
    """Return what `entry` takes, what it refers to included."""
    seen = Uses()
    for node in nodes(entry):
        match node:
            case ast.VariableReference():
                seen.variables.add(node.id.name)
            case ast.MessageReference():
                seen.add(uses(everything[node.id.name], everything))
            case ast.FunctionReference():
                taken = node.arguments.positional
                seen.numbers |= {each.id.name for each in taken if isinstance(each, ast.VariableReference)}
            case ast.SelectExpression():
                seen.add_select(node)
            case _:
                pass
    return seen


def samples(needs: Uses) -> Iterator[dict[str, Argument]]:
    """Yield arguments that reach every variant."""
    names = sorted(needs.variables)
    values = [
        NUMBERS if name in needs.numbers else tuple(sorted(needs.choices.get(name, ()))) or SAMPLES.get(name, DEFAULT)
        for name in names
    ]
    if prod(map(len, values)) <= MOST:
        for chosen in product(*values):
            yield dict(zip(names, chosen, strict=True))
        return
    for number in range(max(map(len, values))):  # many variables: together, not each with each
        yield {name: each[number % len(each)] for name, each in zip(names, values, strict=True)}


def formatted(language: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a language in every form, through the strict loader."""
    texts, everything = Texts.load(LOCALES, [language]), entries(language)
    for name, entry in everything.items():
        if isinstance(entry, ast.Message):
            for arguments in samples(uses(entry, everything)):
                yield name, texts(language, name, **arguments)


def patterns(language: str) -> Iterator[tuple[str, str, ast.Pattern]]:
    """Yield file name, id and each pattern (variants apart) of a language."""

    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf8")).body:
            if isinstance(entry, (ast.Message, ast.Term)):
                for node in nodes(entry):
                    if isinstance(node, ast.Pattern):
                        yield path.name, entry.id.name, node


def literal(pattern: ast.Pattern) -> str:
    """Return a pattern's own words, a · for each placeable."""
    return "".join(each.value if isinstance(each, ast.TextElement) else "·" for each in pattern.elements)
