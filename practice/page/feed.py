"""What open pages are told, as it happens.

A page first gets everything there is, then every change. What is sent of a message is how it stands at that moment, not
how the change found it: telling something twice or late can therefore never leave a page with an old screen.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from practice.cast import Held
from practice.page.sight import around, seen, whole
from practice.telegram.jsontypes import Json

if TYPE_CHECKING:
    from practice.room import Room

_MOST_UNSENT = 5_000
"""A page that has fallen so far behind is dropped; it comes back by itself and gets everything anew."""

_TOLD_TEXT = 600


@dataclass(slots=True, eq=False)
class Listener:
    """One open page."""

    queue: asyncio.Queue[Json | None] = field(default_factory=asyncio.Queue)
    calls: bool = False  # whether the calls between bot and Telegram are watched

    def tell(self, event: Json) -> None:
        """Pass something on; None in the queue ends the page's connection."""
        if self.queue.qsize() < _MOST_UNSENT:
            self.queue.put_nowait(event)
        else:
            self.queue.put_nowait(None)


class Feed:
    """Tells every open page."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._listeners: set[Listener] = set()
        self._told_calls = 0

    def join(self) -> Listener:
        """Begin to listen."""
        listener = Listener()
        self._listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Listen no longer."""
        self._listeners.discard(listener)

    def tell(self, event: Json) -> None:
        """Tell every page."""
        for listener in self._listeners:
            listener.tell(event)

    def tell_phone(self, held: Held) -> None:
        """Tell how a phone stands beside its messages."""
        self.tell({"kind": "around", "chat": held.id, "around": around(held)})

    def tell_whole(self, held: Held) -> None:
        """Tell everything about a phone."""
        self.tell({"kind": "phone", "phone": whole(held)})

    async def run(self) -> None:
        """Follow the practice Telegram until cancelled."""
        async for event in self._room.telegram.subscribe():
            if event["kind"] == "call":
                self._tell_calls()
                if event["method"].startswith("setMy"):
                    self._tell_profile()
            elif event["kind"] == "problem":
                self.tell(event)
            elif "chat" in event:
                self._tell_chat(event)

    def _tell_chat(self, event: Json) -> None:
        held = self._room.cast.find(event["chat"])
        if held is None:
            return
        if held.offline and event.get("from_bot"):
            return  # a phone without network shows nothing new
        if "message" in event:
            number = event["message"]["message_id"]
            stored = held.phone.chat.messages.get(number)
            if stored is None or stored.hidden:
                self.tell({"kind": "deleted", "chat": held.id, "id": number, "around": around(held)})
            else:
                fresh = event["kind"] == "message"
                self.tell({"kind": "message", "chat": held.id, "fresh": fresh, "around": around(held), **seen(stored)})
        else:
            self.tell_phone(held)

    def _tell_profile(self) -> None:
        """The bot's description and command menus stand on every phone."""
        for held in self._room.cast:
            self.tell_phone(held)

    def _tell_calls(self) -> None:
        calls = self._room.telegram.calls
        watching = [one for one in self._listeners if one.calls]
        for call in calls[self._told_calls :] if watching else ():
            if call.method == "getUpdates":
                continue
            told = {
                "kind": "call",
                "method": call.method,
                "chat": call.chat,
                "status": call.status,
                "error": call.error,
                "fault": call.fault,
                "at": call.at,
                "params": str({key: value for key, value in call.params.items() if key != "chat_id"})[:_TOLD_TEXT],
            }
            for listener in watching:
                listener.tell(told)
        self._told_calls = len(calls)
