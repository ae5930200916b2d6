"""The people of the practice room, and what becomes of their phones: locked, without network, in an officer's hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from practice.telegram import Phone, Telegram
from practice.telegram.jsontypes import Json

LANGUAGES = ("ru", "ky", "en")
ROLES = ("person", "relative", "lawyer", "coordinator")
REGIONS = ("bishkek", "chuy", "osh", "jalal-abad", "batken", "issyk-kul", "naryn", "talas")


@dataclass(frozen=True, slots=True)
class Part:
    """Who somebody is in the practice; only lawyers have a region."""

    key: str
    role: str
    name: str
    language: str
    region: str = ""

    @property
    def is_staff(self) -> bool:
        """Whether they join with a link and a ✅."""
        return self.role in ("lawyer", "coordinator")


DEMO = (
    Part("person", "person", "Тимур", "ru"),
    Part("relative", "relative", "Гүлнара", "ky"),
    Part("lawyer-bishkek", "lawyer", "Нурлан", "ru", "bishkek"),
    Part("lawyer-osh", "lawyer", "Салтанат", "ky", "osh"),
    Part("coordinator", "coordinator", "Жылдыз", "ru"),
)
"""Who is there from the beginning; the names are made up."""


@dataclass(slots=True, eq=False)
class Held:
    """A phone and the hands it is in."""

    part: Part
    phone: Phone
    link: str = ""  # the invitation or card this person was given and has not opened yet
    locked: bool = False
    taken: bool = False
    offline: bool = False
    locked_from: int = 0  # how much of the chat's feed had happened when the screen was locked
    offline_from: int = 0  # the same for the moment when the network was lost
    waiting: list[Json] = field(default_factory=list)  # what was written without a network, oldest first

    @property
    def id(self) -> int:
        """The chat's id."""
        return self.phone.id

    def lock(self) -> None:
        """Switch the screen off: from now on notifications show."""
        if not self.locked:
            self.locked, self.locked_from = True, len(self.phone.chat.feed)

    def take(self) -> None:
        """An officer has it now; the screen stays as it is."""
        self.taken = True


class Cast:
    """Everybody with a phone, in the order of the page."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._held: dict[int, Held] = {}
        self._drawn = 0

    def add(self, part: Part, link: str = "") -> Held:
        """Give somebody a phone, and the link they are to open first."""
        held = Held(part, self._telegram.phone(part.name, part.language), link=link)
        self._held[held.id] = held
        return held

    def new_part(self, role: str, name: str, language: str, region: str) -> Part:
        """Make up a part for a newcomer; raises ValueError for what is not offered."""
        if role not in ROLES or language not in LANGUAGES or (region and region not in REGIONS):
            raise ValueError("no such role, language or region")
        self._drawn += 1
        return Part(f"{role}-{self._drawn}", role, name[:40] or "?", language, region if role == "lawyer" else "")

    def remove(self, chat: int) -> None:
        """Take somebody's phone off the table: their account is gone, as the bot will learn."""
        self._held.pop(chat).phone.deactivate()

    def get(self, chat: int) -> Held:
        """Return the phone of a chat; raises KeyError."""
        return self._held[chat]

    def find(self, chat: object) -> Held | None:
        """Return the phone of a chat, None when there is none."""
        return self._held.get(chat) if isinstance(chat, int) else None

    def find_key(self, key: str) -> Held | None:
        """Return somebody by the name of their part, None when there is no such person."""
        return next((held for held in self._held.values() if held.part.key == key), None)

    def by_key(self, key: str) -> Held:
        """Return somebody by the name of their part; raises KeyError."""
        held = self.find_key(key)
        if held is None:
            raise KeyError(key)
        return held

    def __iter__(self) -> Iterator[Held]:
        return iter(list(self._held.values()))

    def __len__(self) -> int:
        return len(self._held)
