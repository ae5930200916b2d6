"""🔒 on the card, step by step."""

from collections.abc import Mapping

from bot.services import close
from handlers.context import Popup
from handlers.staff_touch import Act, StaffTouch


def _close(touch: StaffTouch) -> None:
    close.begin(touch.tx, touch.holding)


def _outcome(touch: StaffTouch) -> None:
    close.choose_outcome(touch.tx, touch.holding, int(touch.args[0]))


def _violation(touch: StaffTouch) -> None:
    close.toggle(touch.tx, touch.holding, int(touch.args[0]))


def _violations_done(touch: StaffTouch) -> None:
    close.violations_done(touch.tx, touch.holding)


def _judge(question: str) -> Act:
    def act(touch: StaffTouch) -> None:
        close.judge(touch.tx, touch.holding, question, touch.args[0])

    return act


def _false(touch: StaffTouch) -> None:
    close.toggle_false(touch.tx, touch.holding)


def _close_back(touch: StaffTouch) -> None:
    close.back(touch.tx, touch.holding)


def _close_yes(touch: StaffTouch) -> Popup:
    close.finish(touch.tx, touch.holding)
    return touch.say("held-closed")


ACTS: Mapping[str, Act] = {
    "close": _close,
    "c-out": _outcome,
    "c-vio": _violation,
    "c-ok": _violations_done,
    "c-qualifies": _judge(close.QUALIFIES),
    "c-extorted": _judge(close.EXTORTED),
    "c-false": _false,
    "c-back": _close_back,
    "c-yes": _close_yes,
}
