"""What an operator may get wrong: one clear line each, and nothing is changed."""

import subprocess
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import pytest

from practice.telegram import Telegram
from tests.hotline import Hotline
from tests.story.staffed import PAGE, crew, has


async def _refusal(hotline: Hotline, *arguments: str) -> str:
    """Run a command that must fail; return its one line."""
    await hotline.run_cli(*arguments, code=1)
    (line,) = [line for line in hotline.stderr[-1].splitlines() if line]
    assert line.startswith("kalkan: ")
    return line


async def test_init_never_overwrites(hotline: Hotline) -> None:
    key = hotline.key.read_bytes()

    await hotline.run_cli("init", "--dir", str(hotline.folder), code=1, config=False)

    assert "exists already" in hotline.stderr[-1]
    assert hotline.key.read_bytes() == key


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"alerts": {"repeat_evry": "3m"}}, "repeat_evry"),
        ({"alerts": {"repeat_every": "three"}}, "repeat_every"),
        ({"hotline": {"regions": []}}, "regions"),
        ({"hotline": {"timezone": "Bishkek"}}, "timezone"),
        ({"keys": {"archive": ""}}, 'archive = "none"'),
        ({"keys": {"file": "missing.key"}}, "kalkan init"),
        ({"telegram": {"token_file": "nowhere"}}, "token_file"),
        ({"storage": {"url": "mysql://x"}}, "sqlite"),
        ({"storage": {"url": "sqlite:///no/such/folder/kalkan.db"}}, "folder"),
        ({"retention": {"person_messages": "72h"}}, "48h"),
    ],
)
async def test_a_wrong_setting_is_named(hotline: Hotline, settings: dict[str, dict[str, object]], said: str) -> None:
    hotline.configure(settings)

    line = await _refusal(hotline, "run")

    assert said in line
    assert hotline.bot.token not in line


async def test_a_clock_from_elsewhere_is_refused(hotline: Hotline) -> None:
    line = await _refusal(hotline, "run", "--clock", "http://192.0.2.1/clock")

    assert "--clock" in line


async def test_a_second_run_is_refused_while_the_first_goes_on(hotline: Hotline, telegram: Telegram) -> None:
    await hotline.start()

    assert "runs already" in await _refusal(hotline, "run")
    person = telegram.phone("Айбек", language="ru")
    await person.start()
    await person.shows("Юридическая помощь")


async def test_check_says_what_is_right_and_what_is_not(hotline: Hotline) -> None:
    printed = await hotline.run_cli("check", code=1)

    assert "ok   key" in printed
    assert "FAIL staff: nobody is on call" in printed
    await hotline.start()
    await hotline.join_staff("coordinator", name="Координатор")
    printed = await hotline.run_cli("check", "--deep", code=1)
    assert [line for line in printed.splitlines() if line.startswith("FAIL")] == [
        "FAIL groups: turn them off at @BotFather"
    ]


async def test_a_limit_is_changed_in_the_settings_only_with_what_it_rests_on(hotline: Hotline) -> None:
    hotline.configure({"limits.release": {"adult": "72h"}})
    assert "say in source and edition" in await _refusal(hotline, "run")
    hotline.configure({"limits.parole": {"adult": "72h"}})
    assert "limits.parole: no such limit" in await _refusal(hotline, "run")
    hotline.configure({"custody": {"warn_before": ["soon"]}})
    assert "custody.warn_before" in await _refusal(hotline, "run")
    hotline.configure({"deadlines": {"remind_before": ["36h"]}})
    assert "whole days" in await _refusal(hotline, "run")

    settings = {"source": "a text", "edition": "2026-11-01", "confirmed_by": "a lawyer", "confirmed_on": "2026-11-20"}
    hotline.configure({"limits.release": {"adult": "72h", **settings}})
    await hotline.start()


async def test_an_unknown_region_is_refused_by_name(hotline: Hotline) -> None:
    assert "atlantis" in await _refusal(hotline, "invite", "lawyer", "--region", "atlantis")


@pytest.fixture(name="small_disk")
def _small_disk(hotline: Hotline) -> Iterator[Path]:
    """Put the data folder on a disk of 32 MB; skipped where this user cannot mount one."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=32m,mode=0700", "none", str(hotline.data)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("this user cannot mount a small disk")
    yield hotline.data
    subprocess.run(["umount", "-l", str(hotline.data)], check=True)


async def test_on_a_full_disk_urgent_work_goes_on(hotline: Hotline, telegram: Telegram, small_disk: Path) -> None:
    _, lawyer = await crew(hotline, "Нурлан")
    hog = small_disk / "hog"
    with hog.open("wb", buffering=0) as file:
        while _grows(file):
            pass
    person = telegram.phone("Айбек", language="ru")

    await person.send("🆘")
    await lawyer.shows(PAGE)
    await person.shows(has("Меня"))

    assert any("disk-full" in line for line in hotline.stderr)
    await hotline.stop()


def _grows(file: FileIO) -> bool:
    try:
        file.write(bytes(4096))
    except OSError:
        return False
    return True
