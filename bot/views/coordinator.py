"""What coordinators see: requests to join, the staff, open cases without their text, a week's numbers."""

from functools import partial

from bot.domain.case import Case
from bot.domain.counts import Table
from bot.domain.facts import FactError
from bot.domain.ids import Who, show_code
from bot.domain.parts import clip
from bot.domain.people import Staff
from bot.domain.weeks import Week, next_week, previous_week
from bot.services import hand_over, open_list, staff_list, week
from bot.views import chart as charts
from bot.views import priority
from bot.views.fit import LONGEST, clock_time
from bot.views.guard import case_of, member_of
from bot.views.screen import HOME, Button, Look, Screen
from bot.views.staff import back, case_line, regions_of
from bot.views.week import FACETS, week_message
from storage.errors import DamagedError

MOST_MEMBERS = 40
MOST_COLLEAGUES = 20


def join_request(look: Look) -> Screen:
    """Return a request to join as it stands: open with ✅ and ❌, or answered."""
    newcomer = look.tx.staff.load(Who(look.args["newcomer"]))
    if newcomer is None:
        raise LookupError("newcomer")
    told = {"alias": newcomer.alias, "role": look.code("role", newcomer.role), "regions": regions_of(look, newcomer)}
    if newcomer.state != "pending":
        return Screen(look.t("join-confirmed" if newcomer.active else "join-declined", **told))
    lines = [look.t("join-request", code=newcomer.check_code, **told)]
    if newcomer.page.get("returned"):
        lines.append(look.t("join-returned"))
    about = newcomer.who[: staff_list.REF]
    rows = [[look.button("button-join-yes", "join.yes", about), look.button("button-join-no", "join.no", about)]]
    return Screen("\n".join(lines), rows)


def members(look: Look) -> Screen:
    """Return the staff, each with 🗑; the last coordinator has none."""
    there = [each for each in look.tx.staff.all() if each.state != "revoked"]
    there.sort(key=lambda each: (each.state != "pending", each.role, each.alias))
    lines = [look.t("staff-list-header", number=len(there)), *(_member_line(look, each) for each in there)]
    revocable = [each for each in there if staff_list.may_revoke(look.tx, each)][:MOST_MEMBERS]
    rows = [[look.button("button-revoke", "rev", each.who[: staff_list.REF], alias=each.alias)] for each in revocable]
    return Screen(clip("\n".join(lines), LONGEST), [*rows, back(look)])


def _member_line(look: Look, each: Staff) -> str:
    line = look.t(
        "staff-list-line", alias=each.alias, role=look.code("role", each.role), regions=regions_of(look, each)
    )
    if each.state == "pending":
        return f"{line} · {look.t('staff-state-pending', code=each.check_code)}"
    if not each.reachable:
        return f"{line} · {look.t('staff-state-unreachable')}"
    if each.busy_until > look.tx.now:
        return f"{line} · {look.t('staff-state-busy', time=clock_time(look, each.busy_until))}"
    return line


def revoke(look: Look) -> Screen:
    """Return the one question before somebody's access is taken."""
    member = staff_list.member_of(look.tx, look.args["about"])
    yes = look.button("button-revoke-yes", "rev.yes", look.args["about"])
    text = look.t("staff-revoke-ask", alias=member.alias, number=len(member.open))
    return Screen(text, [[yes], [look.button("button-no", "s-staff", HOME)]])


def open_cases(look: Look) -> Screen:
    """Return a page of the open cases: code, region, priority, age, how it stands; never a text."""
    found = open_list.waiting(look.tx)
    pages = max(1, -(-len(found) // open_list.A_PAGE))
    at = min(int(look.args.get("at", 0)), pages - 1)
    shown = found[at * open_list.A_PAGE : (at + 1) * open_list.A_PAGE]
    lines = [look.t("open-header", number=len(found)), *(_open_line(look, each) for each in shown)]
    rows = [[look.button("button-staff-case", "o-case", each.id, code=show_code(each.code))] for each in shown]
    turns = [look.button("button-earlier", f"s-open.{at - 1}", HOME)] if at else []
    turns += [look.button("button-later", f"s-open.{at + 1}", HOME)] if at + 1 < pages else []
    return Screen("\n".join(lines), [*rows, turns, back(look)])


def open_case(look: Look) -> Screen:
    """Return what a coordinator may do with one case."""
    case = case_of(look)
    if case.state != "open":
        return Screen(look.t("claim-gone"), [[look.button("button-back", "s-open", HOME)]])
    rows = [
        [look.button("button-take", "o-take")],
        [look.button("button-handover", "o-move")],
        priority.levels(look, case),
        [look.button("button-back", "s-open", HOME)],
    ]
    lines = [_open_line(look, case), priority.line(look, case), "", look.t("open-case-note")]
    return Screen("\n".join(lines), rows)


def move(look: Look) -> Screen:
    """Return the question to whom a case goes."""
    case = case_of(look)
    holder = None if case.claim is None else look.tx.staff.load(case.claim.who)
    others = hand_over.colleagues(look.tx, case, holder or member_of(look))[:MOST_COLLEAGUES]
    rows = [[_colleague(look, each)] for each in others]
    text = look.t("handover-ask" if others else "handover-nobody")
    return Screen(f"{case_line(look, case)}\n\n{text}", [*rows, [look.button("button-back", "o-case")]])


def _colleague(look: Look, each: Staff) -> Button:
    return look.button("button-hand-to", f"o-mv.{each.who.hex()[: hand_over.SHORT]}", alias=each.alias)


def _open_line(look: Look, case: Case) -> str:
    return f"{case_line(look, case)} · {_stands(look, case)}"


def _stands(look: Look, case: Case) -> str:
    holder = None if case.claim is None else look.tx.staff.load(case.claim.who)
    alias = "" if holder is None else holder.alias
    texts = {"held": look.t("open-held", alias=alias), "waiting": look.t(f"open-tier-{case.plan.tier}")}
    return ", ".join(texts[each] if each in texts else look.t(f"open-{each}") for each in open_list.states(case))


def numbers(look: Look) -> Screen:
    """Return a week's numbers beside those of the week before."""
    shown = Week(look.args["week"])
    turns = [look.button("button-earlier", f"week.{previous_week(shown)}", HOME)]
    if shown < week.this_week(look.tx):
        turns.append(look.button("button-later", f"week.{next_week(shown)}", HOME))
    table = _table(look, shown, FACETS)
    if table is None:
        return Screen(look.t("staff-week-damaged"), [turns, back(look)])
    rows = [turns, [look.button("button-chart", f"chart.{shown}", HOME)], back(look)]
    return Screen(week_message(look.texts, look.lang, table), rows)


def chart(look: Look) -> Screen:
    """Return a week's numbers as a picture; it is drawn when it is sent, outside the unit."""
    table = _table(look, Week(look.args["week"]), charts.FACETS)
    if table is None:
        return Screen(look.t("staff-week-damaged"))
    return Screen(look.t("staff-chart-caption"), picture=partial(charts.draw, look.texts, look.lang, table))


def _table(look: Look, shown: Week, facets: tuple[str, ...]) -> Table | None:
    try:
        return week.week_table(look.tx, shown, facets)
    except (FactError, DamagedError):
        return None
