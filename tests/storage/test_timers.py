"""What is due when: one row for each kind and subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import MINUTE
from storage.rows import Rows, Shared
from storage.store import Store, Tx
from storage.timers import Timer, Timers
from tests.storage.site import START, Site, do

A, B = b"a" * 12, b"b" * 12


async def due(store: Store, most: int = 9) -> list[Timer]:
    return await do(store, lambda tx: tx.timers.due(most))


def put(tx: Tx, *rows: tuple[str, bytes, int]) -> None:
    for kind, subject, at in rows:
        tx.timers.set(kind, subject, at)


async def test_setting_again_moves_it_within_a_unit_and_across(store: Store) -> None:
    await do(store, lambda tx: put(tx, ("page", A, START + 5), ("page", A, START + 9)))
    assert await do(store, lambda tx: tx.timers.of(A)) == {"page": START + 9}

    await do(store, lambda tx: put(tx, ("page", A, START + 2), ("page", B, START + 3)))

    assert await do(store, lambda tx: tx.timers.of(A)) == {"page": START + 2}
    assert await do(store, lambda tx: tx.timers.next_due()) == START + 2


async def test_due_is_urgent_first_then_the_longest_overdue(store: Store, site: Site) -> None:
    def unit(tx: Tx) -> None:
        tx.timers.set("delete", A, START - 90 * MINUTE, exact=False)
        put(tx, ("late", A, START - 1), ("later", A, START - 5), ("now", B, START), ("future", B, START + 1))

    await do(store, unit)

    assert [each.kind for each in await due(store)] == ["later", "late", "now", "delete"]
    assert [each.kind for each in await due(store, 2)] == ["later", "late"]
    site.move(1)
    assert [each.kind for each in await due(store)] == ["later", "late", "now", "future", "delete"]


async def test_cancel_takes_one_kind_or_all_gathered_or_stored(store: Store) -> None:
    await do(store, lambda tx: put(tx, ("page", A, START), ("check", A, START), ("page", B, START)))

    def unit(tx: Tx) -> None:
        put(tx, ("fresh", A, START), ("fresh", B, START))
        tx.timers.cancel("page", A)
        tx.timers.cancel("fresh", B)

    await do(store, unit)
    assert await do(store, lambda tx: (set(tx.timers.of(A)), set(tx.timers.of(B)))) == ({"check", "fresh"}, {"page"})

    def all_of_a(tx: Tx) -> None:
        put(tx, ("newest", A, START))
        tx.timers.cancel_all(A)

    await do(store, all_of_a)
    assert await do(store, lambda tx: (tx.timers.of(A), set(tx.timers.of(B)))) == ({}, {"page"})


async def test_a_timer_fires_once_and_one_that_was_moved_meanwhile_does_not_fire(store: Store) -> None:
    await do(store, lambda tx: put(tx, ("page", A, START), ("page", B, START)))
    once, moved = sorted(await due(store), key=lambda each: each.subject)
    await do(store, lambda tx: put(tx, ("page", B, START + MINUTE)))

    assert await store.run(lambda tx: True, timer=once) is True  # noqa: ARG005
    assert await store.run(lambda tx: True, timer=once) is None  # noqa: ARG005
    assert await store.run(lambda tx: True, timer=moved) is None  # noqa: ARG005

    assert await do(store, lambda tx: tx.timers.of(B)) == {"page": START + MINUTE}


async def test_a_timer_whose_unit_fails_is_still_there_and_can_be_put_off(store: Store, site: Site) -> None:
    await do(store, lambda tx: put(tx, ("page", A, START)))
    [timer] = await due(store)

    def fails(tx: Tx) -> None:
        tx.timers.set("next", A, START)
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await store.run(fails, timer=timer)
    assert await due(store) == [timer]

    await do(store, lambda tx: tx.timers.later(timer, START + MINUTE))
    assert await due(store) == []
    site.move(MINUTE)
    [again] = await due(store)
    assert (again.kind, again.attempts) == ("page", 1)


async def test_a_unit_that_sets_its_own_timer_again_keeps_it(store: Store) -> None:
    await do(store, lambda tx: put(tx, ("page", A, START)))
    [timer] = await due(store)

    await store.run(lambda tx: put(tx, ("page", A, START + MINUTE)), timer=timer)

    assert await do(store, lambda tx: tx.timers.of(A)) == {"page": START + MINUTE}


@given(st.integers(0, 2**42))
def test_what_is_not_exact_comes_later_by_less_than_half_an_hour(at: int) -> None:
    set_to: list[int] = []

    class Gathering(Rows):
        def gather(self, _name: str, _statement: object, _key: object, row: dict[str, object]) -> None:
            set_to.append(int(str(row["due"])))

    shared = Shared.__new__(Shared)
    shared.dialect = "sqlite"
    Timers(Gathering(None, shared, 0)).set("delete", A, at, exact=False)  # type: ignore[arg-type]

    assert at < set_to[0] < at + 30 * MINUTE
