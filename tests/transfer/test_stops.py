"""Test that a file which stopped its account is named, goes last, and can be set aside."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT, DirectedSteps, Ledgers, MakeQueue, Watch, uploaded

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, Stop

REFUSED = Problem(Code.NOT_ALLOWED, http_status=403)


def stopped(qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers) -> tuple[Watch, Stop]:
    """Return a queue that stopped at the first of three files."""
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv"))
    queue.send(None)
    steps.end("a.csv", REFUSED)
    watch.until_all(State.PAUSED)
    watch.until(lambda: bool(queue.summary().stops))
    (stop,) = queue.summary().stops
    return watch, stop


def test_the_file_is_named_and_goes_last(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    watch, stop = stopped(qtbot, make_queue, steps, ledgers)
    assert stop == Stop(ACCOUNT.id, REFUSED, watch.id("a.csv"), 1, 3)
    assert stop.in_doubt
    steps.end_all(uploaded)
    watch.queue.resume(None)
    watch.until_all(State.UPLOADED)
    assert steps.begun == ["a.csv", "b.csv", "c.csv", "a.csv"]
    assert watch.queue.summary().stops == ()


def test_the_file_is_set_aside_and_all_others_go(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    watch, stop = stopped(qtbot, make_queue, steps, ledgers)
    steps.end_all(uploaded)
    watch.queue.set_aside(stop.item_id)
    watch.until_all(State.FAILED, State.UPLOADED)
    assert steps.begun == ["a.csv", "b.csv", "c.csv"]
    row = watch.by_name()["a.csv"]
    assert (row.state, row.problem) == (State.FAILED, REFUSED)
    assert row.retryable
    assert watch.queue.summary().stops == ()


def test_a_stop_is_told_of_no_longer_than_files_wait(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    watch, _ = stopped(qtbot, make_queue, steps, ledgers)
    watch.queue.cancel([watch.id("b.csv"), watch.id("c.csv")])
    (stop,) = watch.queue.summary().stops
    assert not stop.in_doubt  # no other waits, which could go without it
    watch.queue.remove(watch.queue.ids())
    assert watch.queue.summary().stops == ()


def test_without_an_answer_about_it_no_file_is_in_doubt() -> None:
    stop = Stop("a", Problem(Code.NO_TOKEN), 1, 1, 5)
    assert not stop.in_doubt
    assert not replace(stop, problem=REFUSED, item_id=-1).in_doubt
