"""Opens the hotline's rows for the command line, without anything that talks to Telegram."""

import contextlib
from collections.abc import AsyncIterator

from bot.catalog import load_catalog
from bot.clock import Clock
from bot.config import Settings
from bot.domain.limits import LimitsError
from bot.errors import StartError
from storage.store import Store, open_store

USERNAME = "username"
"""The named value under which `run` notes what Telegram calls the bot."""


def bot_id(token: str) -> int:
    """Return the bot's id, which is the token's first part; raises StartError."""
    number, colon, _ = token.partition(":")
    if not (colon and number.isdigit()):
        message = "the token does not look like one of @BotFather's (12345:letters): copy it whole"
        raise StartError(message)
    return int(number)


@contextlib.asynccontextmanager
async def opened_store(settings: Settings, clock: Clock, token: str) -> AsyncIterator[Store]:
    """Open the store and close it again; raises StorageError, StartError."""
    try:
        catalog = load_catalog(settings.limits)
    except LimitsError as error:
        raise StartError(str(error)) from None
    store = await open_store(settings, catalog, clock, bot_id(token))
    try:
        yield store
    finally:
        await store.close()
