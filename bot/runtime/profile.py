"""What Telegram shows of the bot before anybody writes: name, descriptions and the command menu. All harmless."""

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.config import Settings
from bot.runtime import log
from bot.runtime.prepare import commands_of
from bot.views.texts import Texts


async def set_profile(bot: Bot, texts: Texts, settings: Settings) -> None:
    """Set the profile in each language; a refusal is logged and tried again at the next start."""
    languages = settings.hotline.languages
    try:
        for lang, code in [(languages[0], None), *((each, each) for each in languages)]:
            commands = [BotCommand(name, text) for name, text in commands_of(texts, "person", lang)]
            await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code)
            await bot.set_my_description(texts(lang, "bot-description"), language_code=code)
            await bot.set_my_short_description(texts(lang, "bot-short-description"), language_code=code)
    except TelegramError as error:
        log.failure("profile-not-set", error)
