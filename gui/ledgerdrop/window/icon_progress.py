"""How far all files have got, to be seen on the program's icon while its window is behind others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ledgerdrop.services.taskbar import Mood, Share, Taskbar
from ledgerdrop.window.theme import LIGHT, Role
from ledgerdrop.workers.entries import Totals

if TYPE_CHECKING:
    from ledgerdrop.workers.queue import TransferQueue

_SIDE: Final = 256  # pixels of the Dock's icon
_COLOURS: Final = {Mood.GOING: Role.ACCENT, Mood.HELD: Role.WARN, Mood.TROUBLE: Role.BAD}


class Display(Protocol):
    """Where it is shown; both return at once."""

    def show(self, share: Share | None) -> None:
        """Show that from now on; None for nothing."""

    def close(self) -> None:
        """Show nothing any more."""


class IconProgress(QObject):
    """What the user has sent and is not there yet. When it ended while nobody looked, and some of it needs the user,
    the icon says so until they look.
    """

    def __init__(self, queue: TransferQueue, window: QWidget, display: Display | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._display = display
        self._totals = queue.totals()
        self._shown: Share | None = None
        self._unseen = False
        queue.totals_changed.connect(self._on_totals)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_look)

    def close(self) -> None:
        """Show nothing any more."""
        if self._display is not None:
            self._display.close()

    def _on_totals(self, totals: Totals) -> None:
        before, self._totals = self._totals, totals
        if before.under_way and not totals.under_way:
            self._unseen = totals.attention > 0 and QApplication.activeWindow() is None
        self._show()

    def _on_look(self, window: QWindow | None) -> None:
        if self._unseen and window is not None:
            self._unseen = False
            self._show()

    def _show(self) -> None:
        share = share_of(self._totals, unseen=self._unseen)
        if share != self._shown:
            self._shown = share
            if self._display is None:  # not before there is something to show: until then the window has no handle
                frame = self._window.window()
                self._display = Dock(frame) if sys.platform == "darwin" else Taskbar(int(frame.winId()))
            self._display.show(share)


def share_of(totals: Totals, *, unseen: bool) -> Share | None:
    """What the icon shows; `unseen` is an end that needs the user."""
    if totals.sending or totals.waiting:
        done = totals.bytes_done * 1000 // totals.bytes_total if totals.bytes_total else 0
        held = totals.paused or totals.offline or not totals.under_way
        return Share(min(done, 1000), Mood.HELD if held else Mood.GOING)
    return Share(1000, Mood.TROUBLE) if unseen else None


class Dock:
    """macOS: the application's icon is the one on the Dock, so the bar is painted on it.

    That is all that AppKit offers as well: NSDockTile has a number, and a picture of the program's own.
    """

    def __init__(self, window: QWidget) -> None:
        self._plain = QApplication.windowIcon()
        self._percent: Share | None = None
        window.setWindowIcon(self._plain)  # the window keeps the one without a bar

    def show(self, share: Share | None) -> None:
        """Paint it, in steps of a per cent."""
        coarse = None if share is None else Share(share.permille // 10 * 10, share.mood)
        if coarse != self._percent:
            self._percent = coarse
            QApplication.setWindowIcon(self._plain if coarse is None else with_bar(self._plain, coarse))

    def close(self) -> None:
        """Paint the plain icon."""
        self.show(None)


def with_bar(plain: QIcon, share: Share) -> QIcon:
    """The icon with a bar near its lower edge."""
    drawn = QPixmap(_SIDE, _SIDE)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plain.paint(painter, drawn.rect())
    painter.setPen(Qt.PenStyle.NoPen)
    track = QRectF(_SIDE * 0.1, _SIDE * 0.78, _SIDE * 0.8, _SIDE * 0.12)
    done = QRectF(track.left(), track.top(), track.width() * share.permille / 1000, track.height())
    frame = track.adjusted(-4, -4, 4, 4)
    for role, bar in ((Role.TEXT, frame), (Role.SURFACE, track), (_COLOURS[share.mood], done)):
        painter.setBrush(LIGHT[role])
        painter.drawRoundedRect(bar, 8, 8)
    painter.end()
    return QIcon(drawn)
