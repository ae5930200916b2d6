"""Processes of the real program: nothing of the surroundings reaches them, and none of them outlives the room."""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_SEVERAL = """
import json, sys
from bot.cli import main
for each in json.loads(sys.argv[1]):
    main(each, standalone_mode=False)
"""
"""The command line several times in one process: most of a command's time goes into loading the program."""
_PRCTL = getattr(ctypes.CDLL(None), "prctl", None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1
_COMMAND_WITHIN_S = 60.0


class PracticeError(Exception):
    """The practice room cannot go on; the message is one line that says what to do."""


async def spawned(
    command: Sequence[str], folder: Path, *, asks: bool = False, limit: int = 64 * 1024
) -> asyncio.subprocess.Process:
    """Start a process in `folder`; every KALKAN_* variable is left out, for it may name something real.

    With `asks` it is spoken to; `limit` is the longest line it says, in bytes.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KALKAN_")}
    return await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE if asks else asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**kept, "PYTHONPATH": str(_ROOT), "PYTHONUNBUFFERED": "1"},
        cwd=folder,
        start_new_session=True,  # Ctrl+C in the terminal reaches the room, and the room ends the bot
        preexec_fn=_end_with_parent,
        limit=limit,
    )


async def ended(process: asyncio.subprocess.Process) -> None:
    """Make sure that it is no more."""
    if process.returncode is None:
        process.kill()
        await process.wait()


async def run_several(commands: Sequence[Sequence[str]], folder: Path) -> str:
    """Run commands of `kalkan` to their end, one after the other; return what they printed. Raises PracticeError."""
    process = await spawned([sys.executable, "-c", _SEVERAL, json.dumps(commands)], folder)
    try:
        async with asyncio.timeout(_COMMAND_WITHIN_S):
            out, err = await process.communicate()
    except TimeoutError:
        raise PracticeError(f"`kalkan {commands[0][0]}` did not end") from None
    finally:
        await ended(process)  # also when the room is closed meanwhile
    if process.returncode:
        raise PracticeError(_last_line(err) or f"`kalkan {commands[0][0]}` failed")
    return out.decode()


async def drained(stream: asyncio.StreamReader | None) -> str:
    """Read to the end, so that the process never blocks, and return the last line."""
    last = b""
    while stream is not None and (line := await stream.readline()):
        last = line.strip() or last
    return last.decode(errors="replace")


def _last_line(printed: bytes) -> str:
    lines = [line for line in printed.decode(errors="replace").splitlines() if line.strip()]
    return lines[-1].removeprefix("kalkan: ") if lines else ""


def _end_with_parent() -> None:
    """Have the kernel end the bot when the room dies without a word; only Linux can."""
    if _PRCTL is not None:
        _PRCTL(_PR_SET_PDEATHSIG, signal.SIGKILL)
