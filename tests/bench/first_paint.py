"""Print when something was first painted: `first_paint.py ours|bare`. A process of its own for `bench_window`.

The time, in seconds since the epoch, of the first frame, which shows the whole window.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class FirstPaint(QObject):
    """Looks at all events until a main window has been painted; then the process ends."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, self.tell_and_end)  # when the whole frame has been painted
        return False

    def tell_and_end(self) -> None:
        sys.stdout.write(f"{time.time()}\n")
        sys.stdout.flush()
        QApplication.exit(0)


def bare() -> int:
    application = QApplication([])
    watch = FirstPaint()
    application.installEventFilter(watch)
    window = QMainWindow()
    table = QTableView(window)
    table.setModel(QStringListModel([str(number) for number in range(100)], table))
    window.setCentralWidget(table)
    window.resize(1120, 720)
    window.show()
    return application.exec()


def ours() -> int:
    from ledgerdrop import app, start

    watch = FirstPaint()
    set_up = app.set_up

    def watched(application: QApplication) -> None:
        application.installEventFilter(watch)
        set_up(application)

    app.set_up = watched
    return start.main([])


if __name__ == "__main__":
    sys.exit(ours() if sys.argv[1] == "ours" else bare())
