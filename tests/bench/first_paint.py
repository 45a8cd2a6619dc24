"""Print when something was first painted: `first_paint.py ours|bare`. A process of its own for `bench_window`.

The time, in seconds since the epoch, of the first frame, which shows the whole window. Qt is imported late here, so
that LedgerDrop starts as it does for users.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from PySide6.QtCore import QObject

    from ledgerdrop.app import App


def first_paint() -> QObject:
    """Return a filter that looks at all events until a main window has been painted; then it ends the process."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
                QTimer.singleShot(0, self.tell_and_end)  # when the whole frame has been painted
            return False

        def tell_and_end(self) -> None:
            sys.stdout.write(f"{time.time()}\n")
            sys.stdout.flush()
            QApplication.exit(0)

    return FirstPaint()


def bare() -> int:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    application = QApplication([])
    watch = first_paint()
    application.installEventFilter(watch)
    window = QMainWindow()
    table = QTableView(window)
    table.setModel(QStringListModel([str(number) for number in range(100)], table))
    window.setCentralWidget(table)
    window.resize(1120, 720)
    window.show()
    return application.exec()


def ours() -> int:
    from ledgerdrop import start

    import_app = start.import_app

    def watched_app() -> ModuleType:
        app = import_app()
        show, watch = app.App.open, first_paint()

        def watched(self: App, paths: Sequence[Path]) -> None:
            self.window.installEventFilter(watch)
            show(self, paths)

        app.App.open = watched
        return app

    start.import_app = watched_app
    return start.main([])


if __name__ == "__main__":
    sys.exit(ours() if sys.argv[1] == "ours" else bare())
