"""Learns weights: a linear support vector machine with squared hinge loss, solved one message at a time in the dual.

Only additions, multiplications and divisions in a fixed order, and sums by `fsum`, which rounds once: every machine
and every Python learns the same bits (the built-in `sum` rounds differently from Python 3.12 on).
Method: Hsieh and others, "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from bot.domain.triage.features import HASHED, clip, dense, groups
from bot.domain.triage.lexicon import Lexicon
from bot.domain.triage.model import Weights
from bot.domain.triage.spelling import spell

_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Example:
    """A message as the weights see it."""

    indices: list[int]
    values: list[float]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> "Example":
        words = clip(spell(text).split())
        indices: list[int] = []
        values: list[float] = []
        for factor, members in groups(words, lexicon.find(words), lexicon):
            indices += members
            values += [factor] * len(members)
        return cls(indices, values)


class Chance:
    """A small generator (xorshift): the same numbers on every machine and every version of Python."""

    def __init__(self, seed: int) -> None:
        self._state = seed or 1

    def below(self, bound: int) -> int:
        state = self._state
        state ^= (state << 13) & _MASK
        state ^= state >> 7
        state ^= (state << 17) & _MASK
        self._state = state
        return (state >> 11) % bound

    def shuffled(self, count: int) -> list[int]:
        order = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order


def learn(examples: Sequence[Example], wanted: Sequence[bool], lexicon: Lexicon, cost: float, rounds: int) -> Weights:
    """Weights with which the examples that are `wanted` score above zero and the others below.

    `cost` is what a wrong one costs beside the length of the weights.
    """
    weights, bias = [0.0] * (dense(lexicon) + HASHED), 0.0
    alphas = [0.0] * len(examples)
    slack = 0.5 / cost
    norms = [fsum(v * v for v in each.values) + 1.0 + slack for each in examples]
    chance = Chance(20260101)
    for _ in range(rounds):
        for number in chance.shuffled(len(examples)):
            each, sign, alpha = examples[number], 1.0 if wanted[number] else -1.0, alphas[number]
            margin = bias + fsum([weights[i] * v for i, v in zip(each.indices, each.values, strict=True)])
            new = max(alpha - (sign * margin - 1.0 + slack * alpha) / norms[number], 0.0)
            if new != alpha:
                alphas[number] = new
                step = (new - alpha) * sign
                bias += step
                for i, v in zip(each.indices, each.values, strict=True):
                    weights[i] += step * v
    return _quantised(weights, bias, dense(lexicon))


def _quantised(weights: Sequence[float], bias: float, split: int) -> Weights:
    """Whole numbers from -127 to 127, with one scale for the concepts and one for the hashed words."""
    dense_scale, hashed_scale = _scale(weights[:split]), _scale(weights[split:])
    numbers = array("b", [round(each / dense_scale) for each in weights[:split]])
    numbers.extend(round(each / hashed_scale) for each in weights[split:])
    return Weights(numbers, split, dense_scale, hashed_scale, bias)


def _scale(weights: Sequence[float]) -> float:
    return max((abs(each) for each in weights), default=0.0) / 127 or 1.0
