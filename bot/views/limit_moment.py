"""Asking a lawyer for a moment in custody: so long ago, or a day, an hour and a quarter of it; never one to come."""

from datetime import timedelta

from bot.domain.case import Case
from bot.domain.custody import MOMENTS
from bot.domain.days import day_of, moment_on, read_day, write_day
from bot.services import custody
from bot.views.moments import day_words
from bot.views.screen import Button, Look, pairs

NAMES = dict(zip("hbdcjr", MOMENTS, strict=True))
"""The letter that a button carries for a moment."""
AGO = (0, 1, 2, 3, 6, 12, 24, 36)
DAYS_BACK = 4
QUARTERS = (0, 15, 30, 45)


def choices(look: Look, case: Case, step: dict[str, str]) -> list[list[Button]]:
    """Return the buttons of a step, with the way back; raises KeyError for no such moment."""
    name = step["name"]
    if "day" not in step:
        rows, back = _ago(look, case, name), "lim"
    elif "hour" not in step:
        rows, back = _hours(look, case, name, step["day"]), f"lim-t.{name}"
    else:
        rows, back = _minutes(look, case, name, step["day"], int(step["hour"])), f"lim-day.{name}.{step['day']}"
    return [*rows, [look.button("button-back", back)]]


def _ago(look: Look, case: Case, name: str) -> list[list[Button]]:
    quick = []
    for hours in AGO:
        label = look.t("ago-hours", hours=hours) if hours else look.t("ago-now")
        quick.append(Button(label, f"lim-ago.{name}.{hours}", case.id))
    here = day_of(look.tx.now, look.tx.settings.zone)
    days = [here - timedelta(days=back) for back in range(DAYS_BACK)]
    dated = [Button(day_words(look, day), f"lim-day.{name}.{write_day(day)}", case.id) for day in days]
    rows = [*pairs(quick, 4), *pairs(dated)]
    if NAMES[name] in custody.recorded(case):
        rows.append([look.button("button-limit-forget", f"lim-no.{name}")])
    return rows


def _hours(look: Look, case: Case, name: str, day: str) -> list[list[Button]]:
    come = [hour for hour in range(24) if _has_come(look, day, hour, 0)]
    return pairs([Button(f"{hour}:00", f"lim-hr.{name}.{day}.{hour}", case.id) for hour in come], 6)


def _minutes(look: Look, case: Case, name: str, day: str, hour: int) -> list[list[Button]]:
    exact, about = [], []
    for minute in QUARTERS:
        if _has_come(look, day, hour, minute):
            time, at = f"{hour}:{minute:02}", f"{name}.{day}.{hour:02}{minute:02}"
            exact.append(Button(time, f"lim-at.{at}", case.id))
            about.append(Button(look.t("limit-about", time=time), f"lim-ab.{at}", case.id))
    return [exact, *pairs(about)]


def _has_come(look: Look, day: str, hour: int, minute: int) -> bool:
    return moment_on(read_day(day), hour, minute, look.tx.settings.zone) <= look.tx.now
