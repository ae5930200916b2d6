"""A supergroup, just large enough to see that a bot leaves it."""

from __future__ import annotations

from practice.telegram.jsontypes import Json
from practice.telegram.model import Chat
from practice.telegram.phone import Phone
from practice.telegram.text import with_automatic
from practice.telegram.view import Message
from practice.telegram.world import BotAccount, World


class Group:
    """A supergroup and its members."""

    def __init__(self, world: World, title: str, members: list[Phone]) -> None:
        self.world = world
        self.members = members
        self.raw: Json = {"id": world.ids.group(), "type": "supergroup", "title": title}

    @property
    def id(self) -> int:
        """The chat id, a negative number."""
        group_id: int = self.raw["id"]
        return group_id

    def chat(self, bot: BotAccount | None = None) -> Chat:
        """The group as a bot sees it."""
        return (bot or self.world.bots[0]).chats[self.id]

    @property
    def messages(self) -> list[Message]:
        """What the members see."""
        chat = self.chat()
        return [Message(chat, one) for one in chat.messages.values()]

    @property
    def has_bot(self) -> bool:
        """Whether the bot is still in."""
        return self.chat().standing.bot_status in ("member", "administrator")

    async def add_bot(self, by: Phone, bot: BotAccount | None = None) -> None:
        """A member adds the bot."""
        bot = bot or self.world.bots[0]
        chat = bot.chats.setdefault(self.id, Chat(self.raw, self.world.ids))
        chat.members = {member.id: member.user for member in self.members}
        chat.standing.started, chat.standing.bot_status = True, "member"
        for member in self.members:
            self.world.chat_with(bot, member.user).standing.known = True
        self._membership(bot, by, "left", "member")
        await self.post(by, bot, new_chat_members=[bot.raw])

    async def kick_bot(self, by: Phone, bot: BotAccount | None = None) -> None:
        """A member removes the bot."""
        bot = bot or self.world.bots[0]
        self.chat(bot).standing.bot_status = "kicked"
        self._membership(bot, by, "member", "kicked")

    async def send(self, by: Phone, text: str, bot: BotAccount | None = None) -> Message:
        """A member writes."""
        entities = with_automatic(text, [])
        content: Json = {"text": text} | ({"entities": entities} if entities else {})
        return await self.post(by, bot or self.world.bots[0], **content)

    async def post(self, by: Phone, bot: BotAccount, **content: object) -> Message:
        """Put a message with these raw fields into the group."""
        chat, at = self.chat(bot), self.world.clock.now()
        raw = {"message_id": chat.next_id(), "from": by.user, "chat": self.raw,
               "date": at // 1000, **content}  # fmt: skip
        stored = chat.add(raw, at, from_bot=False)
        if chat.standing.bot_status in ("member", "administrator"):
            bot.updates.push("message", raw, self.id)
        self.world.announce(bot, chat, "message", stored)
        return Message(chat, stored)

    def _membership(self, bot: BotAccount, by: Phone, before: str, after: str) -> None:
        def state(status: str) -> Json:
            until: Json = {"until_date": 0} if status == "kicked" else {}
            return {"user": bot.raw, "status": status} | until

        payload = {
            "chat": self.raw, "from": by.user, "date": self.world.now_s(),
            "old_chat_member": state(before), "new_chat_member": state(after),
        }  # fmt: skip
        bot.updates.push("my_chat_member", payload, self.id)
        self.world.announce(bot, self.chat(bot), "member", status=after)
