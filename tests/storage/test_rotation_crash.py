"""A rotation that is cut off at any point leaves a hotline that opens, and the next one ends what it began."""

import pytest

from bot.domain.ids import CaseId
from storage.epochs import forget_old_epochs, rotate
from storage.errors import KeyFileError
from storage.keyring import load_epochs
from storage.store import Store, Tx
from tests.storage.filled import every_key, everything, fill, opens, rotating
from tests.storage.site import Site, case, do

POINTS = ("rotate.before-commit", "rotate.after-commit", "rotate.forget.before-commit", "rotate.forget.after-commit")


class CrashError(BaseException):
    """The process ends here."""


async def rotate_until(store: Store, point: str) -> None:
    def reach(name: str) -> None:
        if name == point:
            store.reach = lambda _name: None
            raise CrashError

    store.reach = reach
    with pytest.raises(CrashError):
        await rotate(store)


def open_another(tx: Tx) -> CaseId:
    made = case(tx)
    tx.cases.save(made)
    return made.id


def epochs_in_file(site: Site, store: Store) -> int:
    return len(load_epochs(site.epoch_file, store.shared.keyring.root))


@pytest.mark.parametrize("point", POINTS)
async def test_a_crash_at_any_point_loses_nothing_and_keeps_nothing(site: Site, point: str) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    captured = await rotating(store)

    await rotate_until(store, point)
    store = await site.again()

    assert await everything(store, case_id) == before
    assert await rotate(store) == 0
    assert await everything(store, case_id) == before
    assert epochs_in_file(site, store) == 1
    keys = await every_key(store, site.epoch_file, case_id)
    assert not any(opens(each, keys) for each in captured)


async def test_old_epochs_are_forgotten_at_the_next_start_not_the_next_night(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    captured = await rotating(store)
    await rotate_until(store, "rotate.after-commit")
    store = await site.again()
    assert epochs_in_file(site, store) == 2

    await forget_old_epochs(store)

    assert epochs_in_file(site, store) == 1
    keys = await every_key(store, site.epoch_file, case_id)
    assert not any(opens(each, keys) for each in captured)
    assert await everything(await site.again(), case_id)


async def test_an_epoch_something_still_needs_is_not_forgotten(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    await rotate_until(store, "rotate.before-commit")
    store = await site.again()
    second = await do(store, open_another)

    await forget_old_epochs(store)

    assert epochs_in_file(site, store) == 2
    store = await site.again()
    assert (await everything(store, case_id))["case"] == before["case"]
    assert await do(store, lambda tx: tx.cases.load(second))


async def test_a_commit_of_which_nobody_heard_still_counts(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)

    await rotate_until(store, "rotate.after-commit")  # the process lives on, without knowing

    assert await everything(store, case_id) == before
    assert await rotate(store) == 0


async def test_where_the_file_cannot_be_written_the_old_keys_go_on(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    in_the_way = site.epoch_file.with_name(site.epoch_file.name + ".new")
    in_the_way.mkdir()

    with pytest.raises(KeyFileError, match="cannot be written: make its folder writable"):
        await rotate(store)
    assert await everything(store, case_id) == before

    in_the_way.rmdir()
    assert await rotate(store) == 0
    assert await everything(await site.again(), case_id) == before


async def test_an_epoch_file_that_was_lost_while_we_ran_comes_back(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    site.epoch_file.unlink()

    await rotate(store)

    assert await everything(await site.again(), case_id) == before
