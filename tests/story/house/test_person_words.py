"""Everything a person can send that is no button: kept in the case or kindly explained; nothing raises or is lost."""

from collections.abc import Awaitable, Callable

import pytest

from practice.telegram import Phone, Telegram
from practice.telegram.attaching import Upload
from practice.telegram.view import Message
from tests.hotline import Hotline
from tests.story.people import newer, relative, skip

FORWARDED = {"type": "hidden_user", "date": 1, "sender_user_name": "Азамат"}
POINT = {"latitude": 42.9, "longitude": 74.6}
Send = Callable[[], Awaitable[Message]]

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def quiet_relative(telegram: Telegram) -> Phone:
    """Return somebody who wrote about another person and has answered every question."""
    person = await relative(telegram)
    await skip(person, "Где этот человек", "Что вам известно", "Когда это случилось", "Что поможет найти")
    await person.shows("Если узнаете что-то ещё")
    return person


async def test_plain_words_are_an_sos_and_leave_the_screen(telegram: Telegram) -> None:
    said = {
        **dict.fromkeys(("sos", "Помогите!", "1", "СОС", "🆘", "🆘 Сейчас держат или обыскивают"), "Кого держат"),
        **dict.fromkeys(("жардам", "Jardam!", "🆘 Азыр кармап же тинтип жатышат"), "Кимди кармап"),
    }
    for word, asked in said.items():
        person = telegram.phone("Айбек")
        sent = await person.send(word)
        await person.shows(asked)
        await person.gone(sent)


async def test_what_is_said_beside_the_cry_is_kept(telegram: Telegram) -> None:
    for words in ("🆘 Октябрьский отдел", "/sos Октябрьский отдел"):
        person = telegram.phone("Айбек")
        sent = await person.send(words)
        await person.shows("Юрист увидит это")
        assert sent in person.messages


async def test_every_kind_of_message_is_kept_or_explained(house: Hotline, telegram: Telegram) -> None:
    person = await quiet_relative(telegram)
    kept = "Юрист увидит это"
    await telegram.clock.set_rate(20)  # so that one message a second in a chat does not take a second

    await person.send("Серая машина")
    await person.shows(kept)
    sends: tuple[Send, ...] = (
        person.send_photo,
        person.send_voice,
        person.send_document,
        person.send_sticker,
        lambda: person.send_file("video"),
        lambda: person.send_file("audio"),
        lambda: person.send_file("animation"),
        lambda: person.send_file("video_note"),
        lambda: person.send_photo(caption="ы" * 1024),
        lambda: person.send("😀" * 2048),
        lambda: person.send("<b>& Өзгөн, ң ү</b>"),
        lambda: person.send("пересланное", forward_origin=FORWARDED),
    )
    for send in sends:
        sent = await send()
        await person.until(newer(kept, sent), "a new screen")
    await person.send_album([Upload("photo", b"1"), Upload("photo", b"2", "подпись"), Upload("video", b"3")])
    await person.send_contact()
    await person.shows("Чужие номера")
    refused: tuple[Send, ...] = (person.send_dice, person.send_poll)
    for send in refused:
        await send()
        await person.shows("Такое сообщение мы не можем передать")
    await person.anything(story={"chat": {"id": 5, "type": "private"}, "id": 7})
    await person.anything(paid_media={"star_count": 1, "paid_media": []})
    await person.anything(venue={"location": POINT, "title": "РОВД", "address": "ул. 1"})
    await person.anything(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})
    await person.anything(pinned_message={"message_id": 1, "date": 0, "chat": {"id": person.id, "type": "private"}})
    await person.anything(text="")
    await person.anything(unknown_kind_of_the_future={"a": 1})
    await telegram.idle()

    await person.send("и ещё слова")
    await person.shows(kept)
    assert not telegram.bot.updates.pending
    house.assert_hidden("Серая машина", "+996700123456", "Азамат", person.id, "Гүлнара")
    assert "update-failed" not in house.output()


async def test_words_outside_any_case_are_kept_until_the_person_says_what_they_are(
    house: Hotline, telegram: Telegram
) -> None:
    person = telegram.phone("Айбек")

    await person.send("Здравствуйте, можно вопрос?")
    await person.send("Какие у меня права, если задержат?")
    asked = await person.shows("Сообщение записано")
    await person.tap("📝 Рассказать", asked)

    await person.shows("Что было?")
    house.assert_hidden("Здравствуйте, можно вопрос?", "Какие у меня права")


async def test_words_answer_an_open_question_and_a_correction_corrects_the_answer(telegram: Telegram) -> None:
    person = await relative(telegram)

    sent = await person.send("Өзгөн, базар")
    await person.shows("Что вам известно")
    await person.edit(sent, "Өзгөн, вокзал")
    await telegram.idle()

    await person.shows("Что вам известно")


async def test_a_one_may_be_an_answer(telegram: Telegram) -> None:
    person = await relative(telegram)

    sent = await person.send("1")

    await person.shows("Что вам известно")
    assert sent in person.messages


async def test_a_place_alone_is_an_sos(house: Hotline, telegram: Telegram) -> None:
    person = telegram.phone("Айбек")

    await person.send_location(40.5283, 72.7985, live_period=900)
    await person.tap("Меня", await person.shows("Кого держат"))

    await person.shows("Что подходит сейчас")
    live = next(message for message in person.messages if message.media == "location")
    raw = {**live.raw, "location": {**live.raw["location"], "latitude": 40.6}, "edit_date": 1}
    telegram.bot.updates.push("edited_message", raw, person.id)
    await telegram.idle()
    assert "update-failed" not in house.output()


async def test_a_place_answers_the_open_question(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.send("помогите")
    await person.tap("Меня", await person.shows("Кого держат"))
    await person.shows("Где вы сейчас")

    await person.send_location()

    await person.shows("Что подходит сейчас")


async def test_two_cases_words_go_to_the_one_on_screen(telegram: Telegram) -> None:
    person = await quiet_relative(telegram)
    await person.send("/report")
    await person.shows("Что было?")

    await person.send("это о вчерашнем")

    shown = await person.shows("Юрист увидит это")
    assert "Что было?" in shown.text
