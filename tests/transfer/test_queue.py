"""Test what the user does with the queue, and what becomes of the files."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.stops import Stops
from tests.transfer.conftest import ACCOUNT, LEDGER, DirectedSteps, Ledgers, MakeQueue, Watch, ledger_of, uploaded

from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.files import OnProgress, Progress, Stage, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import Notice, State, Summary
from ledgerdrop.net.session import Session
from ledgerdrop.transfer.jobs import SendJob

SIZE = len(LEDGER)
LOST = Problem(Code.CONNECTION_LOST, {"host": "127.0.0.1"})


def test_files_go_in_the_order_of_the_list_a_few_at_once(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=3)
    watch = Watch(qtbot, queue)
    names = [f"{number}.csv" for number in range(9)]
    watch.add(ledgers(*names))
    queue.send(None)
    for end in range(len(names)):
        watch.until(lambda end=end: len(steps.begun) == min(end + 3, len(names)))  # type: ignore[misc]  # bound now
        assert sorted(steps.begun) == names[: end + 3]
        steps.end(names[end])
    watch.until_all(State.UPLOADED)
    assert steps.most_at_once == 3
    assert queue.summary().done == 9
    assert queue.summary().bytes_done == queue.summary().bytes_total > 0


def test_the_number_of_uploads_at_once_can_change_while_they_run(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    names = [f"{number}.csv" for number in range(8)]
    watch.add(ledgers(*names))
    queue.send(None)
    watch.until(lambda: steps.at_once == 1)
    queue.set_uploads_at_once(4)
    watch.until(lambda: steps.at_once == 4)
    queue.set_uploads_at_once(1)
    for name in names[:4]:
        steps.end(name)
    watch.until(lambda: sorted(steps.begun) == names[:5] and steps.at_once == 1)
    steps.end_all(uploaded)
    watch.until_all(State.UPLOADED)


def test_as_many_go_at_once_as_the_user_wants(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=16)
    watch = Watch(qtbot, queue)
    watch.add(ledgers(*(f"{number}.csv" for number in range(20))))
    queue.send(None)
    watch.until(lambda: steps.at_once == 16)
    steps.end_all(uploaded)
    watch.until_all(State.UPLOADED)
    assert steps.most_at_once == 16


def test_rows_can_be_moved_and_go_in_the_new_order(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv", "d.csv"))
    queue.send(None)
    watch.until(lambda: steps.begun == ["a.csv"])
    with qtbot.waitSignal(queue.reordered):
        queue.move([watch.id("d.csv"), watch.id("c.csv")], 1)
    assert [queue.entry(row).name for row in queue.ids()] == ["a.csv", "c.csv", "d.csv", "b.csv"]
    steps.end_all(uploaded)
    watch.until_all(State.UPLOADED)
    assert steps.begun == ["a.csv", "c.csv", "d.csv", "b.csv"]


def test_what_is_in_a_folder_of_another_account_s_name_does_not_go_by_itself(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    sharma = replace(ACCOUNT, name="Sharma", environment=Environment.PRODUCTION, send_at_once=True)
    gulf = replace(sharma, id="b" * 32, name="Gulf branch")
    queue.use_accounts([sharma, gulf])
    notices: list[Notice] = []
    queue.notice.connect(notices.append)
    for folder in ("Gulf branch", "April"):
        (tmp_path / folder).mkdir()
        for number in range(2):
            (tmp_path / folder / f"{folder} {number}.csv").write_text(ledger_of(f"{folder} {number}"))
    steps.end_all(uploaded)
    watch = Watch(qtbot, queue)
    queue.add([tmp_path / "Gulf branch", tmp_path / "April"], sharma)
    watch.until(lambda: queue.summary().done == 2 and queue.summary().ready == 2)
    assert sorted(steps.begun) == ["April 0.csv", "April 1.csv"]
    assert [notice.doubt for notice in notices] == [("Gulf branch", sharma)]


def test_an_account_may_be_set_to_send_at_once(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    steps.end_all(uploaded)
    watch = Watch(qtbot, make_queue(steps))
    watch.add(ledgers("april.csv"), replace(ACCOUNT, send_at_once=True))
    watch.until_all(State.UPLOADED)


def test_cancel_while_sending_is_shown_at_once_and_heard_by_the_sender(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv"))
    queue.send(None)
    watch.until(lambda: watch.states()["a.csv"] is State.SENDING and steps.at_once == 1)
    queue.cancel([watch.id("a.csv"), watch.id("b.csv")])
    assert watch.states() == {"a.csv": State.CANCELLED, "b.csv": State.CANCELLED, "c.csv": State.QUEUED}
    watch.until(lambda: steps.begun == ["a.csv", "c.csv"])
    steps.end("c.csv")
    watch.until_all(State.CANCELLED, State.UPLOADED)
    assert queue.summary() == Summary(done=1, cancelled=2, bytes_done=SIZE, bytes_total=SIZE)


def test_what_is_uploaded_although_cancelled_is_said_to_be_uploaded(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers
) -> None:
    under_way = threading.Event()

    class TooLate(DirectedSteps):
        def send(self, session: Session, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
            stopped = threading.Event()
            with job.cancel.on_cancel(stopped.set):
                under_way.set()
                stopped.wait()
            return uploaded("a.csv")

    queue = make_queue(TooLate())
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until(under_way.is_set)
    queue.cancel(queue.ids())
    assert watch.states() == {"a.csv": State.CANCELLED}
    watch.until_all(State.UPLOADED)


@pytest.mark.parametrize("told_before", [True, False])
def test_cancelled_between_the_last_byte_and_the_confirmation_it_may_have_arrived(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers, told_before: bool
) -> None:
    under_way = threading.Event()

    class Late(DirectedSteps):
        def send(self, session: Session, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
            stopped = threading.Event()
            with job.cancel.on_cancel(stopped.set):
                if told_before:
                    on_progress(Progress(Stage.CONFIRMING, SIZE, SIZE))
                under_way.set()
                stopped.wait()
            return Problem(Code.CANCELLED if told_before else Code.MAY_HAVE_ARRIVED)

    queue = make_queue(Late())
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until(under_way.is_set)
    if told_before:
        watch.until(lambda: watch.by_name()["a.csv"].progress == Progress(Stage.CONFIRMING, SIZE, SIZE))
    queue.cancel(queue.ids())
    watch.until_all(State.FAILED)
    problem = watch.by_name()["a.csv"].problem
    assert problem is not None
    assert problem.code is Code.MAY_HAVE_ARRIVED


def test_cancel_and_retry_before_the_sender_has_noticed(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until(lambda: steps.at_once == 1)
    queue.cancel(queue.ids())
    queue.retry(queue.ids())
    watch.until(lambda: steps.begun == ["a.csv", "a.csv"])
    steps.end("a.csv")
    watch.until_all(State.UPLOADED)
    assert steps.most_at_once == 1


def test_what_failed_can_be_sent_again_and_a_changed_file_is_checked_before(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    lost, changed = ledgers("lost.csv", "changed.csv")
    watch.add([lost, changed])
    steps.end("lost.csv", LOST)
    steps.end("changed.csv", Problem(Code.CHANGED))
    queue.send(None)
    watch.until_all(State.FAILED)
    assert watch.by_name()["lost.csv"].problem == LOST
    changed.write_text("date,amount\n2026-04-01,1\n", encoding="ascii")
    steps.end_all(uploaded)
    queue.retry(queue.ids())
    assert watch.states() == {"lost.csv": State.QUEUED, "changed.csv": State.CHECKING}
    watch.until_all(State.UPLOADED)
    assert watch.by_name()["changed.csv"].size == 25


def test_a_file_waits_for_its_next_attempt_and_can_be_hurried(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers
) -> None:
    class Hurried(DirectedSteps):
        def send(self, session: Session, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
            on_progress(Progress(Stage.WAITING, attempt=2, until=time.monotonic() + 60, problem=LOST))
            job.hurry.wait()
            on_progress(Progress(Stage.UPLOADING, 10, SIZE, attempt=2))
            return super().send(session, job, token, on_progress)

    steps = Hurried()
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until_all(State.RETRYING)
    entry = watch.by_name()["a.csv"]
    assert entry.problem == LOST
    assert entry.progress is not None
    assert entry.progress.attempt == 2
    queue.retry(queue.ids())
    watch.until_all(State.SENDING)
    assert watch.by_name()["a.csv"].problem is None
    assert queue.summary().bytes_done == 10
    steps.end("a.csv")
    watch.until_all(State.UPLOADED)


def test_pause_holds_back_what_waits_and_stops_what_is_named(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv"))
    queue.send(None)
    watch.until(lambda: watch.states()["a.csv"] is State.SENDING)
    queue.pause(None)
    assert watch.states() == {"a.csv": State.SENDING, "b.csv": State.PAUSED, "c.csv": State.PAUSED}
    assert queue.summary().paused
    assert (queue.summary().sent, queue.summary().held) == (3, 2)
    steps.end("a.csv")
    watch.until(lambda: watch.states()["a.csv"] is State.UPLOADED)
    assert steps.begun == ["a.csv"]
    queue.resume([watch.id("c.csv")])
    watch.until(lambda: watch.states()["c.csv"] is State.SENDING and steps.at_once == 1)
    queue.pause([watch.id("c.csv")])
    watch.until(lambda: steps.at_once == 0)
    assert watch.states()["c.csv"] is State.PAUSED
    steps.end_all(uploaded)
    queue.resume(None)
    watch.until_all(State.UPLOADED)
    assert not queue.summary().paused


def test_one_file_may_go_on_while_the_queue_is_paused_however_quickly_it_was_stopped_before(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until(lambda: watch.states()["a.csv"] is State.SENDING and steps.at_once == 1)
    queue.pause(None)
    queue.pause([watch.id("a.csv")])
    queue.resume([watch.id("a.csv")])  # its sender has not noticed yet that it was stopped
    watch.until(lambda: steps.begun == ["a.csv", "a.csv"])
    steps.end("a.csv")
    watch.until_all(State.UPLOADED)


def test_rows_can_be_removed_at_any_time(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv"))
    queue.send(None)
    watch.until(lambda: watch.states()["a.csv"] is State.SENDING)
    gone = [watch.id("a.csv"), watch.id("b.csv")]
    with qtbot.waitSignal(queue.removed) as told:
        queue.remove([*gone, 4711])
    assert told.args == [gone]
    assert watch.states() == {"c.csv": State.QUEUED}
    with pytest.raises(KeyError):
        queue.entry(gone[0])
    steps.end("c.csv")
    watch.until_all(State.UPLOADED)
    queue.clear_finished()
    assert queue.ids() == []
    assert queue.summary() == replace(Summary(), bytes_done=SIZE, bytes_total=SIZE)


def test_a_refused_account_asks_once_and_its_files_wait(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=3)
    watch = Watch(qtbot, queue)
    other = replace(ACCOUNT, id="b" * 32)
    watch.add(ledgers(*(f"{number}.csv" for number in range(6))))
    watch.add(ledgers("other.csv"), other)
    refused = Stops(queue)
    queue.send(None)
    watch.until(lambda: len(steps.begun) == 3)
    problem = Problem(Code.SIGN_IN_REFUSED, http_status=401)
    steps.end("other.csv")
    for name in ("0.csv", "1.csv", "2.csv"):
        steps.end(name, problem)
    watch.until_all(State.PAUSED, State.UPLOADED)
    assert (refused.accounts, refused.codes) == ([ACCOUNT.id], [problem.code])
    assert watch.by_name()["5.csv"].problem == problem
    assert watch.states()["other.csv"] is State.UPLOADED
    steps.end_all(uploaded)
    queue.account_saved(ACCOUNT)
    watch.until_all(State.UPLOADED)
    assert len(refused.codes) == 1


def test_a_refusal_of_the_old_token_does_not_block_the_new_one(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until(lambda: steps.at_once == 1)
    queue.account_saved(ACCOUNT)
    steps.end("a.csv", Problem(Code.SIGN_IN_REFUSED, http_status=401))
    watch.until(lambda: len(steps.begun) == 2)
    steps.end("a.csv")
    watch.until_all(State.UPLOADED)


def test_an_account_without_a_token_waits_for_one(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    tokens: list[str] = []
    asked: list[str] = []

    def ask(account_id: str) -> str | None:
        asked.append(account_id)
        return tokens[0] if tokens else None

    queue = make_queue(steps, ask=ask, jobs=4)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv"))
    queue.send(None)
    watch.until(lambda: [stop.problem.code for stop in queue.summary().stops] == [Code.NO_TOKEN])
    watch.until_all(State.PAUSED)
    tokens.append("token")
    asked.clear()
    steps.end_all(uploaded)
    queue.account_saved(ACCOUNT)
    watch.until_all(State.UPLOADED)
    assert asked == [ACCOUNT.id]  # kept in memory after that


def test_a_bug_in_a_step_ends_that_file_and_no_other(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    caplog: pytest.LogCaptureFixture,
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("bug.csv", "fine.csv"))
    steps.end("bug.csv", ZeroDivisionError("a bug"))
    steps.end("fine.csv")
    queue.send(None)
    watch.until_all(State.FAILED, State.UPLOADED)
    problem = watch.by_name()["bug.csv"].problem
    assert problem is not None
    assert problem.code is Code.UNEXPECTED
    assert "ZeroDivisionError" in problem.detail
    assert "Work with Clear broke down" in caplog.text


def test_shutdown_while_sending_joins_all_threads(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=16)
    watch = Watch(qtbot, queue)
    watch.add(ledgers(*(f"{number}.csv" for number in range(40))))
    queue.send(None)
    watch.until(lambda: steps.at_once == 16)
    assert len(steps.threads) == 16
    assert queue.shutdown()
    assert steps.at_once == 0
    assert len(steps.begun) == 16
    assert State.CANCELLED not in set(watch.states().values())
    queue.send(None)  # the window may still ask for things
    queue.add([Path("late.csv")], ACCOUNT)
