"""What a person's actions become: messages in the chat and updates for the bot."""

from __future__ import annotations

import asyncio
from typing import Any

from practice.telegram.jsontypes import Json
from practice.telegram.methods.sending import without_reply
from practice.telegram.model import Stored
from practice.telegram.view import Message, Popup
from practice.telegram.waiting import Watch
from practice.telegram.world import Query


class Hand(Watch):
    """The part of a phone that acts."""

    async def anything(self, *, reply_to: Message | None = None, **raw: Any) -> Message:
        """Send a message with these raw Bot API fields, e.g. venue={...} or forward_origin={...}."""
        quoted = self.chat.messages.get(reply_to.id) if reply_to is not None else None
        if quoted is not None:
            raw["reply_to_message"] = without_reply(quoted.raw)
        return Message(self.chat, self._say(raw))

    def _say(self, content: Json) -> Stored:
        standing = self.chat.standing
        if standing.blocked:  # a client has one restart the bot before it lets one write
            standing.blocked = False
            self._membership("kicked", "member")
        standing.started = True
        at = self.world.clock.now()
        raw: Json = {
            "message_id": self.chat.next_id(),
            "from": self.user,
            "chat": self.chat.raw,
            "date": at // 1000,
            **content,
        }
        stored = self.chat.add(raw, at, from_bot=False)
        self._push("message", raw)
        self.world.announce(self.bot, self.chat, "message", stored)
        return stored

    async def _query(self, data: str, message_id: int, timeout: float) -> Popup | None:
        """Send a callback query and wait for its answer."""
        world, chat = self.world, self.chat
        query_id = world.ids.query()
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        world.queries[query_id] = Query(self.bot.id, chat, world.clock.now(), answer)
        stored = chat.messages.get(message_id)
        gone: Json = {"chat": chat.raw, "message_id": message_id, "date": 0}
        payload: Json = {
            "id": query_id,
            "from": self.user,
            "message": stored.raw if stored else gone,
            "chat_instance": str(chat.id * 7919),
            "data": data,
        }
        self._push("callback_query", payload)
        try:
            popup = await asyncio.wait_for(answer, timeout)
        except TimeoutError:
            return None
        return Popup(popup["text"], popup["alert"], popup["url"])

    def _membership(self, before: str, after: str) -> None:
        """Blocking and unblocking, as the bot learns of it."""
        states: dict[str, Json] = {
            "member": {"user": self.bot.raw, "status": "member"},
            "kicked": {"user": self.bot.raw, "status": "kicked", "until_date": 0},
        }
        payload: Json = {
            "chat": self.chat.raw,
            "from": self.user,
            "date": self.world.now_s(),
            "old_chat_member": states[before],
            "new_chat_member": states[after],
        }
        self._push("my_chat_member", payload)
        self.world.announce(self.bot, self.chat, "member", status=after)

    def _push(self, kind: str, payload: Json) -> None:
        self.bot.updates.push(kind, payload, self.id)
