"""Where keys come from.

root key (a 0600 file outside the data folder) ── wraps ──► keyring rows: index, staff, statistics, audit
epoch key (a small file beside the root, itself wrapped by the root, never in the database or a backup)
    ── wraps ──► the queue key and one data key per case
"""

import base64
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from storage.errors import DamagedError, KeyFileError
from storage.vault import KEY_BYTES, Key, place

PURPOSES = ("index", "staff", "statistics", "audit")
_ROOT_ID = b"root"
_EPOCHS = place("epochs", b"file")


@dataclass(frozen=True, slots=True)
class Keyring:
    """The opened keys of a running hotline. `epochs` holds the newest last."""

    root: Key
    index: Key
    staff: Key
    statistics: Key
    audit: Key
    queue: Key
    epochs: tuple[Key, ...]

    @property
    def epoch(self) -> Key:
        """Return the key that wraps new data keys."""
        return self.epochs[-1]

    def unwrap(self, wrapped: bytes, where: bytes) -> bytes:
        """Open a data key wrapped under any epoch still at hand; raises DamagedError."""
        for epoch in reversed(self.epochs):
            if wrapped[1:5] == epoch.id:
                return epoch.open(wrapped, where)
        message = "this data key's epoch is gone"
        raise DamagedError(message)


def write_private(path: Path, text: str) -> None:
    """Write a file only its owner reads, all of it or nothing; what it held before is overwritten on the disk."""
    fresh = path.with_name(path.name + ".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    before = _opened(path)
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    if before is not None:
        _blank(before)


def _opened(path: Path) -> int | None:
    try:
        return os.open(path, os.O_WRONLY | os.O_NOFOLLOW)
    except OSError:  # there is none, or it is a link to something that is not ours to blank
        return None


def _blank(handle: int) -> None:
    """Overwrite a file that has no name any more; a file system that copies on write may keep the old blocks."""
    try:
        os.pwrite(handle, bytes(os.fstat(handle).st_size), 0)
        os.fsync(handle)
    finally:
        os.close(handle)


def create_root(path: Path) -> None:
    """Make a new root key file; raises KeyFileError rather than overwrite one."""
    if path.exists():
        message = f"{path.name} exists already; it is never overwritten"
        raise KeyFileError(message)
    write_private(path, json.dumps({"v": 1, "key": base64.b64encode(os.urandom(KEY_BYTES)).decode()}) + "\n")


def load_root(path: Path) -> Key:
    """Read the root key; raises KeyFileError."""
    try:
        info = path.stat()
        data = json.loads(path.read_text(encoding="utf8"))
        secret = base64.b64decode(data["key"], validate=True)
    except OSError:
        message = f"no key file at {path}: run `kalkan init`, or put back the key this database was made with"
        raise KeyFileError(message) from None
    except (ValueError, KeyError, TypeError):
        message = f"{path.name} is not a key file of ours; put back the one this database was made with"
        raise KeyFileError(message) from None
    if stat.S_IMODE(info.st_mode) & 0o077:
        message = f"{path.name} can be read by others: chmod 600 it"
        raise KeyFileError(message)
    if len(secret) != KEY_BYTES:
        message = f"{path.name} is not a key file of ours; put back the one this database was made with"
        raise KeyFileError(message)
    return Key(_ROOT_ID, secret)


def epoch_file(key_file: Path) -> Path:
    """Return where the epoch keys lie: beside the root."""
    return key_file.with_suffix(".epoch")


def save_epochs(path: Path, root: Key, epochs: tuple[Key, ...]) -> None:
    """Write the epoch keys, wrapped by the root."""
    rows = [{"id": epoch.id.hex(), "key": epoch.secret.hex()} for epoch in epochs]
    write_private(path, root.seal_json(rows, _EPOCHS).hex() + "\n")


def load_epochs(path: Path, root: Key) -> tuple[Key, ...]:
    """Read the epoch keys; raises KeyFileError."""
    try:
        rows = root.open_json(bytes.fromhex(path.read_text(encoding="utf8")), _EPOCHS)
    except OSError:
        message = f"no {path.name} beside the key file: without it no open case can be read; put it back"
        raise KeyFileError(message) from None
    except (ValueError, DamagedError):
        message = f"{path.name} does not belong to this key file; put back the pair"
        raise KeyFileError(message) from None
    return tuple(Key(bytes.fromhex(row["id"]), bytes.fromhex(row["key"])) for row in rows)


def wrap(key: Key, under: Key, table: str, row: bytes) -> bytes:
    """Seal a key's id and secret to its row."""
    return under.seal(key.id + key.secret, place(table, row))


def unwrapped(plain: bytes) -> Key:
    """Turn opened bytes back into a key."""
    return Key(plain[:4], plain[4:])
