"""The practice room: the embedded Telegram, the real bot on it, demo staff, and a page to play with them.

`main` is what `kalkan practice` runs. Everything lies in one folder that is deleted at the end; the page's address is
taken before anything else is started, so that a second room on the same port only says so.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from practice.cast import DEMO, Cast, Held, Part
from practice.hotline import KALKAN, Hotline
from practice.join import Joining
from practice.opener import Opener
from practice.process import PracticeError
from practice.telegram import Telegram
from practice.telegram.signals import Signal
from practice.weather import Weather

PORT = 8020


class Room:
    """Everything of one practice; `note` wakes the page when something beside a chat has changed."""

    def __init__(self, *, command: Sequence[str] = KALKAN, language: str = "") -> None:
        """Lay out the phones; with a `language` all of them speak it."""
        self.id = secrets.token_hex(4)  # a page from before a restart notices that the room is another
        self.telegram = Telegram()
        self.account = self.telegram.add_bot()
        self.cast = Cast(self.telegram)
        self.weather = Weather(self.telegram, self.account)
        self.note = Signal()
        self.trouble = ""  # why the room cannot do what it should, in one line
        self.ready = asyncio.Event()
        self._command = command
        self._stack = AsyncExitStack()
        self._hotline: Hotline | None = None
        self._opener: Opener | None = None
        self._opening: asyncio.Task[None] | None = None
        for part in DEMO:
            self.cast.add(replace(part, language=language or part.language))

    @property
    def hotline(self) -> Hotline:
        """The bot's process; there once the room is open."""
        if self._hotline is None:
            raise PracticeError("the room is not open yet")
        return self._hotline

    @property
    def opener(self) -> Opener:
        """What opens sealed rows; there once the bot has made them."""
        if self._opener is None or not self.ready.is_set():
            raise PracticeError("the room is not open yet")
        return self._opener

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self.telegram)
        folder = Path(
            self._stack.enter_context(TemporaryDirectory(prefix="kalkan-practice-", ignore_cleanup_errors=True))
        )
        self._hotline = Hotline(
            folder / "hotline", self.account, self.telegram.api_url, command=self._command, on_change=self.note.notify
        )
        self._opener = Opener(folder, self._hotline.config)
        self._opening = asyncio.get_running_loop().create_task(self._open())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.gather(self._opening, return_exceptions=True)
        if self._opener is not None:
            await self._opener.close()
        if self._hotline is not None:
            await self._hotline.kill()  # all of it is thrown away: there is nothing to finish
        await self._stack.aclose()

    async def add(self, part: Part) -> Held:
        """Give a newcomer a phone, and staff a link to join with."""
        link = ""
        if part.is_staff:
            (link,) = await self.hotline.invite((part.role, part.region, part.name))
        held = self.cast.add(part, link)
        self.note.notify()
        return held

    async def _open(self) -> None:
        try:
            self.hotline.folder.mkdir(mode=0o700)
            joining = Joining(self.cast)
            await self.hotline.create()
            # At once: loading the program is most of what either takes.
            _, links = await asyncio.gather(self.hotline.start(), self.hotline.invite(*joining.wanted))
            await joining.join(links)
        except (PracticeError, AssertionError) as error:
            # What a phone waited for in vain comes as an AssertionError whose first line says it.
            self.trouble = str(error).partition("\n")[0]
        self.ready.set()
        self.note.notify()


def main(port: int = PORT) -> None:
    """Run the practice room until Ctrl+C; what cannot be is told in one line."""
    if os.environ.get("KALKAN_TOKEN"):
        sys.exit("kalkan: practice has a token of its own and takes no real one: unset KALKAN_TOKEN and start it again")
    try:
        asyncio.run(_until_told(port))
    except PracticeError as error:
        sys.exit(f"kalkan: {error}")


async def _until_told(port: int) -> None:
    from practice.page.server import Page
    from practice.page.stage import Stage

    over = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, over.set)
    async with Page(port, Stage(spare=True)) as page:
        sys.stdout.write(f"kalkan: practice at {page.url} - Ctrl+C ends it and deletes everything\n")
        sys.stdout.flush()
        await over.wait()
