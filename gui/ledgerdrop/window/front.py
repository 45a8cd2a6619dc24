"""The window's first frame, and the window itself from then on: it takes in the main window when that is built."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEventLoop, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QStyle, QVBoxLayout, QWidget

from ledgerdrop.window import theme
from ledgerdrop.window.theme import RADIUS, Role, Scheme, Space, Type

LEAST_SIZE: Final = QSize(760, 520)  # device-independent pixels
# How wide the parts of the window become, at the usual size of text: a file's name, what is happening to it and what
# can be done with it stay together also on a screen twice as wide. A window as wide as a common screen is all used.
WIDEST: Final = 1920
_LONGEST_WAIT: Final = 500  # milliseconds; a window that starts minimised is not painted at all
# In device-independent pixels, at the usual size of text
_MARK: Final = 30
_HEADER: Final = 88  # menu bar, and the main window's header below it
_STEPS: Final = 105  # below the field on the empty page


class Front(QWidget):
    """Shows the program's mark and the field to drop on until `take`; without words, for it does not know the user's
    language yet."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("LedgerDrop")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(1120, 720)
        self._main: QMainWindow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def wait_for_paint(self) -> None:
        """Return when the first frame is on the screen."""
        loop = QEventLoop()
        self.painted.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_LONGEST_WAIT, loop.quit)
        loop.exec()

    def take(self, main: QMainWindow) -> None:
        """Become the frame around the main window."""
        self._main = main
        self.setWindowTitle(main.windowTitle())
        main.windowTitleChanged.connect(self.setWindowTitle)
        wanted = main.focusWidget()
        self._column.addWidget(main)
        if wanted is not None:
            wanted.setFocus()  # Qt forgets it when a window becomes part of another one

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._main is None or self._main.close())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._main is not None:
            return
        colours = theme.wanted_scheme("system")
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours[Role.SURFACE])
        self._paint_mark(painter, colours)
        margin = Space.XL
        above, below = theme.scaled(_HEADER), theme.scaled(_STEPS)
        field = QRectF(self._middle()).adjusted(margin, above + margin, -margin, -below)
        paint_field(painter, field, colours, dragging=False)
        self.painted.emit()

    def _paint_mark(self, painter: QPainter, colours: Scheme) -> None:
        side = theme.scaled(_MARK)
        mark = QRectF(0, 0, side, side)
        middle = self._middle()
        mark.moveCenter(QPointF(middle.left() + Space.XL + side / 2, theme.scaled(_HEADER) - side / 2 - Space.L))
        name = QRectF(mark.right() + Space.M, mark.top(), middle.width(), mark.height())
        direction = self.layoutDirection()
        self.windowIcon().paint(painter, QStyle.visualRect(direction, self.rect(), mark.toRect()))
        painter.setFont(theme.font(None, Type.TITLE, strong=True))
        painter.setPen(colours[Role.TEXT])
        where = QStyle.visualRect(direction, self.rect(), name.toRect())
        painter.drawText(where, int(QStyle.visualAlignment(direction, _LEADING)), "LedgerDrop")

    def _middle(self) -> QRect:
        """What the parts of the main window will take of the width."""
        middle = QRect(0, 0, min(self.width(), theme.scaled(WIDEST)), self.height())
        middle.moveCenter(self.rect().center())
        return middle


_LEADING: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_field(painter: QPainter, where: QRectF, colours: Scheme, *, dragging: bool) -> None:
    """The dashed field that says where files are dropped."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colours[Role.ACCENT if dragging else Role.BORDER], 2 if dragging else 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(colours[Role.ACCENT_SOFT if dragging else Role.WINDOW])
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), RADIUS * 2, RADIUS * 2)
