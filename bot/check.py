"""`kalkan check`: one line for each thing that must be right before people lean on the hotline."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import make_bot
from bot.clock import Clock
from bot.config import Settings, SettingsError
from bot.errors import StartError
from bot.opening import opened_store
from bot.runtime.probe import probe
from storage.errors import DamagedError, StorageError
from storage.keyring import load_root
from storage.store import Store, Tx

_FREE_MEGABYTES = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, whether it is right, and what to do if not."""

    what: str
    fine: bool
    note: str = ""

    def __str__(self) -> str:
        """Return the line."""
        return f"{'ok  ' if self.fine else 'FAIL'} {self.what}{': ' + self.note if self.note else ''}"


async def check(settings: Settings, *, deep: bool) -> tuple[str, bool]:
    """Return the lines, and whether all is right."""
    findings = [finding async for finding in _findings(settings, deep=deep)]
    return "\n".join(map(str, findings)), all(finding.fine for finding in findings)


async def _findings(settings: Settings, *, deep: bool) -> AsyncIterator[Finding]:
    yield Finding("settings", fine=True)
    yield _key(settings)
    yield _archive(settings)
    yield _disk(settings)
    yield _clock(settings)
    try:
        token = settings.token()
    except SettingsError as error:
        yield Finding("token", fine=False, note=str(error))
        return
    for each in await _telegram(settings, token):
        yield each
    for each in await _database(settings, token, deep=deep):
        yield each


def _key(settings: Settings) -> Finding:
    try:
        load_root(settings.key_file)
    except StorageError as error:
        return Finding("key", fine=False, note=str(error))
    data = Path(settings.database_url.removeprefix("sqlite:///")).parent
    if settings.database_url.startswith("sqlite") and settings.key_file.parent == data:
        return Finding(
            "key", fine=False, note="it lies in the data folder, so every copy of the data carries it: move it out"
        )
    return Finding("key", fine=True, note="protects copies of the database, not a machine that is taken whole")


def _archive(settings: Settings) -> Finding:
    note = "" if settings.keys.archive else 'keys.archive is empty; write archive = "none" to go without'
    return Finding("archive key", fine=bool(settings.keys.archive), note=note or settings.keys.archive[:8])


def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.folder).free // 1_000_000
    return Finding("disk", fine=free >= _FREE_MEGABYTES, note=f"{free} MB free")


def _clock(settings: Settings) -> Finding:
    zone: ZoneInfo = settings.zone
    return Finding("clock", fine=Clock().now() > 1_767_225_600_000, note=f"zone {zone.key}")


async def _telegram(settings: Settings, token: str) -> list[Finding]:
    try:
        found = await probe(make_bot(settings, token).bot)
    except StartError as error:
        return [Finding("token", fine=False, note=str(error))]
    if found is None:
        return [
            Finding("token", fine=False, note="Telegram does not answer or does not know it: check network and token")
        ]
    polling = settings.telegram.delivery == "polling"
    astray = found.webhook and polling
    return [
        Finding("token", fine=True),
        Finding("webhook", fine=not astray, note="set, but delivery is polling: `run` removes it" if astray else ""),
        Finding(
            "groups", fine=not found.joins_groups, note="turn them off at @BotFather" if found.joins_groups else ""
        ),
    ]


async def _database(settings: Settings, token: str, *, deep: bool) -> list[Finding]:
    looks: list[Callable[[Store], Awaitable[Finding]]] = [_staffed, _parked, *([_readable] if deep else [])]
    try:
        async with opened_store(settings, Clock(), token) as store:
            return [Finding("database", fine=True), *[await look(store) for look in looks]]
    except (StorageError, StartError) as error:
        return [Finding("database", fine=False, note=str(error))]


async def _staffed(store: Store) -> Finding:
    def unit(tx: Tx) -> list[str]:
        served = {region for member in tx.staff.all() if member.active for region in member.regions}
        return [region for region in tx.settings.hotline.regions if region not in served]

    gaps = await store.run(unit, commit=False) or []
    return Finding("staff", fine=not gaps, note=f"nobody is on call for {', '.join(gaps)}" if gaps else "")


async def _parked(store: Store) -> Finding:
    parked = await store.run(lambda tx: tx.journal.parked(), commit=False) or 0
    return Finding("parked updates", fine=not parked, note=f"{parked} could not be handled" if parked else "")


async def _readable(store: Store) -> Finding:
    def unit(tx: Tx) -> int:
        damaged = 0
        for case_id in tx.cases.all_ids():
            try:
                tx.cases.events(case_id)
            except DamagedError:
                damaged += 1
        return damaged

    damaged = await store.run(unit, commit=False) or 0
    return Finding(
        "every case opens", fine=not damaged, note=f"{damaged} damaged: restore from a backup" if damaged else ""
    )
