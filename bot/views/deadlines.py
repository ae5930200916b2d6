"""Later deadlines of a case, for staff and persons: the list, one of them, the calendar on which a day is chosen."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.domain.case import Case
from bot.domain.days import day_of, read_month, write_day
from bot.domain.deadlines import FARTHEST
from bot.domain.ids import show_code
from bot.domain.people import Staff
from bot.services import deadlines
from bot.views.basis import basis_words
from bot.views.guard import case_of, member_of
from bot.views.moments import day_words
from bot.views.screen import Button, Look, Screen, pairs

_EMPTY = "·"
NOTHING = "dl-nop"
"""What a cell of the calendar does that is no day to choose."""


def lines(look: Look, case: Case) -> list[str]:
    """Return one line for each deadline, the nearest first."""
    return [_line(look, code, kept) for code, kept in _seen(look, case)]


def nearest(look: Look, case: Case) -> date | None:
    """Return the day of the nearest deadline that is not past."""
    days = [kept["due"] for _, kept in _seen(look, case) if kept["due"] >= look.tx.now]
    return day_of(min(days), look.tx.settings.zone) if days else None


def _seen(look: Look, case: Case) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the deadlines this reader knows of, the nearest first: a person those they are reminded of."""
    every = isinstance(look.to, Staff)
    found = [(code, kept) for code, kept in case.deadlines.items() if every or kept["tell"]]
    return sorted(found, key=lambda each: each[1]["due"])


def page(look: Look, case: Case, asked: Mapping[str, Any], back: Button) -> Screen:
    """Return what was asked for: the list, one deadline ("number"), or a month for it ("number", "month")."""
    number = str(asked.get("number", ""))
    if not number:
        return _list(look, case, back)
    found = deadlines.term(look.tx, number)
    if asked.get("month") or found.code not in dict(_seen(look, case)):
        month = asked.get("month")
        return _calendar(
            look, case, number, read_month(str(month)) if month else deadlines.today(look.tx).replace(day=1)
        )
    return _one(look, case, number, found.code)


def for_staff(look: Look) -> Screen:
    """Return the deadlines to who looks after them: the holder, or whoever closed the case."""
    case = _handled(look)
    shown = page(look, case, look.args, look.button("button-deadlines-shut", "dl-shut"))
    return Screen(f"{look.t('staff-deadlines', code=show_code(case.code))}\n\n{shown.text}", shown.rows)


def reminder(look: Look) -> Screen:
    """Return a member's reminder: the list under a heading that is harmless on a lock screen."""
    member, case = member_of(look), case_of(look)
    mine = deadlines.may_handle(case, member)
    if not case.deadlines or not (mine or member.role == "coordinator"):
        raise LookupError("none left")
    text = "\n".join([look.t("staff-reminder", code=show_code(case.code)), *lines(look, case)])
    return Screen(text, [[look.button("button-deadlines", "dl")]] if mine else [])


def _handled(look: Look) -> Case:
    case = case_of(look)
    if not deadlines.may_handle(case, member_of(look)):
        raise LookupError("not yours")
    return case


def _line(look: Look, code: str, kept: Mapping[str, Any]) -> str:
    day = day_words(look, day_of(kept["due"], look.tx.settings.zone))
    past = kept["due"] < look.tx.now
    return look.t("deadline-past" if past else "deadline-line", label=look.code("deadline", code), day=day)


def _list(look: Look, case: Case, back: Button) -> Screen:
    rows, seen = [], dict(_seen(look, case))
    for number, each in enumerate(look.tx.catalog.limits.deadlines):
        label = look.code("deadline", each.code)
        sign = "button-deadline-set" if each.code in seen else "button-deadline-add"
        rows.append([look.button(sign, f"dl-one.{number}", label=label)])
    text = "\n".join([look.t("deadlines-header"), *(lines(look, case) or [look.t("deadlines-none")])])
    return Screen(text, [*rows, [back]])


def _one(look: Look, case: Case, number: str, code: str) -> Screen:
    kept = case.deadlines[code]
    text = "\n".join([_line(look, code, kept), _basis(look, number)])
    rows = [
        [look.button("button-deadline-done", f"dl-done.{number}")],
        [look.button("button-deadline-move", f"dl-new.{number}")],
        [look.button("button-deadline-remove", f"dl-gone.{number}")],
        [look.button("button-back", "dl-all")],
    ]
    if isinstance(look.to, Staff) and case.who is not None:
        mark = "option-chosen" if kept["tell"] else "option-open"
        rows.insert(2, [look.button(mark, f"dl-tell.{number}", label=look.t("staff-deadline-tell"))])
    return Screen(text, rows)


def _calendar(look: Look, case: Case, number: str, month: date) -> Screen:
    found = deadlines.term(look.tx, number)
    text = [look.t("deadline-ask", label=look.code("deadline", found.code)), _usual(look, number), _basis(look, number)]
    usual = deadlines.usual_days(look.tx, case, found)
    quick = [look.button("button-deadline-day", _choose(number, day), day=day_words(look, day)) for day in usual]
    return Screen(
        "\n".join(text), [*pairs(quick), *_month(look, number, month), [look.button("button-back", "dl-all")]]
    )


def _usual(look: Look, number: str) -> str:
    found = deadlines.term(look.tx, number)
    start = {"from": look.t(f"deadline-from-{found.code}")}
    if found.days:
        return look.t("deadline-usual", days=found.days, **start)
    return look.t("deadline-usual-months", months=found.months, **start)


def _basis(look: Look, number: str) -> str:
    return basis_words(look, deadlines.term(look.tx, number).basis, source=isinstance(look.to, Staff))


def _month(look: Look, number: str, month: date) -> list[list[Button]]:
    """Return a month as a grid; a day that cannot be chosen is an empty cell."""
    here = deadlines.today(look.tx)
    first, last = here.replace(day=1), (here + FARTHEST).replace(day=1)
    title = look.t("calendar-title", month=look.t(f"calendar-month-{month.month}"), year=str(month.year))
    before = (
        look.button("button-month-before", _turn(number, month - timedelta(days=1))) if month > first else _blank(look)
    )
    after = (
        look.button("button-month-after", _turn(number, month + timedelta(days=31))) if month < last else _blank(look)
    )
    weekdays = [_blank(look, look.t(f"calendar-weekday-{day}")) for day in range(1, 8)]
    weeks = [
        [_cell(look, number, day, may=day.month == month.month and here <= day <= here + FARTHEST) for day in week]
        for week in Calendar().monthdatescalendar(month.year, month.month)
    ]
    return [[before, _blank(look, title), after], weekdays, *weeks]


def _cell(look: Look, number: str, day: date, *, may: bool) -> Button:
    return Button(str(day.day), _choose(number, day), case_of(look).id) if may else _blank(look)


def _blank(look: Look, label: str = _EMPTY) -> Button:
    return Button(label, NOTHING, case_of(look).id)


def _choose(number: str, day: date) -> str:
    return f"dl-due.{number}.{write_day(day)}"


def _turn(number: str, day: date) -> str:
    return f"dl-cal.{number}.{write_day(day)[:4]}"
