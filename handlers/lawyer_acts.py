"""What the buttons in a lawyer's chat do. Only an active member may, and only the holder reads or writes a case."""

from collections.abc import Mapping

from bot.domain.priority import LEVELS
from bot.services import card, claim, hand_over, lawyer_words, set_priority, staff_home
from bot.services.pages import refresh_staff
from bot.views import lawyer
from bot.views.screen import Look
from handlers import closing_acts, deadline_acts, limit_acts
from handlers.context import Popup
from handlers.staff_touch import Act, StaffTouch, run


def take(touch: StaffTouch) -> Popup:
    """✅ on a page, in the list, or from a coordinator's list of open cases."""
    return touch.say("claim-" + hand_over.taken(touch.tx, touch.member, touch.case))


def _pass(touch: StaffTouch) -> Popup:
    claim.let_pass(touch.tx, touch.member, touch.case)
    return touch.say("claim-passed")


def _info(touch: StaffTouch) -> Popup:
    if touch.case is None:
        raise LookupError("case")
    if touch.member.who not in touch.case.plan.paged and touch.member.role != "coordinator":
        raise LookupError("not paged")
    look = Look(touch.tx, touch.texts, touch.member.lang, touch.member, touch.case)
    return Popup(text=lawyer.details(look), alert=True)


def _road(touch: StaffTouch) -> Popup:
    claim.on_my_way(touch.tx, touch.holding)
    return touch.say("held-on-my-way")


def _busy(touch: StaffTouch) -> Popup | None:
    holding = touch.holding
    if not touch.args:
        staff_home.choose_busy(touch.tx, holding)
        return None
    hours = int(touch.args[0])
    if hours not in claim.BUSY_HOURS:
        raise ValueError(hours)
    card.turn(touch.tx, holding, "")
    claim.busy(touch.tx, holding, hours)
    return touch.say("held-busy")


def _still(touch: StaffTouch) -> Popup:
    claim.still_there(touch.tx, touch.holding)
    return touch.say("claim-kept")


def _verified(touch: StaffTouch) -> Popup:
    case = touch.holding.case
    case.verified = True
    case.record("verified", touch.tx.now, "staff", who=touch.member.who)
    claim.touch(touch.tx, case)
    touch.tx.cases.save(case)
    refresh_staff(touch.tx, case)
    return touch.say("held-verified")


def _card(touch: StaffTouch) -> None:
    card.turn(touch.tx, touch.holding, "")  # who looks for the case wants the card, not where it was left
    card.show_again(touch.tx, touch.holding)


def _card_back(touch: StaffTouch) -> None:
    card.turn(touch.tx, touch.holding, "")


def _words(touch: StaffTouch) -> None:
    lawyer_words.show_words(touch.tx, touch.holding)


def _note(touch: StaffTouch) -> None:
    lawyer_words.ask_note(touch.tx, touch.member, touch.holding.case)


def _level(touch: StaffTouch) -> None:
    """📝 with a priority: whoever holds the case, or a coordinator, is asked why."""
    if touch.case is None or not set_priority.may_set(touch.member, touch.case):
        raise LookupError("not yours")
    lawyer_words.ask_note(touch.tx, touch.member, touch.case, LEVELS[int(touch.args[0])])


def _mark(touch: StaffTouch) -> None:
    holding = touch.holding
    set_priority.mark(touch.tx, holding, int(touch.args[0]))
    lawyer_words.ask_note(touch.tx, touch.member, holding.case)


def _note_no(touch: StaffTouch) -> None:
    lawyer_words.no_note(touch.tx, touch.member)


def _to(touch: StaffTouch) -> None:
    lawyer_words.addressed(touch.tx, touch.holding)


def _to_none(touch: StaffTouch) -> Popup:
    lawyer_words.discard(touch.tx, touch.member)
    return touch.say("words-discarded")


def _release(touch: StaffTouch) -> Popup:
    hand_over.give_back(touch.tx, touch.holding)
    return touch.say("claim-released")


def _hand(touch: StaffTouch) -> Popup | None:
    if not touch.args:
        hand_over.choose(touch.tx, touch.holding)
        return None
    hand_over.hand_over(touch.tx, touch.holding, hand_over.named(touch.tx, touch.args[0]))
    return touch.say("held-handed-over")


def _page(name: str) -> Act:
    def act(touch: StaffTouch) -> None:
        staff_home.show(touch.tx, touch.member, name)

    return act


def _rest(touch: StaffTouch) -> None:
    staff_home.rest(touch.tx, touch.member, int(touch.args[0]))


def _back_on(touch: StaffTouch) -> Popup:
    staff_home.back_on(touch.tx, touch.member)
    return touch.say("duty-back")


def _language(touch: StaffTouch) -> None:
    staff_home.choose_language(touch.tx, touch.member, touch.args[0])


ACTS: Mapping[str, Act] = {
    "take": take,
    "pass": _pass,
    "info": _info,
    "road": _road,
    "busy": _busy,
    "still": _still,
    "verified": _verified,
    "card": _card,
    "card-back": _card_back,
    "words": _words,
    "note": _note,
    "level": _level,
    "mark": _mark,
    "note-no": _note_no,
    "to": _to,
    "to-none": _to_none,
    "release": _release,
    "hand": _hand,
    **closing_acts.ACTS,
    **limit_acts.ACTS,
    **deadline_acts.STAFF_ACTS,
    "s-home": _page("home"),
    "s-cases": _page("cases"),
    "s-duty": _page("duty"),
    "s-rest": _rest,
    "s-back-on": _back_on,
    "s-lang": _language,
}


__all__ = ["ACTS", "StaffTouch", "run"]
