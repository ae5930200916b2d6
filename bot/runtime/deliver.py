"""One row to Telegram: send, edit or delete. Raises python-telegram-bot's TelegramError."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeChat, Message
from telegram.error import BadRequest, TelegramError

from bot.domain.parts import NO_CAPTION
from bot.runtime import log
from bot.runtime.prepare import Prepared
from bot.views.screen import Screen
from storage.messages import Message as Remembered

_NO_PREVIEW = {"link_preview_options": {"is_disabled": True}}
_TOO_OLD = 48 * 3_600_000 - 60_000
_IN_ONE_CALL = 100
_CAPTION = 1_000
_SAME = "message is not modified"
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of it: when it was sent, numbers of new messages, and the rows of messages that are gone."""

    at: int
    numbers: Sequence[int] = ()
    gone: Sequence[bytes] = ()


async def deliver(bot: Bot, prepared: Prepared, now: int) -> Delivered:
    """Do what a prepared row says."""
    match prepared.op:
        case "show":
            return await _show(bot, prepared, now)
        case "drop" | "wipe" | "wipe-case" | "purge":
            return Delivered(now, gone=await _delete(bot, prepared, now))
        case "delete":
            await _ignore_refusal(bot.delete_message(prepared.chat, prepared.body["number"]))
        case "menu":
            commands = [BotCommand(name, text) for name, text in prepared.commands]
            await bot.set_my_commands(commands, scope=BotCommandScopeChat(prepared.chat))
    return Delivered(now)


async def _show(bot: Bot, prepared: Prepared, now: int) -> Delivered:
    screen, standing = prepared.screen, prepared.standing
    assert screen is not None  # noqa: S101 - "show" always carries a screen
    gone: Sequence[bytes] = ()
    if standing is not None and prepared.anew:
        await _ignore_refusal(bot.delete_message(prepared.chat, standing.number))
        gone, standing = [standing.id], None
    if standing is not None and now - standing.at < _TOO_OLD and await _edited(bot, prepared, screen, standing.number):
        return Delivered(now)
    sent = await _send(bot, prepared, screen)
    return Delivered(now, [message.message_id for message in sent], gone)


async def _edited(bot: Bot, prepared: Prepared, screen: Screen, number: int) -> bool:
    try:
        await bot.edit_message_text(screen.text, prepared.chat, number, api_kwargs=_NO_PREVIEW | _markup(prepared))
    except BadRequest as error:
        said = error.message.lower()
        if _SAME in said:
            return True
        if any(reason in said for reason in _CANNOT_EDIT):
            return False
        raise
    return True


async def _send(bot: Bot, prepared: Prepared, screen: Screen) -> list[Message]:
    common: dict[str, Any] = {
        "api_kwargs": _markup(prepared),
        "disable_notification": prepared.silent,
        "protect_content": True,
    }
    if screen.picture is not None:
        picture = await asyncio.to_thread(screen.picture)
        return [
            await bot.send_photo(prepared.chat, picture, caption=screen.text[:_CAPTION], filename="1.png", **common)
        ]
    if screen.media is not None:
        return await _send_media(bot, prepared, screen, common)
    common["api_kwargs"] |= _NO_PREVIEW
    return [await bot.send_message(prepared.chat, screen.text, **common)]


def _markup(prepared: Prepared) -> dict[str, Any]:
    return {} if prepared.markup is None else {"reply_markup": prepared.markup}


async def _send_media(bot: Bot, prepared: Prepared, screen: Screen, common: dict[str, Any]) -> list[Message]:
    media = screen.media or {}
    kind, chat = media["kind"], prepared.chat
    if kind == "location":
        return [await bot.send_location(chat, media["lat"], media["lon"], **common)]
    caption = {} if kind in NO_CAPTION else {"caption": screen.text[:_CAPTION]}
    return [await getattr(bot, f"send_{kind}")(chat, media["file_id"], **caption, **common)]


async def _delete(bot: Bot, prepared: Prepared, now: int) -> list[bytes]:
    """Delete what Telegram still lets us delete; return every row, for the rest is beyond reach for good.

    What looks too old is tried too, apart: a clock that jumped ahead makes everything look old.
    """
    young: list[Remembered] = [message for message in prepared.delete if now - message.at < _TOO_OLD]
    old: list[Remembered] = [message for message in prepared.delete if now - message.at >= _TOO_OLD]
    if old:
        log.event("perhaps-too-old-to-delete", count=len(old))
    for messages in (young, old):
        for start in range(0, len(messages), _IN_ONE_CALL):
            numbers = [message.number for message in messages[start : start + _IN_ONE_CALL]]
            await _ignore_refusal(bot.delete_messages(prepared.chat, numbers))
    return [message.id for message in prepared.delete]


async def _ignore_refusal(call: Awaitable[Any]) -> None:
    """Let a message that is gone already be gone; what is not a refusal (429, no network) is raised."""
    try:
        await call
    except BadRequest:
        return
    except TelegramError:
        raise
