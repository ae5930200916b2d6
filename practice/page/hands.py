"""What a person at the page does with a phone.

Without a network a tap fails, as it does on a real phone, and what was written is sent when the network is back.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Awaitable, Callable, Mapping

from practice.cast import LANGUAGES, Held
from practice.telegram import Message, Upload
from practice.telegram.jsontypes import Json
from practice.telegram.view import Button

_MOST_TEXT = 4096
_MOST_BYTES = 5 * 1024 * 1024
TAP_WITHIN_S = 12.0


class RefusedError(Exception):
    """The page asked for something that cannot be; the message is the id of the page's own words."""


def read_asked(text: str) -> Json:
    """What a page asks; raises RefusedError for anything else than a JSON object."""
    try:
        asked = json.loads(text)
    except ValueError:
        raise RefusedError("gone") from None
    if not isinstance(asked, dict):
        raise RefusedError("gone")
    return asked


def _message(held: Held, asked: Json, name: str = "message") -> Message | None:
    stored = held.phone.chat.messages.get(asked.get(name) or 0)
    return None if stored is None else Message(held.phone.chat, stored)


def _own(held: Held, asked: Json) -> Message:
    found = _message(held, asked)
    if found is None:
        raise RefusedError("gone")
    return found


def tapped(held: Held, asked: Json) -> tuple[str, int]:
    """The label and the place (counted from 1) of the tapped button; "" and 0 when it is no longer there."""
    message = _message(held, asked)
    every: list[Button] = [] if message is None else [one for row in message.buttons for one in row]
    found = ((one.label, place) for place, one in enumerate(every, 1) if one.data == asked.get("data"))
    return next(found, ("", 0))


async def _start(held: Held, asked: Json) -> None:
    payload = str(asked.get("payload", ""))[:64]
    await held.phone.start(payload)


async def _link(held: Held, _: Json) -> None:
    link, held.link = held.link, ""
    if not link:
        raise RefusedError("gone")
    await held.phone.open_link(link)


async def _send(held: Held, asked: Json) -> None:
    text = str(asked["text"])[:_MOST_TEXT].strip()
    if text:
        await held.phone.send(text, reply_to=_message(held, asked, "reply_to"))


async def _edit(held: Held, asked: Json) -> None:
    await held.phone.edit(_own(held, asked), str(asked["text"])[:_MOST_TEXT])


async def _delete(held: Held, asked: Json) -> None:
    await held.phone.delete(_own(held, asked), both=bool(asked.get("both", True)))


async def _clear(held: Held, _: Json) -> None:
    await held.phone.clear()


async def _tap(held: Held, asked: Json) -> Json | None:
    popup = await held.phone.raw_callback(str(asked["data"]), int(asked["message"]), timeout=TAP_WITHIN_S)
    if popup is None:
        raise RefusedError("no-answer")
    return {"text": popup.text, "alert": popup.alert}


async def _press(held: Held, asked: Json) -> None:
    label = str(asked["label"])
    if label not in [key for row in held.phone.keyboard for key in row]:
        raise RefusedError("gone")
    await held.phone.press(label)


async def _attach(held: Held, asked: Json) -> None:
    what, phone = str(asked["what"]), held.phone
    quoted = _message(held, asked, "reply_to")
    if what == "location":
        await phone.send_location(float(asked["latitude"]), float(asked["longitude"]), reply_to=quoted)
    elif what == "contact":
        await phone.send_contact(reply_to=quoted)
    elif what in ("photo", "voice", "document"):
        name = str(asked.get("name", ""))[:80]
        mime = str(asked.get("mime", ""))[:80]
        caption = str(asked.get("caption", ""))[:1024]
        await phone.send_file(what, _bytes(asked), name=name, mime=mime, caption=caption, reply_to=quoted)
    elif what == "album":
        await phone.send_album([Upload("photo", _bytes(asked)) for _ in range(2)])
    else:
        raise RefusedError("gone")


async def _block(held: Held, asked: Json) -> None:
    await (held.phone.block() if asked.get("on") else held.phone.unblock())


async def _language(held: Held, asked: Json) -> None:
    if asked["code"] not in LANGUAGES:
        raise RefusedError("gone")
    held.phone.user["language_code"] = asked["code"]


async def _lock(held: Held, asked: Json) -> None:
    if asked.get("on"):
        held.lock()
    else:
        held.locked = False


async def _taken(held: Held, asked: Json) -> None:
    held.taken = bool(asked.get("on"))


async def _network(held: Held, asked: Json) -> None:
    held.offline, held.offline_from = not asked.get("on"), len(held.phone.chat.feed)
    written, held.waiting = ([], held.waiting) if held.offline else (held.waiting, [])
    for one in written:
        await ACTS[one["do"]](held, one)


Act = Callable[[Held, Json], Awaitable[Json | None]]

ACTS: Mapping[str, Act] = {
    "start": _start, "link": _link, "send": _send, "edit": _edit, "delete": _delete, "clear": _clear, "tap": _tap,
    "press": _press, "attach": _attach, "block": _block, "language": _language, "lock": _lock, "taken": _taken,
    "network": _network,
}  # fmt: skip

_LATER = frozenset({"start", "link", "send", "press", "attach"})
_NEEDS_NETWORK = _LATER | {"tap", "edit", "block"}


async def act(held: Held, asked: Json) -> Json | None:
    """Do what is asked; raises RefusedError, or KeyError and ValueError for what no page would ask."""
    do = str(asked["do"])
    if held.offline and do in _NEEDS_NETWORK:
        if do not in _LATER:
            raise RefusedError("no-network")
        held.waiting.append({**asked, "shown": _shown(held, asked)})
        return None
    return await ACTS[do](held, asked)


def _shown(held: Held, asked: Json) -> Json:
    """How what waits for the network looks in the chat."""
    text = {"start": "/start", "link": "/start"}.get(asked["do"]) or asked.get("text") or asked.get("label") or ""
    return {"text": str(text)[:_MOST_TEXT], "media": asked.get("what", ""), "at": held.phone.world.clock.now()}


def _bytes(asked: Json) -> bytes:
    try:
        data = base64.b64decode(str(asked.get("data", "")), validate=True)
    except binascii.Error:
        raise RefusedError("gone") from None
    if len(data) > _MOST_BYTES:
        raise RefusedError("too-large")
    return data or b"practice"
