"""What the stories about staff share: taps by what a button begins with, cases opened, taken and written in."""

import re

from practice.telegram import Phone
from practice.telegram.view import Message, Wanted
from tests.hotline import Hotline

MINUTE, HOUR = 60_000, 3_600_000
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")


def has(*signs: str) -> Wanted:
    """Return what matches a message with buttons that begin so."""
    return lambda message: all(any(label.startswith(sign) for label in message.labels) for sign in signs)


PAGE = has("ℹ️")
CARD = has("🔒")


def code_in(message: Message) -> str:
    """Return the case's code."""
    found = CODE.search(message.text)
    assert found is not None, message
    return found[0]


async def sos(person: Phone) -> None:
    """🆘 in words."""
    await person.send("sos")
    await person.shows(has("🙈"))


async def take(lawyer: Phone) -> Message:
    """✅ on the page; returns the card."""
    before = set(lawyer.messages)
    popup = await lawyer.tap("✅", await lawyer.shows(PAGE))
    assert popup is not None
    assert "у вас" in popup.text
    return await lawyer.shows(lambda message: message not in before and message.button("🔒"))


async def crew(hotline: Hotline, *lawyers: str) -> tuple[Phone, ...]:
    """A running hotline with a coordinator and lawyers in Bishkek; returns all of them."""
    await hotline.start()
    coordinator = await hotline.join_staff("coordinator", name="Координатор")
    joined = [await hotline.join_staff("lawyer", regions=["bishkek"], name=name) for name in lawyers]
    for phone in (coordinator, *joined):
        await phone.shows("Меню")
        phone.read()
    return (coordinator, *joined)


async def close(lawyer: Phone, *choices: str) -> Message:
    """🔒 and what is chosen after it, step by step; returns the line that stays."""
    await lawyer.tap("🔒", await lawyer.shows(CARD))
    step = await lawyer.shows("Чем всё кончилось")
    for choice in choices:
        await lawyer.tap(choice, step)
        step = await lawyer.shows(_after(step))
    await lawyer.tap("✅ Завершить", step)
    return await lawyer.shows("завершено")


def _after(old: Message) -> Wanted:
    """Return what matches the closing step that comes after another."""
    before = (old.text, old.labels)
    return lambda message: message.button("❌ Не завершать") and (message.text, message.labels) != before
