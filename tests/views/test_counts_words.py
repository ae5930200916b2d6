"""Periods, times and names of rows are said as people say them, in three languages."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.weeks import Period, Week
from bot.views.counts_words import dates, duration, label, title
from bot.views.texts import Texts
from tests.views.counted import texts


@pytest.fixture(name="say", scope="module")
def _say() -> Texts:
    return texts()


@pytest.mark.parametrize(
    ("lang", "week", "said"),
    [
        ("ru", "2026-W47", "47-я неделя (16–22 ноября)"),
        ("ru", "2026-W49", "49-я неделя (30 ноября – 6 декабря)"),
        ("ru", "2026-W53", "53-я неделя (28 декабря 2026 – 3 января 2027)"),
        ("ky", "2026-W47", "47-апта (16–22-ноябрь)"),
        ("ky", "2026-W49", "49-апта (30-ноябрь – 6-декабрь)"),
        ("ky", "2026-W53", "53-апта (2026-ж., 28-декабрь – 2027-ж., 3-январь)"),
        ("en", "2026-W47", "Week 47 (16–22 November)"),
    ],
)
def test_a_week_is_said_with_its_dates(say: Texts, lang: str, week: str, said: str) -> None:
    assert title(say, lang, Period(Week(week), Week(week))) == said


def test_several_weeks_are_said_by_the_first_and_the_last(say: Texts) -> None:
    period = Period(Week("2026-W45"), Week("2026-W47"), (date(2026, 11, 3), date(2026, 11, 20)))

    assert title(say, "ru", period) == "Недели 2026-W45 – 2026-W47 (2–22 ноября)"
    assert dates(say, "ky", replace(period, first=Week("2026-W44"))) == "26-октябрь – 22-ноябрь"


@pytest.mark.parametrize(
    ("seconds", "ru", "ky"),
    [
        (0, "0 секунд", "0 секунд"),
        (1, "1 секунда", "1 секунд"),
        (22.5, "23 секунды", "23 секунд"),
        (59.5, "1 минута", "1 мүнөт"),
        (60, "1 минута", "1 мүнөт"),
        (150, "2 минуты 30 секунд", "2 мүнөт 30 секунд"),
        (300, "5 минут", "5 мүнөт"),
        (21 * 60 + 14, "21 минута", "21 мүнөт"),
        (3570, "1 час", "1 саат"),
        (3900, "1 час 5 минут", "1 саат 5 мүнөт"),
        (5 * 3600, "5 часов", "5 саат"),
        (86_399, "1 день", "1 күн"),
        (3 * 86_400 + 7_300, "3 дня 2 часа", "3 күн 2 саат"),
    ],
)
def test_times_are_said_in_the_two_largest_units_that_matter(say: Texts, seconds: float, ru: str, ky: str) -> None:
    assert duration(say, "ru", seconds) == ru
    assert duration(say, "ky", seconds) == ky


def test_rows_have_names_and_what_the_lists_no_longer_know_stands_for_itself(say: Texts) -> None:
    assert label(say, "ky", "region", "issyk-kul") == "Ысык-Көл"
    assert label(say, "ru", "kind", "report") == "Рассказ о случившемся"
    assert label(say, "ru", "region", "") == "Не указано"
    assert label(say, "ru", "outcome", "") == "Итога пока нет"
    assert label(say, "ru", "region", "atlantis") == "atlantis"
