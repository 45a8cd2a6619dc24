"""Rows of the list are dragged with the mouse to another place in the order of sending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMargins, QMimeData, QObject, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QDropEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ledgerdrop.window import theme
from ledgerdrop.window.arranging import place_at
from ledgerdrop.window.theme import Role, Space

if TYPE_CHECKING:
    from ledgerdrop.window.file_list import FileList

_ROWS: Final = "application/x-ledgerdrop-rows"
_EDGE: Final = 32  # pixels from the upper and lower end of the list within which it scrolls
_SCROLL_MS: Final = 30


def are_rows(mime: QMimeData) -> bool:
    """Whether it is rows of the list that are dragged, which are nothing to send."""
    return bool(mime.hasFormat(_ROWS))


class RowDrag(QObject):
    """Has the list move its selected rows. Everything else that is dragged over the list is left to the window.

    `moved` with the files and the place in the queue before which they go; `refused` where the list is sorted, so
    that no place in it would mean anything.
    """

    moved = Signal(object, int)  # list[int], place
    refused = Signal()

    def __init__(self, rows: FileList) -> None:
        super().__init__(rows)
        self._rows = rows
        self._ids: list[int] = []
        self._held: QPoint | None = None
        self._at = QPoint()
        self._line = _Line(rows.viewport())
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        rows.viewport().setAcceptDrops(True)
        rows.viewport().installEventFilter(self)

    def take_hold(self, press: QMouseEvent) -> None:
        """The mouse was pressed on the list, which is about to select what lies there."""
        at = press.position().toPoint()
        on_row = press.button() is Qt.MouseButton.LeftButton and self._rows.indexAt(at).isValid()
        self._held = at if on_row else None

    def goes_on(self, move: QMouseEvent) -> bool:
        """Whether this move of the mouse belongs to a drag. Returns after the drop, if it begins one.

        The view's own drags would ask the model for the flags of every row, whenever it lays them out.
        """
        if self._held is None or not move.buttons() & Qt.MouseButton.LeftButton:
            return False
        if (move.position().toPoint() - self._held).manhattanLength() >= QApplication.startDragDistance():
            self._held = None
            self._drag()
        return True

    def _drag(self) -> None:
        """Drag the selected rows, until they are let go."""
        if self._rows.filter.sortColumn() >= 0:
            self.refused.emit()
            return
        self._ids = self._rows.selected_ids()
        mime = QMimeData()
        mime.setData(_ROWS, b"\0")
        drag = QDrag(self._rows)
        drag.setMimeData(mime)
        drag.setPixmap(self._label(self.tr("%Ln file(s)", None, len(self._ids))))
        drag.exec(Qt.DropAction.MoveAction)
        self._ids = []
        self._leave()

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._leave()
        if not isinstance(event, QDropEvent):
            return False
        if not are_rows(event.mimeData()):
            event.ignore()  # the widgets behind are asked, and so the window
            return True
        self._at = event.position().toPoint()
        if event.type() is QEvent.Type.Drop:
            self._drop()
        else:
            self._show()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return True

    def _drop(self) -> None:
        gap = self._gap()
        self._leave()
        place = place_at(gap, self._ids, self._rows.shown_ids(), self._rows.all_ids())
        if place is not None:
            self.moved.emit(self._ids, place)

    def _show(self) -> None:
        height = self._rows.viewport().height()
        if min(self._at.y(), height - self._at.y()) < _EDGE:
            self._scrolling.start()
        else:
            self._scrolling.stop()
        self._line.show_at(self._y_of(self._gap()))

    def _leave(self) -> None:
        self._scrolling.stop()
        self._line.hide()

    def _scroll(self) -> None:
        bar, height = self._rows.verticalScrollBar(), self._rows.viewport().height()
        step = _EDGE - min(self._at.y(), height - self._at.y())  # the nearer to the end, the faster
        bar.setValue(bar.value() + (step if self._at.y() > height // 2 else -step))
        self._line.show_at(self._y_of(self._gap()))

    def _gap(self) -> int:
        """The row before which the rows would go; the number of rows for behind the last."""
        index = self._rows.indexAt(self._at)
        if not index.isValid():
            return self._rows.filter.rowCount()
        return index.row() + (self._at.y() > self._rows.visualRect(index).center().y())

    def _y_of(self, gap: int) -> int:
        if gap < self._rows.filter.rowCount():
            return self._rows.visualRect(self._rows.filter.index(gap, 0)).top()
        return self._rows.visualRect(self._rows.filter.index(gap - 1, 0)).bottom()

    def _label(self, text: str) -> QPixmap:
        font, ratio = theme.font(None, strong=True), self._rows.devicePixelRatioF()
        metrics = QFontMetrics(font)
        size = metrics.size(0, text).grownBy(QMargins(Space.M, Space.XS, Space.M, Space.XS))
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.scheme()[Role.ACCENT])
        where = QRectF(QPointF(), QSizeF(size))
        painter.drawRoundedRect(where, theme.RADIUS, theme.RADIUS)
        painter.setFont(font)
        painter.setPen(theme.scheme()[Role.ON_ACCENT])
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture


class _Line(QWidget):
    """Between two rows: there they would go."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Move it to that height of the viewport."""
        self.setGeometry(0, max(y - 2, 0), self._viewport.width(), 4)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.scheme()[Role.ACCENT])
