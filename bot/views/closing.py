"""🔒 on the card: outcome, violations, two judgements, and a last look at all of it."""

from typing import Any

from bot.domain.case import Case
from bot.domain.ids import show_code
from bot.services import close
from bot.views import deadlines
from bot.views.screen import Button, Look, Screen, pairs

_NARROW = 20


def screen(look: Look, case: Case, draft: dict[str, Any]) -> Screen:
    """Return the card while it asks how the case ended."""
    question = close.asked(draft)
    lines = [look.t("card-header", code=show_code(case.code)), *_chosen(look, draft), "", look.t(f"close-{question}")]
    match question:
        case close.OUTCOME:
            rows = _outcomes(look)
        case close.VIOLATIONS:
            rows = _violations(look, draft)
        case close.CONFIRM:
            lines += _deadlines_left(look, case)
            rows = [*_false(look, case, draft), [look.button("button-close-yes", "c-yes")]]
        case _:
            rows = [[look.button(f"button-{verdict}", f"c-{question}.{verdict}") for verdict in close.VERDICTS]]
    ways_out = [look.button("button-back", "c-back"), look.button("button-close-no", "card-back")]
    return Screen("\n".join(lines), [*rows, ways_out])


def _outcomes(look: Look) -> list[list[Button]]:
    """One under the other, "charged" away from "fined": their Kyrgyz words look alike."""
    order: list[str] = list(look.tx.catalog.codes.lists["outcome"])
    shown = [code for code in order if code != "charged"]
    shown.insert(shown.index("fined") + 3, "charged")
    return [[look.button(f"code-outcome-{code}", f"c-out.{order.index(code)}")] for code in shown]


def _violations(look: Look, draft: dict[str, Any]) -> list[list[Button]]:
    buttons = []
    for number, code in enumerate(look.tx.catalog.codes.lists["violation"]):
        mark = "option-chosen" if code in draft["violations"] else "option-open"
        buttons.append(look.button(mark, f"c-vio.{number}", label=look.code("violation", code)))
    narrow = pairs([each for each in buttons if len(each.label) <= _NARROW])
    wide = [[each] for each in buttons if len(each.label) > _NARROW]
    return [*narrow, *wide, [look.button("button-done", "c-ok")]]


def _false(look: Look, case: Case, draft: dict[str, Any]) -> list[list[Button]]:
    if not close.may_be_false(case, draft):
        return []
    mark = "option-chosen" if draft.get(close.FALSE) else "option-open"
    return [[look.button(mark, "c-false", label=look.t("close-false"))]]


def _chosen(look: Look, draft: dict[str, Any]) -> list[str]:
    lines = []
    if close.OUTCOME in draft:
        lines.append(_row(look, close.OUTCOME, look.code("outcome", draft[close.OUTCOME])))
    if draft.get("chosen"):
        ticked = ", ".join(look.code("violation", each) for each in draft["violations"])
        lines.append(_row(look, close.VIOLATIONS, ticked or look.t("summary-nothing")))
    judged = [name for name in (close.QUALIFIES, close.EXTORTED) if name in draft]
    return lines + [_row(look, name, look.code("verdict", draft[name])) for name in judged]


def _deadlines_left(look: Look, case: Case) -> list[str]:
    """A case with deadlines can be closed: whoever closes it goes on being reminded, and it is not sealed before."""
    return ["", look.t("close-deadlines-left"), *deadlines.lines(look, case)] if case.deadlines else []


def _row(look: Look, name: str, value: str) -> str:
    return look.t("summary-row", label=look.t(f"close-label-{name}"), value=value)
