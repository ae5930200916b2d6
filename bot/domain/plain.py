"""A dataclass as a plain value, to be stored at once."""

from dataclasses import fields, is_dataclass
from typing import Any


def plain(value: Any, *without: str) -> dict[str, Any]:
    """Return a dataclass's fields by name, those that are dataclasses themselves likewise.

    Lists and dicts are the value's own, not copies: whoever keeps the result copies it.
    """
    found = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in without}
    return {name: plain(each) if is_dataclass(each) else each for name, each in found.items()}
