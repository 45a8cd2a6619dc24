"""List faults of the journal: what becomes of its file while nobody has it open, and while files are sent."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from tests.store.damaged import garbled_header, garbled_page, half, no_database, ordinary_user, someone_elses
from tests.store.held_journal import HeldJournal, open_held

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.store.journal import MIGRATIONS


class Next(Enum):
    """Holds what the next start finds, once all is in order again."""

    ALL = auto()  # as if nothing had been: earlier files and new ones, uploaded, with their receipts
    LISTED = auto()  # all files listed when it happened, as last written: waiting, or even to be checked again
    EARLIER = auto()  # what was there before this start, untouched
    NEW = auto()  # what came after it was set aside
    NOTHING = auto()  # all was set aside


def _nothing(_path: Path) -> None:
    """Do nothing to the journal."""


def _untouched(_journal: HeldJournal) -> None:
    """Leave everything as it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """Holds one fault of the journal, and all that must come of it: sending never suffers, and nothing is claimed.

    `code` is None where the user need not hear of it; `headline` is a part of what is read. `before` happens to the
    file while nobody has it, `meanwhile` to the open journal when the files are ready to be sent, `at_last` when all
    are sent; `after` puts things right for the next start. `shown`: the list begins with the earlier files.
    """

    name: str
    code: Code | None
    headline: str
    next_start: Next
    before: Callable[[Path], None] = _nothing
    opened: Callable[[Path], tuple[HeldJournal, Problem | None]] = open_held
    meanwhile: Callable[[HeldJournal], None] = _untouched
    at_last: Callable[[HeldJournal], None] = _untouched
    after: Callable[[Path], None] = _nothing
    shown: bool = True


def _do(*statements: str) -> Callable[[HeldJournal], None]:
    def do(journal: HeldJournal) -> None:
        journal.run(*statements)

    return do


def _write(statement: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)

    return write


def _locked(path: Path) -> tuple[HeldJournal, Problem | None]:
    """Open the journal while another program has it, which gives it up later."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        return open_held(path)


def _by_ordinary_user(path: Path) -> tuple[HeldJournal, Problem | None]:
    with ordinary_user():
        return open_held(path)


def _protect(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


def _unprotect(path: Path) -> None:
    path.parent.chmod(0o755)
    path.chmod(0o644)


def _overwrite_open(journal: HeldJournal) -> None:
    """Overwrite the file on the disk, which is found when SQLite reads it again."""
    _do("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA shrink_memory")(journal)
    with journal.held.lock, journal.path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(journal.path.stat().st_size - 4096))


def _found_at_next_start(path: Path) -> None:
    journal, problem = open_held(path)
    journal.close()
    assert problem is not None
    assert problem.code is Code.JOURNAL_DAMAGED


def _hang(journal: HeldJournal) -> None:
    journal.held.lock.acquire()


def _come_back(journal: HeldJournal) -> None:
    journal.held.lock.release()


_FULL: Final = _do("PRAGMA max_page_count=1")  # no less than there are
_ROOM: Final = _do("PRAGMA max_page_count=1000000")
_SAVED: Final = "can't be saved"
_DAMAGED: Final = "list of earlier uploads was damaged"


def _set_aside(name: str, before: Callable[[Path], None]) -> Row:
    """Return the row of damage that is found at the start."""
    return Row(f"journal: {name}", Code.JOURNAL_DAMAGED, _DAMAGED, Next.NEW, before=before, shown=False)


_READ_ONLY: Final = Row(
    "journal: read-only",
    Code.JOURNAL_UNWRITABLE,
    _SAVED,
    Next.EARLIER,
    before=_protect,
    opened=_by_ordinary_user,
    after=_unprotect,
    shown=False,
)

JOURNAL_ROWS: Final = (
    Row("journal: as it should be", None, "", Next.ALL),
    Row("journal: full", Code.JOURNAL_FULL, "the disk is full", Next.LISTED, meanwhile=_FULL),
    Row(
        "journal: full, then there is room",
        Code.JOURNAL_FULL,
        "the disk is full",
        Next.ALL,
        meanwhile=_FULL,
        at_last=_ROOM,
    ),
    Row(
        "journal: becomes read-only",
        Code.JOURNAL_UNWRITABLE,
        _SAVED,
        Next.LISTED,
        meanwhile=_do("PRAGMA query_only=ON"),
    ),
    Row(
        "journal: read-only for a while",
        Code.JOURNAL_UNWRITABLE,
        _SAVED,
        Next.ALL,
        meanwhile=_do("PRAGMA query_only=ON"),
        at_last=_do("PRAGMA query_only=OFF"),
    ),
    _set_aside("no database", no_database),
    _set_aside("cut in half", half),
    _set_aside("a garbled header", garbled_header),
    _set_aside("a garbled page", garbled_page),
    _set_aside("someone else's tables", someone_elses),
    Row(
        "journal: corrupt while it is open",
        Code.JOURNAL_UNREADABLE,
        "list of uploads is damaged",
        Next.NOTHING,
        meanwhile=_overwrite_open,
        after=_found_at_next_start,
    ),
    Row(
        "journal: locked",
        Code.JOURNAL_LOCKED,
        "Another program is using the list of uploads",
        Next.EARLIER,
        opened=_locked,
        shown=False,
    ),
    Row(
        "journal: from a newer version",
        Code.JOURNAL_NEWER,
        "from a newer version of LedgerDrop",
        Next.EARLIER,
        before=_write(f"PRAGMA user_version={len(MIGRATIONS) + 1}"),
        after=_write(f"PRAGMA user_version={len(MIGRATIONS)}"),
        shown=False,
    ),
    Row("journal: on a disk that hangs for a while", None, "", Next.ALL, meanwhile=_hang, at_last=_come_back),
    *(() if sys.platform == "win32" else (_READ_ONLY,)),  # folders have no such rights there
)
