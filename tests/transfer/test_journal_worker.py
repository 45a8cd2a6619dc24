"""Test that rows which the journal's worker cannot read, and mistakes of ours, harm nothing else."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT, DirectedSteps, Ledgers, MakeQueue, Watch, uploaded

from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import Notice, State, TransferItem
from ledgerdrop.store.journal import Journal, open_journal
from ledgerdrop.store.journal_records import Added
from ledgerdrop.transfer.journal_worker import OpenJournal
from ledgerdrop.transfer.queue import TransferQueue


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a journal in which three files wait, closed."""
    path = tmp_path / "data" / "journal.sqlite3"
    journal, problem = open_journal(path)
    assert problem is None
    names = [f"earlier-{number}.csv" for number in (1, 2, 3)]
    waiting = [
        TransferItem(number, Path("/books") / name, name, ACCOUNT.id, State.QUEUED)
        for number, name in enumerate(names, start=1)
    ]
    assert journal.write(Added(tuple(waiting))) is None
    assert journal.close() is None
    return path


def opener(path: Path) -> OpenJournal:
    return lambda: open_journal(path)


def heard(queue: TransferQueue) -> list[Problem]:
    """Return what the user is told of the program as a whole, from now on."""
    told: list[Problem] = []

    def hear(notice: Notice) -> None:
        if notice.problem is not None:
            told.append(notice.problem)

    queue.notice.connect(hear)
    return told


def rows_in(path: Path) -> list[tuple[bytes, str]]:
    """Return name and state of all rows of a journal that is closed."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, state FROM entries ORDER BY id").fetchall()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entries SET checked = '[\"csv\"' WHERE id = 2",
        "UPDATE entries SET checked = '[\"csv\"]' WHERE id = 2",
        'UPDATE entries SET problem = \'{"code": "MISSING", "colour": 1}\' WHERE id = 2',
        "UPDATE entries SET taking_in = '{}' WHERE id = 2",
        "UPDATE entries SET path = x'ff' WHERE id = 2",
        "UPDATE entries SET account_id = CAST(x'ff' AS TEXT) WHERE id = 2",
    ],
)
def test_a_value_that_cannot_be_read_costs_its_row_alone(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, path: Path, damage: str
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(damage)
    queue = make_queue(steps, journal=opener(path))
    told = heard(queue)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("new-1.csv", "new-2.csv"))
    assert {"earlier-1.csv", "earlier-3.csv"} <= set(watch.states())
    lost = "earlier-2.csv" not in watch.states()
    steps.end_all(uploaded)
    queue.send([watch.id("new-1.csv"), watch.id("new-2.csv")])
    watch.until(lambda: queue.summary().done == 2)
    assert queue.shutdown()
    assert [problem.code for problem in told] == ([Code.JOURNAL_ROW_DAMAGED] if lost else [])
    names = [name for name, _ in rows_in(path)]
    assert names == [b"earlier-1.csv", b"earlier-2.csv", b"earlier-3.csv", b"new-1.csv", b"new-2.csv"]
    again, problem = open_journal(path)
    assert problem is None
    receipts = again.receipts(ReceiptQuery(), 9)
    again.close()
    assert isinstance(receipts, list)
    assert {receipt.uploaded.name for receipt in receipts} == {"new-1.csv", "new-2.csv"}


def test_a_mistake_in_one_note_does_not_cost_the_others(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Notes that come in together are written in one transaction."""
    held, reached = threading.Event(), threading.Event()
    queue = make_queue(steps, journal=opener(tmp_path / "journal.sqlite3"))
    told = heard(queue)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    journal_queue = queue._journal_queue  # noqa: SLF001 - a mistake that the queue does not make by itself

    def hold(_answer: object) -> None:
        reached.set()
        held.wait()

    journal_queue.ask(lambda journal: journal.next_id(), hold)
    watch.until(reached.is_set)
    journal_queue.write(Added((watch.by_name()["a.csv"],)))  # its ID is in use
    steps.end_all(uploaded)
    queue.send(None)
    watch.until(lambda: watch.states()["a.csv"] is State.QUEUED)
    held.set()
    watch.until_all(State.UPLOADED)
    assert queue.shutdown()
    assert [problem.code for problem in told] == [Code.UNEXPECTED]
    assert "IntegrityError" in told[0].detail
    assert "could not be written" in caplog.text
    assert rows_in(tmp_path / "journal.sqlite3") == [(b"a.csv", "UPLOADED")]


def test_a_question_that_breaks_down_does_not_end_the_writing(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def break_down(_answer: object) -> None:
        raise ZeroDivisionError

    queue = make_queue(steps, journal=opener(tmp_path / "journal.sqlite3"))
    watch = Watch(qtbot, queue)
    queue.start()
    queue._journal_queue.ask(lambda journal: journal.next_id(), break_down)  # noqa: SLF001 - as above
    steps.end_all(uploaded)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until_all(State.UPLOADED)
    assert queue.shutdown()
    assert "broke down" in caplog.text
    assert rows_in(tmp_path / "journal.sqlite3") == [(b"a.csv", "UPLOADED")]


class Unreadable(Journal):
    """Acts as a disk that gives nothing back any more."""

    def finished(self, _limit: int) -> Problem:
        return Problem(Code.JOURNAL_UNWRITABLE, {"folder": "/books"}, detail="SQLITE_IOERR")


def test_a_disk_that_cannot_be_read_is_not_written_to_either(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, path: Path
) -> None:
    def opened() -> tuple[Journal, Problem | None]:
        journal, problem = open_journal(path)
        journal.__class__ = Unreadable
        return journal, problem

    queue = make_queue(steps, journal=opened)
    told = heard(queue)
    watch = Watch(qtbot, queue)
    steps.end_all(uploaded)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until_all(State.UPLOADED)
    assert queue.shutdown()
    assert [problem.code for problem in told] == [Code.JOURNAL_UNWRITABLE]
    assert rows_in(path) == [(f"earlier-{number}.csv".encode(), "QUEUED") for number in (1, 2, 3)]
