"""Show on the taskbar how far all files have got, for while the window is behind others."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ledgerdrop.model.transfers import Summary
from ledgerdrop.system.taskbar import Mood, Share, Taskbar
from ledgerdrop.transfer.queue import TransferQueue


class Display(Protocol):
    """Shows a share; both methods return at once."""

    def show(self, share: Share | None) -> None:
        """Show that from now on; None for nothing."""

    def close(self) -> None:
        """Show nothing any more."""


class IconProgress(QObject):
    """Shows what the user has sent and is not there yet.

    When it ended while nobody looked, and some of it needs the user, the button says so until they look.
    """

    def __init__(self, queue: TransferQueue, window: QWidget, display: Display | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._display = display
        self._summary = queue.summary()
        self._shown: Share | None = None
        self._unseen = False
        queue.summed_up.connect(self._on_summary)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_look)

    def close(self) -> None:
        """Show nothing any more."""
        if self._display is not None:
            self._display.close()

    def _on_summary(self, summary: Summary) -> None:
        before, self._summary = self._summary, summary
        if before.under_way and not summary.under_way:
            self._unseen = summary.attention > 0 and QApplication.activeWindow() is None
        self._show()

    def _on_look(self, window: QWindow | None) -> None:
        if self._unseen and window is not None:
            self._unseen = False
            self._show()

    def _show(self) -> None:
        share = share_of(self._summary, unseen=self._unseen)
        if share != self._shown:
            self._shown = share
            if self._display is None:  # not before there is something to show: until then the window has no handle
                self._display = Taskbar(int(self._window.winId()))
            self._display.show(share)


def share_of(summary: Summary, *, unseen: bool) -> Share | None:
    """Return what the button shows; `unseen` is an end that needs the user."""
    if summary.sent:
        done = summary.bytes_done * 1000 // summary.bytes_total if summary.bytes_total else 0
        held = summary.paused or summary.offline or not summary.under_way
        return Share(min(done, 1000), Mood.HELD if held else Mood.GOING)
    return Share(1000, Mood.TROUBLE) if unseen else None
