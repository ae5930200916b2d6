"""A hotline's database without a hotline around it, and the people who are in it from the beginning."""

from collections.abc import Sequence
from pathlib import Path

from bot.catalog import load_catalog
from bot.clock import Clock
from bot.config import Keys, Settings, Storage
from bot.domain.ids import Chat
from bot.domain.people import Role, Staff
from storage import keyring
from storage.store import Store, Tx, open_store

BOT = 4242


async def new_store(folder: Path, clock: Clock) -> Store:
    """Make an empty SQLite database with its keys, and be its one worker."""
    settings = Settings(folder, storage=Storage("sqlite:///kalkan.db"), keys=Keys("kalkan.key"))
    keyring.create_root(settings.key_file)
    store = await open_store(settings, load_catalog(), clock, BOT)
    await store.take_over()
    return store


async def add_staff(store: Store, chats: Sequence[tuple[int, str]], role: Role = "lawyer") -> None:
    """Let staff in by their chat and region, without the days that invitations take."""

    def unit(tx: Tx) -> None:
        for number, (chat, region) in enumerate(chats, 1):
            tx.staff.save(
                Staff(tx.who(chat), Chat(chat), f"{role} {number}", role, [region], "ru", "active", joined=tx.now)
            )

    await store.run(unit)
