"""Facts are codes, keep their version first, and nothing that is not a code gets in."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts import KINDS, MODES, Fact, FactError, code_or_other, from_json, to_json, upcast
from bot.domain.weeks import Week

codes = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,39}", fullmatch=True)
lists = st.lists(codes, max_size=4).map(tuple)
seconds = st.none() | st.integers(0, 10**7)
facts = st.builds(
    Fact,
    week=st.sampled_from([Week("2026-W47"), Week("2026-W53")]),
    kind=st.sampled_from(KINDS),
    urgent=st.booleans(),
    mode=st.sampled_from(MODES),
    language=codes,
    region=codes | st.just(""),
    district=codes | st.just(""),
    source=codes,
    violations=lists,
    perpetrators=lists,
    flags=lists,
    beyond=lists,
    amount=codes,
    claimed_after_s=seconds,
    first_word_after_s=seconds,
    outcome=st.none() | codes,
    qualifies=st.none() | st.booleans(),
    extorted=st.none() | st.booleans(),
    withdrawn=st.booleans(),
)
PLAIN = Fact(week=Week("2026-W47"), kind="sos")


@given(facts)
def test_what_is_stored_is_read_back(fact: Fact) -> None:
    stored = to_json(fact)

    assert stored.startswith(b'{"v":2,')
    assert from_json(stored) == fact
    assert to_json(from_json(stored)) == stored


@given(lists)
def test_the_order_and_number_of_taps_leaves_no_trace(chosen: tuple[str, ...]) -> None:
    once = replace(PLAIN, violations=chosen)

    assert to_json(replace(PLAIN, violations=(*reversed(chosen), *chosen))) == to_json(once)


@pytest.mark.parametrize(
    "wrong",
    [
        {"region": "Бишкек"},
        {"region": "osh bazaar"},
        {"source": "Jane_Doe"},
        {"source": "x" * 41},
        {"language": None},
        {"violations": ("beaten", "они били меня")},
        {"violations": "beaten"},
        {"flags": (1,)},
        {"outcome": ""},
        {"outcome": "released\n"},
        {"kind": ""},
        {"mode": "wife"},
        {"week": "2026-11-22"},
        {"week": "2025-W53"},
        {"week": "2026W47"},
        {"claimed_after_s": -1},
        {"claimed_after_s": 1.5},
        {"first_word_after_s": True},
        {"urgent": 1},
        {"qualifies": "yes"},
        {"qualifies": 1},
    ],
)
def test_what_is_not_coded_is_refused_and_not_repeated_in_the_error(wrong: dict[str, Any]) -> None:
    (name, value), *_ = wrong.items()

    with pytest.raises(FactError, match=name) as error:
        replace(PLAIN, **wrong)

    assert str(value) in ("", "1", "-1", "1.5", "True", "None", "yes", "wife") or str(value) not in str(error.value)


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"week":"2026-W47","kind":"sos"}',
        b'{"v":2,"week":"2026-W47","kind":"sos"}',
        b'{"v":true,"week":"2026-W47","kind":"sos"}',
        b'{"v":1,"week":"2026-W47","kind":"sos"}',
        to_json(PLAIN).replace(b'"mode":""', b'"mode":"","name":"x"'),
        to_json(PLAIN).replace(b'"kind":"sos"', b'"kind":"call"'),
    ],
)
def test_a_damaged_or_newer_fact_is_an_error_of_its_own(stored: bytes) -> None:
    with pytest.raises(FactError):
        from_json(stored)


def test_older_versions_are_brought_up_step_by_step() -> None:
    steps = {
        1: lambda stored: {**stored, "place": stored["town"]},
        2: lambda stored: {key: value for key, value in stored.items() if key != "town"},
    }

    assert upcast({"v": 1, "town": "osh"}, steps, 3) == {"place": "osh"}
    assert upcast({"v": 2, "town": "osh", "place": "x"}, steps, 3) == {"place": "x"}
    assert upcast({"v": 3, "place": "x"}, steps, 3) == {"place": "x"}


def test_every_version_before_the_newest_has_its_step() -> None:
    from bot.domain.facts import UPCASTS

    assert set(UPCASTS) == set(range(1, Fact.VERSION))


def test_a_fact_released_as_version_1_is_read_for_ever() -> None:
    stored = (
        b'{"v":1,"week":"2026-W47","kind":"sos","urgent":true,"mode":"me","language":"ky","region":"osh",'
        b'"district":"osh-city","source":"card","violations":["beaten","planted"],"perpetrators":["patrol"],'
        b'"flags":["hurt"],"amount":"1000-3000","claimed_after_s":61,"first_word_after_s":95,'
        b'"outcome":"released-other","qualifies":true,"extorted":false,"withdrawn":false}'
    )

    fact = from_json(stored)

    assert (fact.violations, fact.claimed_after_s, fact.extorted) == (("beaten", "planted"), 61, False)
    assert fact.beyond == ()
    assert from_json(to_json(fact)) == fact


def test_a_fact_has_no_field_for_a_person_a_case_or_a_time() -> None:
    names = {each.name for each in fields(Fact)}

    assert not names & {"id", "case", "code", "who", "person", "name", "text", "opened", "at", "place", "notes"}
    assert {name for name in json.loads(to_json(PLAIN)) if name.endswith("_s")} == {
        "claimed_after_s",
        "first_word_after_s",
    }


@pytest.mark.parametrize(("text", "code"), [("card", "card"), ("", ""), ("Иван", "other"), ("+996555", "other")])
def test_what_comes_from_outside_is_a_code_or_other(text: str, code: str) -> None:
    assert code_or_other(text) == code
    assert replace(PLAIN, source=code_or_other(text)).source == code
