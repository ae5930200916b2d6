"""What coordinators see and do, and what they leave in the audit log: through the real process."""

from io import BytesIO

from PIL import Image

from bot.catalog import load_catalog
from bot.clock import Clock
from bot.read_config import load
from practice.telegram import Telegram
from storage.store import open_store
from tests.hotline import Hotline
from tests.story.staffed import CARD, CODE, MINUTE, PAGE, code_in, crew, sos, take


async def audit_of(hotline: Hotline) -> list[str]:
    """What the log holds, as acts; read with the key from the disk."""
    settings = load(hotline.config)
    store = await open_store(settings, load_catalog(), Clock(), int(hotline.bot.token.partition(":")[0]))
    try:
        return [entry["act"] for entry in await store.run(lambda tx: tx.audit.entries(), commit=False) or []]
    finally:
        await store.close()


async def test_open_cases_are_shown_without_text_and_reading_is_audited(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, lawyer = await crew(hotline, "Нурлан")
    held, waiting = telegram.phone("Первый"), telegram.phone("Второй")
    await sos(held)
    card = await take(lawyer)
    await held.send("Тайные слова")
    await lawyer.shows("Тайные слова")
    await sos(waiting)
    await lawyer.shows(PAGE)
    await waiting.send("/hide")
    await waiting.until(lambda phone: phone.is_empty, "an empty chat")

    await coordinator.send("/open")
    listed = await coordinator.shows("Открыто: 2 обращения")
    assert "у кого: Нурлан" in listed.text
    assert "вызываем тех, кто на связи, экран скрыт" in listed.text
    assert "Тайные" not in listed.text
    assert sum(label.startswith("📂") for label in listed.labels) == 2

    await coordinator.tap(f"📂 {code_in(card)}", listed)
    one = await coordinator.shows("это останется в журнале")
    await coordinator.tap("✅", one)
    await coordinator.shows(CARD)
    await coordinator.shows("Тайные слова")
    await lawyer.shows("теперь не у вас")
    assert lawyer.find("Тайные слова") is None
    await hotline.stop()
    acts = await audit_of(hotline)
    assert acts[:5] == ["invited", "joined-first", "invited", "asked-to-join", "confirmed"]
    assert acts[-1] == "claimed"


async def test_a_coordinator_moves_a_case_unread(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, first, second = await crew(hotline, "Первая", "Вторая")
    person = telegram.phone("Айбек")
    await sos(person)
    card = await take(first)

    await coordinator.send("/open")
    await coordinator.tap(f"📂 {code_in(card)}", await coordinator.shows("Открыто: 1 обращение"))
    await coordinator.tap("🔁", await coordinator.shows("это останется в журнале"))
    whom = await coordinator.shows("Кому передать")
    assert not any("Первая" in label for label in whom.labels)
    await coordinator.tap("🔁 Вторая", whom)

    await first.shows("теперь не у вас")
    await take(second)
    assert coordinator.find(CARD) is None


async def test_the_week_its_neighbours_and_its_picture(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, lawyer = await crew(hotline, "Нурлан")
    await sos(telegram.phone("Айбек"))
    await take(lawyer)

    await coordinator.send("/week")
    week = await coordinator.shows("Открыто: 1 обращение")
    assert "Ещё не закончено" in week.text
    assert not any(label.startswith("▶") for label in week.labels)
    await coordinator.tap("◀", week)
    before = await coordinator.shows("Открыто: 0 обращений")
    await coordinator.tap("▶", before)
    again = await coordinator.shows("Открыто: 1 обращение")
    await coordinator.tap("📊 График", again)
    picture = await coordinator.shows(lambda message: message.media == "photo")
    image = Image.open(BytesIO(telegram.files.get(hotline.bot.id, str(picture.file_id)).data))
    assert image.format == "PNG"
    assert image.width == 840


async def test_commands_answer_honestly_and_only_their_role(hotline: Hotline, telegram: Telegram) -> None:
    coordinator, lawyer, other = await crew(hotline, "Нурлан", "Айгуль")
    await coordinator.send("/rota")
    await coordinator.shows("Расписания в этой версии ещё нет")
    await coordinator.send("/drill")
    await coordinator.shows("Учебных вызовов в этой версии ещё нет")

    for command in ("/week", "/open", "/staff", "/rota"):
        await lawyer.send(command)
        await telegram.idle()
        assert not any(
            words in text for text in lawyer.notifications for words in ("Открыто", "Команда:", "Расписания в")
        )
    await lawyer.send("/duty")
    duty = await lawyer.shows("Бишкек: Нурлан, Айгуль")
    assert "Ош: никого" in duty.text
    await lawyer.tap("⏳ 2 часа", duty)
    busy = await lawyer.shows("не в первую очередь")
    await sos(telegram.phone("Айбек"))
    await other.shows(PAGE)
    assert lawyer.find(PAGE) is None
    await lawyer.tap("✅ Я снова", busy)
    await lawyer.shows("Вы на связи")


async def test_a_flood_becomes_one_list_that_can_be_taken_from(hotline: Hotline, telegram: Telegram) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    people = [telegram.phone(f"Ч{number}") for number in range(8)]
    for person in people:
        await sos(person)
    listed = await lawyer.shows("3 новых")
    assert sum(1 for message in lawyer.bot_messages if message.button("ℹ️")) == 5
    assert lawyer.rings == 6  # five pages, and the list once: the rest are edits
    assert CODE.search(listed.text) is None

    popup = await lawyer.tap("✅ 2", listed)
    assert popup is not None
    assert "у вас" in popup.text
    await lawyer.shows(CARD)
    await lawyer.tap("✅ 1", await lawyer.shows("2 новых"))
    left = await lawyer.shows("1 новое. Нажмите")
    assert left.labels == ["✅ 1"]
    await lawyer.tap("✅ 1", left)
    await lawyer.gone(left)
    await telegram.clock.jump(4 * MINUTE)
    await lawyer.until(lambda phone: phone.rings >= 11, "the five that wait ring again")
    await lawyer.until(lambda phone: len([each for each in phone.bot_messages if each.button("🔒")]) == 3, "3 cards")
