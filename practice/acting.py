"""How the room plays those whom nobody holds: it does what a person would, and only what is possible on their phone."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from practice.cast import LANGUAGES, Held
from practice.story import Act, Story
from practice.telegram.view import Button

if TYPE_CHECKING:
    from practice.page.desk import Desk

_ZONE = timedelta(hours=6)  # Asia/Bishkek, all year
_CAN_WITHIN_S = 90.0
_LOOK_EVERY_S = 0.3


class Actor:
    """Plays acts of one story in one room."""

    def __init__(self, desk: Desk, story: Story, language: str, *, pace: float = 1.0) -> None:
        """Act on the phones of this desk."""
        self._desk = desk
        self._story = story
        self._language = language
        self._pace = pace  # how much of each pause is kept: a test waits for nothing

    async def play(self, act: Act) -> None:
        """Wait until it can be done, and do it; raises TimeoutError when it never can."""
        await asyncio.sleep(act.pause * self._pace)
        if act.what == "add":
            await self._add(act)
        elif act.what in ("next", "clock"):
            kind = act.value if isinstance(act.value, str) else None
            asked = {"do": "next", "kind": kind} if act.what == "next" else {"do": "jump", "ms": self._until(act)}
            await self._desk.control(asked)
        else:
            await self._do(await self._possible(act))

    async def _do(self, asked: dict[str, object]) -> None:
        """Do it, and look at what came of it, as a person does before going on."""
        await self._desk.hold(asked)
        await self._desk.settled()

    async def _possible(self, act: Act) -> dict[str, object]:
        """What to ask of whose phone, once it is there to be done; raises AssertionError when it never is."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + _CAN_WITHIN_S
        while loop.time() < deadline:
            for key in act.by:
                held = self._desk.room.cast.find_key(key)  # a newcomer may still be on the way
                asked = {} if held is None else self._asked(act, held)
                if asked:
                    return asked
            with suppress(TimeoutError):
                await self._desk.room.telegram.changed(_LOOK_EVERY_S)
        raise AssertionError(f"{' or '.join(act.by)} could not {act.what} {act.value}")

    def _asked(self, act: Act, held: Held) -> dict[str, object]:
        """What to ask of this phone; nothing while it cannot be done."""
        labels = [label for message in held.phone.bot_messages for label in message.labels]
        done = (act.what == "link" and not held.link) or (act.what == "locked" and held.locked == act.value)
        if done or not any(label.startswith(act.can) for label in labels or [""]):
            return {}
        chat = {"chat": held.id}
        if act.what in ("tap", "button"):
            button = self._button(act, held)
            return {} if button is None else {"do": "tap", "message": button.message_id, "data": button.data, **chat}
        if act.what in ("write", "command"):
            text = act.value if act.what == "command" else act.value[self._language]
            return {"do": "send", "text": text, **chat}
        if act.what in ("taken", "locked"):
            return {"do": {"taken": "taken", "locked": "lock"}[act.what], "on": act.value, **chat}
        return {"do": act.what, **chat}  # start, link

    def _button(self, act: Act, held: Held) -> Button | None:
        for message in reversed(held.phone.bot_messages):
            every = [button for row in message.buttons for button in row if button.data is not None]
            if act.what == "button":
                if every:
                    return every[act.value - 1] if len(every) >= act.value else None
                continue
            fitting = [button for button in every if button.label.startswith(act.value)]
            if fitting:
                return fitting[min(LANGUAGES.index(self._language), len(fitting) - 1) if act.own else 0]
        return None

    async def _add(self, act: Act) -> None:
        part = replace(self._story.parts[act.value], language=self._language)
        held = await self._desk.room.add(part)
        self._desk.feed.tell_whole(held)

    def _until(self, act: Act) -> int:
        """Milliseconds until that time of day comes next (on that day of the week)."""
        now = datetime.fromtimestamp(self._desk.room.telegram.clock.now() / 1000, UTC) + _ZONE
        hour, minute = (int(part) for part in act.value.split(":"))
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        while then <= now or (act.weekday is not None and then.weekday() != act.weekday):
            then += timedelta(days=1)
        return int((then - now).total_seconds() * 1000)
