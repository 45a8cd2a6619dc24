"""Test "Cancel" while a sender waits for this computer itself; `tests/faults` has all waiting for the network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.store.held_journal import HeldJournal, open_held
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

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.problems import ALL_SENT, Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.runtime.cancel import Cancelled
from ledgerdrop.transfer import journal_worker
from ledgerdrop.transfer.connectivity import ATTEMPTS_IN_VAIN, ConnectivityMonitor
from ledgerdrop.transfer.engine import TransferEngine
from ledgerdrop.transfer.jobs import SendJob, SendStarted
from ledgerdrop.transfer.journal_worker import JournalQueue

OTHER = replace(ACCOUNT, id="b" * 32)


def test_while_the_password_store_does_not_answer(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    asked, over = threading.Event(), threading.Event()

    def ask(account_id: str) -> str:
        if account_id == ACCOUNT.id:
            asked.set()
            over.wait(60)
        return "token"

    queue = make_queue(steps, ask=ask, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("waits.csv"))
    watch.add(ledgers("next.csv"), OTHER)
    steps.end_all(uploaded)
    queue.send(None)
    watch.until(asked.is_set)
    queue.cancel([watch.id("waits.csv")])
    assert watch.states()["waits.csv"] is State.CANCELLED
    watch.until(lambda: watch.states()["next.csv"] is State.UPLOADED)  # its sender is free
    over.set()
    assert steps.begun == ["next.csv"]


def test_while_the_journal_hangs(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal_worker, "LONGEST_WAIT", 1_000.0)
    opened: list[HeldJournal] = []

    def open_it() -> tuple[HeldJournal, Problem | None]:
        journal, problem = open_held(tmp_path / "journal.sqlite3")
        opened.append(journal)
        return journal, problem

    queue = make_queue(steps, journal=open_it, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    with opened[0].held.lock:
        queue.send(None)
        watch.until(lambda: watch.states()["a.csv"] is State.SENDING)
        queue.cancel(queue.ids())
        assert watch.states() == {"a.csv": State.CANCELLED}
        watch.until(lambda: not queue.is_busy())  # the sender is free again
    assert steps.begun == []


class SentInVain(DirectedSteps):
    """Sends everything, and hears nothing of it until the user stops."""

    def _ending(self, name: str, job: SendJob) -> Uploaded | Problem:
        try:
            return super()._ending(name, job)
        except Cancelled:
            return Problem(Code.MAY_HAVE_ARRIVED)


def test_what_may_have_arrived_is_not_called_cancelled_after_a_pause(
    qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers
) -> None:
    steps = SentInVain()
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send()
    watch.until(lambda: steps.at_once == 1)
    queue.pause(queue.ids())
    watch.until(lambda: steps.at_once == 0 and not queue.is_busy())
    assert watch.states() == {"a.csv": State.PAUSED}
    queue.cancel(queue.ids())
    assert watch.by_name()["a.csv"].problem == Problem(Code.MAY_HAVE_ARRIVED)


def test_what_may_have_arrived_is_not_called_cancelled_without_a_network(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    connectivity = ConnectivityMonitor()
    silence = Problem(Code.OFFLINE, {ALL_SENT: "yes"})
    for _ in range(ATTEMPTS_IN_VAIN - 1):
        connectivity.note_outcome(silence)
    queue = make_queue(steps, connectivity=connectivity)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    queue.send()
    steps.end("a.csv", silence)
    watch.until_all(State.RETRYING)
    watch.until(lambda: queue.summary().offline)
    queue.cancel(queue.ids())
    assert watch.by_name()["a.csv"].problem == Problem(Code.MAY_HAVE_ARRIVED)


@pytest.mark.parametrize("action", [TransferEngine.cancel, TransferEngine.pause, TransferEngine.remove])
def test_a_worker_that_is_stopped_finds_no_other_file_that_is_stopped_too(
    action: Callable[[TransferEngine, Sequence[int]], None],
) -> None:
    engine = TransferEngine(JournalQueue(keeps=False).write, ConnectivityMonitor(), lambda _account: None, POLLING)
    engine.add([Path("/books/a.csv"), Path("/books/b.csv")], ACCOUNT)
    find_all_good(engine)
    engine.send()
    engine.flush()
    job = engine.sends.take(threading.Event())
    assert job is not None
    engine.on_report(SendStarted(job))
    both = engine.file_table.ids()
    found: list[SendJob | None] = []
    with job.cancel.on_cancel(lambda: found.append(engine.sends.withdraw(both[1]))):
        action(engine, both)
    assert found == [None]
