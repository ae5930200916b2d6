"""Telegram to services. This is the whole routing table; order matters, the first that fits is used."""

from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from handlers import chats, commands, messages, start, taps
from handlers.context import Context

PRIVATE = filters.ChatType.PRIVATE
COMING_IN = filters.UpdateType.MESSAGE


def table() -> list[BaseHandler[Any, Context, Any]]:
    """Return the handlers in their order."""
    return [
        ChatMemberHandler(chats.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        CallbackQueryHandler(taps.tapped),
        MessageHandler(~PRIVATE, chats.leave),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, messages.edited),
        # /start stands before the other commands because it carries links.
        MessageHandler(COMING_IN & filters.Regex(r"^/start(@\w+)?(\s|$)"), start.start),
        MessageHandler(COMING_IN & filters.COMMAND, commands.command),
        MessageHandler(COMING_IN & filters.ALL, messages.said),
    ]
