"""How urgent a case is, through the real process: it rises as answers come, is shown with reasons, and obeys a hand.

Each story has a region of its own, so that its people and its lawyers meet nobody else's.
"""

import pytest

from practice.telegram import Phone, Telegram
from practice.telegram.view import Message, Wanted
from tests.hotline import Hotline
from tests.story.people import MINUTE
from tests.story.staffed import CARD, PAGE, code_in, has, take

pytestmark = pytest.mark.asyncio(loop_scope="module")


def card(*words: str, without: str = "\0") -> Wanted:
    """Return what matches a lawyer's card with these words on it."""
    return lambda message: (
        message.button("🔒") and all(w in message.text for w in words) and without not in message.text
    )


LAWYERS = {"osh": 2, "naryn": 1, "talas": 1, "batken": 1, "chuy": 2, "jalal-abad": 3, "issyk-kul": 3}


async def staff(hotline: Hotline, region: str) -> list[Phone]:
    """Return the lawyers of a region; the first who asks lets everybody join, before anybody is paged."""
    if not hotline.coordinators:
        await hotline.join_staff("coordinator", name="Координатор")
        for name in [f"{there}-{n}" for there, count in LAWYERS.items() for n in range(count)]:
            await hotline.join_staff("lawyer", regions=[name[:-2]], name=name)
    return [lawyer for lawyer in hotline.lawyers if lawyer.name.startswith(region)]


async def busy(lawyer: Phone) -> None:
    """⏳: not among the first to be called."""
    await lawyer.send("/duty")
    await lawyer.tap("⏳ 4", await lawyer.shows("Вы на связи"))
    await lawyer.shows("не в первую очередь")


async def bare_sos(telegram: Telegram, region: str, name: str = "Айбек") -> Phone:
    """Return somebody who has tapped 🆘 once, from a link that names the region, and nothing else."""
    person = telegram.phone(name)
    await person.start(f"r_{region}")
    await person.tap("🆘 Сейчас", await person.shows(has("🆘", "🌐")))
    await person.shows("Кого держат")
    return person


async def flags_asked(person: Phone, who: str = "Меня", place: str = "⏭") -> Message:
    """Answer up to the question with the flags."""
    await person.tap(who, await person.shows("Кого держат"))
    await person.tap(place, await person.shows(lambda message: message.button("⏭") and "Кого" not in message.text))
    return await person.shows(has("◻️"))


async def tick(person: Phone, label: str) -> None:
    """Tick one flag and wait until it stands so on the screen."""
    await person.tap(f"◻️ {label}", await person.shows(has("◻️")))
    await person.shows(lambda message: f"☑️ {label}" in message.labels)


async def test_it_rises_with_an_answer_and_pages_two_tiers_at_once(house: Hotline, telegram: Telegram) -> None:
    first, resting = await staff(house, "osh")
    await busy(resting)

    person = await bare_sos(telegram, "osh")
    page = await first.shows(PAGE)
    assert "P1" in page.text
    await flags_asked(person)
    await telegram.idle()
    assert resting.find(PAGE) is None
    rings = first.rings
    await tick(person, "Младше 18 лет")

    called = await resting.shows(PAGE)
    assert called.text.split(" · ")[1:3] == ["Ош", "P0"]
    assert not called.silent
    again = await first.shows(lambda message: message.button("ℹ️") and "P0" in message.text)
    assert first.rings == rings + 1
    details = await first.tap("ℹ️", again)
    assert details is not None
    assert details.text.startswith("P0 · Младше 18 лет · ")
    assert details.text.count("Младше 18 лет") == 1
    assert len(details.text) <= 200
    for phone in (first, resting):
        assert not any("Младше" in text or "Держат" in text for text in phone.notifications)

    await tick(person, "Требуют деньги")
    await person.tap("☑️ Младше 18 лет", await person.shows(has("☑️")))
    await person.shows(lambda message: "◻️ Младше 18 лет" in message.labels)
    await tick(person, "Младше 18 лет")
    await telegram.idle()
    assert first.rings == rings + 1  # nobody's taps ring like a bell
    held = await take(first)
    assert "P0: Младше 18 лет" in held.text
    assert "Младше" not in held.text[:60]


async def test_a_lawyer_lowers_it_with_a_note_and_a_graver_fact_raises_it(house: Hotline, telegram: Telegram) -> None:
    (lawyer,) = await staff(house, "naryn")
    person = await bare_sos(telegram, "naryn")
    await flags_asked(person)
    await tick(person, "Есть травма")
    held = await take(lawyer)
    assert "P0: Есть травма" in held.text

    await lawyer.tap("📝", held)
    asked = await lawyer.shows("станет заметкой")
    assert [label for label in asked.labels if label.startswith("📝")] == ["📝 P1", "📝 P2", "📝 P3"]
    await lawyer.tap("📝 P2", asked)
    await lawyer.shows("приоритет станет P2")
    await lawyer.send("Царапина, врач уже был")
    await lawyer.shows("Приоритет изменён")
    held = await lawyer.shows(card("P2: так решила команда"))
    await lawyer.tap("💬", held)
    await lawyer.shows("📝 P0 → P2: Царапина, врач уже был")
    assert "Царапина" not in repr([message.raw for message in person.bot_messages])

    rings = lawyer.rings
    await tick(person, "Требуют деньги")
    await lawyer.shows(card("Требуют деньги", "P2: так решила команда"))
    assert lawyer.rings == rings
    await tick(person, "Ребёнок остался один")
    held = await lawyer.shows(card("⚠️ P0, вручную стояло P2", "стало известно: Ребёнок остался один"))
    assert lawyer.rings == rings + 1
    assert held.text.count("Есть травма") == 1  # among the answers; it is not why the case has risen
    house.assert_hidden("Царапина, врач уже был")


async def test_what_a_lawyer_has_learned_weighs_like_an_answer(house: Hotline, telegram: Telegram) -> None:
    (lawyer,) = await staff(house, "talas")
    await bare_sos(telegram, "talas")
    held = await take(lawyer)
    assert "P1: Держат или обыскивают сейчас" in held.text

    await lawyer.tap("📝", held)
    asked = await lawyer.shows("станет заметкой")
    await lawyer.tap("◻️ Риск навредить себе", asked)
    await lawyer.shows(lambda message: "☑️ Риск навредить себе" in message.labels)
    held = await lawyer.shows(card("P0: Риск навредить себе"))
    await lawyer.tap("☑️ Риск навредить себе", await lawyer.shows("станет заметкой"))
    await lawyer.shows(card("P1: Держат или обыскивают сейчас", without="Риск"))


async def test_a_relative_who_does_not_know_where_and_a_day_without_medicine(
    house: Hotline, telegram: Telegram
) -> None:
    (lawyer,) = await staff(house, "batken")
    lost = await bare_sos(telegram, "batken", "Гүлнара")
    await lost.tap("Другого", await lost.shows("Кого держат"))
    await lost.tap("Не знаю", await lost.shows("Где этот человек"))
    await lawyer.shows(lambda message: message.button("ℹ️") and "P0" in message.text)
    assert "P0: Неизвестно, где человек" in (await take(lawyer)).text

    asking = await bare_sos(telegram, "batken", "Жылдыз")
    await flags_asked(asking, "Другого")
    await tick(asking, "Нужно лекарство или врач")
    page = await lawyer.shows(PAGE)
    assert "P1" in page.text
    await asking.tap("✅ Готово")
    await asking.tap("Вчера", await asking.shows("Когда это случилось"))
    await lawyer.shows(lambda message: message.button("ℹ️") and "P0" in message.text)
    assert "P0: Больше суток без лекарства" in (await take(lawyer)).text


async def test_a_coordinator_changes_it_and_lists_go_by_it(house: Hotline, telegram: Telegram) -> None:
    first, resting = await staff(house, "chuy")
    await busy(resting)
    coordinator = house.coordinators[0]
    tapped = await bare_sos(telegram, "chuy", "Первый")
    answered = await bare_sos(telegram, "chuy", "Вторая")
    await flags_asked(answered)
    await tick(answered, "Требуют деньги")
    codes = [code_in(await person.shows("Обращение")) for person in (tapped, answered)]

    await coordinator.send("/open")
    listed = await coordinator.shows("Открыто")
    shown = [label for label in listed.labels if any(code in label for code in codes)]
    assert shown == [f"📂 {codes[1]}", f"📂 {codes[0]}"]  # who has answered stands above a bare tap that is older
    await coordinator.tap(f"📂 {codes[0]}", listed)
    one = await coordinator.shows("P1: Держат или обыскивают сейчас")
    await coordinator.tap("📝 P0", one)
    await coordinator.shows("приоритет станет P0")
    assert resting.find(PAGE) is None
    await coordinator.send("Звонила мать: сыну 16")
    await coordinator.shows("Приоритет изменён")

    await coordinator.shows("P0: так решила команда")
    assert "P0" in (await resting.shows(PAGE)).text
    await coordinator.send("/open")
    await coordinator.until(
        lambda phone: (found := phone.find("Открыто")) and f"{codes[0]} · Чуй" in found.text.split("\n")[1],
        "the case stands first",
    )
    page = await first.shows(lambda message: message.button("ℹ️") and "P0" in message.text)
    await first.tap("✅", page)
    held = await first.shows(card("P0: так решила команда"))
    await first.tap("💬", held)
    await first.shows("📝 P1 → P0: Звонила мать: сыну 16")


async def close_as_false(lawyer: Phone, *choices: tuple[str, str]) -> None:
    """🔒, what is chosen step by step, and the mark beside the last ✅."""
    await lawyer.tap("🔒", await lawyer.shows(CARD))
    for asked, choice in choices:
        await lawyer.tap(choice, await lawyer.shows(asked))
    await lawyer.tap("◻️ Оказалось, никого не держали", await lawyer.shows(has("✅ Завершить")))
    marked = await lawyer.shows(lambda message: "☑️ Оказалось, никого не держали" in message.labels)
    await lawyer.tap("✅ Завершить", marked)
    await lawyer.shows("завершено")


def paged(lawyers: list[Phone]) -> int:
    """Return how many of them have a page."""
    return sum(1 for lawyer in lawyers if lawyer.find(PAGE) is not None)


async def test_after_a_false_report_a_bare_tap_wakes_one_first_and_then_all(house: Hotline, telegram: Telegram) -> None:
    lawyers = await staff(house, "jalal-abad")
    person = await bare_sos(telegram, "jalal-abad")
    for lawyer in lawyers:
        await lawyer.shows(PAGE)
    await take(lawyers[0])
    await close_as_false(lawyers[0], ("Чем всё кончилось", "Проверить не удалось"))

    await person.send("sos")
    await telegram.until(lambda: paged(lawyers) == 1)
    await person.shows("Кого держат")
    await telegram.idle()
    assert paged(lawyers) == 1
    await telegram.clock.jump(6 * MINUTE)
    await telegram.until(lambda: paged(lawyers) == 3)


async def test_whoever_says_something_is_doubted_no_more(house: Hotline, telegram: Telegram) -> None:
    lawyers = await staff(house, "issyk-kul")
    person = await bare_sos(telegram, "issyk-kul")
    await take(lawyers[0])
    await close_as_false(
        lawyers[0],
        ("Чем всё кончилось", "Неизвестно"),
        ("Какие нарушения", "✅ Готово"),
        ("нарушение прав", "⏭"),
        ("вымогали", "⏭"),
    )

    await person.send("sos")
    await telegram.until(lambda: paged(lawyers) == 1)
    await person.send("Меня везут, я в машине")
    await telegram.until(lambda: paged(lawyers) == 3)
