"""Hold a journal's connection in a test as well, to make the disk full, slow or write-protected."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from ledgerdrop.model.problems import Problem
from ledgerdrop.store.journal import Journal, open_or_begin


class HeldConnection:
    """Connects to SQLite, and answers nobody else while a test has its `lock`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.lock = threading.RLock()
        self._connection = connection

    def __enter__(self) -> None:
        """Begin nothing, as the connection itself."""

    def __exit__(self, *raised: Any) -> None:
        """Commit, or roll back."""
        with self.lock:
            self._connection.__exit__(*raised)

    def execute(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Execute one statement."""
        with self.lock:
            return self._connection.execute(statement, values)

    def executemany(self, statement: str, rows: Any) -> sqlite3.Cursor:
        """Execute one statement for each row."""
        with self.lock:
            return self._connection.executemany(statement, rows)

    def close(self) -> None:
        """Close the connection."""
        with self.lock:
            self._connection.close()


class HeldJournal(Journal):
    """Runs the real journal over such a connection."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.held, self.path = HeldConnection(connection), path
        super().__init__(cast("sqlite3.Connection", self.held), path, clock)

    def run(self, *statements: str) -> list[Any]:
        """Execute these statements between two of the journal's own; returns the rows of the last."""
        rows: list[Any] = []
        with self.held.lock:
            for statement in statements:
                rows = self.held.execute(statement).fetchall()
        return rows


def open_held(path: Path, clock: Callable[[], float] = time.monotonic) -> tuple[HeldJournal, Problem | None]:
    """Open the journal as `open_journal` does."""
    connection, problem = open_or_begin(path)
    return HeldJournal(connection, path, clock), problem
