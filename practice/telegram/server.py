"""The HTTP side: /bot<token>/METHOD, /file/bot<token>/PATH and /clock, on loopback.

aiohttp's low-level server is used rather than its router: with one fixed shape of path the router
would be the most expensive part of a call.
"""

from __future__ import annotations

import asyncio
import json
import re
import socket
import struct
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from practice.telegram.checks import Uploaded
from practice.telegram.dispatch import Dispatcher
from practice.telegram.errors import ApiError
from practice.telegram.faults import ConnectionCutError, RawAnswerError, before
from practice.telegram.jsontypes import Json
from practice.telegram.request_body import BODY_LIMIT, read_parameters
from practice.telegram.spec import Spec
from practice.telegram.world import BotAccount, World

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,}")
_METHOD_PATH = re.compile(r"/bot([^/]+)/([^/]*)/?")
_FILE_PATH = re.compile(r"/file/bot([^/]+)/(.+)")
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Server:
    """Listens on 127.0.0.1 and hands calls to the dispatcher."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._dispatcher = Dispatcher(world, Spec.load())
        self._open: dict[int, web.BaseRequest] = {}
        self._runner: web.ServerRunner | None = None
        self.port = 0

    async def start(self, port: int = 0) -> None:
        """Listen; port 0 takes a free one."""
        server = web.Server(self._handle, handler_cancellation=True, request_factory=_request, access_log=None)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self._world.faults.on_outage = self._cut_all

    async def stop(self) -> None:
        """Stop listening and cut what is open."""
        await self._dispatcher.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def reply(self, bot: BotAccount, call: Json) -> None:
        """Carry out the method call that a webhook's answer contained."""
        given = {key: value for key, value in call.items() if key != "method"}
        await self._dispatcher.call(bot, call["method"], given, {})

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path == "/clock":
            return await self._clock(request)
        outage = self._world.faults.outage
        if outage is not None:
            outage.hit()
            return _cut(request)
        self._open[id(request)] = request
        try:
            return await self._route(request)
        except ApiError as error:
            return _json(error.status, error.body())
        except ConnectionCutError:
            return _cut(request)
        except RawAnswerError as answer:
            return web.Response(status=answer.status, body=answer.body, content_type="text/html")
        finally:
            del self._open[id(request)]

    async def _route(self, request: web.BaseRequest) -> web.StreamResponse:
        path = unquote(request.rel_url.raw_path)
        found = _METHOD_PATH.fullmatch(path)
        if found:
            bot = self._bot(found[1])
            given, uploads = await read_parameters(request)
            return await self._call(bot, found[2], given, uploads)
        found = _FILE_PATH.fullmatch(path)
        if found:
            return await self._download(self._bot(found[1]), found[2])
        raise ApiError(404, "Not Found")

    async def _call(self, bot: BotAccount, method: str, given: Json, uploads: dict[str, Uploaded]) -> web.Response:
        status, body = await self._dispatcher.call(bot, method, given, uploads)
        return _json(status, body)

    def _bot(self, token: str) -> BotAccount:
        bot = self._world.by_token.get(token)
        if bot is None:
            known_shape = _TOKEN.fullmatch(token)
            raise ApiError(401, "Unauthorized") if known_shape else ApiError(404, "Not Found")
        return bot

    async def _download(self, bot: BotAccount, path: str) -> web.Response:
        fault = self._world.faults.find("download", None, {"path": path})
        if fault is not None:
            await before(fault)
        file = self._world.files.at(path)
        if file is None or file.owner != bot.id or file.is_too_big_to_download:
            raise ApiError(404, "Not Found")
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def _clock(self, request: web.BaseRequest) -> web.Response:
        after = request.query.get("after")

        def alive() -> bool:
            # Without keep-alive the next poll comes over another connection: this one tells nothing.
            transport = request.transport
            return not request.keep_alive or (transport is not None and not transport.is_closing())

        state = await self._world.clock.follow(int(after) if after else None, alive)
        return _json(200, state)

    def _cut_all(self) -> None:
        """An outage has begun: calls that wait, such as getUpdates, break too."""
        for request in self._open.values():
            _cut(request)


def _request(*arguments: Any) -> web.BaseRequest:
    message, payload, protocol, writer, task = arguments
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=BODY_LIMIT)


def _json(status: int, body: Json) -> web.Response:
    return web.Response(
        status=status,
        body=json.dumps(body, ensure_ascii=False).encode(),
        content_type="application/json",
    )


def _cut(request: web.BaseRequest) -> web.Response:
    """Reset the connection, so that the client sees it break."""
    transport = request.transport
    if transport is not None:
        sock: socket.socket | None = transport.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        transport.close()
    return web.Response(status=503)
