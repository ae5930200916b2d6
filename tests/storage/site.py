"""A hotline's files and stores for the tests of storage/, with a clock that stands until it is moved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, LargeBinary, select

from bot.clock import DAY, Clock
from bot.config import Keys, Settings, Storage
from bot.domain.case import Case
from bot.domain.catalog import Catalog
from bot.domain.codelists import CodeLists
from bot.domain.ids import CaseId, Chat, Who
from bot.domain.limits import Limits
from bot.domain.people import Person, Staff
from storage import keyring, schema
from storage.store import Store, Tx, open_store
from storage.vault import VERSION

T = TypeVar("T")

START = 20_000 * DAY
BOT = 4242
CATALOG = Catalog(CodeLists(1, {}, {}, {}, {}), {}, {}, Limits(1, (), ()))


@dataclass
class Site:
    """One hotline: its folder, its database, and every store that was opened on it."""

    folder: Path
    url: str
    key: str = "keys/kalkan.key"
    clock: Clock = field(default_factory=Clock)
    stores: list[Store] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock.follow(START, 0)
        if not self.settings.key_file.exists():
            self.settings.key_file.parent.mkdir()
            keyring.create_root(self.settings.key_file)

    @property
    def settings(self) -> Settings:
        return Settings(self.folder, storage=Storage(self.url), keys=Keys(self.key))

    @property
    def epoch_file(self) -> Path:
        return keyring.epoch_file(self.settings.key_file)

    async def open(self, *, bot: int = BOT, take_over: bool = True) -> Store:
        """Open the database as a process would that has just started."""
        store = await open_store(self.settings, CATALOG, self.clock, bot)
        self.stores.append(store)
        if take_over:
            await store.take_over()
        return store

    async def close(self) -> None:
        """End every process."""
        while self.stores:
            await self.stores.pop().close()

    async def again(self) -> Store:
        """End every process and start a new one."""
        await self.close()
        return await self.open()

    def move(self, milliseconds: int) -> int:
        """Let time go by; return the new time."""
        self.clock.follow(self.clock.now() + milliseconds, 0)
        return self.clock.now()

    @property
    def file(self) -> Path:
        """Return the SQLite file."""
        return Path(self.url.removeprefix("sqlite:///"))

    def bytes_on_disk(self) -> bytes:
        """Return the bytes of the SQLite file and of what lies beside it."""
        return b"".join(each.read_bytes() for each in sorted(self.file.parent.glob(self.file.name + "*")))

    def log_size(self) -> int:
        """Return how many bytes SQLite's write-ahead log has."""
        return self.file.with_name(self.file.name + "-wal").stat().st_size


async def do(store: Store, unit: Callable[[Tx], T], **how: Any) -> T:
    """Run a unit that has a result or must be run."""
    return await store.run(unit, **how)  # type: ignore[return-value]


def person(tx: Tx, chat: int = 700_001, **more: Any) -> Person:
    return Person(tx.who(chat), Chat(chat), **more)


def lawyer(tx: Tx, chat: int = 800_001, **more: Any) -> Staff:
    known: dict[str, Any] = {"role": "lawyer", "regions": ["osh"], "lang": "ky", "state": "active", "joined": tx.now}
    return Staff(tx.who(chat), Chat(chat), more.pop("alias", "Ж"), **(known | more))


async def save_people(store: Store, *chats: int, **more: Any) -> None:
    def unit(tx: Tx) -> None:
        for chat in chats:
            tx.people.save(person(tx, chat, **more))

    await store.run(unit)


def case(tx: Tx, who: Who | None = None, **more: Any) -> Case:
    """Return a case with its first event recorded, not saved yet."""
    made = Case(tx.new_case_id(), tx.new_code(), "sos", tx.now, "ru", who=who, **more)
    made.record("opened", tx.now, "person", how="button")
    return made


async def opened(store: Store, **more: Any) -> Case:
    def unit(tx: Tx) -> Case:
        made = case(tx, tx.who(700_001), **more)
        tx.cases.save(made)
        return made

    return await do(store, unit)


async def load(store: Store, case_id: CaseId) -> Case | None:
    return await do(store, lambda tx: tx.cases.load(case_id))


def binary_rows(connection: Connection) -> dict[str, list[bytes]]:
    """Return every value of every binary column, by "table.column"."""
    found = {}
    for table in schema.metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, LargeBinary):
                values = connection.execute(select(column).where(column.is_not(None))).scalars()
                found[f"{table.name}.{column.name}"] = [bytes(value) for value in values]
    return found


def is_sealed(value: bytes) -> bool:
    """Tell a sealed value (or a wrapped key) from a hash or an id."""
    return len(value) > 64 and value[0] == VERSION
