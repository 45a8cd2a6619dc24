"""Test the journal with real files: what was written is there again, whatever happened in between."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.store.held_journal import HeldJournal, open_held

from ledgerdrop.model.files import CheckedFile, DroppedFile, Receipt, ReceiptQuery, Uploaded
from ledgerdrop.model.inspection import Column, Contents, Total
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.store import journal as journal_module
from ledgerdrop.store.journal import Journal, open_journal
from ledgerdrop.store.journal_records import (
    ITEMS,
    RECEIPTS,
    Added,
    Changed,
    Confirmed,
    FinishedCleared,
    Inspected,
    JournalChange,
    ReceiptsCleared,
    Removed,
    Reordered,
)


def entry(number: int, state: State = State.QUEUED) -> TransferItem:
    name = f"ledger-{number}.csv"
    return TransferItem(number, Path("/books") / name, name, "account", state)


def receipt(number: int = 1) -> Receipt:
    uploaded = Uploaded(
        f"ledger-{number}.csv", 20, f"{number:064x}", "etag", "https://storage.example/a", 200, 1e9, 1.5, 2
    )
    return Receipt(uploaded, "account", "Books Ltd", "practice")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[HeldJournal]:
    opened, problem = open_held(path)
    assert problem is None
    yield opened
    opened.close()


def reopened(journal: Journal, path: Path) -> Journal:
    assert journal.close() is None
    again, problem = open_journal(path)
    assert problem is None
    return again


def unfinished(journal: Journal) -> list[TransferItem]:
    entries = journal.unfinished()
    assert not isinstance(entries, Problem)
    return entries


def finished(journal: Journal, limit: int) -> list[TransferItem]:
    entries = journal.finished(limit)
    assert not isinstance(entries, Problem)
    return entries


def test_an_entry_comes_back_with_everything_it_had(journal: Journal, path: Path) -> None:
    where = Path("/bücher/not-\udcff-unicode.csv")  # as Python spells a name that is not UTF-8
    warning = Problem(Code.EMPTY_ARCHIVE, {"name": "a"})
    problem = Problem(
        Code.SIGN_IN_REFUSED, {"host": "x", "name": where.name}, "No “entry”", "AccessDenied", 403, 2.5, "detail"
    )
    file = DroppedFile(where, where.name, 2**40, 1_700_000_000_123_456_789)
    full = TransferItem(
        id=7,
        path=where,
        name=where.name,
        account_id="account",
        state=State.RETRYING,
        size=file.size,
        modified_ns=file.modified_ns,
        checked=CheckedFile(file, "csv", "text/csv", "text/plain", warning),
        problem=problem,
    )
    assert journal.write(Added((full,))) is None
    again = reopened(journal, path)
    assert unfinished(again) == [full]
    assert again.next_id() == 8
    again.close()


def test_a_change_stands_after_reopening_and_a_removed_entry_stays_away(journal: Journal, path: Path) -> None:
    journal.write(Added((entry(1), entry(2), entry(3))))
    journal.write(Removed((2,)))
    journal.write(Changed(entry(1, State.SENDING)), Changed(entry(2, State.SENDING)))
    again = reopened(journal, path)
    assert [(item.id, item.state) for item in unfinished(again)] == [(1, State.SENDING), (3, State.QUEUED)]
    again.close()


def test_an_uploaded_entry_has_its_receipt_until_receipts_are_cleared(journal: Journal, path: Path) -> None:
    done = entry(1, State.UPLOADED)
    journal.write(Added((entry(1),)))
    journal.write(Confirmed(done, receipt()))
    again = reopened(journal, path)
    assert unfinished(again) == []
    assert finished(again, 10) == [replace(done, uploaded=receipt().uploaded)]
    again.write(FinishedCleared())
    assert finished(again, 10) == []
    kept = again.receipts(ReceiptQuery(), 10)
    assert kept == [replace(receipt(), id=1)]
    again.write(ReceiptsCleared())
    assert again.receipts(ReceiptQuery(), 10) == []
    again.close()


@pytest.mark.parametrize("before", [True, False])
def test_a_receipt_says_what_was_inside_whichever_is_known_first(journal: Journal, path: Path, before: bool) -> None:
    total = Total(Decimal("12345678901234567.89"), 3, Decimal("-1.5"), Decimal(7), 1, "indian")
    inside = Contents(20, 5, 3, 2, (Column("B", "Amount", True, total),), 4)
    sent = replace(entry(1, State.UPLOADED), size=20, modified_ns=5)
    journal.write(Added((entry(1),)))
    changes: list[JournalChange] = [Inspected(1, inside), Confirmed(sent, receipt())]
    for change in changes if before else reversed(changes):
        journal.write(change)
    journal = reopened(journal, path)
    found = journal.receipts(ReceiptQuery(), 9)
    assert not isinstance(found, Problem)
    assert [one.contents for one in found] == [inside]
    assert finished(journal, 9)[0].contents == inside
    journal.close()


def test_a_receipt_says_nothing_of_an_earlier_content(journal: Journal) -> None:
    journal.write(Added((entry(1),)), Inspected(1, Contents(20, 4, 3, 2)))
    journal.write(Confirmed(replace(entry(1, State.UPLOADED), size=20, modified_ns=5), receipt()))
    found = journal.receipts(ReceiptQuery(), 9)
    assert not isinstance(found, Problem)
    assert [one.contents for one in found] == [None]


def test_a_receipt_is_written_whatever_the_disk_made_of_the_contents(journal: Journal, path: Path) -> None:
    sent = replace(entry(1, State.UPLOADED), size=20, modified_ns=5)
    journal.write(Added((entry(1),)), Inspected(1, Contents(20, 5, 3, 2)))
    assert journal.close() is None
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE entries SET contents = 'x' || contents")
    connection.close()
    again, _ = open_journal(path)
    assert again.write(Confirmed(sent, receipt())) is None
    found = again.receipts(ReceiptQuery(), 9)
    assert not isinstance(found, Problem)
    assert [one.contents for one in found] == [None]
    assert again.close() is None


def test_moved_entries_share_out_their_places(journal: Journal) -> None:
    journal.write(Added(tuple(entry(number) for number in range(1, 7))))
    journal.write(Removed((2,)))
    journal.write(Reordered((5, 2, 4, 3)))
    assert [item.id for item in unfinished(journal)] == [1, 5, 4, 3, 6]


def test_clearing_takes_finished_entries_but_those_kept(journal: Journal) -> None:
    done = tuple(entry(number, State.CANCELLED) for number in range(1, 4))
    journal.write(Added((*done, entry(4))))
    journal.write(FinishedCleared(kept=(2, 9)))
    assert [item.id for item in finished(journal, 10)] == [2]
    assert [item.id for item in unfinished(journal)] == [4]


def test_of_finished_entries_only_the_newest_are_read(journal: Journal) -> None:
    journal.write(Added(tuple(entry(number, State.CANCELLED) for number in range(1, 8))))
    assert [item.id for item in finished(journal, 3)] == [7, 6, 5]


def test_the_start_reads_no_finished_entries(journal: HeldJournal) -> None:
    def plan(query: str) -> str:
        step: str = journal.run(f"EXPLAIN QUERY PLAN {query}")[0][3]
        return step

    start = plan(f"{ITEMS} WHERE NOT finished ORDER BY position")
    assert start == "SCAN entries USING INDEX entries_unfinished"
    content = plan(f"{RECEIPTS} WHERE sha256 = '' AND account_id = '' ORDER BY id DESC LIMIT 1")
    assert "USING INDEX receipts_by_content" in content


@pytest.mark.skipif(sys.platform == "win32", reason="rights are not modes there")
def test_only_its_owner_may_read_the_journal(journal: Journal, path: Path) -> None:
    journal.write(Added((entry(1),)))
    assert {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {
        "journal.db": 0o600,
        "journal.db-wal": 0o600,
    }
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_program_does_not_get_the_journal(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else both would send what waits in it."""
    monkeypatch.setattr(journal_module, "LOCK_PATIENCE", 0.05)
    journal.write(Added((entry(1),)))
    second, problem = open_journal(path)
    assert problem is not None
    assert problem.code is Code.JOURNAL_LOCKED
    assert unfinished(second) == []
    second.close()
    assert journal.write(Added((entry(2),))) is None
    assert [item.id for item in unfinished(journal)] == [1, 2]


def test_a_query_of_the_location_never_reaches_the_disk(journal: Journal, path: Path) -> None:
    signed = replace(receipt().uploaded, location="https://storage.example/a?X-Amz-Signature=s3cr3t")
    journal.write(Added((entry(1),)))
    journal.write(Confirmed(entry(1, State.UPLOADED), replace(receipt(), uploaded=signed)))
    assert all(b"s3cr3t" not in file.read_bytes() for file in path.parent.iterdir())


def test_durable_records_are_synced_and_others_are_not(journal: HeldJournal, path: Path) -> None:
    def level() -> int:
        number: int = journal.run("PRAGMA synchronous")[0][0]
        return number

    journal.write(Added((entry(1), entry(2))))
    assert level() == 1  # NORMAL
    journal.write(Changed(entry(2, State.SENDING)), Confirmed(entry(1, State.UPLOADED), receipt()))
    assert level() == 2  # FULL
    journal.write(Changed(entry(2, State.RETRYING)))
    assert level() == 1


def test_a_full_disk_is_said_and_written_once_there_is_room(path: Path) -> None:
    now = 0.0
    journal, _ = open_held(path, clock=lambda: now)
    journal.run("PRAGMA max_page_count=12")
    numbers = iter(range(1, 10_000))
    problem = None
    while problem is None:
        problem = journal.write(Added((entry(next(numbers)),)))
    assert problem.code is Code.JOURNAL_FULL
    total = next(numbers)
    assert journal.write(Added((entry(total),))) == problem
    assert len(unfinished(journal)) < total  # nothing is said to be there that is not
    journal.run("PRAGMA max_page_count=1000")
    assert journal.write() == problem  # too soon to try again
    now = 6.0
    assert journal.write() is None
    assert [item.id for item in unfinished(journal)] == list(range(1, total + 1))
    journal.close()


def test_a_write_that_fails_is_told_at_the_end(path: Path) -> None:
    journal, _ = open_held(path)
    journal.run("PRAGMA query_only=ON")
    problem = journal.write(Added((entry(1),)))
    assert problem is not None
    assert problem.code is Code.JOURNAL_UNWRITABLE
    assert journal.close() == problem


def test_a_mistake_of_ours_raises_and_is_not_repeated(journal: Journal) -> None:
    journal.write(Added((entry(1),)))
    with pytest.raises(sqlite3.IntegrityError):
        journal.write(Added((entry(2), entry(1))))
    assert journal.write(Added((entry(3),))) is None
    assert [item.id for item in unfinished(journal)] == [1, 3]


_WRITER = """
import sys
from pathlib import Path
from ledgerdrop.model.files import Uploaded
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.journal_records import Added, Changed, Confirmed
from ledgerdrop.model.files import Receipt
from ledgerdrop.model.transfers import State, TransferItem
journal, _ = open_journal(Path(sys.argv[1]))
first = journal.next_id()
for number in range(first, first + 100_000):
    made = TransferItem(number, Path("/books/a.csv"), "a.csv", "account", State.QUEUED)
    journal.write(Added((made,)))
    print("added", number, flush=True)
    journal.write(Changed(TransferItem(number, made.path, "a.csv", "account", State.SENDING)))
    print("sending", number, flush=True)
    done = TransferItem(number, made.path, "a.csv", "account", State.UPLOADED)
    uploaded = Uploaded("a.csv", 1, f"{number:064x}", "etag", "https://storage.example/a", 200, 1.0, 1.0, 1)
    journal.write(Confirmed(done, Receipt(uploaded, "account", "Books Ltd", "practice")))
    print("uploaded", number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 2, 3, 500, 501, 502, 4_000])
def test_what_was_written_survives_a_kill(path: Path, lines: int) -> None:
    """Killed after so many writes, twice: nothing that was said to be written is missing."""
    for _ in range(2):
        said: dict[int, str] = {}
        sources = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", _WRITER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=sources) as writer:
            assert writer.stdout is not None
            for _ in range(lines):
                word, number = writer.stdout.readline().split()
                said[int(number)] = word
            writer.kill()
            for line in writer.stdout:  # what it had written before the signal came
                if line.endswith("\n"):
                    word, number = line.split()
                    said[int(number)] = word
        journal, problem = open_journal(path)
        assert problem is None
        found = {item.id: item for item in (*unfinished(journal), *finished(journal, 1_000_000))}
        rank = {"added": 0, "sending": 1, "uploaded": 2}
        state = {State.QUEUED: 0, State.SENDING: 1, State.UPLOADED: 2}
        assert all(state[found[sent].state] >= rank[word] for sent, word in said.items())
        for sent, item in found.items():
            assert (item.uploaded is not None) == (item.state is State.UPLOADED)
            if item.uploaded:
                assert item.uploaded.sha256 == f"{sent:064x}"
        journal.close()


def test_a_damaged_value_costs_its_row_and_no_other(
    journal: Journal, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = DroppedFile(Path("/books/a.csv"), "a.csv", 3, 4)
    checked = CheckedFile(file, "csv", "text/csv", "text/csv")
    journal.write(Added(tuple(replace(entry(number), checked=checked) for number in (1, 2, 3))))
    assert journal.close() is None
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE entries SET checked = replace(checked, '[', '{') WHERE id = 2")
    connection.close()
    again, _ = open_journal(path)
    assert [one.id for one in unfinished(again)] == [1, 3]
    assert "Row 2 of the journal is damaged" in caplog.text
    assert again.next_id() == 4
    assert again.close() is None


def test_what_sqlite_cannot_hold_is_written_all_the_same(journal: Journal, path: Path) -> None:
    """Write a time after 2262, and half a character, which JSON can bring."""
    odd = replace(entry(1), modified_ns=2**63, size=20, account_id="a\ud800")
    assert journal.write(Added((odd,))) is None
    uploaded = replace(receipt().uploaded, name="half \ud83d.csv", etag="\udfff")
    assert journal.write(Confirmed(odd, replace(receipt(), uploaded=uploaded, account_name="Half \ud83d"))) is None
    again = reopened(journal, path)
    [found] = again.receipts(ReceiptQuery(), 9)  # type: ignore[misc]  # no Problem
    assert (found.uploaded.name, found.account_name) == ("half ?.csv", "Half ?")
    [kept] = unfinished(again)
    assert (kept.modified_ns, kept.size) == (None, 20)
    assert again.close() is None
