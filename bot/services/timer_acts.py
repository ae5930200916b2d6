"""What each kind of timer does, and which ones must always be there."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.services import checkin, claim, custody, deadlines, escalate, held, remind, report, screen, sos, upkeep
from bot.services.ports import Timer, Tx

ACTS: Mapping[str, Callable[[Tx, Timer], None]] = {
    escalate.ESCALATE: escalate.on_timer,
    claim.CLAIM_CHECK: claim.on_check,
    screen.HIDE: upkeep.on_hide,
    checkin.CHECKIN: checkin.on_timer,
    custody.CUSTODY: custody.on_timer,
    deadlines.DEADLINE: remind.on_timer,
    report.DRAFT: report.on_timer,
    sos.ASK: held.on_timer,
    upkeep.PURGE: upkeep.on_purge,
    upkeep.NIGHTLY: upkeep.on_night,
    upkeep.TRUNCATE: lambda _tx, _timer: None,  # the log was cut before this unit
}

DAMAGED: Mapping[str, Callable[[Tx, Timer], None]] = {escalate.ESCALATE: escalate.cannot_be_read}


def ensure(tx: Tx) -> None:
    """Set the recurring timers that are missing."""
    upkeep.ensure(tx)


def settle(_tx: Tx, _raw: dict[str, Any]) -> None:
    """An update that no handler wanted has no effect; taking its row off the journal is all there is to do."""
