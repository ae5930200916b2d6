"""Texts and a known week for the tests of what shows numbers."""

from collections.abc import Sequence
from pathlib import Path

from bot.domain.counts import FACETS, Table, count
from bot.domain.facts import Fact
from bot.domain.weeks import Period, Week, shift
from bot.views.texts import Texts

LANGUAGES = ("ru", "ky", "en")
WEEK = Week("2026-W47")
LOCALES = Path(__file__).parents[2] / "locales"


def texts() -> Texts:
    return Texts.load(LOCALES, LANGUAGES)


def week() -> list[Fact]:
    """21 cases now (5 urgent), 18 the week before."""
    now = [
        Fact(
            week=WEEK,
            kind="sos" if nr < 5 else "report",
            urgent=nr < 5,
            language="ky" if nr % 3 else "ru",
            region=("bishkek", "bishkek", "issyk-kul", "chuy")[nr % 4],
            violations=("beaten", "extortion") if nr % 2 else ("planted",) if nr % 5 else (),
            perpetrators=("patrol",) if nr % 2 else (),
            claimed_after_s=60 + 30 * nr if nr < 11 else None,
            first_word_after_s=90 * nr if nr < 7 else None,
            outcome="released-no-record" if nr % 2 else None,
        )
        for nr in range(21)
    ]
    return now + [Fact(week=shift(WEEK, -1), kind="sos", region="osh", language="ru") for _ in range(18)]


def table(facts: Sequence[Fact] | None = None, *, facets: Sequence[str] = tuple(FACETS), **how: bool) -> Table:
    found = week() if facts is None else facts
    return count(found, Period(WEEK, WEEK), zone="Asia/Bishkek", facets=facets, **how)
