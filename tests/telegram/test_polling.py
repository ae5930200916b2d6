"""getUpdates: confirmation by offset, redelivery, long polling, allowed kinds, two pollers."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from practice.telegram import BotAccount, Phone, Telegram
from tests.telegram.conftest import unmodified


async def test_an_update_comes_again_until_the_offset_passes_it(bot: Bot, phone: Phone) -> None:
    await phone.send("кат")

    first = await bot.get_updates()
    again = await bot.get_updates(offset=first[0].update_id)
    after = await bot.get_updates(offset=first[0].update_id + 1)

    assert [one.update_id for one in first] == [one.update_id for one in again]
    assert after == ()
    assert first[0].message is not None
    assert first[0].message.text == "кат"


async def test_update_ids_grow_by_one_from_a_random_start(bot: Bot, phone: Phone) -> None:
    for text in "абв":
        await phone.send(text)

    ids = [one.update_id for one in await bot.get_updates()]

    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert ids[0] > 1000


async def test_a_confirmed_update_never_returns_even_without_an_offset(bot: Bot, phone: Phone) -> None:
    await phone.send("кат")
    (update,) = await bot.get_updates()

    await bot.get_updates(offset=update.update_id + 1)

    assert await bot.get_updates() == ()


async def test_a_negative_offset_keeps_only_the_newest(bot: Bot, phone: Phone) -> None:
    for text in "абв":
        await phone.send(text)

    (newest,) = await bot.get_updates(offset=-1)

    assert newest.message is not None
    assert newest.message.text == "в"
    assert len(await bot.get_updates()) == 1


async def test_a_limit_cuts_the_batch(bot: Bot, phone: Phone) -> None:
    for text in "абв":
        await phone.send(text)

    assert len(await bot.get_updates(limit=2)) == 2


async def test_a_long_poll_answers_when_something_comes(bot: Bot, phone: Phone, account: BotAccount) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(bot.get_updates(timeout=30))
        await account.updates.signal.wait(5)
        assert account.updates.is_polled
        await phone.send("кат")

    assert len(poll.result()) == 1


async def test_a_second_poller_ends_the_first_with_409(bot: Bot, telegram: Telegram, account: BotAccount) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await account.updates.signal.wait(5)

    async with unmodified(telegram, account) as rival:
        await rival.get_updates()

    with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one bot"):
        await first


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active; use deleteWebhook"):
        await bot.get_updates()


async def test_setting_a_webhook_ends_a_waiting_poll(bot: Bot, account: BotAccount) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await account.updates.signal.wait(5)

    await bot.set_webhook("http://127.0.0.1:9/hook")

    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll


async def test_only_allowed_kinds_are_queued_and_the_choice_is_kept(bot: Bot, phone: Phone) -> None:
    await bot.get_updates(allowed_updates=["edited_message"])
    message = await phone.send("кат")
    await phone.edit(message, "хат")

    (update,) = await bot.get_updates()

    assert update.edited_message is not None
    assert update.edited_message.text == "хат"


async def test_by_default_a_bot_hears_that_it_was_blocked(bot: Bot, phone: Phone) -> None:
    await phone.start()
    await phone.block()
    await phone.unblock()

    _, blocked, unblocked = await bot.get_updates()

    assert blocked.my_chat_member is not None
    assert unblocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member.new_chat_member.status == "member"


async def test_reactions_come_only_to_a_bot_that_asks_for_them(bot: Bot, phone: Phone) -> None:
    said = await phone.send("кат")
    await phone.react(said, "👍")
    (unasked,) = await bot.get_updates(allowed_updates=["message_reaction"])
    await phone.react(said, "🙏")

    _, asked = await bot.get_updates()

    assert unasked.message is not None
    assert asked.message_reaction is not None


async def test_an_update_can_be_delivered_twice(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    telegram.deliver_twice()
    await phone.send("кат")

    (first,) = await bot.get_updates()
    (second,) = await bot.get_updates(offset=first.update_id + 1)
    third = await bot.get_updates(offset=first.update_id + 1)

    assert second.update_id == first.update_id
    assert third == ()


async def test_an_old_update_can_be_redelivered(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    await phone.send("кат")
    (first,) = await bot.get_updates()
    await bot.get_updates(offset=first.update_id + 1)

    telegram.redeliver(first.update_id)
    (again,) = await bot.get_updates(offset=first.update_id + 1)

    assert again.update_id == first.update_id


async def test_the_same_content_can_come_under_another_id(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    await phone.send("кат")
    (first,) = await bot.get_updates()

    telegram.duplicate(first.update_id)
    _, copy = await bot.get_updates()

    assert copy.update_id == first.update_id + 1
    assert copy.message == first.message


async def test_pending_updates_can_be_dropped(bot: Bot, phone: Phone) -> None:
    await phone.send("кат")

    await bot.delete_webhook(drop_pending_updates=True)

    assert await bot.get_updates() == ()


async def test_a_killed_poller_does_not_stand_in_the_way(bot: Bot, phone: Phone, account: BotAccount) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await account.updates.signal.wait(5)
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)

    await phone.send("кат")

    assert len(await bot.get_updates(timeout=5)) == 1
