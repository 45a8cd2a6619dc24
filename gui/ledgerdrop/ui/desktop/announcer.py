"""Say what a screen reader says by itself: files were added, need the user, are done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ledgerdrop.model.transfers import Summary
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.footer import Footer
from ledgerdrop.ui.widgets.labels import say_aloud

_QUIET_MS: Final = 1000  # said when no more have come for so long, not once a file


class Announcer(QObject):
    """Says what the footer shows, when it matters. Made after the window is connected, so the footer is ahead."""

    def __init__(self, queue: TransferQueue, footer: Footer, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._footer = footer
        self._summary = queue.summary()
        self._added = 0  # and not said yet
        window.installEventFilter(self)
        self._attention = QTimer(self)
        self._attention.setSingleShot(True)
        self._attention.setInterval(_QUIET_MS)
        self._attention.timeout.connect(self._say_attention)
        queue.added.connect(self._on_added)
        queue.summed_up.connect(self._on_summary)

    def say(self, text: str) -> None:
        """Have a screen reader say it."""
        say_aloud(self._window, text)

    def _on_added(self, ids: Sequence[int]) -> None:
        self._added += len(ids)
        if self._window.isActiveWindow():
            self._say_added()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self._added:
            self._say_added()
        return False

    def _say_added(self) -> None:
        """Say how many files were added; after a dialog of the system not before the window is in front again."""
        added, self._added = self._added, 0
        self.say(self.tr("%Ln file(s) added", None, added))

    def _on_summary(self, summary: Summary) -> None:
        before, self._summary = self._summary, summary
        attention = self._footer.attention.text() if summary.attention else ""
        if before.sent and not summary.sent:
            self._attention.stop()
            self.say(f"{self._footer.closing(summary)}. {attention}")
        elif before.importing and not summary.importing and summary.done:
            self.say(f"{self._footer.outcome(summary)}. {attention}")
        elif summary.attention > before.attention:
            self._attention.start()

    def _say_attention(self) -> None:
        if self._summary.attention:
            self.say(self._footer.attention.text())
