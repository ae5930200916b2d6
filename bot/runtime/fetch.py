"""Fetches updates; Telegram is told that they arrived once they have been taken in."""

import asyncio
import json

from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.runtime import log
from bot.runtime.intake import ALLOWED, TakeIn
from bot.runtime.request import AiohttpRequest
from storage.errors import DiskFullError, StorageError

_POLL_SECONDS = 25
_BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_OK, _CONFLICT, _UNAUTHORIZED = 200, 409, 401


class Fetcher:
    """The getUpdates loop: one a token."""

    def __init__(self, base_url: str, take_in: TakeIn) -> None:
        """Hand every batch to `take_in`."""
        self._url = base_url + "/getUpdates"
        self._take_in = take_in
        self._request = AiohttpRequest()
        self._offset = 0
        self._failures = 0
        self.polled = asyncio.Event()

    async def run(self) -> None:
        """Poll until cancelled."""
        await self._request.initialize()
        try:
            while True:
                wait = await self._once()
                if wait:
                    await asyncio.sleep(wait)
        finally:
            await self._request.shutdown()

    async def _once(self) -> float:
        try:
            status, body = await self._poll()
        except (TimedOut, NetworkError) as error:
            return self._backed_off("telegram-unreachable", error)
        self.polled.set()
        if status != _OK:
            return self._refused(status)
        updates = json.loads(body)["result"]
        try:
            await self._take_in(updates)
        except DiskFullError as error:
            return self._backed_off("disk-full", error)
        except StorageError as error:
            return self._backed_off("journal-failed", error)
        self._failures = 0
        if updates:
            self._offset = max(update["update_id"] for update in updates) + 1
        return 0.0

    async def _poll(self) -> tuple[int, bytes]:
        wanted = {"offset": self._offset, "timeout": _POLL_SECONDS, "allowed_updates": list(ALLOWED), "limit": 100}
        data = RequestData([RequestParameter.from_input(name, value) for name, value in wanted.items()])
        return await self._request.do_request(self._url, "POST", data, read_timeout=_POLL_SECONDS + 10)

    def _refused(self, status: int) -> float:
        self._failures += 1
        if status == _CONFLICT:
            log.alarm("another-process-polls-this-token-or-a-webhook-is-set")
        elif status == _UNAUTHORIZED:
            log.alarm("telegram-refuses-the-token")
        else:
            log.alarm("telegram-refuses-to-deliver", status=status)
        return self._wait()

    def _backed_off(self, what: str, error: BaseException) -> float:
        self._failures += 1
        log.failure(what, error, tries=self._failures)
        return self._wait()

    def _wait(self) -> float:
        return _BACK_OFF[min(self._failures, len(_BACK_OFF)) - 1]
