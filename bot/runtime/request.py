"""python-telegram-bot's transport on aiohttp: several times less work a call than its default one.

Errors are raised `from None`: the client's own exceptions carry the URL, and the URL carries the token.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 15.0
_CONNECTIONS = 64
_JSON = {"Content-Type": "application/json"}


class AiohttpRequest(BaseRequest):
    """One session with a bounded pool of kept connections."""

    def __init__(self) -> None:
        """Connect to nothing yet."""
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return the seconds python-telegram-bot adds to for long polls."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Make one call; raises TimedOut or NetworkError, neither with an address in it."""
        if self._session is None:
            message = "the transport is closed"
            raise NetworkError(message)
        seconds = read_timeout if isinstance(read_timeout, (int, float)) else _READ_SECONDS
        timeout = aiohttp.ClientTimeout(sock_connect=_CONNECT_SECONDS, sock_read=seconds)
        try:
            body, headers = _body(request_data)
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, proxy=_proxy_for(url)
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return Telegram's answer; raises TelegramError.

        Of a message that was sent only what tells it from others is kept, of one that was edited only that it was:
        nothing else is ever read, and to make objects of it is a third of the work of a call.
        """
        try:
            answer: dict[str, Any] = json.loads(payload)
        except ValueError:
            message = "the answer is not JSON"
            raise TelegramError(message) from None
        result = answer.get("result")
        if isinstance(result, dict) and "message_id" in result:
            answer["result"] = "edit_date" in result or told_apart(result)
        return answer


def _proxy_for(url: str) -> str | None:
    parts = urlsplit(url)
    return _proxy(parts.scheme, parts.hostname or "")


@cache
def _proxy(scheme: str, host: str) -> str | None:
    """Return the proxy that the environment names for a host. aiohttp's trust_env asks a thread anew at every call."""
    return None if proxy_bypass(host) else getproxies().get(scheme)


def told_apart(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return of a message in Telegram's JSON only what tells it from others."""
    return {name: message[name] for name in ("message_id", "date", "chat") if name in message}


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    """Return a call's body and its headers: JSON, which costs least, or a form where files go along."""
    if data is None:
        return None, None
    if not data.contains_files:
        return json.dumps(data.parameters).encode(), _JSON
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None
