"""Webhook delivery to a real listener: the secret, retries until 2xx, order within a chat."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest

from practice.telegram import BotAccount, Phone, Telegram
from practice.telegram.signals import Signal


class Listener:
    """Takes what is delivered and answers as told: first what `answers` holds, then 200."""

    def __init__(self) -> None:
        self.seen: list[tuple[str | None, dict]] = []
        self.answers: list[web.Response] = []
        self.arrived = Signal()
        self.gate: asyncio.Event | None = None
        self.url = ""

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.seen]

    async def take(self, request: web.BaseRequest) -> web.Response:
        self.seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        self.arrived.notify()
        if self.gate is not None:
            await self.gate.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def until(self, count: int) -> None:
        while len(self.seen) < count:
            await self.arrived.wait(5)


@pytest.fixture(name="listener")
async def _listener() -> AsyncIterator[Listener]:
    listener = Listener()
    runner = web.ServerRunner(web.Server(listener.take), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield listener
    await runner.cleanup()


async def test_an_update_is_posted_with_the_secret(bot: Bot, phone: Phone, listener: Listener) -> None:
    await bot.set_webhook(listener.url, secret_token="s3cret")

    await phone.send("кат")
    await listener.until(1)

    assert listener.seen[0][0] == "s3cret"
    assert listener.texts == ["кат"]


async def test_it_is_posted_again_until_200(
    bot: Bot, phone: Phone, listener: Listener, telegram: Telegram, account: BotAccount
) -> None:
    account.webhook.first_retry_s = 0.01
    listener.answers = [web.Response(status=500), web.Response(status=403)]
    await bot.set_webhook(listener.url)

    await phone.send("кат")
    await telegram.idle()

    assert listener.texts == ["кат"] * 3
    assert len({update["update_id"] for _, update in listener.seen}) == 1
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (0, "Wrong response from the webhook: 403 Forbidden")


async def test_one_chat_is_in_order_and_others_need_not_wait(
    bot: Bot, phone: Phone, listener: Listener, telegram: Telegram
) -> None:
    other = telegram.phone("Нурлан")
    listener.gate = asyncio.Event()
    await bot.set_webhook(listener.url)

    await phone.send("1")
    await phone.send("2")
    await other.send("а")
    await listener.until(2)
    held = sorted(listener.texts)
    listener.gate.set()
    await listener.until(3)

    assert held == ["1", "а"]
    assert listener.texts[-1] == "2"


async def test_what_came_before_the_webhook_is_delivered(bot: Bot, phone: Phone, listener: Listener) -> None:
    await phone.send("кат")

    await bot.set_webhook(listener.url)
    await listener.until(1)

    assert listener.texts == ["кат"]


async def test_without_a_listener_updates_wait(bot: Bot, phone: Phone, telegram: Telegram, account: BotAccount) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await phone.send("кат")
    await telegram.until(lambda: account.webhook.last_error)

    info = await bot.get_webhook_info()
    await bot.delete_webhook()

    assert info.pending_update_count == 1
    assert len(await bot.get_updates()) == 1


async def test_an_answer_may_hold_a_call(bot: Bot, phone: Phone, listener: Listener) -> None:
    listener.answers = [web.json_response({"method": "sendMessage", "chat_id": phone.id, "text": "принято"})]
    await bot.set_webhook(listener.url)

    await phone.send("кат")

    await phone.shows("принято")


async def test_a_webhook_on_the_internet_needs_https_and_a_clean_secret(bot: Bot, listener: Listener) -> None:
    with pytest.raises(BadRequest, match=r"(?i)an HTTPS URL must be provided for webhook"):
        await bot.set_webhook("http://example.org/hook")
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook(listener.url, secret_token="сек")
