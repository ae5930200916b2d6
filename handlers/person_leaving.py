"""🙈, 🗑 and ❌: obeyed at once. The pop-up is made before the language is forgotten, and leaves nothing behind."""

from collections.abc import Callable, Mapping

from bot.services import withdraw
from bot.services.screen import go, hide
from handlers.context import Popup
from handlers.touch import Touch


def _hide(touch: Touch) -> Popup:
    gone = touch.alert("hidden-done")
    hide(touch.tx, touch.person)
    return gone


def _ask_erase(touch: Touch) -> None:
    go(touch.tx, touch.person, "confirm-erase", touch.own.id)


def _ask_erase_all(touch: Touch) -> None:
    go(touch.tx, touch.person, "confirm-erase")


def _erase(touch: Touch) -> Popup:
    gone = touch.alert("erased-done")
    tx, person = touch.tx, touch.person
    doomed = [touch.own] if touch.case is not None else list(filter(None, map(tx.cases.load, person.cases)))
    if touch.case is None:
        person.cases, person.waiting = [case.id for case in doomed], []
    withdraw.erase(tx, person, doomed)
    return gone


def _ask_withdraw(touch: Touch) -> None:
    go(touch.tx, touch.person, "confirm-withdraw", touch.going.id)


def _withdraw(touch: Touch) -> Popup:
    gone = touch.alert("withdrawn-done")
    withdraw.withdraw(touch.tx, touch.person, touch.going)
    return gone


ACTS: Mapping[str, Callable[[Touch], Popup | None]] = {
    "hide": _hide,
    "erase": _ask_erase,
    "erase-all": _ask_erase_all,
    "erase-yes": _erase,
    "withdraw": _ask_withdraw,
    "withdraw-yes": _withdraw,
}
