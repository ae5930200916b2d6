"""Nobody is in a person's chat any more: they blocked us, or the account is deleted. What was meant for them waits."""

from bot.domain.case import Case
from bot.domain.ids import CaseId
from bot.domain.people import Person
from bot.services import checkin
from bot.services.lawyer_words import undelivered
from bot.services.ports import Tx
from bot.services.screen import WORDS


def gone(tx: Tx, person: Person, view: str, case_id: CaseId | None, n: int | None = None) -> None:
    """Telegram refused to show `view` (with event `n` of a case): keep it for when the person is back."""
    person.blocked = True
    case = None if case_id is None else tx.cases.load(case_id)
    if case is not None and view == WORDS and n is not None:
        _words_wait(tx, case, n)
    checkin.not_delivered(tx, person)
    tx.people.save(person)


def _words_wait(tx: Tx, case: Case, n: int) -> None:
    waiting = case.notes.setdefault("waiting", [])
    if n not in waiting:
        waiting.append(n)
        case.record("undeliverable", tx.now, "system", n=n)
        tx.cases.save(case)
        undelivered(tx, case)
