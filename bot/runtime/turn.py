"""A turn of the sender, taken within a unit of work: what was sent is noted, what goes next is chosen and made ready.

Any unit can carry one: what a 🆘 puts in the outbox is ready to be sent the moment its unit is committed, and what was
sent meanwhile costs no unit of its own. A turn is taken on the database's thread and ended on the loop's; both touch
the chats that are busy and what was sent, by steps that Python does whole.
"""

from collections import deque
from dataclasses import dataclass, field

from bot.clock import Clock, stopwatch
from bot.runtime.choose import Choice, is_first
from bot.runtime.deliver import Delivered
from bot.runtime.prepare import Prepared, prepare
from bot.views.texts import Texts
from storage.errors import GIVEN_UP
from storage.outbox import Waiting
from storage.store import Tx

_LONGEST = 0.004
"""Seconds of a turn after which nothing more is made ready in it."""
_AT_ONCE = 16
_PREPARED_AT_ONCE = 4


@dataclass(slots=True)
class Turn:
    """What came of one: `ready` may go once the unit is committed; `more` may wait behind it, or is due at `due`."""

    noted: list[tuple[Prepared, Delivered]] = field(default_factory=list)
    ready: list[tuple[Waiting, Prepared | None]] = field(default_factory=list)
    more: bool = False
    due: int | None = None
    number: int = 0

    def clear(self) -> None:
        """Begin again."""
        self.noted, self.ready, self.more, self.due = [], [], False, None


class Turns:
    """The turns of one sender."""

    def __init__(self, texts: Texts, clock: Clock) -> None:
        """Begin with nothing sent."""
        self._texts = texts
        self._clock = clock
        self.choice = Choice(clock)
        self.sent: deque[tuple[Prepared, Delivered]] = deque()
        self.closing = False
        self._taken = 0
        self._apart: set[bytes] = set()  # slots over whose rows the database failed: each is made ready in its own unit
        self._alone = False  # a unit with notes in it has failed: they are noted apart, one by one, until one has not

    @property
    def to_note(self) -> int:
        """Return how many notes a unit of the sender's own should take."""
        return min(1, len(self.sent)) if self._alone else len(self.sent)

    def take(self, tx: Tx, turn: Turn, notes: int | None = None) -> None:
        """Note at most so many of what was sent (else all, where that has not failed before), and choose."""
        self.undo(turn)  # a unit may be run again
        self._taken = turn.number = self._taken + 1
        tx.rows.flush()
        if notes is None:
            notes = 0 if self._alone else len(self.sent)
        while self.sent and len(turn.noted) < notes:
            turn.noted.append(self.sent.popleft())
            note(tx, *turn.noted[-1])
        tx.rows.flush()
        if not self.closing:
            self._choose(tx, turn)

    def end(self, turn: Turn) -> None:
        """The unit is committed: the chats whose messages are noted are free."""
        self.choice.busy -= {_lane(each) for each in turn.noted} - {row.who for row, _ in turn.ready}
        self._alone = self._alone and not turn.noted
        turn.more = turn.more or (bool(turn.noted) and turn.number != self._taken)  # another saw these chats as busy

    def undo(self, turn: Turn) -> None:
        """Nothing of this turn has happened: all of it waits for another."""
        self.choice.busy -= {row.who for row, _ in turn.ready} - {_lane(each) for each in turn.noted}
        self.sent.extend(turn.noted)
        self._alone = self._alone or bool(turn.noted)
        turn.clear()

    def _choose(self, tx: Tx, turn: Turn) -> None:
        choice = self.choice
        noted = {_lane(each) for each in turn.noted}
        most = min(_PREPARED_AT_ONCE, _AT_ONCE - len(choice.busy - noted))
        if most <= 0:
            return  # whoever ends will take the next turn
        chosen = tx.outbox.waiting(most, choice.looks(noted))
        wanted = 1 if chosen and is_first(chosen[0]) else most  # a first page waits for no other
        turn.more = len(chosen) >= wanted
        passed = stopwatch()
        for row in chosen[:wanted]:
            choice.busy.add(row.who)
            turn.ready.append((row, None))
            turn.ready[-1] = row, self._prepared(tx, row)
            if passed() > _LONGEST:
                turn.more = True  # a 🆘 may be waiting for the database
                break
        if not turn.more:
            turn.due = tx.outbox.next_due(tx.now)
            if choice.short:
                soon = self._clock.now() + choice.rates.pause
                turn.due = min(soon, turn.due or soon)

    def _prepared(self, tx: Tx, row: Waiting) -> Prepared | None:
        """Return a row made ready; None where it is bad: it is tried again by itself, and its fault logged, then."""
        if row.slot in self._apart:
            return None
        try:
            return prepare(tx, row.slot, self._texts)
        except GIVEN_UP:
            self._apart.add(row.slot)
            raise
        except Exception:  # noqa: BLE001 - one row must not stop the others
            return None


def note(tx: Tx, prepared: Prepared, delivered: Delivered) -> None:
    """Take a row off the outbox and remember its messages."""
    retention = tx.settings.retention
    keep = retention.staff_messages if prepared.to_staff else retention.person_messages
    row = prepared.row
    rang = delivered.at if not prepared.silent else prepared.standing.rang if prepared.standing is not None else 0
    tx.outbox.done(row.slot, row.rev)
    tx.messages.forget(list(delivered.gone))
    for number in delivered.numbers:
        slot = row.slot if row.body.get("named") and number == delivered.numbers[-1] else None
        at, case = delivered.at, row.case_id
        tx.messages.remember(row.lane, prepared.chat, number, keep=keep, at=at, slot=slot, case=case, rang=rang)


def _lane(sent: tuple[Prepared, Delivered]) -> bytes:
    return sent[0].row.lane
