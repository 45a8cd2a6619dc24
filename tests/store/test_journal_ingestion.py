"""Test imports in the journal: they come back whole, and the receipts tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.held_journal import HeldJournal, open_held
from tests.store.test_journal import entry, finished, receipt, reopened, unfinished

from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.model.ingestion import Activity, IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.store.journal import Journal
from ledgerdrop.store.journal_records import (
    Added,
    Confirmed,
    FinishedCleared,
    IngestionChanged,
    ReceiptsCleared,
    Removed,
)

PLANNED = IngestionState(IngestionOptions("SALES", "ledger"), 7)
ACTIVITY = Activity("task-17", 1.7e9, "{}")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[HeldJournal]:
    """Give a journal with three uploaded files."""
    opened, problem = open_held(tmp_path / "journal.db")
    assert problem is None
    rows = tuple(entry(number) for number in (1, 2, 3))
    done = [replace(row, state=State.UPLOADED) for row in rows]
    assert opened.write(Added(rows), *(Confirmed(row, receipt(row.id)) for row in done)) is None
    yield opened
    opened.close()


def told(journal: Journal) -> dict[str, tuple[str, str]]:
    """Return what the receipts say: task and status by the file's name."""
    found = journal.receipts(ReceiptQuery(), 10)
    assert not isinstance(found, Problem)
    return {one.uploaded.name: (one.task_id, one.workflow_status) for one in found}


def test_it_comes_back_with_everything_it_had(journal: Journal, tmp_path: Path) -> None:
    problem = Problem(Code.STILL_PROCESSING, {"name": "a"}, detail="raw")
    whole = replace(
        PLANNED, status=IngestionStatus.UNTOLD, activity=ACTIVITY, problem=problem, answer="said", answered_at=1.5
    )
    assert journal.write(IngestionChanged((2,), whole)) is None
    again = reopened(journal, tmp_path / "journal.db")
    assert [row.ingestion for row in unfinished(again)] == [whole]
    assert again.ingestion_status(2) is IngestionStatus.UNTOLD
    assert again.ingestion_status(1) is None
    again.close()


def test_what_an_earlier_version_wrote_is_read(journal: HeldJournal) -> None:
    journal.run(
        "UPDATE entries SET open = 1, taking_in = "
        """'{"how": ["SALES", "x"], "batch": 1, "intake": "UNHEARD_OF", "activity": null, "problem": null}'"""
    )
    assert {row.ingestion.status for row in unfinished(journal) if row.ingestion} == {IngestionStatus.UNCONFIRMED}


@pytest.mark.parametrize("status", IngestionStatus)
def test_only_what_is_settled_is_cleared(journal: Journal, status: IngestionStatus) -> None:
    settled = {IngestionStatus.UNWANTED, IngestionStatus.FOUND, IngestionStatus.TAKEN_IN}
    assert journal.write(IngestionChanged((1,), replace(PLANNED, status=status)), FinishedCleared()) is None
    assert [row.id for row in unfinished(journal)] == ([] if status in settled else [1])
    assert finished(journal, 10) == []


@pytest.mark.parametrize(
    ("status", "task_id", "told_status"),
    [
        (IngestionStatus.PLANNED, "", ""),
        (IngestionStatus.WAITING, "", ""),
        (IngestionStatus.REFUSED, "", ""),
        (IngestionStatus.ASKED, "", "UNCONFIRMED"),
        (IngestionStatus.UNCONFIRMED, "", "UNCONFIRMED"),
        (IngestionStatus.FOUND, "", "FOUND"),
        (IngestionStatus.PROCESSING, "task-17", "PROCESSING"),
        (IngestionStatus.UNTOLD, "task-17", "UNKNOWN"),
        (IngestionStatus.TAKEN_IN, "task-17", "SUCCESS"),
        (IngestionStatus.NOT_TAKEN_IN, "task-17", "FAILED"),
    ],
)
def test_receipts_say_how_far_their_files_are(
    journal: Journal, status: IngestionStatus, task_id: str, told_status: str
) -> None:
    ingestion = replace(PLANNED, status=status, activity=ACTIVITY if task_id else None)
    assert journal.write(IngestionChanged((1, 3), ingestion)) is None
    expected = (task_id, told_status)
    assert told(journal) == {"ledger-1.csv": expected, "ledger-2.csv": ("", ""), "ledger-3.csv": expected}


def test_a_receipt_keeps_the_reason(journal: Journal) -> None:
    why = Problem(Code.NOT_TAKEN_IN, server_message="remarks: row 2 has no date")
    failed = replace(PLANNED, status=IngestionStatus.NOT_TAKEN_IN, activity=ACTIVITY, problem=why)
    assert journal.write(IngestionChanged((1,), failed)) is None
    found = journal.receipts(ReceiptQuery(), 10)
    assert not isinstance(found, Problem)
    assert [one.reason for one in found] == ["", "", "remarks: row 2 has no date"]
    assert journal.write(IngestionChanged((1,), PLANNED)) is None  # it is to be imported anew
    assert told(journal)["ledger-1.csv"] == ("", "")


def test_what_clear_still_works_on_is_not_said_to_be_unknown(journal: Journal) -> None:
    asked = replace(PLANNED, status=IngestionStatus.UNTOLD, activity=ACTIVITY, problem=Problem(Code.STILL_PROCESSING))
    assert journal.write(IngestionChanged((1,), asked)) is None
    assert told(journal)["ledger-1.csv"] == ("task-17", "PROCESSING")


def test_a_file_that_is_still_to_be_imported_keeps_its_receipt(journal: Journal) -> None:
    """Keep the receipt, since it alone knows where the file is."""
    assert journal.write(IngestionChanged((2,), PLANNED), ReceiptsCleared()) is None
    assert list(told(journal)) == ["ledger-2.csv"]


def test_a_file_that_was_removed_meanwhile_still_learns_its_end(journal: Journal, tmp_path: Path) -> None:
    assert journal.write(Removed((1, 2, 3))) is None
    done = replace(PLANNED, status=IngestionStatus.TAKEN_IN, activity=ACTIVITY)
    assert journal.write(IngestionChanged((3,), done)) is None
    again = reopened(journal, tmp_path / "journal.db")
    assert again.next_id() == 4, "another file would have taken over the receipt"
    assert told(again)["ledger-3.csv"] == ("task-17", "SUCCESS")
    again.close()
