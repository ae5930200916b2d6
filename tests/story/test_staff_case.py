"""A case in a lawyer's hands, from the claim to the outcome: through the real process."""

from practice.telegram import Phone, Telegram
from tests.hotline import Hotline
from tests.story.staffed import CARD, MINUTE, PAGE, close, code_in, crew, has, sos, take


async def test_words_both_ways_a_note_and_the_outcome(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек")
    await sos(person)
    page = await lawyer.shows(PAGE)
    details = await lawyer.tap("ℹ️", page)
    assert details is not None
    assert details.alert
    assert len(lawyer.bot_messages) == 2  # the menu and the page: a pop-up leaves nothing
    card = await take(lawyer)
    code = code_in(card)
    assert "не проверено" in card.text

    await person.send("Меня держат в отделе")
    heard = await lawyer.shows("Меня держат в отделе")
    assert "держат" not in heard.text[:60]
    await lawyer.send("Скажите, что вам нужен адвокат", reply_to=heard)
    answer = await person.shows("вам нужен адвокат")
    assert "адвокат" not in answer.text[:60]
    assert answer.raw.get("forward_origin") is None
    assert "Нурлан" not in repr([message.raw for message in person.bot_messages])
    assert "Айбек" not in repr([message.raw for message in lawyer.bot_messages])
    await lawyer.shows("отправляем")
    await lawyer.send("Просят 200 сом? Не соглашайтесь")
    await person.shows("200 сом")
    await lawyer.shows("Здесь названа сумма")

    await lawyer.tap("📝", card)
    await lawyer.shows("станет заметкой")
    await lawyer.send("Звонил в отдел")
    await lawyer.shows("Заметка сохранена")
    await lawyer.tap("💬", card)
    said = await lawyer.shows("все сообщения")
    order = [said.text.index(words) for words in ("Меня держат", "вам нужен адвокат", "200 сом", "Звонил в отдел")]
    assert order == sorted(order)
    assert person.find("Звонил") is None

    line = await close(lawyer, "Назначен штраф", "◻️ Требовали деньги", "✅ Готово", "✅ Да", "⏭")
    assert code in line.text
    await person.shows("Обращение завершено")
    await lawyer.until(
        lambda phone: {message.text for message in phone.messages} <= {line.text, *_menus(phone)}, "one line"
    )
    await lawyer.send("Ещё одно")
    await lawyer.shows("Никому не отправлено")
    await coordinator.send("/week")
    week = await coordinator.shows("Назначен штраф: 1")
    for line_of_week in (
        "Открыто: 1",
        "Взято в работу: 1",
        "Права нарушены, по оценке юриста: 1",
        "Требовали деньги: 1",
    ):
        assert line_of_week in week.text
    assert "Вымогательство денег: 1" not in week.text


def _menus(phone: Phone) -> list[str]:
    return [message.text for message in phone.bot_messages if "Меню" in message.text]


async def test_only_text_goes_to_a_case_that_nobody_has_verified(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек")
    await sos(person)
    await person.send_voice(b"before")
    card = await take(lawyer)
    await lawyer.until(
        lambda phone: [each for each in phone.bot_messages if each.media == "voice"], "the person's voice"
    )

    for send in (lawyer.send_voice, lawyer.send_photo, lawyer.send_location):
        await send()
        await lawyer.shows("передаём только текст")
        lawyer.read()
    await lawyer.send_contact()
    await lawyer.shows("такое сообщение покажет, кто вы")
    assert not any(message.media for message in person.bot_messages)

    await lawyer.tap("✅ Проверено", card)
    await lawyer.until(lambda phone: (found := phone.find(CARD)) and "не проверено" not in found.text, "no banner")
    await lawyer.send_voice(b"after")
    await person.until(
        lambda phone: [each for each in phone.bot_messages if each.media == "voice"], "the lawyer's voice"
    )
    assert not any(message.raw.get("contact") for message in person.bot_messages)


async def test_with_several_cases_words_wait_for_whom_they_are(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    first, second = telegram.phone("Первый"), telegram.phone("Второй")
    await sos(first)
    one = await take(lawyer)
    await sos(second)
    other = await take(lawyer)
    assert code_in(one) != code_in(other)

    await lawyer.send("Когда вас взяли?")
    await lawyer.send("И кто именно?")
    asked = await lawyer.shows("И кто именно?")
    await telegram.idle()
    assert first.find("Когда вас взяли?") is None
    assert second.find("Когда вас взяли?") is None
    await hotline.restart()
    await lawyer.tap(f"💬 {code_in(one)}", asked)

    await first.shows("Когда вас взяли?")
    await first.shows("И кто именно?")
    assert second.find("взяли") is None
    await lawyer.send("Это второму", reply_to=other)
    await second.shows("Это второму")
    assert first.find("второму") is None


async def test_a_hidden_chat_gets_the_words_when_the_person_is_back(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек")
    await sos(person)
    await take(lawyer)
    await person.send("/hide")
    await person.until(lambda phone: phone.is_empty, "an empty chat")
    await lawyer.until(lambda phone: (found := phone.find(CARD)) and "Экран человека скрыт" in found.text, "hidden")

    await lawyer.send("Мы рядом")
    await lawyer.shows("Отправим, когда человек вернётся")
    await telegram.idle()
    assert person.is_empty

    await person.send("sos")
    await person.shows("Мы рядом")


async def test_giving_back_and_handing_over(hotline: Hotline, telegram: Telegram) -> None:
    _, first, second = await crew(hotline, "Первая", "Вторая")
    person = telegram.phone("Айбек")
    await sos(person)
    await person.send("Скорее")
    card = await take(first)
    await second.shows("у другого юриста")

    await first.tap("🔁", card)
    whom = await first.shows("Кому передать")
    popup = await first.tap("🔁 Вторая", whom)
    assert popup is not None
    assert "там нажмут ✅" in popup.text
    await first.until(lambda phone: not phone.find("Скорее") and not phone.find(CARD), "nothing left of the case")
    await person.shows("Снова вызываем")
    old = card.button("💬")
    assert old is not None
    refused = await first.tap(old)
    assert refused is not None
    assert "уже не работает" in refused.text
    await first.send("Я ещё тут")
    await first.shows("Никому не отправлено")
    rings = first.rings
    await telegram.clock.jump(4 * MINUTE)
    await telegram.idle()
    assert first.rings == rings  # who gave it away is not called for it
    await take(second)
    await second.shows("Скорее")

    await second.tap("❌ Вернуть", await second.shows(CARD))
    await second.until(lambda phone: phone.find(CARD) is None, "no card")


async def test_what_was_erased_or_withdrawn_is_checked_by_a_lawyer(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек")
    await sos(person)
    await person.send("Тайные слова")
    await take(lawyer)
    await lawyer.shows("Тайные слова")

    await person.tap("🗑", await person.shows(has("🗑")))
    await person.tap("✅", await person.shows("Удалить написанное?"))
    await person.until(lambda phone: phone.is_empty, "an empty chat")

    card = await lawyer.shows("Написанное удалено")
    await lawyer.until(lambda phone: not phone.find("Тайные слова"), "the words to go")
    await lawyer.send("Вы тут?")
    await lawyer.shows("сейчас недоступен")
    assert "Тайные" not in card.text
    await close(lawyer, "Проверить не удалось")
    await telegram.clock.jump(90 * MINUTE)
    await telegram.idle()
    assert person.is_empty
    assert lawyer.find(PAGE) is None


async def test_what_was_erased_before_anybody_took_it_still_rings(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек")
    await sos(person)
    page = await lawyer.shows(PAGE)

    await person.tap("🗑", await person.shows(has("🗑")))
    await person.tap("✅", await person.shows("Удалить написанное?"))
    await person.until(lambda phone: phone.is_empty, "an empty chat")

    await lawyer.shows(lambda message: message.button("ℹ️") and message != page)
    await lawyer.gone(page)
    await coordinator.send("/open")
    await coordinator.shows("вызываем тех, кто на связи, удалено, не проверено")
    rings = lawyer.rings
    await telegram.clock.jump(4 * MINUTE)
    await lawyer.until(lambda phone: phone.rings > rings, "the page rings again")
    await take(lawyer)
    await lawyer.shows("Написанное удалено")


async def test_kyrgyz_lawyers_read_kyrgyz(hotline: Hotline, telegram: Telegram) -> None:
    await hotline.start()
    await hotline.join_staff("coordinator", name="Координатор", language="ky")
    lawyer = await hotline.join_staff("lawyer", regions=["bishkek"], name="Нурлан", language="ky")
    person = telegram.phone("Айбек", language="ky")
    await lawyer.shows("Юристтин менюсу")

    await person.send("жардам")
    page = await lawyer.shows("1 жаңы")
    popup = await lawyer.tap("✅", page)
    assert popup is not None
    assert popup.text == "✅ Кайрылуу сизде."
    card = await lawyer.shows(CARD)
    assert "текшериле элек" in card.text
    assert card.labels == [
        "✅ Ким жазганы текшерилди",
        "🚗 Жолдомун",
        "⏳ Азыр бош эмесмин",
        "💬 Бардык билдирүүлөр",
        "📝 Эскертме",
        "⏰ Мөөнөттөр",
        "🔁 Башка юристке өткөрүп берүү",
        "❌ Кайрылууну кайтаруу",
        "🔒 Кайрылууну аяктоо",
    ]
    await lawyer.tap("🌐 Русский", await lawyer.shows("Юристтин менюсу"))
    await lawyer.shows("Меню юриста")
    await lawyer.until(lambda phone: phone.commands.get("help", "").startswith("ℹ️ Что"), "the Russian menu")
