"""Logs are an allow-list: an event's name, an error's type and place, counts. Never a chat, code, text or message."""

import logging
import sys
from types import TracebackType

LOGGER = "kalkan"
_LIBRARIES = (
    "httpx",
    "httpcore",
    "telegram",
    "telegram.ext",
    "aiosqlite",
    "sqlalchemy",
    "apscheduler",
    "aiohttp",
    "asyncio",
    "PIL",
)


def set_up() -> None:
    """Send our own lines to standard error and silence every library: their lines carry tokens and texts."""
    for name in _LIBRARIES:
        library = logging.getLogger(name)
        library.setLevel(logging.CRITICAL + 1)
        library.propagate = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(LOGGER).setLevel(logging.INFO)
    sys.excepthook = _hook


def event(name: str, **counts: int | str) -> None:
    """Log that something happened. Values are counts, kinds or versions: never what a person gave us."""
    logging.getLogger(LOGGER).info("%s%s", name, "".join(f" {key}={value}" for key, value in counts.items()))


def alarm(name: str, **counts: int | str) -> None:
    """Log what an operator must look at."""
    logging.getLogger(LOGGER).error("%s%s", name, "".join(f" {key}={value}" for key, value in counts.items()))


def failure(name: str, error: BaseException, **counts: int | str) -> None:
    """Log an error by its type and the last place of ours it passed; not its message, which may quote a person."""
    alarm(name, error=type(error).__name__, at=_place(error.__traceback__), **counts)


def _place(trace: TracebackType | None) -> str:
    found = "unknown"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] in {"bot", "handlers", "storage"}:
            found = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    failure("stopped", error)
