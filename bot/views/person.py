"""The person's one screen. Every page follows from the person's row and their case; nothing here remembers.

The first 60 characters of each page are harmless: they are what a lock screen shows.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.case import Case
from bot.domain.ids import show_code
from bot.domain.parts import clip
from bot.domain.people import Person
from bot.domain.tongue import tongue_of
from bot.views import deadlines as later
from bot.views.case_page import case_page, rights_lines, status
from bot.views.guard import case_of
from bot.views.moments import day_words
from bot.views.screen import HOME, Button, Look, Screen, pairs

_LONGEST = 4_096


def screen(look: Look) -> Screen:
    """Return the page the person is on; whatever is gone leads to the menu."""
    person = _person(look)
    page = PAGES.get(person.page.get("name", "first"), first)
    if page in NEED_CASE and look.case is None:
        page = home
    shown = page(look)
    note = person.page.get("note")
    text = f"{look.t(str(note))}\n\n{shown.text}" if note else shown.text
    return replace(shown, text=clip(text, _LONGEST))


def first(look: Look) -> Screen:
    """Return the first screen: one tap to 🆘 in either language, before any choice."""
    offered = _languages(look)
    rows = [[button] for button in _in_each(look, "button-sos", "sos", offered)]
    return Screen(
        _both(look, "first-screen", offered), [*rows, _in_each(look, "button-choose-language", "lang", offered)]
    )


def home(look: Look) -> Screen:
    """Return the menu in the person's language; it looks the same whether or not there is a case."""
    rows = [
        [_home_button(look, "button-sos", "sos")],
        [_home_button(look, "button-report", "report")],
        [_home_button(look, "button-rights", "rights"), _home_button(look, "button-reports", "cases")],
        [_home_button(look, "button-language", "languages"), _home_button(look, "button-hide", "hide")],
        [_home_button(look, "button-erase", "erase-all")],
    ]
    return Screen(look.t("home-screen"), rows)


def languages(look: Look) -> Screen:
    """Return the choice of languages, each named in itself."""
    offered = _languages(look)
    back_to = HOME if look.case is None else look.case.id
    buttons = _in_each(look, "button-choose-language", "lang", offered)
    return Screen(_both(look, "choose-language", offered), [[replace(button, subject=back_to) for button in buttons]])


def help_page(look: Look) -> Screen:
    """Return what can be done here."""
    return Screen(look.t("help-screen"), home(look).rows)


def case(look: Look) -> Screen:
    """Return the person's case."""
    return home(look) if look.case is None else case_page(look, look.case)


def rights(look: Look) -> Screen:
    """Return the list of rights pages, or one of them with its date."""
    chosen = look.tx.catalog.rights.get(str(_person(look).page.get("topic")))
    if chosen is None:
        menu = [page for page in look.tx.catalog.rights.values() if page.place == "menu"]
        numbers = {page: number for number, page in enumerate(look.tx.catalog.rights)}  # an id would not fit a button
        rows = pairs([look.button(page.title, f"rights.{numbers[page.id]}") for page in menu], 1)
        return Screen("\n".join([look.t("rights-header"), look.t("rights-menu")]), [*rows, [_back(look)]])
    lines = [look.t("rights-header"), "", *rights_lines(look, chosen.id), "", *(look.t(each) for each in chosen.note)]
    return Screen("\n".join(lines), [[look.button("button-back", "rights")]])


def cases(look: Look) -> Screen:
    """Return the person's own codes and how each stands."""
    found = [each for each in map(look.tx.cases.load, _person(look).cases) if each is not None]
    found = [each for each in found if each.state != "draft"]
    if not found:
        return Screen(look.t("cases-none"), [[_back(look)]])
    lines = [look.t("cases-row", code=show_code(each.code), status=status(look, each)) for each in found]
    rows = [[Button(look.t("button-case", code=show_code(each.code)), "case", each.id)] for each in found]
    return Screen("\n".join([look.t("cases-header"), *lines]), [*rows, [_home_button(look, "button-back", "home")]])


def confirm_erase(look: Look) -> Screen:
    """Return the one question before everything written is destroyed."""
    rows = [[look.button("button-erase-yes", "erase-yes")], [look.button("button-no", "stay")]]
    return Screen(look.t("erase-screen"), rows)


def confirm_withdraw(look: Look) -> Screen:
    """Return the one question before a case is withdrawn."""
    rows = [[look.button("button-withdraw-yes", "withdraw-yes")], [look.button("button-no", "stay")]]
    return Screen(look.t("withdraw-screen"), rows)


def whose(look: Look) -> Screen:
    """Return the one question to words that came outside any question and any case."""
    offered = _as_spoken(look)
    acts = [*_in_each(look, "button-sos", "sos", offered), *_in_each(look, "button-report", "report", offered)]
    rows = [[button] for button in acts]
    return Screen(_both(look, "whose-screen", offered), [*rows, [_home_button(look, "button-home", "home")]])


def held(look: Look) -> Screen:
    """Return the question whether somebody is held right now, and what silence does or has done."""
    called = look.case if look.case is not None and look.case.urgent else None
    if called is not None and called.state != "open":
        return case(look)
    asked = _person(look).asked
    guess = called.lang if called is not None else asked.lang if asked is not None else ""
    offered = sorted(_spoken(look), key=lambda lang: lang != guess)  # what a stranger seems to speak stands first
    blocks = ["\n".join(_held_lines(replace(look, lang=lang), called)) for lang in offered]
    rows = [
        [Button(look.texts(lang, f"button-{each}"), f"held.{each}.{lang}") for each in ("yes", "no")]
        for lang in offered
    ]
    hide = Button(look.texts(offered[0], "button-hide"), "hide", HOME)
    return Screen("\n\n".join(blocks), [*rows, [hide]])


def _held_lines(look: Look, called: Case | None) -> list[str]:
    if called is not None:
        return [look.t("held-late"), status(look, called), look.t("held-ask")]
    asked = _person(look).asked
    silence = [look.t("held-silence")] if asked is not None and asked.due is not None else []
    return [look.t("held-intro"), look.t("held-ask"), *silence]


def first_aid(look: Look) -> Screen:
    """Return what to do at once for somebody who does not wake or hardly breathes."""
    return Screen(_both(look, "first-aid", _as_spoken(look)))


def checkin(look: Look) -> Screen:
    """Return the neutral question how the person is."""
    at = look.to.page.get("at", "1")
    acts = {"fine": f"chk.{at}.fine", "need-help": "need", "stop": f"chk.{at}.stop"}
    rows = [[look.button(f"code-checkin-{each}", acts[each])] for each in look.tx.catalog.codes.lists["checkin"]]
    return Screen(look.t("checkin-screen"), rows)


def reached(look: Look) -> Screen:
    """Return the question whether a lawyer has been in touch."""
    rows = [[look.button("button-yes", "reached.yes"), look.button("button-no", "reached.no")]]
    return Screen(look.t("checkin-reached-screen"), rows)


def deadlines(look: Look) -> Screen:
    """Return the deadlines of the person's case, one of them, or the calendar for it."""
    return later.page(look, case_of(look), _person(look).page, look.button("button-back", "case"))


def reminder(look: Look) -> Screen:
    """Return a reminder: a day and nothing else; what it is about is behind the button."""
    shown = later.nearest(look, case_of(look))
    if shown is None:
        return home(look)
    return Screen(look.t("reminder-screen", day=day_words(look, shown)), [[look.button("button-reminder-open", "dl")]])


def keys(look: Look) -> Screen:
    """Return the reply keyboard: 🆘 and 📍 that a client sends later when the network is poor."""
    offered = _spoken(look)
    sos = [(look.texts(lang, "button-sos"), False) for lang in offered]
    return Screen(_both(look, "keys-hint", offered), keys=(*sos, (look.t("button-place-me"), True)))


def not_stored(look: Look) -> Screen:
    """Return the request to send a message again that could not be kept."""
    offered = _spoken(look)
    return Screen(_both(look, "not-stored", offered))


def _person(look: Look) -> Person:
    assert isinstance(look.to, Person)  # noqa: S101 - these views are shown to persons only
    return look.to


def _languages(look: Look) -> list[str]:
    return list(look.tx.settings.hotline.languages)


def _both(look: Look, text_id: str, offered: list[str]) -> str:
    return "\n\n".join(look.texts(lang, text_id) for lang in offered)


def _spoken(look: Look) -> list[str]:
    """Return the person's language, all of them for a stranger and for a hidden chat, which must look like one."""
    person = _person(look)
    return [person.lang] if person.lang and not person.hidden else _languages(look)


def _as_spoken(look: Look) -> list[str]:
    """Return the same, and first what a stranger's last words seem to be in."""
    waiting = _person(look).waiting
    guess = tongue_of(str(waiting[-1]["said"].get("text") or "")) if waiting else ""
    return sorted(_spoken(look), key=lambda lang: lang != guess)


def _in_each(look: Look, text_id: str, act: str, offered: list[str]) -> list[Button]:
    """Return a button in each language; what it does sets the language too."""
    return [Button(look.texts(lang, text_id), f"{act}.{lang}") for lang in offered]


def _home_button(look: Look, text_id: str, act: str) -> Button:
    return Button(look.t(text_id), act, HOME)


def _back(look: Look) -> Button:
    """Return the way back: to the case the person came from, else to the menu."""
    return _home_button(look, "button-back", "home") if look.case is None else look.button("button-back", "case")


PAGES: dict[str, Callable[[Look], Screen]] = {
    "first": first,
    "home": home,
    "languages": languages,
    "help": help_page,
    "case": case,
    "rights": rights,
    "cases": cases,
    "confirm-erase": confirm_erase,
    "confirm-withdraw": confirm_withdraw,
    "whose": whose,
    "held": held,
    "checkin": checkin,
    "reached": reached,
    "deadlines": deadlines,
    "reminder": reminder,
}
NEED_CASE = (case, confirm_withdraw, checkin, reached, deadlines, reminder)
