"""Later deadlines: the same buttons in a lawyer's chat and on a person's screen."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.domain.case import Case
from bot.domain.days import read_day, read_month
from bot.services import deadlines
from bot.services.screen import come_back, go
from handlers.context import Popup
from handlers.staff_touch import Act, StaffTouch
from handlers.touch import Touch


def _page(args: tuple[str, ...]) -> dict[str, str]:
    """Return what a button asks to see: nothing more, a deadline, or a month for it. Raises for what is not there."""
    asked = dict(zip(("number", "month"), args, strict=False))
    if "month" in asked:
        read_month(asked["month"])
    return asked


def _handled(touch: StaffTouch) -> Case:
    if touch.case is None or not deadlines.may_handle(touch.case, touch.member):
        raise LookupError("not yours")
    return touch.case


def _staff(touch: StaffTouch, asked: dict[str, Any], *, anew: bool = False) -> None:
    """Show it in the one message about deadlines."""
    case = _handled(touch)
    if "number" in asked:
        deadlines.term(touch.tx, asked["number"])
    slot = deadlines.slot(case.id)
    touch.tx.outbox.show(touch.member, slot, "staff-deadlines", case=case.id, silent=True, ring=anew, **asked)


def _staff_open(touch: StaffTouch) -> None:
    """Send the list anew, to stand below the card or the reminder."""
    _staff(touch, {}, anew=True)


def _staff_show(touch: StaffTouch) -> None:
    _staff(touch, _page(touch.args))


def _staff_new(touch: StaffTouch) -> None:
    _staff(touch, {"number": touch.args[0], "month": f"{deadlines.today(touch.tx):%y%m}"})


def _staff_put(touch: StaffTouch) -> Popup:
    found = deadlines.term(touch.tx, touch.args[0])
    deadlines.put(touch.tx, _handled(touch), found, read_day(touch.args[1]), touch.member)
    return _staff_changed(touch, "held-deadline-set")


def _staff_done(touch: StaffTouch) -> Popup:
    deadlines.done(touch.tx, _handled(touch), deadlines.term(touch.tx, touch.args[0]).code, touch.member)
    return _staff_changed(touch, "held-deadline-done")


def _staff_remove(touch: StaffTouch) -> Popup:
    deadlines.remove(touch.tx, _handled(touch), deadlines.term(touch.tx, touch.args[0]).code, touch.member)
    return _staff_changed(touch, "held-deadline-removed")


def _staff_tell(touch: StaffTouch) -> None:
    deadlines.toggle_tell(touch.tx, _handled(touch), deadlines.term(touch.tx, touch.args[0]).code, touch.member)
    _staff(touch, {"number": touch.args[0]})


def _staff_changed(touch: StaffTouch, said: str) -> Popup:
    _staff(touch, {})
    return touch.say(said)


def _staff_shut(touch: StaffTouch) -> None:
    touch.tx.outbox.drop(touch.member, deadlines.slot(_handled(touch).id))


def _nothing(_touch: object) -> None:
    """A cell that is no day to choose."""


def _person(touch: Touch, asked: dict[str, str], note: str = "") -> None:
    case = _own(touch)
    if "number" in asked:
        deadlines.term(touch.tx, asked["number"])
    come_back(touch.person)
    go(touch.tx, touch.person, "deadlines", case.id, **asked, **({"note": note} if note else {}))


def _own(touch: Touch) -> Case:
    """Return the person's case, if they see deadlines there; raises LookupError."""
    if not deadlines.for_person(touch.own):
        raise LookupError("no deadlines")
    return touch.own


def _show(touch: Touch) -> None:
    _person(touch, _page(touch.args))


def _new(touch: Touch) -> None:
    _person(touch, {"number": touch.args[0], "month": f"{deadlines.today(touch.tx):%y%m}"})


def _put(touch: Touch) -> None:
    found = deadlines.term(touch.tx, touch.args[0])
    deadlines.put(touch.tx, _own(touch), found, read_day(touch.args[1]), touch.person)
    _person(touch, {}, "note-deadline-kept")


def _chosen(touch: Touch) -> str:
    """Return the code of one of the person's own deadlines; raises LookupError."""
    code = deadlines.term(touch.tx, touch.args[0]).code
    if not deadlines.theirs(_own(touch), code):
        raise LookupError(code)
    return code


def _done(touch: Touch) -> None:
    code, case = _chosen(touch), touch.own
    deadlines.done(touch.tx, case, code, touch.person)
    _back(touch, case, "note-deadline-done")


def _remove(touch: Touch) -> None:
    code, case = _chosen(touch), touch.own
    deadlines.remove(touch.tx, case, code, touch.person)
    _back(touch, case, "note-deadline-removed")


def _back(touch: Touch, case: Case, note: str) -> None:
    """Show the list; a case that has none to show any more shows itself."""
    go(touch.tx, touch.person, "deadlines" if deadlines.for_person(case) else "case", case.id, note=note)


STAFF_ACTS: Mapping[str, Act] = {
    "dl": _staff_open,
    "dl-all": _staff_show,
    "dl-one": _staff_show,
    "dl-cal": _staff_show,
    "dl-new": _staff_new,
    "dl-due": _staff_put,
    "dl-done": _staff_done,
    "dl-gone": _staff_remove,
    "dl-tell": _staff_tell,
    "dl-shut": _staff_shut,
    "dl-nop": _nothing,
}
PERSON_ACTS: Mapping[str, Callable[[Touch], Popup | None]] = {
    "dl": _show,
    "dl-all": _show,
    "dl-one": _show,
    "dl-cal": _show,
    "dl-new": _new,
    "dl-due": _put,
    "dl-done": _done,
    "dl-gone": _remove,
    "dl-nop": _nothing,
}
