"""A window with room for few lines, as with large text, still shows some files: what is around them gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ledgerdrop.window.main_window import MainWindow

_LINES: Final = 24  # of text; a window with fewer is low
_CHANGES: Final = frozenset({QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange})
_COMES_AND_GOES: Final = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class LowWindow(QObject):
    """Tells the parts of the window whether it is low. Messages are cut short only above a list."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._banner = window, window.banner
        self._low = False
        window.installEventFilter(self)
        self._banner.installEventFilter(self)
        window.pages.currentChanged.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Neither holds of a window that is being destroyed, which is another object for Python by then.
        changes = watched is self._window and event.type() in _CHANGES
        if changes or (watched is self._banner and event.type() in _COMES_AND_GOES):
            self._look()
        return False

    def _look(self) -> None:
        window = self._window
        low = window.height() < _LINES * QFontMetrics(QApplication.font()).height()
        if low != self._low:
            self._low = low
            for part in (window.header, window.workspace, window.footer):
                part.make_low(low)
        short = low and window.pages.currentWidget() is window.workspace
        self._banner.shorten(short)
        window.updates.shorten(short, waits=short and not self._banner.isHidden())
