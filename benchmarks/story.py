"""The conversation that is played against both bots: fifty chats at once, each with one person after another.

/start with a region · 🆘 · (the region's lawyer takes the case) · me · the region · a flag · that is all · own words
"""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable

from benchmarks.labels import DONE, FLAG, REGIONS, SOS, TAKE, TAKE_NUMBER, TAKEN, WHO
from practice.telegram import Message, Phone, Telegram
from practice.telegram.model import Change

CHATS = 50
PATIENCE = 120.0
_WORDS = "Я в отделе на улице Ленина, у меня забрали телефон"


class Story:
    """Plays it; `done` counts the updates whose effect was seen."""

    def __init__(self, telegram: Telegram, lawyers: dict[str, Phone]) -> None:
        self._telegram = telegram
        self._lawyers = lawyers
        self._numbers = itertools.count()
        self.done = 0

    async def rate(self, each: int = 1) -> float:
        """Have every chat go through `each` conversations; return the updates a second."""
        began = time.perf_counter()
        lawyers = [asyncio.create_task(self._lawyer(phone)) for phone in self._lawyers.values()]
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(CHATS):
                    group.create_task(self._chat(each))
            return self.done / (time.perf_counter() - began)
        finally:
            for lawyer in lawyers:
                lawyer.cancel()
            await asyncio.wait(lawyers)

    async def _chat(self, conversations: int) -> None:
        for _ in range(conversations):
            number = next(self._numbers)
            await self.person(self._telegram.phone(f"Человек {number}"), list(REGIONS)[number % len(REGIONS)])

    async def person(self, phone: Phone, region: str) -> None:
        """Go through the whole conversation once."""
        await self._step(phone, lambda: phone.start("r_" + region), SOS)
        await self._tap(phone, SOS, WHO)
        await _until(phone, lambda: any(TAKEN in change.stored.raw.get("text", "") for change in phone.chat.feed))
        for label, then in ((WHO, REGIONS[region]), (REGIONS[region], FLAG), (FLAG, DONE), (DONE, "➕")):
            await self._tap(phone, label, then)
        await self._step(phone, lambda: phone.send(_WORDS), "➕")

    async def _tap(self, phone: Phone, label: str, then: str) -> None:
        await self._step(phone, lambda: phone.tap(label, timeout=PATIENCE), then)

    async def _step(self, phone: Phone, act: Callable[[], Awaitable[object]], then: str) -> None:
        """Do one thing and wait until the screen has changed to what comes next."""
        seen = len(phone.chat.feed)
        await act()
        await _until(phone, lambda: any(_shows(phone, change, then) for change in phone.chat.feed[seen:]))
        self.done += 1

    async def _lawyer(self, phone: Phone) -> None:
        """Take every case that is offered, by a page of its own or in a list."""
        taken: set[str | None] = set()
        while True:
            buttons = [button for message in phone.bot_messages for row in message.buttons for button in row]
            offered = (each for each in buttons if each.data not in taken and _takes(each.label))
            if (button := next(offered, None)) is None:
                await phone.chat.signal.wait()
                continue
            taken.add(button.data)
            await phone.tap(button, timeout=PATIENCE)
            self.done += 1


def _takes(label: str) -> bool:
    return label.startswith(TAKE) or TAKE_NUMBER.fullmatch(label) is not None


def _shows(phone: Phone, change: Change, label: str) -> bool:
    return change.kind != "delete" and Message(phone.chat, change.stored).button(label) is not None


async def _until(phone: Phone, condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await phone.chat.signal.wait()
