"""Phones on an unmodified polling Application: taps, pop-ups, waiting, and accounting for what the bot did."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from practice.telegram import BotAccount, Phone, Telegram


async def _start(update: Update, _: Any) -> None:
    assert update.message is not None
    buttons = [
        [InlineKeyboardButton("🆘 Кармашты", callback_data="sos"), InlineKeyboardButton("🌐", url="https://a.kg")]
    ]
    await update.message.reply_text("Салам", reply_markup=InlineKeyboardMarkup(buttons))


async def _tapped(update: Update, _: Any) -> None:
    query = update.callback_query
    assert query is not None
    if query.data == "mute":
        return
    await query.answer(f"{query.data}", show_alert=query.data == "sos")
    if query.data == "sos":
        await query.edit_message_text("Ким?")
        await query.edit_message_text("Кайда?")


async def _said(update: Update, _: Any) -> None:
    assert update.message is not None
    await update.message.reply_text(f"> {update.message.text}", disable_notification=True)


@pytest.fixture(name="polling")
async def _polling(telegram: Telegram, account: BotAccount) -> AsyncIterator[Application]:
    builder = ApplicationBuilder().token(account.token)
    application = builder.base_url(f"{telegram.api_url}/bot").base_file_url(f"{telegram.api_url}/file/bot").build()
    application.add_handlers([
        CommandHandler("start", _start), CallbackQueryHandler(_tapped), MessageHandler(filters.TEXT, _said),
    ])  # fmt: skip
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        yield application
        await application.updater.stop()
        await application.stop()


pytestmark = pytest.mark.usefixtures("polling")


async def test_a_story_is_short_to_write(phone: Phone, telegram: Telegram) -> None:
    await phone.start("r_osh")
    screen = await phone.shows("Салам")
    popup = await phone.tap("🆘")
    await phone.shows("Кайда?")
    await phone.send("Ош")
    await phone.expect(re.compile("^> Ош$"))

    assert screen.labels == ["🆘 Кармашты", "🌐"]
    assert popup is not None
    assert (popup.text, popup.alert) == ("sos", True)
    assert phone.rings == 1
    telegram.assert_quiet()


async def test_expect_takes_each_step_and_sees_it_as_it_was(phone: Phone, telegram: Telegram) -> None:
    await phone.start()
    await phone.expect("Салам", kind="message")
    await phone.tap("🆘")

    first = await phone.expect(kind="edit")
    second = await phone.expect(kind="edit")

    assert (first.text, second.text) == ("Ким?", "Кайда?")
    telegram.assert_quiet()


async def test_until_takes_the_messages_it_returns(phone: Phone, telegram: Telegram) -> None:
    await phone.send("1")
    await phone.send("2")

    one = await phone.until(lambda it: it.find("> 1"))
    rest = await phone.until(lambda it: [found for found in it.bot_messages if found.text == "> 2"])

    assert one is not None
    assert [one.text, *(it.text for it in rest)] == ["> 1", "> 2"]
    telegram.assert_quiet()


async def test_what_nobody_looked_at_is_reported(phone: Phone, telegram: Telegram) -> None:
    await phone.send("кат")
    await telegram.until(lambda: phone.screen)

    with pytest.raises(AssertionError, match=r"Айбек: message bot#\d+ silent '> кат'"):
        telegram.assert_quiet()
    telegram.assert_quiet(ignore="> кат")
    telegram.assert_quiet(ignore=[lambda message: message.silent])


async def test_waiting_in_vain_tells_what_the_phone_shows(phone: Phone, telegram: Telegram) -> None:
    await phone.start()
    await phone.shows("Салам")

    with pytest.raises(AssertionError) as caught:
        await phone.until(lambda one: one.find("Кайда?"), "the question", timeout=0.05)

    told = str(caught.value)
    assert "Айбек waited 0.05 s in vain for the question" in told
    assert "own#" in told
    assert "'Салам' [🆘 Кармашты][🌐]" in told
    assert "call sendMessage -> 200" in told
    telegram.assert_quiet()


async def test_a_tap_that_is_never_answered_has_no_popup(phone: Phone) -> None:
    await phone.start()
    message = await phone.shows("Салам")

    assert await phone.raw_callback("mute", message, timeout=0.2) is None


async def test_forged_data_reaches_the_bot_even_for_a_message_that_is_gone(phone: Phone) -> None:
    await phone.start()
    message = await phone.shows("Салам")
    await phone.delete(message)

    popup = await phone.raw_callback("forged", message)

    assert popup is not None
    assert popup.text == "forged"


async def test_two_taps_at_once_are_two_queries(phone: Phone) -> None:
    await phone.start()
    message = await phone.shows("Салам")

    popups = await asyncio.gather(phone.raw_callback("a", message), phone.raw_callback("b", message))

    assert [one.text for one in popups if one] == ["a", "b"]


async def test_a_link_and_a_missing_button_cannot_be_tapped(phone: Phone) -> None:
    await phone.start()
    await phone.shows("Салам")

    with pytest.raises(AssertionError, match=re.escape("it is a link to https://a.kg")):
        await phone.tap("🌐")
    with pytest.raises(AssertionError, match="no button ✅"):
        await phone.tap("✅")


async def test_a_query_is_answered_once_and_in_time(phone: Phone, telegram: Telegram, polling: Application) -> None:
    bot: Bot = polling.bot
    await phone.start()
    message = await phone.shows("Салам")
    await phone.raw_callback("mute", message, timeout=0.05)
    await phone.raw_callback("mute", message, timeout=0.05)
    answered, late = telegram.queries

    await bot.answer_callback_query(answered, "а" * 200)
    for query in (answered, "123"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
            await bot.answer_callback_query(query)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(late, "а" * 201)
    await telegram.clock.jump(telegram.query_life_ms + 1)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(late)


async def test_a_message_deleted_on_one_side_only_can_still_be_edited(phone: Phone, polling: Application) -> None:
    await phone.start()
    message = await phone.shows("Салам")

    await phone.delete(message, both=False)
    await polling.bot.edit_message_text("б", phone.id, message.id)

    assert phone.bot_messages == []


async def test_gone_waits_for_the_bot_to_delete(phone: Phone, polling: Application) -> None:
    own = await phone.start()
    message = await phone.shows("Салам")

    await polling.bot.delete_messages(phone.id, [own.id, message.id])
    await phone.gone(message)

    assert phone.is_empty


async def test_idle_means_that_everything_is_confirmed(phone: Phone, telegram: Telegram, account: BotAccount) -> None:
    for number in range(5):
        await phone.send(str(number))

    await telegram.idle()

    assert not account.updates.pending


@pytest.mark.parametrize("content", [
    {"venue": {"location": {"latitude": 1.0, "longitude": 1.0}, "title": "а", "address": "б"}},
    {"location": {"latitude": 1.0, "longitude": 1.0, "live_period": 900}},
    {"story": {"chat": {"id": 1, "type": "private"}, "id": 1}},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    {"text": "а", "forward_origin": {"type": "hidden_user", "sender_user_name": "Кто-то", "date": 1}},
])  # fmt: skip
async def test_anything_can_be_sent(phone: Phone, polling: Application, content: dict) -> None:
    got: asyncio.Queue[Update] = asyncio.Queue()
    polling.add_handler(MessageHandler(filters.ALL, lambda update, _: got.put(update)), group=1)

    await phone.anything(**content)

    update = await asyncio.wait_for(got.get(), 5)
    assert update.message is not None
    assert update.message.to_dict().keys() >= content.keys()
