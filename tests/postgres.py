"""A throw-away PostgreSQL for the tests that need a real one.

The server is started at the first test that asks, in a folder of its own, on a free loopback port, with a password
that lives as long as it does; fsync stays on, because the tests kill processes and look at what survived. A shell
stands between: it holds a pipe from us, and when the pipe closes it stops the server and removes the folder. So
nothing outlives the tests, not even when they are killed.

PostgreSQL refuses to run as root; then it runs as the user `postgres` or `nobody`.
"""

import os
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

USER = "kalkan"
DEBIAN = Path("/usr/lib/postgresql")
PROGRAMS = ("initdb", "pg_ctl", "postgres")
ABSENT = "no PostgreSQL server programs (initdb, pg_ctl, postgres) on this machine: what needs them was not tested"

# "up" when the server answers; then waits for the pipe to close. pg_ctl puts the server's own output into the log file.
KEEPER = """
pg_ctl="$1"; data="$2"
"$pg_ctl" start -w -t 60 -D "$data" -l "$data/log" >/dev/null 2>&1 || exit 1
trap '' TERM
echo up
read -r _
"$pg_ctl" stop -w -t 60 -m fast -D "$data" >/dev/null 2>&1
rm -rf "$(dirname "$data")"
"""


class PostgresDidNotStartError(Exception):
    """The server ended before it answered; the message is the end of its log."""


@dataclass(frozen=True, slots=True)
class Account:
    """The system user who owns the server; None where that is ourselves."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def unprivileged(cls) -> "Account":
        """Return ourselves, or for root somebody PostgreSQL accepts."""
        if os.geteuid() != 0:
            return cls()
        for name in ("postgres", "nobody"):
            try:
                entry = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(entry.pw_uid, entry.pw_gid)
        raise PostgresDidNotStartError(
            "we are root, and there is neither a user postgres nor nobody to run PostgreSQL as"
        )

    @property
    def extra_groups(self) -> list[int] | None:
        """Return the further groups to run with: root's are dropped, our own stay."""
        return None if self.uid is None else []

    def owns(self, path: Path) -> None:
        """Give `path` to this user."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


def find_programs() -> Path | None:
    """Return the folder of the newest server programs: PATH first, then where Debian keeps them."""
    on_path = shutil.which("initdb")
    debian = sorted(DEBIAN.glob("*/bin"), key=_version, reverse=True)
    folders = [Path(on_path).resolve().parent] if on_path else []
    return next((each for each in folders + debian if all((each / name).is_file() for name in PROGRAMS)), None)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"\d+", folder.parent.name))


@contextmanager
def running_postgres(programs: Path) -> Iterator[str]:
    """Start a server, yield the URL of its maintenance database, stop it."""
    account = Account.unprivileged()
    with tempfile.TemporaryDirectory(prefix="kalkan-pg-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        account.owns(home)
        password = secrets.token_hex(16)
        data = _make_cluster(programs, home, account, password)
        keeper, port = _start(programs, data, account)
        try:
            yield f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"
        finally:
            keeper.communicate(timeout=90)


def _make_cluster(programs: Path, home: Path, account: Account, password: str) -> Path:
    secret = home / "password"
    secret.touch(mode=0o600)
    secret.write_text(password, encoding="utf8")
    account.owns(secret)
    options = ["--auth=scram-sha-256", f"--username={USER}", f"--pwfile={secret}", "--encoding=UTF8", "--locale=C"]
    made = subprocess.run(
        # --no-sync: only the empty cluster is not flushed; the server itself runs with fsync.
        [programs / "initdb", "--no-sync", *options, "-D", home / "data"],
        user=account.uid,
        group=account.gid,
        extra_groups=account.extra_groups,
        cwd=home,
        env={"PATH": os.defpath, "LC_ALL": "C", "HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    secret.unlink()
    if made.returncode:
        raise PostgresDidNotStartError(made.stderr.strip()[-500:])
    return home / "data"


def _configure(data: Path) -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    settings = f"""
        listen_addresses = '127.0.0.1'
        port = {port}
        unix_socket_directories = ''
        fsync = on
        synchronous_commit = on
        shared_buffers = 32MB
        max_connections = 60
        log_timezone = 'UTC'
        timezone = 'UTC'
    """
    # This file is read last, so it wins over postgresql.conf, which stays as initdb wrote it.
    (data / "postgresql.auto.conf").write_text(settings, encoding="utf8")
    return port


def _start(programs: Path, data: Path, account: Account) -> "tuple[subprocess.Popen[str], int]":
    """Return the keeper of a server that answers, and its port; if another program took that, try again."""
    for _ in range(3):
        port = _configure(data)
        keeper = subprocess.Popen(
            ["/bin/sh", "-c", KEEPER, "sh", programs / "pg_ctl", data],
            user=account.uid,
            group=account.gid,
            extra_groups=account.extra_groups,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "HOME": str(data.parent)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C is for pytest, which then closes the pipe
        )
        if keeper.stdout is not None and keeper.stdout.readline() == "up\n":
            return keeper, port
        keeper.communicate()
    raise PostgresDidNotStartError(_end_of_log(data))


def _end_of_log(data: Path) -> str:
    log = data / "log"
    return log.read_text(encoding="utf8", errors="replace")[-500:] if log.exists() else "PostgreSQL wrote no log"


@pytest.fixture(scope="session", name="postgres_url")
def _postgres_url() -> Iterator[str]:
    """Yield the URL of a server of our own, the same for the whole session (each xdist worker has its own)."""
    programs = find_programs()
    if programs is None:
        if os.environ.get("CI", "") not in {"", "0", "false"}:
            pytest.fail(ABSENT, pytrace=False)
        pytest.skip(ABSENT)
    with running_postgres(programs) as url:
        yield url


@pytest.fixture(name="postgres_database")
def _postgres_database(postgres_url: str) -> Iterator[str]:
    """Yield the URL of an empty database of that server, for one test."""
    name = f"test_{secrets.token_hex(8)}"
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield f"{postgres_url.rpartition('/')[0]}/{name}"
        # FORCE: a bot that a test has just killed may still hold a connection for a moment.
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
