"""Bots, chats and messages: what Telegram remembers.

A private chat exists once per bot and user. A message is never changed in place: an edit puts a
new `Stored` in its place, so whoever holds the old one still sees the old screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from practice.telegram.ids import Ids
from practice.telegram.jsontypes import Json
from practice.telegram.signals import Signal

ChangeKind = Literal["message", "edit", "delete"]


@dataclass(frozen=True, slots=True)
class Stored:
    """One message; `raw` is the Message object of the Bot API."""

    id: int
    raw: Json
    at: int  # UTC milliseconds on the practice clock
    from_bot: bool
    silent: bool = False
    hidden: bool = False  # the person removed it on their own side only
    locked: bool = False  # sent with a reply keyboard or forwarded: cannot be edited


@dataclass(slots=True, eq=False)
class Change:
    """Something the bot did to a chat, and whether a test has looked at it."""

    kind: ChangeKind
    stored: Stored
    at: int
    seen: bool = False


@dataclass(slots=True)
class Membership:
    """Where a bot and one chat stand with each other."""

    started: bool = False  # the person has written, so the bot may
    known: bool = False  # the bot has met the user elsewhere, e.g. in a group
    blocked: bool = False
    deactivated: bool = False
    bot_status: str = "member"  # in a group: member, administrator, left, kicked


class Chat:
    """One chat as one bot sees it."""

    def __init__(self, raw: Json, ids: Ids) -> None:
        self.raw = raw
        self.id: int = raw["id"]
        self.messages: dict[int, Stored] = {}
        self.members: dict[int, Json] = {}
        self.standing = Membership()
        self.keyboard: Json | None = None
        self.keyboard_from: int | None = None  # the message it came with
        self.pinned: list[int] = []
        self.actions: list[str] = []
        self.feed: list[Change] = []
        self.rings = 0
        self.signal = Signal()
        self._ids = ids
        self._last_id = 0

    @property
    def is_private(self) -> bool:
        """Whether it is a chat with one person."""
        kind: str = self.raw["type"]
        return kind == "private"

    def next_id(self) -> int:
        """Draw the id of the next message: unique in this chat, growing."""
        self._last_id += self._ids.step()
        return self._last_id

    def add(self, raw: Json, at: int, *, from_bot: bool, silent: bool = False, locked: bool = False) -> Stored:
        """Keep a new message."""
        stored = Stored(raw["message_id"], raw, at, from_bot, silent, locked=locked)
        self.messages[stored.id] = stored
        return stored

    def put(self, stored: Stored, raw: Json) -> Stored:
        """Replace a message's content."""
        changed = replace(stored, raw=raw)
        self.messages[stored.id] = changed
        return changed

    def remove(self, message_id: int) -> Stored | None:
        """Forget a message on both sides."""
        if message_id in self.pinned:
            self.pinned.remove(message_id)
        if message_id == self.keyboard_from:
            self.keyboard = self.keyboard_from = None
        return self.messages.pop(message_id, None)

    def hide(self, stored: Stored) -> None:
        """Remove a message from the person's screen only."""
        self.messages[stored.id] = replace(stored, hidden=True)


@dataclass(slots=True)
class Profile:
    """What a bot says about itself; texts by language code, "" is the default."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    admin_rights: dict[bool, Json] = field(default_factory=dict)
