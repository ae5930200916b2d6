"""What the buttons on a person's screen do. Each act checks when it is used whether it still makes sense."""

from collections.abc import Callable, Mapping

from bot.domain.answer import AnswerRefusedError
from bot.services import answer, checkin, held, report, sos
from bot.services.screen import KEY, come_back, go, open_cases
from bot.services.words import deliver_waiting
from handlers import deadline_acts, person_leaving
from handlers.context import Popup
from handlers.touch import Touch


def _sos(touch: Touch) -> None:
    sos.sos(touch.tx, touch.person.chat, _chosen_language(touch))


def _need(touch: Touch) -> None:
    """Answer "need help" to a check-in: pages at once, whatever has become of the case it asked about."""
    old = touch.own if touch.case is not None else None
    urgent = sos.sos(touch.tx, touch.person.chat, how="checkin")
    if old is not None:  # last, because joining shows the card without a sound, and this rings
        checkin.needs_help(touch.tx, old, urgent)


def _held(touch: Touch) -> None:
    """Answer whether somebody is held right now."""
    if touch.args[0] == "yes":
        held.yes(touch.tx, touch.person, _chosen_language(touch))
    else:
        touch.person.lang = _chosen_language(touch) or touch.person.lang
        held.no(touch.tx, touch.person)


def _chosen_language(touch: Touch) -> str:
    """Return the language a button carries, "" when it carries none that is offered."""
    lang = touch.args[-1] if touch.args else ""
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
    **person_leaving.ACTS,
    **deadline_acts.PERSON_ACTS,
    "sos": _sos,
    "need": _need,
    "held": _held,
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
    "stay": _stay,
    "report": _report,
    "send": _send,
    "drop-draft": _drop_draft,
    "chk": _checkin,
    "reached": _reached,
}


def run(touch: Touch, act: str) -> Popup | None:
    """Do what a button says; an outdated one says so, an answer that does not fit is asked again."""
    try:
        return ACTS[act](touch)
    except AnswerRefusedError as refused:
        return Popup(f"answer-refused-{refused.reason}", lang=touch.lang)
    except (LookupError, ValueError):
        return Popup("tap-outdated", lang=touch.lang)
