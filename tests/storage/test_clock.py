"""Kalkan's time never runs back, whatever the machine's clock does."""

import asyncio
import time

from hypothesis import given
from hypothesis import strategies as st

from bot.clock import HOUR, Clock

INSTANTS = st.integers(0, 2**43)
STEPS = st.lists(
    st.tuples(st.just("wall"), INSTANTS) | st.tuples(st.just("committed"), INSTANTS), min_size=1, max_size=30
)


class Wall:
    """The machine's clock, which anybody may set."""

    def __init__(self, at: int = 0) -> None:
        self.at = at

    def __call__(self) -> int:
        return self.at


@given(STEPS)
def test_it_never_runs_back_and_never_falls_behind_what_it_has_seen(steps: list[tuple[str, int]]) -> None:
    wall = Wall()
    clock = Clock(wall)
    least = clock.now()
    for kind, at in steps:
        if kind == "wall":
            wall.at = at
        else:
            least = max(least, at)
            clock.raise_floor(at)
        least = max(least, wall.at)
        now = clock.now()
        assert now >= least
        least = now


@given(INSTANTS, INSTANTS)
def test_it_says_how_far_the_wall_lies_behind_what_was_committed(at: int, committed: int) -> None:
    behind = Clock(Wall(at)).raise_floor(committed)

    assert max(0, committed - at) - 1000 < behind <= max(0, committed - at)


@given(INSTANTS, st.integers(1, 2**40))
def test_a_wall_set_back_is_not_followed_and_no_leap_is_made_either(at: int, back: int) -> None:
    wall = Wall(at)
    clock = Clock(wall)
    before = clock.now()
    wall.at = at - back

    assert before <= clock.now() < before + 5000


def test_with_the_wall_set_back_time_goes_on_with_what_really_elapses() -> None:
    wall = Wall(HOUR)
    clock = Clock(wall)
    clock.now()
    wall.at = 0
    started = clock.now()
    real = time.monotonic()
    while time.monotonic() - real < 0.02:
        pass

    assert clock.now() - started >= 19


@given(INSTANTS, INSTANTS)
def test_a_wall_that_catches_up_leads_again(at: int, later: int) -> None:
    wall = Wall(at)
    clock = Clock(wall)
    clock.now()
    wall.at = 0
    clock.now()
    wall.at = at + later + 10 * HOUR

    assert clock.now() == wall.at


async def test_a_sleeper_wakes_for_its_time_for_a_call_and_for_a_moved_clock() -> None:
    clock = Clock()
    wake = asyncio.Event()

    async with asyncio.timeout(10):
        await clock.sleep_until(clock.now() - 1, wake)
        await clock.sleep_until(clock.now() + 20, wake)
        wake.set()
        await clock.sleep_until(None, wake)
        wake.clear()

        sleeper = asyncio.ensure_future(clock.sleep_until(clock.now() + HOUR, wake))
        await asyncio.sleep(0)
        clock.follow(clock.now() + 2 * HOUR, 1)
        await sleeper


async def test_what_is_due_is_not_waited_for_though_the_clock_stands_still() -> None:
    clock = Clock()
    clock.follow(1000, 0)

    async with asyncio.timeout(10):
        for due in (0, 1000):
            await clock.sleep_until(due, asyncio.Event())


async def test_a_practice_clock_runs_at_its_rate() -> None:
    clock = Clock()
    clock.follow(1000, 3600)
    assert clock.now() < 1000 + HOUR

    async with asyncio.timeout(10):
        await clock.sleep_until(1000 + HOUR // 20, asyncio.Event())  # 50 ms of ours

    assert clock.now() >= 1000 + HOUR // 20
