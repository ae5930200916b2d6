"""What a person at the page does with the room: time, weather, people, the bot's process."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from practice import disk
from practice.cast import LANGUAGES
from practice.page.hands import RefusedError
from practice.page.sight import whole
from practice.telegram.jsontypes import Json

if TYPE_CHECKING:
    from practice.page.desk import Desk

_RATES = (0, 1, 60)
_MOST_TEXTS = 400
_MOST_TEXT = 4096
_LONGEST_JUMP_MS = 400 * 24 * 3_600_000
_STRIDE_MS = 8 * 3_600_000
"""A hotline lives through the days that are jumped over: it must delete messages before they are too old for that."""


async def _rate(desk: Desk, asked: Json) -> None:
    if asked["rate"] not in _RATES:
        raise RefusedError("gone")
    await desk.room.telegram.clock.set_rate(asked["rate"])
    desk.tell_clock()


async def _jump(desk: Desk, asked: Json) -> None:
    ms = int(asked["ms"])
    if not 0 < ms <= _LONGEST_JUMP_MS:  # the hotline's time never runs back
        raise RefusedError("gone")
    while ms > 0:
        await desk.settled()  # what people did, they did before
        stride = min(ms, _STRIDE_MS)
        await desk.room.telegram.clock.jump(stride)
        desk.tell_clock()
        ms -= stride


async def _next(desk: Desk, asked: Json) -> None:
    await desk.settled()
    now = desk.room.telegram.clock.now()
    due = next((one for one in desk.dues if one.at > now and one.shows and asked.get("kind") in (None, one.kind)), None)
    if due is None:
        raise RefusedError("nothing-due")
    await _jump(desk, {"ms": due.at - now + 1})


async def _weather(desk: Desk, asked: Json) -> None:
    desk.room.weather.turn(str(asked["what"]), on=bool(asked["on"]))
    desk.room.note.notify()


async def _kill(desk: Desk, _: Json) -> None:
    await desk.room.hotline.kill()


async def _restart(desk: Desk, _: Json) -> None:
    await desk.room.hotline.kill()
    await desk.room.hotline.start()


async def _add(desk: Desk, asked: Json) -> Json:
    room = desk.room
    part = room.cast.new_part(
        str(asked["role"]), str(asked.get("name", "")), str(asked["language"]), str(asked.get("region", ""))
    )
    held = await room.add(part)
    desk.feed.tell_whole(held)
    return {"chat": held.id}


async def _remove(desk: Desk, asked: Json) -> None:
    chat = int(asked["chat"])
    desk.room.cast.remove(chat)
    desk.feed.tell({"kind": "removed", "chat": chat})


async def _tables(desk: Desk, _: Json) -> Json:
    return {"tables": await asyncio.to_thread(disk.tables, desk.room.hotline.database)}


async def _table(desk: Desk, asked: Json) -> Json:
    return await asyncio.to_thread(disk.table, desk.room.hotline.database, str(asked["name"]))


async def _opened(desk: Desk, asked: Json) -> Json:
    opener = desk.room.opener
    tables = await asyncio.to_thread(disk.tables, desk.room.hotline.database)
    if asked["name"] not in {one["name"] for one in tables}:
        raise RefusedError("gone")
    return await opener.open(asked["name"])


async def _phone(desk: Desk, asked: Json) -> Json:
    return whole(desk.room.cast.get(int(asked["chat"])))


async def _story(desk: Desk, asked: Json) -> None:
    name, language = str(asked.get("id", "")), str(asked.get("language", ""))
    if language not in LANGUAGES or (name and name not in {one.id for one in desk.stories}):
        raise RefusedError("gone")
    await desk.stage.renew(name, language)


async def _speaks(desk: Desk, asked: Json) -> None:
    if asked["language"] in LANGUAGES:
        await desk.stage.speak(asked["language"])


async def _leave(desk: Desk, _: Json) -> None:
    desk.end()
    desk.tell_beside()


async def _ids(desk: Desk, asked: Json) -> Json:
    texts = [str(one)[:_MOST_TEXT] for one in asked["texts"][:_MOST_TEXTS]]
    return {"ids": await asyncio.to_thread(desk.name_strings, texts)}


Control = Callable[["Desk", Json], Awaitable[Json | None]]

CONTROLS: Mapping[str, Control] = {
    "rate": _rate, "jump": _jump, "next": _next, "weather": _weather, "kill": _kill, "restart": _restart, "add": _add,
    "remove": _remove, "tables": _tables, "table": _table, "opened": _opened, "phone": _phone, "story": _story,
    "leave": _leave, "ids": _ids, "speaks": _speaks,
}  # fmt: skip
