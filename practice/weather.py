"""Trouble at the push of a button, and whether anything was lost in it."""

from __future__ import annotations

from typing import Literal, get_args

from practice.disk import Kept
from practice.telegram import BotAccount, Telegram
from practice.telegram.faults import Fault
from practice.telegram.jsontypes import Json

Kind = Literal["slow", "limited", "down", "twice"]

_SLOW_S = 2.0
_RETRY_AFTER_S = 5
_ALWAYS = 1_000_000


class Weather:
    """What the bot's way to Telegram is like."""

    def __init__(self, telegram: Telegram, account: BotAccount) -> None:
        self._telegram = telegram
        self._account = account
        self._faults: dict[str, Fault] = {}
        self._arrived: set[int] = set()
        self._handled: set[int] = set()

    @property
    def now(self) -> list[str]:
        """The troubles in force."""
        twice = ["twice"] if self._account.updates.twice else []
        return [*self._faults, *twice]

    def turn(self, kind: str, *, on: bool) -> None:
        """Begin or end a trouble; raises ValueError for one that is not there."""
        if kind not in get_args(Kind):
            raise ValueError("no such weather")
        if kind == "twice":
            self._account.updates.twice = _ALWAYS if on else 0
        elif on and kind not in self._faults:
            self._faults[kind] = self._begin(kind)
        elif not on and kind in self._faults:
            self._faults.pop(kind).remove()

    def clear(self) -> None:
        """Fair weather."""
        for kind in self.now:
            self.turn(kind, on=False)

    def tally(self, kept: Kept) -> Json:
        """Count every update: one that is neither waiting at Telegram nor was ever on the bot's disk is lost.

        The bot forgets an update a week after its effect; what was once seen on the disk counts for ever.
        """
        self._arrived |= kept.arrived
        self._handled |= kept.handled
        updates = self._account.updates
        waiting = {update.id for update in updates.pending}
        return {
            "sent": len(updates.history),
            "waiting": len(waiting - self._arrived),
            "arrived": len(self._arrived),
            "handled": len(self._handled),
            "parked": len(kept.parked),
            "to_send": kept.to_send,
            "lost": len(set(updates.history) - waiting - self._arrived),
        }

    def _begin(self, kind: str) -> Fault:
        faults = self._telegram.faults
        if kind == "down":
            return faults.add(kind="outage")
        if kind == "limited":
            return faults.add("sendMessage", kind="429", retry_after=_RETRY_AFTER_S)
        return faults.add(kind="latency", seconds=_SLOW_S)
