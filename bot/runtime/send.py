"""Sends what the outbox holds: the most urgent first, one row at a time in a chat, chats in parallel.

- The first page of a case (and whatever else is urgent and first) obeys nothing but Telegram's own 429
  deadlines. Pages to further lawyers leave room for it within 25 messages a second in all, for a 429 would
  hold the first pages up too. The rest also keeps to one message a second in a chat, with a small burst.
- A send whose outcome is unknown is made again: a page may come twice, never zero times.
- 403 means nobody is there: for a lawyer's page the next step comes at once.
"""

import asyncio
from collections.abc import Callable

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.runtime import log
from bot.runtime.deliver import deliver
from bot.runtime.note import Notes
from bot.runtime.prepare import Prepared, prepare
from bot.runtime.rates import Rates
from bot.views.texts import Texts
from storage.errors import DamagedError, FencedError, StorageError
from storage.outbox import ANSWER, DIGEST, NOTICE, URGENT, Waiting
from storage.store import Store, Tx

_AT_ONCE = 16
_PREPARED_AT_ONCE = 4
_ROOM_LEFT = {URGENT: 10, ANSWER: 0, NOTICE: 10, DIGEST: 15}
"""How many messages must still be possible at once after one of these: what is kept for first pages and answers."""
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
        self._held: dict[bytes, int] = {}
        self._rates = Rates(clock)
        self._busy: set[bytes] = set()
        self._notes = Notes(store)
        self.wake = asyncio.Event()
        self.sent = 0

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                self.wake.clear()
                started = 0 if len(self._busy) >= _AT_ONCE else await self._start(group)
                if not started:
                    await self._clock.sleep_until(await self._next_due(), self.wake)

    async def _start(self, group: asyncio.TaskGroup) -> int:
        ready = await self._prepared(min(_PREPARED_AT_ONCE, _AT_ONCE - len(self._busy)))
        for row, prepared in ready:
            self._busy.add(row.who)
            group.create_task(self._one(row, prepared))
        return len(ready)

    async def _prepared(self, most: int) -> list[tuple[Waiting, Prepared | None]]:
        """Choose rows and prepare them in one unit; where one of them is bad, each is prepared again alone."""
        chosen: list[Waiting] = []

        def unit(tx: Tx) -> list[Prepared | None]:
            chats: set[bytes] = set(self._busy)
            chosen[:] = tx.outbox.waiting(most, lambda row: self._may_go(row, chats))
            del chosen[1 if chosen and _is_first(chosen[0]) else most :]  # a first page waits for no other
            return [prepare(tx, row.id, self._texts) for row in chosen]

        try:
            prepared = await self._store.run(unit, commit=False) or []
        except FencedError:
            raise
        except Exception:  # noqa: BLE001 - whose fault it is shows, and is logged, when it is prepared alone
            return [(row, None) for row in chosen]
        return list(zip(chosen, prepared, strict=True))

    def _may_go(self, row: Waiting, chats: set[bytes]) -> bool:
        """Tell whether a row may be sent now; one in a chat at a time."""
        if row.who in chats or self._held.get(row.who, 0) > self._clock.now():
            return False
        if not _is_first(row) and not self._rates.has_room(_ROOM_LEFT[row.urgency]):
            return False
        if row.urgency != URGENT and not self._rates.chat_may(row.who):
            return False
        chats.add(row.who)
        return True

    async def _next_due(self) -> int | None:
        if self._busy:
            return None  # whoever finishes wakes us
        due = await self._store.run(lambda tx: tx.outbox.next_due(), commit=False)
        return None if due is None else max(due, self._clock.now() + self._rates.pause)

    async def _one(self, row: Waiting, prepared: Prepared | None) -> None:
        try:
            if prepared is None:
                prepared = await self._store.run(lambda tx: prepare(tx, row.id, self._texts), commit=False)
            if prepared is not None:
                await self._send(prepared)
        except FencedError:
            raise
        except DamagedError as error:
            log.failure("row-does-not-open", error)
            await self._store.run(lambda tx: tx.outbox.put_aside(row.id), name="put-aside")
        except StorageError as error:
            log.failure("send-waits", error)
            await asyncio.sleep(1)
        except Exception as error:  # noqa: BLE001 - one row must not stop the others
            log.failure("send-failed", error)
            await self._later(row.id, row.rev, 5_000)
        finally:
            self._busy.discard(row.who)
            self.wake.set()

    async def _send(self, prepared: Prepared) -> None:
        self._store.reach("send.before")
        if prepared.op == "show":
            self._rates.count(prepared.row.lane, message=prepared.anew)
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

    async def _hold(self, prepared: Prepared, error: RetryAfter) -> None:
        seconds = error.retry_after if isinstance(error.retry_after, int) else int(error.retry_after.total_seconds())
        until = self._clock.now() + seconds * 1_000
        self._held[prepared.row.lane] = until
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


def _is_first(row: Waiting) -> bool:
    return row.urgency == URGENT and row.rank == 0
