"""What an operator may get wrong with keys and files: each gives one line that says what to do, and changes nothing."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from storage import keyring
from storage.epochs import rotate
from storage.errors import KeyFileError, NewerSchemaError, StorageError, WrongKeyError
from storage.migrate import LATEST
from storage.vault import Key
from tests.storage.filled import everything, fill
from tests.storage.site import Site


async def refused(site: Site, kind: type[StorageError]) -> str:
    """Try to open; return the message, which is one line of sense."""
    with pytest.raises(kind) as told:
        await site.open()
    assert type(told.value) is kind
    message = str(told.value).replace(str(site.folder), "")
    assert re.fullmatch(r"[^\n]{20,160}", message), message
    return message


def stored_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


async def test_a_missing_key_file_says_where_it_was_looked_for(site: Site) -> None:
    site.settings.key_file.unlink()

    assert "kalkan init" in await refused(site, KeyFileError)


async def test_a_key_file_others_can_read_says_what_to_type(site: Site) -> None:
    site.settings.key_file.chmod(0o640)

    assert "chmod 600" in await refused(site, KeyFileError)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"v":1,"key":"AAAA"}', '{"key":7}', '{"key":"-"}', "\ud800"])
async def test_something_else_in_the_place_of_a_key_file(site: Site, content: str) -> None:
    site.settings.key_file.write_bytes(content.encode("utf8", "surrogatepass"))

    assert "is not a key file of ours" in await refused(site, KeyFileError)


def test_a_root_key_is_never_overwritten_and_only_its_owner_reads_it(site: Site) -> None:
    path = site.settings.key_file
    before = path.read_bytes()

    with pytest.raises(KeyFileError, match="never overwritten"):
        keyring.create_root(path)

    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o600


async def test_the_pair_of_another_hotline_does_not_open_this_database(site: Site, tmp_path: Path) -> None:
    await fill(await site.open())
    (tmp_path / "other").mkdir()
    other = Site(tmp_path / "other", f"sqlite:///{tmp_path / 'other.db'}")
    await other.open()
    await other.close()
    await site.close()
    for path in (site.settings.key_file, site.epoch_file):
        shutil.copy(tmp_path / "other" / "keys" / path.name, path)
    before = stored_in(site.epoch_file.parent)

    assert "put back the key it was made with" in await refused(site, WrongKeyError)
    assert stored_in(site.epoch_file.parent) == before


async def test_another_root_with_the_right_epoch_file(site: Site) -> None:
    await site.open()
    await site.close()
    site.settings.key_file.unlink()
    keyring.create_root(site.settings.key_file)

    assert "put back the pair" in await refused(site, KeyFileError)


@pytest.mark.parametrize("content", [b"", b"zz", b"\xff\xfe", b"00" * 99])
async def test_a_damaged_epoch_file(site: Site, content: bytes) -> None:
    await site.open()
    await site.close()
    site.epoch_file.write_bytes(content)

    assert "put back the pair" in await refused(site, KeyFileError)
    assert site.epoch_file.read_bytes() == content


async def test_a_missing_epoch_file(site: Site) -> None:
    await site.open()
    await site.close()
    site.epoch_file.unlink()

    assert "put it back" in await refused(site, KeyFileError)
    assert not site.epoch_file.exists()


async def test_the_epoch_file_of_yesterday_and_then_todays_again(site: Site) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    yesterday = site.epoch_file.read_bytes()
    await rotate(store)
    today = site.epoch_file.read_bytes()
    await site.close()

    site.epoch_file.write_bytes(yesterday)
    assert "epoch file" in await refused(site, KeyFileError)

    site.epoch_file.write_bytes(today)
    assert await everything(await site.open(), case_id) == before


async def test_a_mistyped_url_does_not_cost_the_keys_of_the_real_database(site: Site, tmp_path: Path) -> None:
    store = await site.open()
    case_id = await fill(store)
    before = await everything(store, case_id)
    await site.close()

    right, site.url = site.url, f"sqlite:///{tmp_path / 'mistyped.db'}"
    await site.open()
    await site.close()
    site.url = right

    assert await everything(await site.open(), case_id) == before


async def test_a_new_database_is_not_begun_beside_an_epoch_file_of_another_key(site: Site) -> None:
    keyring.save_epochs(site.epoch_file, Key.new(), (Key.new(),))
    before = site.epoch_file.read_bytes()

    await refused(site, KeyFileError)

    assert site.epoch_file.read_bytes() == before


async def test_a_newer_database(site: Site) -> None:
    store = await site.open()

    def version(to: str) -> Any:
        statement = text("UPDATE alembic_version SET version_num = :version")
        return store.database.run(lambda connection: connection.execute(statement, {"version": to}))

    await version("9999")
    assert "install that version" in await refused(site, NewerSchemaError)
    await version(LATEST)


async def test_a_file_that_is_no_database(sqlite_site: Site) -> None:
    sqlite_site.file.write_bytes(b"%PDF-1.7 " * 999)

    assert "not a database of ours" in await refused(sqlite_site, StorageError)
    assert sqlite_site.file.read_bytes() == b"%PDF-1.7 " * 999


async def test_a_folder_that_is_not_there_and_a_server_that_does_not_answer(sqlite_site: Site) -> None:
    sqlite_site.url = f"sqlite:///{sqlite_site.folder / 'nowhere' / 'kalkan.db'}"
    assert "its folder exists" in await refused(sqlite_site, StorageError)
    sqlite_site.url = "postgresql://nobody:hunter2@127.0.0.1:9/none"
    told = await refused(sqlite_site, StorageError)
    assert "does not answer" in told
    assert "hunter2" not in told
    sqlite_site.url = "mysql://here"
    assert "must begin with" in await refused(sqlite_site, StorageError)
