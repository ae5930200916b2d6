"""One call being carried out, and what every method asks of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from practice.telegram.checks import Uploaded
from practice.telegram.errors import ApiError, bad_request, forbidden
from practice.telegram.jsontypes import Json
from practice.telegram.model import Chat, Stored
from practice.telegram.world import BotAccount, World

_OUTSIDE = {"kicked": "bot was kicked from the {} chat", "left": "bot is not a member of the {} chat"}


@dataclass(slots=True)
class Turn:
    """The world, the bot that calls, its typed parameters and its uploads."""

    world: World
    bot: BotAccount
    params: Json
    uploads: dict[str, Uploaded]

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter, or the default when it was left out."""
        return self.params.get(name, default)

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat a call is about, or Telegram's refusal."""
        chat_id = self.params.get(name)
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        chat = self.bot.chats.get(chat_id) if isinstance(chat_id, int) else self._named(chat_id)
        if chat is None or not (chat.standing.started or chat.standing.known):
            raise bad_request("chat not found")
        return chat

    def open_chat(self) -> Chat:
        """The chat, when the bot may write to it."""
        chat = self.chat()
        refusal = _closed(chat)
        if refusal is not None:
            raise refusal
        return chat

    def message(self, chat: Chat, purpose: str, name: str = "message_id") -> Stored:
        """A message of the chat; `purpose` completes "message to ... not found"."""
        message_id = self.params.get(name)
        if message_id is None:
            raise bad_request("message identifier is not specified")
        stored = chat.messages.get(message_id)
        if stored is None:
            raise bad_request(f"message to {purpose} not found")
        return stored

    def _named(self, username: str) -> Chat | None:
        wanted = username.removeprefix("@").lower()
        for chat in self.bot.chats.values():
            # A private chat cannot be named by @username, only groups and channels can.
            if not chat.is_private and chat.raw.get("username", "").lower() == wanted:
                return chat
        return None


def _closed(chat: Chat) -> ApiError | None:
    standing = chat.standing
    if not chat.is_private:
        refusal = _OUTSIDE.get(standing.bot_status)
        return forbidden(refusal.format(chat.raw["type"])) if refusal else None
    if standing.deactivated:
        return forbidden("user is deactivated")
    if standing.blocked:
        return forbidden("bot was blocked by the user")
    if not standing.started:
        return forbidden("bot can't initiate conversation with a user")
    return None
