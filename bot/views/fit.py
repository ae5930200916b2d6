"""Text that fits one message, and times of day."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.parts import clip, units
from bot.views.screen import Look

LONGEST = 4_000
"""UTF-16 units, as Telegram counts; it takes 4,096."""
CUT = "…"


def newest_that_fit(lines: Sequence[str], longest: int) -> list[str]:
    """Return the last lines that fit together; a "…" stands first when some are left out."""
    kept: list[str] = []
    left = longest - 2
    for line in reversed(lines):
        left -= units(line) + 1
        if left < 0:
            return [CUT, *reversed(kept)] if kept else [clip(line, longest)]
        kept.append(line)
    return list(reversed(kept))


def clock_time(look: Look, at: int) -> str:
    """Return a time of day where the hotline is, such as 15:00."""
    return datetime.fromtimestamp(at / 1000, look.tx.settings.zone).strftime("%H:%M")
