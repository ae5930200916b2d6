"""Who gets in, who does not, and what is left of somebody who is put out: through the real process."""

from practice.telegram import Phone, Telegram
from tests.hotline import Hotline
from tests.story.staffed import CARD, HOUR, PAGE, crew, has, sos, take

ROLES = {
    "person": {"start", "sos", "report", "cases", "rights", "language", "hide", "erase", "help"},
    "lawyer": {"duty", "cases", "help", "hide"},
}


async def knock(hotline: Hotline, phone: Phone, role: str = "lawyer", link: str = "") -> str:
    """Open an invitation; returns the check code shown."""
    await phone.open_link(link or await hotline.invite(role, ["bishkek"], phone.name))
    shown = await phone.shows("код")
    return shown.text.rsplit(": ", 1)[1]


async def test_a_newcomer_sees_and_is_paged_nothing_until_the_code_is_confirmed(
    hotline: Hotline, telegram: Telegram
) -> None:
    (coordinator,) = await crew(hotline)
    newcomer, person = telegram.phone("Нурлан"), telegram.phone("Айбек")

    code = await knock(hotline, newcomer)
    request = await coordinator.shows(code)
    assert "Нурлан · Юрист · Бишкек" in request.text
    assert "Нурлан" not in request.text[:60]
    assert code not in request.text[:60]
    assert [message for message in newcomer.messages if not message.from_bot] == []

    await sos(person)
    await telegram.clock.jump(4 * 60_000)
    await newcomer.send("/cases")
    await newcomer.send("/week")
    await telegram.idle()
    assert newcomer.find(PAGE) is None
    assert newcomer.commands.keys() == ROLES["person"]
    assert not any("P1" in text for text in newcomer.notifications)

    popup = await coordinator.tap("✅", request)
    assert popup is not None
    assert "Доступ открыт" in popup.text
    await newcomer.shows("Меню юриста")
    await newcomer.until(lambda phone: phone.commands.keys() == ROLES["lawyer"], "the lawyer's menu")
    await telegram.clock.jump(4 * 60_000)
    await newcomer.shows(PAGE)


async def test_links_are_used_once_expire_and_cannot_be_guessed(hotline: Hotline, telegram: Telegram) -> None:
    await crew(hotline)
    link = await hotline.invite("lawyer", ["bishkek"], "Юрист")
    late = await hotline.invite("coordinator", [], "Поздно")
    friend, thief, slow, guesser, stranger = (telegram.phone(name) for name in ("А", "Б", "В", "Г", "Д"))
    await knock(hotline, friend, link=link)

    await thief.open_link(link)
    await guesser.start("i_AAAAAAAAAAAAAAAAAAAAAA")
    await stranger.start()
    await telegram.clock.jump(25 * HOUR)
    await slow.open_link(late)

    plain = await stranger.shows(has("🆘", "🌐"))
    for phone in (thief, guesser, slow):
        shown = await phone.shows(has("🆘", "🌐"))
        assert (shown.text, shown.labels) == (plain.text, plain.labels)
        assert [message.text for message in phone.bot_messages] == [message.text for message in stranger.bot_messages]


async def test_who_is_turned_away_is_left_with_an_empty_chat(hotline: Hotline, telegram: Telegram) -> None:
    (coordinator,) = await crew(hotline)
    second = await hotline.join_staff("coordinator", name="Второй")
    coordinator.read()
    newcomer = telegram.phone("Незнакомец")

    code = await knock(hotline, newcomer)
    first_asked, second_asked = await coordinator.shows(code), await second.shows(code)
    await coordinator.tap("❌", first_asked)

    await newcomer.until(lambda phone: phone.is_empty, "an empty chat")
    await second.shows("Доступ не открыт")
    popup = await second.tap(second_asked.buttons[0][0])
    assert popup is not None
    assert "уже ответили" in popup.text
    await newcomer.start()
    await newcomer.shows(has("🆘", "🌐"))


async def test_a_person_who_joins_leaves_their_screen_behind(hotline: Hotline, telegram: Telegram) -> None:
    await crew(hotline)
    phone = telegram.phone("Волонтёр")
    await phone.start()
    first = await phone.shows(has("🆘", "🌐"))
    await phone.tap("🌐 Русский", first)
    await phone.shows(has("🆘", "📖"))

    await knock(hotline, phone)

    await phone.until(lambda seen: len(seen.messages) == 1, "nothing but the code")
    await hotline.let_in(phone)
    await phone.shows("Меню юриста")


async def test_revoking_takes_access_messages_and_cases_at_once(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, infiltrator = await crew(hotline, "Чужой")
    person = telegram.phone("Айбек")
    await sos(person)
    card = await take(infiltrator)
    close = card.button("🔒")
    assert close is not None
    honest = await hotline.join_staff("lawyer", regions=["bishkek"], name="Свой")

    await coordinator.send("/staff")
    members = await coordinator.shows("Команда")
    assert not any("Координатор" in label for label in members.labels)
    await coordinator.tap("🗑 Чужой", members)
    await coordinator.tap("✅", await coordinator.shows("Закрыть доступ?"))

    await infiltrator.until(lambda phone: phone.is_empty, "an empty chat")
    await honest.shows(PAGE)
    await infiltrator.until(lambda phone: phone.commands.keys() == ROLES["person"], "the person's menu")
    await infiltrator.tap(close)
    await infiltrator.send("Ещё вопрос")
    await infiltrator.start()
    await infiltrator.shows(has("🆘", "🌐"))
    await take(honest)
    await person.send("Меня держат в отделе")
    await honest.shows("Меня держат в отделе")
    assert infiltrator.find("Меня держат") is None
    assert infiltrator.find(CARD) is None


async def test_the_last_coordinator_stays(hotline: Hotline, telegram: Telegram) -> None:
    (coordinator,) = await crew(hotline)
    second = await hotline.join_staff("coordinator", name="Второй")
    await coordinator.send("/staff")
    members = await coordinator.shows("Команда")
    revoke_me = members.button("🗑 Координатор")
    assert revoke_me is not None
    await second.send("/staff")
    await second.tap("🗑 Координатор", await second.shows("Команда"))
    await second.tap("✅", await second.shows("Закрыть доступ?"))
    await coordinator.until(lambda phone: phone.is_empty, "an empty chat")

    alone = await second.shows("Команда")
    await telegram.idle()
    alone = await second.shows("1 человек")
    assert not any(label.startswith("🗑") for label in alone.labels)
    popup = await coordinator.tap(revoke_me)
    assert popup is not None
    assert second.find("Команда") is not None
