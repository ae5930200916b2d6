"""The harness, proved on a tiny bot: a real process that is started, killed, joined and searched."""

import base64
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from practice.telegram import Telegram
from tests.disk import find
from tests.hotline import Hotline
from tests.process import HotlineError

TINY = (sys.executable, str(Path(__file__).parent / "tiny_bot.py"))


@pytest.fixture(name="tiny")
async def _tiny(telegram: Telegram, tmp_path: Path) -> AsyncIterator[Hotline]:
    tiny = Hotline(telegram, tmp_path / "tiny", command=TINY)
    await tiny.create()
    yield tiny
    if tiny.is_running:
        await tiny.stop()


async def test_starts_answers_and_stops_on_sigterm(tiny: Hotline) -> None:
    phone = tiny.telegram.phone("Айбек")

    await tiny.start()
    await phone.start()
    await phone.shows("Салам")

    assert await tiny.stop() == 0
    assert tiny.stdout == ["ready"]
    tiny.telegram.assert_quiet()


async def test_a_message_sent_while_it_is_dead_arrives_after_the_next_start(tiny: Hotline) -> None:
    phone = tiny.telegram.phone("Айбек")
    await tiny.start()
    await tiny.telegram.idle()

    await tiny.kill()
    await phone.send("кат")
    await tiny.restart()

    await phone.shows("принято")


async def test_dies_at_a_failpoint(tiny: Hotline) -> None:
    phone = tiny.telegram.phone("Айбек")

    await tiny.start(failpoints="boom:1")
    await phone.send("boom")

    assert await tiny.wait_exit() == -signal.SIGKILL


async def test_staff_join_by_link_and_confirmation(tiny: Hotline) -> None:
    await tiny.start()

    coordinator = await tiny.join_staff("coordinator")
    lawyer = await tiny.join_staff("lawyer", regions=["osh"], name="Нурлан")

    assert coordinator.find("Впущен")
    assert lawyer.find("Вы в команде")
    tiny.telegram.assert_quiet()


async def test_finds_what_the_disk_shows(tiny: Hotline) -> None:
    phone = tiny.telegram.phone("Айбек")
    await tiny.start()
    await phone.send("меня зовут Айбек")
    await phone.shows("принято")

    tiny.assert_hidden(phone.id, "Чолпон")
    with pytest.raises(AssertionError, match="said"):
        tiny.assert_hidden("Айбек")


@pytest.mark.parametrize("form", [
    (7_123_456_789).to_bytes(6, "big"),
    (7_123_456_789).to_bytes(8, "little"),
    "7123456789".encode("utf-16-le"),
    b"x" + b"7123456789".hex().encode(),
    base64.b64encode(b"7123456789"),
    base64.b64encode(b"12" + b"7123456789" + b"x"),
])  # fmt: skip
def test_an_id_is_found_in_other_clothes(form: bytes) -> None:
    assert find([7_123_456_789], {"rows": b"abc" + form + b"def"})
    assert not find([7_123_456_780], {"rows": b"abc" + form + b"def"})


async def test_a_traceback_is_noticed(tiny: Hotline) -> None:
    phone = tiny.telegram.phone("Айбек")
    await tiny.start()

    await phone.send("raise")
    await tiny.telegram.idle()
    await tiny.stop()

    with pytest.raises(HotlineError, match="ValueError"):
        tiny.assert_clean()


async def test_says_why_it_did_not_start(tiny: Hotline) -> None:
    tiny.configure({"telegram": {"token_file": "nowhere"}})

    with pytest.raises(HotlineError, match="nowhere"):
        await tiny.start()
