"""What a message holds, as a case keeps it: text and, of a file, only its kind and id."""

from collections.abc import Sequence
from typing import Any

from telegram import Message, PhotoSize

KEPT = ("photo", "voice", "video", "video_note", "audio", "animation", "document", "sticker")
"""Kinds a lawyer can be sent. An animation is a document too and must stand before it."""
NOT_KEPT = ("poll", "dice", "game", "story", "paid_media", "checklist", "invoice", "giveaway", "gift", "unique_gift")


def said_in(message: Message) -> dict[str, Any] | None:
    """Return {"text"?, "media"?}, or None when there is nothing that can be kept."""
    text = message.text or message.caption or ""
    media = _media(message)
    if media is not None:
        return {"media": media, "text": text}
    if message.venue is not None:
        text = ", ".join(part for part in (message.venue.title, message.venue.address) if part)
    return {"text": text} if text.strip() else None


def point_in(message: Message) -> tuple[float, float] | None:
    """Return the point on the map, (latitude, longitude)."""
    found = message.location
    if found is None and message.venue is not None:
        found = message.venue.location
    return None if found is None else (found.latitude, found.longitude)


def cannot_be_kept(message: Message) -> bool:
    """Tell whether somebody sent a thing that a case does not hold, as opposed to a notice of Telegram's own."""
    return any(getattr(message, kind, None) for kind in NOT_KEPT)


def _media(message: Message) -> dict[str, str] | None:
    for kind in KEPT:
        found: Any = getattr(message, kind)
        if isinstance(found, Sequence):
            largest: PhotoSize | None = found[-1] if found else None
            found = largest
        if found:
            return {"kind": kind, "file_id": found.file_id}
    return None
