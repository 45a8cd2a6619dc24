"""Test that coverage sees what runs on QThreads, for as long as they live."""

from __future__ import annotations

import threading
from types import FrameType

from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot


class Worker(QObject):
    """Tells on which thread it worked."""

    asked = Signal()
    worked = Signal(object)  # an identifier may be larger than Qt's int

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self.work)

    def work(self) -> None:
        self.worked.emit(threading.get_ident())


def test_every_call_on_a_qthread_is_traced(qtbot: QtBot) -> None:
    before = threading.gettrace()
    calls: list[tuple[str, int]] = []
    told: list[int] = []

    def trace(frame: FrameType, _event: str, _argument: object) -> None:
        calls.append((frame.f_code.co_name, threading.get_ident()))

    threading.settrace(trace)
    try:
        thread, worker = QThread(), Worker()
    finally:
        threading.settrace(before)
    worker.moveToThread(thread)
    worker.worked.connect(told.append)
    thread.started.connect(worker.work)  # at once, as ours do
    try:
        thread.start()
        for count in (1, 2):
            worker.asked.emit()
            qtbot.waitUntil(lambda count=count: len(told) == count + 1)  # type: ignore[misc]  # bound now
    finally:
        thread.quit()
        assert thread.wait(60_000)
    assert calls.count(("work", told[0])) == 3
