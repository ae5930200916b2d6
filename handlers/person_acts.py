"""What the buttons on a person's screen do. Each act checks when it is used whether it still makes sense."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.answer import AnswerRefusedError
from bot.domain.case import Case
from bot.domain.people import Person
from bot.services import answer, checkin, report, sos, withdraw
from bot.services.screen import KEY, come_back, go, hide, open_cases
from bot.services.words import deliver_waiting
from handlers.context import Popup
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Touch:
    """A tap by a person: on whose case, and with what choice."""

    tx: Tx
    person: Person
    case: Case | None
    args: tuple[str, ...]

    @property
    def own(self) -> Case:
        """Return the case, which must be the person's own; raises LookupError for any other."""
        if self.case is None or self.case.who != self.person.who or self.case.id not in self.person.cases:
            raise LookupError("case")
        return self.case

    @property
    def going(self) -> Case:
        """Return the person's own case if it can still be answered."""
        if self.own.state == "closed":
            raise LookupError("closed")
        return self.own


def _sos(touch: Touch) -> None:
    sos.sos(touch.tx, touch.person.chat, _chosen_language(touch))


def _need(touch: Touch) -> None:
    """Answer "need help" to a check-in: pages at once, whatever has become of the case it asked about."""
    old = touch.own if touch.case is not None else None
    urgent = sos.sos(touch.tx, touch.person.chat, how="checkin")
    if old is not None:  # last, because joining shows the card without a sound, and this rings
        checkin.needs_help(touch.tx, old, urgent)


def _chosen_language(touch: Touch) -> str:
    """Return the language a button carries, "" when it carries none that is offered."""
    lang = touch.args[0] if touch.args else ""
    return lang if lang in touch.tx.settings.hotline.languages else ""


def _who(touch: Touch) -> None:
    answer.set_mode(touch.tx, touch.person, touch.going, touch.args[0])


def _answer(touch: Touch) -> None:
    name, number = touch.args
    code = answer.option(touch.tx, touch.going, name, int(number))
    answer.answer(touch.tx, touch.person, touch.going, name, code)


def _toggle(touch: Touch) -> None:
    answer.toggle(touch.tx, touch.person, touch.going, touch.args[0], int(touch.args[1]))


def _done(touch: Touch) -> None:
    answer.finish_multi(touch.tx, touch.person, touch.going, touch.args[0])


def _skip(touch: Touch) -> None:
    answer.skip(touch.tx, touch.person, touch.going, touch.args[0])


def _back(touch: Touch) -> None:
    answer.back(touch.tx, touch.person, touch.going)


def _more(touch: Touch) -> None:
    answer.more(touch.tx, touch.person, touch.going)


def _language(touch: Touch) -> None:
    """Keep the chosen language; who is in the middle of a case stays there."""
    tx, person = touch.tx, touch.person
    person.lang = _chosen_language(touch) or person.lang
    case = None if touch.case is None else touch.own
    for each in open_cases(tx, person):
        each.lang = person.lang
        tx.cases.save(each)
    if not person.silent:
        tx.outbox.show(person, KEY, "keys", silent=True)
    go(tx, person, "home" if case is None else "case", None if case is None else case.id)


def _page(name: str) -> Callable[[Touch], None]:
    def act(touch: Touch) -> None:
        go(touch.tx, touch.person, name)

    return act


def _rights(touch: Touch) -> None:
    """Show the list or one page of it; the way back leads to the case the person came from."""
    topic = list(touch.tx.catalog.rights)[int(touch.args[0])] if touch.args else ""
    go(touch.tx, touch.person, "rights", None if touch.case is None else touch.own.id, topic=topic)


def open_case(touch: Touch) -> None:
    """Show one of the person's cases, with what was written or asked while the chat was hidden."""
    tx, person, case = touch.tx, touch.person, touch.own
    come_back(person)
    case.hidden = False
    person.silent = case.mode == "me" and case.state == "open"
    deliver_waiting(tx, person, case)
    if not checkin.show_owed(tx, person, case):
        go(tx, person, "case", case.id)


def _hide(touch: Touch) -> Popup:
    lang = touch.person.lang or touch.tx.settings.hotline.languages[0]
    hide(touch.tx, touch.person)
    return Popup("hidden-done", alert=True, lang=lang)


def _ask_erase(touch: Touch) -> None:
    go(touch.tx, touch.person, "confirm-erase", touch.own.id)


def _ask_erase_all(touch: Touch) -> None:
    go(touch.tx, touch.person, "confirm-erase")


def _erase(touch: Touch) -> Popup:
    lang = touch.person.lang or touch.tx.settings.hotline.languages[0]
    tx, person = touch.tx, touch.person
    doomed = [touch.own] if touch.case is not None else list(filter(None, map(tx.cases.load, person.cases)))
    if touch.case is None:
        person.cases, person.waiting = [case.id for case in doomed], []
    withdraw.erase(tx, person, doomed)
    return Popup("erased-done", alert=True, lang=lang)


def _ask_withdraw(touch: Touch) -> None:
    go(touch.tx, touch.person, "confirm-withdraw", touch.going.id)


def _withdraw(touch: Touch) -> Popup:
    lang = touch.person.lang or touch.tx.settings.hotline.languages[0]
    withdraw.withdraw(touch.tx, touch.person, touch.going)
    return Popup("withdrawn-done", alert=True, lang=lang)


def _stay(touch: Touch) -> None:
    if touch.case is not None:
        go(touch.tx, touch.person, "case", touch.own.id)
    else:
        go(touch.tx, touch.person, "home")


def _report(touch: Touch) -> None:
    touch.person.lang = _chosen_language(touch) or touch.person.lang
    report.begin(touch.tx, touch.person)


def _send(touch: Touch) -> None:
    report.send(touch.tx, touch.person, touch.going)


def _drop_draft(touch: Touch) -> None:
    report.drop(touch.tx, touch.person, touch.going)


def _checkin(touch: Touch) -> None:
    checkin.answered(touch.tx, touch.person, touch.own, touch.args[0], touch.args[1])


def _reached(touch: Touch) -> None:
    checkin.reached(touch.tx, touch.person, touch.own, touch.args[0])


ACTS: Mapping[str, Callable[[Touch], Popup | None]] = {
    "sos": _sos,
    "need": _need,
    "who": _who,
    "ans": _answer,
    "tog": _toggle,
    "ok": _done,
    "skip": _skip,
    "back": _back,
    "more": _more,
    "lang": _language,
    "home": _page("home"),
    "languages": _page("languages"),
    "cases": _page("cases"),
    "rights": _rights,
    "case": open_case,
    "hide": _hide,
    "erase": _ask_erase,
    "erase-all": _ask_erase_all,
    "erase-yes": _erase,
    "withdraw": _ask_withdraw,
    "withdraw-yes": _withdraw,
    "stay": _stay,
    "report": _report,
    "send": _send,
    "drop-draft": _drop_draft,
    "chk": _checkin,
    "reached": _reached,
}


def run(touch: Touch, act: str) -> Popup | None:
    """Do what a button says; an outdated one says so, an answer that does not fit is asked again."""
    lang = touch.person.lang or touch.tx.settings.hotline.languages[0]
    try:
        return ACTS[act](touch)
    except AnswerRefusedError as refused:
        return Popup(f"answer-refused-{refused.reason}", lang=lang)
    except (LookupError, ValueError):
        return Popup("tap-outdated", lang=lang)
