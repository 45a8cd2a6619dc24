"""Test that the queue waits while the network is gone, and resumes when it is back."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.transfer.conftest import (
    ACCOUNT,
    POLLING,
    DirectedSteps,
    Ledgers,
    MakeQueue,
    Watch,
    find_all_good,
    uploaded,
)

from ledgerdrop.model.files import Progress, Stage
from ledgerdrop.model.ingestion import (
    Activity,
    IngestionOptions,
    IngestionState,
    IngestionStatus,
    Workflow,
    WorkflowStatus,
)
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.transfer.connectivity import ATTEMPTS_IN_VAIN, PROBE_EVERY_SECONDS, ConnectivityMonitor
from ledgerdrop.transfer.engine import TransferEngine
from ledgerdrop.transfer.jobs import (
    CheckDone,
    CheckJob,
    IngestionJob,
    IngestionReport,
    LookJob,
    Rejected,
    SendDone,
    SendStarted,
)
from ledgerdrop.transfer.journal_worker import JournalQueue

SILENCE = Problem(Code.HOST_UNKNOWN, {"host": "api.example"})
LOST = Problem(Code.CONNECTION_LOST, {"host": "api.example"})


class Clock:
    """Goes on when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_some_attempts_in_vain_in_a_row_mean_that_it_is_gone() -> None:
    connectivity = ConnectivityMonitor()
    for outcome in [SILENCE] * (ATTEMPTS_IN_VAIN - 1) + [LOST]:
        connectivity.note_outcome(outcome)
    assert not connectivity.gone  # a connection that is lost says nothing either way
    connectivity.note_outcome(SILENCE)
    assert connectivity.gone
    connectivity.note_outcome(LOST)
    assert connectivity.gone
    connectivity.note_outcome(Problem(Code.API_TROUBLE, http_status=503))
    assert not connectivity.gone  # someone answered
    for _ in range(ATTEMPTS_IN_VAIN):
        connectivity.note_outcome(SILENCE)
    connectivity.note_progress(Progress(Stage.REQUESTING))
    assert connectivity.gone
    connectivity.note_progress(Progress(Stage.UPLOADING))
    assert not connectivity.gone
    connectivity.note_outcome(uploaded("a.csv"))
    assert not connectivity.gone


def test_an_outage_is_told_of_once_at_its_beginning_and_end(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    clock = Clock()
    connectivity = ConnectivityMonitor(clock)
    for _ in range(50):
        connectivity.note_outcome(SILENCE)
    assert caplog.messages == ["No network: host_unknown"]
    clock.now += 300
    for _ in range(9):
        connectivity.note_answer()
    assert caplog.messages[1:] == ["The network is back after 300 s"]


def test_one_file_at_a_time_finds_out() -> None:
    clock = Clock()
    connectivity = ConnectivityMonitor(clock)
    for _ in range(ATTEMPTS_IN_VAIN):
        connectivity.note_outcome(SILENCE)
    assert not connectivity.time_to_probe()
    clock.now += PROBE_EVERY_SECONDS
    assert connectivity.time_to_probe()
    assert not connectivity.time_to_probe()
    assert connectivity.next_probe() == clock.now + PROBE_EVERY_SECONDS
    connectivity.probe_now()
    assert connectivity.time_to_probe()


def test_the_queue_waits_for_the_network_and_goes_on_by_itself(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    clock = Clock()
    queue = make_queue(steps, jobs=3, connectivity=ConnectivityMonitor(clock))
    watch = Watch(qtbot, queue)
    watch.add(ledgers(*(f"{number}.csv" for number in range(6))))
    for name in ("0.csv", "1.csv", "2.csv"):
        steps.end(name, SILENCE)
    queue.send(None)
    watch.until(lambda: queue.summary().offline)
    # What a worker had taken already may still go; whoever fails now waits for the network like the others.
    for name in ("3.csv", "4.csv", "5.csv"):
        steps.end(name, SILENCE)
    watch.until(lambda: State.SENDING not in watch.states().values())
    tried = len(steps.begun)
    assert State.RETRYING in watch.states().values()
    clock.now += PROBE_EVERY_SECONDS
    watch.until(lambda: len(steps.begun) == tried + 1)
    steps.end_all(uploaded)
    watch.until(lambda: not queue.summary().offline)
    queue.retry([row for row in queue.ids() if queue.entry(row).state is State.FAILED])
    watch.until_all(State.UPLOADED)


def test_the_user_need_not_wait_for_the_next_probe_and_may_give_up(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    connectivity = ConnectivityMonitor(Clock())
    for _ in range(ATTEMPTS_IN_VAIN - 1):
        connectivity.note_outcome(SILENCE)
    queue = make_queue(steps, jobs=1, connectivity=connectivity)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv"))
    steps.end("a.csv", SILENCE)
    queue.send(None)
    watch.until(lambda: watch.states()["a.csv"] is State.RETRYING)
    assert queue.summary().offline
    progress = watch.by_name()["a.csv"].progress
    assert progress is not None
    assert (progress.stage, progress.problem) == (Stage.WAITING, SILENCE)
    queue.cancel([watch.id("b.csv")])
    queue.retry([watch.id("a.csv")])
    watch.until(lambda: steps.begun[1:] == ["a.csv"] or steps.begun[2:] == ["a.csv"])
    queue.pause(None)
    queue.cancel(queue.ids())
    watch.until(lambda: not queue.summary().offline)
    assert set(watch.states().values()) == {State.CANCELLED}


def test_an_attempt_in_vain_that_is_to_be_repeated_counts_too(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send(None)
    watch.until_all(State.SENDING)
    watch.until(lambda: steps.at_once == 1)
    for attempt in range(ATTEMPTS_IN_VAIN):
        steps.progress("a.csv", Progress(Stage.WAITING, attempt=attempt + 2, until=1.0, problem=SILENCE))
        watch.until(
            lambda attempt=attempt: (  # type: ignore[misc]  # bound now
                (progress := watch.by_name()["a.csv"].progress) is not None and progress.attempt == attempt + 2
            )
        )
    watch.until(lambda: queue.summary().offline)
    steps.progress("a.csv", Progress(Stage.UPLOADING, 1, 42))
    watch.until(lambda: not queue.summary().offline)
    steps.end("a.csv")
    watch.until_all(State.UPLOADED)


def test_the_file_that_is_to_find_out_is_the_one_that_goes() -> None:
    """Queue the file first: a worker may take one as soon as the queue is opened."""
    connectivity = ConnectivityMonitor(Clock())
    engine = TransferEngine(JournalQueue(keeps=False).write, connectivity, lambda _account: None, POLLING)
    engine.add([Path("/books") / name for name in ("a.csv", "b.csv", "c.csv")], ACCOUNT)
    find_all_good(engine)
    engine.send()
    engine.flush()
    first = engine.sends.take(threading.Event())
    assert first is not None
    engine.on_report(SendStarted(first))
    for _ in range(ATTEMPTS_IN_VAIN - 1):
        connectivity.note_outcome(SILENCE)
    engine.on_report(SendDone(first, SILENCE))
    engine.follow_connectivity()
    engine.flush()
    engine.retry([first.id])
    engine.follow_connectivity()
    taken = engine.sends.take(threading.Event())
    assert taken is not None
    assert taken.id == first.id


def test_a_question_about_an_import_without_an_answer_does_not_bring_the_network_back() -> None:
    connectivity = ConnectivityMonitor(Clock())
    for _ in range(ATTEMPTS_IN_VAIN):
        connectivity.note_outcome(SILENCE)
    engine = TransferEngine(JournalQueue(keeps=False).write, connectivity, lambda _account: None, POLLING)
    activity = Activity("task", 0.0)
    ingestion = IngestionState(IngestionOptions("SALES", "ledger"), 1, IngestionStatus.PROCESSING, activity)
    job = IngestionJob((1,), (uploaded("a.csv"),), ACCOUNT, ingestion)
    engine.on_ingestion_report(IngestionReport(job, ingestion, SILENCE))
    assert connectivity.gone
    engine.on_ingestion_report(IngestionReport(job, ingestion, Workflow(WorkflowStatus.PROCESSING)))
    assert not connectivity.gone


def test_a_look_at_a_file_and_its_check_wait_side_by_side() -> None:
    """Let neither take the place of the other, or the queue would be busy for ever."""
    engine = TransferEngine(JournalQueue(keeps=False).write, ConnectivityMonitor(), lambda _account: None, POLLING)
    engine.add([Path("/books/a.csv")], ACCOUNT)
    engine.flush()
    job = engine.checks.take(threading.Event())
    assert isinstance(job, CheckJob)
    engine.on_report(CheckDone(job, Rejected(Problem(Code.EMPTY), 0, 1)))
    engine.recheck_changed([job.id])
    engine.flush()
    engine.retry([job.id])
    engine.flush()
    assert {type(engine.checks.take(threading.Event())) for _ in range(2)} == {LookJob, CheckJob}
