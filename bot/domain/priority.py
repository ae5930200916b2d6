"""How urgent a case is: P0 to P3 with reasons, by rules that are data (priorities.toml).

- Every rule that holds is a ground; the gravest ground gives the priority. Rules only ever ask whether something is
  there, so one fact more can make a case graver and never lighter.
- A priority set by hand stands, whatever was known when it was set. A graver ground that arrives later counts again.
- Time comes in as UTC milliseconds; nothing here raises, whatever a case holds.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final, get_args

from bot.domain.case import Case, Level, Priority
from bot.domain.codelists import CodeLists
from bot.domain.durations import parse_duration
from bot.domain.form import Form

LEVELS: Final[tuple[Level, ...]] = get_args(Level)
CRITICAL: Final[Level] = "P0"
ROUTINE: Final[Level] = "P3"
FLAGS: Final = "flags"
_KEYS = {"reason", "priority", "held", "answers", "open_for", "beyond", "due_within"}

Told = Mapping[str, Collection[str]]
"""Question id -> the codes answered."""


class PriorityError(ValueError):
    """priorities.toml is wrong; the message says where. For whoever edits the file."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a case is as urgent as `level`: a reason, with a detail where it has one ("beyond-limit/offence-3h")."""

    level: Level
    code: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: holds when everything it names is so."""

    reason: str
    level: Level
    held: bool = False
    answers: Mapping[str, frozenset[str]] | None = None
    open_for: int | None = None
    beyond: bool = False
    due_within: int | None = None

    def grounds(self, case: Case, told: Told, now: int) -> Sequence[Ground]:
        """Return what speaks for this level: nothing, one ground, or one for each limit or deadline."""
        if self.held and not is_held(case):
            return ()
        if self.open_for is not None and now - case.opened < self.open_for:
            return ()
        for question, wanted in (self.answers or {}).items():
            if wanted.isdisjoint(told.get(question, ())):
                return ()
        if self.beyond:
            details = [str(each) for each in case.beyond]
        elif self.due_within is not None:
            details = list(_due(case.deadlines, now + self.due_within))
        else:
            return (Ground(self.level, self.reason),)
        return [Ground(self.level, f"{self.reason}/{detail}") for detail in details]


@dataclass(frozen=True, slots=True)
class Rules:
    """All of priorities.toml."""

    rules: tuple[Rule, ...] = ()
    vouched: frozenset[str] = frozenset()
    doubt_for: int = 0
    """Milliseconds for which a chat is doubted after a false report."""

    @classmethod
    def from_toml(cls, data: Mapping[str, Any], codes: CodeLists, forms: Mapping[str, Form]) -> "Rules":
        """Check parsed priorities.toml against the code lists and the forms; raises PriorityError."""
        vouched = frozenset(data["vouched"])
        _check("vouched", vouched <= set(codes.lists["source"]), "names a source that codes.toml does not know")
        known = _options(codes, forms)
        return cls(tuple(_rule(each, known) for each in data["rule"]), vouched, parse_duration(data["doubt_for"]))

    def grounds(self, case: Case, now: int) -> tuple[Ground, ...]:
        """Return everything that speaks for a priority, the gravest first."""
        told = told_in(case)
        found = dict.fromkeys([ground for rule in self.rules for ground in rule.grounds(case, told, now)])
        return tuple(sorted(found, key=attrgetter("level")))

    def judge(self, case: Case, now: int) -> Priority:
        """Return the priority that holds now, with what its level rests on; what was set by hand is carried along."""
        kept = case.priority
        found = self.grounds(case, now)
        if kept.by_hand:
            found = tuple(ground for ground in found if ground.code not in kept.seen)
        level = min([kept.by_hand or ROUTINE, *(ground.level for ground in found)])
        reasons = [ground.code for ground in found if ground.level == level]
        return Priority(level, reasons, kept.by_hand, list(kept.seen), min(level, kept.peak))

    def place(self, case: Case, now: int) -> tuple[Level, bool, bool, int]:
        """Return what a list is sorted by: priority, then vouched, then answered cases, then the oldest."""
        return self.judge(case, now).level, not self.is_vouched(case), not is_answered(case), case.opened

    def is_vouched(self, case: Case) -> bool:
        """Tell whether something beside the case itself speaks for it: a lawyer's check, or how it came here."""
        return case.verified or case.source in self.vouched

    @property
    def flags(self) -> tuple[str, ...]:
        """Return the flags that weigh, in the order of the rules."""
        return tuple(dict.fromkeys(flag for rule in self.rules for flag in sorted((rule.answers or {}).get(FLAGS, ()))))


def set_by_hand(rules: Rules, case: Case, level: Level, now: int) -> Priority:
    """Return the priority a member of staff gives: it stands until a graver ground arrives that is not here yet."""
    seen = [ground.code for ground in rules.grounds(case, now)]
    return Priority(level, [], level, seen, level)


def is_held(case: Case) -> bool:
    """Tell whether somebody is held or searched now, as far as anybody knows."""
    return case.urgent and case.state != "closed"


def is_answered(case: Case) -> bool:
    """Tell a case that says something from a bare tap: an answer, a tick, words."""
    given = any(answer is not None for answer in case.answers.values())
    return given or any(_picked(case).values()) or bool(case.notes.get("said"))


def flags_of(case: Case) -> tuple[str, ...]:
    """Return the flags chosen so far, those still being picked and those a lawyer has marked too."""
    chosen = _codes(case.answers.get(FLAGS)) or _codes(_picked(case).get(FLAGS))
    return tuple(dict.fromkeys((*chosen, *marked_by_staff(case))))


def marked_by_staff(case: Case) -> tuple[str, ...]:
    """Return the flags a lawyer has marked."""
    return _codes(case.notes.get("marked"))


def told_in(case: Case) -> dict[str, tuple[str, ...]]:
    """Return what a case says in codes, as it stands; own words and places on the map are left out."""
    told = {question: _codes(answer) for question, answer in case.answers.items()}
    return {**told, FLAGS: flags_of(case)}


def _codes(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _picked(case: Case) -> dict[str, Any]:
    picked = case.notes.get("picked")
    return picked if isinstance(picked, dict) else {}


def _due(deadlines: Mapping[str, Any], until: int) -> Iterator[str]:
    for code, deadline in deadlines.items():
        due = deadline.get("due") if isinstance(deadline, Mapping) else None
        if isinstance(due, int) and due <= until:
            yield str(code)


def _rule(given: Mapping[str, Any], known: Mapping[str, set[str]]) -> Rule:
    name = given.get("reason", "")
    _check(name, not given.keys() - _KEYS, f"unknown key {', '.join(sorted(given.keys() - _KEYS))}")
    _check(name, given.get("priority") in LEVELS, f"write one of {', '.join(LEVELS)} as its priority")
    _check(name, given.keys() - {"reason", "priority"}, "it would hold for every case")
    answers = {question: _values(values) for question, values in given.get("answers", {}).items()}
    for question, values in answers.items():
        _check(name, values and values <= known.get(question, set()), f"{question!r} can never be {sorted(values)}")
    open_for, due_within = (
        None if given.get(key) is None else parse_duration(given[key]) for key in ("open_for", "due_within")
    )
    return Rule(
        reason=name,
        level=given["priority"],
        held=given.get("held", False),
        answers=answers or None,
        open_for=open_for,
        beyond=given.get("beyond", False),
        due_within=due_within,
    )


def _options(codes: CodeLists, forms: Mapping[str, Form]) -> dict[str, set[str]]:
    """Return what each question can be answered with; a flag may also be marked by a lawyer."""
    known: dict[str, set[str]] = {FLAGS: set(codes.lists["flag"])}
    for form in forms.values():
        for question in form.questions:
            known.setdefault(question.id, set()).update(question.options)
    return known


def _values(value: str | list[str]) -> frozenset[str]:
    return frozenset((value,) if isinstance(value, str) else value)


def _check(name: str, fine: object, problem: str) -> None:
    if not fine:
        message = f"rule {name!r}: {problem}"
        raise PriorityError(message)
