"""Telegram measures a message in UTF-16 units (an emoji is two), and ours stand with a line above them."""

from typing import Any, Final

PART: Final = 3_900
"""Units of somebody's words in one message: 4096 less a heading."""
CAPTION: Final = 900
"""Units of somebody's words under a picture or file: 1024 less a heading."""
NO_CAPTION: Final = ("location", "sticker", "video_note")
"""Kinds that carry no words: these stand in a message of their own before them."""


def units(text: str) -> int:
    """Return how long Telegram says a text is."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def clip(text: str, most: int) -> str:
    """Return `text`, cut with a … where it is longer than `most` units."""
    if units(text) <= most:
        return text
    return _head(text, most - 1) + "…"


def split(text: str, most: int = PART) -> list[str]:
    """Return `text` in pieces of at most `most` units; nothing of it is lost."""
    pieces = []
    while units(text) > most:
        piece = _head(text, most)
        pieces.append(piece)
        text = text[len(piece) :]
    return [*pieces, text]


def messages_of(said: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what was said as one content for each message it takes: {"text"?, "media"?}."""
    text, media = str(said.get("text", "")), said.get("media")
    if not isinstance(media, dict):
        return [{"text": piece} for piece in split(text)]
    if media.get("kind") in NO_CAPTION:
        return [*({"text": piece} for piece in split(text)), {"media": media}]
    if units(text) <= CAPTION:
        return [{"media": media, "text": text}]
    return [{"media": media, "text": ""}, *({"text": piece} for piece in split(text))]


def _head(text: str, most: int) -> str:
    taken = 0
    for index, letter in enumerate(text):
        taken += 2 if letter > "\uffff" else 1
        if taken > most:
            return text[:index]
    return text
