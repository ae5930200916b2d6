"""A whole unit of work on aiosqlite's thread, and how near the journal and a 🆘 come to SQLite by itself."""

import itertools
import statistics
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measure import Act, rates, ratio, run, tell, tell_ratio
from benchmarks.raw import RawSqlite
from benchmarks.site import add_staff, new_store
from benchmarks.twelve import by_itself, on_the_thread, statement_by_statement
from bot.app import load_texts
from bot.clock import MINUTE, Clock
from bot.runtime.intake import arrived_of, journal
from bot.views.screen import HOME
from handlers.taps import tap
from storage.journal import Arrived, Entry
from storage.store import Store, Tx

LAWYERS = 6
PERSONS = itertools.count(700_001)
_PREPARED = 4_000
_APART = 11 * MINUTE  # so that no lawyer's pages collapse into a list: each 🆘 is an ordinary one


async def main() -> None:
    """Print every figure of ADR 1."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        raw = RawSqlite(folder)
        await _ways(folder, raw)
        await _ours(folder, raw)


async def _ways(folder: Path, raw: RawSqlite) -> None:
    async with on_the_thread(folder) as thread, statement_by_statement(folder) as core:
        acts = {"sqlite3": by_itself(raw), "whole on the thread": thread, "async Core": core}
        found = await rates(acts)
    for name, each in found.items():
        milliseconds = 1000 / statistics.median(each)
        tell(f"12 statements and a durable commit, {name}", f"{milliseconds:.2f} ms")
    tell_ratio("whole on the thread, to async Core", ratio(found["whole on the thread"], found["async Core"]), 2)
    tell("whole on the thread, to sqlite3", f"x {ratio(found['whole on the thread'], found['sqlite3']):.2f}")


async def _ours(folder: Path, raw: RawSqlite) -> None:
    clock = Clock()
    store = await new_store(folder, clock)
    await add_staff(store, [(800_000 + n, "bishkek") for n in range(LAWYERS)])
    sos = _Sos(store, clock)
    await sos.prepare()

    async def one() -> None:
        raw.commit(1)

    async def fifty() -> None:
        raw.commit(50)

    found = await rates(
        {"raw": one, "raw 50": fifty, "journal": _journal(store, 1), "journal 50": _journal(store, 50), "sos": sos.act}
    )
    await store.close()
    tell("SQLite by itself, durable commits of one row", f"{statistics.median(found['raw']):.0f}/s")
    tell_ratio("journal, one update a batch, to those", ratio(found["journal"], found["raw"]), 0.5)
    updates = [50 * each for each in found["journal 50"]]
    tell_ratio("journal, updates in batches of 50, to those", ratio(updates, found["raw"]), 0.5)
    tell("the same batches, to raw batches of 50 rows", f"x {ratio(found['journal 50'], found['raw 50']):.2f}")
    tell_ratio(f"whole 🆘 units, {LAWYERS} lawyers paged, to those", ratio(found["sos"], found["raw"]), 0.15)
    tell(f"statements in a 🆘 unit, {LAWYERS} lawyers paged", str(sos.statements), "<= 12", met=sos.statements <= 12)


def _journal(store: Store, size: int) -> Act:
    numbers = itertools.count(size * 1_000_000)

    async def act() -> None:
        await journal(store, [arrived_of(_update(next(numbers)), store.shared.index) for _ in range(size)])

    return act


def _update(number: int) -> dict[str, Any]:
    chat = 700_000_000 + number % 1000
    who = {"id": chat, "is_bot": False, "first_name": "А", "language_code": "ru"}
    place = {"id": chat, "type": "private", "first_name": "А"}
    text = "Меня остановили у рынка, везут в отдел, телефон сейчас заберут"
    message = {"message_id": number, "date": 1_795_000_000, "from": who, "chat": place, "text": text}
    return {"update_id": number, "message": message}


class _Sos:
    """Taps on 🆘 of people seen for the first time, journalled beforehand, each then handled in its one unit."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._texts = load_texts()
        self._waiting: Iterator[tuple[int, Entry]] = iter(())
        self._now = clock.now()
        self.statements = 0

    async def prepare(self) -> None:
        """Journal them, a hundred in a transaction."""
        ready: list[tuple[int, Entry]] = []
        for _ in range(_PREPARED // 100):
            chats = [next(PERSONS) for _ in range(100)]

            def unit(tx: Tx, chats: list[int] = chats) -> list[Entry]:
                return tx.journal.append([Arrived(chat, _raw(chat), tx.who(chat), urgent=True) for chat in chats])

            ready += zip(chats, await self._store.run(unit) or [], strict=True)
        self._waiting = iter(ready)

    async def act(self) -> None:
        """Handle the next one."""
        self._now += _APART
        self._clock.follow(self._now, 0)
        chat, entry = next(self._waiting)
        tx = await self._store.run(lambda tx: self._tap(tx, chat), entry=entry, name="update")
        assert tx is not None
        self.statements = tx.rows.statements

    def _tap(self, tx: Tx, chat: int) -> Tx:
        token = urlsafe_b64encode(tx.token(tx.who(chat), HOME)).decode().rstrip("=")
        popup = tap(tx, chat, f"1:sos.ru:{token}", self._texts)
        assert popup is None
        return tx


def _raw(chat: int) -> bytes:
    return str(_update(chat)).encode()


if __name__ == "__main__":
    run(main)
