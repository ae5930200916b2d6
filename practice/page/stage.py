"""Which room is played in. Each story begins in a new one; a spare one is prepared meanwhile, so that nobody waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Self

from aiohttp import web

from practice.page.desk import Desk
from practice.process import PracticeError
from practice.room import Room
from practice.story import Story, load_stories

MakeRoom = Callable[[str], Room]
"""Makes a room whose phones all speak a language; "" leaves each its own."""

_CALM_S = 3.0
"""How long the room in front is left alone before a spare one takes the processor."""


class Set:
    """An open room, its desk and the pages that look at it."""

    def __init__(self, room: Room, language: str, stage: Stage) -> None:
        self.language = language
        self.desk = Desk(room, stage.stories, stage)
        self.sockets: set[web.WebSocketResponse] = set()
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self) -> Self:
        """Begin to play."""
        await self.desk.room.__aenter__()
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(self.desk.feed.run()), loop.create_task(self.desk.run())]
        return self

    async def close(self) -> None:
        """Send the pages away, and throw everything away."""
        self.desk.end()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for socket in list(self.sockets):
            await socket.close()
        await self.desk.room.__aexit__(None, None, None)


class Stage:
    """Holds the set in front, and a spare one if asked to."""

    def __init__(
        self, make_room: MakeRoom = lambda language: Room(language=language), *, spare: bool = False, pace: float = 1.0
    ) -> None:
        """Keep a spare room or not; `pace` is how much of their pauses those keep whom the room plays."""
        self.stories: list[Story] = load_stories()
        self._make_room = make_room
        self._front: Set | None = None
        self.spare: Set | None = None
        self._keeps_spare = spare
        self._pace = pace
        self._language = ""  # of the spare
        self._preparing: asyncio.Task[None] | None = None
        self._busy: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()

    @property
    def front(self) -> Set:
        """The set that is being played in."""
        if self._front is None:
            raise PracticeError("the room is not open yet")
        return self._front

    async def close(self) -> None:
        """Close everything."""
        await self._stop_preparing()
        sets = [one for one in (self._front, self.spare) if one is not None]
        self._front = self.spare = None
        await asyncio.gather(*(one.close() for one in sets), *self._busy)

    async def renew(self, story: str, language: str) -> None:
        """Open a new room, for a story in a language or ("") for playing freely; pages find it by themselves."""
        async with self._turn:
            old, self._front = self._front, await self._taken(language) or await self._made(language)
            for one in self.stories:
                if one.id == story:
                    self.front.desk.begin(one, language, pace=self._pace)
            if old is not None:
                self._background(old.close())
            await self._prepare(language)

    async def speak(self, language: str) -> None:
        """A page speaks this language: a story that begins there will need it."""
        if language != self._language:
            async with self._turn:
                await self._prepare(language)

    async def _taken(self, language: str) -> Set | None:
        """The spare set, if it fits; one that is still being prepared is given up."""
        await self._stop_preparing()
        spare, self.spare = self.spare, None
        if spare is not None and spare.language != language:
            self._background(spare.close())
            return None
        return spare

    async def _made(self, language: str) -> Set:
        return await Set(self._make_room(language), language, self).open()

    async def _prepare(self, language: str) -> None:
        if not (self._keeps_spare and language):
            return
        await self._stop_preparing()
        self._language = language
        self._preparing = asyncio.get_running_loop().create_task(self._prepared(language))

    async def _prepared(self, language: str) -> None:
        await self.front.desk.room.ready.wait()
        await asyncio.sleep(_CALM_S)
        if self.spare is not None and self.spare.language != language:
            spare, self.spare = self.spare, None
            await spare.close()
        if self.spare is None:
            self.spare = await self._made(language)

    async def _stop_preparing(self) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
            await asyncio.gather(self._preparing, return_exceptions=True)
            self._preparing = None

    def _background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)
