"""When recurring work is due next, computed by APScheduler's CronTrigger; nothing here waits or reads a clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from bot.clock import Millis

NIGHT = "30 3 * * *"
"""When the hotline tidies up: half past three, its own time."""


def next_run(crontab: str, now: Millis, zone: ZoneInfo) -> Millis:
    """Return the first moment after `now` that fits `crontab` in `zone`."""
    here = datetime.fromtimestamp(now / 1000 + 1, UTC).astimezone(zone)
    due = CronTrigger.from_crontab(crontab, timezone=zone).get_next_fire_time(None, here)
    return int(due.timestamp() * 1000)
