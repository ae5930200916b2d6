"""Those the hotline talks to: the person, and the staff."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.domain.asking import Asked, asked_from
from bot.domain.ids import CaseId, Chat, Who
from bot.domain.plain import plain

Role = Literal["lawyer", "coordinator"]
StaffState = Literal["pending", "active", "revoked"]
SCHEMA = 1


@dataclass(slots=True)
class Person:
    """An anonymous person. `page` says what their one screen shows; `silent` that it must not ring.

    Until `doubted_until` a bare 🆘 from here begins with one lawyer: a case of this chat was a false report.
    `asked` is the question that stands, `denied` when ❌ last answered it.
    """

    who: Who
    chat: Chat
    lang: str = ""
    region: str = ""
    source: str = ""
    cases: list[CaseId] = field(default_factory=list)
    page: dict[str, Any] = field(default_factory=dict)
    silent: bool = False
    hidden: bool = False
    blocked: bool = False
    seen: int = 0
    waiting: list[dict[str, Any]] = field(default_factory=list)
    doubted_until: int = 0
    asked: Asked | None = None
    denied: int = 0

    def summary(self) -> dict[str, Any]:
        """Return the row as a JSON-able value (bytes stay bytes)."""
        return {"v": SCHEMA, **plain(self, "who")}


@dataclass(slots=True)
class Staff:
    """A lawyer or coordinator. Only an active one sees or is paged anything."""

    who: Who
    chat: Chat
    alias: str
    role: Role
    regions: list[str]
    lang: str
    state: StaffState
    joined: int
    check_code: str = ""
    open: list[CaseId] = field(default_factory=list)
    busy_until: int = 0
    reachable: bool = True
    page: dict[str, Any] = field(default_factory=dict)
    version: int = 0

    @property
    def active(self) -> bool:
        """Tell whether this member may see and do things."""
        return self.state == "active"

    def summary(self) -> dict[str, Any]:
        """Return the row as a JSON-able value (bytes stay bytes)."""
        return {"v": SCHEMA, **plain(self, "who", "version")}


def person_from(who: Who, value: dict[str, Any]) -> Person:
    """Rebuild a person from a row."""
    known = {**value}
    known.pop("v")
    return Person(who=who, asked=asked_from(known.pop("asked", None)), **known)


def staff_from(who: Who, version: int, value: dict[str, Any]) -> Staff:
    """Rebuild a member of staff from a row."""
    known = {**value}
    known.pop("v")
    return Staff(who=who, version=version, **known)
