"""Waiting for a phone to show something, and accounting for everything a bot did.

Everything a bot does to a chat (a new message, an edit, a deletion) is a *change*. A test accounts
for changes by looking at them, and `telegram.assert_quiet()` fails on those nobody looked at:

- `expect(...)` takes the oldest change not yet seen that matches;
- `shows(...)` waits for the state, not for the step: the newest visible bot message that matches,
  and takes all changes of that message so far (a status that was edited five times);
- `until(...)` waits for any condition; the messages it returns are taken;
- tapping a button of a message takes that message's changes;
- `read()` takes all there is.

Waiting never sleeps: every change wakes the waiter, which looks again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Literal, Self, TypeVar

from practice.telegram.model import Change
from practice.telegram.screen import Screen
from practice.telegram.view import Message, Wanted, matches, named

T = TypeVar("T")
Kind = Literal["message", "edit", "delete", "shown", "any"]
"""What to expect; "shown" is a message or an edit."""

_KINDS = {"shown": ("message", "edit"), "any": ("message", "edit", "delete")}


class Watch(Screen):
    """A screen somebody looks at."""

    async def until(self, condition: Callable[[Self], T], what: str = "", timeout: float = 25.0) -> T:
        """Wait until the condition returns something true and return that."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while not (value := condition(self)):
            left = deadline - loop.time()
            if left <= 0:
                raise AssertionError(self._missed(what or named(condition), timeout))
            with suppress(TimeoutError):  # then one last look
                await self.chat.signal.wait(left)
        if isinstance(value, Message):
            self.take(value)
        elif isinstance(value, list | tuple):
            self.take(one for one in value if isinstance(one, Message))
        return value

    async def expect(self, wanted: Wanted | None = None, *, kind: Kind = "shown", timeout: float = 25.0) -> Message:
        """Wait for the oldest unseen change that matches, take it and return the message as it was then."""
        kinds = _KINDS.get(kind, (kind,))

        def change(_: Screen) -> list[Change]:
            fits = (one for one in self.unseen if one.kind in kinds and matches(wanted, Message(self.chat, one.stored)))
            return [one for one in (next(fits, None),) if one is not None]

        (found,) = await self.until(change, f"{named(wanted)} ({kind})", timeout)
        found.seen = True
        return Message(self.chat, found.stored)

    async def shows(self, wanted: Wanted, timeout: float = 25.0) -> Message:
        """Wait until a visible bot message matches; take all changes of that message."""

        def shown(_: Screen) -> list[Message]:
            found = self.find(wanted)
            return [] if found is None else [found]

        (message,) = await self.until(shown, f"a message with {named(wanted)}", timeout)
        return message

    async def gone(self, wanted: Message | Wanted, timeout: float = 25.0) -> None:
        """Wait until the message, or every bot message that matches, is off the screen."""

        def is_gone(_: Screen) -> bool:
            if isinstance(wanted, Message):
                return wanted not in self.messages
            return self.find(wanted) is None

        await self.until(is_gone, f"{named(wanted)} to disappear", timeout)

    def read(self) -> list[Message]:
        """Take every change so far; returns the messages they concern."""
        changes = self.unseen
        for change in changes:
            change.seen = True
        return [Message(self.chat, change.stored) for change in changes]

    def take(self, messages: Message | Iterable[Message]) -> None:
        """Account for all changes of these messages."""
        found = (messages,) if isinstance(messages, Message) else messages
        wanted = {message.id for message in found}
        for change in self.unseen if wanted else ():
            if change.stored.id in wanted:
                change.seen = True

    def _missed(self, what: str, timeout: float) -> str:
        return f"{self.name} waited {timeout:g} s in vain for {what}.\n{self.dump()}"
