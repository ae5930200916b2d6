"""Everything one practice Telegram knows, and the one place where it changes.

Two kinds of change: what a bot does (it enters the chat's feed, where tests look at it) and what a
person does (it becomes an update for the bot). Both wake whoever waits and reach subscribers.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from practice.clock import PracticeClock
from practice.telegram.faults import Faults
from practice.telegram.filestore import FileStore
from practice.telegram.ids import Ids
from practice.telegram.jsontypes import Json
from practice.telegram.limits import Limits
from practice.telegram.model import Change, ChangeKind, Chat, Profile, Stored
from practice.telegram.signals import Bus
from practice.telegram.updates import UpdateQueue
from practice.telegram.webhook import Webhook


@dataclass(slots=True)
class Call:
    """One API call as it happened; `at` is practice time, `received` real time."""

    method: str
    params: Json
    bot: int
    chat: int | str | None
    status: int = 0  # 0 while or when there was no HTTP answer
    error: str | None = None
    result: Any = None
    fault: str | None = None  # the trouble it met
    at: int = 0
    received: float = 0.0  # time.perf_counter() when the request was complete


@dataclass(slots=True)
class Query:
    """A button somebody tapped and the bot has not answered yet."""

    bot: int
    chat: Chat
    at: int
    answer: asyncio.Future[Json]


class BotAccount:
    """One bot as BotFather made it."""

    def __init__(self, world: World, username: str, name: str) -> None:
        self.id = world.ids.bot()
        self.token = world.ids.token(self.id)
        self.username = username
        self.raw: Json = {
            "id": self.id,
            "is_bot": True,
            "first_name": name,
            "username": username,
        }
        self.chats: dict[int, Chat] = {}
        self.profile = Profile()
        self.updates = UpdateQueue(world.ids)
        self.webhook = Webhook(self.id, self.updates, world.note_webhook, world.now_s)
        self.limits = Limits(world.clock, enabled=world.limits_enabled)
        self.session_open = True  # False after logOut or close


class World:
    """Bots, users, chats, files, calls and problems."""

    def __init__(self, clock: PracticeClock | None = None, *, limits: bool = True,
                 seed: int | None = None) -> None:  # fmt: skip
        self.clock = clock or PracticeClock()
        self.limits_enabled = limits
        self.ids = Ids(seed)
        self.files = FileStore(self.ids)
        self.bus = Bus()
        self.faults = Faults(self.bus.signal.notify)
        self.bots: list[BotAccount] = []
        self.by_token: dict[str, BotAccount] = {}
        self.users: dict[int, Json] = {}
        self.queries: dict[str, Query] = {}
        self.query_life_ms = 60_000
        self.calls: list[Call] = []
        self.problems: list[str] = []

    def now_s(self) -> int:
        """Practice time in the whole seconds the Bot API uses."""
        return self.clock.now() // 1000

    def chat_with(self, bot: BotAccount, user: Json) -> Chat:
        """The private chat of a bot and a user; made when first asked for."""
        chat = bot.chats.get(user["id"])
        if chat is None:
            keys = ("id", "first_name", "last_name", "username")
            raw = {key: user[key] for key in keys if key in user} | {"type": "private"}
            chat = bot.chats[user["id"]] = Chat(raw, self.ids)
        return chat

    def bot_changed(self, bot: BotAccount, chat: Chat, kind: ChangeKind, stored: Stored) -> None:
        """Record what a bot did to a message."""
        chat.feed.append(Change(kind, stored, self.clock.now()))
        if kind == "message" and not stored.silent:
            chat.rings += 1
        self.announce(bot, chat, kind, stored)

    def announce(self, bot: BotAccount, chat: Chat, kind: str, stored: Stored | None = None,
                 **more: Any) -> None:  # fmt: skip
        """Wake those who wait and tell subscribers."""
        chat.signal.notify()
        self.bus.signal.notify()
        if self.bus.has_listeners:
            event: Json = {"kind": kind, "bot": bot.id, "chat": chat.id, **more}
            if stored is not None:
                event |= {"message": stored.raw, "from_bot": stored.from_bot,
                          "silent": stored.silent}  # fmt: skip
            self.bus.publish(event)

    def record(self, call: Call) -> None:
        """Keep an API call; a call changes nothing a chat shows by itself."""
        call.at = self.clock.now()
        self.calls.append(call)
        self.bus.signal.notify()
        if self.bus.has_listeners:
            self.bus.publish(
                {"kind": "call", "bot": call.bot, "chat": call.chat, "method": call.method,
                 "status": call.status, "error": call.error, "at": call.at}
            )  # fmt: skip

    def problem(self, text: str) -> None:
        """Keep a violation of the Bot API."""
        self.problems.append(text)
        self.bus.signal.notify()
        if self.bus.has_listeners:
            self.bus.publish({"kind": "problem", "text": text})

    def note_webhook(self, text: str) -> None:
        """A webhook delivery changed something."""
        self.bus.signal.notify()
        if self.bus.has_listeners:
            self.bus.publish({"kind": "webhook", "text": text})

    def subscribe(self) -> AsyncIterator[Json]:
        """Every change from now on, as JSON-able objects with a "kind"."""
        return self.bus.subscribe()
