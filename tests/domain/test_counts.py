"""Numbers are the same however they are asked for, and each says what it is a number of."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.counts import DURATIONS, FACETS, MULTI, NOT_RECORDED, TOTAL, Metric, Number, Table, count
from bot.domain.facts import Fact
from bot.domain.weeks import Period, Week, shift

ZONE = "Asia/Bishkek"
FIRST = Week("2026-W51")  # the weeks asked for run over the end of a year with 53 weeks
SPAN = 6


def fact(week: str = FIRST, **values: Any) -> Fact:
    return Fact(week=Week(week), kind=values.pop("kind", "sos"), **values)


seconds = st.none() | st.integers(0, 4000)
some = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3).map(tuple)
facts = st.builds(
    Fact,
    week=st.integers(-SPAN, SPAN).map(lambda by: shift(FIRST, by)),
    kind=st.sampled_from(["sos", "report"]),
    urgent=st.booleans(),
    language=st.sampled_from(["ru", "ky"]),
    region=st.sampled_from(["", "osh", "chuy"]),
    violations=some,
    perpetrators=some,
    claimed_after_s=seconds,
    first_word_after_s=seconds,
    outcome=st.sampled_from([None, "fined", "unknown"]),
    qualifies=st.sampled_from([None, True, False]),
    extorted=st.sampled_from([None, True, False]),
    withdrawn=st.booleans(),
)
many = st.lists(facts, max_size=30)
periods = st.tuples(st.integers(0, SPAN - 1), st.integers(0, SPAN - 1)).map(
    lambda two: Period(shift(FIRST, min(two)), shift(FIRST, max(two)))
)


def ask(facts: Iterable[Fact], period: Period, **how: Any) -> Table:
    return count(facts, period, zone=ZONE, **how)


def values(table: Table) -> dict[tuple[Metric, str, str], float]:
    return {(each.metric, each.facet, each.code): each.value for each in table.numbers if each.value is not None}


@given(many, periods)
def test_counts_of_weeks_add_up_to_the_count_of_the_period(facts: list[Fact], period: Period) -> None:
    whole = values(ask(facts, period))
    by_week = [values(ask(facts, Period(week, week))) for week in period]

    for key, value in whole.items():
        if key[0] not in DURATIONS:
            assert value == sum(week.get(key, 0) for week in by_week), key
    assert all(whole.keys() >= {key for key in week if week[key]} for week in by_week)


@given(many, periods)
def test_medians_and_slowest_are_those_of_all_durations_of_the_period(facts: list[Fact], period: Period) -> None:
    numbers = values(ask(facts, period))

    for metric, slowest, name in (
        (Metric.CLAIM_MEDIAN, Metric.CLAIM_SLOWEST, "claimed_after_s"),
        (Metric.WORD_MEDIAN, Metric.WORD_SLOWEST, "first_word_after_s"),
    ):
        for facet, code in {(key[1], key[2]) for key in numbers}:
            durations = [
                getattr(each, name)
                for each in facts
                if each.week in list(period) and (facet == TOTAL or code in FACETS[facet](each))
            ]
            found = [each for each in durations if each is not None]
            assert numbers.get((metric, facet, code)) == (median(found) if found else None)
            assert numbers.get((slowest, facet, code)) == (max(found) if found else None)


@given(many, periods, st.randoms())
def test_neither_order_nor_chunks_nor_the_other_facets_change_a_number(
    facts: list[Fact], period: Period, random: Any
) -> None:
    whole = ask(facts, period)
    shuffled = list(facts)
    random.shuffle(shuffled)

    assert ask(iter(shuffled), period) == whole
    assert ask([each for each in facts if each.week in period or each.week in period.before], period) == whole
    for facet in FACETS:
        alone = ask(facts, period, facets=(facet,))
        assert set(alone.numbers) == {each for each in whole.numbers if each.facet in (TOTAL, facet)}


@given(many, periods)
def test_the_period_before_is_what_one_gets_by_asking_for_it(facts: list[Fact], period: Period) -> None:
    past = values(ask(facts, period.before))

    for each in ask(facts, period).numbers:
        known = past.get((each.metric, each.facet, each.code))
        assert each.before == (known if known is not None or each.metric in DURATIONS else 0)


@given(many, periods)
def test_rows_add_up_to_the_cases_where_a_case_is_in_one_row_and_to_no_less_where_in_several(
    facts: list[Fact], period: Period
) -> None:
    table = ask(facts, period)
    opened = table.get(Metric.OPENED)
    assert opened is not None

    for facet in FACETS:
        total = sum(int(row.value or 0) for row in table.rows(facet))
        assert total >= (opened.value or 0) if facet in MULTI else total == opened.value


@given(many, periods)
def test_parts_are_no_larger_than_the_whole(facts: list[Fact], period: Period) -> None:
    numbers = values(ask(facts, period))

    for (metric, facet, code), value in numbers.items():
        if metric not in DURATIONS:
            assert 0 <= value <= numbers[Metric.OPENED, facet, code]


def test_a_known_week() -> None:
    week = [
        fact(urgent=True, region="osh", violations=("beaten", "planted"), claimed_after_s=60, first_word_after_s=90),
        fact(urgent=True, region="osh", violations=("beaten",), claimed_after_s=180, outcome="fined", qualifies=True),
        fact(kind="report", withdrawn=True, extorted=True),
        fact(shift(FIRST, -1), region="osh", claimed_after_s=30),
        fact(shift(FIRST, 1), region="osh"),
        fact(shift(FIRST, -2), region="talas"),
    ]

    table = ask(week, Period(FIRST, FIRST))

    totals = {each.metric: (each.value, each.before) for each in table.numbers if each.facet == TOTAL}
    assert totals == {
        Metric.OPENED: (3, 1),
        Metric.URGENT: (2, 0),
        Metric.CLAIMED: (2, 1),
        Metric.ANSWERED: (1, 0),
        Metric.QUALIFIED: (1, 0),
        Metric.EXTORTED: (1, 0),
        Metric.WITHDRAWN: (1, 0),
        Metric.CLAIM_MEDIAN: (120, 30),
        Metric.CLAIM_SLOWEST: (180, 30),
        Metric.WORD_MEDIAN: (90, None),
        Metric.WORD_SLOWEST: (90, None),
    }
    assert [(row.code, row.value, row.before) for row in table.rows("region")] == [("osh", 2, 1), (NOT_RECORDED, 1, 0)]
    assert [(row.code, row.value) for row in table.rows("violation")] == [("beaten", 2), ("planted", 1), ("", 1)]
    assert table.get(Metric.CLAIM_MEDIAN, "violation", "planted") == Number(
        Metric.CLAIM_MEDIAN, "violation", "planted", 60, None
    )


def test_an_outcome_that_is_unknown_is_another_row_than_one_that_was_not_recorded() -> None:
    table = ask([fact(outcome="unknown"), fact(outcome=None), fact(outcome=None)], Period(FIRST, FIRST))

    assert {row.code: row.value for row in table.rows("outcome")} == {"unknown": 1, NOT_RECORDED: 2}


def test_nothing_to_count_is_zero_and_nothing_to_measure_is_none() -> None:
    table = ask([], Period(FIRST, FIRST))

    assert {each.metric: each.value for each in table.numbers} == {
        metric: None if metric in DURATIONS else 0 for metric in Metric
    }


def test_a_table_that_compares_nothing_says_so() -> None:
    week = [fact(), fact(shift(FIRST, -1), region="osh")]

    table = ask(week, Period(FIRST, FIRST), compare=False)

    assert not table.compared
    assert {each.before for each in table.numbers} == {None}
    assert "osh" not in {row.code for row in table.rows("region")}


@settings(max_examples=20)
@given(many)
def test_every_number_names_its_unit_and_definition(facts: list[Fact]) -> None:
    for each in ask(facts, Period(FIRST, FIRST)).numbers:
        assert each.metric.unit in ("case", "second")
        assert (each.metric.unit == "second") == (each.metric in DURATIONS)
        assert each.metric.definition == f"counts-def-{each.metric}"


def test_an_unknown_facet_is_an_error() -> None:
    with pytest.raises(KeyError):
        ask([fact()], Period(FIRST, FIRST), facets=("name",))


def test_a_median_between_two_cases_is_kept_exact() -> None:
    table = ask([fact(claimed_after_s=1), replace(fact(), claimed_after_s=2)], Period(FIRST, FIRST))

    found = table.get(Metric.CLAIM_MEDIAN)
    assert found is not None
    assert found.value == 1.5
