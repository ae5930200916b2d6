"""❌ and 🗑: the person's own word, obeyed on the screen and in the records; an officer may be the one tapping.

- ❌ withdraws: nothing more is asked of the person. 🗑 destroys content at once: data key, link, rows, log.
- Either way an urgent case stays as "withdrawn, unverified" and goes on ringing until a lawyer or coordinator
  has recorded a check. After 🗑 only code, region and minutes are left of it, under a new key, with no link.
- Nothing in the person's chat shows that it lives on.
"""

from bot.domain.case import Case
from bot.domain.people import Person
from bot.services import deadlines, facts, priority
from bot.services.claim import CLAIM_CHECK
from bot.services.escalate import ESCALATE, page_anew
from bot.services.pages import refresh_staff, take_back
from bot.services.ports import Tx
from bot.services.screen import HIDE
from bot.services.upkeep import cut_log


def withdraw(tx: Tx, person: Person, case: Case) -> None:
    """❌: withdraw a case. The screen empties; what an urgent one needs goes on without it."""
    case.withdrawn = True
    case.record("withdrawn", tx.now, "person")
    if not case.urgent:
        close_quietly(tx, case)
    facts.write(tx, case)
    tx.cases.save(case)
    refresh_staff(tx, case)
    person.cases = [each for each in person.cases if each != case.id]
    leave(tx, person)


def erase(tx: Tx, person: Person, cases: list[Case]) -> None:
    """🗑: destroy these cases. Of an urgent one that nobody has checked, a mark without content stays."""
    for case in cases:
        _erase_one(tx, case)
        person.cases = [each for each in person.cases if each != case.id]
    leave(tx, person)
    cut_log(tx)


def leave(tx: Tx, person: Person) -> None:
    """Empty the chat, and forget the person unless another case of theirs is kept.

    A question that stands goes with its words. Its timer stays: 🗑 is no answer, and may be tapped by other hands.
    """
    person.asked = None
    tx.outbox.wipe(person)
    tx.timers.cancel(HIDE, person.who)
    person.page, person.silent, person.hidden = {}, False, True
    if person.cases:
        tx.people.save(person)
    else:
        tx.people.forget(person.who)


def close_quietly(tx: Tx, case: Case) -> None:
    """End a case that needs nobody any more."""
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if holder is not None:
        holder.open = [each for each in holder.open if each != case.id]
        tx.staff.save(holder)
    case.claim, case.state, case.closed = None, "closed", tx.now
    case.deadlines.clear()
    tx.timers.cancel_all(case.id)


def _erase_one(tx: Tx, case: Case) -> None:
    needs_check = case.urgent and case.state == "open"
    mark = _mark(tx, case) if needs_check else None
    due = tx.timers.of(case.id)
    if case.claim is None and case.plan.paged:
        take_back(tx, case, case.plan.paged)
    _take_from_staff(tx, case, mark)
    if case.fact is not None and mark is None:
        tx.facts.drop(case.fact)
    tx.timers.cancel_all(case.id)
    tx.cases.destroy(case.id)
    if mark is not None:
        mark.priority = priority.current(tx, mark)
        mark.record("withdrawn", tx.now, "person")
        facts.write(tx, mark)
        tx.cases.save(mark)
        kind = CLAIM_CHECK if mark.claim is not None else ESCALATE
        tx.timers.set(kind, mark.id, due.get(kind, tx.now))
        (refresh_staff if mark.claim is not None else page_anew)(tx, mark)


def _mark(tx: Tx, case: Case) -> Case:
    """Return what is left: code, region, minutes, and how far the search for a lawyer has come."""
    return Case(
        id=tx.new_case_id(),
        code=case.code,
        kind="sos",
        opened=case.opened,
        lang=case.lang,
        urgent=True,
        region=case.region,
        withdrawn=True,
        plan=case.plan,
        claim=case.claim,
        claimed_first=case.claimed_first,
        word_first=case.word_first,
        fact=case.fact,
    )


def _take_from_staff(tx: Tx, case: Case, mark: Case | None) -> None:
    """Delete what lawyers have of the case; their open list goes on with the mark."""
    for member in tx.staff.all():
        if case.id in member.open:
            member.open = [each for each in member.open if each != case.id] + ([mark.id] if mark is not None else [])
            tx.staff.save(member)
            tx.outbox.wipe_case(member, case.id)
        elif member.who in case.plan.paged or member.role == "coordinator" or deadlines.may_handle(case, member):
            tx.outbox.wipe_case(member, case.id)
