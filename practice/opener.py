"""What the keys open: asked of the real program, in a process of its own that lives as long as the room."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from practice.process import PracticeError, drained, ended, spawned
from practice.telegram.jsontypes import Json

OPENED = (sys.executable, "-m", "bot.opened")
_ANSWER_WITHIN_S = 20.0
_LONGEST_LINE = 16 * 1024 * 1024


class Opener:
    """Starts at the first question; answers one at a time."""

    def __init__(self, folder: Path, config: Path) -> None:
        self._folder = folder
        self._config = config
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def open(self, table: str) -> Json:
        """Return the table's sealed columns, and by the SHA-256 of each value what it says; raises PracticeError."""
        async with self._turn:
            if self._process is None or self._process.returncode is not None:
                self._process = await spawned(
                    [*OPENED, "--config", str(self._config)], self._folder, asks=True, limit=_LONGEST_LINE
                )
            try:
                async with asyncio.timeout(_ANSWER_WITHIN_S):
                    line = await self._asked(self._process, table)
            except BaseException:  # also a question that was given up: its answer must not be taken for the next one's
                await self._end()
                raise
        answer: Json = json.loads(line)
        if "trouble" in answer:
            raise PracticeError(answer["trouble"])
        return answer

    async def close(self) -> None:
        """End the process."""
        async with self._turn:
            await self._end()

    async def _asked(self, process: asyncio.subprocess.Process, table: str) -> bytes:
        line = b""
        if process.stdin is not None and process.stdout is not None:
            process.stdin.write(f"{table}\n".encode())
            line = await process.stdout.readline()
        if not line:
            raise PracticeError(await drained(process.stderr) or "the keys cannot be asked")
        return line

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await ended(process)
