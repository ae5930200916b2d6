"""The priority in words, for staff: never on a lock screen, where P0 to P3 is all that shows."""

from bot.domain.case import Case
from bot.domain.priority import FLAGS, LEVELS, flags_of, marked_by_staff
from bot.services.priority import current
from bot.views.screen import Button, Look, pairs


def reasons(look: Look, case: Case) -> list[str]:
    """Return the reasons of the present priority, each once."""
    codes = (code.partition("/")[0] for code in current(look.tx, case).reasons)
    return list(dict.fromkeys(_reason(look, code) for code in codes))


def _reason(look: Look, code: str) -> str:
    """Return a reason in words; an operator's own rule may have none."""
    text_id = f"priority-reason-{code}"
    return look.t(text_id) if text_id in look.texts.ids(look.lang) else code


def line(look: Look, case: Case) -> str:
    """Return the priority and why it is so: by which reasons, or by whose hand."""
    now, why = current(look.tx, case), ", ".join(reasons(look, case))
    if now.by_hand is None:
        return look.t("priority-line", priority=now.level, reasons=why or look.t("priority-reason-none"))
    if now.by_hand == now.level:
        return look.t("priority-by-hand", priority=now.level)
    return look.t("priority-risen", priority=now.level, was=now.by_hand, reasons=why)


def levels(look: Look, case: Case) -> list[Button]:
    """Return a 📝 for each other priority."""
    now = current(look.tx, case).level
    return [
        look.button("button-level", f"level.{number}", priority=level)
        for number, level in enumerate(LEVELS)
        if level != now
    ]


def marks(look: Look, case: Case) -> list[list[Button]]:
    """Return the flags that weigh and that nobody has told, for a lawyer who has learned of one."""
    marked = marked_by_staff(case)
    told = set(flags_of(case)) - set(marked)
    buttons = [
        look.button(
            "option-chosen" if flag in marked else "option-open", f"mark.{number}", label=look.code("flag", flag)
        )
        for number, flag in enumerate(look.tx.catalog.priorities.flags)
        if flag not in told
    ]
    return pairs(buttons) if case.kind == "sos" else []


def marked_line(look: Look, case: Case) -> list[str]:
    """Return what a lawyer has marked, if anything."""
    labels = ", ".join(look.code("flag", flag) for flag in marked_by_staff(case))
    return [look.t("summary-row", label=look.t(f"label-{FLAGS}"), value=f"{labels} 📝")] if labels else []
