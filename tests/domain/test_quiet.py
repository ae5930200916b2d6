"""When a check-in may come."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cron import NIGHT, next_run
from bot.domain.quiet import PARTS, next_allowed

ZONE = ZoneInfo("Asia/Bishkek")
QUIET = (22 * 60, 9 * 60)
HALF_HOUR = 30 * 60_000


def at(day: int, hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).timestamp() * 1000)


@pytest.mark.parametrize(
    ("due", "part", "expected"),
    [
        (at(22, 12, 5), "", at(22, 12, 5)),
        (at(22, 22, 0), "", at(23, 9)),
        (at(22, 3, 0), "", at(22, 9)),
        (at(22, 21, 45), "", at(23, 9)),  # half an hour late would be quiet
        (at(22, 8, 0), "evening", at(22, 18)),
        (at(22, 19, 0), "evening", at(22, 19)),
        (at(22, 21, 50), "evening", at(23, 18)),
        (at(22, 12, 0), "morning", at(23, 9)),
        (at(22, 12, 0), "any", at(22, 12)),
    ],
)
def test_waits_for_the_hours(due: int, part: str, expected: int) -> None:
    assert next_allowed(due, ZONE, QUIET, part) == expected


def test_hours_that_are_all_quiet_cannot_be_kept_to() -> None:
    assert next_allowed(at(22, 10), ZONE, (8 * 60, 13 * 60), "morning") == at(22, 13)


@given(
    due=st.integers(1_700_000_000_000, 1_900_000_000_000),
    part=st.sampled_from(["", "any", *PARTS]),
    start=st.integers(0, 1439),
    length=st.integers(0, 1200),
)
def test_it_and_what_comes_half_an_hour_late_are_never_quiet(due: int, part: str, start: int, length: int) -> None:
    end = (start + length) % 1440

    moment = next_allowed(due, ZONE, (start, end), part)

    assert due <= moment <= due + 25 * 3_600_000
    for each in (moment, moment + HALF_HOUR):
        here = datetime.fromtimestamp(each / 1000, ZONE)
        assert (here.hour * 60 + here.minute - start) % 1440 >= length


def test_the_night_s_work_is_due_once_a_night_in_the_hotline_s_own_time() -> None:
    assert next_run(NIGHT, at(22, 3, 29), ZONE) == at(22, 3, 30)
    assert next_run(NIGHT, at(22, 3, 30), ZONE) == at(23, 3, 30)
    assert next_run(NIGHT, at(22, 12), ZONE) == at(23, 3, 30)
