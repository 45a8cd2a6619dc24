"""The journal's file: opened, brought up to date, or set aside. What stands in it is `journal.py`'s business."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.locations import is_of_another_user, private_folder

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


def open_or_begin(path: Path) -> tuple[sqlite3.Connection, Problem | None]:
    """Return a connection to the journal at `path`, made there if there is none.

    With a Problem where that was not possible. After `JOURNAL_DAMAGED` the journal is a new one at the same path;
    after all others it is in memory, and lasts as long as the connection.
    """
    opened = _open(path)
    if isinstance(opened, sqlite3.Connection):
        return opened, None
    if opened.code is Code.JOURNAL_UNREADABLE:
        return begin_anew(path, opened.detail)
    return in_memory(), opened


def begin_anew(path: Path, detail: str) -> tuple[sqlite3.Connection, Problem]:
    """Return a connection to a new journal at `path`; the damaged one there, which nobody has open, is set aside.

    With `JOURNAL_DAMAGED`; where that is not possible with another Problem, and in memory. `detail`: what is wrong
    with the old one.
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


def put_back(
    connection: sqlite3.Connection, path: Path, known: Identity
) -> tuple[sqlite3.Connection, Problem | None]:
    """Write to `path` anew all that this connection still has, although its file is not there any more.

    What somebody else has put there is set aside; `known` is what the files were. Returns a connection that takes the
    place of this one: to the new file, or with a Problem to a copy in memory. Raises OSError and sqlite3.Error, and
    then nothing has changed.
    """
    copy = connect(":memory:")
    try:
        return _put_back(copy, connection, path, known)
    except BaseException:
        copy.close()
        raise


def _put_back(
    copy: sqlite3.Connection, connection: sqlite3.Connection, path: Path, known: Identity
) -> tuple[sqlite3.Connection, Problem | None]:
    connection.backup(copy)
    if identity(path)[0] not in (known[0], None) and set_aside(path) is None:
        raise OSError(f"{path.name} cannot be set aside")
    new = _beside(path, ".new")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    written = connect(str(new))
    try:
        written.execute("PRAGMA synchronous=FULL")
        copy.backup(written)
    finally:
        written.close()
    connection.close()  # only now: it takes the -wal of this name away
    try:
        new.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        return copy, _unwritable(path, type(error).__name__)
    opened = _open(path)
    if isinstance(opened, Problem):
        return copy, opened
    copy.close()
    return opened, None


def _sync_folder(folder: Path) -> None:
    """Make what was renamed in it outlast a power cut, where a folder can be opened."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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


def problem_of(error: sqlite3.Error, path: Path) -> Problem:
    """Return what SQLite's failure means to a user. Raises it again where only a bug can have caused it."""
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
        if isinstance(folder := private_folder(path.parent), Problem):
            return _unwritable(path, folder.detail)
        # SQLite would leave the rights to the umask; its -wal takes after the file itself.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if is_of_another_user(path):
            return _unwritable(path, "it belongs to another user")
        connection = connect(str(path))
    except OSError as error:
        return _unwritable(path, type(error).__name__)
    except sqlite3.Error as error:
        return _cannot_open(error, path)
    problem = _prepare(connection, path)
    if problem is not None:
        connection.close()
        return problem
    return connection


def connect(database: str) -> sqlite3.Connection:
    # isolation_level None: transactions begin where we say so. `Journal` has the lock that makes threads safe.
    connection = sqlite3.connect(database, timeout=LOCK_PATIENCE, isolation_level=None, check_same_thread=False)
    # A damaged text would fail the whole SELECT
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.create_function("folded", 1, _folded, deterministic=True)
    return connection


def _folded(path: bytes | None) -> str:
    return (path or b"").decode("utf-8", "replace").casefold()


def _prepare(connection: sqlite3.Connection, path: Path) -> Problem | None:
    try:
        # One program has the journal: a second one, from another login session, would send the same files again. The
        # lock ends with its process. (It also spares WAL its shared memory, so that a network folder will do.)
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
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # tables that are not ours
            return Problem(Code.JOURNAL_UNREADABLE, detail=str(error))
        return _cannot_open(error, path)
    except sqlite3.DatabaseError as error:
        return _cannot_open(error, path)
    return None


def _cannot_open(error: sqlite3.Error, path: Path) -> Problem:
    """Like `problem_of`; but what is not even begun cannot be written once there is room."""
    problem = problem_of(error, path)
    return _unwritable(path, problem.detail) if problem.code is Code.JOURNAL_FULL else problem


def migrate(connection: sqlite3.Connection, version: int) -> None:
    if version == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    for migration in MIGRATIONS[version:]:
        for statement in migration:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={len(MIGRATIONS)}")
    connection.execute("COMMIT")


def set_aside(path: Path) -> Path | None:
    """Rename the journal and what belongs to it; None when the system does not let us."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    try:
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    except OSError:
        return None
    return aside


def _unwritable(path: Path, detail: str) -> Problem:
    return Problem(Code.JOURNAL_UNWRITABLE, {"folder": str(path.parent)}, detail=detail)
