"""The card's steps: choosing hours, a colleague, an outcome happens on the one message of the case.

Where the card is, is kept in the case, so that whatever else changes on it does not lose the lawyer's place.
A step ends with the claim it was begun in.
"""

from typing import Any

from bot.domain.case import Case
from bot.services.claim import Holding
from bot.services.pages import card_slot, refresh_staff
from bot.services.ports import Tx

_KEY = "card"


def step_of(case: Case) -> dict[str, Any]:
    """Return the step the card is on ("step" names it), empty for the card itself."""
    kept = case.notes.get(_KEY)
    begun = case.claim is not None and isinstance(kept, dict) and kept.get("claim") == case.claim.at
    return kept if begun and kept is not None else {}


def turn(tx: Tx, holding: Holding, step: str, **more: Any) -> None:
    """Go to a step of the card, or with "" back to the card itself, and show it."""
    case = holding.case
    case.notes.pop(_KEY, None)
    if step and case.claim is not None:
        case.notes[_KEY] = {"claim": case.claim.at, "step": step, **more}
    tx.cases.save(case)
    refresh_staff(tx, case)


def show_again(tx: Tx, holding: Holding) -> None:
    """Send the card again, at the bottom of the chat."""
    tx.outbox.show(holding.member, card_slot(holding.case.id), "card", case=holding.case.id, silent=True, ring=True)
