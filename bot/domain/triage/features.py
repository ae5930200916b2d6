"""What the weights look at in a message: concepts, what stands together, tense, words, stems and pieces.

Features are numbers of weights. The first `dense(lexicon)` numbers belong to concepts, one for each; the other
`HASHED` are shared by words, stems and pieces of words through a hash. Each group has one factor for all its features;
for words, stems and pieces it shrinks with their number, so that a long message does not drown its own concepts.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from zlib import crc32

from bot.domain.triage.lexicon import Hit, Lexicon

HASHED = 1 << 17
HEAD, TAIL = 110, 40  # words read of a long message: its beginning and its end
_SHARE, _SHARE_OF_STEMS = 3.0, 2.0
_STEM = 4  # letters: both languages put their grammar at the end
_NEAR = 3  # words between two concepts that still belong together
_LENGTHS = 9
_BLANK = "_"


def dense(lexicon: Lexicon) -> int:
    """How many weights belong to concepts."""
    many = len(lexicon.names)
    return _LENGTHS + many * (3 + 2 * many + 2 * len(lexicon.tenses))


def clip(words: list[str]) -> list[str]:
    """The words that are read: all, or the head and the tail of a very long message."""
    return words if len(words) <= HEAD + TAIL else words[:HEAD] + words[-TAIL:]


def groups(words: Sequence[str], hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[tuple[float, list[int]]]:
    """(factor, weights) for every group of features."""
    many = len(lexicon.names)
    placed = [(hit.start, hit.start + hit.size - 1, concept) for hit in hits for concept in hit.concepts]
    present = sorted({concept for _, _, concept in placed})
    base = _LENGTHS
    yield 0.5, [min(len(words) // 4, _LENGTHS - 1)]
    yield 1.0, [base + concept for concept in present]
    base += many
    if placed:
        yield 0.5, [base + placed[0][2], base + many + placed[-1][2]]
    base += 2 * many
    yield 0.6, [base + a * many + b for i, a in enumerate(present) for b in present[i + 1 :]]
    base += many * many
    yield 0.5, sorted({base + a * many + b for a, b in _near(placed)})
    base += many * many
    yield 0.7, sorted(_tenses(words, hits, lexicon, base))
    hashed = dense(lexicon)
    for share, pieces in ((_SHARE, _words(words)), (_SHARE, _pieces(words)), (_SHARE_OF_STEMS, _stems(words))):
        if pieces:
            yield share / sqrt(len(pieces)), [hashed + piece for piece in pieces]


def _near(placed: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    for i, (_, end, first) in enumerate(placed):
        for start, _, second in placed[i + 1 :]:
            if start - end > _NEAR:
                break
            if start >= end and first != second:
                yield first, second


def _tenses(words: Sequence[str], hits: Sequence[Hit], lexicon: Lexicon, base: int) -> set[int]:
    wide = 2 * len(lexicon.tenses)
    return {
        base + concept * wide + tense
        for hit in hits
        for concept in hit.concepts
        if concept in lexicon.verbs
        for tense in lexicon.tense(words, hit)
    }


def _words(words: Sequence[str]) -> list[int]:
    """Words and pairs of neighbours."""
    said = set(words)
    said.update(f"{a} {b}" for a, b in pairwise(words))
    return sorted({crc32(each.encode()) % HASHED for each in said})


def _stems(words: Sequence[str]) -> list[int]:
    """Beginnings of words, of neighbours and of every word with the next but one."""
    stems = [word[:_STEM] for word in words]
    said = set(stems)
    said.update(f"{a} {b}" for a, b in pairwise(stems))
    said.update(f"{a}  {b}" for a, b in zip(stems, stems[2:], strict=False))
    return sorted({crc32(b"~" + each.encode()) % HASHED for each in said})


def _pieces(words: Sequence[str]) -> list[int]:
    """Three to five letters in a row, with the edges of words marked."""
    pieces = set()
    for word in set(words):
        marked = _BLANK + word + _BLANK
        size = len(marked)
        for start in range(size - 2):
            pieces.add(marked[start : start + 3])
            pieces.add(marked[start : start + 4])
            pieces.add(marked[start : start + 5])
    return sorted({crc32(b"#" + each.encode()) % HASHED for each in pieces})
