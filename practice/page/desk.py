"""Where everything an open page asks for comes together, and where it learns what stands beside the phones.

The strip of what is due and the tally of updates are read from the bot's disk whenever something has happened, and
once a second besides, because the bot's own timers make no sound.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Protocol

from practice import disk
from practice.page.controls import CONTROLS
from practice.page.feed import Feed, Listener
from practice.page.hands import ACTS, RefusedError, act
from practice.page.sight import whole
from practice.process import PracticeError
from practice.room import Room
from practice.story import Story
from practice.strings import Strings
from practice.telegram.jsontypes import Json
from practice.telegram.signals import Signal
from practice.telling import Telling, deed_of

_LOOK_EVERY_S = 1.0
_SETTLE_S = 0.12
_PATIENCE_S = 10.0
_MOMENT_S = 2.0


class Stagehand(Protocol):
    """Who opens other rooms."""

    async def renew(self, story: str, language: str) -> None:
        """Open another room, for a story in a language, or for none."""

    async def speak(self, language: str) -> None:
        """Be ready for a story in this language."""


class Desk:
    """One room, seen by any number of pages."""

    def __init__(self, room: Room, stories: Sequence[Story], stage: Stagehand) -> None:
        self.room = room
        self.stories = stories
        self.stage = stage
        self.feed = Feed(room)
        self.dues: list[disk.Due] = []
        self.telling: Telling | None = None
        self.kept = disk.Kept()
        self._told: dict[str, Json] = {}
        self._moved = Signal()
        self._strings: Strings | None = None
        self._story: asyncio.Task[None] | None = None

    def hello(self) -> Json:
        """Everything there is, for a page that opens."""
        room = self.room
        return {
            "kind": "hello",
            "room": room.id,
            "bot": room.account.raw,
            "clock": room.telegram.clock.state(),
            "phones": [whole(held) for held in room.cast],
            "stories": [
                {"id": one.id, "title": one.title, "about": one.about, "minutes": one.minutes} for one in self.stories
            ],
            "beside": list(self._beside().values()),
        }

    def tell_clock(self) -> None:
        """Tell what time it is in the practice and how fast it runs."""
        self.feed.tell({"kind": "clock", "clock": self.room.telegram.clock.state()})

    async def answer(self, listener: Listener, asked: Json) -> Json | None:
        """Do what a page asks; what comes back goes to that page alone. Raises RefusedError."""
        do = asked.get("do")
        try:
            if do == "watch":
                listener.calls = bool(asked["on"])
                return None
            if do in ACTS:
                return await self._act(asked)
            return await self.control(asked)
        except (KeyError, ValueError, TypeError, AssertionError):  # what no page of ours would ask, or asks too late
            raise RefusedError("gone") from None

    async def _act(self, asked: Json) -> Json | None:
        if self.telling is not None:
            self.telling.did(deed_of(self.room.cast.get(int(asked["chat"])), asked))
        return await self.hold(asked)

    async def hold(self, asked: Json) -> Json | None:
        """Do something with a phone, whoever asks."""
        held = self.room.cast.get(int(asked["chat"]))
        try:
            return await act(held, asked)
        finally:
            if asked["do"] in ("network", "language"):
                self.feed.tell_whole(held)
            else:
                self.feed.tell_phone(held)
            self._moved.notify()

    async def control(self, asked: Json) -> Json | None:
        """Do something with the room, whoever asks."""
        return await CONTROLS[str(asked["do"])](self, asked)

    def begin(self, story: Story, language: str, *, pace: float = 1.0) -> Telling:
        """Tell a story in this room."""
        self.end()
        self.telling = Telling(self, story, language, pace=pace, changed=self.tell_beside)
        self._story = asyncio.get_running_loop().create_task(self.telling.run())
        return self.telling

    def end(self) -> None:
        """Leave the story; the room stays as it is."""
        if self._story is not None:
            self._story.cancel()
        self.telling = self._story = None

    async def moved(self, timeout: float) -> None:
        """Wait until something has happened that a story may wait for; raises TimeoutError."""
        await self._moved.wait(timeout)

    def name_strings(self, texts: Sequence[str]) -> list[list[Json]]:
        """Which strings of the locales stand behind these texts."""
        if self._strings is None:
            self._strings = Strings.load()
        return [self._strings.behind(text) for text in texts]

    async def run(self) -> None:
        """Keep what stands beside the phones up to date, until cancelled."""
        while True:
            with suppress(TimeoutError):
                await self._next_change()
            await asyncio.sleep(_SETTLE_S)  # a burst of changes is looked at once
            await self.look()
            self._moved.notify()
            self.tell_beside()

    async def settled(self) -> None:
        """Wait until the bot has dealt with what people did and with what is due; in bad weather only for a moment."""
        fair = self._hotline()[0] == "running" and not self.room.weather.now
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S if fair else _MOMENT_S):
                while not await self._is_settled():
                    with suppress(TimeoutError):
                        await self.moved(_SETTLE_S / 2)

    async def _is_settled(self) -> bool:
        if self.room.account.updates.pending:
            return False
        await self.look()
        now = self.room.telegram.clock.now()
        late = any(due.at <= now for due in self.dues if not due.waits_for_another)
        sends = self.kept.send_from is not None and self.kept.send_from <= now
        return not (self.kept.waiting or sends or late)

    async def look(self) -> None:
        """Read what the bot's disk says."""
        try:
            database = self.room.hotline.database
        except PracticeError:
            return
        self.dues, self.kept = await asyncio.to_thread(disk.look, database)

    def tell_beside(self) -> None:
        """Tell what has changed beside the phones."""
        for kind, event in self._beside().items():
            if self._told.get(kind) != event:
                self._told[kind] = event
                self.feed.tell(event)

    def _beside(self) -> dict[str, Json]:
        room = self.room
        hotline, line = self._hotline()
        return {
            "due": {"kind": "due", "dues": [asdict(due) for due in self.dues if due.shows]},
            "story": {"kind": "story", "story": self.telling.told() if self.telling is not None else None},
            "tally": {"kind": "tally", "tally": room.weather.tally(self.kept), "weather": room.weather.now},
            "hotline": {
                "kind": "hotline",
                "state": hotline,
                "line": line if hotline == "dead" else "",
                "trouble": room.trouble,
                "ready": room.ready.is_set(),
            },
        }

    def _hotline(self) -> tuple[str, str]:
        """How the bot's process is, and the last line it said."""
        try:
            return self.room.hotline.state, self.room.hotline.last_line
        except PracticeError:
            return "starting", ""

    async def _next_change(self) -> None:
        """Wait for a change in Telegram or in the room, at most a second."""
        telegram = asyncio.ensure_future(self.room.telegram.changed())  # noqa: TID251 - both are gathered below
        room = asyncio.ensure_future(self.room.note.wait())  # noqa: TID251 - the same
        try:
            await asyncio.wait((telegram, room), timeout=_LOOK_EVERY_S, return_when=asyncio.FIRST_COMPLETED)
        finally:
            telegram.cancel()
            room.cancel()
            await asyncio.gather(telegram, room, return_exceptions=True)
