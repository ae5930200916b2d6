"""Which words of a message are about what: stems in groups (concepts), found in the one spelling.

A stem is the beginning of a word, an exact word, or several of them in a row. At one place an entry of more words
wins over one of fewer, which also keeps "не отпускают" from being read as "отпускают"; among single words the longest
stem wins, and those that are nearly as long stay beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.domain.triage.spelling import spell

_LONGEST_ENDING = 6


class Hit(NamedTuple):
    """Words `start` to `start + size` of the message belong to these concepts (numbers in `Lexicon.names`)."""

    start: int
    size: int
    concepts: tuple[int, ...]


class _Entry(NamedTuple):
    concept: int
    open_first: bool
    rest: Sequence[Sequence[str | bool]]  # (stem, open) of the words that follow


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Written as corpus/lexicon.toml; the build command stores it, spelled, beside the weights."""

    names: tuple[str, ...]
    verbs: frozenset[int]
    tenses: tuple[str, ...]
    _entries: Mapping[str, Mapping[str, Sequence[_Entry]]]  # by the first stem, then by the first letter of the second
    _endings: Mapping[str, int]

    @classmethod
    def from_toml(cls, data: Mapping[str, Mapping[str, str] | str | int]) -> "Lexicon":
        """Raises KeyError where a section is missing."""
        concepts, tense = data["concepts"], data["tense"]
        if not isinstance(concepts, Mapping) or not isinstance(tense, Mapping):
            raise KeyError("concepts and tense are tables")
        names = tuple(concepts)
        entries: dict[str, dict[str, list[_Entry]]] = {}
        for number, listed in enumerate(concepts.values()):
            for entry in listed.split(","):
                words = [(spell(word.rstrip("*")), word.endswith("*")) for word in entry.split()]
                if words and all(word and " " not in word for word, _ in words):
                    first, *rest = words
                    second = rest[0][0][0] if rest else ""
                    entries.setdefault(first[0], {}).setdefault(second, []).append(
                        _Entry(number, first[1], tuple(rest))
                    )
        verbs = frozenset(names.index(each.strip()) for each in str(data["verbs"]).split(","))
        endings = {spell(end): number for number, listed in enumerate(tense.values()) for end in listed.split(",")}
        return cls(names, verbs, tuple(tense), entries, endings)

    def to_json(self) -> dict[str, Any]:
        """What `from_json` reads: much faster than spelling every entry again."""
        entries = {
            first: {second: [list(each) for each in listed] for second, listed in seconds.items()}
            for first, seconds in self._entries.items()
        }
        return {
            "endings": dict(self._endings),
            "entries": entries,
            "names": list(self.names),
            "tenses": list(self.tenses),
            "verbs": sorted(self.verbs),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Lexicon":
        """Raises KeyError or TypeError where it is not what `to_json` gave."""
        entries = {
            first: {second: [_Entry(*each) for each in listed] for second, listed in seconds.items()}
            for first, seconds in data["entries"].items()
        }
        return cls(tuple(data["names"]), frozenset(data["verbs"]), tuple(data["tenses"]), entries, data["endings"])

    def find(self, words: Sequence[str]) -> list[Hit]:
        """All hits in the order of the message."""
        hits: list[Hit] = []
        taken_to = 0
        for start in range(len(words)):
            found = self._at(words, start)
            if not found:
                continue
            size = max(each[0] for each in found)
            if size == 1 and start < taken_to:
                continue
            longest = max(each[1] for each in found if each[0] == size)
            close = longest - 1 if size == 1 else 0
            concepts = sorted({each[2] for each in found if each[0] == size and each[1] >= close})
            hits.append(Hit(start, size, tuple(concepts)))
            if size > 1:
                taken_to = max(taken_to, start + size)
        return hits

    def _at(self, words: Sequence[str], start: int) -> list[tuple[int, int, int]]:
        """(words, letters of the first stem, concept) of every entry that fits from here."""
        word = words[start]
        found: list[tuple[int, int, int]] = []
        after = words[start + 1][0] if start + 1 < len(words) else ""
        for length in range(1, len(word) + 1):
            seconds = self._entries.get(word[:length])
            if seconds is None:
                continue
            found += [
                (1 + len(entry.rest), length, entry.concept)
                for entry in (*seconds.get("", ()), *(seconds.get(after, ()) if after else ()))
                if (entry.open_first or length == len(word)) and _follow(words, start + 1, entry.rest)
            ]
        return found

    def tense(self, words: Sequence[str], hit: Hit) -> list[int]:
        """What the last word of a hit and the word after it say of time, as numbers in `tenses`.

        The word after counts on from len(tenses).
        """
        last = words[hit.start + hit.size - 1]
        told = self._ending(last)
        out = [] if told is None else [told]
        if hit.start + hit.size < len(words):
            after = self._ending(words[hit.start + hit.size])
            if after is not None:
                out.append(len(self.tenses) + after)
        return out

    def _ending(self, word: str) -> int | None:
        if word in self._endings:
            return self._endings[word]
        for length in range(min(_LONGEST_ENDING, len(word) - 1), 0, -1):
            if word[-length:] in self._endings:
                return self._endings[word[-length:]]
        return None


def _follow(words: Sequence[str], at: int, rest: Sequence[Sequence[str | bool]]) -> bool:
    if at + len(rest) > len(words):
        return False
    for word, (stem, is_open) in zip(words[at:], rest, strict=False):
        if not (word.startswith(str(stem)) if is_open else word == stem):
            return False
    return True
