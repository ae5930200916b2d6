"""What a person sends and does, as the lawyer of the case sees it."""

import pytest

from practice.telegram import Phone, Telegram
from practice.telegram.view import Message
from tests.hotline import Hotline
from tests.hours import at_hour
from tests.story.people import DAY, HOUR, MINUTE, carrying, emptied


class Pair:
    """A running hotline, the lawyer who took the case, and the person."""

    def __init__(self, hotline: Hotline, telegram: Telegram, lawyer: Phone, person: Phone) -> None:
        self.hotline = hotline
        self.telegram = telegram
        self.lawyer = lawyer
        self.person = person

    async def open(self, who: str) -> Message:
        """🆘 for "Меня" or "Другого", and the lawyer takes it; returns the person's screen."""
        await self.person.send("помогите")
        await self.person.tap(who, await self.person.shows("Кого держат"))
        await self.lawyer.tap("✅", await self.lawyer.shows("P1"))
        return await self.person.shows("Юрист ответил")

    async def card(self, text: str) -> Message:
        """Wait until the lawyer's card says this."""
        return await self.lawyer.shows(lambda message: message.button("🔒") is not None and text in message.text)


@pytest.fixture(name="pair")
async def _pair(hotline: Hotline, telegram: Telegram) -> Pair:
    await hotline.start()
    await telegram.clock.set_rate(10)  # so that one message a second in a chat does not take a second
    await hotline.join_staff("coordinator", name="Координатор")
    lawyer = await hotline.join_staff("lawyer", regions=["bishkek"], name="Нурлан")
    return Pair(hotline, telegram, lawyer, telegram.phone("Айбек"))


async def test_everything_said_reaches_the_lawyer_whole(pair: Pair) -> None:
    person, lawyer = pair.person, pair.lawyer
    await pair.open("Другого")
    await person.tap("⏭", await person.shows("Где этот человек"))
    await person.shows("Что вам известно")

    emoji = "😀" * 2047 + "яё"
    await person.send(emoji)
    await lawyer.shows("яё")
    assert "".join(message.text for message in lawyer.bot_messages).count("😀") == 2047
    caption = "ңөү" * 341
    await person.send_photo(caption=caption)
    await lawyer.until(carrying("photo"), "a photo")
    await lawyer.until(lambda phone: caption[-900:] in "".join(message.text for message in phone.bot_messages))
    voice = await person.send_voice()
    heard = await lawyer.shows(lambda message: message.media == "voice")
    assert heard.protected
    assert heard.file_id == voice.file_id
    for kind in ("video", "video_note", "audio", "animation", "document", "sticker"):
        await person.send_file(kind)
        await lawyer.until(carrying(kind), kind)
    await person.shows("Передали юристу")
    assert not any("Айбек" in message.text for message in lawyer.bot_messages)


async def test_a_correction_reaches_the_lawyer(pair: Pair) -> None:
    person, lawyer = pair.person, pair.lawyer
    await pair.open("Другого")
    await person.shows("Где этот человек")
    place = await person.send("Ош, базар")
    await pair.card("Место: Ош, базар")

    await person.edit(place, "Ош, вокзал")
    await pair.card("Место: Ош, вокзал")
    said = await person.send("Увезли на белой машине")
    await lawyer.shows("Увезли на белой машине")
    await person.edit(said, "Увезли на серой машине")

    await lawyer.shows("Увезли на серой машине")


async def test_words_from_a_hidden_chat_reach_the_lawyer_and_answers_wait(pair: Pair) -> None:
    person, lawyer = pair.person, pair.lawyer
    await pair.open("Меня")
    await person.tap("🙈")
    await emptied(person)
    await pair.card("🙈")

    await lawyer.send("Где вы?", reply_to=await pair.card(""))
    await lawyer.shows("скрыт")
    await person.send("Меня везут")
    await lawyer.shows("Меня везут")
    asked = await person.shows("Сообщение записано")
    assert person.find("Где вы?") is None
    await person.tap("🆘", asked)

    answer = await person.shows("Где вы?")
    assert answer.silent
    assert answer.text.startswith("💬 Новое сообщение для вас")
    assert "Нурлан" not in answer.text


async def test_a_point_is_shown_and_a_live_one_goes_on(pair: Pair) -> None:
    person = pair.person
    await pair.open("Меня")
    await person.shows("Где вы сейчас")

    sent = await person.send_location(40.51, 72.81, live_period=900)
    await pair.card("40.51000, 72.81000")
    moved = {**sent.raw, "location": {**sent.raw["location"], "latitude": 40.62}, "edit_date": 1}
    pair.telegram.bot.updates.push("edited_message", moved, person.id)

    await pair.card("40.62000, 72.81000")


async def test_a_relative_hears_when_a_lawyer_answers_and_who_is_held_does_not(pair: Pair) -> None:
    person, lawyer = pair.person, pair.lawyer
    await person.send("помогите")
    await person.tap("Другого", await person.shows("Кого держат"))
    await person.shows("Где этот человек")
    rings = person.rings
    held = pair.telegram.phone("Бермет")
    await held.send("помогите")
    await held.tap("Меня", await held.shows("Кого держат"))
    await held.shows("Где вы сейчас")

    for page in [message for message in lawyer.bot_messages if message.button("✅") and "P1" in message.text]:
        await lawyer.tap("✅", page)

    await person.shows("Юрист ответил")
    await held.shows("Юрист ответил")
    assert person.rings == rings + 1
    assert held.rings == 0


async def test_erasing_takes_the_words_from_the_lawyer_too(pair: Pair) -> None:
    person, lawyer = pair.person, pair.lawyer
    await pair.open("Другого")
    await person.tap("⏭", await person.shows("Где этот человек"))
    await person.shows("Что вам известно")
    await person.send("Серая Нива")
    await lawyer.shows("Серая Нива")

    await person.tap("🗑", await person.shows("Передали юристу"))
    await person.tap("✅", await person.shows("Удалить написанное?"))

    await emptied(person)
    await lawyer.gone("Серая Нива")
    pair.hotline.assert_hidden("Серая Нива", person.id)


async def test_what_cannot_be_read_is_told_once_and_blocks_nothing(pair: Pair) -> None:
    person = pair.person
    await pair.open("Другого")
    await person.shows("Где этот человек")

    await person.anything(location={"latitude": "nowhere"})
    await person.shows("Сообщение не сохранилось")
    await person.send("Ош, базар")

    await pair.card("Место: Ош, базар")
    assert len([message for message in person.bot_messages if "не сохранилось" in message.text]) == 1


async def test_need_help_rings_the_lawyer_who_holds_the_case(pair: Pair) -> None:
    person, lawyer, telegram = pair.person, pair.lawyer, pair.telegram
    await at_hour(telegram, 12)
    await pair.open("Другого")
    await lawyer.tap("🚗", await pair.card(""))
    await telegram.clock.jump(DAY + HOUR)
    asked = await person.shows("Как вы?")
    rings = lawyer.rings

    await person.tap("Нужна помощь", asked)

    await lawyer.until(lambda phone: phone.rings > rings and phone.messages[-1].button("🔒"), "the card, with a sound")
    await person.shows("Обращение")
    await telegram.clock.jump(7 * MINUTE)
    await lawyer.shows("P1")  # no sign of life: everybody is paged again


async def test_after_the_end_check_ins_count_anew_and_need_help_opens_a_new_case(pair: Pair) -> None:
    person, lawyer, telegram = pair.person, pair.lawyer, pair.telegram
    await at_hour(telegram, 12)
    await pair.open("Другого")
    await lawyer.tap("⏳", await pair.card(""))
    await lawyer.tap("⏳ 4", await lawyer.shows("На сколько времени"))
    await telegram.clock.jump(3 * HOUR)
    await lawyer.tap("🔒", await pair.card(""))
    await lawyer.tap("Проверить не удалось", await lawyer.shows("Чем всё кончилось"))
    await lawyer.tap("✅ Завершить", await lawyer.shows("Всё верно?"))
    closed = await person.shows("Обращение завершено")

    await telegram.clock.jump(22 * HOUR)  # a day after the opening, not yet after the end
    await telegram.idle()
    assert person.find("Как вы?") is None
    await at_hour(telegram, 17)
    await person.tap("Нужна помощь", await person.shows("Как вы?"))

    page = await lawyer.shows("P1")
    assert not page.silent
    opened = await person.shows("Вызываем юристов")
    assert closed.text.split()[1] not in opened.text


async def test_a_flood_of_messages_is_kept_whole_and_shown_as_one(pair: Pair) -> None:
    person, lawyer = pair.person, pair.lawyer
    await pair.open("Другого")
    await person.tap("⏭", await person.shows("Где этот человек"))
    sent = [f"слово {number} из многих" for number in range(30)]
    await pair.telegram.clock.set_rate(1)  # all of it within a minute, however slow this machine is
    for words in [*sent, "/rights"]:
        await person.send(words)
    await person.shows("Мои права")  # one chat is served in order: everything before it has been heard
    await pair.telegram.clock.set_rate(10)

    many = await lawyer.shows("сообщений очень много")
    await lawyer.tap("💬", many)
    listed = await lawyer.shows("все сообщения этого обращения")
    await lawyer.shows(sent[19])

    assert not [words for words in sent if words not in listed.text]
    singly = [message for message in lawyer.bot_messages if "новое сообщение" in message.text]
    assert len(singly) == 20
