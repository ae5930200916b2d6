"""A story under way: which step it has come to, and when that step is done.

What somebody did is remembered in order. A step takes from it what came after the thing that ended the step before, so
that a visitor who is quicker than the words is not asked to do something twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practice.acting import Actor
from practice.cast import Held
from practice.page.hands import RefusedError, tapped
from practice.process import PracticeError
from practice.story import Check, Condition, Story
from practice.telegram.jsontypes import Json

if TYPE_CHECKING:
    from practice.page.desk import Desk


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did: which phone, what, and the button's label and place or the text."""

    key: str
    do: str
    label: str = ""
    place: int = 0
    text: str = ""


class Telling:
    """Runs one story to its end."""

    def __init__(
        self, desk: Desk, story: Story, language: str, *, pace: float = 1.0, changed: Callable[[], None] = lambda: None
    ) -> None:
        self.story = story
        self.language = language
        self.step = 0
        self.state = "running"  # then done, or stuck with a reason
        self.reason = ""
        self.actor = Actor(desk, story, language, pace=pace)
        self._desk = desk
        self._changed = changed
        self._deeds: list[Deed] = []
        self._used = 0  # deeds up to here belong to steps that are over
        self._feed_from: dict[str, int] = {}  # how much each chat had seen when the step began
        self._first: dict[str, int] = {}  # and when the story began

    def did(self, deed: Deed) -> None:
        """Note what somebody did."""
        self._deeds.append(deed)

    async def run(self) -> None:
        """Go through the steps, then wait for the checks."""
        try:
            await self._room_is_ready()
            for number, step in enumerate(self.story.steps):
                self.step = number
                self._mark()
                self._changed()
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._auto(number))
                    await self._until(step.until)
            self.step = len(self.story.steps)
            self._changed()
            await self._until([check.holds for check in self.story.checks])
            self.state = "done"
        except* (PracticeError, RefusedError, AssertionError) as errors:
            self.state, self.reason = "stuck", str(errors.exceptions[0]).partition("\n")[0]
        self._changed()

    async def _room_is_ready(self) -> None:
        room = self._desk.room
        await room.ready.wait()
        if room.trouble:
            raise PracticeError(room.trouble)

    def told(self) -> Json:
        """How far it has come, for the page."""
        story = self.story
        step = story.steps[self.step] if self.step < len(story.steps) else None
        held = None if step is None else self._desk.room.cast.find_key(step.phone)
        return {
            "id": story.id,
            "state": self.state,
            "reason": self.reason,
            "title": story.title,
            "about": story.about,
            "ending": story.ending,
            "phones": list(story.phones),
            "step": self.step,
            "steps": len(story.steps),
            "say": step.say if step else None,
            "hint": step.hint if step else None,
            "chat": held.id if held else None,
            "checks": [{"say": check.say, "ok": self._ok(check)} for check in story.checks],
        }

    async def _auto(self, number: int) -> None:
        for act in self.story.steps[number].auto:
            await self.actor.play(act)

    async def _until(self, conditions: list[Condition] | tuple[Condition, ...]) -> None:
        """Wait until all of them hold; deeds are used up as far as the last that was needed."""
        while True:
            used = [self._holds(one) for one in conditions]
            if all(place is not None for place in used):
                self._used = max([self._used, *(place for place in used if place is not None)])
                return
            with suppress(TimeoutError):
                await self._desk.moved(1.0)

    def _mark(self) -> None:
        self._feed_from = {held.part.key: len(held.phone.chat.feed) for held in self._desk.room.cast}
        self._first = self._first or self._feed_from

    def _ok(self, check: Check) -> bool:
        return self.step >= len(self.story.steps) and self._holds(check.holds) is not None

    def _holds(self, one: Condition) -> int | None:
        """None when it does not hold; otherwise how many deeds it has used up."""
        if one.what in ("did", "tapped", "button", "command"):
            for place, deed in enumerate(self._deeds[self._used :], self._used + 1):
                if deed.key in one.by and _is(one, deed):
                    return place
            return None
        return self._used if self._is_so(one) else None

    def _is_so(self, one: Condition) -> bool:
        if one.what in ("due", "quiet"):
            ahead = {due.kind for due in self._desk.dues}
            return bool(ahead & set(one.value)) == (one.what == "due")
        quantity = all if one.what in ("calm", "hides", "empty") else any
        return quantity(self._on_phone(one, key) for key in one.by)

    def _on_phone(self, one: Condition, key: str) -> bool:
        held = self._desk.room.cast.find_key(key)
        if held is None:
            return False
        phone = held.phone
        if one.what == "empty":
            return phone.is_empty
        if one.what == "sees":
            return any(label.startswith(one.value) for message in phone.bot_messages for label in message.labels)
        if one.what in ("reads", "hides"):
            sought = one.value if one.what == "reads" else self._name(one.value)
            return any(sought in message.text for message in phone.bot_messages) == (one.what == "reads")
        since = self._first if one.what == "calm" else self._feed_from
        new = [each for each in phone.chat.feed[since.get(key, 0) :] if each.kind == "message"]
        if one.what == "got":
            return bool(new)
        return any(not each.stored.silent for each in new) == (one.what == "rang")

    def _name(self, key: str) -> str:
        return self._desk.room.cast.by_key(key).phone.name


def _is(one: Condition, deed: Deed) -> bool:
    if one.what == "tapped":
        return deed.do in ("tap", "press") and deed.label.startswith(one.value)
    if one.what == "button":
        return deed.do == "tap" and deed.place in one.value
    if one.what == "command":
        return deed.do == "send" and deed.text.startswith(one.value)
    return deed.do == str(one.value)


def deed_of(held: Held, asked: Json) -> Deed:
    """What somebody at a page is about to do, as a story sees it."""
    do = str(asked["do"])
    do = {("lock", False): "unlock", ("taken", False): "given", ("network", True): "online"}.get(
        (do, bool(asked.get("on"))), do
    )
    label, place = tapped(held, asked) if do == "tap" else (str(asked.get("label", "")), 0)
    return Deed(held.part.key, do, label, place, str(asked.get("text", "")))
