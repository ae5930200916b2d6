"""Text as Telegram counts, trims and marks it: lengths and offsets are UTF-16 code units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from practice.telegram.errors import bad_request
from practice.telegram.jsontypes import Json
from practice.telegram.markup_html import parse_html
from practice.telegram.markup_markdown import parse_legacy_markdown, parse_markdown_v2

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
SOURCE_LIMIT = 32768  # bytes before the markup is parsed

_PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_legacy_markdown}

_AUTOMATIC = re.compile(
    r"(?P<url>https?://[^\s<>\"]+|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|kg|ru|me|info)\b[^\s<>\"]*)"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]+\w)"
    r"|(?P<mention>(?<!\w)@\w{4,32}\b)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<hashtag>(?<!\w)#\w{1,256})"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d\s()-]{7,16}\d\b)",
    re.IGNORECASE,
)
_FOUND = frozenset({"url", "email", "mention", "bot_command", "hashtag", "cashtag", "phone_number", "bank_card_number"})
_HINT = re.compile(r"[/@#+.]")
_CONTROL = str.maketrans({chr(code): " " for code in range(32) if chr(code) not in "\n\t"})


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _automatic(text: str) -> Iterator[Json]:
    if not _HINT.search(text):
        return
    for match in _AUTOMATIC.finditer(text):
        kind = match.lastgroup or ""
        yield {
            "type": kind,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
        }


def with_automatic(text: str, entities: list[Json]) -> list[Json]:
    """Add what Telegram finds by itself (links, commands, phone numbers) between the entities."""
    taken = [(one["offset"], one["offset"] + one["length"]) for one in entities]
    found = [
        one
        for one in _automatic(text)
        if not any(one["offset"] < end and start < one["offset"] + one["length"]
                   for start, end in taken)
    ]  # fmt: skip
    if not found:
        return entities
    return sorted([*entities, *found], key=lambda one: (one["offset"], -one["length"]))


def _clip(entities: list[Json], cut: int, length: int) -> list[Json]:
    """Move entities by what was trimmed in front and end them with the text."""
    clipped = []
    for one in entities:
        start = max(0, one["offset"] - cut)
        end = min(length, one["offset"] - cut + one["length"])
        if end > start:
            clipped.append({**one, "offset": start, "length": end - start})
    return clipped


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Drop empty lines in front and white space at the end, as Telegram does."""
    text = text.translate(_CONTROL).rstrip()
    blank = len(text) - len(text.lstrip(" \n\t"))
    # The indent of the first real line stays.
    cut = text.rfind("\n", 0, blank) + 1 if blank else 0
    if not entities and not cut:
        return text, entities
    kept = text[cut:]
    return kept, _clip(entities, utf16_length(text[:cut]), utf16_length(kept))


def _given(text: str, entities: list[Json]) -> list[Json]:
    """Entities as supplied: those Telegram finds by itself are dropped, and found again later."""
    length = utf16_length(text)
    for one in entities:
        end = one["offset"] + one["length"]
        if one["offset"] < 0 or end > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {one['offset']} ends after the end of the text"
                f" at UTF-16 offset {end}"
            )
    return [one for one in entities if one["type"] not in _FOUND]


def _marked(text: str, mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    if not mode or mode.lower() == "none":
        return text, _given(text, entities or [])
    parser = _PARSERS.get(mode.lower())
    if parser is None:
        raise bad_request("unsupported parse_mode")
    return parser(text)


def formatted(
    text: str, mode: str | None, entities: list[Json] | None, limit: int, too_long: str
) -> tuple[str, list[Json]]:
    """Return the text people see and its entities, or refuse."""
    if len(text) > SOURCE_LIMIT or len(text.encode()) > SOURCE_LIMIT:
        raise bad_request("text is too long")
    plain, marks = _trim(*_marked(text, mode, entities))
    if utf16_length(plain) > limit:
        raise bad_request(too_long)
    return plain, with_automatic(plain, marks)[:ENTITY_LIMIT]


def message_text(text: str, mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """The text of a message: never empty."""
    if not text:
        raise bad_request("message text is empty")
    plain, marks = formatted(text, mode, entities, MESSAGE_LIMIT, "message is too long")
    if not plain:
        raise bad_request("text must be non-empty")
    return plain, marks


def caption_text(text: str, mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """A caption: may be empty."""
    return formatted(text, mode, entities, CAPTION_LIMIT, "message caption is too long")
