"""Opens the database with its keys and runs units of work on it."""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, select, update

from bot.clock import Clock
from bot.config import Settings
from bot.domain.catalog import Catalog
from bot.domain.ids import CaseId, Who, code_from
from storage import keyring as keys
from storage import schema
from storage.cases import Cases
from storage.engine import Database, open_database
from storage.errors import DamagedError, DiskFullError, KeyFileError, WrongKeyError
from storage.journal import Entry, Journal
from storage.messages import Messages
from storage.migrate import migrate
from storage.outbox import Outbox
from storage.people import People, StaffRows
from storage.records import Audit, Facts, Invites, Values
from storage.reserve import Reserve
from storage.rows import WORK, Rows, Shared, new_id
from storage.timers import Timer, Timers
from storage.vault import Index, Key, place

T = TypeVar("T")


class Tx:
    """One unit of work: everything it reads and changes, in one transaction."""

    def __init__(self, rows: Rows, settings: Settings, catalog: Catalog) -> None:
        """Begin with nothing loaded."""
        self.now = rows.now
        self.settings = settings
        self.catalog = catalog
        self.rows = rows
        self.cases = Cases(rows)
        self.people = People(rows)
        self.staff = StaffRows(rows)
        self.outbox = Outbox(rows)
        self.messages = Messages(rows)
        self.timers = Timers(rows)
        self.journal = Journal(rows)
        self.invites = Invites(rows)
        self.facts = Facts(rows)
        self.audit = Audit(rows)
        self.values = Values(rows)
        self.alarms: list[str] = []

    def who(self, chat: int) -> Who:
        """Return the keyed hash a chat (and whoever is in it) is known by."""
        return Who(self.rows.shared.index.who(chat))

    def token(self, who: Who, subject: bytes) -> bytes:
        """Return what a button carries for `subject` in this chat."""
        return self.rows.shared.index.token(who, subject)

    def subject(self, who: Who, token: bytes) -> bytes | None:
        """Return what a button's token stands for in this chat; None for a forged or foreign one."""
        return self.rows.shared.index.subject(who, token)

    def alarm(self, what: str) -> None:
        """Have the operator told, once this unit is committed."""
        self.alarms.append(what)

    def new_case_id(self) -> CaseId:
        """Return a random id for a case."""
        return CaseId(new_id())

    def new_code(self) -> str:
        """Return a random case code."""
        return code_from(secrets.token_bytes(8))

    def secret(self, size: int = 16) -> str:
        """Return a random secret fit for a link."""
        return secrets.token_urlsafe(size)


class Store:
    """The rows of one hotline, with the keys that open them."""

    def __init__(self, database: Database, shared: Shared, settings: Settings, catalog: Catalog, clock: Clock) -> None:
        """Use `open_store`."""
        self.database = database
        self.shared = shared
        self.settings = settings
        self.catalog = catalog
        self.clock = clock
        self.reserve = Reserve(settings.database_url)
        self.reach: Callable[[str], None] = lambda _point: None
        self.alarm: Callable[[str], None] = lambda _what: None
        self.expect: Callable[[int], None] = lambda _due: None
        """Is told when the earliest timer is due that a committed unit has set."""

    async def run(
        self,
        unit: Callable[[Tx], T],
        *,
        entry: Entry | None = None,
        timer: Timer | None = None,
        name: str = "unit",
        commit: bool = True,
    ) -> T | None:
        """Run a unit of work in one transaction and return its result.

        With `entry` or `timer` the row is taken off in the same transaction; when it is off already the unit
        does not run and None is returned. Raises StorageError; then nothing has happened.
        """
        now = self.clock.now()
        made: list[Tx] = []

        def whole(connection: Connection) -> T | None:
            self.shared.settle(connection)
            tx = Tx(Rows(connection, self.shared, now), self.settings, self.catalog)
            made[:] = [tx]  # a unit may be run again
            if commit:
                tx.rows.advance_clock()
            if entry is not None and not tx.journal.done(entry):
                return None
            if timer is not None and not tx.timers.done(timer):
                return None
            result = unit(tx)
            tx.rows.flush()
            self.reach(name + ".before-commit")
            return result

        try:
            result = await self.database.run(whole)
        except DiskFullError:
            if not self.reserve.give_up():
                raise
            self.alarm("disk-full-the-reserve-is-in-use")
            result = await self.database.run(whole)
        self.reach(name + ".after-commit")
        for tx in made:
            self._tell(tx)
        return result

    def _tell(self, tx: Tx) -> None:
        for what in tx.alarms:
            self.alarm(what)
        if tx.timers.soonest is not None:
            self.expect(tx.timers.soonest)

    async def take_over(self) -> None:
        """Become the one worker of this database: a higher fence stops any other."""
        table, root = schema.leases, self.shared.keyring.root

        def unit(connection: Connection) -> tuple[keys.Keyring, int]:
            connection.execute(update(table).where(table.c.role == WORK).values(fence=table.c.fence + 1))
            fence = int(connection.execute(select(table.c.fence).where(table.c.role == WORK)).scalar_one())
            return open_keyring(connection, root, self.settings.key_file), fence  # who was here may have rotated keys

        self.shared.keyring, self.shared.fence = await self.database.run(unit)

    async def truncate_log(self) -> bool:
        """Overwrite what the write-ahead log still holds of deleted rows; False while a reader is in the way."""
        return await self.database.checkpoint()

    async def close(self) -> None:
        """Let go of the database."""
        await self.database.close()


async def open_store(settings: Settings, catalog: Catalog, clock: Clock, bot: int) -> Store:
    """Open the database with its keys, making tables and keys in an empty one; raises StorageError."""
    root = keys.load_root(settings.key_file)
    database = await open_database(settings.database_url)
    dialect = "sqlite" if settings.database_url.startswith("sqlite") else "postgresql"
    try:
        await migrate(database)
        ring, (fence, committed) = await database.run(
            # in one transaction: a fence read later could belong to newer keys
            lambda connection: (open_keyring(connection, root, settings.key_file), _lease(connection))
        )
    except BaseException:
        await database.close()
        raise
    clock.raise_floor(committed)
    shared = Shared(ring, Index(ring.index, bot), bot, fence, dialect)
    return Store(database, shared, settings, catalog, clock)


def _lease(connection: Connection) -> tuple[int, int]:
    row = connection.execute(select(schema.leases).where(schema.leases.c.role == WORK)).first()
    if row is None:
        connection.execute(schema.leases.insert(), {"role": WORK, "fence": 1, "committed": 0})
        return 1, 0
    return row.fence, row.committed


def open_keyring(connection: Connection, root: Key, key_file: Path) -> keys.Keyring:
    """Return the keys as they are now, made if the database has none; raises KeyFileError, WrongKeyError."""
    rows = {row.purpose: row.wrapped for row in connection.execute(select(schema.keyring).with_for_update(read=True))}
    path = keys.epoch_file(key_file)
    if not rows:
        return _new_keyring(connection, root, path)
    epochs = keys.load_epochs(path, root)
    try:
        opened = {
            purpose: keys.unwrapped(root.open(rows[purpose], place("keyring", purpose.encode())))
            for purpose in keys.PURPOSES
        }
        queue = next(
            keys.unwrapped(epoch.open(rows["queue"], place("keyring", b"queue")))
            for epoch in epochs
            if epoch.id == rows["queue"][1:5]
        )
    except (DamagedError, KeyError):
        message = "this key file does not open this database: put back the key it was made with"
        raise WrongKeyError(message) from None
    except StopIteration:
        message = "the epoch file and this database are not from the same night: put back the pair"
        raise KeyFileError(message) from None
    return keys.Keyring(root=root, queue=queue, epochs=epochs, **opened)


def _new_keyring(connection: Connection, root: Key, path: Path) -> keys.Keyring:
    known = keys.load_epochs(path, root) if path.exists() else ()  # another database may need them: a url mistyped once
    epochs = (*known, Key.new())
    made = {purpose: Key.new() for purpose in keys.PURPOSES}
    queue = Key.new()
    rows: list[dict[str, Any]] = [
        {"purpose": purpose, "wrapped": keys.wrap(key, root, "keyring", purpose.encode())}
        for purpose, key in made.items()
    ]
    rows.append({"purpose": "queue", "wrapped": keys.wrap(queue, epochs[-1], "keyring", b"queue")})
    connection.execute(schema.keyring.insert(), rows)
    keys.save_epochs(path, root, epochs)
    return keys.Keyring(root=root, queue=queue, epochs=epochs, **made)
