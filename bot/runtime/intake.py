"""Takes updates in: each is on disk, sealed, before Telegram is told that it arrived.

A 🆘 that comes by itself is handled in the very unit that journals it, as done: one commit less before the first page.
Whatever goes wrong with that, it is journalled like any other update, and handled from there.
"""

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.domain.sos_words import is_sos
from bot.runtime.request import told_apart
from bot.runtime.work import Worker
from storage.journal import Arrived, Entry, entry_of
from storage.store import Store
from storage.vault import Index

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
SOS_ACTS = ("1:sos", "1:need", "1:held.yes")

TakeIn = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
"""Takes a batch in; raises StorageError, and then Telegram must be asked for it again."""


async def take_in(store: Store, worker: Worker, updates: Sequence[dict[str, Any]]) -> None:
    """Have all of a batch on disk, and have `worker` handle it. Raises StorageError."""
    index = store.shared.index
    arrived = [arrived_of(update, index) for update in updates]
    if len(arrived) == 1 and arrived[0].urgent and await worker.at_once(entry_of(arrived[0], index, kept=False)):
        return
    worker.add(await journal(store, arrived))


async def journal(store: Store, arrived: Sequence[Arrived]) -> list[Entry]:
    """Journal updates in one transaction; return those not known yet. Raises StorageError."""
    if not arrived:
        return []
    return await store.run(lambda tx: tx.journal.append(arrived), name="journal") or []


def arrived_of(update: dict[str, Any], index: Index) -> Arrived:
    """Return a raw update as it is to be journalled."""
    raw = json.dumps(_needed(update), ensure_ascii=False, separators=(",", ":")).encode("utf8", "surrogatepass")
    return Arrived(update["update_id"], raw, index.who(_chat(update)), _is_urgent(update))


def _needed(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update without what is never read: a tap brings back our whole message, text and buttons."""
    tap = update.get("callback_query")
    message = tap.get("message") if isinstance(tap, dict) else None
    return update | {"callback_query": {**tap, "message": told_apart(message)}} if tap and message else update


def _chat(update: dict[str, Any]) -> int:
    for kind in ALLOWED:
        body = update.get(kind)
        if isinstance(body, dict):
            place = body.get("from") if kind == "callback_query" else body.get("chat")
            return int(place.get("id", 0)) if isinstance(place, dict) else 0
    return 0


def _is_urgent(update: dict[str, Any]) -> bool:
    message, tap = update.get("message"), update.get("callback_query")
    if isinstance(message, dict):  # a group is left, whatever is said in it
        chat = message.get("chat")
        return isinstance(chat, dict) and chat.get("type") == "private" and is_sos(str(message.get("text", "")))
    return isinstance(tap, dict) and str(tap.get("data", "")).startswith(SOS_ACTS)
