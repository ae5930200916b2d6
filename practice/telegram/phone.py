"""A phone in somebody's hand: everything a person can do to a bot.

aibek = telegram.phone("Айбек", language="ky")
await aibek.start()                          # /start, or start("r_osh") for a deep link
await aibek.tap("🆘")                         # newest visible button whose label begins so
page = await lawyer.shows("🆘")               # waits for the state; see waiting.py
popup = await lawyer.tap("ℹ️", page)          # Popup(text, alert), None if never answered
await lawyer.send("Еду", reply_to=page)
telegram.assert_quiet()                      # nothing happened that nobody looked at
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from practice.telegram.attaching import Attaching
from practice.telegram.jsontypes import Json
from practice.telegram.text import with_automatic
from practice.telegram.view import Button, Message, Popup
from practice.telegram.world import BotAccount

ANSWER_WITHIN_S = 10.0
"""How long a tap waits for the bot's answer unless told otherwise."""


class Phone(Attaching):
    """What one person does and sees."""

    def at(self, bot: BotAccount) -> Phone:
        """The same person with another bot open."""
        return Phone(self.world, self.user, bot)

    async def start(self, payload: str = "") -> Message:
        """Press Start, perhaps through a link t.me/<bot>?start=<payload>."""
        return await self.send(f"/start {payload}".rstrip())

    async def open_link(self, link: str) -> Message:
        """Follow a t.me link to the bot."""
        parts = urlsplit(link)
        if parts.path.strip("/") != self.bot.username:
            raise AssertionError(f"the link leads to {parts.path}, not to {self.bot.username}")
        return await self.start(parse_qs(parts.query).get("start", [""])[0])

    async def send(self, text: str, *, reply_to: Message | None = None, **raw: Any) -> Message:
        """Write a text; commands, links and numbers are marked as clients mark them."""
        content: Json = {"text": text}
        entities = with_automatic(text, [])
        if entities:
            content["entities"] = entities
        return await self.anything(reply_to=reply_to, **content, **raw)

    async def edit(self, message: Message, text: str) -> Message:
        """Change an own message's text or caption."""
        stored = self.chat.messages[message.id]
        if stored.from_bot:
            raise AssertionError("only own messages can be edited")
        field, marks = ("text", "entities") if "text" in stored.raw else ("caption", "caption_entities")
        raw = {key: value for key, value in stored.raw.items() if key != marks}
        raw |= {field: text, "edit_date": self.world.now_s()}
        entities = with_automatic(text, [])
        if entities:
            raw[marks] = entities
        changed = self.chat.put(stored, raw)
        self._push("edited_message", raw)
        self.world.announce(self.bot, self.chat, "edit", changed)
        return Message(self.chat, changed)

    async def delete(self, message: Message, *, both: bool = True) -> None:
        """Delete a message, for both sides or on this phone only; a bot is not told."""
        stored = self.chat.messages[message.id]
        if both:
            self.chat.remove(stored.id)
        else:
            self.chat.hide(stored)
        self.world.announce(self.bot, self.chat, "delete", stored)

    async def clear(self, *, both: bool = True) -> None:
        """Clear the history."""
        for message in self.messages:
            await self.delete(message, both=both)

    async def tap(
        self, button: str | Button, message: Message | None = None, *, timeout: float = ANSWER_WITHIN_S
    ) -> Popup | None:
        """Tap an inline button; returns the bot's answer, None when it does not come in time.

        A label is looked for in `message` as it stands now, else in the newest bot message that has
        it. A Button taken earlier sends what it held then, even when its message is gone.
        """
        found = self._button(button, message) if isinstance(button, str) else button
        if found.data is None:
            raise AssertionError(f"{found.label} does not reach the bot: it is a link to {found.url}")
        stored = self.chat.messages.get(found.message_id)
        if stored is not None:
            self.take(Message(self.chat, stored))
        return await self._query(found.data, found.message_id, timeout)

    async def raw_callback(
        self, data: str, message: Message | int, *, timeout: float = ANSWER_WITHIN_S
    ) -> Popup | None:
        """Send forged or outdated callback data; the message may be gone."""
        message_id = message if isinstance(message, int) else message.id
        return await self._query(data, message_id, timeout)

    async def press(self, label: str) -> Message:
        """Press a key of the reply keyboard: it sends its label, a contact or a place."""
        for row in (self.chat.keyboard or {}).get("keyboard", []):
            for key in row:
                if key["text"].startswith(label):
                    return await self._pressed(key)
        raise AssertionError(f"no key {label} on {self.keyboard}\n{self.dump()}")

    async def react(self, message: Message, emoji: str) -> None:
        """Put an emoji on a message; a bot hears of it only when it asks for message_reaction."""
        payload: Json = {
            "chat": self.chat.raw,
            "message_id": message.id,
            "user": self.user,
            "date": self.world.now_s(),
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}],
        }
        self._push("message_reaction", payload)

    async def block(self) -> None:
        """Block the bot."""
        self.chat.standing.blocked = True
        self._membership("member", "kicked")

    async def unblock(self) -> None:
        """Unblock the bot."""
        self.chat.standing.blocked = False
        self._membership("kicked", "member")

    def deactivate(self) -> None:
        """Delete the account: the bot learns it from 403 "user is deactivated"."""
        self.chat.standing.deactivated = True

    async def _pressed(self, key: Json) -> Message:
        if (self.chat.keyboard or {}).get("one_time_keyboard"):
            self.chat.keyboard = None
        if key.get("request_location"):
            return await self.send_location()
        if key.get("request_contact"):
            return await self.send_contact()
        return await self.send(key["text"])

    def _button(self, label: str, message: Message | None) -> Button:
        for one in self._candidates(message):
            found = one.button(label)
            if found is not None:
                return found
        raise AssertionError(f"no button {label}\n{self.dump()}")

    def _candidates(self, message: Message | None) -> Iterable[Message]:
        if message is None:
            return reversed(self.bot_messages)
        stored = self.chat.messages.get(message.id)
        return [message if stored is None else Message(self.chat, stored)]
