"""Notes what was sent. While one unit runs, what is sent meanwhile gathers: many sends share one durable commit."""

import asyncio
from dataclasses import dataclass, field

from bot.runtime.deliver import Delivered
from bot.runtime.prepare import Prepared
from storage.store import Store, Tx


@dataclass(slots=True)
class _Batch:
    """What one unit will note, and what went wrong with it: everybody in it is told."""

    sent: list[tuple[Prepared, Delivered]] = field(default_factory=list)
    error: Exception | None = None


class Notes:
    """The notes of one sender."""

    def __init__(self, store: Store) -> None:
        """Begin with nothing to note."""
        self._store = store
        self._open = _Batch()
        self._turn = asyncio.Lock()

    async def note(self, prepared: Prepared, delivered: Delivered) -> None:
        """Take a row off the outbox and remember its messages; raises StorageError, and then nothing is noted."""
        batch = self._open
        batch.sent.append((prepared, delivered))
        async with self._turn:
            if batch is self._open:  # nobody has noted it while we waited for our turn
                self._open = _Batch()
                await self._commit(batch)
        if batch.error is not None:
            raise batch.error

    async def _commit(self, batch: _Batch) -> None:
        def unit(tx: Tx) -> None:
            for prepared, delivered in batch.sent:
                _note(tx, prepared, delivered)

        try:
            await self._store.run(unit, name="mark")
        except Exception as error:  # noqa: BLE001 - raised again by everyone whose note it was
            batch.error = error


def _note(tx: Tx, prepared: Prepared, delivered: Delivered) -> None:
    retention = tx.settings.retention
    keep = retention.staff_messages if prepared.to_staff else retention.person_messages
    row = prepared.row
    tx.outbox.sent(row.id, row.rev)
    tx.messages.forget(list(delivered.gone))
    rang = tx.now if not prepared.silent else prepared.standing.rang if prepared.standing is not None else 0
    for number in delivered.numbers:
        slot = row.slot if row.body.get("named") and number == delivered.numbers[-1] else None
        tx.messages.remember(row.lane, prepared.chat, number, keep=keep, slot=slot, case=row.case_id, rang=rang)
