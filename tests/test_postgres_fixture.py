"""The throw-away PostgreSQL itself: other tests trust it to be real, durable, private and gone afterwards."""

import select
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.postgres import PROGRAMS, find_programs

ROOT = Path(__file__).parent.parent
OWNER = """
from tests.postgres import find_programs, running_postgres
with running_postgres(find_programs()) as url:
    print(url, flush=True)
    input()
"""


def test_server_answers_with_flushing_on_and_keeps_kyrgyz_letters(postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as first:
        first.execute("CREATE TABLE words (word text)")
        first.execute("INSERT INTO words VALUES ('өңүт 🆘')")

    with psycopg.connect(postgres_database) as second:
        assert second.execute("SELECT word FROM words").fetchall() == [("өңүт 🆘",)]
        assert second.execute("SHOW fsync").fetchone() == ("on",)


def test_every_test_gets_an_empty_database(postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()

    assert tables == (0,)


def test_nobody_gets_in_without_the_password(postgres_url: str) -> None:
    wrong = psycopg.conninfo.make_conninfo(postgres_url, password="guessed")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_server_ends_with_its_owner_even_when_that_is_killed(postgres_url: str) -> None:
    assert postgres_url  # skipped where there is no PostgreSQL
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    url = owner.stdout.readline().strip()

    with psycopg.connect(url) as connection:
        owner.kill()
        owner.communicate()
        said_goodbye, _, _ = select.select([connection.fileno()], [], [], 60)

        assert said_goodbye
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")


def test_missing_programs_are_found_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tests.postgres.DEBIAN", tmp_path / "postgresql")
    assert find_programs() is None

    for version in ("9.6", "15", "8"):
        folder = tmp_path / "postgresql" / version / "bin"
        folder.mkdir(parents=True)
        for name in PROGRAMS:
            (folder / name).touch()

    assert find_programs() == tmp_path / "postgresql" / "15" / "bin"
