"""What is published gives no withheld number away: of all small tables, those that look the same are compared."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.counts import Metric, Number, Table, count
from bot.domain.facts import Fact
from bot.domain.publish import publishable
from bot.domain.weeks import Period, Week

WEEK = Week("2026-W47")
PERIOD = Period(WEEK, WEEK)


def table_of(facts: Iterable[Fact], *facets: str) -> Table:
    return count(facts, PERIOD, zone="Asia/Bishkek", facets=facets)


def rows_table(facet: str, counts: dict[str, int], total: int) -> Table:
    """The bare numbers of a table, without making a fact for each case."""
    rows = [Number(Metric.OPENED, facet, code, cases) for code, cases in counts.items() if cases]
    return Table(PERIOD, "UTC", (facet,), (Number(Metric.OPENED, "", "", total), *rows))


def seen(table: Table) -> object:
    """All that somebody who gets the published table can see."""
    return (table.facets, table.numbers, tuple(sorted(table.merged.items())))


def listed(table: Table, facet: str) -> set[str]:
    return {row.code for row in table.rows(facet)}


def assert_nothing_small_can_be_told(worlds: dict[object, list[tuple[dict[str, int], set[str]]]]) -> None:
    """Among all worlds with the same published table, no cell that is not listed has one and only value above 0."""
    for same in worlds.values():
        for code in same[0][0]:
            if any(code not in shown for _, shown in same):
                possible = {counts[code] for counts, _ in same}
                assert possible == {0} or len(possible) > 1, (code, same[:3])


@pytest.mark.parametrize(("cells", "most", "k"), [(1, 9, 3), (2, 14, 3), (2, 14, 5), (3, 9, 3), (3, 9, 5), (4, 6, 3)])
def test_no_withheld_row_follows_from_the_total_where_a_case_is_in_one_row(cells: int, most: int, k: int) -> None:
    codes = ["", "osh", "talas", "chuy"][:cells]
    worlds: dict[object, list[tuple[dict[str, int], set[str]]]] = defaultdict(list)

    for values in product(range(most + 1), repeat=cells):
        counts = dict(zip(codes, values, strict=True))
        table = publishable(rows_table("region", counts, sum(values)), k)
        worlds[seen(table)].append((counts, listed(table, "region")))

    # Of totals above `most` not every table was tried, so that some would look more lonely than they are.
    assert_nothing_small_can_be_told({key: same for key, same in worlds.items() if sum(same[0][0].values()) <= most})


@pytest.mark.parametrize(("most", "k"), [(7, 3), (7, 4)])
def test_no_withheld_row_can_be_told_where_a_case_is_in_several_rows(most: int, k: int) -> None:
    sets = [(), ("beaten",), ("planted",), ("beaten", "planted")]
    worlds: dict[object, list[tuple[dict[str, int], set[str]]]] = defaultdict(list)

    for cases in range(most + 1):
        for world in combinations_with_replacement(sets, cases):
            counts = {code: sum(code in case for case in world) for code in ("beaten", "planted")}
            unsaid = sum(not case for case in world)
            table = publishable(rows_table("violation", {**counts, "": unsaid}, cases), k)
            worlds[seen(table)].append((counts, listed(table, "violation")))

    assert_nothing_small_can_be_told(worlds)


@pytest.mark.parametrize("k", [3, 5])
def test_no_withheld_share_of_all_cases_can_be_told(k: int) -> None:
    worlds: dict[object, set[int]] = defaultdict(set)

    for opened in range(k, 3 * k):
        for urgent in range(opened + 1):
            week = [Fact(week=WEEK, kind="sos", urgent=nr < urgent) for nr in range(opened)]
            table = publishable(table_of(week), k)
            shown = table.get(Metric.URGENT)
            assert shown is not None
            assert shown.value in (None, urgent)
            if shown.value is not None:
                assert {urgent, opened - urgent}.isdisjoint(range(1, k))
            if shown.value is None:
                worlds[seen(table)].add(urgent)

    assert worlds
    assert all(len(possible) > 1 for possible in worlds.values())


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=1), st.integers(3, 10))
def test_no_number_below_k_is_published_and_none_is_changed(counts: dict[str, int], k: int) -> None:
    total = sum(counts.values())
    table = publishable(rows_table("region", counts, total), k)

    for row in table.rows("region"):
        assert row.value == counts[row.code]
        assert row.value >= k
    rest = table.merged.get("region", 0)
    assert rest == 0 or rest >= k
    if table.numbers:
        assert sum(int(row.value or 0) for row in table.rows("region")) + rest == total


def test_large_rows_stay_and_a_lone_small_one_takes_the_next_with_it() -> None:
    table = publishable(rows_table("region", {"bishkek": 30, "osh": 12, "chuy": 9, "talas": 2}, 53), 5)

    assert [(row.code, row.value) for row in table.rows("region")] == [("bishkek", 30), ("osh", 12)]
    assert table.merged == {"region": 11}
    assert table.withheld_below == 5


def test_two_small_rows_that_come_to_k_together_leave_the_rest_alone() -> None:
    table = publishable(rows_table("region", {"bishkek": 30, "osh": 12, "chuy": 4, "talas": 2}, 48), 5)

    assert listed(table, "region") == {"bishkek", "osh"}
    assert table.merged == {"region": 6}


def test_fewer_than_k_cases_are_published_as_nothing_at_all() -> None:
    few = [Fact(week=WEEK, kind="sos", region="osh", claimed_after_s=60) for _ in range(4)]

    table = publishable(table_of(few, "region"), 5)

    assert (table.facets, table.numbers, table.merged) == ((), (), {})


def test_no_case_at_all_is_no_secret() -> None:
    table = publishable(table_of([], "region"), 5)

    opened = table.get(Metric.OPENED)
    assert opened is not None
    assert opened.value == 0


def test_districts_the_slowest_case_and_the_week_before_are_never_published() -> None:
    week = [Fact(week=WEEK, kind="sos", region="osh", district="osh-city", claimed_after_s=nr) for nr in range(20)]

    table = publishable(table_of(week, "region", "district"), 5)

    assert table.facets == ("region",)
    assert {each.facet for each in table.numbers} == {"", "region"}
    assert not {Metric.CLAIM_SLOWEST, Metric.WORD_SLOWEST} & {each.metric for each in table.numbers}
    assert {each.metric for each in table.numbers if each.facet} == {Metric.OPENED}
    assert not table.compared


@pytest.mark.parametrize(("claimed", "shown"), [(4, None), (5, 2)])
def test_a_median_is_published_only_of_k_cases_or_more(claimed: int, shown: int | None) -> None:
    week = [Fact(week=WEEK, kind="sos", claimed_after_s=nr if nr < claimed else None) for nr in range(20)]

    found = publishable(table_of(week), 5).get(Metric.CLAIM_MEDIAN)

    assert found is not None
    assert found.value == shown


@pytest.mark.parametrize("k", [-1, 0, 1, 2])
def test_a_k_that_would_tell_is_refused(k: int) -> None:
    with pytest.raises(ValueError, match="3"):
        publishable(table_of([]), k)


def test_a_period_that_still_runs_is_not_published() -> None:
    running = count([], PERIOD, zone="UTC", unfinished=True)

    with pytest.raises(ValueError, match="not over"):
        publishable(running, 5)
