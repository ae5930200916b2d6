"""The practice Telegram as tests and the practice page hold it.

async with Telegram() as telegram:
    bot = telegram.add_bot()
    ...start the bot with telegram.api_url, bot.token and telegram.clock_url...
    phone = telegram.phone("Айбек", language="ru")
    await phone.start()
    await phone.shows("Kalkan")
    telegram.assert_quiet()
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self, TypeVar

from practice.telegram.group import Group
from practice.telegram.jsontypes import Json
from practice.telegram.model import Change
from practice.telegram.phone import Phone
from practice.telegram.server import Server
from practice.telegram.snapshot import snapshot
from practice.telegram.view import Message, Wanted, matches
from practice.telegram.world import BotAccount, World

T = TypeVar("T")


class Telegram(World):
    """A Bot API server on loopback with the people who use it."""

    _server: Server | None = None

    async def start(self, port: int = 0) -> Self:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        self._server = Server(self)
        await self._server.start(port)
        return self

    async def stop(self) -> None:
        """Let go of everything and stop listening."""
        self.faults.clear()
        for bot in self.bots:
            await bot.webhook.close()
        if self._server is not None:
            await self._server.stop()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        await self.stop()

    @property
    def port(self) -> int:
        """The port it listens on."""
        if self._server is None:
            raise RuntimeError("start() first")
        return self._server.port

    @property
    def api_url(self) -> str:
        """What the bot takes for https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def clock_url(self) -> str:
        """Where the bot reads the practice clock."""
        return f"{self.api_url}/clock"

    @property
    def bot(self) -> BotAccount:
        """The first bot."""
        return self.bots[0]

    def add_bot(self, username: str = "kalkan_practice_bot", name: str = "Kalkan") -> BotAccount:
        """Make a bot, as BotFather would."""
        bot = BotAccount(self, username, name)
        bot.webhook.on_reply = self._reply
        self.bots.append(bot)
        self.by_token[bot.token] = bot
        return bot

    def revoke_token(self, bot: BotAccount) -> str:
        """Give the bot a new token; the old one answers 401 from now on."""
        del self.by_token[bot.token]
        bot.token = self.ids.token(bot.id)
        self.by_token[bot.token] = bot
        return bot.token

    def phone(
        self, name: str, language: str = "ru", username: str | None = None, *,
        bot: BotAccount | None = None,
    ) -> Phone:  # fmt: skip
        """Give somebody a phone."""
        user: Json = {"id": self.ids.user(), "is_bot": False, "first_name": name,
                      "language_code": language}  # fmt: skip
        if username:
            user["username"] = username
        self.users[user["id"]] = user
        return Phone(self, user, bot)

    def group(self, title: str, members: Iterable[Phone] = ()) -> Group:
        """Make a supergroup with these people in it."""
        return Group(self, title, list(members))

    def redeliver(self, update_id: int, bot: BotAccount | None = None) -> None:
        """Deliver an update again under the same id although it was confirmed."""
        (bot or self.bot).updates.redeliver(update_id)

    def duplicate(self, update_id: int, bot: BotAccount | None = None) -> None:
        """Deliver the same content again under a new update id."""
        (bot or self.bot).updates.duplicate(update_id)

    def deliver_twice(self, times: int = 1, bot: BotAccount | None = None) -> None:
        """Deliver each of the next `times` updates once more after its confirmation."""
        (bot or self.bot).updates.twice += times

    async def changed(self, timeout: float | None = None) -> None:
        """Wait for the next change or call, whatever it is."""
        await self.bus.signal.wait(timeout)

    async def until(self, condition: Callable[[], T], what: str = "the condition", timeout: float = 10.0) -> T:
        """Wait until the condition returns something true and return that."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while not (value := condition()):
            left = deadline - loop.time()
            if left <= 0:
                raise AssertionError(f"waited {timeout:g} s in vain for {what}\n{self.dump()}")
            with suppress(TimeoutError):  # then one last look
                await self.changed(left)
        return value

    async def idle(self, bot: BotAccount | None = None, timeout: float = 10.0) -> None:
        """Wait until the bot has confirmed every update and waits for the next.

        This says nothing of messages the bot still has to send.
        """
        updates = (bot or self.bot).updates
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while updates.pending or not (updates.is_polled or (bot or self.bot).webhook.url):
            try:
                await updates.signal.wait(max(0.001, deadline - loop.time()))
            except TimeoutError:
                waiting = len(updates.pending)
                raise AssertionError(f"{waiting} updates wait after {timeout:g} s") from None

    def unseen(self) -> list[tuple[BotAccount, int, Change]]:
        """Every change nobody has looked at."""
        return [
            (bot, chat.id, change)
            for bot in self.bots
            for chat in bot.chats.values()
            for change in chat.feed
            if not change.seen
        ]

    def assert_quiet(self, ignore: Wanted | Iterable[Wanted] = (), *, deletes: bool = False) -> None:
        """Fail on every message and edit (and deletion, if asked) that nobody looked at."""
        ignored = [ignore] if isinstance(ignore, str) or not isinstance(ignore, Iterable) else ignore
        skipped = list(ignored)
        lines = []
        for bot, chat_id, change in self.unseen():
            message = Message(bot.chats[chat_id], change.stored)
            if change.kind == "delete" and not deletes:
                continue
            if not any(matches(one, message) for one in skipped):
                lines.append(f"  {self._name(chat_id)}: {change.kind} {message!r}")
        if lines:
            raise AssertionError("unexpected:\n" + "\n".join(lines))

    def snapshot(self) -> Json:
        """Everything there is now, as JSON; `subscribe()` tells what comes after."""
        return snapshot(self)

    def dump(self) -> str:
        """A readable account of everything, for error messages."""
        phones = [
            Phone(self, self.users[chat.id], bot).dump()
            for bot in self.bots
            for chat in bot.chats.values()
            if chat.is_private
        ]
        last = [f"  {one.method} {one.status} {one.error or ''}" for one in self.calls[-12:]]
        return "\n".join([*phones, "last calls:", *last, f"problems: {self.problems}"])

    def _name(self, chat_id: int) -> str:
        user = self.users.get(chat_id)
        return user["first_name"] if user else str(chat_id)

    async def _reply(self, bot_id: int, call: Json) -> None:
        if self._server is not None:
            bot = next(one for one in self.bots if one.id == bot_id)
            await self._server.reply(bot, call)
