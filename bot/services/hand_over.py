"""🔁: a case changes hands. Whoever gives it away is not paged for it again; whoever gets it must say ✅."""

from bot.domain.case import Case
from bot.domain.people import Staff
from bot.services import card
from bot.services.claim import Holding, release, take
from bot.services.escalate import page_also
from bot.services.lawyer_words import show_words
from bot.services.ports import Tx

HAND = "hand"
SHORT = 12
"""Letters of a member's id on a button: enough to tell the staff apart, short enough to fit."""


def choose(tx: Tx, holding: Holding) -> None:
    """Ask on the card to whom."""
    card.turn(tx, holding, HAND)


def colleagues(tx: Tx, case: Case, but: Staff) -> list[Staff]:
    """Return those who could take a case, the region's lawyers first."""
    there = [each for each in tx.staff.all() if each.active and each.reachable and each.who != but.who]
    return sorted(there, key=lambda each: (each.role != "lawyer", case.region not in each.regions, each.alias))


def named(tx: Tx, short: str) -> Staff:
    """Return the active member a button names; raises LookupError."""
    for member in tx.staff.all():
        if member.active and member.who.hex()[:SHORT] == short:
            return member
    raise LookupError(short)


def give_back(tx: Tx, holding: Holding) -> None:
    """❌: the case is free again, and this lawyer has said no to it."""
    case = holding.case
    _not_again(case, holding.member)
    release(tx, case, "given-back")
    tx.cases.save(case)


def hand_over(tx: Tx, holding: Holding, to: Staff) -> None:
    """Free the case and page the chosen colleague beside whoever else is due."""
    case = holding.case
    if to.who == holding.member.who:
        raise LookupError(to.who)
    _not_again(case, holding.member)
    case.record("handed-over", tx.now, "staff", who=holding.member.who, to=to.who)
    release(tx, case, "handed-over")
    page_also(tx, case, to.who)
    tx.cases.save(case)


def reassign(tx: Tx, case: Case, to: Staff, by: Staff) -> None:
    """A coordinator gives a case to somebody: taken from its holder if it has one; they must say ✅."""
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    tx.audit.add("reassigned", by.who, code=case.code, to=to.who)
    case.record("reassigned", tx.now, "staff", who=by.who, to=to.who)
    if holder is not None:
        _not_again(case, holder)
        release(tx, case, "reassigned")
        tx.outbox.say(holder, "staff-taken-away", case=case.id)
    page_also(tx, case, to.who)
    tx.cases.save(case)


def take_over(tx: Tx, case: Case, by: Staff) -> str:
    """A coordinator takes a case out of somebody's hands into their own; the audit log shows it."""
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if holder is not None and holder.who != by.who:
        case.record("released", tx.now, "staff", why="taken-over", who=by.who)
        case.claim = None
        holder.open = [each for each in holder.open if each != case.id]
        tx.staff.save(holder)
        tx.outbox.wipe_case(holder, case.id)
        tx.outbox.say(holder, "staff-taken-away", case=case.id)
    return taken(tx, by, case)


def taken(tx: Tx, member: Staff, case: Case | None) -> str:
    """Take a case and read what was said in it; what a coordinator reads by this is in the audit log."""
    outcome = take(tx, member, case)
    if outcome == "taken" and case is not None:
        show_words(tx, Holding(case, member), if_any=True)
        if member.role == "coordinator":
            tx.audit.add("claimed", member.who, code=case.code)
    return outcome


def _not_again(case: Case, member: Staff) -> None:
    if member.who not in case.plan.passed:
        case.plan.passed.append(member.who)
