"""🔒: a lawyer records how it ended. The next question follows from the answers so far, as everywhere.

After "could not verify" nothing else is asked: nobody has learned more. Where an outcome leaves room for it, the
lawyer may mark beside the last ✅ that the report was false. Nobody has to.
"""

from collections.abc import Sequence
from typing import Any

from bot.domain.case import Case
from bot.services import card, checkin, custody, deadlines, facts
from bot.services.claim import CLAIM_CHECK, Holding
from bot.services.escalate import ESCALATE
from bot.services.ports import Tx
from bot.services.screen import refresh

CLOSE = "close"
VERDICTS = {"yes": True, "no": False, "unclear": None}
_ASKS_NO_MORE = "could-not-verify"
_MAY_BE_FALSE = frozenset({"could-not-verify", "unknown"})
FALSE = "false"
OUTCOME, VIOLATIONS, QUALIFIES, EXTORTED, CONFIRM = "outcome", "violations", "qualifies", "extorted", "confirm"


def asked(draft: dict[str, Any]) -> str:
    """Return what is to be chosen next."""
    if OUTCOME not in draft:
        return OUTCOME
    if draft[OUTCOME] == _ASKS_NO_MORE:
        return CONFIRM
    if not draft.get("chosen"):
        return VIOLATIONS
    return next((name for name in (QUALIFIES, EXTORTED) if name not in draft), CONFIRM)


def begin(tx: Tx, holding: Holding) -> None:
    """Ask for the outcome; what the person told is ticked already, and what follows from a limit that was passed."""
    told = holding.case.answers.get("what")
    ticked = [*(told if isinstance(told, list) else []), *tx.catalog.limits.violations_of(holding.case.beyond)]
    card.turn(tx, holding, CLOSE, violations=list(dict.fromkeys(ticked)))


def draft_of(holding: Holding) -> dict[str, Any]:
    """Return what has been chosen so far; raises LookupError when closing has not been begun."""
    draft = card.step_of(holding.case)
    if draft.get("step") != CLOSE:
        raise LookupError(CLOSE)
    return draft


def choose_outcome(tx: Tx, holding: Holding, number: int) -> None:
    """Keep the outcome; raises LookupError for an outdated button."""
    _keep(tx, holding, OUTCOME, **{OUTCOME: _one(tx.catalog.codes.lists["outcome"], number)})


def toggle(tx: Tx, holding: Holding, number: int) -> None:
    """Tick or untick a violation."""
    chosen = _one(tx.catalog.codes.lists["violation"], number)
    before = draft_of(holding)["violations"]
    after = [each for each in before if each != chosen] if chosen in before else [*before, chosen]
    _keep(tx, holding, VIOLATIONS, violations=after)


def violations_done(tx: Tx, holding: Holding) -> None:
    """The ticks are complete."""
    _keep(tx, holding, VIOLATIONS, chosen=True)


def judge(tx: Tx, holding: Holding, question: str, verdict: str) -> None:
    """Keep whether it was a violation, or whether money was extorted; raises LookupError for an outdated button."""
    if question not in {QUALIFIES, EXTORTED} or verdict not in VERDICTS:
        raise LookupError(question)
    _keep(tx, holding, question, **{question: verdict})


def may_be_false(case: Case, draft: dict[str, Any]) -> bool:
    """Tell whether this may be closed as a false report: an 🆘 of which nothing was found."""
    return case.kind == "sos" and draft.get(OUTCOME) in _MAY_BE_FALSE


def toggle_false(tx: Tx, holding: Holding) -> None:
    """Mark the report as false, or take the mark back; raises LookupError where it cannot be."""
    draft = draft_of(holding)
    if not may_be_false(holding.case, draft):
        raise LookupError(FALSE)
    _keep(tx, holding, CONFIRM, **{FALSE: not draft.get(FALSE)})


def back(tx: Tx, holding: Holding) -> None:
    """Ask the last question again; before the first one there is the card."""
    draft = dict(draft_of(holding))
    draft.pop(FALSE, None)
    for name in (EXTORTED, QUALIFIES, "chosen", OUTCOME):
        if name in draft:
            del draft[name]
            _turn(tx, holding, draft)
            return
    card.turn(tx, holding, "")


def finish(tx: Tx, holding: Holding) -> None:
    """Close the case: outcome recorded, nobody paged any more, the lawyer's messages about it deleted."""
    case, member, draft = holding.case, holding.member, draft_of(holding)
    if asked(draft) != CONFIRM:
        raise LookupError(CONFIRM)
    case.closing = {
        "outcome": draft[OUTCOME],
        "violations": list(draft["violations"]),
        "qualifies": VERDICTS[draft.get(QUALIFIES, "unclear")],
        "extorted": VERDICTS[draft.get(EXTORTED, "unclear")],
        FALSE: bool(draft.get(FALSE)),
    }
    if case.closing[FALSE]:
        _doubt(tx, case)
    case.notes.pop("card", None)
    custody.stop(tx, case)
    deadlines.keep(case, member)
    case.record("closed", tx.now, "staff", who=member.who, **case.closing)
    case.claim, case.state, case.closed = None, "closed", tx.now
    tx.timers.cancel(ESCALATE, case.id)
    tx.timers.cancel(CLAIM_CHECK, case.id)
    member.open = [each for each in member.open if each != case.id]
    tx.staff.save(member)
    facts.write(tx, case)
    checkin.outcome_recorded(tx, case)
    tx.cases.save(case)
    tx.audit.add("closed", member.who, code=case.code)
    tx.outbox.wipe_case(member, case.id)
    tx.outbox.say(member, "staff-closed", case=case.id, silent=True)
    refresh(tx, case)


def _doubt(tx: Tx, case: Case) -> None:
    """Remember in the row of that chat, if there still is one, until when; and nothing else of it."""
    person = None if case.who is None else tx.people.load(case.who)
    if person is not None:
        person.doubted_until = tx.now + tx.catalog.priorities.doubt_for
        tx.people.save(person)


def _keep(tx: Tx, holding: Holding, question: str, **chosen: Any) -> None:
    draft = draft_of(holding)
    if asked(draft) != question:
        raise LookupError(question)
    _turn(tx, holding, {**draft, **chosen})


def _turn(tx: Tx, holding: Holding, draft: dict[str, Any]) -> None:
    card.turn(tx, holding, CLOSE, **{name: value for name, value in draft.items() if name not in {"claim", "step"}})


def _one(codes: Sequence[str], number: int) -> str:
    if not 0 <= number < len(codes):
        raise LookupError(number)
    return codes[number]
