"""What lawyers see. A page is read on a lock screen: number, region, priority, age, and nothing else."""

from bot.domain.case import Case, Level
from bot.domain.ids import show_code
from bot.domain.parts import clip
from bot.domain.priority import flags_of
from bot.services import card as cards
from bot.services import close, hand_over
from bot.services.pages import Board
from bot.services.priority import current, place
from bot.views import closing, limits, priority
from bot.views.answers import summary_lines
from bot.views.fit import LONGEST, clock_time
from bot.views.guard import case_of, held_case, member_of
from bot.views.moments import span_words
from bot.views.screen import Button, Look, Screen, pairs

POPUP = 200
MOST_COLLEAGUES = 20


def page(look: Look) -> Screen:
    """Return a page."""
    member_of(look)
    case = case_of(look)
    if case.claim is not None or case.state != "open":
        raise LookupError("nobody is wanted any more")
    rows = [
        [look.button("button-take", "take"), look.button("button-details", "info")],
        [look.button("button-pass", "pass")],
    ]
    return Screen(page_line(look, case), rows)


def pages(look: Look) -> Screen:
    """Return the one list of a lawyer who has been paged for many cases at once."""
    found = look.tx.cases.of(Board(look.tx).listed(member_of(look)))
    waiting = [case for case in found if case.claim is None and case.state == "open"]
    cases = sorted(((place(look.tx, case), case) for case in waiting), key=lambda placed: placed[0])
    if not cases:
        raise LookupError("none left")
    lines = [look.t("pages-header", number=len(cases))]
    lines += [
        look.t("pages-line", number=n, **line_of(look, case, level)) for n, ((level, *_), case) in enumerate(cases, 1)
    ]
    takes = [look.button("button-take-number", "take", case.id, number=n) for n, (_, case) in enumerate(cases, 1)]
    return Screen("\n".join(lines), pairs(takes, 4))


def page_taken(look: Look) -> Screen:
    """Return what a page turns into when somebody else has taken the case."""
    member_of(look)
    return Screen(look.t("page-taken"))


def details(look: Look) -> str:
    """Return the pop-up of a page: the priority and why, then coded flags; at most 200 characters."""
    case = case_of(look)
    parts = [current(look.tx, case).level, *priority.reasons(look, case)]
    parts.append(look.t("details-mode-" + (case.mode or "unknown")))
    parts += [look.code("flag", flag) for flag in flags_of(case)]
    parts += [look.t("details-" + mark) for mark in (*marks(case), *_flags(case))]
    return clip(" · ".join(dict.fromkeys(parts)), POPUP)  # a flag may be the reason


def card(look: Look) -> Screen:
    """Return the card of a case in the hands of its lawyer: everything answered, live, or a step on it."""
    case = held_case(look)
    step = cards.step_of(case)
    match step.get("step"):
        case close.CLOSE:
            return closing.screen(look, case, step)
        case hand_over.HAND:
            return _whom(look, case)
        case "limits":
            return limits.page(look, case, step)
        case "busy":
            hours = [look.button("button-busy-hours", f"busy.{hours}", hours=hours) for hours in (1, 2, 4)]
            return Screen(_head(look, case, look.t("busy-ask")), [hours, [_back(look)]])
        case _:
            return _whole(look, case)


def claim_check(look: Look) -> Screen:
    """Return the question to a lawyer who has been silent."""
    text = look.t("claim-check", code=show_code(held_case(look).code))
    return Screen(text, [[look.button("button-still-here", "still"), look.button("button-release", "release")]])


def closed(look: Look) -> Screen:
    """Return the one line that stays of a case that was closed."""
    member_of(look)
    return Screen(look.t("staff-closed", code=show_code(case_of(look).code)))


def taken_away(look: Look) -> Screen:
    """Return what a lawyer reads whose case a coordinator has given to somebody else."""
    member_of(look)
    return Screen(look.t("staff-taken-away", code=show_code(case_of(look).code)))


def marks(case: Case) -> list[str]:
    """Return how the case was opened, where no 🆘 was tapped, and what is doubtful about it."""
    how = [f"from-{case.how}"] if case.how in {"text", "message", "location"} else []
    return [*how, case.doubt] if case.doubt else how


def _flags(case: Case) -> list[str]:
    return [mark for mark in ("withdrawn", "hidden") if getattr(case, mark)]


def line_of(look: Look, case: Case, level: Level | None = None) -> dict[str, str]:
    """Return what a lock screen may show of a case; its priority is worked out unless `level` says it."""
    age = span_words(look, max(0, look.tx.now - case.opened))
    region = look.code("region", case.region) if case.region else look.t("staff-region-unknown")
    return {"region": region, "priority": level or current(look.tx, case).level, "age": age}


def page_line(look: Look, case: Case) -> str:
    """Return a page's one line."""
    return look.t("page", **line_of(look, case))


def _whole(look: Look, case: Case) -> Screen:
    lines = [look.t("card-header", code=show_code(case.code)), look.t("card-line", **line_of(look, case))]
    lines.append(priority.line(look, case))
    if not case.verified:
        lines.append(look.t("card-unverified"))
    if case.who is None:
        lines.append(look.t("card-erased"))
    else:
        lines += [look.t("card-" + mark) for mark in (*_flags(case), *marks(case))]
    if case.claim is not None and (case.claim.held_until or 0) > look.tx.now:
        held = "card-on-my-way" if case.claim.on_road else "card-busy-until"
        lines.append(look.t(held, time=clock_time(look, case.claim.held_until or 0)))
    if case.mode:
        lines.append(look.t("summary-row", label=look.t("label-who"), value=look.t("code-who-" + case.mode)))
    lines += [*summary_lines(look, case, skipped=False), *priority.marked_line(look, case)]
    lines += limits.card_lines(look, case)
    if case.who is not None:
        lines.append(look.t("card-how-to-write"))
    return Screen(clip("\n".join(lines), LONGEST), _rows(look, case))


def _rows(look: Look, case: Case) -> list[list[Button]]:
    rows = [
        [look.button("button-on-my-way", "road"), look.button("button-busy", "busy")],
        [look.button("button-all-words", "words"), look.button("button-note", "note")],
        [look.button("button-limits", "lim")],
        [look.button("button-handover", "hand")],
        [look.button("button-release", "release")],
        [look.button("button-close", "close")],
    ]
    return rows if case.verified else [[look.button("button-verified", "verified")], *rows]


def _whom(look: Look, case: Case) -> Screen:
    others = hand_over.colleagues(look.tx, case, member_of(look))[:MOST_COLLEAGUES]
    rows = [[_colleague(look, each.alias, "hand", each.who)] for each in others]
    return Screen(_head(look, case, look.t("handover-ask" if others else "handover-nobody")), [*rows, [_back(look)]])


def _colleague(look: Look, alias: str, act: str, who: bytes) -> Button:
    return look.button("button-hand-to", f"{act}.{who.hex()[: hand_over.SHORT]}", alias=alias)


def _head(look: Look, case: Case, question: str) -> str:
    return f"{look.t('card-header', code=show_code(case.code))}\n\n{question}"


def _back(look: Look) -> Button:
    return look.button("button-back", "card-back")
