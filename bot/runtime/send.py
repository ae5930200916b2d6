"""Sends what the outbox holds: the most urgent first, one row at a time in a chat, chats in parallel.

- What may go when: bot/runtime/choose.py.
- A send whose outcome is unknown is made again: a page may come twice, never zero times.
- 403 means nobody is there: for a lawyer's page the next step comes at once.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.runtime import log
from bot.runtime.choose import Choice, is_first
from bot.runtime.deliver import deliver
from bot.runtime.note import Notes
from bot.runtime.prepare import Prepared, prepare
from bot.views.texts import Texts
from storage.errors import DamagedError, FencedError, StorageError
from storage.outbox import URGENT, Waiting
from storage.store import Store, Tx

_AT_ONCE = 16
_PREPARED_AT_ONCE = 4
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
        self._choice = Choice(clock)
        self._notes = Notes(store)
        self._looking = False
        self._closing = False
        self._ended = asyncio.Event()
        self.wake = asyncio.Event()
        self.sent = 0

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                self.wake.clear()
                again_at = await self._look(group)
                if again_at is None or again_at > self._clock.now():
                    await self._clock.sleep_until(again_at, self.wake)

    async def finish(self, within: float) -> None:
        """Start nothing more, and wait at most so many seconds for what is on its way: else it would be sent again."""
        self._closing = True
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while self._choice.busy:
                    self._ended.clear()
                    await self._ended.wait()

    async def _look(self, group: asyncio.TaskGroup) -> int | None:
        """Start what may go; return when to look again, None when whoever finishes or has more will wake us."""
        choice = self._choice
        most = min(_PREPARED_AT_ONCE, _AT_ONCE - len(choice.busy))
        if most == 0 or self._closing:
            choice.others_wait = True
            return None
        self._looking = True
        try:
            ready, more, due = await self._prepared(most)
        except FencedError:
            raise
        except StorageError as error:
            log.failure("send-waits", error)
            return self._clock.now() + _PATIENCE
        finally:
            self._looking = False
        for row, prepared in ready:
            choice.busy.add(row.who)
            group.create_task(self._one(row, prepared))
        if more:
            return 0
        soon = self._clock.now() + choice.rates.pause
        return min(soon, due or soon) if choice.short else due

    async def _prepared(self, most: int) -> tuple[list[tuple[Waiting, Prepared | None]], bool, int | None]:
        """Choose rows and prepare them in one unit. Return them, whether there may be more, and when others are due.

        Where one of them is bad, each is prepared again alone: whose fault it is shows, and is logged, then.
        """
        chosen: list[Waiting] = []
        more = False

        def unit(tx: Tx) -> tuple[list[Prepared | None], int | None]:
            nonlocal more
            chosen[:] = tx.outbox.waiting(most, self._choice.looks())
            wanted = 1 if chosen and is_first(chosen[0]) else most  # a first page waits for no other
            more = len(chosen) >= wanted
            del chosen[wanted:]
            due = None if more else tx.outbox.next_due(tx.now)
            return [prepare(tx, row.id, self._texts) for row in chosen], due

        try:
            prepared, due = await self._store.run(unit, commit=False) or ([], None)
        except Exception as error:
            if not chosen or isinstance(error, FencedError):
                raise
            return [(row, None) for row in chosen], True, None
        return list(zip(chosen, prepared, strict=True)), more, due

    async def _one(self, row: Waiting, prepared: Prepared | None) -> None:
        plain = False
        try:
            plain = await self._tried(row, prepared)
        except FencedError:
            raise
        except StorageError as error:  # the row stays in the outbox
            log.failure("send-waits", error)
            await asyncio.sleep(_PATIENCE / 1_000)
        finally:
            self._choice.busy.discard(row.who)
            self._ended.set()
            if not plain or self._looking or self._choice.others_wait:
                self.wake.set()

    async def _tried(self, row: Waiting, prepared: Prepared | None) -> bool:
        try:
            if prepared is None:
                prepared = await self._store.run(lambda tx: prepare(tx, row.id, self._texts), commit=False)
            return prepared is not None and await self._send(prepared)
        except DamagedError as error:
            log.failure("row-does-not-open", error)
            await self._store.run(lambda tx: tx.outbox.put_aside(row.id), name="put-aside")
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - one row must not stop the others
            log.failure("send-failed", error)
            await self._later(row.id, row.rev, 5_000)
        return False

    async def _send(self, prepared: Prepared) -> bool:
        """Send and note it; False when something else came of it than was to be expected."""
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
            await self._notes.note(prepared, delivered)
            self.sent += 1
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
            tx.outbox.sent(prepared.row.id, prepared.row.rev)
            self._on_refusal(tx, prepared, gone)

        await self._store.run(unit, name="refused")

    async def _again(self, prepared: Prepared, error: TelegramError) -> None:
        attempts = prepared.row.attempts + 1
        log.failure("telegram-unreachable", error, tries=attempts)
        if attempts > _GIVE_UP_AFTER and prepared.row.urgency != URGENT and prepared.op != "show":
            await self._refused(prepared, gone=False)
            return
        longest = 5_000 if prepared.row.urgency == URGENT else _LONGEST_BACK_OFF
        await self._later(prepared.row.id, prepared.row.rev, min(500 * 2 ** min(attempts, 8), longest))

    async def _later(self, row_id: bytes, rev: bytes, wait: int) -> None:
        await self._store.run(lambda tx: tx.outbox.again(row_id, rev, tx.now + wait), name="again")
