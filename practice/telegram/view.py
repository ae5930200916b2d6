"""What a person sees: messages, buttons, pop-ups."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from practice.telegram.jsontypes import Json
from practice.telegram.model import Chat, Stored

MEDIA = (
    "animation", "photo", "document", "voice", "video", "audio", "video_note", "sticker", "venue",
    "location", "contact", "dice", "poll",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `data` is None for a link."""

    label: str
    data: str | None
    url: str | None
    message_id: int


@dataclass(frozen=True, slots=True)
class Popup:
    """The bot's answer to a tap: "" when it only ended the spinner."""

    text: str
    alert: bool
    url: str | None = None


class Message:
    """A message as it stood when it was looked at; compares by chat and id."""

    __slots__ = ("_chat", "_stored")

    def __init__(self, chat: Chat, stored: Stored) -> None:
        self._chat = chat
        self._stored = stored

    @property
    def id(self) -> int:
        """The id in its chat."""
        return self._stored.id

    @property
    def raw(self) -> Json:
        """The Message object of the Bot API."""
        return self._stored.raw

    @property
    def text(self) -> str:
        """The text or the caption; "" for a bare file."""
        text: str = self.raw.get("text") or self.raw.get("caption") or ""
        return text

    @property
    def entities(self) -> list[Json]:
        """Marks in the text."""
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or ())

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self._stored.from_bot

    @property
    def silent(self) -> bool:
        """Whether it came without a sound."""
        return self._stored.silent

    @property
    def edited(self) -> bool:
        """Whether it was changed since it was sent."""
        return "edit_date" in self.raw

    @property
    def protected(self) -> bool:
        """Whether the client refuses to forward or save it."""
        return bool(self.raw.get("has_protected_content"))

    @property
    def date(self) -> int:
        """When it was sent, UTC milliseconds on the practice clock."""
        return self._stored.at

    @property
    def media(self) -> str | None:
        """What it carries beside text, e.g. "photo"."""
        return next((kind for kind in MEDIA if kind in self.raw), None)

    @property
    def file_id(self) -> str | None:
        """The id of the file it carries."""
        found = self.raw.get(self.media or "")
        if isinstance(found, list):
            found = found[-1]
        return found.get("file_id") if isinstance(found, dict) else None

    @property
    def previews(self) -> str | None:
        """The address whose preview Telegram fetches for this message, if any."""
        options = self.raw.get("link_preview_options", {})
        if options.get("is_disabled") or "text" not in self.raw:
            return None
        for one in self.entities:
            if one["type"] == "text_link":
                return str(one["url"])
            if one["type"] == "url":
                units = self.text.encode("utf-16-le")
                return units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        return None

    @property
    def reply_to(self) -> int | None:
        """The id of the message it answers."""
        quoted = self.raw.get("reply_to_message")
        return quoted["message_id"] if quoted else None

    @property
    def pinned(self) -> bool:
        """Whether it is pinned now."""
        return self.id in self._chat.pinned

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(one["text"], one.get("callback_data"), one.get("url"), self.id) for one in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons, in reading order."""
        return [button.label for row in self.buttons for button in row]

    def button(self, label: str) -> Button | None:
        """The first button whose label begins with (or else contains) `label`."""
        every = [button for row in self.buttons for button in row]
        begins = (button for button in every if button.label.startswith(label))
        holds = (button for button in every if label in button.label)
        return next(begins, None) or next(holds, None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self.id == other.id and self._chat is other._chat

    def __hash__(self) -> int:
        return hash((self._chat.id, self.id))

    def __repr__(self) -> str:
        who = "bot" if self.from_bot else "own"
        marks = [mark for mark in ("silent", "edited", "protected", "pinned") if getattr(self, mark)]
        carried = [f"<{self.media}>"] if self.media else []
        rows = ["".join(f"[{button.label}]" for button in row) for row in self.buttons]
        return " ".join([f"{who}#{self.id}", *marks, *carried, repr(self.text), *rows])


Wanted = str | re.Pattern[str] | Callable[[Message], object]
"""Text contained, a pattern found, or a predicate that holds."""


def matches(wanted: Wanted | None, message: Message) -> bool:
    """Whether a message is the one that is looked for."""
    if wanted is None:
        return True
    if isinstance(wanted, str):
        return wanted in message.text
    if isinstance(wanted, re.Pattern):
        return wanted.search(message.text) is not None
    return bool(wanted(message))


def named(wanted: object) -> str:
    """How an error message calls what was looked for."""
    if isinstance(wanted, re.Pattern):
        return f"/{wanted.pattern}/"
    if callable(wanted):
        return getattr(wanted, "__name__", "a predicate")
    return "anything" if wanted is None else repr(wanted)
