"""What a phone shows at this moment."""

from __future__ import annotations

import json

from practice.telegram.jsontypes import Json
from practice.telegram.model import Change, Chat
from practice.telegram.view import Message, Wanted, matches
from practice.telegram.world import BotAccount, World


class Screen:
    """One person's view of their chat with one bot."""

    def __init__(self, world: World, user: Json, bot: BotAccount | None = None) -> None:
        self.world = world
        self.user = user
        self._bot = bot

    @property
    def id(self) -> int:
        """The person's Telegram id, which is also the chat's."""
        user_id: int = self.user["id"]
        return user_id

    @property
    def name(self) -> str:
        """The first name."""
        name: str = self.user["first_name"]
        return name

    @property
    def bot(self) -> BotAccount:
        """The bot this phone has open: the first one unless told otherwise."""
        if self._bot is None:
            self._bot = self.world.bots[0]
        return self._bot

    @property
    def chat(self) -> Chat:
        """The chat as the server keeps it."""
        return self.world.chat_with(self.bot, self.user)

    @property
    def messages(self) -> list[Message]:
        """All visible messages, own ones too, oldest first."""
        chat = self.chat
        return [Message(chat, one) for one in chat.messages.values() if not one.hidden]

    @property
    def bot_messages(self) -> list[Message]:
        """The bot's visible messages, oldest first."""
        return [message for message in self.messages if message.from_bot]

    @property
    def screen(self) -> Message | None:
        """The newest message of the bot."""
        return next((one for one in reversed(self.messages) if one.from_bot), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is to be seen."""
        return not self.messages

    @property
    def rings(self) -> int:
        """How many notifications made a sound."""
        return self.chat.rings

    @property
    def notifications(self) -> list[str]:
        """What the lock screen showed, silent ones too: deleting a message does not take it back."""
        sent = (change.stored for change in self.chat.feed if change.kind == "message")
        return [Message(self.chat, stored).text for stored in sent]

    @property
    def pinned(self) -> list[Message]:
        """Pinned messages, in the order of the chat."""
        return [message for message in self.messages if message.pinned]

    @property
    def keyboard(self) -> list[list[str]]:
        """The labels of the reply keyboard, row by row."""
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        return [[key["text"] for key in row] for row in rows]

    @property
    def commands(self) -> dict[str, str]:
        """The command menu this chat shows: the narrowest scope, then this language, wins."""
        menus = self.bot.profile.commands
        chat: Json = {"type": "chat", "chat_id": self.id}
        language = self.user.get("language_code", "").partition("-")[0]
        for scope in (chat, {"type": "all_private_chats"}, {"type": "default"}):
            for code in (language, ""):
                menu = menus.get((json.dumps(scope, sort_keys=True), code))
                if menu:
                    return {one["command"]: one["description"] for one in menu}
        return {}

    def find(self, wanted: Wanted) -> Message | None:
        """The newest visible message of the bot that matches."""
        return next((one for one in reversed(self.bot_messages) if matches(wanted, one)), None)

    @property
    def unseen(self) -> list[Change]:
        """What the bot did that nobody has looked at."""
        return [change for change in self.chat.feed if not change.seen]

    def dump(self) -> str:
        """A readable account of the phone, for error messages."""
        lines = [f"{self.name}'s phone shows:"]
        lines += [f"  {message!r}" for message in self.messages] or ["  (nothing)"]
        lines += [f"  unseen {one.kind}: {Message(self.chat, one.stored)!r}" for one in self.unseen]
        calls = [one for one in self.world.calls if one.chat == self.id][-8:]
        lines += [f"  call {one.method} -> {one.status} {one.error or ''}".rstrip() for one in calls]
        waiting = len(self.bot.updates.pending)
        lines.append(f"  {waiting} updates wait for the bot; problems: {self.world.problems or 'none'}")
        return "\n".join(lines)
