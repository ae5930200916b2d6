"""The coded facts of one case: what statistics keep, and nothing else.

Rules:
- Codes, never text: a value that is not a code is refused, so that no name can slip in.
- Nothing finer than region, police district and ISO week; durations in whole seconds; no id of a person or case.
- What was chosen together is kept sorted: the order of taps says nothing worth counting.
- Stored facts begin with their schema version. A reader takes every version ever released, and refuses a newer one.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from bot.domain.weeks import PeriodError, Week, read_week

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
KINDS = ("sos", "report")
MODES = ("", "me", "other")
OTHER = "other"

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTS: Mapping[int, Upcast] = {1: lambda stored: {**stored, "beyond": []}}
"""From a version to the next. 2: the limits in custody that were passed."""


class FactError(ValueError):
    """A fact that cannot be used. The message names the field, never the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One case as statistics see it. "" and None mean: not recorded (or: has not happened)."""

    VERSION: ClassVar[int] = 2

    week: Week  # in which the case was opened
    kind: str  # one of KINDS
    urgent: bool = False
    mode: str = ""  # one of MODES
    language: str = ""
    region: str = ""
    district: str = ""  # police district
    source: str = ""  # the card or partner a person came by
    violations: tuple[str, ...] = ()
    perpetrators: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()  # limits in custody passed, by the times that were told or recorded
    amount: str = ""  # band of the money demanded
    claimed_after_s: int | None = None  # from opening to the first claim
    first_word_after_s: int | None = None  # from opening to the first words a human wrote to the person
    outcome: str | None = None
    qualifies: bool | None = None  # a lawyer's judgement: a human rights violation
    extorted: bool | None = None
    withdrawn: bool = False

    def __post_init__(self) -> None:
        """Put what was chosen together in order; raise FactError for whatever is not coded."""
        for name in ("violations", "perpetrators", "flags", "beyond"):
            chosen = getattr(self, name)
            if not isinstance(chosen, tuple | list):
                raise FactError(f"{name} is not a list of codes")
            _check(name, all(isinstance(each, str) and _CODE.fullmatch(each) for each in chosen))
            object.__setattr__(self, name, tuple(sorted(set(chosen))))
        for name in ("language", "region", "district", "source", "amount"):
            _check(name, _is_code_or(getattr(self, name), ""))
        _check("outcome", _is_code_or(self.outcome, None))
        _check("kind", self.kind in KINDS)
        _check("mode", self.mode in MODES)
        _check("week", _is_week(self.week))
        for name in ("claimed_after_s", "first_word_after_s"):
            _check(name, _is_seconds(getattr(self, name)))
        for name in ("urgent", "withdrawn"):
            _check(name, isinstance(getattr(self, name), bool))
        for name in ("qualifies", "extorted"):
            _check(name, getattr(self, name) is None or isinstance(getattr(self, name), bool))


def to_json(fact: Fact) -> bytes:
    """Return the fact for storage, its schema version first; equal facts give equal bytes."""
    value = {each.name: getattr(fact, each.name) for each in fields(Fact)}
    return json.dumps({"v": Fact.VERSION, **value}, separators=(",", ":")).encode("ascii")


def from_json(stored: bytes) -> Fact:
    """Read a stored fact of any released version; raises FactError."""
    try:
        value = json.loads(stored)
    except ValueError:
        raise FactError("a stored fact is not JSON") from None
    if not isinstance(value, dict):
        raise FactError("a stored fact is not a JSON object")
    value = upcast(value, UPCASTS, Fact.VERSION)
    if value.keys() != {each.name for each in fields(Fact)}:
        raise FactError("a stored fact has other fields than its schema version says")
    return Fact(**value)


def upcast(value: dict[str, Any], steps: Mapping[int, Upcast], newest: int) -> dict[str, Any]:
    """Bring a stored object from its version "v" to `newest`, without "v"; raises FactError."""
    value = dict(value)
    version = value.pop("v", None)
    if type(version) is not int or not 1 <= version <= newest:
        raise FactError("a stored fact has a schema version that this program does not know; update the program")
    for step in range(version, newest):
        value = steps[step](value)
    return value


def code_or_other(text: str) -> str:
    """Return text if it is a code (or empty), else "other": for what comes from outside, such as a start link."""
    return text if not text or _CODE.fullmatch(text) else OTHER


def _check(name: str, good: bool) -> None:  # noqa: FBT001 - a condition is what it takes
    if not good:
        raise FactError(f"{name} is not coded as statistics keep it")


def _is_code_or(value: object, empty: object) -> bool:
    return value == empty or (isinstance(value, str) and _CODE.fullmatch(value) is not None)


def _is_seconds(value: object) -> bool:
    return value is None or (type(value) is int and value >= 0)


def _is_week(value: object) -> bool:
    try:
        return isinstance(value, str) and read_week(value) == value
    except PeriodError:
        return False
