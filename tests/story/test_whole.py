"""The main job, end to end, on both databases: 🆘, answers, page, claim, words both ways, close, check-in, counts."""

import json
from collections.abc import Callable

import pytest

from practice.telegram import Message, Phone, Telegram
from tests.hotline import Hotline
from tests.story.staffed import CARD, HOUR, PAGE, code_in, has, take

NAMES = ("Айбек Тестов", "Нурлан Юристов", "Гульнара Координаторова")
WORDS = ("Меня держат на Ошском базаре", "Скажите им, что вам нужен адвокат", "Звонил, отдел подтвердил")


@pytest.fixture(name="running", params=["sqlite", "postgresql"])
async def _running(request: pytest.FixtureRequest, hotline: Hotline) -> Hotline:
    if request.param == "postgresql":
        hotline.configure({"storage": {"url": request.getfixturevalue("postgres_database")}})
    await hotline.start()
    await hotline.join_staff("coordinator", name=NAMES[2])
    await hotline.join_staff("lawyer", regions=["osh"], name=NAMES[1])
    return hotline


async def test_from_one_tap_to_the_weeks_counts(running: Hotline, telegram: Telegram) -> None:
    person = telegram.phone(NAMES[0], language="ru")
    lawyer, coordinator = running.lawyers[0], running.coordinators[0]

    await person.start("r_osh")
    await person.tap("🆘", await person.shows(has("🆘")))
    page = await lawyer.shows(PAGE)
    assert "Ош" in page.text
    await _answer(person)
    card = await take(lawyer)
    code = code_in(card)
    await person.send(WORDS[0])
    await lawyer.shows(WORDS[0])
    await lawyer.send(WORDS[1])
    said = await person.shows(WORDS[1])
    assert said.silent
    assert person.rings == 0
    await _close(lawyer)
    await person.shows("завершено")

    await telegram.clock.jump(30 * HOUR)
    await person.until(lambda phone: phone.is_empty, "an empty chat")
    await running.restart()  # whatever was due is done before the ready line
    await person.send("/cases")
    await person.tap("📂", await person.shows(code))
    await person.tap("Всё в порядке", await person.shows("Как вы"))

    await coordinator.send("/week")
    week = await coordinator.shows("неделя")
    assert "1" in week.text
    table = json.loads(await running.run_cli("counts", "--format", "json", "--from", "2026-01-01"))
    assert _number(table, "opened") == 1
    assert _number(table, "claimed") == 1


async def _answer(person: Phone) -> None:
    await person.tap("Меня", await person.shows(has("Меня")))
    await person.tap("Ош", await person.shows(has("Талас")))
    await person.tap("◻️ Требуют деньги", await person.shows(has("◻️ Требуют деньги")))
    await person.tap("✅", await person.shows(has("☑️ Требуют деньги")))
    await person.shows("Уберите телефон")


async def _close(lawyer: Phone) -> None:
    await lawyer.tap("🔒", await lawyer.shows(CARD))
    step = await lawyer.shows("Чем всё кончилось")
    for choice in ("Отпустили без протокола", "✅", "✅", "✅"):
        before = (step.text, step.labels)
        await lawyer.tap(choice, step)
        step = await lawyer.shows(_other_than(before))
    await lawyer.tap("✅ Завершить", step)
    await lawyer.shows("завершено")


def _other_than(before: tuple[str, list[str]]) -> Callable[[Message], bool]:
    """Return a test for the closing step that comes after another."""
    return lambda message: message.button("❌") is not None and (message.text, message.labels) != before


def _number(table: dict[str, object], metric: str) -> object:
    numbers = table["numbers"]
    assert isinstance(numbers, list)
    return next(each["value"] for each in numbers if each["metric"] == metric and not each["facet"])
