"""A process of ours under test: started, listened to, killed; nothing here sleeps."""

import asyncio
import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path

from practice.telegram.signals import Signal

ROOT = Path(__file__).parent.parent


class HotlineError(AssertionError):
    """The process did something else than it was asked for; the text holds its output."""


class Process:
    """At most one running process; its output is kept over restarts."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.stdout: list[str] = []
        self.stderr: list[str] = []
        self.expected_tracebacks = False
        self._command = list(command)
        self._environment = dict(environment or {})
        self._process: asyncio.subprocess.Process | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._output = Signal()

    @property
    def pid(self) -> int | None:
        """The running process."""
        return self._process.pid if self._process is not None else None

    @property
    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.returncode is None

    async def launch(self, *arguments: str, failpoints: str = "", ready_within: float | None = None) -> None:
        """Start it; with `ready_within` seconds wait for its next line on stdout."""
        if self.is_running:
            raise HotlineError("it runs already")
        heard = len(self.stdout)
        self._process = await self._spawn([*self._command, *arguments], failpoints)
        self._readers = [
            asyncio.create_task(self._read(self._process.stdout, self.stdout)),
            asyncio.create_task(self._read(self._process.stderr, self.stderr)),
        ]
        if ready_within is not None:
            await self._until_ready(heard, ready_within)

    async def stop(self, within: float = 15.0) -> int:
        """SIGTERM, and wait; returns the exit code."""
        return await self._end(signal.SIGTERM, within)

    async def kill(self) -> None:
        """SIGKILL, and wait."""
        await self._end(signal.SIGKILL, 10)

    async def wait_exit(self, within: float = 20.0) -> int:
        """Wait until it has ended by itself, e.g. at a failpoint; returns the exit code (-9 for SIGKILL)."""
        assert self._process is not None, "it was never started"
        try:
            async with asyncio.timeout(within):
                code = await self._process.wait()
        except TimeoutError:
            raise HotlineError(f"still alive after {within:g} s\n{self.output()}") from None
        await asyncio.gather(*self._readers)
        return code

    def output(self) -> str:
        """Everything the process printed."""
        return "\n".join(["stdout:", *self.stdout, "stderr:", *self.stderr])

    def assert_clean(self) -> None:
        """Fail on a traceback in the output."""
        errors = "\n".join(self.stderr)
        if "Traceback (most recent call last)" in errors and not self.expected_tracebacks:
            raise HotlineError(f"the process printed a traceback:\n{errors}")

    async def _spawn(self, arguments: Sequence[str], failpoints: str) -> asyncio.subprocess.Process:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **self._environment}
        environment.pop("KALKAN_FAILPOINTS", None)
        if failpoints:
            environment["KALKAN_FAILPOINTS"] = failpoints
        return await asyncio.create_subprocess_exec(
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
            cwd=self.folder,
        )

    async def _read(self, stream: asyncio.StreamReader | None, lines: list[str]) -> None:
        assert stream is not None
        async for line in stream:
            lines.append(line.decode(errors="replace").rstrip("\n"))
            self._output.notify()
        self._output.notify()

    async def _until_ready(self, heard: int, within: float) -> None:
        deadline = asyncio.get_running_loop().time() + within
        while len(self.stdout) <= heard:
            if all(reader.done() for reader in self._readers):
                code = await self.wait_exit()
                raise HotlineError(f"it ended with {code} before it was ready\n{self.output()}")
            try:
                await self._output.wait(max(0.001, deadline - asyncio.get_running_loop().time()))
            except TimeoutError:
                await self.kill()
                raise HotlineError(f"not ready after {within:g} s\n{self.output()}") from None

    async def _end(self, how: signal.Signals, within: float) -> int:
        if self._process is None:
            return 0
        if self.is_running:
            self._process.send_signal(how)
        try:
            return await self.wait_exit(within)
        except HotlineError:
            self._process.kill()
            await self._process.wait()
            raise
