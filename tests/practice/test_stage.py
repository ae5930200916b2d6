"""Rooms that follow one another: nothing of an old one is left, and a spare one saves the wait."""

import os

import pytest

from practice.page.desk import Desk
from practice.page.feed import Listener
from practice.page.hands import RefusedError
from practice.page.stage import Stage
from practice.room import Room
from tests.practice.visitor import until

pytestmark = pytest.mark.slow


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_story_takes_the_spare_room_and_the_old_one_goes() -> None:
    stage = Stage(spare=True, pace=0)
    await stage.renew("", "")
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


async def test_a_spare_room_in_another_language_is_not_taken() -> None:
    made: list[str] = []

    def make(language: str) -> Room:
        made.append(language)
        return Room(language=language)

    stage = Stage(make, spare=True, pace=0)
    await stage.renew("", "")
    await stage.speak("ky")
    await until(lambda: stage.spare is not None, "a spare room", 60)

    await stage.renew("", "en")

    assert made == ["", "ky", "en"]
    assert {held.part.language for held in stage.front.desk.room.cast} == {"en"}
    await stage.close()


async def test_a_killed_bot_comes_back_with_everything() -> None:
    stage = Stage(pace=0)
    await stage.renew("", "")
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
    await stage.close()


async def test_a_week_is_lived_through_and_nothing_grows_too_old_to_delete() -> None:
    stage = Stage(pace=0)
    await stage.renew("", "")
    desk = stage.front.desk
    await desk.room.ready.wait()
    lawyer = desk.room.cast.by_key("lawyer-bishkek").phone
    assert not lawyer.is_empty

    await ask(desk, do="jump", ms=7 * 24 * 3_600_000)

    await until(lambda: lawyer.is_empty, "the lawyer's old messages to be deleted", 30)
    with pytest.raises(RefusedError):
        await ask(desk, do="jump", ms=-1)
    await stage.close()


async def ask(desk: Desk, **asked: object) -> object:
    return await desk.answer(Listener(), dict(asked))
