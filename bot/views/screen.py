"""What a view returns: words, buttons, perhaps a picture or somebody's file. Plain text only: nothing to escape."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.case import Case, Event
from bot.domain.ids import CaseId
from bot.domain.people import Person, Staff
from bot.services.ports import Tx
from bot.views.texts import Texts

HOME = bytes(12)
"""What a button is about when it is about no case."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `act` is what it does, `subject` the case it is about."""

    label: str
    act: str
    subject: bytes = HOME


@dataclass(frozen=True, slots=True)
class Screen:
    """One message. `keys` is a reply keyboard (label, asks for the place); `picture` draws a PNG, outside the unit."""

    text: str
    rows: Sequence[Sequence[Button]] = ()
    keys: Sequence[tuple[str, bool]] = ()
    media: Mapping[str, Any] | None = None
    picture: Callable[[], bytes] | None = None


@dataclass(slots=True)
class Look:
    """What a view may look at: whom it is for, the case it is about, and its arguments."""

    tx: Tx
    texts: Texts
    lang: str
    to: Person | Staff
    case: Case | None = None
    args: Mapping[str, Any] = field(default_factory=dict)

    def t(self, text_id: str, **args: Any) -> str:
        """Return a text in the reader's language."""
        return self.texts(self.lang, text_id, **args)

    def code(self, list_name: str, code: str) -> str:
        """Return a code's label; a code that is no longer known is shown as it is."""
        text_id = f"code-{list_name}-{code}"
        return self.t(text_id) if text_id in self.texts.ids(self.lang) else code

    def button(self, text_id: str, act: str, subject: bytes | None = None, **args: Any) -> Button:
        """Return a button about the case at hand, or about `subject`."""
        about = self.case.id if subject is None and self.case is not None else subject or HOME
        return Button(self.t(text_id, **args), act, about)

    def event(self, n: int) -> Event | None:
        """Return one of the case's events."""
        return None if self.case is None else self.tx.cases.event(self.case.id, n)

    @property
    def minutes(self) -> int:
        """Return how long ago the case was opened, in whole minutes."""
        return 0 if self.case is None else max(0, (self.tx.now - self.case.opened) // 60_000)


def case_id(look: Look) -> CaseId:
    """Return the id of the case at hand; raises LookupError when it is gone."""
    if look.case is None:
        raise LookupError("case")
    return look.case.id


def pairs(buttons: Sequence[Button], across: int = 2) -> list[list[Button]]:
    """Lay buttons out in rows."""
    return [list(buttons[start : start + across]) for start in range(0, len(buttons), across)]
