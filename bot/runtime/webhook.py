"""The small webhook endpoint: an update is taken in, and only then answered with 200."""

import hmac
import json

from aiohttp import web

from bot.config import Settings, SettingsError
from bot.runtime import log
from bot.runtime.intake import TakeIn
from storage.errors import FencedError, StorageError

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 1_000_000
_BAD, _FORBIDDEN, _LATER = 400, 403, 503


class Webhook:
    """Listens where a reverse proxy sends Telegram's calls. One connection at a time keeps chats in order."""

    def __init__(self, settings: Settings, take_in: TakeIn) -> None:
        """Hand every update to `take_in`; raises SettingsError without a secret."""
        if not (settings.telegram.webhook_secret and settings.telegram.webhook_url):
            message = 'telegram.webhook_url and telegram.webhook_secret must be set for delivery = "webhook"'
            raise SettingsError(message)
        self._secret = settings.telegram.webhook_secret.encode()
        self._listen = settings.telegram.webhook_listen
        self._take_in = take_in

    async def start(self) -> web.AppRunner:
        """Listen; the caller cleans the runner up."""
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_post("/{tail:.*}", self._receive)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        host, _, port = self._listen.rpartition(":")
        await web.TCPSite(runner, host or "127.0.0.1", int(port)).start()
        return runner

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(_HEADER, "").encode("utf8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=_FORBIDDEN)
        try:
            update = json.loads(await request.read())
            update_id = update["update_id"]
        except (ValueError, TypeError, KeyError):
            return web.Response(status=_BAD)
        if not isinstance(update_id, int):
            return web.Response(status=_BAD)
        try:
            await self._take_in([update])
        except FencedError:
            raise
        except StorageError as error:
            log.failure("journal-failed", error)
            return web.Response(status=_LATER)
        return web.Response()
