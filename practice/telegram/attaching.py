"""Everything a person can send that is not text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from practice.telegram.hand import Hand
from practice.telegram.jsontypes import Json
from practice.telegram.methods.media import described
from practice.telegram.methods.words import POLL_DEFAULTS
from practice.telegram.view import Message


class Upload(NamedTuple):
    """One file of an album; `kind` is "photo", "video", "document" or "audio"."""

    kind: str
    data: bytes
    caption: str = ""


class Attaching(Hand):
    """The paper clip of a phone."""

    async def send_file(
        self,
        kind: str,
        data: bytes = b"bytes",
        *,
        caption: str = "",
        name: str = "",
        mime: str = "",
        size: int | None = None,
        reply_to: Message | None = None,
        **raw: Any,
    ) -> Message:
        """Send a photo, document, voice, video, audio, video_note, animation or sticker.

        `size` pretends a larger file than `data`, to meet the download limit of 20 MB.
        """
        file = self.world.files.add(self.bot.id, kind, data, name=name, mime=mime, size=size)
        content: Json = {kind: described(kind, file, {})}
        if caption:
            content["caption"] = caption
        return await self.anything(reply_to=reply_to, **content, **raw)

    async def send_photo(self, data: bytes = b"photo", **more: Any) -> Message:
        """Send a photo."""
        return await self.send_file("photo", data, **more)

    async def send_voice(self, data: bytes = b"voice", **more: Any) -> Message:
        """Send a voice message."""
        return await self.send_file("voice", data, mime="audio/ogg", **more)

    async def send_document(self, data: bytes = b"file", name: str = "f.pdf", **more: Any) -> Message:
        """Send a file."""
        return await self.send_file("document", data, name=name, **more)

    async def send_sticker(self, **more: Any) -> Message:
        """Send a sticker."""
        return await self.send_file("sticker", **more)

    async def send_album(self, uploads: Iterable[Upload]) -> list[Message]:
        """Send several files at once: they arrive as separate messages of one group."""
        group = self.world.ids.query()
        return [await self.send_file(one.kind, one.data, caption=one.caption, media_group_id=group) for one in uploads]

    async def send_location(self, latitude: float = 42.8746, longitude: float = 74.5698, **more: Any) -> Message:
        """Send a point; Bishkek unless told otherwise."""
        return await self.anything(location={"latitude": latitude, "longitude": longitude}, **more)

    async def send_contact(self, phone_number: str = "+996700123456", **more: Any) -> Message:
        """Send a contact."""
        return await self.anything(contact={"phone_number": phone_number, "first_name": self.name}, **more)

    async def send_dice(self) -> Message:
        """Throw a die."""
        return await self.anything(dice={"emoji": "🎲", "value": self.world.ids.die()})

    async def send_poll(self, question: str = "?", options: Iterable[str] = ("1", "2")) -> Message:
        """Send a poll."""
        votes = [{"persistent_id": str(index), "text": text, "voter_count": 0} for index, text in enumerate(options)]
        poll = POLL_DEFAULTS | {"id": self.world.ids.query(), "question": question, "options": votes}
        return await self.anything(poll=poll)
