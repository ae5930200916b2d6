"""Holding a case, falling silent, emptying the chat, and what a dishonest phone can try: through the real process."""

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.story.staffed import CARD, HOUR, MINUTE, PAGE, code_in, crew, has, sos, take


async def test_a_silent_lawyer_is_asked_then_others_are_called(hotline: Hotline, telegram: Telegram) -> None:
    _, first, second = await crew(hotline, "Первая", "Вторая")
    await sos(telegram.phone("Айбек"))
    await take(first)

    await telegram.clock.jump(21 * MINUTE)
    asked = await first.shows("продолжаете?")
    popup = await first.tap("✅", asked)
    assert popup is not None
    assert "остаётся у вас" in popup.text
    await first.gone(asked)
    await telegram.clock.jump(10 * MINUTE)
    await telegram.idle()
    assert second.find(PAGE) is None

    await telegram.clock.jump(11 * MINUTE)
    await first.shows("продолжаете?")
    await telegram.clock.jump(7 * MINUTE)
    await first.until(lambda phone: phone.find(CARD) is None, "no card")
    await take(second)


async def test_on_the_road_or_busy_a_lawyer_is_not_asked(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    await sos(telegram.phone("Айбек"))
    card = await take(lawyer)

    await lawyer.tap("🚗", card)
    await lawyer.shows("Вы в пути")
    await telegram.clock.jump(55 * MINUTE)
    await telegram.idle()
    assert lawyer.find("продолжаете?") is None
    await lawyer.tap("⏳", lawyer.find(CARD))
    await lawyer.tap("⏳ 4", await lawyer.shows("На сколько времени"))
    await lawyer.shows("Обращение остаётся у вас")
    await telegram.clock.jump(3 * HOUR)
    await telegram.idle()
    assert lawyer.find("продолжаете?") is None
    await telegram.clock.jump(HOUR + 5 * MINUTE)
    await lawyer.shows("продолжаете?")


async def test_an_emptied_chat_gets_its_cases_back(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    person = telegram.phone("Айбек")
    await sos(person)
    code = code_in(await take(lawyer))

    await lawyer.send("/hide")
    await lawyer.until(lambda phone: phone.is_empty, "an empty chat")
    await person.send("Я в отделе")
    await lawyer.shows("Я в отделе")
    await lawyer.send("/cases")
    await lawyer.tap(f"📂 {code}", await lawyer.shows("Обращения у вас"))
    card = await lawyer.shows(CARD)
    assert code in card.text
    await lawyer.edit(await lawyer.send("Ждите"), "Не ждите")
    await lawyer.shows("Исправление не отправлено")
    await person.shows("Ждите")
    assert person.find("Не ждите") is None


async def test_buttons_of_others_and_made_up_ones_do_nothing(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, lawyer, other = await crew(hotline, "Нурлан", "Чужая")
    person = telegram.phone("Айбек")
    await sos(person)
    card = await take(lawyer)
    await coordinator.send("/staff")
    members = await coordinator.shows("Команда")
    menu = await other.shows("Меню")
    stolen = [button.data for row in (*card.buttons, *members.buttons) for button in row]
    own = menu.button("📂")
    assert own is not None
    assert own.data is not None
    token = own.data.rsplit(":", 1)[1]
    forged = [f"1:{act}:{token}" for act in ("s-staff", "s-open", "week", "o-take", "take", "card", "close", "hand.x")]

    for data in [each for each in stolen if each is not None] + forged + ["1:busy.99:" + token, "2:take:", "x", "1:::"]:
        popup = await other.raw_callback(data, menu)
        assert popup is not None, data
        assert "уже не работает" in popup.text or "больше нет" in popup.text, (data, popup)
    await telegram.idle()

    assert not any("Команда:" in text or "Открыто:" in text for text in other.notifications)
    assert other.find(CARD) is None
    assert other.messages == [menu, *(each for each in other.messages if "у другого юриста" in each.text)]
    assert has("🔒")(lawyer.find(CARD))  # type: ignore[operator, arg-type]
