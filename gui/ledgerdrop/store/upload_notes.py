"""Keep what runs of the program must know of each other, beside the journal, which belongs to one window.

These are three things: which pre-signed URLs were used, which storages give ETags, and which files `ledgerdrop send`
has asked Clear to import. Any number of processes have the file open at once.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import Activity
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.locations import private_file
from ledgerdrop.store.journal import identity

NAME: Final = "uploads.sqlite3"
_WAIT: Final = 5.0  # seconds for another process's lock
_CLOSE_WITHIN: Final = 1.0  # seconds
_URLS_LAST: Final = 86_400.0  # seconds; a pre-signed URL lives for an hour
_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS urls (key TEXT PRIMARY KEY, owner TEXT NOT NULL, used_at REAL NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS storages (name TEXT PRIMARY KEY) STRICT",
    """CREATE TABLE IF NOT EXISTS requests (
        id INTEGER PRIMARY KEY,
        purpose TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, upload TEXT NOT NULL,
        task_id TEXT NOT NULL DEFAULT '', created_at REAL NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX IF NOT EXISTS requests_by_size ON requests (purpose, size)",
)

log = logging.getLogger(__name__)


class UploadNotes:
    """Keeps the notes of all runs. Every method may wait for a disk, and is for any thread but the window's.

    URLs and ETags only spare trouble, so they are remembered in memory where the file cannot be used. A request to
    import is noted durably, or not at all. A damaged file is left as it is: nobody knows what it held, so with a new
    one Clear could be asked for all of it again.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._lock = threading.Lock()
        self._owners: dict[str, str] = {}
        self._storages: set[str] = set()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._error = "not opened"
        self._is_damaged = False
        self._opened = False

    def close(self) -> None:
        """Close the file, unless a disk holds up another thread. The next call opens it again."""
        if not self._lock.acquire(timeout=_CLOSE_WITHIN):
            return
        try:
            if self._connection is not None:
                self._connection.close()
            self._connection, self._opened = None, False
        finally:
            self._lock.release()

    def claim(self, url_key: str, owner: str) -> bool:
        """Note that `owner` uploads to this URL; False when another one was given it before."""
        known = self._owners.setdefault(url_key, owner)
        self._first("INSERT OR IGNORE INTO urls VALUES (?, ?, ?)", url_key, owner, time.time())
        found = self._first("SELECT owner FROM urls WHERE key = ?", url_key)
        return (found[0] if isinstance(found, tuple) else known) == owner

    def gives_etags(self, storage: str) -> bool:
        """Return whether this storage, `host:port`, has answered an upload with an ETag before."""
        known = "SELECT 1 FROM storages WHERE name = ?"
        return storage in self._storages or isinstance(self._first(known, storage), tuple)

    def note_etag(self, storage: str) -> None:
        """Note that this storage has answered with an ETag."""
        if storage not in self._storages:
            self._storages.add(storage)
            self._first("INSERT OR IGNORE INTO storages VALUES (?)", storage)

    def knows_size(self, purpose: str, size: int) -> bool:
        """Return whether a file of that size may have been asked for: no other can have the same content."""
        statement = "SELECT 1 FROM requests WHERE purpose = ? AND size = ? LIMIT 1"
        with self._lock:
            try:
                if connection := self._open():
                    return bool(connection.execute(statement, (purpose, size)).fetchone())
            except sqlite3.Error as error:
                self._failed(error)
                return True
            return self._is_damaged

    def earlier(self, purpose: str, sha256: str) -> tuple[Uploaded, Activity | None] | Problem | None:
        """Return the last file of this content that Clear was asked to import, or why that cannot be read.

        Its activity is None where Clear may not have received the request.
        """
        condition = "purpose = ? AND sha256 = ? ORDER BY id DESC LIMIT 1"
        statement = f"SELECT upload, task_id, created_at FROM requests WHERE {condition}"  # noqa: S608 - constants
        found = self._first(statement, purpose, sha256)
        if not isinstance(found, tuple):
            return found
        upload, task_id, created_at = found
        try:
            uploaded = Uploaded(**json.loads(upload))
        except (ValueError, TypeError) as error:
            return self._failed(error)
        return uploaded, Activity(task_id, created_at) if task_id else None

    def note_request(self, purpose: str, files: Sequence[Uploaded], *, again: bool = False) -> list[int] | Problem:
        """Note, durably, that Clear is about to be asked to import these files. Returns the requests' IDs.

        Returns `INGEST_UNCONFIRMED` where another run asks for one of them at this moment, unless it is to be asked
        `again`.
        """
        rows = [(purpose, file.sha256, file.size, json.dumps(asdict(file))) for file in files]
        statement = "INSERT INTO requests (purpose, sha256, size, upload) VALUES (?, ?, ?, ?) RETURNING id"
        known = "SELECT 1 FROM requests WHERE purpose = ? AND sha256 = ?"
        ids: list[int] = []

        def write(connection: sqlite3.Connection) -> None:
            if again or not any(connection.execute(known, row[:2]).fetchone() for row in rows):
                ids.extend(connection.execute(statement, row).fetchone()[0] for row in rows)

        problem = self._durably(write)
        return problem or ids or Problem(Code.INGEST_UNCONFIRMED, detail="another run asks at this moment")

    def note_activity(self, ids: Sequence[int], activity: Activity) -> Problem | None:
        """Note, durably, that Clear has accepted these requests."""
        rows = [(activity.task_id, activity.created_at, number) for number in ids]
        statement = "UPDATE requests SET task_id = ?, created_at = ? WHERE id = ?"
        return self._durably(lambda connection: connection.executemany(statement, rows))

    def forget_requests(self, ids: Sequence[int]) -> Problem | None:
        """Note that these requests certainly had no effect."""
        rows = [(number,) for number in ids]
        return self._durably(lambda connection: connection.executemany("DELETE FROM requests WHERE id = ?", rows))

    def forget_activity(self, task_id: str) -> Problem | None:
        """Note that Clear has rejected this activity's files: it may be asked again."""
        statement = "DELETE FROM requests WHERE task_id = ?"
        return self._durably(lambda connection: connection.execute(statement, (task_id,)))

    def _first(self, statement: str, *values: object) -> tuple[Any, ...] | Problem | None:
        """Return the query's first row, None where there is none; a Problem where the file cannot be used."""
        with self._lock:
            try:
                connection = self._open()
                return connection.execute(statement, values).fetchone() if connection else self._problem()
            except sqlite3.Error as error:
                return self._failed(error)

    def _durably(self, write: Callable[[sqlite3.Connection], object]) -> Problem | None:
        with self._lock:
            connection = self._open()
            if connection is None or not self._in_place():
                return self._problem()
            try:
                connection.execute("PRAGMA synchronous=FULL")
                try:
                    with connection:  # committed at its end, or rolled back
                        connection.execute("BEGIN IMMEDIATE")
                        write(connection)
                finally:
                    connection.execute("PRAGMA synchronous=NORMAL")
            except sqlite3.Error as error:
                return self._failed(error)
            return None if self._in_place() else self._problem()

    def _problem(self) -> Problem:
        if self._is_damaged:
            return Problem(Code.NOTES_DAMAGED, {"path": str(self._path)}, detail=self._error)
        return Problem(Code.NOT_NOTED, {"folder": str(self._path.parent)}, detail=self._error)

    def _in_place(self) -> bool:
        """Return whether the open file is still the one that the next run will find, and its -wal is there."""
        now, wal = identity(self._path)
        if now is not None and wal is not None and now == self._file:
            return True
        self._error = "the notes were deleted or replaced"
        return False

    def _open(self) -> sqlite3.Connection | None:
        if self._opened:
            return self._connection
        self._opened = True
        try:
            if problem := private_file(self._path):
                self._error = problem.detail
                return None
            found, _ = identity(self._path)
            with ExitStack() as unless_ready:
                connection = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
                unless_ready.callback(connection.close)
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA fullfsync=ON")
                connection.execute("PRAGMA synchronous=NORMAL")
                for table in _TABLES:
                    connection.execute(table)
                [(finding,)] = connection.execute("PRAGMA quick_check(1)")
                if finding != "ok":
                    raise sqlite3.DatabaseError(finding)
                connection.execute("DELETE FROM urls WHERE used_at < ?", (time.time() - _URLS_LAST,))
                unless_ready.pop_all()
        except (OSError, sqlite3.Error) as error:
            self._failed(error)
            return None
        self._connection, self._file = connection, found
        return connection

    def _failed(self, error: Exception) -> Problem:
        self._error = getattr(error, "sqlite_errorname", "") or type(error).__name__
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        self._is_damaged = not isinstance(error, OSError) and code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
        log.warning("The notes of uploads cannot be used: %s", self._error)
        return self._problem()
