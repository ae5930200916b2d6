"""From a 🆘 at the hotline's door to the first page that leaves it, seen from outside.

500 people who came by a card of their region, 50 lawyers in 8 regions, Telegram's limits on, no latency added,
taps at random moments (Poisson) about ten a second. What is counted begins when Telegram hands the tap out, which
is before it is journalled, and ends when the first page of that case is at Telegram: an upper bound.
"""

import asyncio
import random
import statistics
import time
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import percentile, run, tell
from benchmarks.raw import RawSqlite
from benchmarks.rig import LONG, Watched, hotline_on, staff, store_of
from bot.config import REGIONS
from practice.telegram import Phone
from practice.telegram.world import Call
from storage.store import Tx
from storage.vault import Index
from tests.hotline import Hotline

PEOPLE, LAWYERS, A_SECOND = 500, 50, 10.0
_AT_ONCE = 25
_FASTER = 60.0


async def main() -> None:
    """Print the median, the 99th percentile, and both against durable commits of the same minute."""
    async with Watched() as telegram:
        telegram.add_bot()
        async with hotline_on(telegram, LONG) as hotline:
            lawyers = await staff(hotline, REGIONS, LAWYERS)
            async with store_of(hotline) as store:
                pages = _Pages(store.shared.index, telegram, {phone.id for phone in lawyers})
            await hotline.start()
            people = await _arrived(telegram)
            with TemporaryDirectory() as name:
                commits = await _tap(people, RawSqlite(Path(name)))
            await telegram.until(lambda: len(pages.first()) >= PEOPLE, "a page of every case", timeout=60)
            await hotline.stop()
            waits = await _waits(hotline, telegram, pages.first(), people)
    assert not telegram.problems, telegram.problems
    _report(waits, commits, telegram)


async def _arrived(telegram: Watched) -> list[Phone]:
    """Let everybody open the bot by a link that carries a region; time runs fast, so that no limit holds them up."""
    people = [telegram.phone(f"Человек {n}") for n in range(PEOPLE)]
    gate = asyncio.Semaphore(_AT_ONCE)

    async def arrive(phone: Phone, region: str) -> None:
        async with gate:
            await phone.start("r_" + region)
            await phone.shows(lambda message: message.button("🆘") is not None, timeout=60)

    await telegram.clock.set_rate(_FASTER)
    async with asyncio.TaskGroup() as group:
        for n, phone in enumerate(people):
            group.create_task(arrive(phone, REGIONS[n % len(REGIONS)]))
    await telegram.idle()
    await telegram.clock.set_rate(1)
    return people


async def _tap(people: list[Phone], raw: RawSqlite) -> list[float]:
    """Everybody taps 🆘, one at a time at random moments; meanwhile three raw commits are timed once a second."""
    chance = random.Random(1)
    commits: list[float] = []
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        due = loop.time()
        for n, phone in enumerate(people):
            due += chance.expovariate(A_SECOND)
            await asyncio.sleep(due - loop.time())
            group.create_task(phone.tap("🆘", timeout=30))
            if n % int(A_SECOND) == 0:
                commits.append(await asyncio.to_thread(_three_commits, raw))
    return commits


def _three_commits(raw: RawSqlite) -> float:
    began = time.perf_counter()
    for _ in range(3):
        raw.commit(1)
    return (time.perf_counter() - began) * 1000


class _Pages:
    """Which cases were paged when, read off the buttons of what lawyers were sent."""

    def __init__(self, index: Index, telegram: Watched, lawyers: set[int]) -> None:
        self._index = index
        self._telegram = telegram
        self._lawyers = lawyers
        self._looked = 0
        self._first: dict[bytes, float] = {}

    def first(self) -> dict[bytes, float]:
        """Return when the first page of each case was at Telegram."""
        calls = self._telegram.calls
        for call in calls[self._looked :]:
            if call.chat in self._lawyers and call.status == 200:
                for case in self._cases(call):
                    self._first.setdefault(case, call.received)
        self._looked = len(calls)
        return self._first

    def _cases(self, call: Call) -> Iterator[bytes]:
        who = self._index.of("who", str(call.chat).encode())
        for row in (call.params.get("reply_markup") or {}).get("inline_keyboard", []):
            for button in row:
                _, act, token = button["callback_data"].split(":")
                if act == "take":
                    subject = self._index.subject(who, urlsafe_b64decode(token + "=" * (-len(token) % 4)))
                    assert subject is not None
                    yield subject


async def _waits(hotline: Hotline, telegram: Watched, first: dict[bytes, float], people: list[Phone]) -> list[float]:
    """Return each person's milliseconds from the tap's hand-out to the first page of their case."""

    def cases(tx: Tx) -> dict[int, bytes]:
        rows = {phone.id: tx.people.load(tx.who(phone.id)) for phone in people}
        return {chat: person.cases[0] for chat, person in rows.items() if person is not None}

    async with store_of(hotline) as store:
        of = await store.run(cases, commit=False) or {}
    history = hotline.bot.updates.history.values()
    taps = {update.chat: telegram.handed[update.id] for update in history if update.kind == "callback_query"}
    return [(first[of[phone.id]] - taps[phone.id]) * 1000 for phone in people]


def _report(waits: list[float], commits: list[float], telegram: Watched) -> None:
    middle, three = statistics.median(waits), statistics.median(commits)
    late = percentile(waits, 0.99)
    tell(
        f"{len(waits)} x 🆘 to the first page, {A_SECOND:g}/s (Poisson), median",
        f"{middle:.1f} ms",
        "<= 25 ms",
        met=middle <= 25,
    )
    tell("99th percentile", f"{late:.1f} ms", "<= 100 ms", met=late <= 100)
    tell("slowest", f"{max(waits):.1f} ms")
    tell("three raw durable commits in the same minute, median", f"{three:.1f} ms")
    tell("median against those", f"x {middle / three:.2f}", "<= 5", met=middle <= 5 * three)
    tell('"too many requests" from Telegram meanwhile', str(telegram.refused()))


if __name__ == "__main__":
    run(main)
