"""Pages lawyers until one takes the case. From 🆘 on there is always a next step in the timers table."""

from collections.abc import Iterable

from bot.domain.case import Case, Plan
from bot.domain.escalation import ON_CALL, first_tier, next_step
from bot.domain.ids import CaseId, Who
from bot.domain.people import Staff
from bot.domain.priority import CRITICAL, LEVELS, is_answered
from bot.services import priority
from bot.services.pages import Board, card_slot, page_slot, refresh_staff, take_back
from bot.services.ports import NOTICE, URGENT, Timer, Tx
from bot.services.screen import refresh

ESCALATE = "escalate"
_REFUSED_WAITS = 30_000


def start(tx: Tx, case: Case, *, doubted: bool = False) -> None:
    """Begin at the first tier of the case's region and page it now; `doubted` is a chat that has raised false alarm."""
    case.plan = Plan(tier=first_tier(critical=False, doubted=doubted), since=tx.now)
    step(tx, case)


def restart(tx: Tx, case: Case) -> None:
    """Begin anew in the region that has become known; pages elsewhere are withdrawn."""
    before = case.plan.paged
    case.plan = Plan(tier=first_tier(critical=False), since=tx.now, passed=case.plan.passed)
    step(tx, case)
    withdraw_pages(tx, case, [who for who in before if who not in case.plan.paged])


def step(tx: Tx, case: Case) -> None:
    """Page whom it is time to page, and set the next step."""
    priority.judge(tx, case)
    alerts = tx.settings.alerts
    regions = [case.region] if case.region else tx.settings.hotline.region_unknown
    decided = next_step(case, regions, tx.staff.all(), tx.now, alerts.repeat_every, alerts.escalate_after)
    case.plan.tier, case.plan.since = decided.tier, decided.since
    case.plan.audience = list(decided.audience)
    _page(tx, case, decided.audience)
    case.record(
        "paged" if not decided.nobody else "nobody-reachable",
        tx.now,
        "system",
        tier=decided.tier,
        count=len(decided.audience),
    )
    if decided.nobody:
        tx.alarm("nobody-can-be-paged")
    tx.timers.set(ESCALATE, case.id, decided.again_at)


def judge_again(tx: Tx, case: Case) -> None:
    """Something about the case has changed: judge it anew, and ring where it is graver than anybody has been told.

    Nobody's taps ring like a bell: the peak stays when a fact is taken back. The caller saves the case.
    """
    if case.state != "open":
        return
    rose = priority.judge(tx, case)
    doubted = case.plan.tier < ON_CALL and is_answered(case)
    if case.escalating:
        if rose or doubted:
            step(tx, case)
    elif rose:
        _tell_holder(tx, case) if case.claim is not None else offer(tx, case)


def _tell_holder(tx: Tx, case: Case) -> None:
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if holder is not None and case.priority.level == CRITICAL:
        tx.outbox.show(holder, card_slot(case.id), "card", case=case.id, urgency=URGENT, ring=True)
    else:
        refresh_staff(tx, case)


def on_timer(tx: Tx, timer: Timer) -> None:
    """Take the next step for a case that still waits."""
    case = tx.cases.load(CaseId(timer.subject))
    if case is None or not case.escalating:
        return
    step(tx, case)
    tx.cases.save(case)
    refresh(tx, case)


def cannot_be_read(tx: Tx, _timer: Timer) -> None:
    """Tell every coordinator that the row of an urgent case does not open: somebody may be waiting."""
    for each in tx.staff.all():
        if each.role == "coordinator" and each.active:
            tx.outbox.say(each, "staff-case-damaged", urgency=NOTICE)
    tx.alarm("urgent-case-does-not-open")


def _page(tx: Tx, case: Case, audience: Iterable[Who]) -> None:
    board = Board(tx)
    rank = LEVELS.index(case.priority.level)
    for place, who in enumerate(audience):
        member = tx.staff.load(who)
        if member is not None:
            board.page(member, case, rank if place == 0 else rank + len(LEVELS))  # each case's first before any other
            if who not in case.plan.paged:
                case.plan.paged.append(who)
    board.save()


def page_also(tx: Tx, case: Case, who: Who) -> None:
    """Page one member by name, before and beside whoever the plan pages."""
    case.plan.passed = [each for each in case.plan.passed if each != who]
    _page(tx, case, [who])


def page_anew(tx: Tx, case: Case) -> None:
    """Page again whoever was paged: the case has become a mark, and its old pages are gone."""
    _page(tx, case, list(case.plan.paged))


def withdraw_pages(tx: Tx, case: Case, whom: Iterable[Who]) -> None:
    """Take a case's pages back from some of those who were paged."""
    gone = list(whom)
    if gone:
        take_back(tx, case, gone)
    case.plan.paged = [who for who in case.plan.paged if who not in gone]


def offer(tx: Tx, case: Case) -> None:
    """Show a report that nobody holds to those who can take it, without a sound."""
    regions = {case.region} if case.region else set(tx.settings.hotline.region_unknown)
    active = [member for member in tx.staff.all() if member.active and member.who not in case.plan.passed]
    lawyers = [member for member in active if member.role == "lawyer" and regions & set(member.regions)]
    for member in lawyers or [each for each in active if each.role == "coordinator"]:
        _quiet_page(tx, case, member)


def _quiet_page(tx: Tx, case: Case, member: Staff) -> None:
    tx.outbox.show(member, page_slot(case.id), "page", urgency=NOTICE, case=case.id, silent=True)
    if member.who not in case.plan.paged:
        case.plan.paged.append(member.who)


def page_failed(tx: Tx, member: Staff, case_id: CaseId | None, *, gone: bool) -> None:
    """Telegram refused a page (`gone`: nobody is there): page on when nobody else of this step is left."""
    if gone and member.reachable:
        member.reachable = False
        tx.staff.save(member)
        _tell_coordinators(tx, member)
    case = tx.cases.load(case_id) if case_id is not None else None
    if case is None or not case.escalating or member.who not in case.plan.audience:
        return
    case.record("page-failed", tx.now, "system", who=member.who)
    case.plan.audience.remove(member.who)
    if not case.plan.audience:
        # Somebody who is there but whom Telegram refuses would be asked again at once, for ever: wait a little.
        tx.timers.set(ESCALATE, case.id, tx.now if gone else tx.now + _REFUSED_WAITS)
    tx.cases.save(case)


def _tell_coordinators(tx: Tx, member: Staff) -> None:
    for each in tx.staff.all():
        if each.role == "coordinator" and each.active and each.who != member.who:
            tx.outbox.say(each, "staff-unreachable", urgency=NOTICE, alias=member.alias)
