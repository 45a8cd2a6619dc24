"""Test what the application does for the whole program."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ledgerdrop.ui.application import GarbageCollector


class Circle(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_garbage_is_collected_on_the_windows_thread_alone(qtbot: QtBot) -> None:
    gc.enable()
    before = gc.get_freeze_count()
    collector = GarbageCollector()
    threads: list[int] = []
    weakref.finalize(Circle(), lambda: threads.append(threading.get_ident()))
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([number] for number in range(100_000)))
    worker.start()
    worker.join()
    assert threads == []
    qtbot.waitUntil(lambda: threads == [threading.get_ident()])
    assert gc.get_freeze_count() > before  # what was there is not looked through again
    gc.unfreeze()
    del collector
