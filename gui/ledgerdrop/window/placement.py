"""Keep where the window stood, how wide its columns were and how the list was sorted; and keep it on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from ledgerdrop.services.settings import Settings, SortBy
from ledgerdrop.window.file_list import FileList
from ledgerdrop.window.file_model import Column

if TYPE_CHECKING:
    from ledgerdrop.workers.keeper import AccountKeeper

_COLUMNS: Final = {
    SortBy.SENDING: -1,
    SortBy.NAME: Column.NAME,
    SortBy.SIZE: Column.SIZE,
    SortBy.STATUS: Column.STATUS,
}
# Device-independent pixels
LEAST_SIZE: Final = QSize(760, 520)
USUAL_SIZE: Final = QSize(1120, 720)
_TITLE_BAR: Final = QMargins(2, 36, 2, 2)  # until the system has drawn one, and its size is known


def fitted(wanted: QRect, available: QRect, frame: QMargins) -> QRect:
    """Return the place nearest to `wanted` where a window and the `frame` around it lie within what is available."""
    room = available.marginsRemoved(frame)
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(wanted.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


class Placement(QObject):
    """Places the window where it was as soon as the settings are loaded, and has that kept when it is closed.

    The window lies within the screen's available area at its first showing, when it is restored, and when it is moved
    to a smaller screen; on a screen too small for `LEAST_SIZE` it may be smaller than that.
    """

    def __init__(self, keeper: AccountKeeper, files: FileList, window: QMainWindow) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._files = files
        self._window = window
        self._settings: Settings | None = None
        self._placed = QSize()  # the size that was given here, as long as nobody has chosen another
        keeper.loaded.connect(self._on_loaded)
        keeper.saved.connect(self._on_saved)
        self._bound()
        window.resize(USUAL_SIZE.boundedTo(window.screen().availableGeometry().marginsRemoved(self._frame()).size()))
        self._placed = window.size()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Show and not event.spontaneous():
            if (handle := self._window.windowHandle()) is not None:
                handle.screenChanged.connect(self._on_screen, Qt.ConnectionType.UniqueConnection)
            QTimer.singleShot(0, self._check)  # the frame is there then
        return False

    def keep(self) -> None:
        """Have it kept as it is now; not at every move, for what the keeper is asked for ends a connection's test."""
        if self._settings is None:
            return
        placement = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        column, order = self._files.filter.sortColumn(), self._files.filter.sortOrder()
        now = replace(
            self._settings,
            placement=placement,
            name_width=self._files.name_width,
            sort_by=next((kept for kept, known in _COLUMNS.items() if known == column), SortBy.SENDING),
            descending=order is Qt.SortOrder.DescendingOrder,
        )
        if now != self._settings:
            self._settings = now
            self._keeper.prefer(now)

    def _frame(self) -> QMargins:
        """Return the width of the window's frame on each side."""
        outer, inner = self._window.frameGeometry(), self._window.geometry()
        if outer == inner:
            return _TITLE_BAR
        return QMargins(
            inner.left() - outer.left(),
            inner.top() - outer.top(),
            outer.right() - inner.right(),
            outer.bottom() - inner.bottom(),
        )

    def _bound(self) -> None:
        room = self._window.screen().availableGeometry().marginsRemoved(self._frame())
        self._window.setMinimumSize(LEAST_SIZE.boundedTo(room.size()))

    def _check(self) -> None:
        """Move the window into the screen, unless somebody has given it another size meanwhile."""
        if self._window.size() != self._placed:
            return
        self._bound()
        available, frame = self._window.screen().availableGeometry(), self._frame()
        now = self._window.geometry()
        if self._free() and (there := fitted(now, available, frame)) != now:
            self._window.setGeometry(there)
            self._placed = there.size()

    def _free(self) -> bool:
        return not self._window.isMaximized() and not self._window.isFullScreen()

    def _on_screen(self) -> None:
        self._bound()
        room = self._window.screen().availableGeometry().marginsRemoved(self._frame())
        if self._free():
            self._window.resize(self._window.size().boundedTo(room.size()))

    def _on_loaded(self, settings: Settings) -> None:
        self._settings = settings
        kept = QByteArray.fromBase64(settings.placement.encode("ascii", "replace"))
        if self._window.restoreGeometry(kept):
            self._placed = self._window.size()
            self._check()
        self._files.restore_width(settings.name_width)
        self._files.sort_by(_COLUMNS[settings.sort_by], descending=settings.descending)

    def _on_saved(self, settings: Settings) -> None:
        self._settings = settings
