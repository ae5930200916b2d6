"""/week: the coded facts of a week counted, beside those of the week before."""

from bot.domain.counts import Table, count
from bot.domain.facts import from_json
from bot.domain.weeks import Period, Week, previous_week, week_of
from bot.services.ports import Tx


def this_week(tx: Tx) -> Week:
    """Return the week that is running."""
    return week_of(tx.now, tx.settings.hotline.timezone)


def week_table(tx: Tx, week: Week, facets: tuple[str, ...]) -> Table:
    """Count a week; raises FactError, or the storage's DamagedError, for a row that does not open."""
    facts = [from_json(each) for each in tx.facts.between(previous_week(week), week)]
    unfinished = week >= this_week(tx)
    return count(facts, Period(week, week), zone=tx.settings.hotline.timezone, facets=facets, unfinished=unfinished)
