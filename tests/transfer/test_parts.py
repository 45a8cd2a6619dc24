"""Test the small parts of the queue, each by itself."""

from __future__ import annotations

import ast
import math
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT
from tests.variants import mostly_long

from ledgerdrop import transfer
from ledgerdrop.clear_api.reserved_locations import ReservedLocations
from ledgerdrop.model.files import CheckedFile, DroppedFile, Progress, Stage
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, Summary, TransferItem
from ledgerdrop.transfer.file_table import BUFFERED, FileTable, TransferStats
from ledgerdrop.transfer.jobs import JobQueue, ReportMailbox, SendDone, SendJob, SendStarted
from ledgerdrop.transfer.qthread_pool import Worker, WorkerPool


@dataclass(frozen=True)
class Job:
    id: int


def taken(job_queue: JobQueue[Job], stop: threading.Event | None = None) -> int | None:
    job = job_queue.take(stop or threading.Event())
    return job.id if job else None


def test_a_queue_gives_jobs_out_by_rank_and_forgets_those_withdrawn() -> None:
    job_queue: JobQueue[Job] = JobQueue()
    job_queue.put([Job(1), Job(2), Job(3), Job(4)], lambda row: -row)
    assert job_queue.withdraw(3) == Job(3)
    assert job_queue.withdraw(3) is None
    assert taken(job_queue) == 4
    job_queue.arrange(lambda row: row)
    assert [taken(job_queue), taken(job_queue)] == [1, 2]
    job_queue.put([Job(5)], lambda row: row)
    job_queue.close()
    job_queue.put([Job(6)], lambda row: row)
    assert [job_queue.withdraw(5), job_queue.withdraw(6)] == [None, None]


def test_a_queue_can_be_held_and_ends_for_who_is_to_stop() -> None:
    job_queue: JobQueue[Job] = JobQueue()
    got: list[int | None] = []
    stop = threading.Event()
    job_queue.allow(0)
    job_queue.put([Job(1), Job(2)], lambda row: row)
    worker = threading.Thread(
        target=lambda: got.extend([taken(job_queue, stop), taken(job_queue, stop), taken(job_queue, stop)])
    )
    worker.start()
    job_queue.allow(1)
    job_queue.allow(1)
    stop.set()
    job_queue.wake()
    worker.join()
    assert None in got
    job_queue.allow(math.inf)
    assert [row for row in got if row] + [row for row in (1, 2) if job_queue.withdraw(row)] == [1, 2]


def test_a_queue_gives_jobs_out_when_they_are_due_or_wanted_now() -> None:
    job_queue: JobQueue[Job] = JobQueue()
    now = time.monotonic()
    job_queue.put([Job(1)], due=now + 1000)
    job_queue.put([Job(2)], due=now + 0.02)
    assert taken(job_queue) == 2
    assert time.monotonic() >= now + 0.02
    job_queue.run_now(1)
    job_queue.run_now(3)
    assert taken(job_queue) == 1
    job_queue.put([Job(4)], due=now)
    job_queue.put([Job(4)], due=now + 1000)  # in its place
    job_queue.put([Job(5)])
    assert taken(job_queue) == 5
    assert job_queue.withdraw(4) == Job(4)


def test_a_mailbox_keeps_every_report_and_the_latest_progress() -> None:
    mailbox = ReportMailbox()
    file = DroppedFile(Path("/ledgers/1.csv"), "1.csv", 100, 0)
    job = SendJob(1, CheckedFile(file, "csv", "text/csv", "text/csv"), ACCOUNT, ReservedLocations(waits=True))
    started, done = SendStarted(job), SendDone(job, Problem(Code.CANCELLED))
    mailbox.post(started)
    mailbox.set_progress(job, Progress(Stage.UPLOADING, 1))
    mailbox.set_progress(job, Progress(Stage.UPLOADING, 2))
    mailbox.post(done)
    assert mailbox.drain() == ([started, done], {job: Progress(Stage.UPLOADING, 2)})
    assert mailbox.drain() == ([], {})


def entry(row: int, state: State, size: int = 100) -> TransferItem:
    return TransferItem(row, Path(f"/ledgers/{row}.csv"), f"{row}.csv", "a", state, size)


def test_sums_follow_the_rows() -> None:
    file_table = FileTable()
    for row, state in enumerate([State.READY, State.QUEUED, State.SENDING, State.SENDING]):
        file_table.append(entry(row, state))
    assert (file_table.bytes_outstanding, file_table.bytes_in_flight) == (300, 0)
    file_table.put(replace(file_table[2], progress=Progress(Stage.UPLOADING, 40, 100)))
    file_table.put(replace(file_table[3], progress=Progress(Stage.CONFIRMING, 100, 100)))
    assert file_table.bytes_in_flight == 140
    file_table.put(replace(file_table[3], state=State.UPLOADED, progress=None))
    file_table.put(replace(file_table[2], progress=Progress(Stage.REQUESTING)))
    assert (file_table.bytes_outstanding, file_table.bytes_in_flight, file_table.bytes_uploaded) == (200, 0, 100)
    file_table.remove([3, 2])
    assert (file_table.bytes_outstanding, file_table.bytes_uploaded) == (100, 100)
    assert file_table.ids() == [0, 1]
    assert file_table.in_state(State.QUEUED, State.SENDING) == [1]
    assert len(file_table.ids()) == 2


def test_a_path_belongs_to_the_row_that_was_not_uploaded() -> None:
    file_table = FileTable()
    file_table.append(entry(1, State.READY))
    assert file_table.holder(Path("/ledgers/x/../1.csv")) == 1
    file_table.put(replace(file_table[1], state=State.FAILED))
    assert file_table.holder(Path("/ledgers/1.csv")) == 1
    file_table.put(replace(file_table[1], state=State.UPLOADED))
    assert file_table.holder(Path("/ledgers/1.csv")) is None
    file_table.append(replace(entry(2, State.READY), path=Path("/ledgers/1.csv")))
    assert file_table.holder(Path("/ledgers/1.csv")) == 2
    file_table.remove([2])
    assert file_table.holder(Path("/ledgers/1.csv")) is None


@pytest.mark.parametrize(
    ("rows", "to_index", "expected"),
    [
        ([3], 0, [3, 0, 1, 2, 4]),
        ([0, 1], 4, [2, 3, 0, 1, 4]),
        ([4, 0], 5, [1, 2, 3, 0, 4]),
        ([2], 2, [0, 1, 2, 3, 4]),
    ],
)
def test_rows_move_together_in_their_order(rows: list[int], to_index: int, expected: list[int]) -> None:
    file_table = FileTable()
    for row in range(5):
        file_table.append(entry(row, State.READY))
    file_table.move(rows, to_index)
    assert file_table.ids() == expected
    assert sorted(expected, key=file_table.rank) == expected
    file_table.append(entry(9, State.READY))
    assert file_table.rank(9) > file_table.rank(expected[-1])


def test_speed_and_time_left() -> None:
    now = [0.0]
    file_table = FileTable()
    stats = TransferStats(file_table, lambda: now[0])
    file_table.append(entry(1, State.SENDING, size=BUFFERED + 1000))
    assert stats.summary(paused=False, offline=False).seconds_left is None
    for second in range(1, 9):
        now[0] = second
        sent = Progress(Stage.UPLOADING, BUFFERED + second * 100, BUFFERED + 1000)
        file_table.put(replace(file_table[1], progress=sent))
        totals = stats.summary(paused=False, offline=False)
    assert (totals.bytes_done, totals.bytes_total) == (BUFFERED + 800, BUFFERED + 1000)
    assert (totals.bytes_per_second, totals.seconds_left) == (100.0, (BUFFERED + 200) / 100)
    totals = stats.summary(paused=True, offline=True)
    assert (totals.paused, totals.offline, totals.seconds_left) == (True, True, None)
    file_table.put(replace(file_table[1], state=State.RETRYING, progress=None))  # its bytes were for nothing
    now[0] = 9
    totals = stats.summary(paused=False, offline=False)
    assert (totals.bytes_per_second, totals.seconds_left) == (0, None)
    file_table.put(replace(file_table[1], state=State.UPLOADED))
    stats.start_batch()
    assert stats.summary(paused=False, offline=False) == Summary(done=1)


def test_the_time_left_is_not_told_while_it_cannot_be_known() -> None:
    """Attempts that fail take their bytes back: 20 seconds were "16 hours"."""
    now = [0.0]
    file_table = FileTable()
    stats = TransferStats(file_table, lambda: now[0])
    for row in (1, 2):
        file_table.append(entry(row, State.SENDING, size=BUFFERED + 1000))

    def told(second: float, first: int, *, state: State = State.SENDING) -> float | None:
        now[0] = second
        for row, sent in ((1, first), (2, int(second))):
            progress = Progress(Stage.UPLOADING, BUFFERED + sent, BUFFERED + 1000) if sent >= 0 else None
            file_table.put(replace(file_table[row], state=state if row == 1 else State.SENDING, progress=progress))
        return stats.summary(paused=False, offline=False).seconds_left

    assert told(0, 0) is None
    for second in range(1, 10):
        left = told(second, 100 * second)
    assert left is not None
    assert told(10, -1, state=State.RETRYING) is None
    assert told(11, -1, state=State.RETRYING) is None
    assert told(12, 0) is None  # it is sent again, and how quickly is not known yet
    told(13, 100)
    told(14, 200)
    left = told(15, 300)
    assert left is not None
    assert left == pytest.approx((2 * BUFFERED + 1700 - 15) / 101, rel=0.1)


@pytest.mark.parametrize(
    ("size", "files", "per_second"),
    mostly_long(
        [
            (40_000_000, 1, 1_000_000),  # one large file
            (3_000_000, 20, 200_000),  # all of a file is in the system's buffers at once, and arrives a minute later
            (100_000, 300, 1_000_000),  # many small ones
        ],
        lambda case: case[1] == 20,
    ),
)
def test_the_time_left_is_about_the_truth_on_a_queue_whose_buffers_are_filled_at_once(
    size: int, files: int, per_second: int
) -> None:
    now = [0.0]
    file_table = FileTable()
    stats = TransferStats(file_table, lambda: now[0])
    for row in range(files):
        file_table.append(entry(row, State.SENDING if row < 4 else State.QUEUED, size))
    whole = size * files / per_second
    told = []
    while now[0] < whole:
        now[0] += 0.05
        # Four at a time go through the line side by side, and each begins when its turn of four does
        for row in range(files):
            turn = row // 4
            side_by_side = min(4, files - turn * 4)
            since = now[0] - turn * 4 * size / per_second
            arrived = min(size, since * per_second / side_by_side)
            if arrived >= size:
                file_table.put(replace(file_table[row], state=State.UPLOADED, progress=None))
            elif since > 0:
                sent = min(size, round(arrived) + BUFFERED)
                stage = Stage.CONFIRMING if sent == size else Stage.UPLOADING
                file_table.put(replace(file_table[row], state=State.SENDING, progress=Progress(stage, sent, size)))
        left = stats.summary(paused=False, offline=False).seconds_left
        if left is not None:
            told.append((whole - now[0], left))
    assert told, "it is told at all"
    assert [(true, left) for true, left in told if not true / 2 - 5 < left < true * 2 + 20] == []


def test_a_worker_that_breaks_down_ends_its_thread(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    threads: list[QThread] = []

    class Buggy(Worker):
        def work(self) -> None:
            threads.append(QThread.currentThread())
            raise ZeroDivisionError

    pool = WorkerPool("buggy", Buggy, lambda: None)
    pool.resize(2)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert QThread.currentThread() not in threads
    pool.stop()
    assert pool.join(time.monotonic() + 30)
    assert "broke down" in caplog.text


def test_a_thread_that_does_not_end_is_told() -> None:
    class Deaf(Worker):
        def work(self) -> None:
            heard.wait()

    heard = threading.Event()
    pool = WorkerPool("deaf", Deaf, lambda: None)
    pool.resize(1)
    pool.stop()
    assert not pool.join(0)
    heard.set()
    assert pool.join(time.monotonic() + 30)


def test_no_slot_is_a_lambda() -> None:
    """Such a slot has no object, so it would run on the thread of whoever emits."""
    rooms = Path(transfer.__file__).parent.parent
    modules = [
        rooms / "app.py",
        *(m for room in ("background", "transfer", "ui") for m in (rooms / room).rglob("*.py")),
    ]
    calls = [
        (module.name, node.lineno, node)
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
    ]
    assert calls
    assert [call[:2] for call in calls if any(isinstance(slot, ast.Lambda) for slot in call[2].args)] == []


def test_what_is_imported_before_the_first_paint() -> None:
    """requests, keyring and magic take some hundred milliseconds to import."""
    code = (
        "import sys, ledgerdrop.transfer.queue, ledgerdrop.background.settings_service\n"
        "print([name for name in ('requests', 'urllib3', 'keyring', 'magic', 'olefile') if name in sys.modules])"
    )
    call = [sys.executable, "-c", code]
    assert subprocess.run(call, capture_output=True, text=True, check=True).stdout.strip() == "[]"
