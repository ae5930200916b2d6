"""The transport: a proxy is the environment's, and asking for it costs a call nothing."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.runtime import request
from bot.runtime.request import AiohttpRequest


@pytest.fixture(name="proxied")
async def _proxied(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[str]]:
    """What a proxy that the environment names was asked for."""
    asked: list[str] = []

    async def answer(call: web.BaseRequest) -> web.Response:
        asked.append(str(call.url))
        return web.json_response({"ok": True, "result": True})

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    request._proxy.cache_clear()
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{runner.addresses[0][1]}")
    monkeypatch.setenv("no_proxy", "near.invalid")
    yield asked
    request._proxy.cache_clear()
    await runner.cleanup()


async def test_calls_go_through_the_proxy_of_the_environment(proxied: list[str]) -> None:
    transport = AiohttpRequest()
    await transport.initialize()

    status, body = await transport.do_request("http://far.invalid/bot1:a/getMe", "POST")
    await transport.shutdown()

    assert (status, body) == (200, b'{"ok": true, "result": true}')
    assert proxied == ["http://far.invalid/bot1:a/getMe"]


def test_what_the_environment_excepts_goes_by_no_proxy(proxied: list[str]) -> None:
    assert request._proxy("http", "near.invalid") is None
    assert request._proxy("http", "far.invalid") is not None
    assert proxied == []
