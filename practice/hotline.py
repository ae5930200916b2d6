"""The real bot as its own process, in a folder that is thrown away.

It is the same program that runs a real hotline: `kalkan init`, `kalkan run`, `kalkan invite`. Only its settings differ:
the practice Telegram's address and token.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from practice.process import PracticeError, drained, run_several, spawned
from practice.telegram import BotAccount

KALKAN = (sys.executable, "-m", "bot.cli")
_READY_WITHIN_S = 30.0
_STOP_WITHIN_S = 5.0

Invited = tuple[str, str, str]
"""Role, region ("" for all) and alias of somebody who gets an invitation."""


class Hotline:
    """One folder and at most one running process. `on_change` is called when the process starts or ends."""

    def __init__(
        self,
        folder: Path,
        account: BotAccount,
        api_url: str,
        *,
        command: Sequence[str] = KALKAN,
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        if urlsplit(api_url).hostname != "127.0.0.1":
            raise PracticeError("practice talks to the Telegram inside it and to nothing else")
        self.folder = folder
        self.account = account
        self.state = "starting"  # then running or dead
        self.last_line = ""
        self._api_url = api_url
        self._command = list(command)
        self._on_change = on_change
        self._process: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None

    @property
    def database(self) -> Path:
        """Where the throw-away database lies."""
        return self.folder / "data" / "kalkan.db"

    @property
    def pid(self) -> int | None:
        """The process, running or not; None before the first."""
        return None if self._process is None else self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.returncode is None

    @property
    def config(self) -> Path:
        """The settings file: beside the one `kalkan init` writes, which stays as it is."""
        return self.folder / "practice.toml"

    async def create(self) -> None:
        """`kalkan init`, and settings for the practice Telegram."""
        token = self.folder / "bot.token"
        token.write_text(self.account.token + "\n")
        token.chmod(0o600)
        self.config.write_text(
            "[telegram]\n"
            'token_file = "bot.token"\n'
            f'api_url = "{self._api_url}"\n'
            '[keys]\nfile = "kalkan.key"\narchive = "none"\n'
            '[hotline]\nlanguages = ["ru", "ky", "en"]\n'
        )
        await run_several([["init", "--dir", str(self.folder)]], self.folder)

    async def start(self) -> None:
        """`kalkan run` on the practice clock, until it says that it is ready; raises PracticeError."""
        if self.is_running:
            return
        self._set("starting")
        clock = f"{self._api_url}/clock"
        self._process = await spawned(
            [*self._command, "run", "--config", str(self.config), "--clock", clock], self.folder
        )
        stdout = self._process.stdout
        ready = b""
        if stdout is not None:
            try:
                async with asyncio.timeout(_READY_WITHIN_S):
                    ready = await stdout.readline()
            except TimeoutError:
                self._process.kill()
        self._watch = asyncio.get_running_loop().create_task(self._until_end(self._process))
        if not ready:
            await self._watch
            raise PracticeError(f"the bot did not start: {self.last_line or 'it said nothing'}")
        self._set("running")

    async def stop(self) -> None:
        """End it as an operator would, and if it does not, at once."""
        await self._end(signal.SIGTERM)

    async def kill(self) -> None:
        """End it as a power cut would."""
        await self._end(signal.SIGKILL)

    async def invite(self, *wanted: Invited) -> list[str]:
        """`kalkan invite` for each of them, beside a running bot; return the links. Raises PracticeError."""
        config = ("--config", str(self.config))
        commands = [
            ["invite", role, *(("--region", region) if region else ()), "--alias", alias, *config]
            for role, region, alias in wanted
        ]
        printed = await run_several(commands, self.folder)
        links = [word for word in printed.split() if word.startswith("https://t.me/")]
        if len(links) != len(wanted):
            raise PracticeError("`kalkan invite` printed no link")
        return links

    async def _until_end(self, process: asyncio.subprocess.Process) -> None:
        """Drain its output, so that it never blocks, and remember the last thing it complained of."""
        _, err = await asyncio.gather(drained(process.stdout), drained(process.stderr))
        await process.wait()
        self.last_line = err
        if self._process is process:
            self._set("dead")

    async def _end(self, how: signal.Signals) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.send_signal(how)
        try:
            async with asyncio.timeout(_STOP_WITHIN_S):
                await process.wait()
        except TimeoutError:
            process.kill()
        if self._watch is not None:
            await self._watch

    def _set(self, state: str) -> None:
        self.state = state
        self._on_change()
