"""Sending, editing, deleting, pinning, copying: what Telegram takes, and what it refuses in which words."""

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, Forbidden

from practice.clock import PracticeClock
from practice.telegram import Phone, Telegram
from practice.telegram.methods.removing import DELETE_WITHIN_MS

HOUR = 3_600_000


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(one, callback_data=f"v1:{one}")] for one in labels])


@pytest.fixture(autouse=True)
async def _started(phone: Phone) -> None:
    await phone.start()


async def test_a_message_looks_as_it_was_sent(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(
        phone.id, "Салам", reply_markup=keyboard("🆘"), disable_notification=True, protect_content=True
    )

    shown = phone.screen

    assert shown is not None
    assert (shown.id, shown.text, shown.labels) == (sent.message_id, "Салам", ["🆘"])
    assert (shown.silent, shown.protected, shown.edited, shown.from_bot) == (True, True, False, True)
    assert phone.rings == 0


async def test_a_loud_message_rings_and_an_edit_does_not(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "а")
    await bot.edit_message_text("б", phone.id, sent.message_id)

    assert phone.rings == 1
    assert phone.notifications == ["а"]


async def test_message_ids_grow_and_are_shared_by_both_sides(bot: Bot, phone: Phone) -> None:
    first = (await bot.send_message(phone.id, "а")).message_id
    second = (await phone.send("б")).id
    third = (await bot.send_message(phone.id, "в")).message_id

    assert first < second < third


@pytest.mark.parametrize("text", ["😀" * 2048, "Ө" * 4096])
async def test_4096_utf16_units_fit(bot: Bot, phone: Phone, text: str) -> None:
    assert (await bot.send_message(phone.id, text)).text == text


@pytest.mark.parametrize("text", ["😀" * 2048 + "a", "Ө" * 4097])
async def test_one_unit_more_is_too_long(bot: Bot, phone: Phone, text: str) -> None:
    with pytest.raises(BadRequest, match=r"^Message is too long$"):
        await bot.send_message(phone.id, text)


async def test_the_limit_counts_after_parsing(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "<b>" + "ө" * 4096 + "</b>", parse_mode="HTML")

    assert sent.entities == (MessageEntity("bold", 0, 4096),)


async def test_a_caption_is_shorter(bot: Bot, phone: Phone) -> None:
    await bot.send_document(phone.id, b"x", caption="ө" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(phone.id, b"x", caption="ө" * 1025)


@pytest.mark.parametrize(("text", "refusal"), [("", "Message text is empty"), (" \n", "Text must be non-empty")])
async def test_nothing_cannot_be_sent(bot: Bot, phone: Phone, text: str, refusal: str) -> None:
    with pytest.raises(BadRequest, match=refusal):
        await bot.send_message(phone.id, text)


async def test_callback_data_has_64_bytes(bot: Bot, phone: Phone) -> None:
    fits = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="ө" * 32)]])
    over = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="ө" * 32 + "x")]])

    await bot.send_message(phone.id, "а", reply_markup=fits)
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(phone.id, "а", reply_markup=over)


async def test_a_stranger_cannot_be_written_to(bot: Bot, telegram: Telegram) -> None:
    stranger = telegram.phone("Чолпон")

    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger.id, "а")


async def test_somebody_met_in_a_group_has_not_started_the_bot(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    stranger = telegram.phone("Чолпон")
    group = telegram.group("Топ", [phone, stranger])
    await group.add_bot(phone)

    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "а")


async def test_who_blocked_the_bot_gets_nothing_until_they_come_back(bot: Bot, phone: Phone) -> None:
    await phone.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(phone.id, "а")

    await phone.start()
    await bot.send_message(phone.id, "б")

    assert phone.screen is not None
    assert phone.screen.text == "б"


async def test_a_deleted_account_is_told(bot: Bot, phone: Phone) -> None:
    phone.deactivate()

    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(phone.id, "а")


async def test_an_edit_replaces_text_and_keyboard(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "а", reply_markup=keyboard("1", "2"))

    await bot.edit_message_text("б", phone.id, sent.message_id)

    shown = phone.screen
    assert shown is not None
    assert (shown.text, shown.labels, shown.edited) == ("б", [], True)


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "<b>а</b>", parse_mode="HTML", reply_markup=keyboard("1"))

    with pytest.raises(BadRequest, match="specified new message content and reply markup are exactly the same"):
        await bot.edit_message_text(
            "а", phone.id, sent.message_id, entities=[MessageEntity("bold", 0, 1)], reply_markup=keyboard("1")
        )
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(phone.id, sent.message_id, reply_markup=keyboard("1"))


async def test_what_is_gone_cannot_be_edited_or_deleted(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "а")
    await bot.delete_message(phone.id, sent.message_id)

    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("б", phone.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(phone.id, sent.message_id)


async def test_the_persons_words_cannot_be_edited(bot: Bot, phone: Phone) -> None:
    said = await phone.send("а")

    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("б", phone.id, said.id)


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "а", reply_markup=ReplyKeyboardMarkup([["🆘 Мени кармашты"]]))

    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("б", phone.id, sent.message_id)
    assert phone.keyboard == [["🆘 Мени кармашты"]]
    assert (await phone.press("🆘")).text == "🆘 Мени кармашты"


async def test_the_keyboard_goes_with_its_message(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "а", reply_markup=ReplyKeyboardMarkup([["🆘"]]))

    await bot.delete_message(phone.id, sent.message_id)

    assert phone.keyboard == []


async def test_a_text_has_no_caption_and_a_file_no_text(bot: Bot, phone: Phone) -> None:
    text = await bot.send_message(phone.id, "а")
    file = await bot.send_document(phone.id, b"x", caption="а")

    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(phone.id, text.message_id, caption="б")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("б", phone.id, file.message_id)


async def test_both_sides_messages_are_deleted_under_48_hours(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    said = await phone.send("а")
    sent = await bot.send_message(phone.id, "б")
    await telegram.clock.jump(47 * HOUR)

    await bot.delete_messages(phone.id, [said.id, sent.message_id, 999_999])

    assert [one.text for one in phone.messages] == ["/start"]


async def test_older_messages_stay(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    said = await phone.send("а")
    await telegram.clock.jump(DELETE_WITHIN_MS)

    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(phone.id, said.id)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_messages(phone.id, [said.id])
    assert said in phone.messages


async def test_dates_follow_the_practice_clock(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    assert isinstance(telegram.clock, PracticeClock)
    await telegram.clock.set_rate(0)
    first = await bot.send_message(phone.id, "а")
    await telegram.clock.jump(5 * HOUR)
    second = await bot.send_message(phone.id, "б")

    assert (second.date - first.date).total_seconds() == 5 * 3600


async def test_a_reply_shows_what_it_answers(bot: Bot, phone: Phone) -> None:
    said = await phone.send("а")
    await bot.send_message(phone.id, "б", reply_to_message_id=said.id)
    sent = await phone.shows("б")
    answer = await phone.send("в", reply_to=sent)

    assert sent.reply_to == said.id
    assert answer.reply_to == sent.id
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(phone.id, "г", reply_to_message_id=999_999)
    await bot.send_message(phone.id, "г", reply_to_message_id=999_999, allow_sending_without_reply=True)


async def test_a_copy_says_nothing_of_its_author_and_a_forward_does(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    lawyer = telegram.phone("Нурлан")
    await lawyer.start()
    said = await phone.send_photo(b"bytes", caption="а")

    await bot.copy_message(lawyer.id, phone.id, said.id)
    copied = lawyer.screen
    forwarded = await bot.forward_message(lawyer.id, phone.id, said.id)

    assert copied is not None
    assert "forward_origin" not in copied.raw
    assert (copied.media, copied.text) == ("photo", "а")
    assert forwarded.forward_origin is not None
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(lawyer.id, phone.id, 999_999)


async def test_a_protected_message_is_not_forwarded(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.id, "а", protect_content=True)

    with pytest.raises(BadRequest, match="Message can't be forwarded"):
        await bot.forward_message(phone.id, phone.id, sent.message_id)


async def test_pinning(bot: Bot, phone: Phone) -> None:
    first = await bot.send_message(phone.id, "а")
    second = await bot.send_message(phone.id, "б")
    await bot.pin_chat_message(phone.id, first.message_id)
    await bot.pin_chat_message(phone.id, second.message_id)

    await bot.unpin_chat_message(phone.id, first.message_id)

    assert [one.text for one in phone.pinned] == ["б"]
    assert (await bot.get_chat(phone.id)).pinned_message == second
    await bot.unpin_all_chat_messages(phone.id)
    assert phone.pinned == []
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(phone.id)


async def test_a_link_is_previewed_unless_it_is_switched_off(bot: Bot, phone: Phone) -> None:
    await bot.send_message(phone.id, "😀 https://example.org/a")
    loud = phone.screen
    await bot.send_message(phone.id, "https://example.org", link_preview_options=LinkPreviewOptions(is_disabled=True))
    quiet = phone.screen

    assert loud is not None
    assert quiet is not None
    assert loud.previews == "https://example.org/a"
    assert quiet.previews is None


async def test_location_venue_contact_dice_poll(bot: Bot, phone: Phone) -> None:
    await bot.send_location(phone.id, 42.87, 74.57)
    await bot.send_venue(phone.id, 42.87, 74.57, "ГУВД", "Бишкек")
    await bot.send_contact(phone.id, "+996700000000", "Дежурный")
    await bot.send_dice(phone.id)
    await bot.send_poll(phone.id, "?", ["да", "нет"])
    await bot.send_chat_action(phone.id, "typing")

    assert [one.media for one in phone.bot_messages] == ["location", "venue", "contact", "dice", "poll"]
    assert phone.chat.actions == ["typing"]
    with pytest.raises(BadRequest, match="Latitude is invalid"):
        await bot.send_location(phone.id, 242.87, 74.57)
