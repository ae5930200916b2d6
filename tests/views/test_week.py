"""The message of /week: plain, short, every number with its unit and the week before."""

import re
from dataclasses import replace

import pytest

from bot.domain.facts import Fact
from bot.domain.weeks import shift
from bot.views.texts import Texts
from bot.views.week import FACETS, LONGEST, week_message
from tests.views.counted import LANGUAGES, WEEK, table, texts, week


@pytest.fixture(name="say", scope="module")
def _say() -> Texts:
    return texts()


def test_a_known_week_in_russian(say: Texts) -> None:
    lines = week_message(say, "ru", table()).splitlines()

    assert lines[:9] == [
        "📊 47-я неделя (16–22 ноября)",
        "В скобках – 46-я неделя (9–15 ноября).",
        "",
        "Открыто: 21 обращение (18)",
        "Из них: 5 срочных (0)",
        "Взято в работу: 11 обращений (0)",
        "Есть ответ юриста: 7 обращений (0)",
        "До взятия в работу, медиана: 3 минуты 30 секунд",
        "До взятия в работу, дольше всего: 6 минут",
    ]
    assert "Бишкек: 11 (0)" in lines
    assert "Ош: 0 (18)" in lines
    assert "Талас" not in "".join(lines)


def test_a_known_week_in_kyrgyz(say: Texts) -> None:
    lines = week_message(say, "ky", table(unfinished=True)).splitlines()

    assert lines[:7] == [
        "📊 47-апта (16–22-ноябрь)",
        "Азырынча бүтө элек: сандар өзгөрөт.",
        "Кашаанын ичинде – 46-апта (9–15-ноябрь).",
        "",
        "21 кайрылуу түштү (18)",
        "Анын ичинде шашылышы: 5 кайрылуу (0)",
        "Юристтер 11 кайрылууну алды (0)",
    ]
    assert "Ысык-Көл: 5 (0)" in lines


@pytest.mark.parametrize(
    ("cases", "said"), [(1, "1 обращение"), (2, "2 обращения"), (5, "5 обращений"), (21, "21 обращение")]
)
def test_russian_nouns_follow_their_number(say: Texts, cases: int, said: str) -> None:
    some = [Fact(week=WEEK, kind="report") for _ in range(cases)]

    assert f"Открыто: {said} (0)\n" in week_message(say, "ru", table(some))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_with_a_number_has_a_unit_or_stands_in_a_block_that_names_it(say: Texts, lang: str) -> None:
    unit = {"ru": "обращен|срочн|минут|секунд", "ky": "кайрылуу|мүнөт|секунд", "en": "case|minute|second"}[lang]
    head, totals, *blocks = week_message(say, lang, table()).split("\n\n")

    assert all(re.search(unit, line) for line in totals.splitlines())
    assert all(re.search(unit, block.splitlines()[0]) for block in blocks)
    assert "47" in head


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_week_has_a_message(say: Texts, lang: str) -> None:
    text = week_message(say, lang, table([]))

    assert len(text.splitlines()) == 6


def test_what_was_measured_only_the_week_before_is_said(say: Texts) -> None:
    before = [replace(each, week=shift(WEEK, -1), claimed_after_s=120) for each in week() if each.week == WEEK]

    assert "До взятия в работу, медиана: нет (2 минуты)" in week_message(say, "ru", table(before)).splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_with_too_many_rows_says_how_many_it_leaves_out(say: Texts, lang: str) -> None:
    long = "a-code-that-is-in-no-list-any-more-"
    facts = [Fact(week=WEEK, kind="sos", region=f"{long}{nr}", violations=(f"{long}{nr}",)) for nr in range(80)]
    facts += [Fact(week=WEEK, kind="sos")] * 9

    text = week_message(say, lang, table(facts, facets=FACETS))

    assert LONGEST * 0.9 < len(text.encode("utf-16-le")) / 2 <= LONGEST
    shown = text.count(f"{long}")
    left_out = sum(int(each) for each in re.findall(r"^… \D*(\d+) \w+(?: \w+)?$", text, re.MULTILINE))
    assert shown + left_out == 160
    assert text.count(": 9 (0)") == 2  # what was not recorded is never left out


def test_only_the_blocks_of_the_table_are_shown(say: Texts) -> None:
    text = week_message(say, "ru", table(facets=("region",)))

    assert "По регионам, обращений:" in text
    assert "По нарушениям" not in text
    assert "(18)" not in week_message(say, "ru", table(compare=False))
