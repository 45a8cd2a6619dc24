"""Test the way from the drop to the verdict, before anything is sent."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.content.made import xlsx
from tests.transfer.conftest import ACCOUNT, POLLING, DirectedSteps, Ledgers, MakeQueue, Watch, straight, uploaded

from ledgerdrop.files.dropped_file import FoundFiles
from ledgerdrop.model.files import CheckedFile, DroppedFile, Progress, Stage
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import FolderOwner, FolderRules
from ledgerdrop.model.transfers import Notice, State, Summary
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.transfer import check_worker
from ledgerdrop.transfer.check_worker import CHECKS_AT_ONCE, Checker
from ledgerdrop.transfer.job_worker import TokenCache, WorkerContext
from ledgerdrop.transfer.jobs import CheckDone, CheckerJob, CheckJob, JobQueue, Rejected, Report, ReportMailbox
from ledgerdrop.transfer.journal_worker import JournalQueue
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.ui.text import wording

LOST = Problem(Code.CONNECTION_LOST, {"host": "127.0.0.1"})


class BlockedSteps(DirectedSteps):
    """Looks at a file until the test ends that, and hears of no cancel, as on a dead share."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()
        self.looking = 0

    def examine(self, path: Path, name: str | None) -> DroppedFile | Problem:
        self.looking += 1
        self.let_go.wait()
        return super().examine(path, name)


def test_dropping_checks_and_sends_nothing(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    watch.add([*ledgers("april.csv"), tmp_path / "photo.csv", tmp_path / "gone.csv"])
    assert watch.states() == {
        "april.csv": State.READY,
        "photo.csv": State.REJECTED,
        "gone.csv": State.REJECTED,
    }
    april, gone = watch.by_name()["april.csv"], watch.by_name()["gone.csv"]
    assert april.size == len((tmp_path / "april.csv").read_bytes())
    assert april.checked is not None
    assert gone.problem is not None
    assert gone.problem.code is Code.MISSING
    assert gone.size is None
    assert watch.by_name()["photo.csv"].size == 108  # what is refused is told by its size, too
    assert queue.summary() == Summary(ready=1, failed=2, retryable=1, ready_for=((ACCOUNT.id, 1),))
    assert steps.begun == []


def test_a_file_that_is_in_the_list_is_pointed_out_until_it_is_finished(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    (path,) = ledgers("april.csv")
    watch.add([path])
    (row,) = queue.ids()
    with qtbot.waitSignal(queue.notice) as told:
        queue.add([path, path.parent / "x" / ".." / path.name], ACCOUNT)
    assert told.args == [Notice(already_listed=(row,))]
    assert queue.ids() == [row]
    steps.end("april.csv")
    queue.send(None)
    watch.until_all(State.UPLOADED)
    queue.add([path, path], ACCOUNT)
    assert len(queue.ids()) == 2


def test_a_folder_becomes_its_files(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    (tmp_path / "year" / "empty").mkdir(parents=True)
    ledgers("year/april.csv", "year/may.csv", "year/~$may.csv", "year/.hidden.csv")
    with qtbot.waitSignal(queue.notice) as told:
        queue.add([tmp_path / "year", tmp_path / "year" / "empty"], ACCOUNT)
    watch.until(lambda: len(queue.ids()) == 3)
    watch.until_all(State.READY, State.REJECTED)
    assert told.args == [Notice(skipped=2)]
    assert watch.states() == {"empty": State.REJECTED, "april.csv": State.READY, "may.csv": State.READY}
    empty = watch.by_name()["empty"].problem
    assert empty is not None
    assert empty.headline == "This folder is empty"


def test_folders_are_opened_however_little_is_done_at_a_time(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ledgerdrop.transfer.queue._SLICE_SECONDS", 0.0)
    watch = Watch(qtbot, make_queue(Operations(straight())))
    folders = [tmp_path / "sharma", tmp_path / "gupta"]
    for folder in folders:
        folder.mkdir()
    ledgers("sharma/april.csv", "gupta/may.csv")
    watch.queue.add(folders, ACCOUNT)
    watch.until_all(State.READY)
    assert list(watch.states()) == ["april.csv", "may.csv"]


@pytest.mark.parametrize("ends", ["read", "removed", "slow"])
def test_folders_are_listed_in_the_order_of_dropping(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers, tmp_path: Path, ends: str
) -> None:
    class LateFolder(BlockedSteps):
        def examine(self, path: Path, name: str | None) -> DroppedFile | Problem:
            return super().examine(path, name) if path.name == "first" else Operations.examine(self, path, name)

        def find(self, folder: Path, cancel: CancelToken) -> FoundFiles:
            opened.add(folder.name)
            return super().find(folder, cancel)

    opened: set[str] = set()
    steps = LateFolder()
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    folders = [tmp_path / name for name in ("first", "second", "third")]
    for folder in folders:
        folder.mkdir()
    ledgers("first/a.csv", "second/b.csv", "third/c.csv")
    queue.add(folders, ACCOUNT)
    watch.until(lambda: opened == {"second", "third"})
    assert list(watch.states()) == ["first", "second", "third"]
    if ends == "read":
        steps.let_go.set()
        watch.until_all(State.READY)
        assert list(watch.states()) == ["a.csv", "b.csv", "c.csv"]
        return
    if ends == "removed":
        queue.remove([watch.id("first")])
    watch.until(lambda: {"b.csv", "c.csv"} <= watch.states().keys())  # a slow one keeps nobody waiting
    steps.let_go.set()


def test_what_is_uncertain_goes_only_when_the_user_insists(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers
) -> None:
    warning = Problem(Code.EMPTY_ARCHIVE)

    class Warning_(DirectedSteps):  # noqa: N801 - Warning is Python's
        def check(self, file: DroppedFile, cancel: CancelToken) -> CheckedFile | Problem:
            checked = super().check(file, cancel)
            return replace(checked, warning=warning) if isinstance(checked, CheckedFile) else checked

    steps = Warning_()
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("april.csv"))
    queue.send(None)
    queue.send(queue.ids())
    assert watch.states() == {"april.csv": State.WARNED}
    assert queue.entry(queue.ids()[0]).problem == warning
    steps.end("april.csv")
    queue.send_anyway(queue.ids())
    watch.until_all(State.UPLOADED)


def test_a_wrong_name_can_be_mended_for_sending(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("april.xlsx"))
    assert watch.states() == {"april.xlsx": State.REJECTED}
    queue.send_as(queue.ids()[0], "april.csv")
    watch.until(lambda: steps.begun == ["april.csv"])
    steps.end("april.csv")
    watch.until_all(State.UPLOADED)
    assert watch.states() == {"april.csv": State.UPLOADED}


def test_cancel_while_checking_and_a_dead_share_that_keeps_nobody_waiting(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers
) -> None:
    steps = BlockedSteps()
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    queue.add(ledgers("a.csv", "b.csv"), ACCOUNT)
    watch.until(lambda: steps.looking == 2)
    watch.until(lambda: all(entry.slow for entry in watch.by_name().values()))
    queue.cancel([watch.id("a.csv")])
    assert watch.states() == {"a.csv": State.CANCELLED, "b.csv": State.CHECKING}
    assert queue.shutdown()  # with a look under way that never ends
    steps.let_go.set()


def test_slow_files_do_not_hold_up_the_others(qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers) -> None:
    class SlowShare(BlockedSteps):
        def examine(self, path: Path, name: str | None) -> DroppedFile | Problem:
            return (
                super().examine(path, name) if path.name.startswith("slow") else Operations.examine(self, path, name)
            )

    steps = SlowShare()
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    slow = [f"slow-{number}.csv" for number in range(5)]
    queue.add(ledgers(*slow, "quick.csv"), ACCOUNT)
    watch.until(lambda: watch.states().get("quick.csv") is State.READY)
    assert watch.states()["slow-0.csv"] is State.CHECKING
    steps.let_go.set()
    watch.until_all(State.READY)
    assert not any(entry.slow for entry in watch.by_name().values())


def test_checks_that_were_given_up_keep_nobodys_place(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers, monkeypatch: pytest.MonkeyPatch
) -> None:
    class DeadDrive(BlockedSteps):
        def examine(self, path: Path, name: str | None) -> DroppedFile | Problem:
            return (
                super().examine(path, name) if path.name.startswith("dead") else Operations.examine(self, path, name)
            )

    monkeypatch.setattr("ledgerdrop.transfer.check_worker.SLOW_AFTER_SECONDS", 0.01)
    steps = DeadDrive()
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    queue.add(ledgers(*(f"dead-{number}.csv" for number in range(CHECKS_AT_ONCE))), ACCOUNT)
    watch.until(lambda: steps.looking == CHECKS_AT_ONCE)
    queue.cancel(queue.ids())
    queue.add(ledgers("quick.csv"), ACCOUNT)
    watch.until(lambda: watch.states().get("quick.csv") is State.READY)
    assert steps.looking == CHECKS_AT_ONCE, "they hang to this day"
    steps.let_go.set()


def test_a_file_that_was_never_sent_is_only_checked_again(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add([*ledgers("cancelled.csv"), tmp_path / "late.csv"])
    queue.cancel([watch.id("cancelled.csv")])
    ledgers("late.csv")
    queue.retry(queue.ids())
    watch.until_all(State.READY)
    assert steps.begun == []


def test_a_bug_while_checking_ends_that_file_and_no_other(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers, caplog: pytest.LogCaptureFixture
) -> None:
    class Buggy(Operations):
        def check(self, file: DroppedFile, cancel: CancelToken) -> CheckedFile | Problem:
            if file.name == "bug.csv":
                raise ZeroDivisionError
            return super().check(file, cancel)

    queue = make_queue(Buggy(straight()))
    watch = Watch(qtbot, queue)
    watch.add(ledgers("bug.csv", "fine.csv"))
    assert watch.states() == {"bug.csv": State.REJECTED, "fine.csv": State.READY}
    problem = watch.by_name()["bug.csv"].problem
    assert problem is not None
    assert problem.code is Code.UNEXPECTED
    assert "Checking broke down" in caplog.text


def test_a_system_without_threads_to_spare_loses_no_file(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exhausted(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    with monkeypatch.context() as patch:
        patch.setattr("ledgerdrop.transfer.check_worker.call_abandonable", exhausted)
        watch.add(ledgers(*(f"{number}.csv" for number in range(CHECKS_AT_ONCE + 8))))
    assert set(watch.states().values()) == {State.REJECTED}
    assert "Checking broke down" in caplog.text
    queue.retry(queue.ids())
    watch.until_all(State.READY)


def test_10_000_files_are_listed_at_once_and_told_in_few_words(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add([tmp_path / "first.csv"])
    words: list[int] = []
    queue.added.connect(lambda rows: words.append(len(rows)))
    queue.changed.connect(lambda rows: words.append(len(rows)))
    queue.add([tmp_path / f"{number}.csv" for number in range(10_000)], ACCOUNT)
    assert len(queue.ids()) == 10_001
    assert words == [10_000]
    watch.until(lambda: queue.summary().attention == 10_001, seconds=60)
    assert len(words) < 1_000
    queue.remove(queue.ids())
    assert queue.summary() == Summary()


def test_others_are_sent_while_a_disk_stands_still_and_its_row_says_so(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv"))
    queue.send(None)
    watch.until(lambda: sorted(steps.begun) == ["a.csv", "b.csv"])
    steps.progress("a.csv", Progress(Stage.UPLOADING, 10, 40, disk_is_silent=True))
    steps.end("b.csv")
    watch.until(lambda: watch.states() == {"a.csv": State.SENDING, "b.csv": State.UPLOADED})
    assert (progress := watch.by_name()["a.csv"].progress) is not None
    assert progress.disk_is_silent
    steps.progress("a.csv", Progress(Stage.UPLOADING, 20, 40))
    watch.until(lambda: watch.by_name()["a.csv"].progress == Progress(Stage.UPLOADING, 20, 40))
    steps.end("a.csv")
    watch.until_all(State.UPLOADED)


def test_disks_that_stand_still_take_nobodys_turn(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=2)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv", "d.csv"))
    queue.send(None)
    watch.until(lambda: steps.at_once == 2)
    for name in list(steps.begun):
        steps.progress(name, Progress(Stage.UPLOADING, 10, 40, disk_is_silent=True))
    watch.until(lambda: steps.at_once == 4)
    for name in steps.begun:
        steps.progress(name, Progress(Stage.UPLOADING, 20, 40))
        steps.end(name)
    watch.until_all(State.UPLOADED)
    watch.add(ledgers("e.csv", "f.csv", "g.csv"))
    queue.send(None)
    watch.until(lambda: steps.at_once == 2)
    steps.end_all(uploaded)
    watch.until_all(State.UPLOADED)
    assert steps.most_at_once == 4


def test_a_file_that_is_still_written_is_checked_when_it_is_still(
    qtbot: QtBot, make_queue: MakeQueue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "april.xlsx"
    content = xlsx()
    path.write_bytes(content[:1000])
    monkeypatch.setattr(check_worker, "SECOND_LOOK_SECONDS", 0.01)
    told = threading.Event()

    class Written(DirectedSteps):
        """Writes to the file between two looks, as another program."""

        looks = 0

        def look(self, path: Path) -> tuple[int, int] | None:
            self.looks += 1
            if self.looks == 2:
                path.write_bytes(content[:2000])
            if self.looks == 3:
                assert told.wait(60)
                path.write_bytes(content)
            return super().look(path)

    queue = make_queue(Written())
    watch = Watch(qtbot, queue)
    queue.add([path], ACCOUNT)
    watch.until(lambda: any(entry.problem for entry in watch.by_name().values()))
    entry = watch.by_name()["april.xlsx"]
    assert entry.problem is not None
    assert (entry.state, entry.problem.code) == (State.CHECKING, Code.BEING_WRITTEN)
    assert wording.status(entry) == "Waiting until it is saved…"
    assert wording.more(entry) == entry.problem.advice
    told.set()
    watch.until_all(State.READY)
    assert watch.by_name()["april.xlsx"].problem is None
    assert watch.by_name()["april.xlsx"].size == len(content)


def test_files_of_a_known_folder_take_its_account(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    known = replace(ACCOUNT, id="of the folder", name="Sharma")
    (client := tmp_path / "Month end" / "Sharma").mkdir(parents=True)
    for path in (client / "a.csv", client.parent / "b.csv", tmp_path / "c.csv"):
        path.write_text(f"Date,Amount\n2026-04-01,{len(path.name)}\n")
    queue.route(FolderRules.of([FolderOwner(client, known)]))
    notices: list[Notice] = []
    queue.notice.connect(notices.append)
    watch.add([client.parent, tmp_path / "c.csv"])
    qtbot.waitUntil(lambda: len(watch.by_name()) == 3)
    accounts = {name: item.account_id for name, item in watch.by_name().items()}
    assert accounts == {"a.csv": known.id, "b.csv": ACCOUNT.id, "c.csv": ACCOUNT.id}
    assert [notice.owners for notice in notices if notice.owners] == [(FolderOwner(client, known),)]


def test_a_file_that_is_cancelled_before_its_check_begins_leaves_its_place_to_others() -> None:
    job_queue: JobQueue[CheckerJob] = JobQueue()
    job = CheckJob(1, Path("/books/a.csv"), None, ACCOUNT.id)
    job.cancel.cancel()
    job_queue.put([job])
    stop, places = threading.Event(), threading.Semaphore(1)
    posted: list[Report] = []

    class LastMailbox(ReportMailbox):
        def post(self, report: Report) -> None:
            posted.append(report)
            stop.set()

    journal, tokens = JournalQueue(keeps=False), TokenCache(lambda _account: None)
    operations = Operations(straight())
    context = WorkerContext(lambda: operations, tokens, journal, places, POLLING, LastMailbox())
    Checker(stop, context, job_queue).work()
    assert posted == [CheckDone(job, Rejected(Problem(Code.CANCELLED)))]
    assert places.acquire(blocking=False)
