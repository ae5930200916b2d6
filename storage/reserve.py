"""Room set aside for the worst hour: a file that is given up when the disk is full, so that units go on."""

import os
from pathlib import Path

SIZE = 4 * 1024 * 1024
_NAME = "reserve"


class Reserve:
    """The file, beside the database. PostgreSQL keeps its own disk: there is none then."""

    def __init__(self, database_url: str) -> None:
        """Name the file."""
        path = database_url.removeprefix("sqlite:///")
        self._path = Path(path).with_name(_NAME) if path != database_url else None

    def set_aside(self) -> bool:
        """Fill the file where it is missing; False when there is no room for it."""
        if self._path is None or (self._path.exists() and self._path.stat().st_size >= SIZE):
            return True
        try:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.posix_fallocate(handle, 0, SIZE)
            finally:
                os.close(handle)
        except OSError:
            self._path.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> bool:
        """Free the room; False when it was free already."""
        if self._path is None or not self._path.exists():
            return False
        self._path.unlink()
        return True
