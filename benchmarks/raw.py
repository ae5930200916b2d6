"""The baseline of everything durable: SQLite by itself, with the very settings our own database has."""

import sqlite3
from pathlib import Path

from storage import engine

PRAGMAS = engine._PRAGMAS
ROW = bytes(400)
TABLE = "CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body BLOB)"


class RawSqlite:
    """One connection that commits durably."""

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "raw.db", isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            self.connection.execute(pragma)
        self.connection.execute(TABLE)

    def commit_one(self) -> None:
        """One row of 400 bytes, durable."""
        self.commit(1)

    def commit(self, rows: int) -> None:
        """So many rows in one durable transaction."""
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.executemany("INSERT INTO rows (body) VALUES (?)", [(ROW,)] * rows)
        self.connection.execute("COMMIT")
