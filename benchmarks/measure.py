"""How things are measured: interleaved rounds and medians, because the machine is never alone."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence

Act = Callable[[], Awaitable[object]]


async def rates(acts: Mapping[str, Act], rounds: int = 7, seconds: float = 0.4) -> dict[str, list[float]]:
    """Return how often each act was done a second, one figure a round; in a round each has its turn."""
    found: dict[str, list[float]] = {name: [] for name in acts}
    for act in acts.values():
        await act()  # what is made at the first use is no part of it
    for _ in range(rounds):
        for name, act in acts.items():
            done, began = 0, time.perf_counter()
            while time.perf_counter() - began < seconds:
                await act()
                done += 1
            found[name].append(done / (time.perf_counter() - began))
    return found


def ratio(of: Sequence[float], to: Sequence[float]) -> float:
    """Return the median of the rounds' own ratios: both halves of each were measured within a second or two."""
    return statistics.median(one / other for one, other in zip(of, to, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` (0 to 1) of all are not above."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def tell(what: str, value: str, goal: str = "", *, met: bool = True, note: str = "") -> None:
    """Print one figure, what is wanted of it, and whether it is there."""
    verdict = f"   goal {goal}{'' if met else '   MISSED'}" if goal else note and f"   {note}"
    print(f"  {what:<58} {value:>16}{verdict}", flush=True)


def tell_ratio(what: str, value: float, at_least: float) -> None:
    """Print a ratio that should be large enough."""
    tell(what, f"x {value:.2f}", f">= {at_least:g}", met=value >= at_least)


def run(main: Callable[[], Awaitable[None]]) -> None:
    """Run a benchmark to its end."""

    async def whole() -> None:
        await main()

    asyncio.run(whole())
