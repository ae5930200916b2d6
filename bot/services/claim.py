"""Taking a case, passing on it, holding it, and letting it go again when the lawyer falls silent."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.case import Case, Claim
from bot.domain.ids import CaseId
from bot.domain.people import Staff
from bot.services import facts
from bot.services.escalate import ESCALATE, judge_again, offer, step, withdraw_pages
from bot.services.pages import card_slot, refresh_staff, taken
from bot.services.ports import ANSWER, URGENT, Timer, Tx
from bot.services.screen import refresh

CLAIM_CHECK = "claim-check"
ROAD_HOLDS = 60 * 60_000
BUSY_HOURS = (1, 2, 4)
_HOUR = 60 * 60_000

Claimed = Literal["taken", "already-yours", "already-taken", "gone"]


@dataclass(frozen=True, slots=True)
class Holding:
    """A case and the member who holds it."""

    case: Case
    member: Staff


def take(tx: Tx, member: Staff, case: Case | None) -> Claimed:
    """Take a case. The second to tap learns that somebody else has it."""
    if case is None or case.state != "open":
        return "gone"
    if case.claim is not None:
        return "already-yours" if case.claim.who == member.who else "already-taken"
    case.claim = Claim(member.who, tx.now, tx.now)
    if case.claimed_first is None:
        case.claimed_first = tx.now
    case.record("claimed", tx.now, "staff", who=member.who)
    tx.timers.cancel(ESCALATE, case.id)
    tx.timers.set(CLAIM_CHECK, case.id, tx.now + tx.settings.alerts.claim_check_after)
    taken(tx, case, member)
    member.open.append(case.id)
    tx.staff.save(member)
    facts.write(tx, case)
    tx.cases.save(case)
    tx.outbox.show(member, card_slot(case.id), "card", case=case.id, urgency=ANSWER)
    refresh(tx, case, loud=True)
    return "taken"


def let_pass(tx: Tx, member: Staff, case: Case | None) -> None:
    """The lawyer cannot: their page goes, and when nobody of this step is left, the next step comes at once."""
    if case is None:
        return
    withdraw_pages(tx, case, [member.who])
    if not case.escalating:
        return
    case.plan.passed.append(member.who)
    case.record("passed", tx.now, "staff", who=member.who)
    if all(who in case.plan.passed for who in case.plan.audience):
        step(tx, case)
    tx.cases.save(case)


def touch(tx: Tx, case: Case) -> None:
    """The lawyer has done something for the case: the claim stands from now."""
    if case.claim is not None:
        holder = tx.staff.load(case.claim.who)
        if case.claim.asked is not None and holder is not None:
            tx.outbox.drop(holder, _check_slot(case))
        case.claim.touched, case.claim.asked = tx.now, None
        tx.timers.set(
            CLAIM_CHECK, case.id, max(tx.now + tx.settings.alerts.claim_check_after, case.claim.held_until or 0)
        )


def on_my_way(tx: Tx, holding: Holding) -> None:
    """🚗: the claim is held for an hour."""
    _hold(tx, holding, "on-my-way", tx.now + ROAD_HOLDS, on_road=True)


def busy(tx: Tx, holding: Holding, hours: int) -> None:
    """⏳: the claim is held, and the lawyer is not the first to be paged for other cases."""
    until = tx.now + hours * _HOUR
    holding.member.busy_until = until
    tx.staff.save(holding.member)
    _hold(tx, holding, "busy", until, on_road=False)


def _hold(tx: Tx, holding: Holding, what: str, until: int, *, on_road: bool) -> None:
    case = holding.case
    assert case.claim is not None  # noqa: S101 - a Holding is made only for a claimed case
    case.claim.held_until, case.claim.on_road = until, on_road
    case.record(what, tx.now, "staff", until=until)
    touch(tx, case)
    tx.cases.save(case)
    refresh_staff(tx, case)
    refresh(tx, case)


def on_check(tx: Tx, timer: Timer) -> None:
    """Ask a silent lawyer once; silent again, the case is released and paged anew."""
    case = tx.cases.load(CaseId(timer.subject))
    if case is None or case.claim is None or case.state != "open":
        return
    judge_again(tx, case)
    member = tx.staff.load(case.claim.who)
    if case.claim.asked is None and member is not None and member.active and member.reachable:
        case.claim.asked = tx.now
        case.record("claim-asked", tx.now, "system")
        tx.timers.set(CLAIM_CHECK, case.id, tx.now + tx.settings.alerts.escalate_after)
        tx.outbox.show(member, _check_slot(case), "claim-check", case=case.id, urgency=URGENT, ring=True)
        tx.cases.save(case)
        return
    release(tx, case, "claim-silent")
    tx.cases.save(case)


def still_there(tx: Tx, holding: Holding) -> None:
    """The lawyer answers that they are still on it."""
    holding.case.record("claim-kept", tx.now, "staff")
    touch(tx, holding.case)
    tx.cases.save(holding.case)


def release(tx: Tx, case: Case, why: str) -> None:
    """Take the case from whoever holds it; an urgent one is paged again at once."""
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    case.claim = None
    case.record("released", tx.now, "system", why=why)
    tx.timers.cancel(CLAIM_CHECK, case.id)
    if holder is not None:
        holder.open = [each for each in holder.open if each != case.id]
        tx.staff.save(holder)
        tx.outbox.wipe_case(holder, case.id)
    if case.escalating:
        step(tx, case)
    elif case.state == "open":
        offer(tx, case)
    refresh(tx, case)


def _check_slot(case: Case) -> str:
    return "check:" + case.id.hex()


def held_by(tx: Tx, member: Staff, case_id: bytes | None) -> Holding | None:
    """Return the case if this member holds it: the only right to read or write it."""
    case = tx.cases.load(CaseId(case_id)) if case_id is not None else None
    if case is None or case.claim is None or case.claim.who != member.who or not member.active:
        return None
    return Holding(case, member)
