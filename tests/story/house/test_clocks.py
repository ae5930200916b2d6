"""Limits in custody through the real process: set in a few taps, warned of, passed, counted, as hours go by."""

import json

import pytest

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.hours import at_hour
from tests.story.house.custody import LONG_HOLD, lawyer_of, recorded, taken, told
from tests.story.people import HOUR, MINUTE, emptied
from tests.story.staffed import CARD, close, code_in, has, take

SETTINGS = LONG_HOLD

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_held_since_in_a_few_taps_then_warned_ahead_at_the_limit_and_after(
    house: Hotline, telegram: Telegram
) -> None:
    await at_hour(telegram, 12)
    _, lawyer, card = await taken(house, "osh")
    assert "⏰ Сроки на 12:" in card.text  # from 🆘 itself, as long as nobody has said since when
    assert "примерно до" in card.text

    await recorded(lawyer, "⏰ Держат с", "2 ч назад")
    shown = await lawyer.tap("Уголовный", await lawyer.shows("отметил юрист"))
    assert shown is not None
    overview = await lawyer.shows(lambda message: "☑️ Уголовный порядок" in message.labels)
    for words in ("Доставить в суд: примерно до", "УПК 97(5)", "середина 2024 года", "юрист ещё не подтвердил"):
        assert words in overview.text
    assert "это правонарушение" not in overview.text
    await lawyer.tap("⏰ Держат с", overview)
    asked = await lawyer.shows("С какого времени")
    await lawyer.tap(asked.labels[8], asked)  # today, below the eight quick ones
    grid = await lawyer.shows(has("9:00"))
    assert "13:00" not in grid.labels  # still to come
    await lawyer.tap("9:00", grid)
    await lawyer.tap("9:15", await lawyer.shows(has("9:15")))
    exact = await lawyer.shows("Держат с: ")
    assert "Доставить в суд: до" in exact.text
    assert "6:15" in exact.text
    await lawyer.send("/cases")  # who looks for the case finds the card, not the page it was left on
    await lawyer.tap("📂 ", await lawyer.shows("Обращения у вас"))
    await lawyer.shows(CARD)

    rings = lawyer.rings
    await telegram.clock.jump(36 * HOUR)
    await telegram.idle()
    assert lawyer.find("напоминание по обращению") is None
    await telegram.clock.jump(20 * MINUTE)
    ahead = await lawyer.shows("напоминание по обращению")
    assert "осталось 5 ч" in ahead.text
    assert not ahead.silent
    assert lawyer.rings > rings
    assert "суд" not in ahead.text[:60]
    await telegram.clock.jump(5 * HOUR)
    await lawyer.shows("осталось 5")
    await telegram.clock.jump(HOUR)
    over = await lawyer.shows("Доставить в суд: срок вышел")
    await telegram.clock.jump(HOUR)
    after = await lawyer.shows(lambda message: "срок вышел" in message.text and message.id > over.id)
    assert "Отпустить, если нет решения суда: до" in after.text

    await lawyer.send("/cases")
    await lawyer.shows(lambda message: "P0 · 43 ч " in message.text)  # held beyond a limit
    await lawyer.tap("📂 ", await lawyer.shows("Обращения у вас"))
    # What follows from the limit is ticked already.
    await close(lawyer, "Отпустили без", "✅ Готово", "✅ Да", "❌ Нет")
    counted = json.loads(await house.run_cli("counts", "--by", "limit", "--by", "violation", "--format", "json"))
    assert '"court"' in json.dumps(counted)
    assert '"held-too-long"' in json.dumps(counted)
    await telegram.clock.jump(8 * HOUR)
    await telegram.idle()
    assert lawyer.find("напоминание по обращению") is None


async def test_under_18_it_is_shorter_and_the_clock_outlives_a_restart(house: Hotline, telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    _, lawyer, card = await taken(house, "chuy", since="9:00", flag="Младше 18 лет")
    assert "осталось около 17 ч" in card.text  # to court before 21 hours

    await house.kill()
    await telegram.clock.jump(12 * HOUR)
    await house.start()

    warned = await lawyer.shows("напоминание по обращению")
    assert "Доставить в суд: примерно до 24 ноября, 06:00" in warned.text or "осталось около 5 ч" in warned.text
    await telegram.clock.jump(10 * HOUR)
    await lawyer.shows("Отпустить, если нет решения суда: срок")


async def test_a_case_nobody_holds_warns_nobody_ahead_and_coordinators_at_the_limit(
    house: Hotline, telegram: Telegram
) -> None:
    await at_hour(telegram, 12)
    await lawyer_of(house, "naryn")
    coordinator = house.coordinators[0]
    person = await told(house, "naryn", since="11:30")
    code = (await person.shows("Обращение")).text.split("\n")[0].removeprefix("Обращение ")

    await telegram.clock.jump(HOUR + 50 * MINUTE)
    await telegram.idle()
    assert coordinator.find(f"{code}: напоминание") is None
    await telegram.clock.jump(50 * MINUTE)
    told_now = await coordinator.shows(f"{code}: напоминание")
    assert "сейчас ни у кого" in told_now.text
    await coordinator.tap("📂", told_now)
    await coordinator.shows("взять себе и прочитать")


async def test_a_recorded_release_stops_the_clocks(house: Hotline, telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    _, lawyer, card = await taken(house, "talas", since="11:00")
    assert "Отпустить, если это правонарушение" in card.text

    dose = await recorded(lawyer, "⏰ Последний приём", "2 ч назад")
    assert "врач ещё не подтвердил" in dose.text  # what is no law is no lawyer's to confirm
    await lawyer.tap("↩️", dose)
    shown = await recorded(lawyer, "⏰ Отпустили", "Сейчас")
    assert "срок больше не идёт" in shown.text
    await lawyer.tap("↩️", shown)
    await lawyer.until(lambda phone: (found := phone.find(CARD)) and "Сроки на" not in found.text, "no limits")
    await telegram.clock.jump(49 * HOUR)
    await telegram.idle()

    assert lawyer.find("напоминание по обращению") is None


async def test_an_answer_that_changes_sets_the_clock_anew(house: Hotline, telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    lawyer = await lawyer_of(house, "batken")
    person = await told(house, "batken")
    card = await take(lawyer)
    assert "осталось около 2 ч" in card.text
    await person.tap("↩️", await person.shows("Что поможет найти"))
    await person.send("8:00")

    await lawyer.until(lambda phone: (found := phone.find(CARD)) and "срок мог выйти" in found.text, "over")
    warned = await lawyer.shows("напоминание по обращению")
    assert "Отпустить, если это правонарушение: срок мог выйти" in warned.text


async def test_erased_is_erased_and_the_clock_with_it(house: Hotline, telegram: Telegram) -> None:
    await at_hour(telegram, 12)
    person, lawyer, card = await taken(house, "issyk-kul", since="11:00")
    code = code_in(card)

    await person.tap("🗑", await person.shows(has("🗑")))
    await person.tap("✅", await person.shows("Удалить написанное?"))
    await emptied(person)
    erased = await lawyer.shows("Написанное удалено")
    assert "Сроки на" not in erased.text
    await telegram.clock.jump(49 * HOUR)
    await telegram.idle()

    assert lawyer.find(f"{code}: напоминание") is None
