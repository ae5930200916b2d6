"""What the buttons in a coordinator's chat do. Each act checks the role when it is used."""

from collections.abc import Callable, Mapping
from functools import wraps

from bot.domain.case import Case
from bot.domain.weeks import read_week
from bot.services import hand_over, join, staff_home, staff_list
from bot.services.week import this_week
from handlers.context import Popup
from handlers.staff_touch import Act, StaffTouch

_OPEN = "open"


def _for_coordinators(act: Callable[[StaffTouch], Popup | None]) -> Act:
    @wraps(act)
    def checked(touch: StaffTouch) -> Popup | None:
        if touch.member.role != "coordinator":
            raise LookupError("coordinator")
        return act(touch)

    return checked


def _case(touch: StaffTouch) -> Case:
    if touch.case is None or touch.case.state != "open":
        raise LookupError("case")
    return touch.case


def _join(touch: StaffTouch) -> Popup:
    newcomer = staff_list.member_of(touch.tx, touch.subject)
    return touch.say("join-did-" + join.answer(touch.tx, touch.member, newcomer, let_in=touch.args == ("yes",)))


def _staff(touch: StaffTouch) -> None:
    staff_home.show(touch.tx, touch.member, "list")


def _revoke(touch: StaffTouch) -> Popup | None:
    member = staff_list.member_of(touch.tx, touch.subject)
    if not touch.args:
        staff_home.show(touch.tx, touch.member, "revoke", about=touch.subject)
        return None
    if not staff_list.revoke(touch.tx, touch.member, member):
        return touch.say("staff-cannot-revoke", alert=True)
    if touch.member.active:
        staff_home.show(touch.tx, touch.member, "list")
    return touch.say("staff-revoked")


def _open(touch: StaffTouch) -> None:
    staff_home.show(touch.tx, touch.member, _OPEN, at=int(touch.args[0]) if touch.args else 0)


def _open_case(touch: StaffTouch) -> None:
    staff_home.show(touch.tx, touch.member, "open-case", case=_case(touch).id)


def _take_over(touch: StaffTouch) -> Popup:
    outcome = hand_over.take_over(touch.tx, _case(touch), touch.member)
    staff_home.show(touch.tx, touch.member, _OPEN)
    return touch.say("claim-" + outcome)


def _move(touch: StaffTouch) -> None:
    staff_home.show(touch.tx, touch.member, "move", case=_case(touch).id)


def _move_to(touch: StaffTouch) -> Popup:
    chosen = hand_over.named(touch.tx, touch.args[0])
    hand_over.reassign(touch.tx, _case(touch), chosen, touch.member)
    staff_home.show(touch.tx, touch.member, _OPEN)
    return touch.say("held-handed-over")


def _week(touch: StaffTouch) -> None:
    week = read_week(touch.args[0]) if touch.args else this_week(touch.tx)
    staff_home.show(touch.tx, touch.member, "week", week=week)


def _chart(touch: StaffTouch) -> None:
    week = read_week(touch.args[0])
    touch.tx.outbox.show(touch.member, "chart", "staff-chart", silent=True, ring=True, week=week)


ACTS: Mapping[str, Act] = {
    name: _for_coordinators(act)
    for name, act in {
        "join": _join,
        "s-staff": _staff,
        "rev": _revoke,
        "s-open": _open,
        "o-case": _open_case,
        "o-take": _take_over,
        "o-move": _move,
        "o-mv": _move_to,
        "week": _week,
        "chart": _chart,
    }.items()
}
