"""Every night the epoch key and the queue key are replaced, so that what was erased before stays erased.

The order makes a crash harmless at any point:

1. inside the transaction, while we hold the database's fence: the epoch file, with the new epoch beside the old
2. the same transaction: every live case's data key wrapped anew, everything under the queue key sealed anew
3. commit; the first unit after it works with the new keys, whatever became of this process or its connection
4. the epoch file with the new epoch alone, the old file's bytes overwritten; the write-ahead log cut

After 4 nothing that was captured earlier opens: not a deleted row, not an old wrapped key, not a backup.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, select, update

from storage import schema
from storage.errors import DamagedError, KeyFileError
from storage.keyring import Keyring, epoch_file, load_epochs, save_epochs, wrap
from storage.rows import WORK, Coming, Rows
from storage.seals import Row, Sealed, under
from storage.store import Store, Tx
from storage.vault import Key, key_id

_QUEUE_ROW = schema.keyring.c.purpose == "queue"
_FENCE = schema.leases.c.role == WORK


async def rotate(store: Store) -> int:
    """Replace the epoch and the queue key.

    Return how many rows were left behind because they did not open before either. Raises StorageError; then the
    old keys go on being used, and the next night tries again.
    """
    shared = store.shared
    keyring = replace(shared.keyring, queue=Key.new(), epochs=(Key.new(),))
    wrapped = wrap(keyring.queue, keyring.epoch, "keyring", b"queue")
    coming = Coming(wrapped, keyring, shared.fence + 1)
    path = epoch_file(store.settings.key_file)
    shared.coming = coming
    left = await store.run(lambda tx: _change(tx.rows, coming, path), name="rotate")
    await forget_old_epochs(store)
    return left or 0


async def forget_old_epochs(store: Store) -> None:
    """Keep only the newest epoch when nothing needs another: the end of a rotation, or of one that was cut off."""
    path = epoch_file(store.settings.key_file)
    await store.run(lambda tx: _forget(tx, path), name="rotate.forget")
    await store.truncate_log()


def _change(rows: Rows, coming: Coming, path: Path) -> int:
    before = rows.shared.keyring
    known = _all_epochs(before, path)
    _save(path, before.root, (*known, coming.keyring.epoch))
    old = {epoch.id: epoch for epoch in known}
    left = sum(_seal_anew(rows, sealed, old, coming.keyring.epoch) for sealed in under("epoch"))
    queue = {before.queue.id: before.queue}
    left += sum(_seal_anew(rows, sealed, queue, coming.keyring.queue) for sealed in under("queue"))
    rows.execute(update(schema.keyring).where(_QUEUE_ROW).values(wrapped=coming.wrapped))
    # Whoever else has this database open holds the old keys: a higher fence keeps them from sealing with those.
    rows.execute(update(schema.leases).where(_FENCE).values(fence=coming.fence))
    return left


def _seal_anew(rows: Rows, sealed: Sealed, old: dict[bytes, Key], new: Key) -> int:
    """Seal a column's values under `new`; return how many could not be opened and stay as they are."""
    column = sealed.table.c[sealed.column]
    found = rows.execute(select(sealed.table).where(column.is_not(None))).mappings().all()
    changed = list(_opened_and_sealed(found, sealed, old, new))
    if changed:
        keys = [each == bindparam("of_" + each.name) for each in sealed.table.primary_key]
        rows.execute(update(sealed.table).where(*keys).values({column: bindparam("sealed")}), changed)
    return len(found) - len(changed)


def _opened_and_sealed(found: list[Row], sealed: Sealed, old: dict[bytes, Key], new: Key) -> Iterator[dict[str, Any]]:
    keys = [each.name for each in sealed.table.primary_key]
    for row in found:
        value, where = row[sealed.column], sealed.where(row)
        try:
            plain = old[key_id(value)].open(value, where)
        except (KeyError, DamagedError):
            continue
        yield {"sealed": new.seal(plain, where)} | {"of_" + name: row[name] for name in keys}


def _forget(tx: Tx, path: Path) -> None:
    shared = tx.rows.shared
    newest = shared.keyring.epoch
    wrapped = tx.rows.execute(select(schema.keyring.c.wrapped).where(_QUEUE_ROW)).scalar_one()
    if key_id(wrapped) == newest.id and len(_all_epochs(shared.keyring, path)) > 1:
        _save(path, shared.keyring.root, (newest,))
        shared.keyring = replace(shared.keyring, epochs=(newest,))


def _all_epochs(keyring: Keyring, path: Path) -> tuple[Key, ...]:
    """Return every epoch at hand, the newest last: in the file, and in memory should the file have been lost."""
    try:
        filed = load_epochs(path, keyring.root)
    except KeyFileError:
        filed = ()
    here = {epoch.id for epoch in keyring.epochs}
    return (*(epoch for epoch in filed if epoch.id not in here), *keyring.epochs)


def _save(path: Path, root: Key, epochs: tuple[Key, ...]) -> None:
    try:
        save_epochs(path, root, epochs)
    except OSError:
        message = f"{path.name} cannot be written: make its folder writable and make room; the keys stay as they were"
        raise KeyFileError(message) from None
