"""Test that the next start finds every file as it was."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT, DirectedSteps, Ledgers, MakeQueue, Watch, ledger_of, uploaded

from ledgerdrop.files.dropped_file import FoundFiles
from ledgerdrop.model.files import OnProgress, ReceiptQuery, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.store.journal import Journal, open_journal
from ledgerdrop.store.journal_records import Changed, Confirmed, JournalChange
from ledgerdrop.transfer.jobs import SendJob
from ledgerdrop.transfer.journal_worker import OpenJournal
from ledgerdrop.transfer.queue import TransferQueue


@pytest.fixture
def journal(tmp_path: Path) -> OpenJournal:
    """Give a function that opens the same journal each time."""
    return lambda: open_journal(tmp_path / "journal.sqlite")


def test_every_file_stands_as_it_was_and_goes_on_with_one_click(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    journal: OpenJournal,
    tmp_path: Path,
) -> None:
    first = make_queue(steps, journal=journal, jobs=2)
    watch = Watch(qtbot, first)
    watch.add([*ledgers("done.csv", "failed.csv", "sending.csv", "waiting.csv"), tmp_path / "gone.csv"])
    first.send(None)
    steps.end("done.csv")
    steps.end("failed.csv", Problem(Code.STORAGE_REJECTED, {"a": "b"}, server_message="No"))
    watch.until(lambda: sorted(steps.begun) == ["done.csv", "failed.csv", "sending.csv", "waiting.csv"])
    watch.add(ledgers("ready.csv", "cancelled.csv", "removed.csv"))
    first.cancel([watch.id("cancelled.csv")])
    first.remove([watch.id("removed.csv")])
    watch.until(lambda: watch.states()["failed.csv"] is State.FAILED)
    before = watch.by_name()
    assert first.shutdown()

    second = make_queue(steps, journal=journal)
    second.start()
    watch = Watch(qtbot, second)
    watch.until(lambda: len(second.ids()) == 7)
    assert watch.states() == {
        "gone.csv": State.REJECTED,
        "done.csv": State.UPLOADED,
        "failed.csv": State.FAILED,
        "cancelled.csv": State.CANCELLED,
        "sending.csv": State.PAUSED,
        "waiting.csv": State.PAUSED,
        "ready.csv": State.READY,
    }
    rows = watch.by_name()
    assert rows["done.csv"].uploaded == uploaded("done.csv")
    assert rows["failed.csv"].problem == before["failed.csv"].problem
    assert rows["waiting.csv"].checked == before["waiting.csv"].checked
    assert second.summary().held == 2
    assert len(steps.begun) == 4  # nothing goes by itself
    second.use_accounts([ACCOUNT])
    second.resume(None)
    steps.end_all(uploaded)
    watch.until(lambda: second.summary().done == 4)  # also the one that had failed
    second.add(ledgers("new.csv"), ACCOUNT)
    assert max(second.ids()) == second.ids()[-1]


def test_what_was_removed_and_brought_back_lasts(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, journal: OpenJournal
) -> None:
    first = make_queue(steps, journal=journal, jobs=2)
    watch = Watch(qtbot, first)
    watch.add(ledgers("done.csv", "failed.csv", "sending.csv"))
    first.send(None)
    steps.end("done.csv")
    steps.end("failed.csv", Problem(Code.STORAGE_REJECTED))
    watch.until(lambda: watch.states()["failed.csv"] is State.FAILED)
    watch.until(lambda: watch.states()["done.csv"] is State.UPLOADED)
    watch.add(ledgers("ready.csv"))
    before = watch.by_name()
    removed = [first.entry(row) for row in first.ids()]
    first.remove(first.ids())
    assert first.ids() == []
    first.bring_back(removed)
    first.bring_back(removed)  # which changes nothing
    assert first.ids() == [item.id for item in removed]
    watch.until(lambda: State.CHECKING not in watch.states().values())  # what was on its way is checked anew
    assert watch.states() == {
        "done.csv": State.UPLOADED, "failed.csv": State.FAILED, "sending.csv": State.READY, "ready.csv": State.READY
    }  # fmt: skip
    assert first.summary().ready == 2
    assert first.shutdown()

    second = make_queue(steps, journal=journal)
    second.start()
    watch = Watch(qtbot, second)
    watch.until(lambda: len(second.ids()) == 4)
    assert watch.by_name()["done.csv"] == before["done.csv"]
    assert watch.by_name()["ready.csv"] == before["ready.csv"]
    assert watch.states()["sending.csv"] is State.READY


def test_clearing_and_reordering_last(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, journal: OpenJournal
) -> None:
    first = make_queue(steps, journal=journal)
    watch = Watch(qtbot, first)
    watch.add(ledgers("a.csv", "b.csv", "c.csv", "bad.csv", "done.csv"))
    steps.end("bad.csv", Problem(Code.STORAGE_REJECTED))
    steps.end("done.csv")
    first.send([watch.id("bad.csv"), watch.id("done.csv")])
    watch.until(lambda: first.summary().done == 1 and first.summary().attention == 1)
    first.clear_finished()
    first.move([watch.id("c.csv")], 0)
    assert first.shutdown()
    second = make_queue(steps, journal=journal)
    second.start()
    watch = Watch(qtbot, second)
    watch.until(lambda: bool(second.ids()))
    assert list(watch.states()) == ["bad.csv", "c.csv", "a.csv", "b.csv"]
    assert second.shutdown()
    with_receipts, _ = journal()
    receipts = with_receipts.receipts(ReceiptQuery(), 10)
    assert isinstance(receipts, list)
    assert [receipt.uploaded.name for receipt in receipts] == ["done.csv"]
    with_receipts.close()


class NotingJournal(Journal):
    """Notes what is on disk."""

    written: list[str]

    def write(self, *records: JournalChange) -> Problem | None:
        problem = super().write(*records)
        for record in records:
            if isinstance(record, Changed | Confirmed):
                self.written.append(f"{type(record).__name__} {record.item.state.name}")
        return problem


def test_states_are_on_disk_before_they_are_acted_on(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, journal: OpenJournal
) -> None:
    written: list[str] = []

    def opened() -> tuple[Journal, Problem | None]:
        real, problem = journal()
        real.__class__ = NotingJournal
        real.written = written  # type: ignore[attr-defined]
        return real, problem

    class NotingSteps(DirectedSteps):
        def send(self, session: Session, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
            written.append("send")
            return uploaded(job.checked.file.name)

    queue = make_queue(NotingSteps(), journal=opened)
    watch = Watch(qtbot, queue)
    queue.changed.connect(
        lambda rows: written.append("said") if queue.entry(rows[0]).state is State.UPLOADED else None
    )
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until(lambda: "said" in written)
    assert written == ["Changed READY", "Changed QUEUED", "send", "Confirmed UPLOADED", "said"]


def test_a_file_that_was_being_checked_is_checked_again(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, journal: OpenJournal
) -> None:
    first = make_queue(steps, journal=journal)
    opened: list[TransferQueue] = []
    first.added.connect(lambda _rows: opened.append(first))
    first.add(ledgers("a.csv"), ACCOUNT)
    qtbot.waitUntil(lambda: bool(opened))
    assert first.shutdown()
    second = make_queue(steps, journal=journal)
    second.start()
    Watch(qtbot, second).until_all(State.READY)


class NotOpened(DirectedSteps):
    """Is still listing a folder when the program ends."""

    def find(self, folder: Path, cancel: CancelToken) -> FoundFiles:
        cancel.wait(600)
        raise AssertionError(folder)


@pytest.mark.parametrize("known", [True, False])
def test_a_folder_that_was_being_checked_is_opened_once_its_account_is_known(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, journal: OpenJournal, tmp_path: Path, known: bool
) -> None:
    """Lose no folder: the settings may be read later than the journal, and the account may be gone by then."""
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "a.csv").write_text(ledger_of("a.csv"), encoding="ascii")
    first = make_queue(NotOpened(), journal=journal)
    first.add([tmp_path / "books"], ACCOUNT)
    qtbot.waitUntil(lambda: bool(first.ids()))
    assert first.shutdown()
    second = make_queue(steps, journal=journal)
    second.start()
    watch = Watch(qtbot, second)
    watch.until(lambda: bool(second.ids()) and not second.is_busy())
    assert watch.states() == {"books": State.CHECKING}
    second.use_accounts([ACCOUNT] if known else [])
    if known:
        watch.until(lambda: watch.states() == {"a.csv": State.READY})
    else:
        assert watch.states() == {"books": State.FAILED}
        assert watch.by_name()["books"].problem == Problem(Code.ACCOUNT_REMOVED)


def test_without_a_journal_that_can_be_written_the_files_still_go(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, tmp_path: Path
) -> None:
    damaged = tmp_path / "journal.sqlite"
    damaged.write_bytes(b"no database" * 1000)
    queue = make_queue(steps, journal=lambda: open_journal(damaged))
    with qtbot.waitSignal(queue.notice) as told:
        queue.start()
    assert told.args is not None
    assert told.args[0].problem.code is Code.JOURNAL_DAMAGED
    steps.end_all(uploaded)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until_all(State.UPLOADED)


def test_a_journal_that_breaks_down_holds_up_nothing(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken() -> tuple[Journal, Problem | None]:
        raise ZeroDivisionError

    queue = make_queue(steps, journal=broken)
    steps.end_all(uploaded)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until_all(State.UPLOADED)
    assert "could not be opened" in caplog.text


def test_a_disk_that_hangs_does_not_hold_up_the_end(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, journal: OpenJournal
) -> None:
    hangs = threading.Event()
    stuck = threading.Event()
    left_open: list[Journal] = []  # the queue gives it up with its thread

    class Hanging(Journal):
        def write(self, *_records: object) -> Problem | None:
            stuck.set()
            hangs.wait()
            return None

    def opened() -> tuple[Journal, Problem | None]:
        real, problem = journal()
        real.__class__ = Hanging
        left_open.append(real)
        return real, problem

    queue = make_queue(steps, journal=opened)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until(stuck.is_set)
    assert watch.states() == {"a.csv": State.QUEUED}
    assert queue.shutdown()
    hangs.set()
    left_open[0].close()


def test_folders_and_copies_come_back(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, journal: OpenJournal, tmp_path: Path
) -> None:
    """Check that a file knows the folder that was dropped, also once uploaded; no copy goes beside its first row."""
    dropped = tmp_path / "Sharma"
    (dropped / "april").mkdir(parents=True)
    for name, content in (("a1", "1"), ("a2", "1"), ("b1", "2"), ("b2", "2"), ("c1", "3"), ("c2", "3")):
        (dropped / "april" / f"{name}.csv").write_text(ledger_of(content), encoding="ascii")
    first = make_queue(steps, journal=journal)
    watch = Watch(qtbot, first)
    first.add([dropped], ACCOUNT)
    watch.until(lambda: (first.summary().waiting_for_me, first.summary().duplicates) == (3, 3))
    first.send([watch.id("a1.csv"), watch.id("b1.csv")])
    steps.end("a1.csv")
    steps.end("b1.csv", Problem(Code.STORAGE_REJECTED))
    watch.until(lambda: watch.states()["a1.csv"] is State.UPLOADED)
    watch.until(lambda: watch.states()["b1.csv"] is State.FAILED)
    copies = {f"{name}2.csv": watch.id(f"{name}1.csv") for name in "abc"}
    assert first.shutdown()
    (dropped / "april" / "c1.csv").write_text(ledger_of("4"), encoding="ascii")

    second = make_queue(steps, journal=journal)
    second.start()
    watch = Watch(qtbot, second)
    watch.until(lambda: len(second.ids()) == 6)
    rows = watch.by_name()
    assert {entry.dropped_in for entry in rows.values()} == {dropped}
    assert {name: rows[name].same_as for name in copies} == copies
    second.use_accounts([ACCOUNT])
    second.recheck_changed()
    watch.until(lambda: watch.states()["c2.csv"] is State.READY)  # it is no copy any more
    assert watch.states()["a2.csv"] is watch.states()["b2.csv"] is State.DUPLICATE
    second.cancel([watch.id("b1.csv")])
    second.remove([watch.id("b1.csv")])
    watch.until(lambda: watch.states()["b2.csv"] is State.READY)
    assert watch.states()["a2.csv"] is State.DUPLICATE
