"""🆘 from one tap to a lawyer's claim, through the real process."""

from collections.abc import Callable

import pytest

from practice.telegram import Message, Telegram
from tests.hotline import Hotline

MINUTE = 60_000


def has(label: str) -> Callable[[Message], bool]:
    """Return a test for a message with a button."""
    return lambda message: message.button(label) is not None


@pytest.fixture(name="staffed")
async def _staffed(hotline: Hotline) -> Hotline:
    """A running hotline with a coordinator and two lawyers."""
    await hotline.start()
    await hotline.join_staff("coordinator", name="Координатор")
    await hotline.join_staff("lawyer", regions=["bishkek"], name="Бишкек")
    await hotline.join_staff("lawyer", regions=["osh"], name="Ош")
    return hotline


async def test_one_tap_from_start_pages_a_lawyer(staffed: Hotline, telegram: Telegram) -> None:
    person = telegram.phone("Айбек", language="ky")
    bishkek, osh = staffed.lawyers

    await person.start()
    first = await person.shows(has("🆘"))
    assert len([label for label in first.labels if label.startswith("🆘")]) == 2
    await person.tap("🆘", first)

    page = await bishkek.shows(has("✅"))
    assert "P1" in page.text
    assert not page.silent
    assert osh.find("P1") is None


async def test_the_second_to_tap_reads_already_taken(staffed: Hotline, telegram: Telegram) -> None:
    second = await staffed.join_staff("lawyer", regions=["bishkek"], name="Второй")
    person = telegram.phone("Айбек", language="ru")
    first = staffed.lawyers[0]

    await person.send("sos")
    page, other = await first.shows("P1"), await second.shows("P1")
    take = other.button("✅")
    assert take is not None
    await first.tap("✅", page)
    await first.shows(has("🔒"))
    popup = await second.tap(take)

    assert popup is not None
    assert "другого" in popup.text
    await second.shows("другого юриста")
    await person.shows("Юрист ответил")


async def test_nobody_answers_and_the_next_tiers_are_paged(staffed: Hotline, telegram: Telegram) -> None:
    person = telegram.phone("Айбек", language="ru")
    bishkek, osh = staffed.lawyers
    coordinator = staffed.coordinators[0]

    await person.send("помогите")
    await person.tap("Другого", await person.shows(has("Другого")))
    await bishkek.shows("P1")
    rung = bishkek.rings
    await telegram.clock.jump(3 * MINUTE)
    await bishkek.until(lambda phone: phone.rings == rung + 1, "the page rings again")
    await telegram.clock.jump(9 * MINUTE)
    await coordinator.shows("P1")
    assert osh.find("P1") is None
    await telegram.clock.jump(50 * MINUTE)
    await osh.shows("P1")
    status = await person.shows("Уже час")
    assert status.edited


async def test_a_region_restarts_the_plan_there(staffed: Hotline, telegram: Telegram) -> None:
    person = telegram.phone("Айбек", language="ru")
    bishkek, osh = staffed.lawyers

    await person.send("🆘")
    page = await bishkek.shows("P1")
    await person.tap("Меня", await person.shows(has("Меня")))
    await person.tap("Ош", await person.shows(has("Ош")))

    await osh.shows("Ош")
    await bishkek.gone(page)
