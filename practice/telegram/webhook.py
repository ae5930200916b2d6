"""Webhook delivery: one update of a chat at a time, again and again until the answer is 2xx."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

import aiohttp

from practice.telegram.jsontypes import Json
from practice.telegram.updates import Update, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_TIMEOUT_S = 60.0

Reply = Callable[[int, Json], Awaitable[None]]
"""Carries out, for this bot, a method call that a webhook's answer contained."""

_NOT_IN_REPLIES = frozenset({"setwebhook", "deletewebhook", "close", "logout"})


class Webhook:
    """One bot's webhook, set or not."""

    def __init__(
        self, bot_id: int, updates: UpdateQueue, note: Callable[[str], None], now_s: Callable[[], int]
    ) -> None:
        self.url = ""
        self.secret: str | None = None
        self.max_connections = 40
        self.has_certificate = False
        self.last_error: tuple[int, str] | None = None
        self.first_retry_s, self.longest_retry_s = 0.2, 5.0
        self.on_reply: Reply | None = None
        self._bot_id = bot_id
        self._updates = updates
        self._note = note
        self._now_s = now_s
        self._busy: dict[int, int | None] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._pump: asyncio.Task[None] | None = None

    def set(self, url: str) -> None:
        """Begin to deliver to `url`, or stop when it is empty."""
        self.url = url
        self.last_error = None
        self._cancel()
        if url:
            self._pump = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Stop delivering and wait until nothing is on its way."""
        tasks = [*self._tasks, *([self._pump] if self._pump else [])]
        self._cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _cancel(self) -> None:
        for task in (*self._tasks, *([self._pump] if self._pump else [])):
            task.cancel()
        self._tasks.clear()
        self._busy.clear()
        self._pump = None

    async def _run(self) -> None:
        timeout = aiohttp.ClientTimeout(total=_TIMEOUT_S)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                for update in self._ready():
                    self._begin(session, update)
                await self._updates.signal.wait()

    def _ready(self) -> list[Update]:
        """What may go out now: in order within a chat, many chats at once."""
        chats = set(self._busy.values())
        ready: list[Update] = []
        for update in self._updates.pending:
            if len(self._busy) + len(ready) >= self.max_connections:
                break
            if update.id not in self._busy and (update.chat is None or update.chat not in chats):
                ready.append(update)
            chats.add(update.chat)
        return ready

    def _begin(self, session: aiohttp.ClientSession, update: Update) -> None:
        self._busy[update.id] = update.chat
        task = asyncio.get_running_loop().create_task(self._deliver(session, update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> None:
        pause = self.first_retry_s
        while not await self._attempt(session, update):
            await asyncio.sleep(pause)
            pause = min(2 * pause, self.longest_retry_s)
        self._busy.pop(update.id, None)
        self._updates.delivered(update)

    async def _attempt(self, session: aiohttp.ClientSession, update: Update) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers[SECRET_HEADER] = self.secret
        try:
            async with session.post(self.url, data=json.dumps(update.body).encode(), headers=headers) as answer:
                body = await answer.read()
                if answer.ok:
                    await self._reply(body)
                    return True
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(_reason(error))
        return False

    async def _reply(self, body: bytes) -> None:
        if self.on_reply is None or not body.startswith(b"{"):
            return
        call = json.loads(body)
        name = str(call.get("method", "")).lower()
        if name and name not in _NOT_IN_REPLIES and not name.startswith("get"):
            await self.on_reply(self._bot_id, call)

    def _failed(self, text: str) -> None:
        self.last_error = (self._now_s(), text)
        self._note(text)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection reset by peer"
