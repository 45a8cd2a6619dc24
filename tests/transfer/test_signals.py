"""Test what the queue tells the window, and how often."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT, DirectedSteps, Ledgers, MakeQueue, Watch, uploaded

from ledgerdrop.model.transfers import State


def test_signals_come_on_the_windows_thread_and_at_most_20_times_a_second(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=4)
    watch = Watch(qtbot, queue)
    home = QThread.currentThread()
    strangers: list[str] = []
    words: list[str] = []

    def note(kind: str) -> None:
        words.append(kind)
        if QThread.currentThread() is not home:
            strangers.append(kind)

    queue.changed.connect(lambda _rows: note("changed"))
    queue.summed_up.connect(lambda _totals: note("totals"))
    steps.end_all(uploaded)
    started = time.monotonic()
    watch.add(ledgers(*(f"{number}.csv" for number in range(200))), replace(ACCOUNT, send_at_once=True))
    watch.until_all(State.UPLOADED)
    passed = time.monotonic() - started
    assert strangers == []
    for kind in ("changed", "totals"):
        assert 0 < words.count(kind) <= 20 * passed + 2


def test_many_changes_are_told_bit_by_bit_and_the_window_answers_in_between(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers(*(f"{number}.csv" for number in range(1200))))
    told: list[list[int]] = []
    between: list[int] = []  # how many had been told of whenever the window could do something else
    timer = QTimer()
    timer.timeout.connect(lambda: between.append(sum(map(len, told))))
    timer.start(0)
    queue.changed.connect(told.append)
    queue.pause(None)
    queue.send(None)
    watch.until(lambda: sum(map(len, told)) >= 1200)
    assert {row for rows in told for row in rows} == set(queue.ids())
    assert max(map(len, told)) <= 500
    assert any(0 < count < 1200 for count in between)
