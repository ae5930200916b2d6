"""What people write instead of tapping 🆘, through the real process: it pages, is asked about, or gets the menu."""

from collections.abc import Iterator

import pytest
import pytest_asyncio

from bot.triage import Triage
from practice.telegram import Phone, Telegram
from practice.telegram.view import Message
from tests.hotline import Hotline
from tests.story.people import MINUTE, emptied, first_screen, newer, skip
from tests.story.staffed import CARD, PAGE

FALLBACK = 2 * MINUTE
QUESTION = "держат или обыскивают прямо сейчас?"
UNSURE = (
    *("Милиция приехала во двор", "Участковый звонил", "Октябрьский отдел", "Опер вызывает поговорить"),
    *("Во дворе милиция, не понимаю, что происходит", "Милиция стоит у подъезда", "Брат с участковым, не отвечает"),
)
SITUATIONS = {"ru": "Брата забрали менты, держат в отделе", "ky": "Инимди милиция кармап кетти, бөлүмдө отурат"}

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(name="unsure", scope="module")
def _unsure() -> str:
    """Words that the triage as it is now asks about, and whose silence pages."""
    triage = Triage()
    judged = {words: triage.judge(words) for words in UNSURE}
    return next(words for words, each in judged.items() if each.decision == "ask" and each.speaks_of_police)


@pytest.fixture(name="person")
def _person(telegram: Telegram) -> Phone:
    return telegram.phone("Айбек")


class Lawyer:
    """The one lawyer of the house, who closes what was taken, so that the next story begins with nothing open."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.rings = phone.rings

    async def page(self, region: str = "регион пока неизвестен") -> Message:
        """Wait for the page; it shows a lock screen what every page shows."""
        page = await self.phone.shows(PAGE)
        assert page.text.startswith(f"1 новое · {region} · P1 · ")
        return page

    async def details(self) -> str:
        """Return the pop-up of the page."""
        popup = await self.phone.tap("ℹ️", await self.page())
        assert popup is not None
        return popup.text

    async def take(self) -> Message:
        """Take the case that waits; returns its card."""
        return await self._taken(await self.page())

    async def close(self) -> None:
        """Take what still waits, and close whatever is open."""
        while (page := self.phone.find(PAGE)) is not None:
            await self._taken(page)
        while (card := self.phone.find(CARD)) is not None:
            await self.phone.tap("🔒", card)
            await self.phone.tap("Проверить не удалось", await self.phone.shows("Чем всё кончилось"))
            await self.phone.tap("✅ Завершить", await self.phone.shows("Всё верно?"))
            await self.phone.gone(card)

    async def _taken(self, page: Message) -> Message:
        before = set(self.phone.messages)
        await self.phone.tap("✅", page)
        return await self.phone.shows(lambda message: message not in before and message.button("🔒") is not None)


@pytest_asyncio.fixture(name="lawyer", loop_scope="module")
async def _lawyer(house: Hotline) -> Lawyer:
    if not house.lawyers:
        await house.telegram.clock.set_rate(20)  # so that one message a second in a chat does not take a second
        await house.join_staff("coordinator", name="Координатор")
        await house.join_staff("lawyer", regions=["bishkek"], name="Нурлан")
    lawyer = Lawyer(house.lawyers[0])
    await lawyer.close()
    await house.telegram.idle()
    lawyer.rings = lawyer.phone.rings
    return lawyer


async def nobody_is_woken(telegram: Telegram, lawyer: Lawyer) -> None:
    """Let the time of the fallback go by; a 🆘 of somebody else's shows that pages come through."""
    await telegram.clock.jump(2 * FALLBACK)
    await telegram.phone("Свидетель").send("sos")
    await lawyer.page()
    assert len([message for message in lawyer.phone.bot_messages if message.button("ℹ️")]) == 1


@pytest.mark.parametrize(("language", "asks"), [("ru", "Кого держат"), ("ky", "Кимди кармап")])
async def test_urgent_words_page_at_once_and_the_lawyer_reads_them(
    telegram: Telegram, lawyer: Lawyer, language: str, asks: str
) -> None:
    person, words = telegram.phone("Айбек", language), SITUATIONS[language]

    sent = await person.send(words)
    screen = await person.shows(asks)

    assert screen.silent
    assert sent in person.messages
    assert "из текста" in await lawyer.details()
    card = await lawyer.take()
    assert "Вызов из текста" in card.text
    assert "Не подтверждено" not in card.text
    await lawyer.phone.tap("💬", card)
    await lawyer.phone.shows(words)


async def test_unsure_words_are_asked_about_without_a_sound_and_yes_pages(
    lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    asked = await person.shows(QUESTION)

    assert asked.silent
    assert "на всякий случай" in asked.text
    assert asked.text.startswith("Сообщение записано")
    assert lawyer.phone.rings == lawyer.rings
    await person.tap("✅ Да", asked)
    await person.tap("Другого", await person.shows("Кого держат"))
    await person.shows("Где этот человек")
    details = await lawyer.details()
    assert "из текста" in details
    assert "не подтверждено" not in details
    await lawyer.phone.tap("💬", await lawyer.take())
    await lawyer.phone.shows(unsure)


async def test_no_leads_to_the_menu_wakes_nobody_and_keeps_the_words(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.tap("❌ Нет", await person.shows(QUESTION))

    menu = await person.shows("Выберите, к чему оно относится")
    assert menu.button("🆘") is not None
    await nobody_is_woken(telegram, lawyer)
    await person.tap("📝", menu)
    await skip(person, *("Что было?", "Когда это было", "Где это было", "Кто это сделал", "Требовали ли"))
    await skip(person, *("Остались ли", "своими словами", "Можно написать", "учесть ваши"))
    await person.tap("🏁", await person.shows("Проверьте ответы"))
    await lawyer.phone.tap("✅", await lawyer.phone.shows("P3"))
    await lawyer.phone.shows(unsure)


async def test_after_no_the_same_story_is_not_asked_about_again_but_urgent_words_page(
    lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.tap("❌ Нет", await person.shows(QUESTION))
    await person.shows("Выберите, к чему оно относится")

    sent = await person.send(unsure)
    await person.until(newer("Выберите, к чему оно относится", sent), "the menu again")
    assert person.find(QUESTION) is None
    await person.send(SITUATIONS["ru"])

    await lawyer.page()


async def test_silence_pages_unconfirmed_and_a_late_yes_confirms(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.shows(QUESTION)
    rings = person.rings
    await telegram.clock.jump(FALLBACK - 5_000)
    await telegram.idle()
    assert lawyer.phone.rings == lawyer.rings

    await telegram.clock.jump(6_000)

    assert not (await lawyer.page()).silent
    assert "не подтверждено" in await lawyer.details()
    late = await person.shows("Ответа на вопрос не было")
    assert "Пока никто не ответил" in late.text
    card = await lawyer.take()
    assert "Не подтверждено" in card.text
    await lawyer.phone.tap("💬", card)
    await lawyer.phone.shows(unsure)
    await person.tap("✅ Да", await person.shows("Юрист ответил"))
    await person.shows("Кого держат")
    await lawyer.phone.until(lambda phone: phone.find("Не подтверждено") is None, "a card without the doubt")
    assert person.rings == rings


async def test_a_late_no_is_shown_to_the_lawyer_and_the_case_goes_on(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.shows(QUESTION)
    await telegram.clock.jump(FALLBACK + 1_000)
    await lawyer.page()

    await person.tap("❌ Нет", await person.shows("Ответа на вопрос не было"))

    menu = await person.shows("Записали: никого не держат")
    assert menu.button("🆘") is not None
    assert "никого не держат" in await lawyer.details()
    rings = lawyer.phone.rings
    await telegram.clock.jump(3 * MINUTE + 1_000)
    await lawyer.phone.until(lambda phone: phone.rings > rings, "the page to ring again")
    assert "Потом ответили" in (await lawyer.take()).text


async def test_a_second_message_asks_nothing_twice_and_puts_nothing_off(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.shows(QUESTION)
    await telegram.clock.jump(FALLBACK - 10_000)

    sent = await person.send(unsure)
    await person.until(newer(QUESTION, sent), "the question, below")
    sent = await person.send("Здравствуйте")
    await person.until(newer(QUESTION, sent), "the question, below")
    assert len([message for message in person.bot_messages if QUESTION in message.text]) == 1
    await telegram.clock.jump(11_000)

    await lawyer.page()
    await person.shows("Ответа на вопрос не было")
    rings = lawyer.phone.rings
    await telegram.clock.jump(FALLBACK)  # as long again: nothing else was set
    await telegram.idle()
    assert lawyer.phone.rings == rings


async def test_a_second_message_may_be_urgent(telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str) -> None:
    await person.send(unsure)
    await person.shows(QUESTION)

    await person.send(SITUATIONS["ru"])

    await person.shows("Кого держат")
    card = await lawyer.take()
    await lawyer.phone.tap("💬", card)
    said = await lawyer.phone.shows(SITUATIONS["ru"])
    assert unsure in said.text
    await telegram.clock.jump(FALLBACK + 1_000)
    await telegram.idle()
    assert lawyer.phone.find(PAGE) is None


async def test_a_call_that_names_no_police_is_asked_and_silence_wakes_nobody(
    telegram: Telegram, lawyer: Lawyer, person: Phone
) -> None:
    await person.send("нужен адвокат")
    asked = await person.shows(QUESTION)

    assert "на всякий случай" not in asked.text
    await nobody_is_woken(telegram, lawyer)
    await person.tap("✅ Да", await person.shows(QUESTION))
    await lawyer.page()


async def test_ordinary_words_get_the_menu(telegram: Telegram, lawyer: Lawyer, person: Phone) -> None:
    await person.send("Здравствуйте")

    menu = await person.shows("Выберите, к чему оно относится")
    assert menu.labels[0].startswith("🆘")
    await nobody_is_woken(telegram, lawyer)


@pytest.mark.parametrize("kind", ["voice", "photo", ".", "video_note"])
async def test_a_message_without_words_is_asked_about_and_silence_pages(
    telegram: Telegram, lawyer: Lawyer, person: Phone, kind: str
) -> None:
    await (person.send(kind) if kind == "." else person.send_file(kind))
    await person.shows(QUESTION)

    await telegram.clock.jump(FALLBACK + 1_000)

    details = await lawyer.details()
    assert "из сообщения без слов" in details
    assert "не подтверждено" in details


async def test_a_stranger_is_asked_first_in_what_they_seem_to_speak(telegram: Telegram, lawyer: Lawyer) -> None:
    person = telegram.phone("Бермет", "ky")
    await person.send(".")

    asked = await person.shows("кармап же тинтип жатышабы?")

    assert asked.text.startswith("Билдирүүңүз")
    assert asked.labels[:2] == ["✅ Ооба", "❌ Жок"]
    await person.tap("❌ Жок", asked)
    await person.shows("Ал эмне жөнүндө экенин тандаңыз")
    await nobody_is_woken(telegram, lawyer)


async def test_who_was_never_asked_for_a_language_reads_their_case_in_what_they_seem_to_speak(
    telegram: Telegram, lawyer: Lawyer
) -> None:
    person = telegram.phone("Бермет", "ky")
    await person.send(".")
    await person.shows("кармап же тинтип жатышабы?")
    await telegram.clock.jump(FALLBACK + 1_000)
    await lawyer.page()

    await person.send("/cases")
    await person.tap("📂 ", await person.shows(lambda message: message.button("📂 ") is not None))

    case = await person.shows("Кимди кармап же тинтип жатышат?")
    assert "Юристтерди чакырып жатабыз" in case.text
    assert "Вызываем" not in case.text


async def test_a_place_from_a_fresh_chat_pages_at_once(lawyer: Lawyer, person: Phone) -> None:
    await person.send_location()

    await person.shows("Кого держат")
    assert "из присланного места" in await lawyer.details()


@pytest.mark.parametrize(
    ("language", "words", "aid"),
    [
        ("ru", "передоз у друга, не дышит", "Позвоните 103"),
        ("ky", "досум передоз болду, дем албай жатат", "103 номерине чалыңыз"),
    ],
)
async def test_an_overdose_gets_first_aid_at_once_and_wakes_no_lawyer(
    telegram: Telegram, lawyer: Lawyer, language: str, words: str, aid: str
) -> None:
    person = telegram.phone("Айбек", language)
    await person.send(words)

    answer = await person.shows(aid)
    assert "103" not in answer.text[:60]
    assert "налоксон" in answer.text
    asked = await person.shows(lambda message: message.button("🆘") is not None)
    assert asked.id != answer.id
    first = {"ru": ("Прочитайте", "Сообщение"), "ky": ("Муну окуп", "Билдирүүңүз")}[language]
    assert (answer.text.startswith(first[0]), asked.text.startswith(first[1])) == (True, True)
    await nobody_is_woken(telegram, lawyer)


async def test_an_overdose_among_urgent_words_gets_both(lawyer: Lawyer, person: Phone) -> None:
    await person.send("Менты забрали брата, у него передоз")

    await person.shows("Позвоните 103")
    await person.shows("Кого держат")
    await lawyer.page()


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("cry", ["🆘", "/sos"])
async def test_an_overdose_beside_a_plain_cry_gets_both(
    telegram: Telegram, lawyer: Lawyer, person: Phone, cry: str, *, edited: bool
) -> None:
    words = f"{cry} у него передоз, не дышит"
    if edited:
        sent = await person.send("Здравствуйте")
        await telegram.idle()
        await person.edit(sent, words)
    else:
        await person.send(words)

    await person.shows("Позвоните 103")
    await person.shows("Кого держат")
    await lawyer.page()


async def test_words_in_a_report_that_turn_urgent_open_a_case_beside_it(lawyer: Lawyer, person: Phone) -> None:
    await person.send("/report")
    await skip(person, *("Что было?", "Когда это было"))
    await person.tap("Бишкек", await person.shows("Где это было"))
    await person.shows("Какой это район")

    await person.send(SITUATIONS["ru"])

    await person.shows("Кого держат")
    page = await lawyer.page("Бишкек")
    await lawyer.phone.tap("✅", page)
    await lawyer.phone.tap("💬", await lawyer.phone.shows(CARD))
    await lawyer.phone.shows(SITUATIONS["ru"])
    await person.send("/report")
    await person.shows("Какой это район")


async def test_a_report_is_asked_about_and_no_leads_back_to_it(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send("/report")
    await person.shows("Что было?")
    await person.send(unsure)
    await person.tap("❌ Нет", await person.shows(QUESTION))

    await person.shows("Что было?")
    await nobody_is_woken(telegram, lawyer)


async def test_silence_in_a_report_pages_with_its_words(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send("/report")
    await person.shows("Что было?")
    await person.send(unsure)
    await person.shows(QUESTION)

    await telegram.clock.jump(FALLBACK + 1_000)

    await person.shows("Ответа на вопрос не было")
    await lawyer.phone.tap("💬", await lawyer.take())
    await lawyer.phone.shows(unsure)


async def test_a_restart_between_the_question_and_its_silence_loses_nothing(
    house: Hotline, telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.shows(QUESTION)

    await house.kill()
    await telegram.clock.jump(FALLBACK + 1_000)
    await house.start()

    assert "не подтверждено" in await lawyer.details()
    await person.shows("Ответа на вопрос не было")
    house.assert_hidden(unsure, person.id)


async def test_a_hidden_chat_shows_nothing_and_silence_pages(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.tap("🙈", await person.shows(QUESTION))
    await emptied(person)

    await telegram.clock.jump(FALLBACK + 1_000)

    details = await lawyer.details()
    assert "не подтверждено" in details
    assert "экран скрыт" in details
    await telegram.idle()
    assert person.is_empty


async def test_a_hidden_chat_is_not_asked(telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str) -> None:
    await first_screen(person)
    await person.send("/hide")
    await emptied(person)

    await person.send(unsure)
    await person.shows("Выберите, к чему оно относится")
    assert person.find(QUESTION) is None
    await telegram.clock.jump(FALLBACK + 1_000)

    await lawyer.page()
    await telegram.idle()
    assert person.find("вызвали юристов") is None


async def test_what_is_erased_while_the_question_stands_leaves_a_mark(
    house: Hotline, telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send(unsure)
    await person.shows(QUESTION)
    await person.send("/erase")
    await person.tap("✅", await person.shows("Удалить написанное?"))
    await emptied(person)

    await telegram.clock.jump(FALLBACK + 1_000)

    card = await lawyer.take()
    assert "Написанное удалено" in card.text
    assert person.is_empty
    house.assert_hidden(unsure)


async def test_a_correction_may_be_the_urgent_one(lawyer: Lawyer, person: Phone) -> None:
    sent = await person.send("Здравствуйте")
    await person.shows("Выберите, к чему оно относится")

    await person.edit(sent, SITUATIONS["ru"])

    await person.shows("Кого держат")
    await lawyer.phone.tap("💬", await lawyer.take())
    await lawyer.phone.shows(SITUATIONS["ru"])


async def test_a_correction_in_a_report_may_be_the_urgent_one(lawyer: Lawyer, person: Phone, unsure: str) -> None:
    await person.send("/report")
    await person.shows("Что было?")
    sent = await person.send(unsure)
    await person.shows(QUESTION)

    await person.edit(sent, SITUATIONS["ru"])

    await person.shows("Кого держат")
    await lawyer.phone.tap("💬", await lawyer.take())
    words = await lawyer.phone.shows(SITUATIONS["ru"])
    assert words.text.count(SITUATIONS["ru"]) == 1
    assert unsure not in words.text
    await person.edit(sent, unsure)
    await lawyer.phone.shows(unsure)


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("cry", ["🆘", "SOS", "помогите"])
async def test_a_message_corrected_to_a_plain_cry_is_one(
    telegram: Telegram, lawyer: Lawyer, person: Phone, cry: str, *, begun: bool
) -> None:
    if begun:
        await person.send("/report")
        await person.shows("Что было?")
    sent = await person.send("Здравствуйте")
    await telegram.idle()

    await person.edit(sent, cry)

    await person.shows("Кого держат")
    await lawyer.page()


async def test_an_edit_that_changes_nothing_asks_nothing(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send("/report")
    await person.shows("Что было?")
    sent = await person.send(unsure)
    await person.tap("❌ Нет", await person.shows(QUESTION))
    await person.shows("Что было?")
    await telegram.clock.jump(20 * MINUTE)

    await person.edit(sent, unsure)
    await telegram.idle()

    assert person.find(QUESTION) is None
    await nobody_is_woken(telegram, lawyer)


async def test_an_overdose_told_by_a_correction_gets_first_aid_in_an_urgent_case_too(
    lawyer: Lawyer, person: Phone
) -> None:
    await person.send("помогите")
    await lawyer.page()
    sent = await person.send("Это мой друг")

    await person.edit(sent, "У него передозировка, он не дышит")

    await person.shows("Позвоните 103")


async def test_a_corrected_answer_of_a_report_is_asked_about_only_where_it_speaks_of_police(
    telegram: Telegram, lawyer: Lawyer, person: Phone, unsure: str
) -> None:
    await person.send("/report")
    await skip(person, "Что было?")
    await person.shows("Когда это было")
    sent = await person.send("вчера")
    await person.shows("Где это было")

    await person.edit(sent, "позавчера")
    await telegram.idle()
    assert person.find(QUESTION) is None
    await person.edit(sent, unsure)
    await person.tap("❌ Нет", await person.shows(QUESTION))

    await nobody_is_woken(telegram, lawyer)


@pytest.fixture(autouse=True)
def _no_update_failed(house: Hotline) -> Iterator[None]:
    yield
    assert "update-failed" not in house.output()
    assert "timer-failed" not in house.output()
