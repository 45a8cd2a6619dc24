"""Keep on disk what must outlive the program: every file of the queue with its state, and the receipts.

The promise: a state is written before it is acted on. Two kinds of "written" (sqlite.org/pragma.html, synchronous):

- *committed*: survives a crash or a kill of the program. A power cut may take the last ones with it, which then
  stand again as they were before: that costs a second look, and loses nothing.
- *durable*: survives a power cut too. For what must never be lost or done twice: an upload with its receipt.

Byte progress, tokens and signed URLs are never written. Its file is opened, brought up to date, or set aside here;
what stands in its rows is for `journal_records` to say.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from ledgerdrop.model.files import Receipt, ReceiptQuery, ReceiptsOverview
from ledgerdrop.model.ingestion import IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import TransferItem
from ledgerdrop.runtime.atomic_file import sync_folder
from ledgerdrop.runtime.locations import private_file
from ledgerdrop.store.journal_records import ITEMS, RECEIPTS, JournalChange, Row, to_ingestion, to_item, to_receipt

# After a failed write the next one is not tried before that many seconds: a full disk stays full for a while.
_RETRY_AFTER: Final = 5.0

_NO_ID_ABOVE: Final = 2**63 - 1

T = TypeVar("T")

log = logging.getLogger(__name__)

_NEXT_ID: Final = (
    "SELECT max((SELECT coalesce(max(id), 0) FROM entries), (SELECT coalesce(max(entry_id), 0) FROM receipts)) + 1"
)
_DAYS: Final = "SELECT DISTINCT date(finished_at, 'unixepoch', 'localtime') AS day FROM receipts ORDER BY day DESC"


def open_journal(path: Path) -> tuple[Journal, Problem | None]:
    """Return the journal at `path`, and what the user must be told, if anything.

    There is always a journal to work with. `JOURNAL_DAMAGED`: the damaged one was set aside and a new one begun.
    `JOURNAL_NEWER`, `_LOCKED`, `_UNWRITABLE`, `_FULL`: the file at `path` was left alone, and this journal lives in
    memory only. One process at a time has a journal: for a second one it is locked. Practice has a path of its own.
    May wait 2 s for a lock, so never call it on the window's thread.
    """
    connection, problem = open_or_begin(path)
    return Journal(connection, path), problem


class Journal:
    """Reads and writes an open journal.

    Every method may be called from any thread but the window's: each may wait for the disk, or for another thread's
    call. Usually one journal thread takes all records that have come in meanwhile and hands them to one `write`;
    whoever waits for a record continues when that returns.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()
        self._unwritten: tuple[JournalChange, ...] = ()
        self._problem: Problem | None = None
        self._retry_at = 0.0
        self._on_disk = _is_on_disk(connection)
        self._identity = identity(path)
        self._notice: Problem | None = None
        self.row_damaged: Problem | None = None  # what the user must be told once something was read

    def write(self, *records: JournalChange) -> Problem | None:
        """Write the records in one transaction, in their order: all are committed when it returns, or none.

        All are written durably if one of them asks for it. After a Problem (`JOURNAL_FULL`, `_LOCKED`, `_UNWRITABLE`,
        `_UNREADABLE`) the records are kept, and written before those of a later call; for the first 5 s later calls
        return the same Problem at once. `JOURNAL_REPLACED`: the file had been taken away, and all is written again.
        """
        with self._lock:
            waiting = (*self._unwritten, *records)
            if self._problem is None or self._clock() >= self._retry_at:
                self._problem = self._try(waiting)
                self._retry_at = self._clock() + _RETRY_AFTER
            self._unwritten = waiting if self._problem else ()
            notice, self._notice = self._notice, None
            return self._problem or notice

    def is_durable(self) -> bool:
        """Return whether durable records are still on the disk: not if the journal lives in memory.

        Returns False, too, if the file was deleted or replaced meanwhile, or has lost its -wal.
        """
        with self._lock:
            return self._on_disk and not self._is_lost()

    def close(self) -> Problem | None:
        """Write what could not be written before, and close the file. A Problem says that it is lost."""
        with self._lock:
            problem = self._try(self._unwritten) if self._unwritten else None
            self._connection.close()
            return problem

    def begin_anew(self, found: Problem) -> Problem:
        """Set aside a journal that cannot be read, and begin a new one. Returns what the user must be told.

        `found` is the `JOURNAL_UNREADABLE` that reading gave. Call this before anything is written, which could
        overwrite what is still there.
        """
        with self._lock:
            self._connection.close()
            self._connection, problem = begin_anew(self._path, found.detail)
            self._on_disk = _is_on_disk(self._connection)
            self._identity = identity(self._path)
        return problem

    def next_id(self) -> int | Problem:
        """Return the first ID greater than those of all entries and receipts. The queue counts on from there."""
        return self._ask(lambda rows: rows[0][0], _NEXT_ID)

    def unfinished(self) -> list[TransferItem] | Problem:
        """Return all entries that are not finished, or not yet imported, in the order of the queue."""
        return self._read(to_item, f"{ITEMS} WHERE NOT finished OR open ORDER BY position")

    def ingestion_status(self, entry_id: int) -> IngestionStatus | Problem | None:
        """Return how far that entry's import is, as it is written; None where nothing follows its upload."""
        known = "SELECT taking_in FROM entries WHERE id = ? AND taking_in <> ''"
        return self._ask(lambda rows: to_ingestion(rows[0][0]).status if rows else None, known, entry_id)

    def finished(self, limit: int) -> list[TransferItem] | Problem:
        """Return at most `limit` other entries, the newest first."""
        return self._read(to_item, f"{ITEMS} WHERE finished AND NOT open ORDER BY entries.id DESC LIMIT ?", limit)

    def receipts(self, query: ReceiptQuery, limit: int, before: int | None = None) -> list[Receipt] | Problem:
        """Return at most `limit` receipts, the newest first; the next page begins `before` the last one's ID."""
        condition, values = _met(query)
        page = (_NO_ID_ABOVE if before is None else before, limit)
        statement = f"{RECEIPTS} WHERE {condition} AND id < ? ORDER BY id DESC LIMIT ?"
        return self._read(to_receipt, statement, *values, *page)

    def count_receipts(self, query: ReceiptQuery) -> int | Problem:
        """Return how many receipts the query finds."""
        condition, values = _met(query)
        counted = f"SELECT count(*) FROM receipts WHERE {condition}"  # noqa: S608 - of constants
        return self._ask(lambda rows: rows[0][0], counted, *values)

    def overview(self) -> ReceiptsOverview | Problem:
        """Return for which accounts and on which days there are receipts."""
        accounts = self._ask(_by_name, "SELECT account_id, account_name, max(id) FROM receipts GROUP BY account_id")
        days = self._ask(lambda rows: tuple(date.fromisoformat(day) for (day,) in rows), _DAYS)
        if isinstance(accounts, Problem):
            return accounts
        return days if isinstance(days, Problem) else ReceiptsOverview(accounts, days)

    def size_sent_before(self, size: int, account_id: str) -> bool | Problem:
        """Return whether a file of that size was sent with that account: no other can have the same content."""
        known = "SELECT 1 FROM receipts WHERE account_id = ? AND size = ? LIMIT 1"
        return self._ask(bool, known, account_id, size)

    def sent_before(self, sha256: str, account_id: str) -> Receipt | Problem | None:
        """Return the newest receipt for this content and account."""
        statement = f"{RECEIPTS} WHERE sha256 = ? AND account_id = ? ORDER BY id DESC LIMIT 1"
        found = self._read(to_receipt, statement, sha256, account_id)
        return found if isinstance(found, Problem) else next(iter(found), None)

    def _try(self, records: tuple[JournalChange, ...]) -> Problem | None:
        try:
            try:
                self._transaction(records)
            except sqlite3.DatabaseError:
                if not (self._on_disk and self._is_lost()):
                    raise
                self._put_back()
                self._transaction(records)
            # After it is written, and before anybody relies on that
            if self._on_disk and any(record.durable for record in records):
                if self._is_lost():
                    self._put_back()
                self._identity = identity(self._path)  # the -wal is there from the first write on
        except (OSError, sqlite3.DatabaseError) as error:
            return problem_of(error, self._path)
        return None

    def _is_lost(self) -> bool:
        if not _is_on_disk(self._connection):
            return True  # it could not be put back so far
        now = identity(self._path)
        return any(was is not None and was != there for was, there in zip(self._identity, now, strict=True))

    def _put_back(self) -> None:
        """Write the journal again, from the file that this process still has open. Raises OSError, sqlite3.Error."""
        log.warning("The journal was deleted, replaced, or has lost its -wal; it is written anew")
        self._connection, problem = put_back(self._connection, self._path, self._identity)
        self._identity = identity(self._path)
        if problem is not None:
            raise OSError(problem.detail)
        self._notice = Problem(Code.JOURNAL_REPLACED)

    def _transaction(self, records: tuple[JournalChange, ...]) -> None:
        connection = self._connection
        durable = any(record.durable for record in records)
        connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        with connection:  # committed at its end, or rolled back
            connection.execute("BEGIN IMMEDIATE")
            for record in records:
                record.write(connection)

    def _read(self, convert: Callable[[Row], T], statement: str, *values: object) -> list[T] | Problem:
        return self._ask(lambda rows: self._good(convert, rows), statement, *values)

    def _good(self, convert: Callable[[Row], T], rows: list[Row]) -> list[T]:
        found = []
        for row in rows:
            try:
                found.append(convert(row))
            except (ValueError, TypeError, LookupError, AttributeError) as error:
                # It was never written so: SQLite keeps no checksums, and finds only damage to its own structure. The
                # row stays as it is, for whoever looks into the file, and all others are good.
                log.warning("Row %s of the journal is damaged (%s) and left out", row[0], type(error).__name__)
                self.row_damaged = Problem(Code.JOURNAL_ROW_DAMAGED)
        return found

    def _ask(self, answer: Callable[[list[Row]], T], statement: str, *values: object) -> T | Problem:
        try:
            with self._lock:
                rows = self._connection.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            return problem_of(error, self._path)
        return answer(rows)


def _by_name(rows: list[Row]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(((id_, name) for id_, name, _ in rows), key=lambda account: account[1].casefold()))


def _is_on_disk(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA database_list").fetchone()[2])


def _met(query: ReceiptQuery) -> tuple[str, tuple[object, ...]]:
    """Return an SQL condition made of constants alone, and its parameters."""
    conditions: dict[str, object] = {
        "instr(searched || char(10) || folded(path), ?)": query.text.casefold(),
        "account_id = ?": query.account_id,
        "date(finished_at, 'unixepoch', 'localtime') = ?": query.day and query.day.isoformat(),
        "task_id = ?": query.task_id,
        "id IN (SELECT value FROM json_each(?))": query.ids and json.dumps(query.ids),
        "finished_at >= ?": query.since,
    }
    asked = {condition: value for condition, value in conditions.items() if value}
    return " AND ".join(["TRUE", *asked]), tuple(asked.values())


# How long a statement waits for a lock that someone else holds, in seconds.
LOCK_PATIENCE: Final = 2.0

# Each migration leads from the version that is its index to the next one (`PRAGMA user_version`). Those that were
# released are never changed: a new version is a new row. Text that may hold lone surrogates (names of files that are
# not Unicode) is a BLOB of UTF-8 with "surrogatepass".
MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (
    (
        """CREATE TABLE receipts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            etag TEXT NOT NULL,
            location TEXT NOT NULL,
            http_status INTEGER NOT NULL,
            finished_at REAL NOT NULL,
            seconds REAL NOT NULL,
            attempts INTEGER NOT NULL,
            account_id TEXT NOT NULL,
            account_name TEXT NOT NULL,
            environment TEXT NOT NULL,
            searched TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX receipts_by_content ON receipts (sha256, account_id)",
        """CREATE TABLE entries (
            id INTEGER PRIMARY KEY,
            position INTEGER NOT NULL,
            path BLOB NOT NULL,
            name BLOB NOT NULL,
            account_id TEXT NOT NULL,
            environment TEXT NOT NULL,
            state TEXT NOT NULL,
            finished INTEGER NOT NULL,
            size INTEGER,
            modified_ns INTEGER,
            sha256 TEXT NOT NULL,
            checked TEXT,
            problem TEXT,
            attempts INTEGER NOT NULL,
            receipt_id INTEGER
        ) STRICT""",
        # The start reads only these, however long the list of finished ones has become.
        "CREATE INDEX entries_unfinished ON entries (position) WHERE NOT finished",
    ),
    (
        # Where the file was, so that the history leads back to it; NULL where nobody knows any more.
        "ALTER TABLE receipts ADD COLUMN path BLOB",
        # From the entries to their receipts: the other way would look through all entries for each receipt.
        "UPDATE receipts SET path = entries.path FROM entries WHERE entries.receipt_id = receipts.id",
        # Asked for each checked file: only content of the same size can be the same.
        "CREATE INDEX receipts_by_size ON receipts (account_id, size)",
    ),
    (
        # What follows the upload, as JSON; `open` while it has not ended, so that the start reads these entries, too.
        "ALTER TABLE entries ADD COLUMN taking_in TEXT",
        "ALTER TABLE entries ADD COLUMN open INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX entries_open ON entries (position) WHERE open",
        "ALTER TABLE receipts ADD COLUMN task_id TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE receipts ADD COLUMN workflow_status TEXT NOT NULL DEFAULT ''",
    ),
    (
        # Whose receipt it is, also once the entry was taken off the list: what Clear says later belongs to it.
        "ALTER TABLE receipts ADD COLUMN entry_id INTEGER",
        "UPDATE receipts SET entry_id = entries.id FROM entries WHERE entries.receipt_id = receipts.id",
        "CREATE INDEX receipts_by_entry ON receipts (entry_id)",
        "ALTER TABLE receipts ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    ),
    (
        # What was found inside the file, as JSON: rows, control totals, the number of notes. Receipts that are older
        # say nothing of it.
        "ALTER TABLE entries ADD COLUMN contents TEXT",
        "ALTER TABLE receipts ADD COLUMN contents TEXT",
    ),
    (
        # The folder that was dropped, for a file found in it; and the row with the same content, for a copy.
        "ALTER TABLE entries ADD COLUMN dropped_in BLOB",
        "ALTER TABLE entries ADD COLUMN same_as INTEGER",
    ),
    (
        # Nothing reads them: the account knows its environment, the receipt what was uploaded.
        "ALTER TABLE entries DROP COLUMN environment",
        "ALTER TABLE entries DROP COLUMN sha256",
        "ALTER TABLE entries DROP COLUMN attempts",
    ),
)


Opened = tuple[sqlite3.Connection, Problem | None]


def open_or_begin(path: Path) -> Opened:
    """Return a connection to the journal at `path`, made there if there is none.

    Returns a Problem, too, where the journal could not be opened as it is. After `JOURNAL_DAMAGED` the journal is a
    new one at the same path; after all others it is in memory, and lasts as long as the connection.
    """
    opened = _open(path)
    if isinstance(opened, sqlite3.Connection):
        return opened, None
    if opened.code is Code.JOURNAL_UNREADABLE:
        return begin_anew(path, opened.detail)
    return in_memory(), opened


def begin_anew(path: Path, detail: str) -> tuple[sqlite3.Connection, Problem]:
    """Return a connection to a new journal at `path`; the damaged one there, which nobody has open, is set aside.

    Returns `JOURNAL_DAMAGED`, too; where the file cannot be set aside another Problem, and a journal in memory.
    `detail` says what is wrong with the old one.
    """
    aside = set_aside(path)
    if aside is None:
        return in_memory(), _unwritable(path, detail)
    opened = _open(path)
    if isinstance(opened, Problem):
        return in_memory(), opened
    return opened, Problem(Code.JOURNAL_DAMAGED, {"name": aside.name}, detail=detail)


Identity = tuple[tuple[int, int] | None, tuple[int, int] | None]


def identity(path: Path) -> Identity:
    """Say which files the journal and its -wal are: device and inode, None for one that is not there."""
    return _inode(path), _inode(_beside(path, "-wal"))


def put_back(connection: sqlite3.Connection, path: Path, known: Identity) -> Opened:
    """Write to `path` again all that this connection still has, although its file is not there any more.

    A file that somebody else has put there is set aside; `known` is the identity of the files before. Returns a
    connection that takes the place of this one: to the new file, or with a Problem to a copy in memory. Raises
    OSError and sqlite3.Error, and then nothing has changed.
    """
    with ExitStack() as unless_needed:
        copy = unless_needed.enter_context(closing(connect(":memory:")))
        connection.backup(copy)
        if identity(path)[0] not in (known[0], None) and set_aside(path) is None:
            raise OSError(f"{path.name} cannot be set aside")
        new = _beside(path, ".new")
        new.unlink(missing_ok=True)
        os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(connect(str(new))) as written:
            written.execute("PRAGMA synchronous=FULL")
            copy.backup(written)
        connection.close()  # only now: it takes the -wal of this name away
        try:
            new.replace(path)
            sync_folder(path.parent)
            opened = _open(path)
        except OSError as error:
            opened = problem_of(error, path)
        if isinstance(opened, sqlite3.Connection):
            return opened, None
        unless_needed.pop_all()
        return copy, opened


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def in_memory() -> sqlite3.Connection:
    """Return a journal that lasts as long as its connection."""
    connection = connect(":memory:")
    migrate(connection, 0)
    return connection


def problem_of(error: OSError | sqlite3.Error, path: Path) -> Problem:
    """Return the problem that a failure means. Raises it again where only a bug can have caused it."""
    if isinstance(error, OSError):
        return _unwritable(path, type(error).__name__)
    not_text = isinstance(error, sqlite3.OperationalError)  # the one that Python raises by itself, without a code
    unknown = sqlite3.SQLITE_CORRUPT if not_text else sqlite3.SQLITE_MISUSE
    code = getattr(error, "sqlite_errorcode", unknown) & 0xFF  # the primary result code
    detail = getattr(error, "sqlite_errorname", "")
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Problem(Code.JOURNAL_LOCKED, detail=detail)
        case sqlite3.SQLITE_FULL:
            return Problem(Code.JOURNAL_FULL, detail=detail)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return Problem(Code.JOURNAL_UNREADABLE, detail=detail)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            return _unwritable(path, detail)
    raise error


def _open(path: Path) -> sqlite3.Connection | Problem:
    try:
        if problem := private_file(path):
            return _unwritable(path, problem.detail)
        with ExitStack() as unless_ready:
            connection = unless_ready.enter_context(closing(connect(str(path))))
            # One program has the journal: a second one, from another login session, would send the same files
            # again. The lock ends with its process. (It also spares WAL its shared memory, so that a network folder
            # will do.)
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > len(MIGRATIONS):
                return Problem(Code.JOURNAL_NEWER, detail=f"version {version}")
            connection.execute("PRAGMA journal_mode=WAL")
            # macOS: its fsync alone leaves the data in the drive's cache (sqlite.org/pragma.html, fullfsync).
            connection.execute("PRAGMA fullfsync=ON")
            finding: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if finding != "ok":
                return Problem(Code.JOURNAL_UNREADABLE, detail=finding)
            migrate(connection, version)
            unless_ready.pop_all()
            return connection
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            return Problem(Code.JOURNAL_UNREADABLE, detail=str(error))  # tables that are not ours
        problem = problem_of(error, path)
        # What is not even begun cannot be written once there is room.
        return _unwritable(path, problem.detail) if problem.code is Code.JOURNAL_FULL else problem


def connect(database: str) -> sqlite3.Connection:
    # isolation_level None: transactions begin where we say so. `Journal` has the lock that makes threads safe.
    connection = sqlite3.connect(database, timeout=LOCK_PATIENCE, isolation_level=None, check_same_thread=False)
    # A damaged text would fail the whole SELECT
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.create_function("folded", 1, _folded, deterministic=True)
    return connection


def _folded(path: bytes | None) -> str:
    return (path or b"").decode("utf-8", "replace").casefold()


def migrate(connection: sqlite3.Connection, version: int) -> None:
    if version == len(MIGRATIONS):
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in chain.from_iterable(MIGRATIONS[version:]):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={len(MIGRATIONS)}")


def set_aside(path: Path) -> Path | None:
    """Rename the journal and the files that belong to it; None when the system does not allow it."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    try:
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                _beside(path, ending).rename(_beside(aside, ending))
    except OSError:
        return None
    return aside


def _unwritable(path: Path, detail: str) -> Problem:
    return Problem(Code.JOURNAL_UNWRITABLE, {"folder": str(path.parent)}, detail=detail)
