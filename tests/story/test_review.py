"""What an officer with the phone in hand must not learn from the hotline's own messages."""

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.story.people import emptied, first_screen
from tests.story.staffed import crew, has, sos, take


async def test_after_a_withdrawal_no_word_of_the_lawyer_reaches_the_chat(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек", language="ru")
    await sos(person)
    await person.tap("Другого", await person.shows("Кого держат"))
    card = await take(lawyer)
    await person.tap("❌", await person.shows(has("❌")))
    await person.tap("✅", await person.shows("Отозвать"))
    await emptied(person)
    await first_screen(person)  # whoever holds the phone looks whether the bot still answers
    person.read()

    await lawyer.send("Я выезжаю к вам, держитесь", reply_to=card)
    await lawyer.shows("не отправлено")
    await person.tap("🌐 Русский", await person.shows(has("🌐")))
    await person.shows("Чем помочь")

    assert person.find("выезжаю") is None
    assert person.find("Новое сообщение") is None
