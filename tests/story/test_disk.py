"""The officer who holds the disk: no id, name, text or token in any byte, and nothing left of what was erased."""

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.story.staffed import PAGE, code_in, crew, has, take

PLACE, WORDS, ANSWER = "Ошский базар, ряд семь", "Меня зовут Асан, держат двое", "Говорит юрист Нурлан"


async def test_no_byte_shows_who_or_what(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, lawyer = await crew(hotline, "Нурлан Белгилүү")
    person = telegram.phone("Асан Үсөнов", language="ky", username="asan_usenov")

    await person.send("жардам")
    await person.tap("Мени", await person.shows(has("Мени")))
    await person.send(PLACE)
    await lawyer.shows(PAGE)
    code = code_in(await take(lawyer))
    await person.send(WORDS)
    await lawyer.shows(WORDS)
    await lawyer.send(ANSWER)
    await person.shows(ANSWER)
    people: list[str | int] = [person.id, lawyer.id, coordinator.id, "Асан", "asan_usenov", "Белгилүү"]
    needles = [*people, PLACE, WORDS, ANSWER, code, code.replace("-", "")]

    hotline.assert_hidden(*needles)
    await hotline.kill()
    hotline.assert_hidden(*needles)
    await hotline.start()
    await hotline.stop()
    hotline.assert_hidden(*needles)


async def test_what_the_officer_erases_is_gone_and_the_case_lives_on(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек", language="ru")
    await person.send("🆘")
    await person.tap("Меня", await person.shows(has("Меня")))
    page = await lawyer.shows(PAGE)

    await person.tap("🗑", await person.shows(has("Бишкек")))
    await person.tap("✅", await person.shows("Вернуть не получится"))
    await person.until(lambda phone: phone.is_empty, "an empty chat")
    await person.start()
    first = await person.shows("Юридическая помощь")
    assert len([label for label in first.labels if label.startswith("🆘")]) == 2
    await person.send("/cases")
    await person.shows(lambda message: "нет" in message.text)

    await lawyer.gone(page)
    again = await lawyer.shows(PAGE)
    details = await lawyer.tap("ℹ️", again)
    assert details is not None
    assert "не проверено" in details.text
    card = await take(lawyer)
    assert "Меня" not in card.text


async def test_withdrawing_empties_the_screen_and_the_case_rings_on(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек", language="ru")
    await person.send("🆘")
    await person.tap("Меня", await person.shows(has("Меня")))
    await lawyer.shows(PAGE)

    await person.tap("❌", await person.shows(has("Бишкек")))
    await person.tap("✅", await person.shows("Отозвать обращение?"))
    await person.until(lambda phone: phone.is_empty, "an empty chat")
    rung = lawyer.rings
    await telegram.clock.jump(3 * 60_000)

    await lawyer.until(lambda phone: phone.rings == rung + 1, "the page rings again")
    assert person.is_empty
