"""The practice clock, alone and followed over HTTP."""

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from practice.clock import PracticeClock
from practice.telegram import Telegram


class Follower:
    """What a bot does: asks with the newest version it knows, for ever."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.state: dict = {}

    async def follow(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                query = {"after": str(self.state["version"])} if self.state else {}
                async with session.get(self.url, params=query) as answer:
                    self.state = await answer.json()


@pytest.fixture(name="followers")
async def _followers(telegram: Telegram) -> AsyncIterator[list[Follower]]:
    followers = [Follower(telegram.clock_url) for _ in range(2)]
    tasks = [asyncio.create_task(one.follow()) for one in followers]
    await telegram.clock.has_followers(2)
    yield followers
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_paused_clock_stands_and_jumps() -> None:
    clock = PracticeClock(1_000_000, rate=0)

    await clock.jump(5_000)

    assert (clock.now(), clock.rate, clock.version) == (1_005_000, 0.0, 2)


async def test_a_fast_clock_runs_as_fast_as_it_says() -> None:
    clock = PracticeClock(0, rate=3600)
    began = time.monotonic()

    first = clock.now()
    while time.monotonic() - began < 0.02:
        pass
    elapsed = clock.now() - first

    assert 0.02 * 3_600_000 <= elapsed <= (time.monotonic() - began) * 3_600_000 + 1


async def test_changing_the_rate_keeps_the_time() -> None:
    clock = PracticeClock(1_000_000, rate=0)

    await clock.set_rate(60)

    assert 1_000_000 <= clock.now() < 1_000_000 + 60 * 1000


async def test_a_jump_returns_when_every_follower_knows(telegram: Telegram, followers: list[Follower]) -> None:
    for hours in range(1, 4):
        await telegram.clock.jump(hours * 3_600_000)

        assert [one.state["version"] for one in followers] == [telegram.clock.version] * 2


async def test_a_follower_hears_time_and_rate(telegram: Telegram, followers: list[Follower]) -> None:
    await telegram.clock.set_rate(0)
    await telegram.clock.jump(86_400_000)

    assert followers[0].state == {
        "version": telegram.clock.version, "now_ms": telegram.clock.now(), "rate": 0.0,
    }  # fmt: skip


async def test_a_follower_that_went_away_is_not_waited_for(telegram: Telegram) -> None:
    task = asyncio.create_task(Follower(telegram.clock_url).follow())
    await telegram.clock.has_followers(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    telegram.clock.follow_bound_s = 3_600
    async with asyncio.timeout(60):
        await telegram.clock.jump(1)


async def test_a_follower_that_never_returns_stops_the_jump_only_for_a_while(telegram: Telegram) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(telegram.clock_url) as answer:
            version = (await answer.json())["version"]
        poll = asyncio.create_task(session.get(telegram.clock_url, params={"after": version}))
        await telegram.clock.has_followers(1)
        telegram.clock.follow_bound_s = 0.2
        began = time.monotonic()

        await telegram.clock.jump(1)

        assert time.monotonic() - began >= 0.2
        (await poll).close()
