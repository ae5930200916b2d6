"""A member's menu and its pages. What is shown follows from the member's row as it is when it is sent."""

from bot.domain.case import Case
from bot.domain.ids import show_code
from bot.domain.parts import clip
from bot.domain.people import Staff
from bot.services.priority import place
from bot.views.fit import LONGEST, clock_time
from bot.views.guard import member_of
from bot.views.lawyer import line_of
from bot.views.screen import HOME, Button, Look, Screen, pairs


def home(look: Look) -> Screen:
    """Return the menu of the member's role."""
    member = member_of(look)
    rows = [[_to(look, "button-cases", "s-cases"), _to(look, "button-duty", "s-duty")]]
    lines = [look.t("staff-home-" + member.role, alias=member.alias)]
    if member.role == "coordinator":
        rows.append([_to(look, "button-counts", "week"), _to(look, "button-open", "s-open")])
        rows.append([_to(look, "button-staff", "s-staff")])
    else:
        lines.append(look.t("staff-regions", regions=regions_of(look, member)))
    others = [lang for lang in look.tx.settings.hotline.languages if lang != look.lang]
    rows.append([Button(look.texts(lang, "button-choose-language"), f"s-lang.{lang}") for lang in others])
    return Screen("\n".join(lines), rows)


def pending(look: Look) -> Screen:
    """Return the check code that a newcomer says in person; nothing else is shown to them."""
    if not (isinstance(look.to, Staff) and look.to.state == "pending"):
        raise LookupError("pending")
    return Screen(look.t("staff-pending", code=look.to.check_code))


def cases(look: Look) -> Screen:
    """Return the member's own open cases; a button shows the card again."""
    held = [each for each in map(look.tx.cases.load, member_of(look).open) if each is not None]
    held.sort(key=lambda case: place(look.tx, case))
    if not held:
        return Screen(look.t("staff-cases-none"), [back(look)])
    lines = [look.t("staff-cases-header"), *(case_line(look, each) for each in held)]
    rows = pairs([look.button("button-staff-case", "card", each.id, code=show_code(each.code)) for each in held])
    return Screen(clip("\n".join(lines), LONGEST), [*rows, back(look)])


def case_line(look: Look, case: Case) -> str:
    """Return a case's code, region, priority and age."""
    return look.t("staff-case-line", code=show_code(case.code), **line_of(look, case))


def duty(look: Look) -> Screen:
    """Return who is on call. With no rota: every confirmed lawyer of a region who is not busy."""
    member = member_of(look)
    lawyers = [each for each in look.tx.staff.all() if each.active and each.role == "lawyer"]
    regions = look.tx.settings.hotline.regions
    lines = [look.t("duty-header"), *(_region(look, region, lawyers) for region in regions), ""]
    if member.busy_until > look.tx.now:
        lines.append(look.t("duty-you-busy", time=clock_time(look, member.busy_until)))
        rows = [[_to(look, "button-back-on", "s-back-on")]]
    else:
        lines.append(look.t("duty-you-there"))
        hours = [look.button("button-busy-hours", f"s-rest.{hours}", HOME, hours=hours) for hours in (1, 2, 4)]
        rows = [hours]
    return Screen(clip("\n".join(lines), LONGEST), [*rows, back(look)])


def _region(look: Look, region: str, lawyers: list[Staff]) -> str:
    there = [_state(look, each) for each in lawyers if region in each.regions]
    return look.t("duty-region", region=look.code("region", region), who=", ".join(there) or look.t("duty-nobody"))


def _state(look: Look, each: Staff) -> str:
    if not each.reachable:
        return look.t("duty-unreachable", alias=each.alias)
    if each.busy_until > look.tx.now:
        return look.t("duty-busy", alias=each.alias, time=clock_time(look, each.busy_until))
    return each.alias


def note(look: Look) -> Screen:
    """Return one short text; it is for a member alone."""
    member_of(look)
    return Screen(look.t(str(look.args["text"])))


def line(look: Look) -> Screen:
    """Return one short text with the way back to the menu."""
    member_of(look)
    return Screen(look.t(str(look.args["text"])), [back(look)])


def help_page(look: Look) -> Screen:
    """Return what the signs do, for the member's role."""
    member = member_of(look)
    lines = [look.t("staff-help-lawyer")]
    if member.role == "coordinator":
        lines.append(look.t("staff-help-coordinator"))
    return Screen("\n\n".join(lines), [back(look)])


def unreachable(look: Look) -> Screen:
    """Return that a member cannot be reached."""
    member_of(look)
    return Screen(look.t("staff-unreachable", alias=str(look.args["alias"])))


def case_damaged(look: Look) -> Screen:
    """Return that the row of an urgent case does not open."""
    member_of(look)
    return Screen(look.t("staff-case-damaged"))


def regions_of(look: Look, member: Staff) -> str:
    """Return a member's regions in words."""
    return ", ".join(look.code("region", region) for region in member.regions)


def back(look: Look) -> list[Button]:
    """Return the way back to the menu."""
    return [_to(look, "button-back", "s-home")]


def _to(look: Look, text_id: str, act: str) -> Button:
    return look.button(text_id, act, HOME)
