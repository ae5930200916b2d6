"""What is to be sent. A row names a view and its arguments; the words are made when it is sent.

A slot is a place on a chat's screen that holds one message: showing there edits the message if it stands
and sends it if not. Rows for one slot collapse to the newest. A row carries no text of anybody's: what it
shows is read from the case at that moment, and a case that has been erased has nothing left to show.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import bindparam, delete, func, select, update

from bot.domain.ids import CaseId, Chat, Who
from storage import schema
from storage.errors import DamagedError
from storage.rows import Rows
from storage.vault import place

URGENT, ANSWER, NOTICE, DIGEST = range(4)

_LOOK_AT = 256
_TAKE = (
    select(
        schema.outbox.c.slot, schema.outbox.c.rev, schema.outbox.c.lane, schema.outbox.c.urgency, schema.outbox.c.rank
    )
    .where(schema.outbox.c.not_before <= bindparam("at"))
    .order_by(schema.outbox.c.urgency, schema.outbox.c.rank, schema.outbox.c.seq)
    .limit(_LOOK_AT)
)
_ONE = select(schema.outbox).where(schema.outbox.c.slot == bindparam("at"))
_NEXT = select(func.min(schema.outbox.c.not_before)).where(schema.outbox.c.not_before > bindparam("at"))
_SENT = delete(schema.outbox).where(schema.outbox.c.slot == bindparam("at"), schema.outbox.c.rev == bindparam("seen"))
_BY_SLOT = delete(schema.outbox).where(schema.outbox.c.slot == bindparam("at"))
_OF_LANE = select(schema.outbox.c.slot, schema.outbox.c.body, schema.outbox.c.case_id).where(
    schema.outbox.c.lane == bindparam("at"), schema.outbox.c.case_id.is_not(None)
)
_BY_LANE = delete(schema.outbox).where(schema.outbox.c.lane == bindparam("at"))
_HOLD = (
    update(schema.outbox)
    .where(schema.outbox.c.lane == bindparam("at"), schema.outbox.c.not_before < bindparam("until"))
    .values(not_before=bindparam("until"))
)
_AGAIN = (
    update(schema.outbox)
    .where(schema.outbox.c.slot == bindparam("at"), schema.outbox.c.rev == bindparam("seen"))
    .values(attempts=schema.outbox.c.attempts + 1, not_before=bindparam("until"))
)
_SHOW, _LATER, _REFRESH = NAMES = "outbox", "outbox.later", "outbox.refresh"
"""Kinds of rows gathered in one unit; they are written in this order."""
_CHANGED = {
    _SHOW: ("rev", "urgency", "rank", "seq", "not_before", "attempts", "case_id", "body"),
    _LATER: ("rev", "attempts", "case_id", "body"),
    _REFRESH: ("rev",),
}
_LESSER = {_LATER: (("urgency", "rank", "seq"), ("not_before",))}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that may go now."""

    slot: bytes
    rev: bytes
    who: Who
    urgency: int
    rank: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A row with its body opened. `rev` changes when something newer takes its place."""

    slot: bytes
    rev: bytes
    lane: Who
    urgency: int
    attempts: int
    case_id: CaseId | None
    body: dict[str, Any]


class To(Protocol):
    """Somebody with a chat: a person or a member of staff."""

    who: Who
    chat: Chat


class Outbox:
    """The rows one unit of work adds or takes away."""

    def __init__(self, rows: Rows) -> None:
        """Begin with nothing gathered."""
        self._rows = rows

    def slot(self, who: Who, name: str) -> bytes:
        """Return the keyed hash by which a slot of a chat is known."""
        return self._rows.shared.index.of("slot", who + name.encode())

    def show(  # noqa: PLR0913 - each is one fact of a message; all but three have defaults
        self,
        to: To,
        slot: str,
        view: str,
        *,
        urgency: int = ANSWER,
        case: CaseId | None = None,
        silent: bool = False,
        rank: int = 0,
        ring: bool = False,
        calm: int = 0,
        wait: int = 0,
        **args: Any,
    ) -> None:
        """Show a view in a slot: edit the message that stands there, or send one.

        With `ring` the one that stands there is deleted and a new one sent: an edit makes no sound. With `calm`
        that happens only when the last sound in the slot is at least so many milliseconds ago. With `wait` it is
        shown so much later, unless something waits in the slot that goes sooner: then together with that.
        """
        at = self.slot(to.who, slot)
        body = {"op": "show", "view": view, "args": args, "silent": silent, "ring": ring, "calm": calm, "named": True}
        row = self._row(to, at, urgency, rank, case, {**body, "asked": self._rows.now})
        self._gather(_LATER if wait else _SHOW, at, row | {"not_before": self._rows.now + wait if wait else 0})

    def refresh(
        self,
        to: To,
        slot: str,
        view: str,
        *,
        urgency: int = ANSWER,
        case: CaseId | None = None,
        silent: bool = True,
    ) -> None:
        """Show in a slot what has changed; what waits to be shown there stays as it is.

        So news never takes the sound or the urgency from what has not gone out yet. What is on its way is shown again.
        For slots that only ever show this view.
        """
        at = self.slot(to.who, slot)
        body = {"op": "show", "view": view, "args": {}, "silent": silent, "ring": False, "named": True}
        self._gather(_REFRESH, at, self._row(to, at, urgency, 0, case, body))

    def say(
        self, to: To, view: str, *, urgency: int = ANSWER, case: CaseId | None = None, silent: bool = False, **args: Any
    ) -> None:
        """Send a message of its own."""
        self._add(to, os.urandom(16), urgency, 0, case, op="show", view=view, args=args, silent=silent, ring=False)

    def drop(self, to: To, slot: str) -> None:
        """Delete the message that stands in a slot, and what waits to be shown there."""
        self._add(to, self.slot(to.who, slot), URGENT, 0, None, op="drop")

    def delete(self, to: To, number: int) -> None:
        """Delete one message by its Telegram number."""
        self._add(to, os.urandom(16), ANSWER, 0, None, op="delete", number=number)

    def wipe(self, to: To) -> None:
        """Delete every message known in the chat, and forget what waits to be sent there."""
        self._rows.ungather(lambda row: row["lane"] == to.who, *NAMES)
        self._rows.execute(_BY_LANE, {"at": to.who})
        self._add(to, self.slot(to.who, "*wipe"), URGENT, 0, None, op="wipe")

    def unsent(self, to: To, view: str) -> list[tuple[CaseId, dict[str, Any]]]:
        """Return case and arguments of what waits to be shown by this view in the chat; damaged rows are left out."""
        self._rows.flush(*NAMES)
        found = []
        for slot, sealed, case_id in self._rows.execute(_OF_LANE, {"at": to.who}).all():
            with suppress(DamagedError):
                body = self._rows.shared.keyring.queue.open_json(sealed, place("outbox", slot))
                if body.get("view") == view:
                    found.append((CaseId(case_id), body["args"]))
        return found

    def wipe_case(self, to: To, case: CaseId) -> None:
        """Delete every message of one case in the chat."""
        self._add(to, self.slot(to.who, "*" + case.hex()), URGENT, 0, None, op="wipe-case", about=case)

    def purge(self, to: To, rows: list[bytes]) -> None:
        """Delete remembered messages by their rows; what is not gone yet is asked for again, in the same slot."""
        self._add(to, self.slot(to.who, "*purge"), DIGEST, 0, None, op="purge", rows=rows)

    def menu(self, to: To, role: str, lang: str) -> None:
        """Set the chat's command menu."""
        self._add(to, self.slot(to.who, "*menu"), NOTICE, 0, None, op="menu", role=role, lang=lang)

    def forget_slot(self, who: Who, slot: str) -> None:
        """Take back what waits to be shown in a slot."""
        at = self.slot(who, slot)
        self._rows.ungather(lambda row: row["slot"] == at, *NAMES)
        self._rows.execute(_BY_SLOT, {"at": at})

    def waiting(self, most: int, wanted: Callable[["Waiting"], bool | None] | None = None) -> list["Waiting"]:
        """Return up to `most` rows that may go now and are wanted, the most urgent first.

        `wanted` says None where neither this row is wanted nor any that is less urgent.
        """
        chosen, seen = self._look(_TAKE, most, wanted)
        if len(seen) == _LOOK_AT and len(chosen) < most:
            # One chat's flood must not hide the others: look once more, past the chats already seen.
            others = _TAKE.where(schema.outbox.c.lane.not_in(set(seen)))
            chosen += self._look(others, most - len(chosen), wanted)[0]
        return chosen

    def _look(
        self, statement: Any, most: int, wanted: Callable[["Waiting"], bool | None] | None
    ) -> tuple[list["Waiting"], list[Who]]:
        """Return the rows chosen and the chats of all that were looked at; no row is fetched that cannot be chosen."""
        chosen: list[Waiting] = []
        seen: list[Who] = []
        found = self._rows.execute(statement, {"at": self._rows.now})
        for slot, rev, lane, urgency, rank in found:
            row = Waiting(slot, rev, Who(lane), urgency, rank)
            seen.append(row.who)
            verdict = True if wanted is None else wanted(row)
            if verdict:
                chosen.append(row)
            if verdict is None or len(chosen) == most:
                break
        found.close()
        return chosen, seen

    def get(self, slot: bytes) -> "Taken | None":
        """Return a row as it is now, its body opened, or None when it is gone."""
        row = self._rows.execute(_ONE, {"at": slot}).mappings().first()
        if row is None:
            return None
        body = self._rows.shared.keyring.queue.open_json(row["body"], place("outbox", slot))
        return Taken(slot, row["rev"], Who(row["lane"]), row["urgency"], row["attempts"], row["case_id"], body)

    def next_due(self, after: int = -1) -> int | None:
        """Return when the earliest row may go that may not before or at `after` (milliseconds)."""
        due: int | None = self._rows.execute(_NEXT, {"at": after}).scalar()
        return due

    def done(self, slot: bytes, rev: bytes) -> None:
        """Remove a row that was sent, or that nobody can ever send; what has been put in its place meanwhile stays."""
        self._rows.gather("outbox.sent", _SENT, slot, {"at": slot, "seen": rev})

    def hold(self, who: Who, until: int) -> None:
        """Let nothing go to this chat before `until`."""
        self._rows.execute(_HOLD, {"at": who, "until": until})

    def again(self, slot: bytes, rev: bytes, until: int) -> None:
        """Try a row again at `until`, unless something newer has been put in its place meanwhile."""
        self._rows.execute(_AGAIN, {"at": slot, "seen": rev, "until": until})

    def _add(self, to: To, slot: bytes, urgency: int, rank: int, case: CaseId | None, **body: Any) -> None:
        self._gather(_SHOW, slot, self._row(to, slot, urgency, rank, case, body))

    def _row(
        self, to: To, slot: bytes, urgency: int, rank: int, case: CaseId | None, body: dict[str, Any]
    ) -> dict[str, Any]:
        return {
            "slot": slot,
            "rev": os.urandom(8),
            "lane": to.who,
            "urgency": urgency,
            "rank": rank,
            "seq": self._rows.shared.next_seq(self._rows.now),
            "not_before": 0,
            "attempts": 0,
            "case_id": case,
            "body": self._rows.shared.keyring.queue.seal_json({**body, "chat": to.chat}, place("outbox", slot)),
        }

    def _gather(self, name: str, slot: bytes, row: dict[str, Any]) -> None:
        if name == _SHOW:
            self._rows.ungather_one(_LATER, slot)
            self._rows.ungather_one(_REFRESH, slot)
        statement = self._rows.upsert(schema.outbox, ("slot",), *_CHANGED[name], lesser=_LESSER.get(name, ()))
        self._rows.gather(name, statement, slot, row)
