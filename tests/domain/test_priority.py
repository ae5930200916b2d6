"""How urgent a case is: the rules of the repository, what no fact may do to them, and what a hand may."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog import load_catalog
from bot.clock import DAY, HOUR
from bot.domain.case import Case, Priority, case_from
from bot.domain.ids import CaseId
from bot.domain.priority import LEVELS, PriorityError, Rules, is_answered, set_by_hand

CATALOG = load_catalog()
RULES = CATALOG.priorities
NOW = 20_000 * DAY
FLAGS = CATALOG.codes.lists["flag"]
DEADLINES = ("complaint", "appeal", "fine")
LIMITS = ("offence-3h", "custody-48h", "child-24h")


def case(**more: Any) -> Case:
    known: dict[str, Any] = {"kind": "sos", "opened": NOW, "lang": "ru", "urgent": True}
    return Case(CaseId(b"c" * 12), "", **(known | more))


def level(**more: Any) -> str:
    return RULES.judge(case(**more), NOW).level


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(FLAGS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
questions = st.sampled_from(["flags", "place", "held-since", "what", "who", "no such question"])
hands = st.sampled_from([None, *LEVELS])
reasons = st.lists(st.sampled_from(sorted({rule.reason for rule in RULES.rules})), max_size=4)
levels = st.sampled_from(LEVELS)
priorities = st.builds(Priority, levels, reasons, hands, reasons, levels)


@st.composite
def cases(draw: st.DrawFn, answers: st.SearchStrategy[Any] = anything) -> Case:
    """A case as it may lie in the database, whatever became of it."""
    return case(
        kind=draw(st.sampled_from(["sos", "report"])),
        state=draw(st.sampled_from(["draft", "open", "closed"])),
        urgent=draw(st.booleans()),
        opened=NOW - draw(st.sampled_from([0, HOUR, DAY, 9 * DAY, -HOUR])),
        source=draw(st.sampled_from(["", "card", "friend", "nobody-knows"])),
        verified=draw(st.booleans()),
        answers=draw(st.dictionaries(questions, answers, max_size=4)),
        beyond=draw(st.lists(st.sampled_from(LIMITS), unique=True)),
        deadlines={
            code: draw(st.fixed_dictionaries({"due": st.integers(NOW - 5 * DAY, NOW + 9 * DAY)}) | anything)
            for code in draw(st.sets(st.sampled_from(DEADLINES)))
        },
        notes=draw(st.fixed_dictionaries({}, optional={"picked": anything, "marked": anything, "said": anything})),
        priority=draw(priorities),
    )


@given(cases(), st.integers())
def test_nothing_in_a_case_makes_it_raise(one: Case, now: int) -> None:
    judged = RULES.judge(one, now)

    assert judged.level in LEVELS
    assert RULES.place(one, now)[0] == judged.level
    assert RULES.judge(replace(one, priority=judged), now) == judged


def _add_flag(one: Case, data: st.DataObject) -> None:
    flag, place = data.draw(st.sampled_from(FLAGS)), data.draw(st.sampled_from(["answers", "picked", "marked"]))
    if place == "answers":
        told = one.answers.get("flags")
        one.answers["flags"] = [*(told if isinstance(told, list) else []), flag]
    elif place == "marked":
        told = one.notes.get("marked")
        one.notes["marked"] = [*(told if isinstance(told, list) else []), flag]
    elif not one.answers.get("flags"):
        one.notes["picked"] = {"flags": [flag]}


def _add_answer(one: Case, data: st.DataObject) -> None:
    question, told = data.draw(
        st.sampled_from([("place", "unknown"), ("held-since", "longer-ago"), ("what", ["threat-of-repetition"])])
    )
    one.answers.setdefault(question, told)


def _add_limit(one: Case, data: st.DataObject) -> None:
    one.beyond.append(data.draw(st.sampled_from(LIMITS)))


def _add_deadline(one: Case, data: st.DataObject) -> None:
    one.deadlines.setdefault(data.draw(st.sampled_from(DEADLINES)), {"due": data.draw(st.integers(NOW, NOW + 9 * DAY))})


coded = st.none() | st.sampled_from(["unknown", "osh", "today"]) | st.lists(st.sampled_from(FLAGS), max_size=3)


@given(cases(coded).filter(lambda one: "picked" not in one.notes), st.data())
def test_one_fact_more_never_makes_a_case_lighter(one: Case, data: st.DataObject) -> None:
    before = RULES.judge(one, NOW).level
    graver = deepcopy(one)

    for add in data.draw(st.lists(st.sampled_from([_add_flag, _add_answer, _add_limit, _add_deadline]), min_size=1)):
        add(graver, data)

    assert RULES.judge(graver, NOW).level <= before


@given(cases(), st.integers(0, 30 * DAY))
def test_nor_does_time(one: Case, later: int) -> None:
    assert RULES.judge(one, NOW + later).level <= RULES.judge(one, NOW).level


@given(cases(), levels)
def test_what_is_set_by_hand_stands_until_something_graver_is_known(one: Case, chosen: Any) -> None:
    one.priority = set_by_hand(RULES, one, chosen, NOW)
    assert RULES.judge(one, NOW) == one.priority
    assert (one.priority.level, one.priority.reasons) == (chosen, [])
    if not (one.urgent and one.state != "closed") or "beyond-limit/new" in one.priority.seen:
        return

    one.beyond.append("new")

    judged = RULES.judge(one, NOW)
    assert (judged.level, judged.by_hand) == ("P0", chosen)
    assert judged.reasons == ["beyond-limit/new"]


@given(cases())
def test_a_fact_taken_back_and_told_again_is_no_news(one: Case) -> None:
    one.priority = set_by_hand(RULES, one, "P3", NOW)
    beyond, one.beyond = one.beyond, []
    RULES.judge(one, NOW)
    one.beyond = beyond

    assert RULES.judge(one, NOW).level == "P3"


@pytest.mark.parametrize("flag", ["minor", "child-alone", "pregnant", "hurt", "medicine-missed", "self-harm"])
@pytest.mark.parametrize("told", ["answered", "picked", "marked"])
def test_each_of_these_makes_a_held_person_s_case_critical(flag: str, told: str) -> None:
    found: dict[str, Any] = {
        "answered": {"answers": {"flags": ["money", flag]}},
        "picked": {"notes": {"picked": {"flags": [flag]}}},
        "marked": {"notes": {"marked": [flag]}},
    }

    assert RULES.judge(case(**found[told]), NOW).reasons == [flag]
    assert level(**found[told]) == "P0"
    assert level(**found[told], urgent=False) == "P3"
    assert level(**found[told], state="closed") == "P3"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({}, "P1"),
        ({"answers": {"flags": ["medicine", "money", "sign-pressure", "language"], "held-since": "today"}}, "P1"),
        ({"answers": {"flags": ["medicine"], "held-since": "yesterday"}}, "P0"),
        ({"answers": {"flags": ["medicine"]}, "opened": NOW - DAY}, "P0"),
        ({"answers": {"held-since": "longer-ago"}}, "P1"),
        ({"answers": {"place": "unknown"}, "mode": "other"}, "P0"),
        ({"answers": {"place": "osh"}, "mode": "other"}, "P1"),
        ({"answers": {"place": None}, "mode": "other"}, "P1"),
        ({"answers": {"place": {"text": "unknown"}}}, "P1"),
        ({"beyond": ["offence-3h"]}, "P0"),
        ({"withdrawn": True}, "P1"),
        ({"deadlines": {"complaint": {"due": NOW}}}, "P1"),
        ({"opened": NOW + HOUR}, "P1"),
        ({"urgent": False}, "P3"),
        ({"urgent": False, "deadlines": {"complaint": {"due": NOW + 3 * DAY}}}, "P2"),
        ({"urgent": False, "deadlines": {"complaint": {"due": NOW - DAY}}}, "P2"),
        ({"urgent": False, "deadlines": {"complaint": {"due": NOW + 3 * DAY + 1}}}, "P3"),
        ({"urgent": False, "answers": {"what": ["insult", "threat-of-repetition"]}}, "P2"),
        ({"urgent": False, "answers": {"what": ["threats"], "place": "unknown"}, "beyond": ["offence-3h"]}, "P3"),
    ],
)
def test_what_the_rules_say(found: dict[str, Any], expected: str) -> None:
    assert level(**found) == expected


def test_lists_go_by_priority_then_vouched_then_answered_then_age() -> None:
    ordered = [
        case(answers={"flags": ["hurt"]}, opened=NOW),
        case(verified=True, opened=NOW - 2),
        case(source="card", opened=NOW - 1),
        case(answers={"place": "osh"}, opened=NOW - 2 * HOUR),
        case(notes={"said": True}, opened=NOW - HOUR),
        case(source="made-up", opened=NOW - DAY),
        case(answers={"place": None}, opened=NOW),
        case(urgent=False, verified=True, answers={"what": ["beaten"]}, opened=NOW - DAY),
    ]

    set_aside = [*ordered[4:], *ordered[:4]]

    assert sorted(set_aside, key=lambda one: RULES.place(one, NOW)) == ordered
    assert [is_answered(one) for one in ordered] == [True, False, False, True, True, False, False, True]


def test_a_head_from_before_there_were_priorities_is_read() -> None:
    for urgent, peak in ((True, "P1"), (False, "P3")):
        kept = case(urgent=urgent).summary()
        for name in ("beyond", "deadlines", "priority"):
            del kept[name]

        read = case_from(CaseId(b"c" * 12), kept)

        assert (read.beyond, read.deadlines, read.priority) == ([], {}, Priority(peak=peak))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ({"reason": "r", "priority": "P4", "held": True}, "write one of P0, P1"),
        ({"reason": "r", "priority": "P0"}, "for every case"),
        ({"reason": "r", "priority": "P0", "helt": True}, "unknown key helt"),
        ({"reason": "r", "priority": "P0", "answers": {"flags": "hurted"}}, "'flags' can never be"),
        ({"reason": "r", "priority": "P0", "answers": {"nobody-asks": "hurt"}}, "'nobody-asks' can never be"),
        ({"reason": "r", "priority": "P0", "answers": {"flags": []}}, "'flags' can never be"),
    ],
)
def test_a_mistake_in_the_file_is_named(rule: dict[str, Any], complaint: str) -> None:
    data = {"vouched": [], "doubt_for": "28d", "rule": [rule]}

    with pytest.raises(PriorityError, match=complaint):
        Rules.from_toml(data, CATALOG.codes, CATALOG.forms)


def test_a_way_here_that_nobody_knows_vouches_for_nothing() -> None:
    with pytest.raises(PriorityError, match="source"):
        Rules.from_toml({"vouched": ["carrd"], "doubt_for": "28d", "rule": []}, CATALOG.codes, CATALOG.forms)
