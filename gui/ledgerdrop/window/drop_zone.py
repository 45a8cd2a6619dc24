"""Where files are dropped: a page that teaches while the list is empty, a slim band above it later."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ledgerdrop.window import icons, quantities, theme
from ledgerdrop.window.parts import Button, Picture, Words
from ledgerdrop.window.theme import RADIUS, Role, Space, Type


class EmptyPage(QScrollArea):
    """The first thing a newcomer sees: what to do, and what will happen."""

    browse_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("workspace")
        self.zone = _Zone(page)
        self.browse = Button(self.tr("Browse…"), "primary", parent=self.zone)
        self.browse.setAccessibleDescription(self.tr("Choose one or more files on this computer"))
        self.browse.clicked.connect(self.browse_wanted)
        self.samples = Button(self.tr("Try the sample files"), parent=self.zone)
        self.samples.setAccessibleDescription(
            self.tr("Adds example ledgers, some of them with mistakes, to practise on")
        )
        self.samples.clicked.connect(self.samples_wanted)
        self.samples.hide()

        buttons = QHBoxLayout()
        buttons.setSpacing(Space.M)
        buttons.addStretch(1)
        buttons.addWidget(self.browse)
        buttons.addWidget(self.samples)
        buttons.addStretch(1)
        inside = QVBoxLayout(self.zone)
        inside.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        inside.addStretch(3)
        inside.addWidget(
            Picture(icons.Shape.DROP, Role.ACCENT, 56, self.zone), alignment=Qt.AlignmentFlag.AlignHCenter
        )
        inside.addSpacing(Space.M)
        inside.addWidget(_centred(self.tr("Drop your ledgers here"), Type.DISPLAY, strong=True))
        inside.addSpacing(Space.XS)
        inside.addWidget(_centred(self.tr("CSV, Excel (xlsx, xls) and zip files, or whole folders"), role=Role.MUTED))
        inside.addSpacing(Space.L)
        inside.addLayout(buttons)
        inside.addStretch(4)

        steps = QHBoxLayout()
        steps.setSpacing(Space.XL)
        for number, (title, text) in enumerate(self._steps(), 1):
            steps.addLayout(_step(number, title, text), 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.XL)
        column.addWidget(self.zone, 1)
        column.addLayout(steps)
        self.setWidget(page)

    def offer_samples(self, offered: bool) -> None:
        """Whether the sample files are offered: only for practice."""
        self.samples.setVisible(offered)

    def invite(self, dragging: bool) -> None:
        """Show that files held over the window would be taken."""
        self.zone.invite(dragging)

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Drop"), self.tr("Every file is checked on this computer first. Nothing is sent yet.")),
            (self.tr("Look"), self.tr("If something is wrong, you read what it is and how to put it right.")),
            (self.tr("Send"), self.tr("Press Send. A file counts as uploaded once Clear has confirmed it.")),
        )


class _Zone(QWidget):
    """The dashed field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dragging = False

    def invite(self, dragging: bool) -> None:
        if dragging != self._dragging:
            self._dragging = dragging
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_field(QPainter(self), QRectF(self.rect()), self._dragging)


class DropVeil(QWidget):
    """Lies over the list while files are held above the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.addWidget(_centred(self.tr("Drop to add them to the list"), Type.DISPLAY, strong=True))
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.scheme()[Role.SURFACE])
        _paint_field(painter, QRectF(self.rect()).adjusted(Space.L, Space.L, -Space.L, -Space.L), dragging=True)


def _paint_field(painter: QPainter, where: QRectF, dragging: bool) -> None:
    colours = theme.scheme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colours[Role.ACCENT if dragging else Role.BORDER], 2 if dragging else 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(colours[Role.ACCENT_SOFT if dragging else Role.WINDOW])
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), RADIUS * 2, RADIUS * 2)


def _centred(text: str, size: Type = Type.BODY, *, strong: bool = False, role: Role = Role.TEXT) -> Words:
    words = Words(text, size, strong=strong, role=role, wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words


def _step(number: int, title: str, text: str) -> QHBoxLayout:
    figure = Words(quantities.number(number), Type.DISPLAY, strong=True, role=Role.ACCENT)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Words(title, strong=True))
    words.addWidget(Words(text, role=Role.MUTED, wrap=True))
    words.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    row.addWidget(figure, alignment=Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
