"""Rooms that follow one another: nothing of an old one is left, and a spare one saves the wait."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from practice.page.desk import Desk
from practice.page.feed import Listener
from practice.page.hands import RefusedError
from practice.page.stage import MakeRoom, Stage
from practice.process import PracticeError
from practice.room import Room
from tests.practice.visitor import until

pytestmark = pytest.mark.slow
HOUR = 3_600_000


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(name="staged")
async def _staged() -> AsyncIterator[Callable[..., Awaitable[Stage]]]:
    """Opens stages, and closes them whatever becomes of the test."""
    stages: list[Stage] = []

    async def staged(*args: MakeRoom, spare: bool = False) -> Stage:
        stages.append(Stage(*args, spare=spare, pace=0))
        await stages[-1].renew("", "")
        return stages[-1]

    yield staged
    for stage in stages:
        await stage.close()


Staged = Callable[..., Awaitable[Stage]]


async def test_a_story_takes_the_spare_room_and_the_old_one_goes(staged: Staged) -> None:
    stage = await staged(spare=True)
    first = stage.front.desk.room
    await first.ready.wait()
    folder, pid = first.hotline.folder, first.hotline.pid
    assert pid is not None
    assert folder.exists()

    await stage.speak("ky")
    await until(lambda: stage.spare is not None and stage.spare.desk.room.ready.is_set(), "a spare room", 60)
    spare = stage.spare
    await stage.renew("brother", "ky")

    assert stage.front is spare
    assert stage.front.desk.room.ready.is_set()
    assert stage.front.desk.telling is not None
    assert {held.part.language for held in stage.front.desk.room.cast} == {"ky"}
    await until(lambda: not alive(pid) and not folder.exists(), "the old room to be gone")
    second = stage.front.desk.room.hotline
    await stage.close()
    assert not second.folder.exists()


async def test_a_spare_room_in_another_language_is_not_taken(staged: Staged) -> None:
    made: list[str] = []

    def make(language: str) -> Room:
        made.append(language)
        return Room(language=language)

    stage = await staged(make, spare=True)
    await stage.speak("ky")
    await until(lambda: stage.spare is not None, "a spare room", 60)

    await stage.renew("", "en")

    assert made == ["", "ky", "en"]
    assert {held.part.language for held in stage.front.desk.room.cast} == {"en"}


async def test_a_killed_bot_comes_back_with_everything(staged: Staged) -> None:
    stage = await staged()
    desk = stage.front.desk
    await desk.room.ready.wait()
    person = desk.room.cast.by_key("person")

    await ask(desk, do="start", chat=person.id)
    await ask(desk, do="kill")
    assert desk.room.hotline.state == "dead"
    await ask(desk, do="send", chat=person.id, text="жардам")
    await desk.look()
    assert desk.room.weather.tally(desk.kept)["waiting"] >= 1
    await ask(desk, do="restart")

    await until(lambda: "escalate" in {due.kind for due in desk.dues}, "the word to be heard", 30)
    tally = desk.room.weather.tally(desk.kept)
    assert (tally["lost"], tally["parked"], tally["waiting"]) == (0, 0, 0)


async def test_a_week_is_lived_through_and_nothing_grows_too_old_to_delete(staged: Staged) -> None:
    stage = await staged()
    desk = stage.front.desk
    await desk.room.ready.wait()
    lawyer = desk.room.cast.by_key("lawyer-bishkek").phone
    assert not lawyer.is_empty

    await ask(desk, do="jump", ms=7 * 24 * 3_600_000)

    await until(lambda: lawyer.is_empty, "the lawyer's old messages to be deleted", 30)
    with pytest.raises(RefusedError):
        await ask(desk, do="jump", ms=-1)


async def test_a_newcomer_has_the_invitation_from_the_first_moment(staged: Staged) -> None:
    stage = await staged()
    desk = stage.front.desk
    await desk.room.ready.wait()
    there = {held.id for held in desk.room.cast}

    adding = asyncio.get_running_loop().create_task(ask(desk, do="add", role="lawyer", language="ky", region="osh"))
    await until(lambda: {held.id for held in desk.room.cast} != there, "a phone", 30)
    (newcomer,) = [held for held in desk.room.cast if held.id not in there]

    assert newcomer.link
    await adding


async def test_what_somebody_did_happened_before_time_was_moved(staged: Staged) -> None:
    stage = await staged()
    desk = stage.front.desk
    await desk.room.ready.wait()
    person, pid = desk.room.cast.by_key("person"), desk.room.hotline.pid
    assert pid is not None
    before = desk.room.telegram.clock.now()

    os.kill(pid, signal.SIGSTOP)  # as slow as a machine can be
    await ask(desk, do="send", chat=person.id, text="жардам")
    jump = asyncio.get_running_loop().create_task(ask(desk, do="jump", ms=HOUR))
    for _ in range(3):
        await desk.look()
    os.kill(pid, signal.SIGCONT)
    await jump

    first = next(each.stored for each in person.phone.chat.feed if each.stored.from_bot)
    assert first.raw["date"] * 1000 < before + HOUR // 2
    assert desk.room.telegram.clock.now() >= before + HOUR


async def test_the_key_is_asked_in_a_process_that_ends_with_the_room(staged: Staged) -> None:
    stage = await staged()
    desk = stage.front.desk
    with pytest.raises(PracticeError, match="not open yet"):
        await ask(desk, do="opened", name="staff")
    await desk.room.ready.wait()

    first = await ask(desk, do="opened", name="staff")
    assert isinstance(first, dict)
    raw = await ask(desk, do="table", name="staff")
    assert isinstance(raw, dict)
    digests = {cell["of"] for row in raw["rows"] for cell in row if "of" in cell}
    aliases = {first["opened"][digest]["alias"] for digest in digests & set(first["opened"])}
    assert aliases == {held.part.name for held in desk.room.cast if held.part.is_staff}
    with pytest.raises(RefusedError):
        await ask(desk, do="opened", name="nothing")

    process = desk.room.opener._process
    assert process is not None
    process.kill()
    await process.wait()
    assert await ask(desk, do="opened", name="staff") == first  # another one is started

    second = desk.room.opener._process
    assert second is not None
    await stage.close()
    assert not alive(second.pid)


async def ask(desk: Desk, **asked: object) -> object:
    return await desk.answer(Listener(), dict(asked))
