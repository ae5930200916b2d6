"""Photos, documents, voice and the other files, one at a time or as an album."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from practice.telegram.checks import Uploaded
from practice.telegram.errors import WRONG_FILE, WRONG_FILE_ID, bad_request
from practice.telegram.filestore import StoredFile
from practice.telegram.jsontypes import Json
from practice.telegram.methods.sending import posted, replied, sent
from practice.telegram.methods.turn import Turn
from practice.telegram.text import caption_text

PHOTO_LIMIT = 10 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024

_NO_CAPTION = frozenset({"sticker", "video_note"})
_ALBUM_KINDS = frozenset({"audio", "document", "photo", "video", "live_photo"})
_SHOWN = ("show_caption_above_media", "has_spoiler")
_DETAILS: dict[str, Json] = {
    "audio": {"duration": 0},
    "voice": {"duration": 0, "mime_type": "audio/ogg"},
    "video": {"duration": 0, "width": 640, "height": 480, "mime_type": "video/mp4"},
    "animation": {"duration": 0, "width": 320, "height": 240, "mime_type": "video/mp4"},
    "video_note": {"duration": 0, "length": 240},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False,
                "is_video": False},
}  # fmt: skip
_GIVEN = ("duration", "width", "height", "length", "performer", "title", "emoji")


def _is_too_big(kind: str, size: int) -> None:
    if size > UPLOAD_LIMIT:
        raise bad_request("file is too big")
    if kind == "photo" and size > PHOTO_LIMIT:
        raise bad_request(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")


def _file(turn: Turn, kind: str, value: Uploaded | str) -> StoredFile:
    """The file behind an upload, an attach:// name or a file_id."""
    if isinstance(value, str) and value.startswith("attach://"):
        name = value.removeprefix("attach://")
        if name not in turn.uploads:
            raise bad_request(WRONG_FILE)
        value = turn.uploads[name]
    if isinstance(value, Uploaded):
        if not value.data:
            raise bad_request("file must be non-empty")
        _is_too_big(kind, len(value.data))
        return turn.world.files.add(turn.bot.id, kind, value.data, name=value.name, mime=value.content_type)
    if value.startswith(("http://", "https://")):
        # Nothing is fetched: this server lives on loopback only.
        raise bad_request("failed to get HTTP URL content")
    file = turn.world.files.get(turn.bot.id, value)
    if file.kind != kind:
        raise bad_request(f"can't use file of type {_title(file.kind)} as {_title(kind)}")
    return file


def _title(kind: str) -> str:
    return "".join(part.capitalize() for part in kind.split("_"))


def described(kind: str, file: StoredFile, details: Json) -> Any:
    """The object a message carries for a file, e.g. a Voice or a list of PhotoSize."""
    about = file.describe()
    if kind in ("photo", "live_photo"):
        return [about | {"width": 800, "height": 600}]
    if file.name and kind in ("document", "audio", "video", "animation"):
        about["file_name"] = file.name
    if file.mime and kind not in ("sticker", "video_note"):
        about["mime_type"] = file.mime
    given = {key: details[key] for key in _GIVEN if key in details}
    known = _DETAILS.get(kind, {})
    return known | about | {key: value for key, value in given.items() if key in known or kind == "audio"}


def content_of(turn: Turn, kind: str, value: Uploaded | str, given: Json) -> Json:
    """The message fields for one file with its caption."""
    content: Json = {kind: described(kind, _file(turn, kind, value), given)}
    if kind == "animation":
        keys = ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")
        content["document"] = {key: content[kind][key] for key in keys if key in content[kind]}
    if kind in _NO_CAPTION:
        return content
    return content | caption_of(given) | _extras(kind, given)


def _extras(kind: str, given: Json) -> Json:
    extras = {"show_caption_above_media": True} if given.get("show_caption_above_media") else {}
    if given.get("has_spoiler") and kind in ("photo", "video", "animation"):
        extras["has_media_spoiler"] = True
    return extras


def caption_of(given: Json) -> Json:
    """The caption fields, if there is a caption."""
    caption, entities = caption_text(given.get("caption", ""), given.get("parse_mode"), given.get("caption_entities"))
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": entities} if entities else {"caption": caption}


def sender(kind: str) -> Callable[[Turn], Any]:
    """The method that sends one file of this kind."""

    def send(turn: Turn) -> Any:
        value = turn.get(kind)
        if value is None:
            raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
        return sent(turn, content_of(turn, kind, value, turn.params))

    return send


def send_media_group(turn: Turn) -> Any:
    """Send an album of 2-10 files."""
    media = turn.get("media", [])
    if not 2 <= len(media) <= 10:
        raise bad_request("album must contain 2-10 files" if media else "media group is empty")
    kinds = {item["type"] for item in media}
    if not kinds <= _ALBUM_KINDS or (len(kinds) > 1 and kinds & {"audio", "document"}):
        raise bad_request("Can't use the media of the specified type in the album")
    chat = turn.open_chat()
    reply = replied(turn, chat)
    contents = [content_of(turn, item["type"], item["media"], item) for item in media]
    turn.bot.limits.spend(chat.id, len(contents))
    group = {"media_group_id": turn.world.ids.query()}
    return [posted(turn, chat, content | group, None, reply).raw for content in contents]


def get_file(turn: Turn) -> Any:
    """Where a file can be downloaded."""
    file = turn.world.files.get(turn.bot.id, turn.get("file_id", ""), WRONG_FILE_ID)
    if file.is_too_big_to_download:
        raise bad_request("file is too big")
    return file.describe() | {"file_path": file.path}
