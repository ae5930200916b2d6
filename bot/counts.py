"""`kalkan counts`: the numbers without Telegram, the same as /week shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.app import load_texts
from bot.clock import Clock
from bot.config import Settings, SettingsError
from bot.domain.counts import FACETS, Table, count
from bot.domain.facts import from_json
from bot.domain.publish import publishable
from bot.domain.weeks import Period, PeriodError, Week, read_period, week_of
from bot.opening import opened_store
from bot.views.counts_files import as_csv, as_json, as_xlsx
from bot.views.counts_table import as_table
from bot.views.texts import Texts
from storage.store import Tx

SMALLEST_PUBLISHED = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    week: str | None
    since: str | None
    until: str | None
    facets: tuple[str, ...]
    form: str
    publish: bool
    lang: str


async def counts(settings: Settings, asked: Asked) -> str | bytes:
    """Return the numbers in the form asked for; raises SettingsError, StorageError."""
    clock = Clock()
    unknown = set(asked.facets) - set(FACETS)
    if unknown:
        message = f"unknown facet {min(unknown)!r}; known: {', '.join(FACETS)}"
        raise SettingsError(message)
    async with opened_store(settings, clock, settings.token()) as store:
        this_week = week_of(clock.now(), settings.hotline.timezone)
        try:
            period = read_period(asked.week, asked.since, asked.until, this_week=this_week)
        except PeriodError as error:
            raise SettingsError(str(error)) from None
        table = await store.run(lambda tx: table_of(tx, period, asked.facets or tuple(FACETS), this_week), commit=False)
    assert table is not None  # noqa: S101 - no journal row and no timer: the unit always runs
    if asked.publish:
        table = _published(table)
    return _written(asked, table)


def table_of(tx: Tx, period: Period, facets: Sequence[str], this_week: Week) -> Table:
    """Return the numbers of a period, beside those of the period before it."""
    before = period.before
    facts = [from_json(each) for each in tx.facts.between(before.first, period.last)]
    return count(facts, period, zone=tx.settings.hotline.timezone, facets=facets, unfinished=this_week in period)


def _published(table: Table) -> Table:
    try:
        return publishable(table, SMALLEST_PUBLISHED)
    except ValueError as error:
        raise SettingsError(str(error)) from None


def _written(asked: Asked, table: Table) -> str | bytes:
    texts = load_texts()
    writers: Mapping[str, Callable[[Texts, str, Table], str | bytes]] = {
        "table": as_table,
        "csv": as_csv,
        "json": as_json,
        "xlsx": as_xlsx,
    }
    return writers[asked.form](texts, asked.lang, table)
