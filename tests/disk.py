"""Every way a text or a number may lie on a disk, to look for what must not be there."""

import base64
import json
from collections.abc import Iterable, Mapping
from urllib.parse import quote

Needle = str | int


def find(needles: Iterable[Needle], haystack: Mapping[str, bytes]) -> list[str]:
    """Say where any needle stands, and in which form; `haystack` maps a name to bytes."""
    return [
        f"{needle!r} as {how} in {name}"
        for needle in needles
        for how, form in _forms(needle)
        for name, content in haystack.items()
        if form in content
    ]


def _forms(needle: Needle) -> list[tuple[str, bytes]]:
    text = str(needle)
    utf8 = text.encode()
    forms = {
        "UTF-8": utf8,
        "UTF-16": text.encode("utf-16-le"),
        "JSON": json.dumps(text)[1:-1].encode(),
        "URL": quote(text).encode(),
        "hex": utf8.hex().encode(),
    }
    for skip in range(3):  # the same bytes have three base64 forms, by where they begin
        whole = base64.b64encode(b"\0" * skip + utf8 + b"\0\0")
        inner = whole[(0, 2, 3)[skip] : 8 * (skip + len(utf8)) // 6]  # the characters no neighbour has a part in
        if len(inner) >= 8:  # shorter ones stand in any ciphertext by chance
            forms[f"base64+{skip}"] = inner
    if isinstance(needle, int):
        forms["SQLite integer"] = needle.to_bytes(6, "big", signed=True)
        forms["64 bits"] = needle.to_bytes(8, "little", signed=True)
    unique = {form: how for how, form in reversed(forms.items()) if form}
    return [(how, form) for form, how in unique.items()]
