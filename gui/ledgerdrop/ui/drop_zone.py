"""Show where files are dropped: a page that teaches while the list is empty, a veil over the list later.

The window itself takes the drop (`MainWindow.dropEvent`).
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ledgerdrop.ui.text import formatting
from ledgerdrop.ui.text.language import on_language_change
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import RADIUS, Role, Scheme, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import Picture


class EmptyPage(QScrollArea):
    """Shows a newcomer what to do first, and what will happen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("workspace")
        self.zone = _Zone(page)
        self.browse = Button("", "primary", parent=self.zone)
        self.samples = Button("", parent=self.zone)
        self.samples.hide()

        self._invitation = _centred(Type.DISPLAY, strong=True)
        self._kinds = _centred(role=Role.MUTED)
        self._steps = tuple(_Step(number) for number in (1, 2, 3))

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
        inside.addWidget(self._invitation)
        inside.addSpacing(Space.XS)
        inside.addWidget(self._kinds)
        inside.addSpacing(Space.L)
        inside.addLayout(buttons)
        inside.addStretch(4)

        steps = QHBoxLayout()
        steps.setSpacing(Space.XL)
        for step in self._steps:
            steps.addWidget(step, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.XL)
        column.addWidget(self.zone, 1)
        column.addLayout(steps)
        self.setWidget(page)
        on_language_change(self, self.retranslate_ui)

    def offer_samples(self, offered: bool) -> None:
        """Show or hide the offer of sample files, which are only for practice."""
        self.samples.setVisible(offered)

    def invite(self, dragging: bool) -> None:
        """Show that files held over the window would be accepted."""
        self.zone.invite(dragging)

    def retranslate_ui(self) -> None:
        self._invitation.setText(self.tr("Drop your ledgers here"))
        self._kinds.setText(self.tr("CSV, Excel (xlsx, xls) and zip files, or whole folders"))
        self.browse.setText(self.tr("Browse…"))
        self.browse.setAccessibleDescription(self.tr("Choose one or more files on this computer"))
        self.samples.setText(self.tr("Try the sample files"))
        self.samples.setAccessibleDescription(self.tr("Adds example ledgers to practise with, some with mistakes"))
        drop, look, send = self._steps
        drop.say(self.tr("Drop"), self.tr("Every file is first checked on this computer. Nothing is sent yet."))
        look.say(
            self.tr("Review"), self.tr("If something is wrong, LedgerDrop tells you what it is and how to fix it.")
        )
        send.say(self.tr("Send"), self.tr("Press Send. A file counts as uploaded once Clear has confirmed it."))


class _Zone(QWidget):
    """Paints the dashed field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dragging = False

    def invite(self, dragging: bool) -> None:
        if dragging != self._dragging:
            self._dragging = dragging
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_field(QPainter(self), QRectF(self.rect()), theme.scheme(), dragging=self._dragging)


class DropVeil(QWidget):
    """Covers the list while files are held above the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        self._words = _centred(Type.DISPLAY, strong=True)
        column.addWidget(self._words)
        self.hide()
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self._words.setText(self.tr("Drop to add them to the list"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.scheme()
        painter.fillRect(self.rect(), colours[Role.SURFACE])
        field = QRectF(self.rect()).adjusted(Space.L, Space.L, -Space.L, -Space.L)
        _paint_field(painter, field, colours, dragging=True)


def _paint_field(painter: QPainter, where: QRectF, colours: Scheme, *, dragging: bool) -> None:
    """Paint the dashed field on which files are dropped."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colours[Role.ACCENT if dragging else Role.BORDER], 2 if dragging else 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(colours[Role.ACCENT_SOFT if dragging else Role.WINDOW])
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), RADIUS * 2, RADIUS * 2)


def _centred(size: Type = Type.BODY, *, strong: bool = False, role: Role = Role.TEXT) -> Label:
    words = Label("", size, strong=strong, role=role, wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words


class _Step(QWidget):
    """Shows one of three steps: what happens first, second, third."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._figure = Label("", Type.DISPLAY, strong=True, role=Role.ACCENT)
        self._title = Label("", strong=True)
        self._text = Label("", role=Role.MUTED, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._figure, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, title: str, text: str) -> None:
        """Set the step's name and explanation."""
        self._figure.setText(formatting.number(self._number))
        self._title.setText(title)
        self._text.setText(text)
