"""Drags rows of the list with a mouse, on the display in DISPLAY, where the system's own drag and drop is at work.

Prints, as JSON, what the queue was asked for, drag by drag. Run: python -m tests.window.real_drag
"""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.screens import states

from ledgerdrop.window import stylesheet
from ledgerdrop.window.file_model import Column

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """A mouse in a window. A drag keeps the program in a loop of its own, so timers make the rest of the way."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._way: list[QPoint] = []

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, move, let go."""
        QTest.mousePress(self._window.windowHandle(), LEFT, NO_KEY, start)
        self._way = [*(start + (end - start) * n / 12 for n in range(1, 13)), end, end]
        self._go_on()
        while self._way:
            QTest.qWait(10)
        QTest.qWait(50)

    def _go_on(self) -> None:
        place = self._way.pop(0)
        if self._way:
            QTimer.singleShot(15, self._go_on)  # each a timer of its own: one that began a drag is busy until its end
            QTest.mouseMove(self._window.windowHandle(), place)
        else:
            QTest.mouseRelease(self._window.windowHandle(), LEFT, NO_KEY, place)


class Files(QLabel):
    """A place from which files are dragged, as from a file manager."""

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        QTimer.singleShot(60, self._begin)  # once the hand moves

    def _begin(self) -> None:
        drag, mime = QDrag(self), QMimeData()
        mime.setUrls([QUrl.fromLocalFile("/books/from outside.csv")])
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    """Show twelve files, and drag."""
    app = QApplication([])
    stylesheet.dress(app, "light")
    scene = states.ready()
    window, files, asked = scene.window, scene.window.workspace.list, scene.queue.asked
    window.resize(1120, 860)  # with all rows in view
    window.show()
    QTest.qWaitForWindowExposed(window)
    hand = Hand(window)

    def middle(row: int, down: int = 0) -> QPoint:
        place = files.visualRect(files.filter.index(row, Column.NAME)).center() + QPoint(0, down)
        return files.viewport().mapTo(window, place)

    found: dict[str, list[object]] = {}

    def note(what: str) -> None:
        found[what] = [[str(part) for part in one] for one in asked]
        asked.clear()

    hand.drag(middle(0), middle(4, 15))
    note("first behind fifth")
    files.select_files([2, 8])
    hand.drag(middle(7), middle(9, -15))  # far from the last click, else it is a double one
    note("two before tenth")
    hand.drag(middle(3), middle(3, 15))
    note("hardly moved")
    hand.drag(middle(2), window.header.mapTo(window, window.header.rect().center()))
    note("out of the list")
    files.sort_by(Column.NAME)
    hand.drag(middle(0), middle(4, 15))
    note("sorted")
    found["said"] = [window.banner.words.text()]
    files.sort_by(-1)
    outside = Files("files", window.header)
    outside.setGeometry(200, 5, 60, 20)
    outside.show()
    hand.drag(outside.mapTo(window, QPoint(10, 10)), middle(3))
    asked[:] = [(name, *map(str, paths)) for name, paths, _account in asked]
    note("files from outside")
    print(json.dumps(found), flush=True)  # noqa: T201
    scene.queue.clear()
    window.close()


if __name__ == "__main__":
    main()
