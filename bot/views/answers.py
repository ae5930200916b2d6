"""Answers in words: for the person's summary and for the lawyer's card."""

from bot.domain.case import Case
from bot.domain.form import SKIPPED, open_questions
from bot.domain.parts import clip
from bot.services.answer import form_of
from bot.views.screen import Look

_OWN_WORDS = 2_000


def summary_lines(look: Look, case: Case, *, skipped: bool = True, own_words: int = _OWN_WORDS) -> list[str]:
    """Return one line for each answer given; what was skipped too, unless that is of no use.

    `own_words` is how much of somebody's own words a line holds, in UTF-16 units; the rest is in the events.
    """
    form = form_of(look.tx, case)
    if form is None:
        return []
    picked = case.notes.get("picked", {})
    lines = []
    for question in open_questions(form, case.answers, more=True):
        value = case.answers.get(question.id, picked.get(question.id) or SKIPPED)
        if value is SKIPPED:
            if skipped and question.id in case.answers:
                lines.append(_row(look, question.id, look.t("summary-skipped")))
            continue
        lines.append(_row(look, question.id, clip(_value(look, question.labels, value), own_words)))
    return lines


def _row(look: Look, question: str, value: str) -> str:
    return look.t("summary-row", label=look.t(f"label-{question}"), value=value)


def _value(look: Look, labels: str, value: object) -> str:
    match value:
        case str():
            return look.t(f"{labels}-{value}")
        case []:
            return look.t("summary-nothing")
        case list():
            return ", ".join(look.t(f"{labels}-{each}") for each in value)
        case {"text": text}:
            return str(text)
        case {"lat": lat, "lon": lon}:
            return f"{look.t('summary-point')} {float(lat):.5f}, {float(lon):.5f}"
        case _:
            return look.t("summary-skipped")
