"""Check-ins through the real process, with days passing on the practice clock."""

import pytest

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.hours import at_hour
from tests.story.people import DAY, HOUR, MINUTE, emptied, relative, skip

THANKS = "Спасибо, что ответили.\n\nОбращение"

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_on_the_schedule_silent_neutral_and_answered(telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    person = await relative(telegram)
    rings = person.rings

    await telegram.clock.jump(23 * HOUR + 30 * MINUTE)
    await telegram.idle()
    assert person.find("Как вы?") is None
    await telegram.clock.jump(70 * MINUTE)
    asked = await person.shows("Как вы?")
    assert asked.silent
    assert person.rings == rings
    assert asked.labels == ["Всё в порядке", "Нужна помощь", "Больше не писать"]

    await person.tap("Всё в порядке", asked)
    reached = await person.shows("С вами связался юрист?")
    await person.tap("❌", reached)
    await person.shows(THANKS)

    await telegram.clock.jump(40 * HOUR)
    await telegram.clock.jump(8 * HOUR)
    second = await person.shows("Как вы?")
    await person.tap("Всё в порядке", second)
    await person.until(lambda phone: THANKS in phone.messages[-1].text, "thanks, and not the question asked before")

    await telegram.clock.jump(11 * DAY)
    await person.tap("Больше не писать", await person.shows("Как вы?"))
    await person.shows("больше спрашивать не будем")


async def test_never_in_quiet_hours(telegram: Telegram) -> None:
    await at_hour(telegram, 23)
    person = await relative(telegram)

    await telegram.clock.jump(DAY + HOUR)
    await telegram.idle()
    assert person.find("Как вы?") is None
    await at_hour(telegram, 10)

    await person.shows("Как вы?")


async def test_nothing_is_sent_to_a_hidden_chat_and_it_waits_for_the_person(telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    person = telegram.phone("Айбек")
    await person.send("помогите")
    await person.tap("Меня", await person.shows("Кого держат"))
    await person.shows("Назовите своё имя")

    await telegram.clock.jump(11 * MINUTE)
    await emptied(person)
    await telegram.clock.jump(2 * DAY)
    await telegram.idle()
    assert person.is_empty

    await person.start()
    await person.tap("🌐 Русский", await person.shows("Юридическая помощь"))
    await person.tap("📂", await person.shows("Чем помочь"))
    await person.tap("📂", await person.shows("Ваши обращения"))
    await person.shows("Как вы?")


@pytest.mark.parametrize("noticed", [True, False])
async def test_a_blocked_person_is_asked_when_they_are_back(telegram: Telegram, *, noticed: bool) -> None:
    await at_hour(telegram, 12)
    person = await relative(telegram)
    if noticed:
        await person.block()
        await telegram.idle()
    else:
        person.chat.standing.blocked = True  # as if the bot had not been told
    await telegram.clock.jump(HOUR)
    later = await relative(telegram)

    await telegram.clock.jump(DAY + HOUR)
    await later.shows("Как вы?")  # due after the other's
    assert person.find("Как вы?") is None
    await telegram.clock.jump(HOUR)
    await person.unblock()
    await person.send("/cases")
    await person.tap("📂", await person.shows("Ваши обращения"))

    await person.shows("Как вы?")


async def test_a_restart_between_two_days_forgets_no_check_in(house: Hotline, telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    person = await relative(telegram)

    await house.kill()
    await telegram.clock.jump(DAY + HOUR)
    await house.start()

    await person.shows("Как вы?")


async def test_messages_older_than_two_days_are_gone(telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    person = await relative(telegram)
    said = await person.send("базар")
    await person.shows("Что вам известно")

    await telegram.clock.jump(46 * HOUR + 40 * MINUTE)
    await telegram.clock.jump(20 * MINUTE)

    await person.gone(said)


async def test_who_said_no_is_asked_nothing_and_the_hours_are_kept(telegram: Telegram) -> None:
    await telegram.clock.set_rate(20)
    await at_hour(telegram, 10)
    yes, no = telegram.phone("Айбек"), telegram.phone("Бермет")
    for person, choice in ((yes, "Да"), (no, "Нет")):
        await person.send("/report")
        await skip(
            person, "Что было?", "Когда это было", "Где это было", "Кто это сделал", "Требовали ли", "Остались ли"
        )
        await skip(person, "своими словами")
        await person.tap(choice, await person.shows("Можно написать"))
        if choice == "Да":
            await person.tap("Вечером", await person.shows("В какое время"))
        await person.tap("⏭", await person.shows("учесть ваши"))
        await person.tap("🏁", await person.shows("Проверьте ответы"))
        await person.shows("Обращение получено")

    await telegram.clock.jump(DAY + 2 * HOUR)
    await telegram.idle()
    assert yes.find("Как вы?") is None
    await at_hour(telegram, 19)

    await yes.shows("Как вы?")
    assert no.find("Как вы?") is None
