"""Code lists: the closed sets of ids that coded answers, counts and pop-ups are made of.

A list is flat (`region`) or in groups (`district`: one group for each region). What is in no list is
somebody's own words, and own words are never counted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NewType

Code = NewType("Code", str)
"""A stable id from codes.toml, such as "jalal-abad"."""

_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_JOINERS = re.compile(r"[-‐‑–'’`]")
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = str.maketrans("үөңё", "уоне")


class CodesError(ValueError):
    """codes.toml is wrong; the message says where."""


@dataclass(frozen=True, slots=True)
class CodeLists:
    """Every list of codes.toml."""

    version: int
    lists: Mapping[str, tuple[Code, ...]]
    """All ids of a list, in the order in which they are shown."""
    groups: Mapping[str, Mapping[str, tuple[Code, ...]]]
    """Only grouped lists: list -> group -> its ids."""
    spellings: Mapping[str, Mapping[str, Code]]
    """list -> a plain spelling (see `plain`) -> the id meant."""
    elsewhere: Mapping[str, frozenset[str]]
    """list -> plain words beside which a spelling proves nothing."""

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "CodeLists":
        """Check parsed codes.toml; raises CodesError."""
        lists: dict[str, tuple[Code, ...]] = {}
        groups: dict[str, dict[str, tuple[Code, ...]]] = {}
        for name, given in data["list"].items():
            if isinstance(given, Mapping):
                groups[name] = {group: tuple(Code(each) for each in ids) for group, ids in given.items()}
                lists[name] = tuple(code for ids in groups[name].values() for code in ids)
            else:
                lists[name] = tuple(Code(each) for each in given)
            _check_ids(name, lists[name])
        spellings = {
            name: _spellings(name, given, lists.get(name, ())) for name, given in data.get("spelling", {}).items()
        }
        elsewhere = {name: frozenset(map(plain, words)) for name, words in data.get("elsewhere", {}).items()}
        return cls(int(data["version"]), lists, groups, spellings, elsewhere)

    def recognise(self, name: str, text: str) -> Code | None:
        """Return the one id of list `name` that `text` spells with a whole word; None where that is not sure."""
        known = self.spellings.get(name, {})
        words = set(_WORD.findall(plain(text)))
        found = {known[word] for word in words & known.keys()}
        return found.pop() if len(found) == 1 and not words & self.elsewhere.get(name, frozenset()) else None


def plain(text: str) -> str:
    """Return `text` as people without a Kyrgyz keyboard type it: small letters, no ү, ө, ң, ё, no hyphens."""
    return _JOINERS.sub("", text.casefold()).translate(_PLAIN)


def _check_ids(name: str, ids: tuple[Code, ...]) -> None:
    for code in ids:
        if not _ID.match(code):
            message = f"{name}: {code!r} is not an id; write small letters, digits and single hyphens"
            raise CodesError(message)
    if not ids or len(set(ids)) != len(ids):
        message = f"{name}: a list needs ids, each of them once"
        raise CodesError(message)


def _spellings(name: str, given: Mapping[str, list[str]], ids: tuple[Code, ...]) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for code, words in given.items():
        if code not in ids:
            message = f"spelling.{name}: {code!r} is not in the list"
            raise CodesError(message)
        for word in words:
            if found.setdefault(plain(word), Code(code)) != code:
                message = f"spelling.{name}: {word!r} stands for two ids"
                raise CodesError(message)
    return found
