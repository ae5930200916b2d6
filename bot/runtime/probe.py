"""Asks Telegram what `kalkan check` wants to know of the bot."""

from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError


@dataclass(frozen=True, slots=True)
class Probe:
    """What Telegram says of the bot."""

    webhook: bool
    joins_groups: bool


async def probe(bot: Bot) -> Probe | None:
    """Ask; None when Telegram does not answer or does not know the token."""
    try:
        await bot.initialize()
        me, hook = await bot.get_me(), await bot.get_webhook_info()
    except TelegramError:
        return None
    finally:
        await bot.shutdown()
    return Probe(bool(hook.url), bool(me.can_join_groups))
