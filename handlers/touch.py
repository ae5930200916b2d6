"""A tap by a person: on whose case, and with what choice."""

from dataclasses import dataclass

from bot.domain.case import Case
from bot.domain.people import Person
from handlers.context import Popup
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Touch:
    """A tap by a person: on whose case, and with what choice."""

    tx: Tx
    person: Person
    case: Case | None
    args: tuple[str, ...]

    @property
    def own(self) -> Case:
        """Return the case, which must be the person's own; raises LookupError for any other."""
        if self.case is None or self.case.who != self.person.who or self.case.id not in self.person.cases:
            raise LookupError("case")
        return self.case

    @property
    def going(self) -> Case:
        """Return the person's own case if it can still be answered."""
        if self.own.state == "closed":
            raise LookupError("closed")
        return self.own

    @property
    def lang(self) -> str:
        """Return the language to answer in."""
        return self.person.lang or self.tx.settings.hotline.languages[0]

    def alert(self, text_id: str) -> Popup:
        """Return a pop-up that must be closed by hand."""
        return Popup(text_id, alert=True, lang=self.lang)
