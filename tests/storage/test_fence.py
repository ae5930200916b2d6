"""One worker at a time: who was replaced can change nothing any more. And time that was committed does not run back."""

import asyncio
from pathlib import Path

import pytest

from bot.clock import HOUR, Clock
from storage.errors import FencedError, LockedError
from storage.journal import Arrived
from storage.lock import run_lock
from storage.store import Store, Tx
from tests.storage.site import START, Site, do


async def test_the_first_unit_after_a_takeover_raises_and_has_no_effect(site: Site) -> None:
    old = await site.open()
    await do(old, lambda tx: tx.values.put("by", "old"))
    new = await site.open()

    ran = []

    def unit(tx: Tx) -> None:
        ran.append(True)
        tx.values.put("by", "old again")

    for _ in range(2):
        with pytest.raises(FencedError, match=r"^a newer process works on this database; this one stops$"):
            await old.run(unit)

    assert not ran
    assert await do(new, lambda tx: tx.values.get("by")) == "old"


async def test_a_replaced_worker_cannot_take_an_update_off_the_journal(site: Site) -> None:
    old = await site.open()
    [entry] = await do(old, lambda tx: tx.journal.append([Arrived(1, b"{}", b"l" * 16, urgent=True)]))
    new = await site.open()

    with pytest.raises(FencedError):
        await old.run(lambda tx: tx.values.put("by", "old"), entry=entry)

    assert await do(new, lambda tx: tx.journal.waiting()) == [entry]


async def test_units_that_wait_while_another_takes_over_are_all_done_or_all_refused(site: Site) -> None:
    old = await site.open()
    new = await site.open(take_over=False)

    def add(n: int) -> "asyncio.Task[None]":
        return asyncio.ensure_future(old.run(lambda tx: tx.values.put(f"n{n}", n)))

    tasks = [add(n) for n in range(5)]
    await new.take_over()
    tasks += [add(n) for n in range(5, 10)]
    results = await asyncio.gather(*tasks, return_exceptions=True)

    def stored(tx: Tx) -> list[bool]:
        return [tx.values.get(f"n{n}") == n for n in range(10)]

    assert await do(new, stored) == [result is None for result in results]
    assert all(isinstance(each, FencedError) for each in results if each is not None)
    assert [type(each) for each in results[5:]] == [FencedError] * 5


async def test_the_command_line_works_beside_a_running_hotline(site: Site) -> None:
    running = await site.open()
    beside = await site.open(take_over=False)

    await do(beside, lambda tx: tx.invites.add("secret", {"role": "lawyer"}))

    assert await do(running, lambda tx: tx.invites.use("secret"))
    await do(beside, lambda tx: tx.values.put("still", "here"))


async def test_reading_alone_moves_no_time_and_needs_no_fence(site: Site) -> None:
    old = await site.open()
    await do(old, lambda tx: tx.values.put("name", 1))
    await site.open()

    assert await do(old, lambda tx: tx.values.get("name"), commit=False) == 1


async def committed_at(site: Site, later: int) -> None:
    site.move(later)
    store = await site.open()
    await do(store, lambda tx: tx.values.put("name", 1))
    await site.close()


async def test_after_a_restart_time_goes_on_where_it_was_committed(site: Site) -> None:
    await committed_at(site, HOUR)
    site.clock = Clock(lambda: START - HOUR)  # the battery of the machine's clock is empty

    store = await site.open()

    assert START + HOUR <= await do(store, lambda tx: tx.now) < START + HOUR + 60_000


async def test_what_a_process_with_a_slow_clock_commits_does_not_turn_time_back(site: Site) -> None:
    slow = await site.open(take_over=False)
    await committed_at(site, HOUR)
    site.clock = Clock(lambda: START)
    slow = await site.open(take_over=False)
    slow.clock.follow(START, 0)
    await do(slow, lambda tx: tx.values.put("name", 2))
    await site.close()
    site.clock = Clock(lambda: START)

    store: Store = await site.open()

    assert await do(store, lambda tx: tx.now) >= START + HOUR


def test_a_second_run_with_the_same_key_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    settings = Site(tmp_path, "sqlite:///kalkan.db").settings

    with run_lock(settings):
        with pytest.raises(LockedError, match="runs already"), run_lock(settings):
            pytest.fail("two hotlines run at once")
        with pytest.raises(LockedError), run_lock(settings):
            pytest.fail("the refused one let go of the lock of the first")
    with run_lock(settings):
        assert settings.key_file.with_suffix(".lock").stat().st_mode & 0o777 == 0o600
