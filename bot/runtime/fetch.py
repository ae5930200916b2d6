"""Fetches updates and journals each batch, sealed, before Telegram is told that it arrived."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.domain.sos_words import is_sos
from bot.runtime import log
from bot.runtime.request import AiohttpRequest, told_apart
from storage.errors import DiskFullError, StorageError
from storage.journal import Arrived, Entry
from storage.store import Store

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_POLL_SECONDS = 25
_BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_OK, _CONFLICT, _UNAUTHORIZED = 200, 409, 401
SOS_ACTS = ("1:sos", "1:need", "1:held.yes")


class Fetcher:
    """The getUpdates loop: one a token."""

    def __init__(self, store: Store, base_url: str, deliver: Callable[[Sequence[Entry]], None]) -> None:
        """Journal to `store`, then hand what is new to `deliver`."""
        self._store = store
        self._url = base_url + "/getUpdates"
        self._deliver = deliver
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
            fresh = await journal(self._store, updates)
        except DiskFullError as error:
            return self._backed_off("disk-full", error)
        except StorageError as error:
            return self._backed_off("journal-failed", error)
        self._failures = 0
        if updates:
            self._offset = max(update["update_id"] for update in updates) + 1
            self._deliver(fresh)
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


async def journal(store: Store, updates: Sequence[dict[str, Any]]) -> list[Entry]:
    """Journal raw updates in one transaction; return those not known yet. Raises StorageError."""
    if not updates:
        return []
    fresh = await store.run(
        lambda tx: tx.journal.append([_arrived(update, tx.who(_chat(update))) for update in updates]), name="journal"
    )
    return fresh or []


def _arrived(update: dict[str, Any], lane: bytes) -> Arrived:
    raw = json.dumps(_needed(update), ensure_ascii=False, separators=(",", ":")).encode("utf8", "surrogatepass")
    return Arrived(update["update_id"], raw, lane, _is_urgent(update))


def _needed(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update without what is never read: a tap brings back our whole message, text and buttons."""
    tap = update.get("callback_query")
    message = tap.get("message") if isinstance(tap, dict) else None
    return update | {"callback_query": {**tap, "message": told_apart(message)}} if tap and message else update


def _chat(update: dict[str, Any]) -> int:
    for kind in ALLOWED:
        body = update.get(kind)
        if isinstance(body, dict):
            place = body.get("from") if kind == "callback_query" else body.get("chat")
            return int(place.get("id", 0)) if isinstance(place, dict) else 0
    return 0


def _is_urgent(update: dict[str, Any]) -> bool:
    message, tap = update.get("message"), update.get("callback_query")
    if isinstance(message, dict):
        return is_sos(str(message.get("text", "")))
    return isinstance(tap, dict) and str(tap.get("data", "")).startswith(SOS_ACTS)
