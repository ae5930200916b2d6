"""What the stories about limits and deadlines share: a case in a region of its own, and its lawyer."""

from practice.telegram import Phone
from practice.telegram.view import Message
from tests.hotline import Hotline
from tests.story.people import relative
from tests.story.staffed import CARD, has, take

REGIONS = {
    "osh": "Ош", "chuy": "Чуй", "naryn": "Нарын", "talas": "Талас", "batken": "Баткен", "issyk-kul": "Иссык",
    "jalal-abad": "Жалал",
}  # fmt: skip
LONG_HOLD = {"alerts": {"claim_check_after": "90d"}}
"""A test that jumps over days is not about a lawyer who falls silent."""


async def lawyer_of(house: Hotline, region: str) -> Phone:
    """Return a region's lawyer. All join when the first is asked for: later a coordinator has pages with a ✅ too."""
    if not house.coordinators:
        coordinator = await house.join_staff("coordinator", name="Координатор")
        await coordinator.shows("Меню")
        for each in REGIONS:
            lawyer = await house.join_staff("lawyer", regions=[each], name=f"Юрист {each}")
            await lawyer.shows("Меню")
    return house.lawyers[list(REGIONS).index(region)]


async def told(house: Hotline, region: str, *, since: str = "", flag: str = "") -> Phone:
    """Return a relative who has told where, perhaps one flag, and perhaps since when."""
    person = await relative(house.telegram)
    await person.tap(REGIONS[region])
    asked = await person.shows("Что вам известно")
    if flag:
        await person.tap(flag, asked)
        await person.shows(lambda message: f"☑️ {flag}" in message.labels)
        await person.tap("✅ Готово")
    else:
        await person.tap("⏭", asked)
    asked = await person.shows("Когда это случилось")
    if since:
        await person.send(since)
    else:
        await person.tap("⏭", asked)
    await person.shows("Что поможет найти")
    return person


async def taken(house: Hotline, region: str, *, since: str = "", flag: str = "") -> tuple[Phone, Phone, Message]:
    """Return a relative, the lawyer who took their case, and its card."""
    lawyer = await lawyer_of(house, region)
    person = await told(house, region, since=since, flag=flag)
    return person, lawyer, await take(lawyer)


async def recorded(lawyer: Phone, what: str, *taps: str) -> Message:
    """⏰ on the card, a moment, and the taps that say when; returns the overview."""
    await lawyer.tap("⏰ Сроки", await lawyer.shows(CARD))
    await lawyer.tap(what, await lawyer.shows(has(what)))
    for label in taps:
        await lawyer.tap(label, await lawyer.shows(has(label)))
    return await lawyer.shows(lambda message: "отметил юрист" in message.text)
