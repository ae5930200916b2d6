"""A person's own case: how it stands, what is asked now, and what can be done. Short while somebody is held."""

from bot.domain.case import Case
from bot.domain.escalation import WIDEN_AFTER
from bot.domain.form import Question
from bot.domain.ids import show_code
from bot.domain.parts import clip
from bot.services import deadlines
from bot.services.answer import asked_now
from bot.views.answers import summary_lines
from bot.views.question import question_rows, question_text
from bot.views.screen import HOME, Button, Look, Screen

_OWN_WORDS = 200
_SUMMARY = 3_500
_RIGHT_NOW = ("now", "within-hour")


def case_page(look: Look, found: Case) -> Screen:
    """Return the page of one case."""
    if found.state == "draft":
        return _draft(look, found)
    if found.state == "closed" or found.withdrawn:
        return _over(look, found)
    question = asked_now(look.tx, found)
    blocks = [look.t("case-header", code=show_code(found.code)), status(look, found)]
    if found.mode and (question is None or question.id == "place"):
        blocks.append("\n".join(rights_lines(look, f"now-{found.mode}")))
    if found.kind == "sos" and not found.mode:
        blocks.append(look.t("ask-who"))
        rows = [[look.button("code-who-me", "who.me"), look.button("code-who-other", "who.other")]]
    elif question is not None and found.kind == "sos":
        blocks.append(question_text(look, found, question))
        rows = question_rows(look, found, question)
    else:
        blocks.append(look.t(f"case-enough-{found.mode or 'report'}"))
        rows = [[look.button("button-more", "more")]] if _has_more(look, found) else []
    return Screen("\n\n".join(blocks), [*rows, *_ways_out(look, found)])


def status(look: Look, found: Case) -> str:
    """Return the truth about who has answered; never that help is coming."""
    return look.t("status-" + _status(look, found))


def _status(look: Look, found: Case) -> str:
    if found.state == "closed":
        return "closed"
    if found.withdrawn:
        return "withdrawn"
    if not found.urgent:
        return "received" if found.claim is None else "received-claimed"
    if found.claim is not None:
        return "claimed" if found.word_first is None else "claimed-written"
    if found.claimed_first is not None:
        return "calling-again"
    return "nobody-hour" if look.tx.now - found.opened >= WIDEN_AFTER else "calling"


def rights_lines(look: Look, page: str) -> list[str]:
    """Return a page of rights as its title and lines."""
    found = look.tx.catalog.rights[page]
    return [look.t(found.title), *(f"• {look.t(line)}" for line in found.lines)]


def _draft(look: Look, found: Case) -> Screen:
    question = asked_now(look.tx, found)
    drop = [look.button("button-drop-draft", "drop-draft")]
    if question is not None:
        text, rows = question_text(look, found, question), question_rows(look, found, question)
    else:
        lines = [look.t("summary-title"), "", *summary_lines(look, found, own_words=_OWN_WORDS)]
        text = clip("\n".join(lines), _SUMMARY)
        rows = [[look.button("button-send", "send"), look.button("button-back", "back")]]
    if _may_be_now(found, question):
        text = f"{text}\n\n{look.t('report-now')}"
        rows = [[Button(look.t("button-sos"), "sos")], *rows]
    return Screen(text, [*rows, drop])


def _may_be_now(found: Case, question: Question | None) -> bool:
    """Tell whether the report may be about somebody who is held now: 🆘 is then on the page itself."""
    return found.answers.get("when") in _RIGHT_NOW or (question is not None and question.id == "when")


def _over(look: Look, found: Case) -> Screen:
    lines = [look.t("case-header", code=show_code(found.code)), status(look, found)]
    ends = [[look.button("button-erase", "erase")], [look.button("button-home", "home", HOME)]]
    return Screen("\n\n".join(lines), [*_reminders(look, found), *ends])


def _reminders(look: Look, found: Case) -> list[list[Button]]:
    return [[look.button("button-reminders", "dl")]] if deadlines.for_person(found) else []


def _has_more(look: Look, found: Case) -> bool:
    form = look.tx.catalog.forms.get(f"sos-{found.mode}")
    return form is not None and not found.more and any(question.more for question in form.questions)


def _ways_out(look: Look, found: Case) -> list[list[Button]]:
    rows = [
        *_reminders(look, found),
        [look.button("button-rights", "rights"), look.button("button-hide", "hide", HOME)],
        [look.button("button-withdraw", "withdraw"), look.button("button-erase", "erase")],
    ]
    return rows if found.mode == "me" else [*rows, [look.button("button-home", "home", HOME)]]
