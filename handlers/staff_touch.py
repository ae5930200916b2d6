"""A tap by a member of staff, and what every such tap is checked for."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.case import Case
from bot.domain.people import Staff
from bot.services import staff_home
from bot.services.claim import Holding, held_by
from bot.views.texts import Texts
from handlers.context import Popup
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class StaffTouch:
    """A tap by a member of staff."""

    tx: Tx
    member: Staff
    case: Case | None
    args: tuple[str, ...]
    texts: Texts
    subject: bytes

    @property
    def holding(self) -> Holding:
        """Return the open case in this member's hands; raises LookupError for any other."""
        holding = None if self.case is None else held_by(self.tx, self.member, self.case.id)
        if holding is None or holding.case.state != "open":
            raise LookupError("not yours")
        return holding

    def say(self, text_id: str, *, alert: bool = False) -> Popup:
        """Return a pop-up in the member's language."""
        return Popup(text_id, lang=self.member.lang, alert=alert)


Act = Callable[[StaffTouch], Popup | None]


def run(touch: StaffTouch, act: Act) -> Popup | None:
    """Do what a button says, if this member may."""
    if not touch.member.active:
        return touch.say("staff-not-active")
    staff_home.present(touch.tx, touch.member)
    try:
        return act(touch)
    except (LookupError, ValueError):
        return touch.say("staff-button-outdated")
