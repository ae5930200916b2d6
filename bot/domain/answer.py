"""One answer: what may be stored for a question, and what of it may be counted.

A stored string, or list of strings, is made of codes. A mapping holds somebody's own words or a point on the
map: it is for the lawyer's eyes and is never counted. All of it is the same after a trip through JSON.
"""

from collections.abc import Sequence
from typing import Final, Literal

from bot.domain.codelists import Code
from bot.domain.form import Answers, Question

Answer = str | list[str] | dict[str, str] | dict[str, float]
"""code | codes (none of them: nothing applies) | {"text": words} | {"lat": degrees, "lon": degrees}."""
Refusal = Literal["not-an-option", "empty", "too-long", "not-a-place"]

LONGEST: Final = 4096
"""Characters of own words: as many as one Telegram message can hold, so that none is refused."""


class AnswerRefusedError(ValueError):
    """An answer does not fit its question; the text that says so to the person is answer-refused-`reason`."""

    def __init__(self, reason: Refusal) -> None:
        """Keep no part of the answer: errors are logged."""
        super().__init__(reason)
        self.reason: Refusal = reason


def accept(question: Question, raw: str | Sequence[str] | tuple[float, float], answers: Answers) -> Answer:
    """Return what to store for `raw`: a tapped id, a list of them, typed words, or (latitude, longitude).

    `answers` are the earlier ones: they decide which options are open. Raises AnswerRefusedError.
    """
    options = question.open_options(answers)
    if question.kind == "multi":
        return _several([raw] if isinstance(raw, str) else raw, options)
    if not isinstance(raw, str):
        if question.kind != "place":
            raise AnswerRefusedError("not-an-option")
        return _point(raw)
    if question.kind == "text" or (question.kind in {"place", "when"} and raw not in options):
        return _words(raw)
    if raw not in options:
        raise AnswerRefusedError("not-an-option")
    return raw


def is_coded(value: object) -> bool:
    """Tell whether a stored answer consists of codes alone and so may be counted."""
    return isinstance(value, (str, list))


def _several(raw: Sequence[object], options: tuple[Code, ...]) -> list[str]:
    if not set(raw) <= set(options):
        raise AnswerRefusedError("not-an-option")
    return [each for each in options if each in raw]


def _words(raw: str) -> dict[str, str]:
    text = raw.strip()
    if not text:
        raise AnswerRefusedError("empty")
    if len(text) > LONGEST:
        raise AnswerRefusedError("too-long")
    return {"text": text}


def _point(raw: Sequence[object]) -> dict[str, float]:
    match raw:
        # Written so that NaN, which compares false with everything, fails too.
        case (int() | float() as lat, int() | float() as lon) if abs(lat) <= 90 and abs(lon) <= 180:
            return {"lat": float(lat), "lon": float(lon)}
        case _:
            raise AnswerRefusedError("not-a-place")
