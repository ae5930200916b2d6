"""Questionnaires as data: what to ask next follows from the answers so far, and from nothing else.

The rules of a conversation:
- Questions come in the order of form.toml. One is left out when its `when` does not hold, when it has no
  options (a district of an unknown region), or when it waits behind ➕ and nobody asked for more.
- Every question can be skipped; a skipped one is stored as SKIPPED and not asked again.
- There is no step to remember: after a restart the same answers give the same question.
- Whoever changes an earlier answer is asked again only what no longer fits (the district of another region).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NewType, cast, get_args

from bot.domain.codelists import Code, CodeLists

QuestionId = NewType("QuestionId", str)
Kind = Literal["choice", "multi", "place", "text", "when"]
Answers = Mapping[str, object]
"""Question id -> what `bot.domain.answer.accept` returned, or SKIPPED."""

SKIPPED: Final = None

_KEYS = {"id", "kind", "options", "without", "within", "when", "more", "urgent", "ask"}


class FormError(ValueError):
    """form.toml is wrong; the message says where. For whoever edits the file."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `ask` is the id of its wording; an option's label is `{labels}-{option}`."""

    id: QuestionId
    kind: Kind
    ask: str
    labels: str
    options: tuple[Code, ...]
    groups: Mapping[str, tuple[Code, ...]]
    within: QuestionId | None
    when: Mapping[QuestionId, tuple[str, ...]]
    more: bool
    urgent: bool

    def open_options(self, answers: Answers) -> tuple[Code, ...]:
        """Return the options that fit the earlier answers."""
        if self.within is None:
            return self.options
        chosen = answers.get(self.within)
        return self.groups.get(chosen, ()) if isinstance(chosen, str) else ()

    def applies(self, answers: Answers) -> bool:
        """Tell whether the earlier answers leave this question open (➕ aside)."""
        if self.options and not self.open_options(answers):
            return False
        return all(_holds(answers.get(other), wanted) for other, wanted in self.when.items())

    def is_answered(self, answers: Answers) -> bool:
        """Tell whether there is an answer, or a skip, that still fits the earlier ones."""
        if self.id not in answers:
            return False
        answer = answers[self.id]
        return self.within is None or not isinstance(answer, str) or answer in self.open_options(answers)


@dataclass(frozen=True, slots=True)
class Form:
    """One questionnaire; its version is stored with every answer."""

    id: str
    version: int
    questions: tuple[Question, ...]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any], codes: CodeLists) -> "Form":
        """Check one [[form]] of form.toml against the code lists; raises FormError."""
        questions: dict[QuestionId, Question] = {}
        for given in data["question"]:
            question = _question(given, codes, questions)
            _check(question.id, question.id not in questions, f"stands twice in {data['id']!r}")
            questions[question.id] = question
        return cls(data["id"], int(data["version"]), tuple(questions.values()))

    def question(self, name: str) -> Question:
        """Return the question of that id; raises KeyError (an old button of an older form)."""
        for each in self.questions:
            if each.id == name:
                return each
        raise KeyError(name)


def forms_from_toml(data: Mapping[str, Any], codes: CodeLists) -> dict[str, Form]:
    """Check all of form.toml; raises FormError."""
    forms = [Form.from_toml(each, codes) for each in data["form"]]
    if len({form.id for form in forms}) != len(forms):
        message = "two forms have the same id"
        raise FormError(message)
    return {form.id: form for form in forms}


def open_questions(form: Form, answers: Answers, *, more: bool = False) -> tuple[Question, ...]:
    """Return, in order, the questions that these answers ask or have answered: the rows of a summary."""
    return tuple(each for each in form.questions if (more or not each.more) and each.applies(answers))


def next_question(form: Form, answers: Answers, *, more: bool = False) -> Question | None:
    """Return what to ask now; None when the form is through."""
    waiting = (each for each in open_questions(form, answers, more=more) if not each.is_answered(answers))
    return next(waiting, None)


def previous_question(form: Form, answers: Answers) -> Question | None:
    """Return the last question answered or skipped; ↩️ forgets that answer, so that it is asked again."""
    asked = [each for each in open_questions(form, answers, more=True) if each.is_answered(answers)]
    return asked[-1] if asked else None


def _holds(answer: object, wanted: tuple[str, ...]) -> bool:
    chosen = answer if isinstance(answer, list) else [answer]
    return any(each in chosen for each in wanted)


def _question(given: Mapping[str, Any], codes: CodeLists, earlier: Mapping[QuestionId, Question]) -> Question:
    name, kind = given.get("id", ""), given.get("kind", "")
    _check(name, not given.keys() - _KEYS, f"unknown key {', '.join(sorted(given.keys() - _KEYS))}")
    _check(name, kind in get_args(Kind), f"unknown kind {kind!r}; write one of {', '.join(get_args(Kind))}")
    source, options = _options(name, given, codes)
    _check(name, bool(options) == (kind != "text"), f"kind {kind!r} and its options do not fit")
    within = given.get("within")
    groups = codes.groups.get(source, {}) if within is not None else {}
    when = {QuestionId(other): _values(value) for other, value in given.get("when", {}).items()}
    for other, values in [*when.items(), *([(QuestionId(within), tuple(groups))] if within is not None else [])]:
        _check(name, other in earlier, f"looks at {other!r}, which does not come before it")
        _check(name, values and set(values) <= set(earlier[other].options), f"{other!r} can never be {values}")
    return Question(
        id=QuestionId(name),
        kind=cast("Kind", kind),
        ask=given.get("ask", f"ask-{name}"),
        labels=f"code-{source or name}",
        options=options,
        groups=groups,
        within=within,
        when=when,
        more=given.get("more", False),
        urgent=given.get("urgent", False),
    )


def _options(name: str, given: Mapping[str, Any], codes: CodeLists) -> tuple[str, tuple[Code, ...]]:
    source, without = given.get("options", []), given.get("without", [])
    if isinstance(source, str):
        _check(name, source in codes.lists, f"codes.toml has no list {source!r}")
        full = codes.lists[source]
    else:
        full = tuple(Code(each) for each in source)
        _check(name, len(set(full)) == len(full), "an option stands there twice")
    _check(name, set(without) <= set(full), "`without` takes off what is not an option")
    return source if isinstance(source, str) else "", tuple(each for each in full if each not in without)


def _values(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _check(name: str, fine: object, problem: str) -> None:
    if not fine:
        message = f"question {name!r}: {problem}"
        raise FormError(message)
