"""The whole world as JSON, for a page that opens in the middle of a story."""

from __future__ import annotations

from practice.telegram.jsontypes import Json
from practice.telegram.model import Chat
from practice.telegram.phone import Phone
from practice.telegram.world import BotAccount, World


def snapshot(world: World) -> Json:
    """Clock, bots, chats with their visible messages, problems; `World.subscribe()` tells what comes after."""
    return {
        "clock": world.clock.state(),
        "bots": [_bot(world, bot) for bot in world.bots],
        "problems": list(world.problems),
    }


def _bot(world: World, bot: BotAccount) -> Json:
    people = [chat for chat in bot.chats.values() if chat.is_private]
    return {"id": bot.id, "username": bot.username, "chats": [_chat(world, bot, chat) for chat in people]}


def _chat(world: World, bot: BotAccount, chat: Chat) -> Json:
    phone = Phone(world, world.users[chat.id], bot)
    return {
        "id": chat.id,
        "user": phone.user,
        "blocked": chat.standing.blocked,
        "messages": [
            {"message": one.raw, "from_bot": one.from_bot, "silent": one.silent}
            for one in chat.messages.values()
            if not one.hidden
        ],
        "keyboard": chat.keyboard,
        "pinned": list(chat.pinned),
        "commands": phone.commands,
        "rings": chat.rings,
    }
