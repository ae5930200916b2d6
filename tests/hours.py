"""The hour of the day in Bishkek: what happens by itself depends on it, so no test may depend on when it is run."""

from datetime import datetime
from zoneinfo import ZoneInfo

from practice.telegram import Telegram

MINUTE = 60_000
BISHKEK = ZoneInfo("Asia/Bishkek")
AFTERNOON = 14
"""When every test begins."""


async def at_hour(telegram: Telegram, hour: int) -> None:
    """Jump to the next time it is this hour."""
    here = datetime.fromtimestamp(telegram.clock.now() / 1000, BISHKEK)
    await telegram.clock.jump((hour * 60 - here.hour * 60 - here.minute) % (24 * 60) * MINUTE)
