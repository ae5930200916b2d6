"""Forbids a second `run` on the same hotline; the command line works beside a running one."""

import contextlib
import fcntl
import os
from collections.abc import Iterator

from bot.config import Settings
from storage.errors import LockedError


@contextlib.contextmanager
def run_lock(settings: Settings) -> Iterator[None]:
    """Hold the lock while the hotline runs; raises LockedError. It goes with the process, however that ends."""
    path = settings.key_file.with_suffix(".lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            message = "the hotline runs already with this key: stop the other `kalkan run` first"
            raise LockedError(message) from None
        yield
    finally:
        os.close(handle)
