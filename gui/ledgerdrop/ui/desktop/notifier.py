"""Say what is seen of the program while its window is not in front: a number on its icon, and word when it is
done.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ledgerdrop.model.transfers import Notice, Summary
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.footer import Footer
from ledgerdrop.ui.text import wording

# Clear ends with one file after the other over some minutes: told together, and soon where one needs the user
SOON_MS: Final = 1_000
LATER_MS: Final = 30_000


class Notifier(QObject):
    """Tells that all is sent, what Clear took in and what it did not, or that an account needs the user.

    No file's name, which others might read.

    Made after the window is connected, so that the footer, whose words it takes, is ahead. The number on the icon is
    of files still to go (Windows: taskbar, macOS: Dock, Linux: docks that know Unity's interface; done by Qt).
    """

    notified = Signal(str, str)  # headline, text

    def __init__(self, queue: TransferQueue, footer: Footer, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._footer = footer
        self._summary = queue.summary()
        self._tray: QSystemTrayIcon | None = None
        self._ends = QTimer(self)
        self._ends.setSingleShot(True)
        self._ends.timeout.connect(self._tell_ends)
        queue.summed_up.connect(self._on_summary)
        queue.notice.connect(self._on_notice)

    def _on_summary(self, summary: Summary) -> None:
        before, self._summary = self._summary, summary
        if before.under_way != summary.under_way:
            self._number_icon(summary.under_way)
        for stop in summary.new_stops(before):
            words = wording.problem(stop.problem)
            self._notify(words.headline, words.advice)
        if before.sent and not summary.sent:
            attention = self._footer.attention.text() if summary.attention else ""
            self._notify(self._footer.closing(summary), attention)
        elif summary.importing < before.importing and summary.done:
            soon = summary.attention > before.attention or not summary.importing
            if not (self._ends.isActive() and self._ends.interval() == SOON_MS):
                self._ends.start(SOON_MS if soon else LATER_MS)

    def _on_notice(self, notice: Notice) -> None:
        if notice.unlisted:
            text = self.tr("The file is no longer in the list. Its receipt is in History.")
            self._notify(wording.import_end(notice.status), text)

    def _tell_ends(self) -> None:
        summary, footer = self._summary, self._footer
        parts = [footer.ending(summary)] if summary.importing else []
        parts += [footer.attention.text()] if summary.attention else []
        self._notify(footer.outcome(summary), "  ·  ".join(parts))

    def _number_icon(self, number: int) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setBadgeNumber(number)

    def _notify(self, headline: str, text: str) -> None:
        if QApplication.activeWindow() is not None:
            return  # the user sees it
        self.notified.emit(headline, text)
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
                self._tray.messageClicked.connect(self._to_front)
                self._tray.activated.connect(self._to_front)
            self._tray.show()
            self._tray.showMessage(headline, text, self._window.windowIcon())

    def _to_front(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        if self._tray is not None:
            self._tray.hide()
