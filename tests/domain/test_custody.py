"""Which limits run while somebody is held, and how sure that is."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case import Case, case_from
from bot.domain.custody import (
    BROUGHT,
    COURT_CUSTODY,
    DOSE,
    HELD,
    IN_COURT,
    KEY,
    MOMENTS,
    RELEASED,
    SLACK,
    Clock,
    Known,
    beyond,
    clocks,
    known_of,
)
from bot.domain.ids import CaseId, Who
from bot.domain.limits import limits_from_toml
from bot.domain.when import Span

HOUR = 3_600_000
NOW = 1_795_000_000_000
BISHKEK = ZoneInfo("Asia/Bishkek")
ROOT = Path(__file__).parents[2]
LIMITS = limits_from_toml(tomllib.loads((ROOT / "bot/limits.toml").read_text(encoding="utf8"))).custody

times = st.integers(-(10**13), 10**13)
spans = st.builds(Span, st.none() | times, times)
known = st.builds(
    Known,
    held=st.none() | spans,
    brought=st.none() | spans,
    dose=st.none() | spans,
    called=st.none() | times,
    track=st.sampled_from(["", "criminal", "offence"]),
    minor=st.booleans(),
    medicine=st.booleans(),
    ended=st.dictionaries(st.sampled_from([IN_COURT, COURT_CUSTODY, RELEASED]), times),
)


def exactly(at: int) -> Span:
    return Span(at, at)


def by_code(**facts: Any) -> dict[str, Clock]:
    return {each.code: each for each in clocks(Known(**facts), LIMITS)}


def at(text: str, zone: ZoneInfo = BISHKEK) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp() * 1000)


def case(**facts: Any) -> Case:
    known_facts = {"opened": NOW, "lang": "ru", "who": Who(bytes(16)), **facts}
    return Case(CaseId(bytes(12)), "7K2M9QXA", "sos", **known_facts)


@pytest.mark.parametrize(
    ("minor", "track", "expected"),
    [
        (False, "criminal", {"court": 45, "release": 48}),
        (True, "criminal", {"court": 21, "release": 24}),
        (False, "offence", {"release": 48, "offence": 3}),
        (False, "", {"court": 45, "release": 48, "offence": 3}),
    ],
)
def test_hours_of_each_track(track: str, expected: dict[str, int], *, minor: bool) -> None:
    found = by_code(held=exactly(NOW), track=track, minor=minor)

    assert {code: (each.due - NOW) // HOUR for code, each in found.items()} == expected
    assert not any(each.approximate for each in found.values())


def test_a_span_warns_from_its_start_and_is_sure_from_its_end() -> None:
    found = by_code(held=Span(NOW - 5 * HOUR, NOW), track="criminal")["release"]

    assert found.due == NOW + 43 * HOUR
    assert found.sure == NOW + 48 * HOUR
    assert found.approximate
    assert found.over(NOW + 44 * HOUR)
    assert not found.passed(NOW + 44 * HOUR)


def test_nobody_is_brought_in_before_being_held() -> None:
    found = by_code(held=Span(None, NOW + 9 * HOUR), brought=exactly(NOW), track="criminal")["release"]

    assert found.sure == NOW + 48 * HOUR


def test_a_bare_cry_has_a_clock_and_never_a_fact() -> None:
    found = clocks(Known(called=NOW), LIMITS)

    assert {each.code for each in found} == {"court", "release", "offence"}
    assert beyond(found, LIMITS, NOW + 10_000 * HOUR) == []


def test_only_what_holds_in_every_track_is_a_fact_while_the_track_is_not_known() -> None:
    found = clocks(Known(held=exactly(NOW)), LIMITS)

    assert beyond(found, LIMITS, NOW + 47 * HOUR) == []
    assert beyond(found, LIMITS, NOW + 48 * HOUR) == ["release"]
    assert beyond(clocks(Known(held=exactly(NOW), track="offence"), LIMITS), LIMITS, NOW + 3 * HOUR) == ["offence"]


def test_a_child_s_shorter_limit_is_no_fact_in_another_track() -> None:
    young = Known(held=exactly(NOW), minor=True)

    assert beyond(clocks(young, LIMITS), LIMITS, NOW + 30 * HOUR) == []
    criminal = Known(held=exactly(NOW), minor=True, track="criminal")
    assert beyond(clocks(criminal, LIMITS), LIMITS, NOW + 30 * HOUR) == ["court", "release"]


@pytest.mark.parametrize(
    ("end", "passed"),
    [(RELEASED, []), (IN_COURT, ["release"]), (COURT_CUSTODY, [])],
)
def test_what_has_ended_stops_its_clocks(end: str, passed: list[str]) -> None:
    held = Known(held=exactly(NOW), track="criminal", ended={end: NOW + 40 * HOUR})

    assert beyond(clocks(held, LIMITS), LIMITS, NOW + 100 * HOUR) == passed


def test_a_release_after_the_limit_leaves_the_fact() -> None:
    held = Known(held=exactly(NOW), track="criminal", ended={RELEASED: NOW + 50 * HOUR})

    assert beyond(clocks(held, LIMITS), LIMITS, NOW + 100 * HOUR) == ["court", "release"]


def test_the_medicine_clock_begins_with_the_first_missed_day() -> None:
    assert "treatment" not in by_code(held=exactly(NOW))
    assert by_code(dose=exactly(NOW))["treatment"].due == NOW + 72 * HOUR
    assumed = by_code(held=exactly(NOW), medicine=True)["treatment"]
    assert (assumed.due, assumed.sure) == (NOW + 48 * HOUR, None)
    assert beyond(clocks(Known(dose=exactly(NOW)), LIMITS), LIMITS, NOW + 999 * HOUR) == []


def test_warnings_come_before_at_and_after_but_never_before_the_start() -> None:
    three_hours = by_code(held=exactly(NOW))["offence"]

    found = three_hours.moments([6 * HOUR, HOUR], [HOUR])

    assert [(each - NOW) // HOUR for each in found] == [2, 3, 4]


@given(known)
def test_no_facts_raise_and_no_limit_is_due_before_it_begins(facts: Known) -> None:
    found = clocks(facts, LIMITS)

    for each in found:
        assert each.starts < each.due
        assert each.sure is None or each.sure >= each.due
        assert all(moment > each.starts for moment in each.moments([10**15, HOUR], [HOUR]))
    passed = beyond(found, LIMITS, NOW)
    assert set(passed) <= {each.code for each in found if each.over(NOW)}


@given(known, times, st.integers(0, 10**10))
def test_time_passing_takes_no_fact_back(facts: Known, now: int, jump: int) -> None:
    found = clocks(facts, LIMITS)

    assert set(beyond(found, LIMITS, now)) <= set(beyond(found, LIMITS, now + jump))


@given(known)
def test_under_18_is_never_later_than_an_adult(facts: Known) -> None:
    adult = {each.code: each for each in clocks(Known(**{**_fields(facts), "minor": False}), LIMITS)}
    young = {each.code: each for each in clocks(Known(**{**_fields(facts), "minor": True}), LIMITS)}

    assert adult.keys() == young.keys()
    for code, each in young.items():
        assert each.due <= adult[code].due
        grown = adult[code].sure
        assert (each.sure is None) == (grown is None)
        assert each.sure is None or (grown is not None and each.sure <= grown)


def _fields(facts: Known) -> dict[str, Any]:
    return {name: getattr(facts, name) for name in Known.__dataclass_fields__}


texts = st.sampled_from(
    [
        "14:30",
        "около 14:30",
        "вчера в 23:10",
        "бүгүн 9.05",
        "08:00до",
        "",
        "💬",
        "25:99",
        "14:30 и 15:00",
        "today at 1:00",
    ]
)
answers = st.dictionaries(
    st.sampled_from([HELD, BROUGHT, "flags", "place"]),
    st.none()
    | st.sampled_from(["now", "within-hour", "today", "yesterday", "this-week", "longer-ago", "an-old-option"])
    | st.lists(st.sampled_from(["minor"]))
    | texts.map(lambda text: {"text": text})
    | st.just({"lat": 1.0, "lon": 2.0}),
)
moments = st.dictionaries(
    st.sampled_from(MOMENTS),
    st.builds(lambda at, about: {"at": at, "about": about}, st.integers(0, 2**41), st.booleans()),
)


@given(answers, moments, st.sampled_from(sorted(available_timezones())), st.integers(0, 2**41))
def test_whatever_was_answered_in_any_zone_makes_clocks(
    given_answers: dict[str, Any], recorded: dict[str, Any], zone: str, opened: int
) -> None:
    found = case(opened=opened, answers=given_answers, notes={KEY: recorded})

    for each in clocks(known_of(found, [], ZoneInfo(zone)), LIMITS):
        assert each.due > each.starts


def test_a_lawyer_s_word_comes_before_the_answer() -> None:
    found = case(answers={HELD: "yesterday"})
    assert known_of(found, [], BISHKEK).held != exactly(NOW)

    found.notes[KEY] = {HELD: {"at": NOW, "about": False}, DOSE: {"at": NOW, "about": True}}

    assert known_of(found, [], BISHKEK).held == exactly(NOW)
    assert known_of(found, [], BISHKEK).dose == Span(NOW - SLACK, NOW + SLACK)


def test_today_is_the_day_on_which_it_was_said() -> None:
    said = at("2026-11-22T10:00")
    found = case(opened=at("2026-11-21T10:00"), answers={HELD: "today"}, notes={"told-at": {HELD: said}})

    assert known_of(found, [], BISHKEK).held == Span(at("2026-11-22T00:00"), said)


def test_a_night_in_which_the_clocks_change_is_as_long_as_it_is() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    found = case(opened=at("2026-10-24T22:00", berlin), answers={HELD: {"text": "22:00"}})

    release = next(each for each in clocks(known_of(found, [], berlin), LIMITS) if each.code == "release")

    assert release.due == at("2026-10-26T21:00", berlin)


def test_an_erased_case_has_no_clock_of_its_own() -> None:
    assert clocks(known_of(case(who=None), [], BISHKEK), LIMITS) == []


def test_heads_stored_before_there_were_limits_still_load() -> None:
    stored = case().summary()
    del stored["beyond"], stored["deadlines"]

    loaded = case_from(CaseId(bytes(12)), stored)

    assert (loaded.beyond, loaded.deadlines) == ([], {})
