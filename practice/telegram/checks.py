"""Single checks: each takes a JSON value and where it stands, and returns it typed or raises."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

Check = Callable[[Any, str], Any]
"""Takes a JSON value and where it stands, returns it typed or raises SpecError."""

_TRUE = frozenset({"true", "yes", "1"})
_FALSE = frozenset({"false", "no", "0", ""})


class SpecError(ValueError):
    """The value is not what the Bot API asks for."""


class Uploaded(NamedTuple):
    """One file of a multipart request."""

    name: str
    content_type: str
    data: bytes


class Parameter(NamedTuple):
    """One parameter of a method, compiled."""

    required: bool
    check: Check
    structured: bool  # arrays and objects come as JSON text in a form field

    def typed(self, value: Any, key: str) -> Any:
        """Return the value in its real type."""
        if self.structured and isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError as error:
                raise SpecError(f"{key}: not JSON") from error
        return self.check(value, key)


def _integer(value: Any, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise SpecError(f"{where}: an integer is expected")


def _float(value: Any, where: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise SpecError(f"{where}: a number is expected")


def _boolean(value: Any, where: str) -> bool:
    if isinstance(value, bool):
        return value
    raise SpecError(f"{where}: true or false is expected")


def _string(value: Any, where: str) -> str:
    if isinstance(value, str):
        return value
    raise SpecError(f"{where}: a string is expected")


def _file(value: Any, where: str) -> Uploaded | str:
    if isinstance(value, Uploaded | str):
        return value
    raise SpecError(f"{where}: a file is expected")


SCALARS: dict[str, Check] = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "String": _string,
    "InputFile": _file,
}


def _from_text(kind: str, text: str) -> Any:
    """Read a form field, or a JSON string where a scalar stands, as Telegram does."""
    if kind == "Integer":
        return int(text)
    if kind == "Float":
        return float(text)
    if kind == "Boolean":
        lowered = text.lower()
        if lowered in _TRUE or lowered in _FALSE:
            return lowered in _TRUE
        raise ValueError(text)
    return text


def lenient(kind: str) -> Check:
    """A top-level scalar: text is converted first."""
    strict = SCALARS[kind]

    def check(value: Any, where: str) -> Any:
        if isinstance(value, str):
            try:
                return _from_text(kind, value)
            except ValueError as error:
                raise SpecError(f"{where}: {kind} is expected") from error
        return strict(value, where)

    return check


def chat_id(value: Any, where: str) -> int | str:
    """Integer or String: an id or a @username."""
    if isinstance(value, str):
        return int(value) if value.lstrip("-").isdigit() else value
    return _integer(value, where)


def array(item: Check) -> Check:
    """An array of what `item` checks."""

    def check(value: Any, where: str) -> Any:
        if not isinstance(value, list):
            raise SpecError(f"{where}: an array is expected")
        for each in value:
            item(each, where)
        return value

    return check
