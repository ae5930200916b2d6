"""🆘: in the unit that handles it the case, its next escalation step and the pages exist.

One person's repeated 🆘 joins the case that is open.
"""

from collections.abc import Sequence
from typing import Any

from bot.domain.asking import Asked
from bot.domain.case import Case, Doubt
from bot.domain.people import Person
from bot.services import checkin, custody, facts, priority, words
from bot.services.escalate import judge_again, start
from bot.services.pages import refresh_staff
from bot.services.ports import Tx
from bot.services.screen import come_back, go, open_cases, person_of

ASK = "held-question"
"""The timer by which silence after the question pages; its subject is the person."""


def sos(
    tx: Tx, chat: int, lang: str = "", how: str = "tap", reasons: Sequence[str] = (), report: Case | None = None
) -> Case:
    """Open an urgent case for this chat, or join the open one; page lawyers at once.

    `reasons` are codes of the triage; `report` is the case in which the words were said.
    """
    person = person_of(tx, chat)
    come_back(person)
    if lang:
        person.lang = lang
    case = urgent_of(tx, person)
    if case is None:
        case = call(tx, person, how, reasons, report=report)
    else:
        _join(tx, case, how, reasons)
    person.silent = case.mode == "me"
    take_said(tx, person, case)
    if case.notes.get("waiting"):
        words.deliver_waiting(tx, person, case)
    go(tx, person, "case", case.id)
    return case


def urgent_of(tx: Tx, person: Person) -> Case | None:
    """Return the person's open urgent case."""
    return next((each for each in open_cases(tx, person) if each.urgent), None)


def call(
    tx: Tx, person: Person, how: str, reasons: Sequence[str], *, doubt: Doubt = "", report: Case | None = None
) -> Case:
    """Open an urgent case and page lawyers; the person's screen stays as it is."""
    report = report or _report(tx, person)
    case = Case(
        id=tx.new_case_id(),
        code=tx.new_code(),
        kind="sos",
        opened=tx.now,
        lang=person.lang or (person.asked.lang if person.asked else "") or tx.settings.hotline.languages[0],
        who=person.who,
        urgent=True,
        region=person.region if report is None else report.region or person.region,
        source=person.source,
        hidden=person.hidden,
        how=how,
        doubt=doubt,
    )
    person.cases.append(case.id)
    begin(tx, case, reasons, doubted=person.doubted_until > tx.now)
    if report is not None:
        case.record("follows", tx.now, "system", code=report.code)
        tx.cases.save(case)
    return case


def begin(tx: Tx, case: Case, reasons: Sequence[str] = (), *, doubted: bool = False) -> None:
    """Record the opening, page lawyers and set what is due later. `reasons` are codes of the triage.

    `doubted` is a chat that has raised a false alarm.
    """
    case.record("opened", tx.now, "system" if case.doubt else "person", **_how(case.how, reasons, case.doubt))
    case.priority = priority.current(tx, case)
    start(tx, case, doubted=doubted)
    checkin.case_opened(tx, case)
    custody.review(tx, case)
    facts.write(tx, case)
    tx.cases.save(case)


def take_said(tx: Tx, person: Person, case: Case) -> None:
    """What was said before there was a case for it goes into this one, and the question is answered."""
    words.take_waiting(tx, person, case)
    asked = stop_asking(tx, person)
    for each in () if asked is None else asked.said:
        words.keep(tx, case, each["said"])
        tx.messages.concern(person.who, each["number"], case.id)


def stop_asking(tx: Tx, person: Person) -> Asked | None:
    """Take back the question that stands, and what silence would have done. The caller saves the person."""
    asked, person.asked = person.asked, None
    if asked is not None and asked.due is not None:
        tx.timers.cancel(ASK, person.who)
    return asked


def _join(tx: Tx, case: Case, how: str, reasons: Sequence[str]) -> None:
    case.record("sos-again", tx.now, "person", **_how(how, reasons))
    case.confirm(tx.now)
    case.hidden = False
    case.priority.seen = []  # a new cry: whoever made the case lighter did not know of it
    refresh_staff(tx, case)
    judge_again(tx, case)
    tx.cases.save(case)


def _how(how: str, reasons: Sequence[str], doubt: Doubt = "") -> dict[str, Any]:
    more = {"reasons": list(reasons), "doubt": doubt}
    return {"how": how, **{name: value for name, value in more.items() if value}}


def _report(tx: Tx, person: Person) -> Case | None:
    """Return the report in which the question came up."""
    return None if person.asked is None or person.asked.about is None else tx.cases.load(person.asked.about)
