"""Later deadlines through the real process: chosen on the calendar, reminded of, kept after closing; days go by."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from practice.telegram import Phone, Telegram
from practice.telegram.view import Message
from tests.hotline import Hotline
from tests.hours import BISHKEK, at_hour
from tests.story.house.custody import LONG_HOLD, lawyer_of, taken
from tests.story.house.test_person_report import EVERY_QUESTION
from tests.story.people import DAY, HOUR, MINUTE, emptied, skip
from tests.story.staffed import CARD, code_in, has

SETTINGS = LONG_HOLD
LISTED = has("↩️ Закрыть")
"""The list in a lawyer's chat."""
LAW = re.compile(r"мили|суд|жалоб|штраф|пробац|юри|прав|закон|Калкан|обращ", re.IGNORECASE)

pytestmark = pytest.mark.asyncio(loop_scope="module")


def day_after(telegram: Telegram, days: int) -> datetime:
    """Return the same time so many days from now in Bishkek."""
    return datetime.fromtimestamp(telegram.clock.now() / 1000, BISHKEK) + timedelta(days=days)


def reminder_of(which: str) -> Callable[[Message], bool]:
    """Return what matches a lawyer's reminder of a deadline."""
    return lambda message: "напоминание по обращению" in message.text and which in message.text


def listing(words: str) -> Callable[[Message], bool]:
    """Return what matches a lawyer's list with these words; the card says them too."""
    return lambda message: message.button("↩️ Закрыть") is not None and words in message.text


async def calendar(phone: Phone, which: str, listed: Message) -> Message:
    """➕ on the list; returns the calendar."""
    await phone.tap(f"➕ {which}", listed)
    return await phone.shows("До какого дня?")


async def chosen(phone: Phone, telegram: Telegram, days: int, month: Message) -> None:
    """Tap a day so many days from now, turning the page where it lies in the next month."""
    day = day_after(telegram, days)
    if day.month != day_after(telegram, 0).month:
        before = month.labels
        await phone.tap("▶", month)
        month = await phone.shows(lambda message: message.button("▶") and message.labels != before)
    await phone.tap(next(button for row in month.buttons for button in row if button.label == str(day.day)))


async def test_a_lawyer_chooses_a_day_and_is_reminded_until_it_is_done(house: Hotline, telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    _, lawyer, card = await taken(house, "osh")
    await lawyer.tap("⏰ Сроки", card)
    await lawyer.tap("⏰ Более поздние", await lawyer.shows(has("⏰ Более поздние")))
    listed = await lawyer.shows("более поздние сроки")

    month = await calendar(lawyer, "Подать жалобу", listed)
    for words in (
        "Обычно на это есть 10 дней",
        "вручили копию",
        "УПК 127",
        "середина 2024 года",
        "юрист ещё не подтвердил",
    ):
        assert words in month.text
    today = day_after(telegram, 0)
    grid = [label for label in month.labels if label.isdigit()]
    assert "Пн" in month.labels
    assert grid == [str(day) for day in range(today.day, today.day + len(grid))]  # past days are no buttons
    assert not month.button("◀")
    await chosen(lawyer, telegram, 6, month)
    await lawyer.shows(listing(f"Подать жалобу: до {day_after(telegram, 6).day} "))
    overview = await lawyer.shows(lambda message: message.button("⏰ Держат с") and "Подать жалобу" in message.text)
    await lawyer.tap("↩️", overview)
    assert "Подать жалобу: до" in (await lawyer.shows(CARD)).text

    await telegram.clock.jump(2 * DAY)
    await telegram.idle()
    assert lawyer.find(reminder_of("Подать жалобу")) is None
    await house.restart()
    await telegram.clock.jump(DAY)
    reminded = await lawyer.shows(reminder_of("Подать жалобу"))
    assert "Подать жалобу" not in reminded.text[:60]
    await lawyer.tap("⏰", reminded)
    await lawyer.tap("⏰ Подать жалобу", await lawyer.shows(has("⏰ Подать жалобу")))
    await lawyer.tap("🔁", await lawyer.shows(has("🔁 Другой день")))
    await lawyer.tap("⏰", await lawyer.shows("До какого дня?"))  # the usual day, in one tap
    moved = await lawyer.shows(listing(f"Подать жалобу: до {day_after(telegram, 10).day} "))
    await lawyer.tap("⏰ Подать жалобу", moved)
    popup = await lawyer.tap("✅ Сделано", await lawyer.shows(has("✅ Сделано")))
    assert popup is not None
    assert "сделано" in popup.text
    await lawyer.shows("Пока ничего не записано")


async def sent_report(telegram: Telegram) -> Phone:
    """Return a person who has sent a report with every question left out."""
    person = telegram.phone("Айбек")
    await person.send("/report")
    await skip(person, *EVERY_QUESTION)
    await person.tap("🏁", await person.shows("Проверьте ответы"))
    await person.shows("Обращение получено")
    return person


async def with_reminder(telegram: Telegram, days: int) -> Phone:
    """Return a person who has set a deadline so many days from now in their report."""
    person = await sent_report(telegram)
    await person.tap("⏰", await person.shows(has("⏰ Напоминания")))
    month = await calendar(person, "Прийти в пробацию", await person.shows("чтобы о нём не забыть"))
    assert "УК 62" not in month.text  # articles are for lawyers
    assert "юрист ещё не подтвердил" in month.text
    await chosen(person, telegram, days, month)
    await person.shows("Прийти в пробацию: до")
    return person


async def test_a_person_is_reminded_silently_by_day_and_in_neutral_words(house: Hotline, telegram: Telegram) -> None:
    await lawyer_of(house, "osh")
    await telegram.clock.set_rate(20)
    await at_hour(telegram, 20)
    person = await with_reminder(telegram, 4)
    rings = person.rings

    await telegram.clock.jump(8 * HOUR)
    await telegram.idle()
    assert person.find("Напоминание на") is None
    await telegram.clock.jump(6 * HOUR)  # 10 in the morning, three days before
    reminded = await person.shows("Напоминание на")
    assert reminded.silent
    assert person.rings == rings
    assert not LAW.search(reminded.text)
    await person.tap("⏰", reminded)
    await person.tap("⏰ Прийти", await person.shows(has("⏰ Прийти")))
    await person.tap("✅ Сделано", await person.shows(has("✅ Сделано")))
    await person.shows("Хорошо, отметили")
    await telegram.clock.jump(4 * DAY)
    await telegram.idle()
    assert person.find("Напоминание на") is None


async def test_a_hidden_chat_is_sent_nothing(telegram: Telegram) -> None:
    await telegram.clock.set_rate(20)
    await at_hour(telegram, 12)
    person = await with_reminder(telegram, 2)

    await person.send("/hide")
    await emptied(person)
    await telegram.clock.jump(3 * DAY)
    await telegram.idle()

    assert person.is_empty


async def test_erased_with_the_case(telegram: Telegram) -> None:
    await telegram.clock.set_rate(20)
    await at_hour(telegram, 12)
    person = await with_reminder(telegram, 2)

    await person.send("/erase")
    await person.tap("✅", await person.shows("Удалить написанное?"))
    await emptied(person)
    await telegram.clock.jump(3 * DAY)
    await telegram.idle()

    assert person.is_empty


async def test_closing_leaves_the_deadline_with_who_closed(house: Hotline, telegram: Telegram) -> None:
    await telegram.clock.set_rate(1)
    await at_hour(telegram, 12)
    person, lawyer, card = await taken(house, "talas", since="11:00")
    code = code_in(card)
    await lawyer.tap("⏰ Сроки", card)
    await lawyer.tap("⏰ Более поздние", await lawyer.shows(has("⏰ Более поздние")))
    month = await calendar(lawyer, "Обжаловать", await lawyer.shows("более поздние сроки"))
    await chosen(lawyer, telegram, 2, month)
    await lawyer.tap("⏰ Обжаловать", await lawyer.shows(listing("Обжаловать решение о правонарушении: до")))
    await lawyer.tap("◻️ Напоминать и человеку", await lawyer.shows(has("✅ Сделано")))
    await lawyer.shows(has("☑️ Напоминать и человеку"))
    await lawyer.tap("↩️", await lawyer.shows(has("⏰ Держат с")))
    await lawyer.tap("🔒", await lawyer.shows(CARD))
    await lawyer.tap("Проверить не удалось", await lawyer.shows("Чем всё кончилось"))
    last = await lawyer.shows("Остались сроки")
    assert "Обжаловать решение" in last.text
    await lawyer.tap("✅ Завершить", last)
    await lawyer.shows(f"{code} завершено")

    await telegram.clock.jump(DAY)
    reminded = await lawyer.shows(reminder_of("Обжаловать"))
    assert code in reminded.text
    neutral = await person.shows("Напоминание на")
    assert neutral.silent
    await lawyer.tap("⏰", reminded)
    await lawyer.tap("⏰ Обжаловать", await lawyer.shows(has("⏰ Обжаловать")))
    await lawyer.tap("✅ Сделано", await lawyer.shows(has("✅ Сделано")))
    await lawyer.shows("Пока ничего не записано")
    await lawyer.tap("↩️", lawyer.find(LISTED))
    await lawyer.until(lambda phone: phone.find(LISTED) is None, "no list")
    await telegram.clock.jump(DAY + 30 * MINUTE)
    await telegram.idle()
    assert lawyer.find(reminder_of("Обжаловать")) is None
