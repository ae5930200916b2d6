"""Buttons nobody gave: forged, foreign, old and doubled ones do nothing, say so, and give nobody a right."""

import pytest

from practice.telegram import Phone, Telegram
from tests.hotline import Hotline
from tests.story.staffed import PAGE, crew, has, take

FORGED = [
    "1:take:" + "A" * 38,
    "1:sos",
    "1::",
    "0:sos:" + "A" * 38,
    "2:sos.ru:" + "A" * 38,
    "1:sos.ru:not base64 at all!!!",
    "1:ans.place.99:" + "B" * 38,
    "\x00\x01",
    "1:lang.ru:" + "ы" * 10,
    "🆘",
    "1:" + "a" * 20 + ":" + "A" * 38,
]


@pytest.fixture(name="stranger")
async def _stranger(hotline: Hotline, telegram: Telegram) -> Phone:
    await crew(hotline, "Нурлан")
    stranger = telegram.phone("Чужой", language="ru")
    await stranger.start()
    await stranger.shows("Юридическая помощь")
    return stranger


async def test_forged_buttons_do_nothing_and_say_so(hotline: Hotline, telegram: Telegram, stranger: Phone) -> None:
    screen = await stranger.shows("Юридическая помощь")
    stranger.read()

    for data in FORGED:
        popup = await stranger.raw_callback(data, screen)
        assert popup is not None, data
        assert popup.text, data

    assert hotline.lawyers[0].find(PAGE) is None
    telegram.assert_quiet()


async def test_another_chats_button_opens_nothing(hotline: Hotline, telegram: Telegram, stranger: Phone) -> None:
    person, lawyer = telegram.phone("Айбек", language="ru"), hotline.lawyers[0]
    await person.send("🆘")
    page = await lawyer.shows(PAGE)
    erase = (await person.shows(has("🗑"))).button("🗑")
    take_it = page.button("✅")
    assert erase is not None
    assert take_it is not None
    assert take_it.data is not None
    assert erase.data is not None

    for data in (take_it.data, erase.data):
        popup = await stranger.raw_callback(data, await stranger.shows("Юридическая помощь"))
        assert popup is not None
        assert popup.text

    await take(lawyer)
    await person.shows("Юрист ответил")


async def test_a_button_tapped_twice_has_one_effect(hotline: Hotline, telegram: Telegram, stranger: Phone) -> None:
    lawyer = hotline.lawyers[0]
    first = await stranger.shows(has("🆘"))
    button = first.button("🆘")
    assert button is not None

    await stranger.tap(button)
    await stranger.tap(button)
    telegram.deliver_twice(1)
    await stranger.tap("Меня", await stranger.shows(has("Меня")))
    await stranger.shows("Где вы сейчас")

    assert len([message for message in lawyer.bot_messages if message.button("ℹ️")]) == 1
