"""Trouble on request: what the bot meets, and whether the call was carried out all the same."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from practice.telegram import BotAccount, Phone, Telegram
from practice.telegram.faults import FaultKind


@pytest.fixture(autouse=True)
async def _started(phone: Phone) -> None:
    await phone.start()


@pytest.mark.parametrize("kind", ["500", "502", "504", "reset_before", "garbage"])
async def test_nothing_is_done_when_the_gateway_fails(
    bot: Bot, phone: Phone, telegram: Telegram, kind: FaultKind
) -> None:
    telegram.faults.add("sendMessage", kind=kind, times=1)

    with pytest.raises((NetworkError, Exception)):
        await bot.send_message(phone.id, "а")
    assert phone.bot_messages == []

    await bot.send_message(phone.id, "б")
    assert [one.text for one in phone.bot_messages] == ["б"]


async def test_429_says_how_long_to_wait_and_only_that_chat_meets_it(
    bot: Bot, phone: Phone, telegram: Telegram
) -> None:
    other = telegram.phone("Нурлан")
    await other.start()
    trouble = telegram.faults.add("sendMessage", kind="429", chat=phone, retry_after=7)

    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(phone.id, "а")
    await bot.send_message(other.id, "а")
    trouble.remove()
    await bot.send_message(phone.id, "а")

    assert caught.value.retry_after == timedelta(seconds=7)
    assert trouble.hits == 1


async def test_refusals_may_have_their_own_words(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", kind="400", times=1, text="PEER_ID_INVALID")
    telegram.faults.add("sendMessage", kind="403", times=1)

    with pytest.raises(BadRequest, match="Peer_id_invalid"):
        await bot.send_message(phone.id, "а")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(phone.id, "а")


async def test_reset_after_has_sent_the_message(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", kind="reset_after", times=1)

    with pytest.raises(NetworkError):
        await bot.send_message(phone.id, "а")

    assert phone.screen is not None
    assert phone.screen.text == "а"
    assert (telegram.calls[-1].status, telegram.calls[-1].fault) == (200, "reset_after")


@pytest.mark.parametrize(("kind", "shown"), [("hang", []), ("hang_after", ["а"])])
async def test_a_hanging_call_times_out(
    bot: Bot, phone: Phone, telegram: Telegram, kind: FaultKind, shown: list
) -> None:
    telegram.faults.add("sendMessage", kind=kind, times=1)

    with pytest.raises(TimedOut):
        await bot.send_message(phone.id, "а", read_timeout=0.2)

    assert [one.text for one in phone.bot_messages] == shown


async def test_a_test_can_wait_until_a_call_hangs_and_let_it_go(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    trouble = telegram.faults.add("sendMessage", kind="hang", times=1)
    call = asyncio.create_task(bot.send_message(phone.id, "а"))

    await telegram.until(lambda: trouble.hits)
    met = telegram.calls[-1]
    trouble.remove()

    with pytest.raises(NetworkError):
        await call
    assert (met.method, met.status, met.fault) == ("sendMessage", 0, "hang")
    assert phone.bot_messages == []


async def test_a_slow_call_is_done_even_if_the_client_gives_up(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", kind="latency", seconds=0.3, times=1)

    with pytest.raises(TimedOut):
        await bot.send_message(phone.id, "а", read_timeout=0.05)

    await phone.shows("а")


async def test_an_outage_cuts_everything_even_a_waiting_poll(bot: Bot, telegram: Telegram, account: BotAccount) -> None:
    await bot.get_updates(offset=-1)
    poll = asyncio.create_task(bot.get_updates(timeout=30, offset=2**40))
    await account.updates.signal.wait(5)

    outage = telegram.faults.add(kind="outage")

    with pytest.raises(NetworkError):
        await poll
    with pytest.raises(NetworkError):
        await bot.get_me()
    outage.remove()
    await bot.get_me()


async def test_a_trouble_may_look_at_the_call(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", kind="400", when=lambda params: params["text"] == "б")

    await bot.send_message(phone.id, "а")
    with pytest.raises(BadRequest):
        await bot.send_message(phone.id, "б")


async def test_a_misspelt_trouble_is_an_error(telegram: Telegram) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        telegram.faults.add(kind="flood")  # type: ignore[arg-type]


async def test_a_download_can_fail(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    said = await phone.send_document(b"x")
    file = await bot.get_file(said.file_id or "")
    telegram.faults.add("download", kind="reset_before", times=1)

    with pytest.raises(NetworkError):
        await file.download_as_bytearray()
    assert await file.download_as_bytearray() == b"x"
