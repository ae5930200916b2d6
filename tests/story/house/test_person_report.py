"""📝 through the real process: the questionnaire, the summary, who is told and who is not woken."""

import pytest

from practice.telegram import Phone, Telegram
from tests.hotline import Hotline
from tests.story.people import HOUR, skip

EVERY_QUESTION = (
    *("Что было?", "Когда это было", "Где это было", "Кто это сделал", "Требовали ли", "Остались ли"),
    *("своими словами", "Можно написать", "учесть ваши"),
)

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def lawyers(hotline: Hotline) -> list[Phone]:
    """Return the lawyers of Osh and of Bishkek; the first who asks lets them join."""
    if not hotline.lawyers:
        await hotline.join_staff("coordinator", name="Координатор")
        await hotline.join_staff("lawyer", regions=["osh"], name="Ош")
        await hotline.join_staff("lawyer", regions=["bishkek"], name="Бишкек")
    return hotline.lawyers


async def answered(person: Phone, *, checkins: str = "Да", hours: str = "В любое время") -> None:
    """Answer every question of a report up to the summary."""
    await person.tap("Угрожали", await person.shows("Что было?"))
    await person.shows(lambda message: "☑️ Угрожали" in message.labels)
    await person.tap("✅ Готово")
    await person.tap("Вчера", await person.shows("Когда это было"))
    await person.tap("Ош", await person.shows("Где это было"))
    await person.tap("Узген", await person.shows("Какой это район"))
    await person.tap("⏭", await person.shows("Кто это сделал"))
    await person.tap("⏭", await person.shows("Требовали ли деньги"))
    await person.tap("⏭", await person.shows("Остались ли травмы"))
    await person.send("Серая Нива, двое в гражданском")
    await person.tap(checkins, await person.shows("Можно написать вам позже"))
    if checkins == "Да":
        await person.tap(hours, await person.shows("В какое время"))
    await person.tap("Да", await person.shows("учесть ваши ответы"))
    await person.shows("Проверьте ответы")


async def test_a_report_is_told_step_by_step_checked_and_sent(house: Hotline, telegram: Telegram) -> None:
    await telegram.clock.set_rate(20)  # so that one message a second in a chat does not take a second
    lawyer, other = await lawyers(house)
    rings = lawyer.rings
    person = telegram.phone("Айбек")

    await person.send("/report")
    await answered(person)
    summary = await person.shows("Проверьте ответы")
    for line in ("Что было: Угрожали", "Когда: Вчера", "Район: Узген", "Травмы: пропущено", "Серая Нива"):
        assert line in summary.text
    await person.tap("↩️", summary)
    await person.tap("Нет", await person.shows("учесть ваши ответы"))
    await person.tap("🏁", await person.shows("Проверьте ответы"))

    sent = await person.shows("Обращение получено")
    page = await lawyer.shows("P3")
    assert page.silent
    assert lawyer.rings == rings
    assert other.find("P3") is None
    code = sent.text.split("\n")[0].removeprefix("Обращение ")
    await lawyer.tap("✅", page)
    card = await lawyer.shows(code)
    assert "Серая Нива" in card.text
    await person.shows("Юрист читает ваше обращение")
    house.assert_hidden("Серая Нива", person.id)


async def test_now_offers_an_sos_on_the_page_itself(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.send("/report")
    await person.tap("⏭", await person.shows("Что было?"))

    asked = await person.shows("Когда это было")
    assert asked.button("🆘") is not None
    await person.tap("Сейчас", asked)
    offered = await person.shows("Где это было")
    assert "нажмите 🆘" in offered.text
    await person.tap("🆘", offered)

    await person.shows("Кого держат")


async def test_a_second_report_goes_on_with_the_draft(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.send("/report")
    await person.tap("⏭", await person.shows("Что было?"))
    await person.shows("Когда это было")

    await person.send("/start")
    await person.shows("Юридическая помощь")
    await person.send("/report")

    await person.shows("Когда это было")


async def test_a_draft_is_destroyed_after_a_day_or_at_once(telegram: Telegram) -> None:
    person = telegram.phone("Айбек")
    await person.send("/report")
    await person.tap("⏭", await person.shows("Что было?"))
    await person.tap("🗑", await person.shows("Когда это было"))
    await person.shows("Черновик удалён")
    await person.send("/report")
    await person.tap("⏭", await person.shows("Что было?"))
    await person.shows("Когда это было")

    await telegram.clock.jump(25 * HOUR)

    await person.shows(lambda message: "Чем помочь" in message.text and "Черновик" not in message.text)
    await person.send("/report")
    await person.shows("Что было?")


async def test_what_was_said_before_the_report_reaches_the_lawyer_with_it(house: Hotline, telegram: Telegram) -> None:
    await telegram.clock.set_rate(20)
    _, lawyer = await lawyers(house)
    person = telegram.phone("Айбек")

    await person.send("Хочу узнать, как написать жалобу")
    await person.tap("📝 Рассказать", await person.shows("Сообщение записано"))
    await skip(person, *EVERY_QUESTION)
    await person.tap("🏁", await person.shows("Проверьте ответы"))

    await lawyer.tap("✅", await lawyer.shows("P3"))
    await lawyer.shows("Хочу узнать, как написать жалобу")
