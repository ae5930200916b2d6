"""⏰ on the card: what the lawyer records about custody."""

from collections.abc import Callable, Mapping

from bot.domain.days import moment_on, read_day
from bot.services import card, custody, set_priority
from bot.services.claim import Holding
from bot.views.limit_moment import AGO, NAMES
from handlers.context import Popup
from handlers.staff_touch import Act, StaffTouch
from storage.store import Tx

STEP = "limits"
_HOUR = 60 * 60_000


def _show(touch: StaffTouch) -> None:
    card.turn(touch.tx, touch.holding, STEP)


def _show_below(touch: StaffTouch) -> None:
    """From a warning: the card stands further up, and an edit there goes unseen."""
    _show(touch)
    card.show_again(touch.tx, touch.holding)


def _ask(*keys: str) -> Act:
    """Go on asking for a moment: what has been chosen so far stands in the card's step."""

    def act(touch: StaffTouch) -> None:
        chosen = dict(zip(("name", *keys), touch.args, strict=True))
        _name(touch)
        if "day" in chosen:
            moment_on(read_day(chosen["day"]), int(chosen.get("hour", 0)), 0, touch.tx.settings.zone)
        card.turn(touch.tx, touch.holding, STEP, **chosen)

    return act


def _ago(touch: StaffTouch) -> Popup:
    """Keep "so many hours ago", which is about; "now" is exact."""
    hours = int(touch.args[1])
    if hours not in AGO:
        raise ValueError(hours)
    return _keep(touch, touch.tx.now - hours * _HOUR, about=hours > 0)


def _at(*, about: bool) -> Act:
    def act(touch: StaffTouch) -> Popup:
        day, time = read_day(touch.args[1]), touch.args[2]
        return _keep(touch, moment_on(day, int(time[:2]), int(time[2:]), touch.tx.settings.zone), about=about)

    return act


def _keep(touch: StaffTouch, at: int, *, about: bool) -> Popup:
    return _done(touch, lambda tx, holding: custody.record(tx, holding, _name(touch), at, about=about))


def _forget(touch: StaffTouch) -> Popup:
    return _done(touch, lambda tx, holding: custody.forget(tx, holding, _name(touch)))


def _track(touch: StaffTouch) -> Popup:
    """Set the track; the same one again means that it is not known."""
    track = touch.args[0]

    def work(tx: Tx, holding: Holding) -> None:
        custody.set_track(tx, holding, "" if custody.recorded(holding.case).get("track") == track else track)

    return _done(touch, work)


def _flag(touch: StaffTouch) -> Popup:
    """Mark a flag that a clock hangs on; the number is that of the flags that weigh."""
    return _done(touch, lambda tx, holding: set_priority.mark(tx, holding, int(touch.args[0])))


def _done(touch: StaffTouch, work: Callable[[Tx, Holding], None]) -> Popup:
    holding = touch.holding
    work(touch.tx, holding)
    card.turn(touch.tx, holding, STEP)
    return touch.say("limit-recorded")


def _name(touch: StaffTouch) -> str:
    return NAMES[touch.args[0]]


ACTS: Mapping[str, Act] = {
    "lim": _show,
    "lim-here": _show_below,
    "lim-t": _ask(),
    "lim-day": _ask("day"),
    "lim-hr": _ask("day", "hour"),
    "lim-ago": _ago,
    "lim-at": _at(about=False),
    "lim-ab": _at(about=True),
    "lim-no": _forget,
    "lim-tr": _track,
    "lim-fl": _flag,
}
