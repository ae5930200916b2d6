"""Sends what the outbox holds: the most urgent first, one row at a time in a chat, chats in parallel.

- What may go when: bot/runtime/choose.py.
- A send whose outcome is unknown is made again: a page may come twice, never zero times.
- 403 means nobody is there: for a lawyer's page the next step comes at once.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock, Sleeper
from bot.runtime import log
from bot.runtime.deliver import deliver
from bot.runtime.prepare import Prepared, prepare
from bot.runtime.turn import Turn, Turns
from bot.views.texts import Texts
from storage.errors import DamagedError, FencedError, StorageError
from storage.outbox import URGENT, Waiting
from storage.store import Store, Tx

T = TypeVar("T")

_HEAD_START = 0.01
"""Seconds for which what is ready goes out undisturbed before more is made ready."""
_PATIENCE = 1_000
_LONGEST_BACK_OFF = 60_000
_GIVE_UP_AFTER = 12
_NOBODY = "chat not found"


class Sender:
    """`refused` runs in the unit that takes off a row Telegram refused for good; `gone`: nobody is there any more."""

    def __init__(
        self, store: Store, bot: Bot, texts: Texts, clock: Clock, refused: Callable[[Tx, Prepared, bool], None]
    ) -> None:
        """Look at the outbox when told to."""
        self._store = store
        self._bot = bot
        self._texts = texts
        self._clock = clock
        self._on_refusal = refused
        self._turns = Turns(texts, clock)
        self._choice = self._turns.choice
        self._sleeper = Sleeper(clock)
        self._group: asyncio.TaskGroup | None = None
        self._ended = asyncio.Event()
        self.wake = self._sleeper.wake

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as self._group:
            while True:
                self._sleeper.begin()
                await self._sleeper.sleep_until(await self._look())

    async def finish(self, within: float) -> None:
        """Start nothing more, and wait at most so many seconds for what is on its way: else it would be sent again."""
        self._turns.closing = True
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._nothing_on_its_way()

    async def at_rest(self) -> None:
        """Return once nothing is on its way and nothing more may go now."""
        while True:
            await self._sleeper.at_rest()
            if not self._choice.busy:
                return
            await self._nothing_on_its_way()

    async def _nothing_on_its_way(self) -> None:
        while self._choice.busy:
            self._ended.clear()
            await self._ended.wait()

    async def work(self, unit: Callable[[Tx], T], **how: Any) -> T | None:
        """Run a unit as `Store.run` does, take a turn in it, and send what may go as soon as it is committed."""
        turn = Turn()

        def whole(tx: Tx) -> T:
            result = unit(tx)
            if self._group is not None:
                self._turns.take(tx, turn)
            return result

        try:
            result = await self._committed(whole, turn, **how)
        except Exception as error:
            if turn.number == 0 or isinstance(error, FencedError):
                raise
            return await self._without_turn(unit, **how)
        if turn.more:
            asyncio.get_running_loop().call_later(_HEAD_START, self.wake)
        elif turn.due is not None:
            self._sleeper.wake_by(turn.due)
        if turn.ready:
            await asyncio.sleep(0)  # they are on their way before whoever called us does anything else
        return result

    async def _without_turn(self, unit: Callable[[Tx], T], **how: Any) -> T | None:
        """Run a unit that has failed with a turn in it: what only the turn is to blame for fails nobody's unit."""
        try:
            return await self._store.run(unit, **how)
        finally:
            self.wake()  # for this unit, and for what the turn had taken on

    async def _look(self) -> int | None:
        """Take a turn in a unit of its own; return when to look again, None when whoever ends or has more wakes us."""
        turn = Turn()
        notes = self._turns.to_note
        name = "mark" if notes else "unit"
        try:
            await self._committed(lambda tx: self._turns.take(tx, turn, notes), turn, name=name, commit=notes > 0)
        except FencedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, what waits is looked at again
            log.failure("send-waits", error)
            return self._clock.now() + _PATIENCE
        return 0 if turn.more else turn.due

    async def _committed(self, unit: Callable[[Tx], T], turn: Turn, **how: Any) -> T | None:
        """Run a unit with a turn in it; start what is ready, or undo the turn."""
        try:
            made = await self._store.run(lambda tx: (unit(tx),), **how)
        except BaseException:
            self._turns.undo(turn)
            raise
        if made is None:  # tried again, it was no longer wanted: what the try before it took on was undone
            self._turns.undo(turn)
            self.wake()
            return None
        (result,) = made
        self._turns.end(turn)
        if turn.noted:
            self._ended.set()
        for row, prepared in turn.ready:
            assert self._group is not None  # noqa: S101 - no turn is taken before there is one
            self._group.create_task(self._one(row, prepared))
        return result

    async def _one(self, row: Waiting, prepared: Prepared | None) -> None:
        noted = False
        try:
            noted = await self._tried(row, prepared)
        except FencedError:
            raise
        except StorageError as error:  # the row stays in the outbox
            log.failure("send-waits", error)
            await asyncio.sleep(_PATIENCE / 1_000)
        finally:
            if not noted:  # its chat is free; else when that is committed
                self._choice.busy.discard(row.who)
                self._ended.set()
            self.wake()

    async def _tried(self, row: Waiting, prepared: Prepared | None) -> bool:
        try:
            if prepared is None:
                prepared = await self._store.run(lambda tx: prepare(tx, row.slot, self._texts), commit=False)
            return prepared is not None and await self._send(prepared)
        except DamagedError as error:
            log.failure("row-does-not-open", error)
            await self._store.run(lambda tx: tx.outbox.done(row.slot, row.rev), name="put-aside")
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - one row must not stop the others
            log.failure("send-failed", error)
            await self._later(row.slot, row.rev, 5_000)
        return False

    async def _send(self, prepared: Prepared) -> bool:
        """Send it, to be noted; False when something else came of it than was to be expected."""
        self._store.reach("send.before")
        if prepared.op == "show":
            self._choice.rates.count(prepared.row.lane, message=prepared.anew)
        try:
            delivered = await deliver(self._bot, prepared, self._clock.now())
        except RetryAfter as error:
            await self._hold(prepared, error)
        except Forbidden:
            await self._refused(prepared, gone=True)
        except BadRequest as error:
            log.failure("telegram-refuses-a-message", error, view=str(prepared.body.get("view", prepared.op)))
            await self._refused(prepared, gone=_NOBODY in error.message.lower())
        except (NetworkError, TelegramError) as error:
            await self._again(prepared, error)
        else:
            self._store.reach("send.after")
            self._turns.sent.append((prepared, delivered))
            return True
        return False

    async def _hold(self, prepared: Prepared, error: RetryAfter) -> None:
        seconds = error.retry_after if isinstance(error.retry_after, int) else int(error.retry_after.total_seconds())
        until = self._clock.now() + seconds * 1_000
        self._choice.hold(prepared.row.lane, until)
        log.event("telegram-says-wait", seconds=seconds)
        await self._store.run(lambda tx: tx.outbox.hold(prepared.row.lane, until), name="hold")

    async def _refused(self, prepared: Prepared, *, gone: bool) -> None:
        def unit(tx: Tx) -> None:
            tx.outbox.done(prepared.row.slot, prepared.row.rev)
            self._on_refusal(tx, prepared, gone)

        await self._store.run(unit, name="refused")

    async def _again(self, prepared: Prepared, error: TelegramError) -> None:
        attempts = prepared.row.attempts + 1
        log.failure("telegram-unreachable", error, tries=attempts)
        if attempts > _GIVE_UP_AFTER and prepared.row.urgency != URGENT and prepared.op != "show":
            await self._refused(prepared, gone=False)
            return
        longest = 5_000 if prepared.row.urgency == URGENT else _LONGEST_BACK_OFF
        await self._later(prepared.row.slot, prepared.row.rev, min(500 * 2 ** min(attempts, 8), longest))

    async def _later(self, slot: bytes, rev: bytes, wait: int) -> None:
        await self._store.run(lambda tx: tx.outbox.again(slot, rev, tx.now + wait), name="again")
