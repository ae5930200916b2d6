"""The web server of the page: on 127.0.0.1, for this computer's browser alone.

Besides listening on loopback it answers only requests that name it so (another name that leads here would be a web page
trying to reach it through the browser) and takes no connection that another page has opened.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler

from practice.page.desk import Desk
from practice.page.feed import Listener
from practice.page.hands import RefusedError, read_asked
from practice.page.stage import Stage
from practice.process import PracticeError
from practice.telegram.errors import ApiError
from practice.telegram.jsontypes import Json

_HERE = Path(__file__).parent
_MOST_ASKED = 8 * 1024 * 1024
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws://127.0.0.1:* ws://localhost:*; "  # noqa: E501
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}


class Page:
    """Serves a stage on one port."""

    def __init__(self, port: int, stage: Stage | None = None, *, story: str = "", language: str = "") -> None:
        """Begin with a story in a language, or with a room to play freely in."""
        self.port = port
        self._first = story, language
        self.stage = stage or Stage()
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """What to open in a browser."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/", _index)
        app.router.add_get("/live", self._live)
        app.router.add_get("/file/{id}", self._file)
        app.router.add_static("/words", _HERE / "words")
        app.router.add_static("/", _HERE / "static")
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        except OSError:
            await self._runner.cleanup()
            raise PracticeError(
                f"port {self.port} is taken, perhaps by another practice room: open {self.url}, "
                f"or take another port: kalkan practice --port {self.port + 1}"
            ) from None
        self.port = self._runner.addresses[0][1]
        await self.stage.renew(*self._first)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stage.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        allowed = (f"127.0.0.1:{self.port}", f"localhost:{self.port}")
        origin = request.headers.get("Origin")
        if request.host not in allowed or (origin is not None and origin not in {f"http://{host}" for host in allowed}):
            raise web.HTTPForbidden(text=f"Open {self.url} in a browser on this computer.")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    async def _live(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=30, max_msg_size=_MOST_ASKED)
        await socket.prepare(request)
        playing = self.stage.front
        playing.sockets.add(socket)
        listener = playing.desk.feed.join()
        listener.tell(playing.desk.hello())
        try:
            async with asyncio.TaskGroup() as tasks:
                telling = tasks.create_task(_tell(socket, listener))
                async for message in socket:
                    if message.type is WSMsgType.TEXT:
                        tasks.create_task(_answer(playing.desk, socket, listener, message.data))
                telling.cancel()
        finally:
            playing.sockets.discard(socket)
            playing.desk.feed.leave(listener)
        return socket

    async def _file(self, request: web.Request) -> web.Response:
        room = self.stage.front.desk.room
        try:
            found = room.telegram.files.get(room.account.id, request.match_info["id"])
        except ApiError:
            raise web.HTTPNotFound from None
        # Always as a picture or as bytes to keep: a file somebody has sent must never run as a page.
        kind = "image/jpeg" if found.kind == "photo" else "application/octet-stream"
        return web.Response(body=found.data, content_type=kind)


async def _answer(desk: Desk, socket: web.WebSocketResponse, listener: Listener, text: str) -> None:
    answer: Json = {"kind": "answer"}
    try:
        asked: Json = read_asked(text)
        answer["to"] = asked.get("n")
        answer["got"] = await desk.answer(listener, asked)
    except RefusedError as refused:
        answer["refused"] = str(refused)
    except PracticeError as error:
        answer |= {"refused": "trouble", "line": str(error)}
    if not socket.closed:
        listener.tell(answer)


async def _tell(socket: web.WebSocketResponse, listener: Listener) -> None:
    with contextlib.suppress(ConnectionResetError):
        while (event := await listener.queue.get()) is not None:
            await socket.send_str(json.dumps(event, ensure_ascii=False))
    await socket.close()


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(_HERE / "static" / "index.html")
