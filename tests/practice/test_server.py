"""The web server: this computer's browser alone, one room on one port, and nothing real."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from practice.hotline import Hotline
from practice.page.server import Page
from practice.process import PracticeError
from practice.room import Room
from practice.telegram import Telegram

ROOT = Path(__file__).parents[2]
KALKAN = [sys.executable, "-m", "bot.cli", "practice", "--port"]


@pytest.fixture(name="browser_session")
async def _session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.mark.parametrize(("headers", "status"), [
    ({}, 200),
    ({"Host": "localhost:{port}"}, 200),
    ({"Host": "kalkan.example:{port}"}, 403),
    ({"Host": "127.0.0.1"}, 403),
    ({"Origin": "http://127.0.0.1:{port}"}, 200),
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "null"}, 403),
])  # fmt: skip
async def test_answers_only_to_its_own_name_and_its_own_page(
    page: Page, browser_session: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    given = {name: value.format(port=page.port) for name, value in headers.items()}

    async with browser_session.get(page.url + "/", headers=given) as answer:
        assert answer.status == status
        if status == 200:
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_another_page_cannot_open_a_live_connection(page: Page, browser_session: aiohttp.ClientSession) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await browser_session.ws_connect(page.url + "/live", headers={"Origin": "https://evil.example"})


async def test_rubbish_is_refused_and_the_connection_lives_on(
    page: Page, browser_session: aiohttp.ClientSession
) -> None:
    chat = next(iter(page.stage.front.desk.room.cast)).id
    rubbish: list[dict[str, object]] = [
        {"do": "nonsense"}, {"do": "tap", "chat": 1}, {"do": "tap", "chat": chat}, {"do": "jump", "ms": -5},
        {"do": "jump", "ms": "soon"}, {"do": "rate", "rate": 1000}, {"do": "weather", "what": "hail", "on": True},
        {"do": "table", "name": "sqlite_master; DROP TABLE cases"}, {"do": "attach", "chat": chat, "what": "bomb"},
        {"do": "attach", "chat": chat, "what": "photo", "data": "?"}, {"do": "story", "id": "../x", "language": "ru"},
        {"do": "language", "chat": chat, "code": "xx"}, {"do": "add", "role": "king", "language": "ru"}, {},
    ]  # fmt: skip
    async with browser_session.ws_connect(page.url + "/live") as socket:
        assert (await socket.receive_json())["kind"] == "hello"
        for number, asked in enumerate(rubbish):
            await socket.send_json({**asked, "n": number})
            while (answer := await socket.receive_json())["kind"] != "answer":
                pass
            assert (answer["to"], answer.get("refused")) == (number, "gone")
        await socket.send_str("not json")
        await socket.send_json({"do": "tables", "n": 99})
        while (answer := await socket.receive_json()).get("to") != 99:
            pass
        assert "got" in answer


async def test_what_somebody_sent_is_never_served_as_a_page(page: Page, browser_session: aiohttp.ClientSession) -> None:
    room = page.stage.front.desk.room
    file = room.telegram.files.add(room.account.id, "document", b"<script>alert(1)</script>", name="x.html")

    async with browser_session.get(f"{page.url}/file/{file.file_id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    async with browser_session.get(f"{page.url}/file/nothing") as answer:
        assert answer.status == 404


async def test_a_second_room_on_the_port_says_so_in_one_line(page: Page) -> None:
    with pytest.raises(PracticeError, match=rf"port {page.port} is taken.*--port {page.port + 1}") as error:
        await Page(page.port).__aenter__()

    assert "\n" not in str(error.value)


def test_the_command_says_it_in_one_line_and_takes_no_real_token(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KALKAN_TOKEN": "1:real"}

    ended = subprocess.run([*KALKAN, "0"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "unset KALKAN_TOKEN" in ended.stderr
    assert "real" not in ended.stderr.replace("takes no real one", "")


async def test_a_hotline_of_practice_talks_to_loopback_alone(tmp_path: Path) -> None:
    async with Telegram() as telegram:
        with pytest.raises(PracticeError, match="nothing else"):
            Hotline(tmp_path, telegram.add_bot(), "https://api.telegram.org")


@pytest.mark.parametrize(("api_url", "complaint"), [
    ("https://api.telegram.org", "a real one"), ("http://10.0.0.7:8081", "a real one"), (None, "no settings"),
])  # fmt: skip
def test_rows_of_a_real_hotline_are_never_opened(tmp_path: Path, api_url: str | None, complaint: str) -> None:
    if api_url is not None:
        (tmp_path / "config.toml").write_text(f'[telegram]\ntoken = "1:real"\napi_url = "{api_url}"\n')
    command = [sys.executable, "-m", "bot.opened", "--config", str(tmp_path / "config.toml")]

    ended = subprocess.run(command, cwd=ROOT, input="cases\n", capture_output=True, text=True, check=False, timeout=60)

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert complaint in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == (["config.toml"] if api_url else [])


def test_opening_rows_is_no_command_of_the_hotline() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bot.cli", "opened"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2


@pytest.mark.slow
async def test_the_command_opens_a_room_and_deletes_it_at_the_end(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path), "KALKAN_CONFIG": "/nowhere"}
    environment.pop("KALKAN_TOKEN", None)
    process = await asyncio.create_subprocess_exec(
        *KALKAN, "0", cwd=tmp_path, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    url = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
    async with aiohttp.ClientSession() as session, session.ws_connect(url + "/live") as socket:
        while (await socket.receive_json()).get("ready") is not True:
            pass
    assert any(name.endswith("hotline/data/kalkan.db") for name in files_in(tmp_path))

    process.send_signal(signal.SIGINT)
    _, errors = await process.communicate()

    assert process.returncode == 0
    assert errors == b""
    assert not files_in(tmp_path)


def files_in(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*")]


async def test_a_bot_that_does_not_start_is_told_in_one_line() -> None:
    async with Room(command=(sys.executable, "-c", "import sys; sys.exit('no luck today')")) as room:
        await room.ready.wait()

        assert room.trouble == "the bot did not start: no luck today"
