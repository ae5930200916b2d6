"""A python-telegram-bot Bot on the practice server; everything the server says is held against the Bot API."""

from collections.abc import AsyncIterator, Iterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from practice.telegram import BotAccount, Phone, Telegram
from practice.telegram.spec import Spec


@pytest.fixture(name="spec", scope="session")
def _spec() -> Spec:
    return Spec.load()


@pytest.fixture(autouse=True)
def _future_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """RetryAfter.retry_after as a timedelta, without the warning about the old type."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture(name="account")
def _account(telegram: Telegram) -> BotAccount:
    return telegram.add_bot()


@pytest.fixture(name="phone")
def _phone(telegram: Telegram, account: BotAccount) -> Phone:
    return telegram.phone("Айбек", bot=account)


@pytest.fixture(name="bot")
async def _bot(telegram: Telegram, account: BotAccount) -> AsyncIterator[Bot]:
    async with unmodified(telegram, account) as bot:
        yield bot


@pytest.fixture(autouse=True)
def _faithful(telegram: Telegram, spec: Spec) -> Iterator[None]:
    """Every result and every update of every test is a valid object of the Bot API."""
    yield
    for call in telegram.calls:
        if call.status == 200:
            spec.check_result(call.method, call.result)
    for bot in telegram.bots:
        for update in bot.updates.history.values():
            spec.check_type("Update", update.body)


def unmodified(telegram: Telegram, account: BotAccount) -> Bot:
    """An unmodified Bot that only has another address."""
    return Bot(
        account.token,
        base_url=f"{telegram.api_url}/bot",
        base_file_url=f"{telegram.api_url}/file/bot",
        request=HTTPXRequest(read_timeout=3),
        get_updates_request=HTTPXRequest(read_timeout=3),
    )
