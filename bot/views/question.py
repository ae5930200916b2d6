"""One question of a questionnaire: its words and its buttons. Every one can be skipped."""

from bot.domain.case import Case
from bot.domain.form import Question, previous_question
from bot.services.answer import form_of
from bot.views.screen import Button, Look, pairs


def question_text(look: Look, case: Case, question: Question) -> str:
    """Return the question; where own words are asked for about somebody held, with how a lawyer will answer."""
    asked = look.t(question.ask)
    return f"{asked}\n{look.t('sos-other-contact')}" if question.kind == "text" and case.kind == "sos" else asked


def question_rows(look: Look, case: Case, question: Question) -> list[list[Button]]:
    """Return a question's buttons: its options, and ✅ ⏭ ↩️ as they fit."""
    options = question.open_options(case.answers)
    picked = case.notes.get("picked", {}).get(question.id, [])
    buttons = []
    for number, code in enumerate(options):
        label = look.t(f"{question.labels}-{code}")
        if question.kind == "multi":
            label = look.t("option-chosen" if code in picked else "option-open", label=label)
            buttons.append(Button(label, f"tog.{question.id}.{number}", case.id))
        else:
            buttons.append(Button(label, f"ans.{question.id}.{number}", case.id))
    longest = max((len(button.label) for button in buttons), default=0)
    rows = pairs(buttons, 1 if longest > 22 else 2)
    if question.kind == "multi":
        rows.append([look.button("button-done", f"ok.{question.id}")])
    return [*rows, _ends(look, case, question)]


def _ends(look: Look, case: Case, question: Question) -> list[Button]:
    ends = [look.button("button-skip", f"skip.{question.id}")]
    form = form_of(look.tx, case)
    if form is not None and (previous_question(form, case.answers) is not None or case.kind == "sos"):
        ends.insert(0, look.button("button-back", "back"))
    return ends
