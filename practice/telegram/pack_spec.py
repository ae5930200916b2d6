"""Pack the machine-readable Bot API into the small file that ships with the package.

    python -m practice.telegram.pack_spec api.json practice/botapi-10.0.json

The source is the JSON of https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT). Names,
types, "required" and constants such as 'type must be "photo"' are kept; prose is dropped, which
makes the file fifteen times smaller.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_CONSTANT = re.compile(r"(?:must be|always) \"?([a-z0-9_]+)\"?$")
_CONSTANT_FIELDS = frozenset({"type", "source", "status"})
_SOURCE = "https://github.com/PaulSonOfLars/telegram-bot-api-spec, MIT, packed"


def _field(field: Json) -> list[Any]:
    packed: list[Any] = [field["name"], field["types"], int(field["required"])]
    constant = _CONSTANT.search(field["description"])
    if constant and field["name"] in _CONSTANT_FIELDS:
        packed.append(constant[1])
    return packed


def _entry(entry: Json) -> Json:
    packed: Json = {"fields": [_field(field) for field in entry.get("fields", ())]}
    if entry.get("subtypes"):
        packed["subtypes"] = entry["subtypes"]
    if entry.get("returns"):
        packed["returns"] = entry["returns"]
    return packed


def pack(api: Json) -> Json:
    """Return the packed form: {"methods": {name: {"fields": [[name, types, required, const?]]}}}."""
    return {
        "version": api["version"],
        "release_date": api["release_date"],
        "source": _SOURCE,
        "methods": {name: _entry(entry) for name, entry in sorted(api["methods"].items())},
        "types": {name: _entry(entry) for name, entry in sorted(api["types"].items())},
    }


def main(source: str, target: str) -> None:
    """Read the published JSON and write the packed one."""
    packed = pack(json.loads(Path(source).read_text("utf-8")))
    Path(target).write_text(json.dumps(packed, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
