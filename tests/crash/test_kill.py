"""Kill the process anywhere: every message has its effect exactly once, every page that was due is sent."""

import asyncio
import random

import pytest

from practice.telegram import Message, Phone, Telegram
from tests.crash.play import PATIENCE, TAKE, has, lawyer_story, person_story, records, with_supervisor
from tests.hotline import Hotline

CALM = {
    "alerts": {"repeat_every": "10h", "escalate_after": "10h", "claim_check_after": "10h"},
    "retention": {"hide_after": "10h"},
}
POINTS = [f"{unit}.{moment}-commit" for unit in ("journal", "update", "mark") for moment in ("before", "after")] + [
    "send.before",
    "send.after",
]
EXPECTED = sorted(
    str(event)
    for event in (
        ("opened", None, None),
        ("paged", None, None),
        ("answered", "who", "me"),
        ("answered", "place", "bishkek"),
        ("paged", None, None),
        ("picked", "flags", ["hurt"]),
        ("priority-judged", None, None),
        ("paged", None, None),
        ("answered", "flags", ["hurt"]),
        ("said", None, None),
        ("claimed", None, None),
    )
)
KILLS = 100


async def _staffed(hotline: Hotline) -> Phone:
    hotline.configure(CALM)
    await hotline.start()
    await hotline.join_staff("coordinator", name="Координатор")
    return await hotline.join_staff("lawyer", regions=["bishkek"], name="Юрист")


async def _play(telegram: Telegram, lawyer: Phone, name: str) -> None:
    person = telegram.phone(name, language="ru")
    seen = max((message.id for message in lawyer.messages), default=0)
    await asyncio.gather(person_story(person), _claim_later(person, lawyer, seen))


async def _claim_later(person: Phone, lawyer: Phone, seen: int) -> None:
    await person.until(lambda phone: phone.find("Этого достаточно"), "the answers are in", timeout=PATIENCE)
    await lawyer_story(lawyer, person, seen)


async def _settled(telegram: Telegram, hotline: Hotline) -> None:
    """Let it run undisturbed until a fresh person has been served: then nothing older is left undone."""
    await hotline.kill()  # a failpoint that has not been reached yet must not be reached now
    await hotline.start()
    last = telegram.phone("Последний", language="ru")
    await last.send("/rights")
    await last.shows("Мои права", timeout=PATIENCE)
    await hotline.stop()


@pytest.mark.parametrize("hit", [1, 4])
@pytest.mark.parametrize("point", POINTS)
async def test_killed_at_a_failpoint_everything_happens_exactly_once(
    hotline: Hotline, telegram: Telegram, point: str, hit: int
) -> None:
    lawyer = await _staffed(hotline)
    await hotline.restart(f"{point}:{hit}")

    deaths = await with_supervisor(hotline, _play(telegram, lawyer, "Айбек"))
    await _settled(telegram, hotline)

    assert deaths == 1 or hit > 1  # how often the sender notes on its own is a matter of chance
    (case,) = await records(hotline, telegram)
    assert sorted(case["events"]) == EXPECTED
    assert "claim-check" in case["timers"]


async def test_a_page_sent_twice_around_a_kill_leaves_no_copy_once_it_is_tapped(
    hotline: Hotline, telegram: Telegram
) -> None:
    lawyer = await _staffed(hotline)
    for phone in (lawyer, hotline.coordinators[0]):
        await phone.shows("Меню")
        await telegram.until(lambda phone=phone: "duty" in phone.commands, "the menu of staff", PATIENCE)  # type: ignore[misc]
    await hotline.stop()  # an orderly stop leaves nothing half sent: what is sent next is the page
    await hotline.start("send.after:1")
    person = telegram.phone("Айбек", language="ru")

    def pages(phone: Phone) -> list[Message]:
        return [message for message in phone.bot_messages if message.button(TAKE)]

    async def twice() -> None:
        await person.send("🆘")
        first, _ = await lawyer.until(lambda phone: (found := pages(phone))[1:] and found, "two pages", 60)
        await lawyer.tap(TAKE, first)
        await lawyer.until(lambda phone: not pages(phone) and phone.find(has("🔒")), "the card alone", 60)

    await with_supervisor(hotline, twice())


@pytest.mark.timeout(900)
async def test_killed_at_a_hundred_random_instants_nothing_is_lost(hotline: Hotline, telegram: Telegram) -> None:
    lawyer = await _staffed(hotline)
    chance = random.Random(20261122)
    cases = 0

    async def kill_and_start() -> None:
        for _ in range(KILLS):
            await asyncio.sleep(chance.uniform(0.0, 0.4))  # the instant itself is what is tried, not an event awaited
            await hotline.kill()
            await hotline.start()

    killing = asyncio.ensure_future(kill_and_start())
    while not killing.done():
        await _play(telegram, lawyer, f"Человек {cases}")
        cases += 1
    await killing
    await _settled(telegram, hotline)

    kept = await records(hotline, telegram)
    assert len(kept) == cases
    for case in kept:
        assert sorted(case["events"]) == EXPECTED
