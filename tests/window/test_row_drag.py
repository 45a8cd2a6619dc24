"""Rows are dragged to another place in the order of sending; files from elsewhere are still dropped as files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.states import Scene, entry

from ledgerdrop.window.arranging import place_at
from ledgerdrop.window.file_list import FileList
from ledgerdrop.window.file_model import Column
from ledgerdrop.workers.entries import State

ROOT = Path(__file__).parents[2]
ORDER = [1, 2, 3, 4, 5]
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("gap", "chosen", "shown", "place"),
    [
        (0, [4], ORDER, 0),
        (5, [2], ORDER, 5),
        (3, [1], ORDER, 3),
        (2, [5, 1], ORDER, 2),
        (1, [1], ORDER, None),
        (0, [1], ORDER, None),
        (2, [2, 3], ORDER, None),
        (5, [4, 5], ORDER, None),
        (0, [1, 3], ORDER, 1),
        (0, [5], [2, 5], 1),
        (2, [2], [2, 5], 5),
        (2, [1], [1, 3], 3),
        (0, [], ORDER, None),
        (0, [9], ORDER, None),
    ],
)
def test_where_dropped_rows_go(gap: int, chosen: list[int], shown: list[int], place: int | None) -> None:
    assert place_at(gap, chosen, shown, ORDER) == place


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs a display without a screen, as on Linux")
def test_with_a_mouse_on_a_display() -> None:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as display:
        assert display.stdout is not None
        try:
            environment = {
                **os.environ,
                "DISPLAY": f":{display.stdout.readline().strip()}",
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONPATH": os.pathsep.join((str(ROOT / "gui"), str(ROOT))),
            }
            call = [sys.executable, "-m", "tests.window.real_drag"]
            done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
        finally:
            display.terminate()
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "first behind fifth": [["move", "[1]", "5"]],
        "two before tenth": [["move", "[2, 8]", "9"]],
        "hardly moved": [],
        "out of the list": [],
        "sorted": [],
        "said": ["The list is sorted. To drag files to another place, choose View, Sort by, The order of sending."],
        "files from outside": [["add", str(Path("/books/from outside.csv"))]],
    }


def held(files: FileList, chosen: list[int]) -> QMimeData:
    """What is dragged, as if the mouse had begun to; this platform has no drags of its own."""
    files.select_files(chosen)
    files._drag._ids = files.selected_ids()
    mime = QMimeData()
    mime.setData("application/x-ledgerdrop-rows", b"\0")
    return mime


def enter(target: QWidget, place: QPoint, mime: QMimeData) -> bool:
    """Whether it is taken there."""
    event = QDragEnterEvent(place, COPY | MOVE, mime, LEFT, NO_KEY)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def below(files: FileList, row: int) -> QPoint:
    """Just above the lower end of that row."""
    rect = files.visualRect(files.filter.index(row, Column.NAME))
    return QPoint(rect.center().x(), rect.bottom() - 3)


def test_the_line_shows_where_rows_would_go_and_leaves_with_them(show: Callable[[Scene], Scene]) -> None:
    scene = show(states.ready())
    files = scene.window.workspace.list
    mime, viewport, line = held(files, [1]), files.viewport(), files._drag._line
    assert enter(viewport, below(files, 2), mime)
    assert line.isVisible()
    assert abs(line.y() + 2 - files.visualRect(files.filter.index(3, 0)).top()) <= 1
    QApplication.sendEvent(viewport, QDragLeaveEvent())
    assert not line.isVisible()
    enter(viewport, below(files, 3), mime)
    QApplication.sendEvent(viewport, QDragMoveEvent(below(files, 4), MOVE, mime, LEFT, NO_KEY))
    assert line.isVisible()
    QApplication.sendEvent(viewport, QDropEvent(QPointF(below(files, 4)), MOVE, mime, LEFT, NO_KEY))
    assert not line.isVisible()
    assert scene.queue.asked == [("move", [1], 5)]


def test_the_window_takes_no_rows_and_the_list_no_files(show: Callable[[Scene], Scene]) -> None:
    scene = show(states.ready())
    files = scene.window.workspace.list
    assert not enter(scene.window, QPoint(100, 20), held(files, [1]))
    assert not scene.window.workspace.veil.isVisible()
    outside = QMimeData()
    outside.setUrls([QUrl.fromLocalFile("/books/a.csv")])
    event = QDragEnterEvent(below(files, 2), COPY, outside, LEFT, NO_KEY)
    assert files._drag.eventFilter(files.viewport(), event)
    assert not event.isAccepted()
    assert enter(files.viewport(), below(files, 2), outside)  # the window behind takes them
    assert scene.window.workspace.veil.isVisible()


def test_near_its_ends_a_list_of_10000_scrolls_by_itself(qtbot: QtBot, show: Callable[[Scene], Scene]) -> None:
    scene = show(states.set_scene())
    scene.queue.put([entry(n, f"branch {n}.csv", State.READY) for n in range(1, 10_001)])
    files = scene.window.workspace.list
    mime, viewport = held(files, [1]), files.viewport()
    low = QPoint(50, viewport.height() - 2)
    enter(viewport, low, mime)
    qtbot.waitUntil(lambda: files.verticalScrollBar().value() > 500)
    gap = files._drag._gap()
    QApplication.sendEvent(viewport, QDropEvent(QPointF(low), MOVE, mime, LEFT, NO_KEY))
    assert gap > 10
    assert scene.queue.asked == [("move", [1], gap)]
    assert not files._drag._scrolling.isActive()
