"""1 message a second in a chat with a short burst, 30 a second over all, 20 a minute in a group."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from practice.telegram import BotAccount, Phone, Telegram
from practice.telegram.group import Group


async def to_all(bot: Bot, chats: Iterable[Phone | Group]) -> None:
    for chat in chats:
        await bot.send_message(chat.id, "а")


async def test_a_burst_passes_and_then_429_until_a_second_has_gone(
    bot: Bot, phone: Phone, telegram: Telegram, account: BotAccount
) -> None:
    await phone.start()
    account.limits.chat_rate = 0.2  # slow, so that a slow machine does not refill the bucket
    for _ in range(int(account.limits.chat_burst)):
        await bot.send_message(phone.id, "а")

    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(phone.id, "б")
    assert isinstance(caught.value.retry_after, timedelta)
    await telegram.clock.jump(int(caught.value.retry_after.total_seconds() * 1000))
    await bot.send_message(phone.id, "в")

    assert phone.screen is not None
    assert phone.screen.text == "в"


async def test_edits_and_deletions_are_not_counted_in_a_private_chat(bot: Bot, phone: Phone) -> None:
    await phone.start()
    sent = await bot.send_message(phone.id, "а")
    for number in range(20):
        await bot.edit_message_text(f"{number}", phone.id, sent.message_id)
    await bot.delete_message(phone.id, sent.message_id)

    assert phone.bot_messages == []


async def test_all_chats_together_have_a_limit(bot: Bot, telegram: Telegram, account: BotAccount) -> None:
    account.limits.total_rate = 3.0
    phones = [telegram.phone(str(number)) for number in range(20)]
    for phone in phones:
        await phone.start()

    with pytest.raises(RetryAfter):
        await to_all(bot, phones)

    assert sum(bool(phone.bot_messages) for phone in phones) >= 3


async def test_a_group_takes_twenty_a_minute(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    group = telegram.group("Топ", [phone])
    await group.add_bot(phone)

    with pytest.raises(RetryAfter):
        await to_all(bot, [group] * 22)

    assert 20 <= sum(one.from_bot for one in group.messages) <= 21


async def test_limits_can_be_switched_off(bot: Bot, phone: Phone, account: BotAccount) -> None:
    await phone.start()
    account.limits.enabled = False

    for _ in range(12):
        await bot.send_message(phone.id, "а")

    assert len(phone.bot_messages) == 12
