"""How often decisions were wrong on messages whose labels are known, with 95 % intervals.

missed              urgent, judged routine
woken directly      not urgent, judged urgent
woken by silence    not urgent, judged urgent, or asked about where two minutes of silence page
asked               any message that a question goes back to
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple, Self

from bot.domain.triage.judgement import Judgement

_Z = 1.96  # standard deviations to either side of a 95 % interval
_WIDE = 26


class Share(NamedTuple):
    """So many of so many."""

    hits: int
    of: int

    def interval(self) -> tuple[float, float]:
        """Wilson's score interval: shares from 0 to 1. Wilson, "Probable Inference", JASA 22 (158), 1927."""
        if not self.of:
            return 0.0, 1.0
        z2, share = _Z * _Z / self.of, self.hits / self.of
        middle, half = share + z2 / 2, _Z * sqrt(share * (1 - share) / self.of + z2 / (4 * self.of))
        return max((middle - half) / (1 + z2), 0.0), min((middle + half) / (1 + z2), 1.0)

    def __str__(self) -> str:
        """Return the share in per cent, its interval and the counts."""
        if not self.of:
            return "-"
        low, high = self.interval()
        return f"{100 * self.hits / self.of:.1f} % [{100 * low:.1f}..{100 * high:.1f}] {self.hits}/{self.of}"


HEADS = ("missed", "woken directly", "woken by silence", "asked")


@dataclass(slots=True)
class Rates:
    """Counts over labelled messages."""

    urgent: int = 0
    calm: int = 0
    missed: int = 0
    direct: int = 0
    silence: int = 0
    asked: int = 0

    def add(self, judged: Judgement, *, urgent: bool) -> Self:
        """Count one more."""
        pages = judged.decision == "urgent"
        self.urgent += urgent
        self.calm += not urgent
        self.asked += judged.decision == "ask"
        self.missed += urgent and judged.decision == "routine"
        self.direct += not urgent and pages
        self.silence += not urgent and (pages or (judged.decision == "ask" and judged.speaks_of_police))
        return self

    def shares(self) -> tuple[Share, Share, Share, Share]:
        """In the order of HEADS."""
        return (
            Share(self.missed, self.urgent),
            Share(self.direct, self.calm),
            Share(self.silence, self.calm),
            Share(self.asked, self.urgent + self.calm),
        )


def table(rows: Mapping[str, Rates]) -> str:
    """One line for each, under its heads."""
    heads = (f"{'':10} {'messages':>8}", *(f"{head:{_WIDE}}" for head in HEADS))
    lines = ["  ".join(heads).rstrip()]
    for name, rates in rows.items():
        cells = (f"{name:10} {rates.urgent + rates.calm:8}", *(f"{share!s:{_WIDE}}" for share in rates.shares()))
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
