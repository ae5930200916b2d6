"""Files: ids, paths and bytes."""

from __future__ import annotations

from dataclasses import dataclass

from practice.telegram.errors import WRONG_FILE, bad_request
from practice.telegram.ids import Ids
from practice.telegram.jsontypes import Json

DOWNLOAD_LIMIT = 20 * 1024 * 1024
"""A bot downloads files up to 20 MB (getFile)."""

_FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music"}
_SUFFIXES = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "audio": ".mp3", "sticker": ".webp"}


@dataclass(slots=True)
class StoredFile:
    """One file at Telegram; `kind` is the message field it came in, e.g. "photo"."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    data: bytes
    path: str
    size: int
    owner: int  # the bot whose file_id it is: another bot cannot use it

    @property
    def is_too_big_to_download(self) -> bool:
        """Whether getFile refuses it."""
        return self.size > DOWNLOAD_LIMIT

    def describe(self) -> Json:
        """The fields every file object has."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }


class FileStore:
    """All files of one practice Telegram."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(
        self, owner: int, kind: str, data: bytes, *, name: str = "", mime: str = "", size: int | None = None
    ) -> StoredFile:
        """Keep a file. `size` pretends a larger file than `data`, to test limits."""
        path = f"{_FOLDERS.get(kind, 'documents')}/file_{len(self._by_path)}{_suffix(kind, name)}"
        file = StoredFile(
            file_id="AgAC" + self._ids.text(60),
            unique_id="AQAD" + self._ids.text(12),
            kind=kind,
            name=name,
            mime=mime,
            data=data,
            path=path,
            size=len(data) if size is None else size,
            owner=owner,
        )
        self._by_id[file.file_id] = self._by_path[path] = file
        return file

    def get(self, owner: int, file_id: str, refusal: str = WRONG_FILE) -> StoredFile:
        """Return the file or refuse as Telegram does."""
        file = self._by_id.get(file_id)
        if file is None or file.owner != owner:
            raise bad_request(refusal)
        return file

    def at(self, path: str) -> StoredFile | None:
        """Return the file a download link names."""
        return self._by_path.get(path)


def _suffix(kind: str, name: str) -> str:
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else _SUFFIXES.get(kind, "")
