"""Test journals that cannot be opened: said clearly, kept where possible, and never in the way of sending."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.damaged import (
    folder_for_all,
    garbled_header,
    garbled_page,
    half,
    no_database,
    ordinary_user,
    someone_elses,
)

from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.model.ingestion import IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.store import journal as journal_module
from ledgerdrop.store.journal import Journal, open_journal
from ledgerdrop.store.journal_records import Added, IngestionChanged


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a journal with 200 entries, closed."""
    path = tmp_path / "journal.db"
    journal, problem = open_journal(path)
    assert problem is None
    assert journal.write(Added(tuple(entry(number) for number in range(1, 201)))) is None
    assert journal.close() is None
    return path


def entry(number: int) -> TransferItem:
    return TransferItem(number, Path(f"/books/{number}.csv"), f"{number}.csv", "account", State.QUEUED)


def count(journal: Journal) -> int:
    entries = journal.unfinished()
    assert not isinstance(entries, Problem)
    return len(entries)


def assert_works(journal: Journal) -> None:
    before = count(journal)
    assert journal.write(Added((entry(1000),))) is None
    assert count(journal) == before + 1


@pytest.mark.parametrize("damage", [no_database, garbled_page, half, garbled_header, someone_elses])
def test_a_damaged_journal_is_set_aside_and_a_new_one_begun(path: Path, damage: object) -> None:
    assert callable(damage)
    damage(path)
    bytes_before = path.read_bytes()
    journal, problem = open_journal(path)
    assert problem is not None
    assert problem.code is Code.JOURNAL_DAMAGED
    aside = path.with_name(problem.params["name"])
    assert aside.name in problem.advice
    assert len(aside.read_bytes()) == len(bytes_before)
    assert_works(journal)
    journal.close()
    again, problem = open_journal(path)
    assert problem is None
    assert count(again) == 1
    again.close()


def test_what_belongs_to_a_damaged_journal_goes_with_it(path: Path) -> None:
    """Move the -wal along, since one left behind would be applied to the new journal."""
    path.with_name("journal.db-wal").write_bytes(b"wal")
    aside = journal_module.set_aside(path)
    assert aside is not None
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"wal"
    assert sorted(path.parent.iterdir()) == sorted([aside, aside.with_name(f"{aside.name}-wal")])


def test_a_file_cut_off_to_nothing_is_a_new_journal(path: Path) -> None:
    os.truncate(path, 0)
    journal, problem = open_journal(path)
    assert problem is None
    assert_works(journal)
    journal.close()


def test_a_journal_of_a_newer_version_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={len(journal_module.MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    journal, problem = open_journal(path)
    assert problem is not None
    assert problem.code is Code.JOURNAL_NEWER
    assert_works(journal)
    journal.close()
    assert path.read_bytes() == before


def test_a_journal_of_an_older_version_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer = (*journal_module.MIGRATIONS, ("CREATE TABLE intents (id INTEGER PRIMARY KEY) STRICT",))
    monkeypatch.setattr(journal_module, "MIGRATIONS", newer)
    journal, problem = open_journal(path)
    assert problem is None
    assert count(journal) == 200
    assert_works(journal)
    journal.close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(newer),)
    assert connection.execute("SELECT count(*) FROM intents").fetchone() == (0,)
    connection.close()


def test_receipts_learn_where_their_file_was_from_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"
    with monkeypatch.context() as earlier:
        earlier.setattr(journal_module, "MIGRATIONS", journal_module.MIGRATIONS[:1])
        journal, _ = open_journal(path)
        journal.close()
    connection = sqlite3.connect(path)
    written = """
        INSERT INTO receipts (name, size, sha256, etag, location, http_status, finished_at, seconds, attempts,
                              account_id, account_name, environment, searched)
        VALUES ('a.csv', 1, 'ab', '', '', 200, 0, 1, 1, 'account', 'Books', 'practice', 'a.csv')
    """
    connection.execute(written)
    connection.execute(written)
    connection.execute(
        "INSERT INTO entries VALUES (1, 1, ?, ?, 'account', 'practice', 'UPLOADED', 1, 1, 1, 'ab', NULL, NULL, 1, 2)",
        (b"/books/a.csv", b"a.csv"),
    )
    connection.commit()
    connection.close()
    journal, problem = open_journal(path)
    assert problem is None
    receipts = journal.receipts(ReceiptQuery(), 9)
    assert not isinstance(receipts, Problem)
    assert [receipt.path for receipt in receipts] == [Path("/books/a.csv"), None]
    journal.close()


def test_a_migration_that_fails_leaves_the_journal_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = len(journal_module.MIGRATIONS)
    newer = (
        *journal_module.MIGRATIONS,
        ("CREATE TABLE intents (id INTEGER) STRICT", "INSERT INTO entries VALUES (1)"),
    )
    monkeypatch.setattr(journal_module, "MIGRATIONS", newer)
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
        pytest.raises(sqlite3.OperationalError),
    ):
        journal_module.migrate(connection, known)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (known,)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'intents'").fetchone() == (0,)
    connection.close()


def test_a_locked_journal_is_waited_for_and_then_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "LOCK_PATIENCE", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    journal, problem = open_journal(path)
    assert problem is not None
    assert problem.code is Code.JOURNAL_LOCKED
    assert_works(journal)
    journal.close()
    holder.execute("ROLLBACK")
    holder.close()
    again, problem = open_journal(path)
    assert problem is None
    assert count(again) == 200
    again.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that other users reach."""
    with folder_for_all() as folder:
        yield folder


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such rights there")
@pytest.mark.parametrize("existing", [False, True])
def test_a_read_only_folder_is_named_and_sending_goes_on(open_folder: Path, path: Path, existing: bool) -> None:
    there = open_folder / "journal.db"
    if existing:
        shutil.copy(path, there)
        there.chmod(0o444)
    open_folder.chmod(0o555)
    with ordinary_user():
        journal, problem = open_journal(there)
        assert problem is not None
        assert problem.code is Code.JOURNAL_UNWRITABLE
        assert str(open_folder) in problem.advice
        assert_works(journal)
        journal.close()
    assert there.exists() == existing


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such rights there")
def test_a_damaged_journal_that_cannot_be_renamed_is_left(open_folder: Path) -> None:
    there = open_folder / "journal.db"
    no_database(there)
    there.chmod(0o666)
    open_folder.chmod(0o555)
    with ordinary_user():
        journal, problem = open_journal(there)
    assert problem is not None
    assert problem.code is Code.JOURNAL_UNWRITABLE
    assert_works(journal)
    journal.close()


def test_a_disk_without_room_for_a_new_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = journal_module.connect

    def connect_without_room(database: str) -> sqlite3.Connection:
        connection = connect(database)
        if database != ":memory:":
            connection.execute("PRAGMA max_page_count=1")
        return connection

    monkeypatch.setattr(journal_module, "connect", connect_without_room)
    journal, problem = open_journal(tmp_path / "journal.db")
    assert problem is not None
    assert problem.code is Code.JOURNAL_UNWRITABLE
    assert problem.detail == "SQLITE_FULL"
    assert "forgotten when you quit" in problem.advice
    assert_works(journal)
    journal.close()


def test_a_folder_that_is_a_file_is_a_problem_too(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    journal, problem = open_journal(tmp_path / "data" / "journal.db")
    assert problem is not None
    assert problem.code is Code.JOURNAL_UNWRITABLE
    assert_works(journal)
    journal.close()


def test_damage_met_later_is_said(path: Path) -> None:
    journal, problem = open_journal(path)
    assert problem is None
    for page in range(1, path.stat().st_size // 4096):
        with path.open("r+b") as file:
            file.seek(4096 * page)
            file.write(b"\xff" * 4096)
    reader, _ = Journal(sqlite3.connect(path), path), journal.close()
    found = reader.unfinished()
    assert isinstance(found, Problem)
    assert found.code is Code.JOURNAL_UNREADABLE
    assert reader.close() is None


def _steps_of_migration(rows: int) -> int:
    """Count SQLite's steps, in thousands, from the first version to the latest, for so many receipts."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in journal_module.MIGRATIONS[0]:
        connection.execute(statement)
    connection.execute("BEGIN")
    for number in range(1, rows + 1):
        values = (number, "a.csv", 1, "", "", "", 200, 1.0, 1.0, 1, "a", "A", "e", "")
        connection.execute(f"INSERT INTO receipts VALUES ({', '.join('?' * 14)})", values)  # noqa: S608 - of question marks
        row = (number, number, b"p", b"n", "a", "e", "UPLOADED", 1, 1, 1, "", None, None, 1, number)
        connection.execute(f"INSERT INTO entries VALUES ({', '.join('?' * 15)})", row)  # noqa: S608 - as above
    connection.execute("COMMIT")
    steps = [0]

    def count() -> int:
        steps[0] += 1
        return 0

    connection.set_progress_handler(count, 1000)
    journal_module.migrate(connection, 1)
    assert (
        connection.execute("SELECT count(*) FROM receipts WHERE path = ? AND entry_id = id", (b"p",)).fetchone()[0]
        == rows
    )
    connection.close()
    return steps[0]


def test_the_way_to_a_new_version_is_linear() -> None:
    assert _steps_of_migration(4000) < 6 * _steps_of_migration(1000)


def _taken_away(path: Path) -> None:
    path.unlink()
    path.with_name(path.name + "-wal").unlink()


def _without_wal(path: Path) -> None:
    path.with_name(path.name + "-wal").unlink()


def _replaced(path: Path) -> None:
    other = path.with_name("other.sqlite3")
    journal, problem = open_journal(other)
    assert problem is None
    assert journal.write(Added((entry(77),))) is None
    journal.close()
    other.replace(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")
@pytest.mark.parametrize("attack", [_taken_away, _without_wal, _replaced])
def test_a_journal_that_is_taken_away_is_written_anew(tmp_path: Path, attack: Callable[[Path], None]) -> None:
    path = tmp_path / "journal.sqlite3"
    journal, problem = open_journal(path)
    assert problem is None
    planned = IngestionState(IngestionOptions("T", "csv"), 1, IngestionStatus.ASKED)
    assert journal.write(Added((entry(1), entry(2)))) is None
    assert journal.write(IngestionChanged((1,), planned)) is None
    assert journal.is_durable()
    attack(path)
    assert not journal.is_durable()
    told = journal.write(IngestionChanged((2,), planned))
    assert told is not None
    assert told.code is Code.JOURNAL_REPLACED
    assert journal.is_durable()
    assert journal.write(IngestionChanged((2,), planned)) is None  # it is said once
    assert journal.close() is None
    again, problem = open_journal(path)
    assert problem is None
    assert [again.ingestion_status(number) for number in (1, 2, 77)] == [
        IngestionStatus.ASKED,
        IngestionStatus.ASKED,
        None,
    ]
    again.close()
    assert not list(tmp_path.glob("*.new*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")
def test_a_journal_without_a_folder_satisfies_no_promise(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    path = folder / "journal.sqlite3"
    journal, problem = open_journal(path)
    assert problem is None
    assert journal.write(Added((entry(1),))) is None
    shutil.rmtree(folder)
    folder.write_text("a file stands in its place")
    planned = IngestionState(IngestionOptions("T", "csv"), 1, IngestionStatus.ASKED)
    told = journal.write(IngestionChanged((1,), planned))
    assert told is not None
    assert told.code is Code.JOURNAL_UNWRITABLE
    assert not journal.is_durable()
    journal.close()
    in_memory, problem = open_journal(path)
    assert problem is not None
    assert not in_memory.is_durable()
    in_memory.close()
