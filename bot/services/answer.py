"""The person's answers to a questionnaire: stored one by one, shown at once to those who look at the case."""

from collections.abc import Sequence

from bot.domain.answer import accept
from bot.domain.case import Case
from bot.domain.form import SKIPPED, Form, Question, next_question, previous_question
from bot.domain.people import Person
from bot.services import custody, facts
from bot.services.escalate import judge_again, restart
from bot.services.pages import refresh_staff
from bot.services.ports import Tx
from bot.services.screen import go

UNKNOWN_REGION = "unknown"
MOST_MOVES = 3
"""How often a new region restarts the plan at once."""


def form_of(tx: Tx, case: Case) -> Form | None:
    """Return the questionnaire of a case; None while it is not known who is held."""
    if case.kind == "report":
        return tx.catalog.forms["report"]
    return tx.catalog.forms[f"sos-{case.mode}"] if case.mode else None


def asked_now(tx: Tx, case: Case) -> Question | None:
    """Return the question that is open."""
    form = form_of(tx, case)
    return None if form is None else next_question(form, case.answers, more=case.more)


def set_mode(tx: Tx, person: Person, case: Case, mode: str) -> None:
    """Record whether the person writing is the one held; "me" makes everything silent from here on."""
    case.mode = "me" if mode == "me" else "other"
    person.silent = case.mode == "me"
    case.record("answered", tx.now, "person", question="who", answer=case.mode)
    case.confirm(tx.now)
    _store(tx, person, case)


def answer(tx: Tx, person: Person, case: Case, name: str, raw: str | Sequence[str] | tuple[float, float]) -> None:
    """Store an answer. Raises AnswerRefusedError when it does not fit, LookupError for an outdated button."""
    form = form_of(tx, case)
    if form is None or case.state == "closed":
        raise LookupError(name)
    question = form.question(name)
    case.answers[name] = accept(question, raw, case.answers)
    if question.kind == "when":
        case.notes.setdefault("told-at", {})[name] = tx.now  # "today" is the day on which it was said
    case.notes.get("picked", {}).pop(name, None)
    case.record("answered", tx.now, "person", question=name, answer=case.answers[name], form=form.version)
    _after(tx, person, case, name)


def option(tx: Tx, case: Case, name: str, number: int) -> str:
    """Return the code behind an option's number; raises LookupError for an outdated button."""
    form = form_of(tx, case)
    if form is None:
        raise LookupError(name)
    return form.question(name).open_options(case.answers)[number]


def toggle(tx: Tx, person: Person, case: Case, name: str, number: int) -> None:
    """Tick or untick one of several; lawyers see it before the person says that this is all."""
    chosen = option(tx, case, name, number)
    picked = case.notes.setdefault("picked", {}).setdefault(name, [])
    if chosen in picked:
        picked.remove(chosen)
    else:
        picked.append(chosen)
    case.record("picked", tx.now, "person", question=name, answer=list(picked))
    _store(tx, person, case)


def finish_multi(tx: Tx, person: Person, case: Case, name: str) -> None:
    """The ticks of a question with several answers are complete."""
    answer(tx, person, case, name, case.notes.get("picked", {}).get(name, []))


def skip(tx: Tx, person: Person, case: Case, name: str) -> None:
    """Leave a question out; what was ticked of it stays."""
    if case.notes.get("picked", {}).get(name):
        finish_multi(tx, person, case, name)
        return
    case.answers[name] = SKIPPED
    case.record("skipped", tx.now, "person", question=name)
    _store(tx, person, case)


def back(tx: Tx, person: Person, case: Case) -> None:
    """Ask the last question again."""
    form = form_of(tx, case)
    last = None if form is None else previous_question(form, case.answers)
    if last is not None:
        given = case.answers.pop(last.id)
        if last.kind == "multi" and isinstance(given, list):
            case.notes.setdefault("picked", {})[last.id] = given
        case.record("asked-again", tx.now, "person", question=last.id)
    elif case.kind == "sos" and case.mode:
        case.mode = ""
        case.record("asked-again", tx.now, "person", question="who")
    _store(tx, person, case)


def more(tx: Tx, person: Person, case: Case) -> None:
    """➕: the person wants to tell more."""
    case.more = True
    case.record("more", tx.now, "person")
    _store(tx, person, case)


def _after(tx: Tx, person: Person, case: Case, name: str) -> None:
    value = case.answers[name]
    if name in {"place", "region"}:
        _place(tx, case, value)
    if name == "district" and isinstance(value, str):
        case.district = value
    _store(tx, person, case)


def _place(tx: Tx, case: Case, value: object) -> None:
    """A region restarts the plan at that region's first tier; own words may name one."""
    region = value if isinstance(value, str) else None
    if isinstance(value, dict) and "text" in value:
        region = tx.catalog.codes.recognise("region", str(value["text"]))
    if region is None or region == UNKNOWN_REGION or region not in tx.settings.hotline.regions or region == case.region:
        return
    case.region = region
    moves = case.notes["moves"] = case.notes.get("moves", 0) + 1
    if case.escalating and moves <= MOST_MOVES:  # after that the next step pages there: nobody's taps ring like a bell
        restart(tx, case)


def _store(tx: Tx, person: Person, case: Case) -> None:
    if case.state != "draft":
        custody.review(tx, case)
        facts.write(tx, case)
        refresh_staff(tx, case)
        judge_again(tx, case)
    tx.cases.save(case)
    go(tx, person, "case", case.id)
