"""The person's side through the real process: 🆘, hiding, erasing, withdrawing, language, rights."""

import pytest

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.story.people import HOUR, MINUTE, emptied, first_screen, held

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_first_screen_is_short_honest_and_in_both_languages(telegram: Telegram) -> None:
    person = telegram.phone("Айбек", language="ky")

    screen = await first_screen(person)

    assert screen.labels == [
        "🆘 Сейчас держат или обыскивают",
        "🆘 Азыр кармап же тинтип жатышат",
        "🌐 Русский",
        "🌐 Кыргызча",
    ]
    for words in ("не милиция", "милиция эмеспиз", "сам Telegram", "Telegram өзү", "волонтёры", "ыктыярчылар"):
        assert words in screen.text
    assert "Айбек" not in screen.text
    assert [row[0][0] for row in person.keyboard] == ["🆘", "🆘", "📍"]


async def test_held_person_is_answered_silently_by_one_message_that_is_edited(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    screen = await held(person)
    rings, messages = person.rings, len(person.messages)

    assert screen.id == (await person.shows("Где вы сейчас")).id
    assert "Пока никто не ответил" in screen.text
    await person.tap("Ош", screen)
    flags = await person.shows("Что подходит сейчас")
    await person.tap("Есть травма", flags)
    await person.shows(lambda message: "☑️ Есть травма" in message.labels)
    await person.tap("✅ Готово")
    enough = await person.shows("Уберите телефон")

    assert enough.id == screen.id
    assert person.rings == rings
    assert len(person.messages) == messages
    assert "➕" in "".join(enough.labels)


async def test_the_screen_of_the_held_empties_itself_and_start_is_a_first_visit(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await held(person)
    await person.send("Я в отделе")
    await person.shows("Что подходит сейчас")

    await telegram.clock.jump(10 * MINUTE + 1_000)
    await emptied(person)
    again = await first_screen(person)

    assert again.text.startswith("Юридическая помощь")
    assert "Обращение" not in again.text
    assert "📂" not in "".join(again.labels)


async def test_the_screen_empties_itself_too_while_nobody_has_said_who_is_held(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.tap("🆘 Сейчас", await first_screen(person))
    await person.shows("Кого держат")

    await telegram.clock.jump(10 * MINUTE + 1_000)

    await emptied(person)


async def test_each_touch_puts_the_hiding_off(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    screen = await held(person)

    await telegram.clock.jump(9 * MINUTE)
    await person.tap("Ош", screen)
    await person.shows("Что подходит сейчас")
    await telegram.clock.jump(9 * MINUTE)
    await telegram.idle()

    assert not person.is_empty
    await telegram.clock.jump(2 * MINUTE)
    await emptied(person)


async def test_hide_empties_at_once_and_the_case_is_still_there(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    code = (await held(person)).text.split("\n")[0]

    popup = await person.tap("🙈")
    await emptied(person)

    assert popup is not None
    assert popup.alert
    assert "🗑" in popup.text
    await person.tap("🆘 Сейчас", await first_screen(person))
    back = await person.shows(code)
    assert "Где вы сейчас" in back.text


async def test_hide_command_is_deleted_too(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await held(person)

    await person.send("/hide")

    await emptied(person)


async def test_words_in_a_hidden_chat_are_kept_and_show_nothing_of_the_case(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await held(person)
    await person.tap("🙈")
    await emptied(person)

    await person.send("Кто здесь?")
    asked = await person.shows("Сообщение записано")

    assert "Обращение" not in asked.text
    assert asked.labels[0].startswith("🆘")
    assert [label for label in asked.labels if label.startswith("📂")] == []


async def test_someone_else_hears_the_sound_and_gets_the_relatives_text(telegram: Telegram) -> None:
    person = telegram.phone("Гүлнара", language="ky")
    await person.tap("🆘 Азыр", await first_screen(person))
    await person.tap("Башка адамды", await person.shows("Кимди кармап"))

    place = await person.shows("Ал адам азыр кайда")

    assert "Эч кимге акча алып барбаңыз" in place.text
    await person.tap("⏭", place)
    await person.tap("⏭", await person.shows("Сизге эмне белгилүү"))
    await person.tap("⏭", await person.shows("Бул качан болду"))
    await person.send("Кара куртка, бою узун")
    await person.shows("Ушул жетиштүү")
    await telegram.clock.jump(30 * MINUTE)
    await telegram.idle()
    assert not person.is_empty


async def test_an_answer_can_be_taken_back(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.tap("Ош", await held(person))

    await person.tap("↩️", await person.shows("Что подходит сейчас"))
    await person.tap("↩️", await person.shows("Где вы сейчас"))

    await person.shows("Кого держат")


async def test_a_restart_in_the_middle_loses_nothing(house: Hotline, telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.tap("Ош", await held(person))
    await person.shows("Что подходит сейчас")

    await house.kill()
    await house.start()
    await person.tap("Есть травма")

    await person.shows(lambda message: "☑️ Есть травма" in message.labels)


async def test_the_reply_key_joins_the_open_case_and_its_label_leaves(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    code = (await held(person)).text.split("\n")[0]

    label = await person.press("🆘")
    await person.gone(label)

    await person.shows(code)
    assert [message for message in person.messages if not message.from_bot and message.text != "/start"] == []


async def test_erase_asks_once_and_leaves_nothing(house: Hotline, telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await held(person)
    await person.send("Зелёная машина у рынка")
    await person.shows("Что подходит сейчас")

    await person.tap("🗑")
    asked = await person.shows("Удалить написанное?")
    assert "24 часов" in asked.text
    popup = await person.tap("✅", asked)

    await emptied(person)
    assert popup is not None
    assert "удалено" in popup.text
    await telegram.clock.jump(2 * HOUR)
    await telegram.idle()
    assert person.is_empty
    house.assert_hidden("Зелёная машина у рынка", person.id, "Айбек")


async def test_no_to_erasing_leads_back_to_the_case(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await held(person)

    await person.tap("🗑")
    await person.tap("❌", await person.shows("Удалить написанное?"))

    await person.shows("Где вы сейчас")


async def test_withdraw_is_obeyed_on_the_screen(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await held(person)

    await person.tap("❌")
    popup = await person.tap("✅", await person.shows("Отозвать обращение?"))

    await emptied(person)
    assert popup is not None
    assert "отозвано" in popup.text
    await telegram.clock.jump(3 * HOUR)
    await telegram.idle()
    assert person.is_empty


async def test_rights_lead_back_to_the_case(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await held(person)

    await person.tap("📖")
    await person.tap("Если обыскивают", await person.shows("Что вам показать"))
    page = await person.shows("Вас обыскивает только человек того же пола")
    assert "ещё не подтвердил юрист" in page.text
    await person.tap("↩️")
    await person.tap("↩️", await person.shows("Что вам показать"))

    await person.shows("Где вы сейчас")


async def test_language_is_remembered_and_changes_everything(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.tap("🌐 Кыргызча", await first_screen(person))
    await person.shows("Кандай жардам керек?")

    await person.send("/start")
    await person.shows("Кандай жардам керек?")
    await person.send("/language")
    await person.tap("🌐 Русский", await person.shows("Тилди тандаңыз"))

    await person.shows("Чем помочь?")


async def test_commands_answer_below_themselves(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await first_screen(person)

    for command, words in {
        "/cases": "Обращений пока нет",
        "/rights": "Мои права",
        "/help": "Что здесь можно сделать",
        "/erase": "Удалить написанное?",
        "/report": "Что было?",
        "/nonsense": "Юридическая помощь",
        "/sos": "Кого держат",
    }.items():
        sent = await person.send(command)
        answer = await person.shows(words)
        assert answer.id > sent.id, command


async def test_cases_shows_own_codes_and_the_truth(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    code = (await held(person)).text.split("\n")[0].removeprefix("Обращение ")

    await person.send("/cases")
    listed = await person.shows("Ваши обращения")

    assert f"{code}: Вызываем юристов. Пока никто не ответил." in listed.text
    await person.tap(f"📂 {code}", listed)
    await person.shows("Где вы сейчас")


async def test_forged_and_foreign_buttons_do_nothing(telegram: Telegram) -> None:
    person, stranger = telegram.phone("Айбек"), telegram.phone("Чужой")
    screen = await held(person)
    button = screen.button("🗑")
    assert button is not None
    assert button.data is not None
    theirs = await first_screen(stranger)

    for data in (button.data, "1:erase:AAAA", "1:nothing:" + "A" * 16, "0:sos:", "x" * 64, "1:who.me:"):
        popup = await stranger.raw_callback(data, theirs)
        assert popup is not None
        assert "не работает" in popup.text
    await person.shows("Где вы сейчас")
