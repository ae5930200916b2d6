"""The learnt weights: small whole numbers, read from one file that the build command writes."""

import json
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.domain.triage.features import HASHED, dense
from bot.domain.triage.lexicon import Lexicon

_MAGIC = b"kalkan triage 1\n"


class ModelError(Exception):
    """The file is no triage model, or it was built for another lexicon: run the build command."""


@dataclass(frozen=True, slots=True)
class Weights:
    """One scale a part: concepts (`dense`, the first `split` numbers) and hashed words."""

    numbers: "array[int]"  # quoted: Python 3.11 cannot subscript it
    split: int
    dense_scale: float
    hashed_scale: float
    bias: float

    def score(self, groups: Iterable[tuple[float, list[int]]]) -> float:
        """Above zero for urgent; how far says how sure."""
        numbers, split, total = self.numbers, self.split, self.bias
        for factor, indices in groups:
            if indices:
                scale = self.dense_scale if indices[0] < split else self.hashed_scale
                total += factor * scale * sum([numbers[index] for index in indices])
        return total


@dataclass(frozen=True, slots=True)
class Model:
    """The lexicon, both sets of weights, and what was decided when they were learnt."""

    lexicon: Lexicon
    urgent: Weights
    overdose: Weights
    thresholds: Mapping[str, float]

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Raises ModelError where the file is damaged."""
        if not data.startswith(_MAGIC):
            raise ModelError("not a triage model")
        try:
            end = data.index(b"\n", len(_MAGIC))
            head = json.loads(data[len(_MAGIC) : end])
            lexicon = Lexicon.from_json(head["lexicon"])
            body, size = array("b", data[end + 1 :]), dense(lexicon) + HASHED
            urgent = _weights(head["urgent"], body[:size])
            overdose = _weights(head["overdose"], body[size:])
            thresholds = dict(head["thresholds"])
        except (ValueError, KeyError, TypeError) as error:
            raise ModelError("damaged triage model") from error
        if len(body) != 2 * size:
            raise ModelError("the triage model is cut short")
        return cls(lexicon, urgent, overdose, thresholds)

    def to_bytes(self) -> bytes:
        head = {
            "lexicon": self.lexicon.to_json(),
            "overdose": _head(self.overdose),
            "thresholds": dict(self.thresholds),
            "urgent": _head(self.urgent),
        }
        said = json.dumps(head, sort_keys=True, ensure_ascii=False).encode()
        return _MAGIC + said + b"\n" + self.urgent.numbers.tobytes() + self.overdose.numbers.tobytes()


def _weights(head: Mapping[str, Any], numbers: "array[int]") -> Weights:
    return Weights(numbers, int(head["split"]), head["dense_scale"], head["hashed_scale"], head["bias"])


def _head(weights: Weights) -> dict[str, float]:
    return {
        "bias": weights.bias,
        "dense_scale": weights.dense_scale,
        "hashed_scale": weights.hashed_scale,
        "split": weights.split,
    }
