"""Test the receipts as the window gets them, and files that were sent before."""

from __future__ import annotations

import csv
import hashlib
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT, LEDGER, DirectedSteps, Ledgers, MakeQueue, Watch

from ledgerdrop.model.files import CheckedFile, DroppedFile, ReceiptQuery, ReceiptsOverview, Uploaded, receipt_for
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.journal_records import Added, Confirmed
from ledgerdrop.store.receipt_export import ENGLISH
from ledgerdrop.transfer.check_worker import warn_if_sent_before
from ledgerdrop.transfer.jobs import CheckJob, Rejected
from ledgerdrop.transfer.journal_worker import PAGE, History, JournalQueue, OpenJournal, ReceiptPage
from ledgerdrop.transfer.queue import TransferQueue

MAY_3 = datetime(2026, 5, 3, 14, 2).astimezone().timestamp()


@pytest.fixture
def journal(tmp_path: Path) -> OpenJournal:
    """Give a function that opens the same journal each time."""
    return lambda: open_journal(tmp_path / "data" / "journal.sqlite")


def sent(name: str) -> Uploaded:
    """Return a confirmation for the content that all test ledgers have."""
    data = LEDGER.encode("ascii")
    return Uploaded(name, len(data), hashlib.sha256(data).hexdigest(), "", "http://x/y", 200, MAY_3, 0.1)


def fill(journal: OpenJournal, count: int) -> None:
    """Write receipts of earlier starts."""
    opened, problem = journal()
    assert problem is None
    entries = [
        TransferItem(n, Path(f"/books/{n}.csv"), f"{n}.csv", ACCOUNT.id, State.UPLOADED) for n in range(1, count + 1)
    ]
    receipts = [Confirmed(entry, receipt_for(sent(entry.name), ACCOUNT, entry.path)) for entry in entries]
    assert opened.write(Added(tuple(entries)), *receipts) is None
    opened.close()


def page_of(qtbot: QtBot, history: History, query: ReceiptQuery, after: int | None = None) -> ReceiptPage:
    with qtbot.waitSignal(history.page) as heard:
        history.find(query, after)
    page = heard.args[0]
    assert isinstance(page, ReceiptPage)
    return page


@pytest.fixture
def queue(make_queue: MakeQueue, steps: DirectedSteps, journal: OpenJournal) -> TransferQueue:
    """Give a queue with a history of two and a half pages."""
    fill(journal, 2 * PAGE + 50)
    made = make_queue(steps, journal=journal)
    made.start()
    return made


def test_receipts_come_page_by_page(qtbot: QtBot, queue: TransferQueue) -> None:
    pages, after = [], None
    while (page := page_of(qtbot, queue.history, ReceiptQuery(), after)).receipts:
        pages.append(page)
        after = page.receipts[-1].id
    assert [len(page.receipts) for page in pages] == [PAGE, PAGE, 50]
    assert {page.total for page in pages} == {2 * PAGE + 50}
    assert pages[0].receipts[0].path == Path(f"/books/{2 * PAGE + 50}.csv")
    found = page_of(qtbot, queue.history, ReceiptQuery("449"))
    assert [receipt.uploaded.name for receipt in found.receipts] == ["449.csv"]
    assert found.total == 1


def test_a_receipt_that_cannot_be_read_is_left_out_and_told_once(
    qtbot: QtBot, make_queue: MakeQueue, journal: OpenJournal, tmp_path: Path
) -> None:
    fill(journal, 3)
    with closing(sqlite3.connect(tmp_path / "data" / "journal.sqlite")) as connection, connection:
        connection.execute("UPDATE receipts SET contents = '{' WHERE id = 2")
        connection.execute("DELETE FROM entries")
    queue = make_queue(DirectedSteps(), journal=journal)
    told: list[Code] = []
    queue.notice.connect(lambda notice: told.append(notice.problem.code) if notice.problem else None)
    queue.start()
    for _ in range(2):
        page = page_of(qtbot, queue.history, ReceiptQuery())
        assert [receipt.uploaded.name for receipt in page.receipts] == ["3.csv", "1.csv"]
    assert told == [Code.JOURNAL_ROW_DAMAGED]


def test_the_overview_names_accounts_and_days(qtbot: QtBot, queue: TransferQueue) -> None:
    with qtbot.waitSignal(queue.history.overview) as heard:
        queue.history.look_around()
    assert heard.args == [ReceiptsOverview(((ACCOUNT.id, "Test"),), (date(2026, 5, 3),))]


def test_all_that_was_found_is_exported(qtbot: QtBot, queue: TransferQueue, tmp_path: Path) -> None:
    path = tmp_path / "receipts.csv"
    with qtbot.waitSignal(queue.history.exported) as heard:
        queue.history.export(path, ReceiptQuery(), ENGLISH)
    assert heard.args == [path]
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 1 + 2 * PAGE + 50


def test_an_export_that_fails_says_so(qtbot: QtBot, queue: TransferQueue, tmp_path: Path) -> None:
    with qtbot.waitSignal(queue.history.failed) as heard:
        queue.history.export(tmp_path / "none" / "receipts.csv", ReceiptQuery(), ENGLISH)
    assert heard.args[0].code is Code.RECEIPTS_NOT_SAVED


def test_clearing_forgets_all(qtbot: QtBot, queue: TransferQueue) -> None:
    with qtbot.waitSignal(queue.history.cleared):
        queue.history.clear()
    assert page_of(qtbot, queue.history, ReceiptQuery()) == ReceiptPage(ReceiptQuery(), None, (), 0)


def test_without_a_journal_the_history_is_empty(qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps) -> None:
    queue = make_queue(steps)
    queue.start()
    assert page_of(qtbot, queue.history, ReceiptQuery()).total == 0


def test_what_was_sent_before_is_said_before_it_goes_again(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    journal: OpenJournal,
    tmp_path: Path,
) -> None:
    queue = make_queue(steps, journal=journal)
    watch = Watch(qtbot, queue)
    steps.end_all(sent)
    (march,) = ledgers("march.csv")
    march.write_text(LEDGER, encoding="ascii")
    watch.add([march])
    queue.send(None)
    watch.until_all(State.UPLOADED)
    (again,) = ledgers("march again.csv")
    again.write_text(LEDGER, encoding="ascii")
    same_size = tmp_path / "same size.csv"
    same_size.write_text(LEDGER.replace("250", "999"), encoding="ascii")
    watch.add([again, same_size])
    assert watch.states() == {
        "march.csv": State.UPLOADED,
        "march again.csv": State.WARNED,
        "same size.csv": State.READY,
    }
    assert watch.by_name()["march again.csv"].problem == Problem(
        Code.SENT_BEFORE, {"name": "march.csv", "day": "2026-05-03"}
    )
    queue.send(None)
    watch.until(lambda: watch.states()["same size.csv"] is State.UPLOADED)
    assert "march again.csv" not in steps.begun
    queue.send_anyway([watch.id("march again.csv")])
    watch.until_all(State.UPLOADED)


def test_a_file_that_vanishes_while_it_is_compared_says_so(tmp_path: Path) -> None:
    class RememberingNotebook(JournalQueue):
        def learn(self, *_: object, **__: object) -> bool:  # type: ignore[override]  # answers by itself
            return True

    gone = CheckedFile(DroppedFile(tmp_path / "gone.csv", "gone.csv", 10, 1), "csv", "text/csv", "text/csv")
    journal = RememberingNotebook()
    found = warn_if_sent_before(gone, CheckJob(1, tmp_path / "gone.csv", None, ACCOUNT.id), journal)
    assert isinstance(found, Rejected)
    assert found.problem.code is Code.MISSING
