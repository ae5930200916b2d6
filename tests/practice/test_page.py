"""What the page does beside the stories, in a real browser with the real bot behind it."""

import asyncio
import re

import pytest
from playwright.async_api import expect

from practice.page.server import Page
from practice.page.stage import Stage
from tests.practice.conftest import Visiting
from tests.practice.visitor import NAMES, Visitor, until

pytestmark = pytest.mark.slow
GONE = re.compile("leaving")


async def choose(visitor: Visitor, key: str, button: str, item: str) -> None:
    """Open a menu on a phone and choose from it."""
    await visitor.phone(key).get_by_role("button", name=button, exact=True).click()
    await visitor.page.get_by_role("menuitem", name=item).click()


async def test_everything_that_can_be_attached_arrives(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    phone = visitor.phone("person")
    await visitor.start("person")
    await visitor.tap("person", "🆘", 2)

    for item, shown in [
        ("Place: Osh", ".own .map"),
        ("Photo (a sample)", ".own img.photo"),
        ("Voice message (a sample)", ".own .wave"),
        ("Album of two photos (a sample)", ".own img.photo >> nth=2"),
        ("Document (a sample)", ".own .media:has-text('protocol.pdf')"),
        ("Contact", ".own .media:has-text('+996')"),
    ]:
        await choose(visitor, "person", "Attach", item)
        await expect(phone.locator(shown).first).to_be_attached()
    photo = phone.locator(".own img.photo").first
    assert await photo.evaluate("image => image.decode().then(() => image.naturalWidth)") == 320

    tally = page.stage.front.desk
    await until(lambda: not page.stage.front.desk.room.account.updates.pending, "the bot to take everything")
    await tally.look()
    assert tally.room.weather.tally(tally.kept)["parked"] == 0


async def test_a_message_is_answered_corrected_and_deleted(visit: Visiting) -> None:
    visitor = await visit("en")
    phone = visitor.phone("relative")
    await visitor.start("relative")
    await visitor.write("relative", "first words")
    own = phone.locator(".own", has_text="first words")
    await own.locator(".bubble").hover()

    await own.get_by_role("button", name="What to do with this message").click()
    await visitor.page.get_by_role("menuitem", name="Correct").click()
    await visitor.write("relative", "better words")
    await expect(phone.locator(".own", has_text="better words").get_by_text("edited")).to_be_visible()

    await phone.locator(".theirs .handle").last.focus()
    await phone.locator(".theirs .handle").last.press("Enter")
    await visitor.page.get_by_role("menuitem", name="Reply").press("Enter")
    await visitor.write("relative", "an answer")
    await expect(phone.locator(".own", has_text="an answer").locator(".quoted")).to_be_attached()

    await phone.locator(".own", has_text="better words").locator(".handle").press("Enter")
    await visitor.page.get_by_role("menuitem", name="Delete for both").click()
    await expect(phone.locator(".own", has_text="better words")).to_have_count(0)


async def test_a_lost_network_fails_taps_and_keeps_words_for_later(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    phone = visitor.phone("person")
    await visitor.start("person")
    await expect(phone.locator(".inline")).to_be_attached()
    sent = len(page.stage.front.desk.room.account.updates.history)

    await phone.get_by_role("button", name="Lose the network").click()
    await phone.locator(".inline .key").first.click()
    await expect(phone.locator(".toast")).to_have_text("No network. Try again.")
    await phone.locator(".keys .key").first.click()
    await expect(phone.locator(".waiting")).to_have_count(1)
    assert len(page.stage.front.desk.room.account.updates.history) == sent

    await phone.get_by_role("button", name="Find the network again").click()
    await expect(phone.locator(".waiting")).to_have_count(0)
    await until(lambda: "escalate" in {due.kind for due in page.stage.front.desk.dues}, "the SOS to be under way")


async def test_a_locked_phone_shows_the_call_and_whether_it_rang(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    lawyer = visitor.phone("lawyer-bishkek")
    await lawyer.get_by_role("button", name="Lock the screen").click()
    await expect(lawyer.get_by_text("No notifications")).to_be_visible()

    await visitor.start("person")
    await visitor.tap("person", "🆘")

    await expect(lawyer.locator(".note")).to_have_count(1)
    await expect(lawyer.locator(".note-bell")).to_have_attribute("title", "It rang")
    await lawyer.get_by_role("button", name="An officer takes the phone").click()
    await expect(lawyer.locator(".taken-note")).to_contain_text("only the notifications can be read")
    assert not await visitor.barriers()
    await lawyer.locator(".unlock").click()
    shown = await lawyer.locator(".message").count()
    await expect(lawyer.locator(".taken-note")).to_contain_text(f"can be read: {shown}")
    assert page.stage.front.desk.room.cast.by_key("lawyer-bishkek").taken
    await visitor.tap("lawyer-bishkek", "ℹ️")
    await expect(lawyer.locator(".taken-note")).to_contain_text(f"can be read: {shown + 1}")
    await visitor.picture("officer")


async def test_a_blocked_bot_is_told_and_unblocked(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    await visitor.start("person")
    await choose(visitor, "person", "More about this phone", "Block the bot")
    await expect(visitor.phone("person").get_by_role("button", name="Unblock the bot")).to_be_visible()
    assert page.stage.front.desk.room.cast.by_key("person").phone.chat.standing.blocked

    await visitor.phone("person").get_by_role("button", name="Unblock the bot").click()
    await expect(visitor.phone("person").locator("textarea")).to_be_visible()


async def test_a_phone_in_another_language_shows_that_menu(visit: Visiting) -> None:
    visitor = await visit("en")
    phone = visitor.phone("person")
    await expect(phone.locator(".first p").first).to_contain_text("милици")

    await choose(visitor, "person", "More about this phone", "Phone in: Кыргызча")
    await expect(phone.locator(".first p").first).to_contain_text("жардам")
    await visitor.start("person")
    await phone.get_by_role("button", name="Commands").click()
    await expect(visitor.page.get_by_role("menuitem").filter(has_text="/sos")).to_be_visible()


async def test_a_card_brings_its_region_and_a_long_screen_is_read_from_its_beginning(
    page: Page, visit: Visiting
) -> None:
    visitor = await visit("en")
    await visitor.phone("person").locator(".card", has_text="Osh").click()
    await visitor.tap("person", "🆘", 2)
    await expect(visitor.phone("lawyer-osh").locator(".inline .key", has_text="✅")).to_be_attached()
    await expect(visitor.phone("lawyer-bishkek").locator(".inline .key", has_text="✅")).to_have_count(0)

    await visitor.tap_place("person", 1)
    await visitor.tap("person", "Osh")
    screen = visitor.phone("person").locator(".message", has=visitor.page.locator(".inline")).last
    await expect(screen.locator(".key", has_text="Medicine or")).to_be_attached()
    await expect(screen.locator(".text")).to_be_in_viewport()
    chosen = screen.locator(".key", has_text="Medicine or")
    await chosen.scroll_into_view_if_needed()
    before = await chosen.bounding_box()
    await chosen.click()
    await expect(chosen).to_contain_text("☑️")
    assert await chosen.bounding_box() == before
    assert page.stage.front.desk.room.cast.by_key("person").phone.user["language_code"] == "ru"


async def test_time_jumps_to_what_is_due_and_pauses(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    telegram = page.stage.front.desk.room.telegram
    await visitor.page.get_by_role("button", name="Stop time").click()
    await until(lambda: telegram.clock.rate == 0, "time to stop")
    await visitor.start("person")
    await visitor.tap("person", "🆘")
    await expect(visitor.page.locator(".chip[data-kind='escalate']").first).to_contain_text("in 3 min")
    rings = page.stage.front.desk.room.cast.by_key("lawyer-bishkek").phone.rings

    before = telegram.clock.now()
    await visitor.page.get_by_role("button", name="To the next event").click()

    await until(lambda: page.stage.front.desk.room.cast.by_key("lawyer-bishkek").phone.rings > rings, "another ring")
    assert 170_000 < telegram.clock.now() - before < 190_000
    await visitor.page.get_by_role("button", name="×60: A minute passes each second").click()
    await until(lambda: telegram.clock.rate == 60, "time to run")


async def test_nothing_is_lost_in_bad_weather(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    desk = page.stage.front.desk
    await visitor.panel(1)
    tally = visitor.page.locator(".tally")
    await visitor.start("person")
    await visitor.tap("person", "🆘")
    await turn(visitor, "Everything arrives twice")
    await visitor.write("person", "twice")

    await visitor.page.get_by_role("button", name="Pull its plug").click()
    await expect(visitor.page.locator(".health.bad")).to_contain_text("not running")
    await visitor.write("person", "to a dead bot")
    await expect(tally.locator("[data-count='waiting'] dd")).not_to_have_text("0")
    await visitor.page.get_by_role("button", name="Start the bot").click()
    await expect(visitor.page.locator(".health.good")).to_be_attached(timeout=30_000)

    for kind in ("Telegram is down", "Telegram says: too many", "Telegram is slow"):
        await turn(visitor, kind)
        await visitor.write("person", kind)
        await turn(visitor, kind)

    sent = len(desk.room.account.updates.history)
    await expect(tally.locator("[data-count='handled'] dd")).to_have_text(str(sent), timeout=40_000)
    await expect(tally.locator("[data-count='to_send'] dd")).to_have_text("0", timeout=40_000)
    await expect(tally.locator("[data-count='lost'] dd")).to_have_text("0")


async def turn(visitor: Visitor, kind: str) -> None:
    """Turn a switch and see it turned."""
    switch = visitor.page.get_by_role("switch").filter(has_text=kind)
    before = await switch.get_attribute("aria-checked")
    await switch.click()
    await expect(switch).not_to_have_attribute("aria-checked", before or "")


async def test_people_come_with_a_link_and_go(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    await visitor.page.locator(".tab.add").click()
    dialog = visitor.page.get_by_role("dialog")
    await dialog.locator("input[name=name]").fill("Назгүл")
    await dialog.locator("select[name=role]").select_option("lawyer")
    await dialog.locator("select[name=region]").select_option("naryn")
    await dialog.get_by_role("button", name="Add", exact=True).click()
    phone = visitor.phone("Назгүл")
    await phone.get_by_role("button", name="Open the invitation").click(timeout=30_000)
    await visitor.tap("coordinator", "✅")
    await expect(phone.locator(".inline .key", has_text="👥")).to_be_attached()

    await choose(visitor, "Назгүл", "More about this phone", "Take this phone away")
    await expect(phone).to_have_count(0)
    assert all(held.part.name != "Назгүл" for held in page.stage.front.desk.room.cast)


async def test_inside_are_rows_as_a_seized_disk_shows_them_and_what_the_key_opens(visit: Visiting) -> None:
    visitor = await visit("ru")
    await visitor.start("person")
    await visitor.tap("person", "🆘")
    await visitor.panel(2)
    card = visitor.page.locator(".row-card")
    await expect(card).to_have_count(1)
    await expect(card.locator(".said")).to_contain_text("sos")
    told = await card.locator(".half:not(.said)").inner_text()
    assert "sos" not in told
    await visitor.picture("inside-with-the-key")

    await visitor.page.locator(".tables .chip", has_text="staff").click()
    for key in ("lawyer-bishkek", "lawyer-osh", "coordinator"):
        await expect(visitor.page.locator(".said", has_text=NAMES[key])).to_have_count(1)
        assert NAMES[key] not in "".join(await visitor.page.locator(".half:not(.said)").all_inner_texts())
    await visitor.page.locator(".tables .chip", has_text="journal").click()
    await expect(visitor.page.locator(".said .shut").first).to_have_text("Содержимое уничтожено")


async def test_after_an_erasure_the_rows_are_seen_to_be_gone(visit: Visiting) -> None:
    visitor = await visit("ru")
    await visitor.start("person")
    await visitor.tap("person", "🆘")
    await visitor.panel(2)
    case = visitor.page.locator(".row-card dd").first
    await expect(visitor.page.locator(".row-card .said")).to_contain_text("sos")
    erased = await case.inner_text()

    await visitor.write("person", "/erase")
    await visitor.tap("person", "✅")

    await expect(visitor.page.locator(".gone")).to_contain_text("пока вы смотрели: 1")
    await expect(case).not_to_have_text(erased)  # what is left says that somebody called and withdrew, for the lawyers
    await expect(visitor.page.locator(".tables .chip", has_text="people")).to_have_text("people 0")
    await visitor.picture("inside-erased")


async def test_inside_are_calls_and_string_ids(visit: Visiting) -> None:
    visitor = await visit("ru")
    await visitor.start("person")
    await visitor.tap("person", "🆘")
    await visitor.panel(2)
    await visitor.page.get_by_role("tab", name="Запросы").click()
    await visitor.tap_place("person", 1)
    await expect(visitor.page.locator(".call", has_text="editMessageText").first).to_be_visible()

    await visitor.page.keyboard.down("Alt")
    page_button = visitor.phone("lawyer-bishkek").locator(".key", has_text="ℹ️")
    await expect(page_button.locator(".ids")).to_contain_text("button-details")
    await visitor.picture("string-ids")
    await visitor.page.keyboard.up("Alt")
    await expect(visitor.page.locator(".ids")).to_have_count(0)


async def test_a_reloaded_or_closed_page_goes_on_in_the_middle_of_a_story(page: Page, visit: Visiting) -> None:
    visitor = await visit("ky")
    await visitor.begin("Телефон кызматкердин колунда")
    await visitor.start("person")
    await visitor.tap("person", "🆘", 1)
    told = visitor.page.locator(".coach-main > p").first
    await expect(told).to_have_text(re.compile("Кимди кармап"))
    desk = page.stage.front.desk

    await visitor.page.reload()
    await expect(told).to_have_text(re.compile("Кимди кармап"))
    await visitor.page.close()
    visitor = await visit("ky")
    told = visitor.page.locator(".coach-main > p").first

    await expect(told).to_have_text(re.compile("Кимди кармап"))
    await expect(visitor.phone("person").locator(".inline .key").first).to_be_visible()
    assert page.stage.front.desk is desk


async def test_an_old_tab_finds_the_new_room(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    await visitor.start("person")
    await page.stage.close()
    await page._runner.cleanup()  # type: ignore[union-attr]
    await expect(visitor.page.locator(".health.bad")).to_contain_text("does not answer")

    async with Page(page.port, Stage()):
        await expect(visitor.page.locator("#notices")).to_contain_text("started anew", timeout=30_000)
        await visitor.ready()
        await expect(visitor.phone("person").get_by_role("button", name="START")).to_be_visible()
    await page.stage.renew("", "")  # so that the fixture finds a room to close


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (1400, True), (390, False), (390, True)])
async def test_nothing_keeps_people_out(visit: Visiting, width: int, *, dark: bool) -> None:
    visitor = await visit("ru", width=width, height=860 if width > 760 else 780, dark=dark)
    await visitor.start("person")
    await visitor.tap("person", "🆘")
    await visitor.tap_place("person", 1)
    assert not await visitor.barriers()
    for place, drawn in enumerate((".story", ".tally", ".said dl")):
        await visitor.panel(place)
        await visitor.page.locator(drawn).first.wait_for(state="attached")
        await visitor.picture(f"panel-{place}-{width}-{'dark' if dark else 'light'}")
        assert not await visitor.barriers()


async def test_one_can_play_with_the_keyboard_alone(page: Page, visit: Visiting) -> None:
    visitor = await visit("en")
    await visitor.panel(0)  # it is open already: nothing changes
    await _tab_to(visitor, "START")
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.phone("person").locator(".inline")).to_be_attached()
    await _tab_to(visitor, "🆘 Held or searched right now")
    await visitor.page.keyboard.press("Enter")
    await until(lambda: "escalate" in {due.kind for due in page.stage.front.desk.dues}, "the SOS to be under way")


async def _tab_to(visitor: Visitor, label: str) -> None:
    for _ in range(60):
        await visitor.page.keyboard.press("Tab")
        if (await visitor.page.evaluate("document.activeElement.textContent")).startswith(label):
            return
    raise AssertionError(f"Tab does not lead to {label}")


async def test_thirty_phones_are_all_answered(page: Page, visit: Visiting) -> None:
    visitor = await visit("en", width=1400)
    desk = page.stage.front.desk
    for number in range(25):
        await desk.control({"do": "add", "role": "person", "language": "ru", "name": f"P{number}"})
    await expect(visitor.page.locator("article.phone")).to_have_count(30)
    strangers = [held.phone for held in desk.room.cast if held.part.name.startswith("P")]
    await asyncio.gather(*(phone.start() for phone in strangers))
    for phone in strangers:
        await phone.shows(lambda message: message.button("🆘") is not None, timeout=30)
    await visitor.start("relative")
    await visitor.phone("relative").locator(".inline .key", has_text="🌐 English").wait_for()

    await visitor.tap("relative", "🌐 English")

    await visitor.says("relative", "Legal help")
