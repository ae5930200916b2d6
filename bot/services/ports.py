"""What a unit of work needs of the storage below it. storage.store.Tx fits; services know nothing else of it."""

from typing import Any, Protocol

from bot.config import Settings
from bot.domain.case import Case, Event
from bot.domain.catalog import Catalog
from bot.domain.ids import CaseId, Chat, Who
from bot.domain.people import Person, Staff

URGENT, ANSWER, NOTICE, DIGEST = range(4)
"""Outbox classes, highest first: urgent page, answer to a person, staff information, digest."""


class To(Protocol):
    """Somebody with a chat."""

    who: Who
    chat: Chat


class Cases(Protocol):
    """Cases of this unit. Loading raises the storage's DamagedError for a row that does not open."""

    def load(self, case_id: CaseId) -> Case | None:
        """Return a case, None when erased."""
        ...

    def of(self, ids: list[CaseId]) -> list[Case]:
        """Return those of these cases that are kept; a damaged one keeps nobody from a new 🆘."""
        ...

    def all_open(self) -> list[Case]:
        """Return every open case."""
        ...

    def save(self, case: Case) -> None:
        """Store the case and what it recorded."""
        ...

    def events(self, case_id: CaseId) -> list[Event]:
        """Return its events in order."""
        ...

    def event(self, case_id: CaseId, n: int) -> Event | None:
        """Return one event."""
        ...

    def destroy(self, case_id: CaseId) -> None:
        """Destroy key and rows."""
        ...


class People(Protocol):
    """People of this unit."""

    def load(self, who: Who) -> Person | None:
        """Return a person, None for a stranger."""
        ...

    def save(self, person: Person) -> None:
        """Store a person."""
        ...

    def forget(self, who: Who) -> None:
        """Drop the row."""
        ...

    def idle(self, before: int) -> list[Person]:
        """Return those not seen since then."""
        ...


class StaffRows(Protocol):
    """The staff."""

    def all(self) -> list[Staff]:
        """Return every member."""
        ...

    def load(self, who: Who | None) -> Staff | None:
        """Return a member."""
        ...

    def save(self, member: Staff) -> None:
        """Store a member."""
        ...


class Outbox(Protocol):
    """What is to be sent; see storage.outbox."""

    def show(  # noqa: PLR0913 - each is one fact of a message; all but three have defaults
        self,
        to: To,
        slot: str,
        view: str,
        *,
        urgency: int = ANSWER,
        case: CaseId | None = None,
        silent: bool = False,
        rank: int = 0,
        ring: bool = False,
        calm: int = 0,
        wait: int = 0,
        **args: Any,
    ) -> None:
        """Show a view in a slot."""
        ...

    def refresh(
        self,
        to: To,
        slot: str,
        view: str,
        *,
        urgency: int = ANSWER,
        case: CaseId | None = None,
        silent: bool = True,
    ) -> None:
        """Show in a slot what has changed, and leave alone what waits there to be shown by the same view."""
        ...

    def say(
        self, to: To, view: str, *, urgency: int = ANSWER, case: CaseId | None = None, silent: bool = False, **args: Any
    ) -> None:
        """Send a message of its own."""
        ...

    def drop(self, to: To, slot: str) -> None:
        """Delete what stands in a slot."""
        ...

    def delete(self, to: To, number: int) -> None:
        """Delete one message."""
        ...

    def wipe(self, to: To) -> None:
        """Empty the chat."""
        ...

    def unsent(self, to: To, view: str) -> list[tuple[CaseId, dict[str, Any]]]:
        """Return what waits to be shown by a view."""
        ...

    def wipe_case(self, to: To, case: CaseId) -> None:
        """Delete a case's messages from a chat."""
        ...

    def purge(self, to: To, rows: list[bytes]) -> None:
        """Delete some remembered messages."""
        ...

    def menu(self, to: To, role: str, lang: str) -> None:
        """Set the command menu."""
        ...

    def forget_slot(self, who: Who, slot: str) -> None:
        """Take back what waits for a slot."""
        ...


class Message(Protocol):
    """A remembered message."""

    @property
    def id(self) -> bytes:
        """Return the row's id."""
        ...

    @property
    def who(self) -> Who:
        """Return whose chat it stands in."""
        ...

    @property
    def chat(self) -> Chat:
        """Return the chat."""
        ...

    @property
    def number(self) -> int:
        """Return Telegram's number."""
        ...

    @property
    def at(self) -> int:
        """Return when it was sent."""
        ...

    @property
    def came(self) -> bool:
        """Tell whether the chat sent it to us."""
        ...

    @property
    def case(self) -> CaseId | None:
        """Return the case it is about."""
        ...


class Messages(Protocol):
    """Remembered messages."""

    def remember(
        self,
        who: Who,
        chat: Chat,
        number: int,
        *,
        keep: int,
        came: bool = False,
        slot: bytes | None = None,
        case: CaseId | None = None,
    ) -> None:
        """Remember one."""
        ...

    def of_case(self, case: CaseId) -> "list[Any]":
        """Return those about a case."""
        ...

    def in_chat(self, who: Who) -> "list[Any]":
        """Return those in a chat."""
        ...

    def by_number(self, who: Who, number: int) -> "Any | None":
        """Return the one a reply refers to."""
        ...

    def concern(self, who: Who, number: int, case: CaseId) -> None:
        """Note which case a message that came in belongs to."""
        ...

    def overdue(self, most: int) -> "list[Any]":
        """Return those to be deleted now."""
        ...

    def forget(self, ids: list[bytes]) -> None:
        """Drop some."""
        ...


class Timers(Protocol):
    """Timer rows."""

    def set(self, kind: str, subject: bytes, due: int, *, exact: bool = True) -> None:
        """Make something due."""
        ...

    def cancel(self, kind: str, subject: bytes) -> None:
        """Let it not come."""
        ...

    def cancel_all(self, subject: bytes) -> None:
        """Let nothing come for a subject."""
        ...

    def of(self, subject: bytes) -> dict[str, int]:
        """Return what is due for a subject."""
        ...


class Timer(Protocol):
    """A timer that is due."""

    @property
    def kind(self) -> str:
        """Return what it does."""
        ...

    @property
    def subject(self) -> bytes:
        """Return what it is about."""
        ...

    @property
    def due(self) -> int:
        """Return when it was due."""
        ...


class Invites(Protocol):
    """Single-use invitations."""

    def add(self, secret: str, value: dict[str, Any]) -> None:
        """Store one."""
        ...

    def use(self, secret: str) -> dict[str, Any] | None:
        """Take one."""
        ...


class Facts(Protocol):
    """Coded facts."""

    def put(self, fact_id: bytes | None, week: str, body: bytes) -> bytes:
        """Store a case's fact."""
        ...

    def drop(self, fact_id: bytes) -> None:
        """Take it out."""
        ...

    def between(self, first: str, last: str) -> list[bytes]:
        """Return those of some weeks."""
        ...


class Audit(Protocol):
    """The audit log."""

    def add(self, act: str, actor: bytes | None, **data: Any) -> None:
        """Write an entry."""
        ...


class Journal(Protocol):
    """The journal's upkeep."""

    def expire(self) -> None:
        """Forget old ids."""
        ...

    def parked(self) -> int:
        """Count what was put aside."""
        ...


class Values(Protocol):
    """Named values, sealed under the staff key."""

    def get(self, name: str) -> Any:
        """Return a value or None."""
        ...

    def put(self, name: str, value: Any) -> None:
        """Store a value."""
        ...


class Tx(Protocol):
    """One unit of work."""

    now: int
    settings: Settings
    catalog: Catalog

    @property
    def cases(self) -> Cases:
        """Return the cases."""
        ...

    @property
    def people(self) -> People:
        """Return the people."""
        ...

    @property
    def staff(self) -> StaffRows:
        """Return the staff."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Return the outbox."""
        ...

    @property
    def messages(self) -> Messages:
        """Return the messages."""
        ...

    @property
    def timers(self) -> Timers:
        """Return the timers."""
        ...

    @property
    def invites(self) -> Invites:
        """Return the invitations."""
        ...

    @property
    def facts(self) -> Facts:
        """Return the facts."""
        ...

    @property
    def audit(self) -> Audit:
        """Return the audit log."""
        ...

    @property
    def journal(self) -> Journal:
        """Return the journal."""
        ...

    @property
    def values(self) -> Values:
        """Return the named values."""
        ...

    def who(self, chat: int) -> Who:
        """Return the keyed hash of a chat."""
        ...

    def token(self, who: Who, subject: bytes) -> bytes:
        """Return a button's token."""
        ...

    def subject(self, who: Who, token: bytes) -> bytes | None:
        """Return what a token stands for."""
        ...

    def alarm(self, what: str) -> None:
        """Have the operator told, once this unit is committed."""
        ...

    def new_case_id(self) -> CaseId:
        """Return a random id."""
        ...

    def new_code(self) -> str:
        """Return a random code."""
        ...

    def secret(self, size: int = 16) -> str:
        """Return a random secret."""
        ...
