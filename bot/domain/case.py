"""A case: what happened, as events, and the summary that is read back.

A case is its events. `record` is the only way to add one; whoever changes the summary records why in the
same breath. Nothing here reads a clock, a database or Telegram: time comes in as UTC milliseconds.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.domain.ids import CaseId, Who
from bot.domain.plain import plain

HEAD_SCHEMA = 1
EVENT_SCHEMA = 1

Kind = Literal["sos", "report"]
State = Literal["draft", "open", "closed"]
Mode = Literal["", "me", "other"]
Level = Literal["P0", "P1", "P2", "P3"]
"""A priority, the gravest first: the smaller string is the graver one."""
Doubt = Literal["", "unconfirmed", "denied"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: its kind, when, who did it ("person", "staff", "system"), and what."""

    kind: str
    at: int
    by: str
    data: dict[str, Any] = field(default_factory=dict)
    v: int = EVENT_SCHEMA


@dataclass(slots=True)
class Claim:
    """Who holds the case. `touched` is the last sign of life, `held_until` a promise not to be asked before."""

    who: Who
    at: int
    touched: int
    asked: int | None = None
    held_until: int | None = None
    on_road: bool = False


@dataclass(slots=True)
class Plan:
    """How far the escalation of this case has come. `audience` are those paged in the last step."""

    tier: int = 0
    since: int = 0
    audience: list[Who] = field(default_factory=list)
    paged: list[Who] = field(default_factory=list)
    passed: list[Who] = field(default_factory=list)


@dataclass(slots=True)
class Priority:
    """How urgent a case is, and the reasons (codes) its level rests on.

    `by_hand` is a level set by staff, `seen` the reasons there were then: only another one can overrule it.
    `peak` is the gravest level since then: whoever is paged has been rung for it.
    """

    level: Level = "P3"
    reasons: list[str] = field(default_factory=list)
    by_hand: Level | None = None
    seen: list[str] = field(default_factory=list)
    peak: Level = "P3"


@dataclass(slots=True)
class Case:
    """The summary of a case. `who` is None once the person has erased it: then only a mark is left.

    `how` is how it was opened ("tap", "words", "text", "message", "location", ...). `doubt`: silence paged
    ("unconfirmed"), or that was answered with ❌ afterwards ("denied").
    """

    id: CaseId
    code: str
    kind: Kind
    opened: int
    lang: str
    who: Who | None = None
    mode: Mode = ""
    state: State = "open"
    urgent: bool = False
    region: str = ""
    district: str = ""
    source: str = ""
    how: str = ""
    doubt: Doubt = ""
    answers: dict[str, Any] = field(default_factory=dict)
    more: bool = False
    withdrawn: bool = False
    hidden: bool = False
    plan: Plan = field(default_factory=Plan)
    claim: Claim | None = None
    verified: bool = False
    beyond: list[str] = field(default_factory=list)
    deadlines: dict[str, Any] = field(default_factory=dict)
    priority: Priority = field(default_factory=Priority)
    claimed_first: int | None = None
    word_first: int | None = None
    closing: dict[str, Any] = field(default_factory=dict)
    closed: int | None = None
    checkins: dict[str, Any] = field(default_factory=dict)
    fact: bytes | None = None
    notes: dict[str, Any] = field(default_factory=dict)
    n: int = 0
    last_hash: str = ""
    fresh: list[Event] = field(default_factory=list)

    def record(self, kind: str, at: int, by: str, **data: Any) -> None:
        """Add an event; it is stored with the summary in the same transaction."""
        self.fresh.append(Event(kind, at, by, data))

    def confirm(self, at: int) -> None:
        """Somebody is held after all, as the person says; no doubt is left."""
        if self.doubt:
            self.doubt = ""
            self.record("confirmed", at, "person")

    @property
    def escalating(self) -> bool:
        """Tell whether somebody must still be found for this case."""
        return self.urgent and self.state == "open" and self.claim is None

    def summary(self) -> dict[str, Any]:
        """Return the head as a JSON-able value (bytes stay bytes), its schema version first."""
        return {"v": HEAD_SCHEMA, **plain(self, "id", "fresh")}


def case_from(case_id: CaseId, value: dict[str, Any]) -> Case:
    """Rebuild a case from its head. Readers take every version ever released."""
    known = {**value}
    known.pop("v")
    claim = known.pop("claim")
    priority = known.pop("priority", None) or {"peak": "P1" if known["urgent"] else "P3"}  # before there were any
    return Case(
        id=case_id,
        priority=Priority(**priority),
        plan=Plan(**known.pop("plan")),
        claim=None if claim is None else Claim(**claim),
        **known,
    )
