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
from ledgerdrop.ui.theme.theme import RADIUS, Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import Picture, arranged

_MARGINS = (Space.XL, Space.XL, Space.XL, Space.XL)


class EmptyPage(QScrollArea):
    """Shows a newcomer what to do first, and what will happen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("workspace")
        self.zone = DropField(page)
        self.browse = Button("", "primary", parent=self.zone)
        self.samples = Button("", parent=self.zone)
        self.samples.hide()  # the window shows it for practice

        self._invitation = _centred(Type.DISPLAY, strong=True)
        self._kinds = _centred(role=Role.MUTED)
        self._steps = tuple(_Step(number) for number in (1, 2, 3))

        picture = Picture(icons.Shape.DROP, Role.ACCENT, 56, self.zone)
        buttons = arranged(QHBoxLayout(), self.browse, self.samples)
        inside = QVBoxLayout(self.zone)
        inside.addStretch(3)
        parts = (picture, Space.L, self._invitation, Space.S, self._kinds, Space.XL, buttons)
        arranged(inside, *parts, gap=0, margins=_MARGINS)
        inside.setAlignment(picture, Qt.AlignmentFlag.AlignHCenter)
        inside.setAlignment(buttons, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(4)

        steps = arranged(QHBoxLayout(), *self._steps, gap=Space.XL)
        for step in self._steps:
            steps.setStretchFactor(step, 1)
        arranged(QVBoxLayout(page), self.zone, steps, gap=Space.XL, margins=_MARGINS, stretch=self.zone)
        self.setWidget(page)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self._invitation.setText(self.tr("Drop your ledgers here"))
        self._kinds.setText(self.tr("CSV, Excel (xlsx, xls) and zip files, or whole folders"))
        self.browse.set_words(self.tr("Browse…"), self.tr("Choose one or more files on this computer"))
        samples = self.tr("Adds example ledgers to practise with, some with mistakes")
        self.samples.set_words(self.tr("Try the sample files"), samples)
        drop, look, send = self._steps
        drop.say(self.tr("Drop"), self.tr("Every file is first checked on this computer. Nothing is sent yet."))
        review = self.tr("If something is wrong, LedgerDrop tells you what it is and how to fix it.")
        look.say(self.tr("Review"), review)
        send.say(self.tr("Send"), self.tr("Press Send. A file counts as uploaded once Clear has confirmed it."))


class DropField(QWidget):
    """Paints the dashed field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dragging = False

    def invite(self, dragging: bool) -> None:
        """Show that files held over the window would be accepted."""
        self._dragging = dragging
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_field(QPainter(self), self.rect().toRectF(), dragging=self._dragging)


class DropVeil(QWidget):
    """Covers the list while files are held above the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = _centred(Type.DISPLAY, strong=True)
        QVBoxLayout(self).addWidget(self._words)
        self.hide()
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self._words.setText(self.tr("Drop to add them to the list"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.scheme()[Role.SURFACE])
        _paint_field(painter, self.rect().toRectF().adjusted(Space.L, Space.L, -Space.L, -Space.L), dragging=True)


def _paint_field(painter: QPainter, where: QRectF, *, dragging: bool) -> None:
    """Paint the dashed field on which files are dropped."""
    colours = theme.scheme()
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


class _Step(QHBoxLayout):
    """Shows one of three steps: what happens first, second, third."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._figure = Label("", Type.DISPLAY, strong=True, role=Role.ACCENT)
        self._title = Label("", strong=True)
        self._text = Label("", role=Role.MUTED, wrap=True)
        words = arranged(QVBoxLayout(), self._title, self._text, gap=2)
        words.addStretch(1)
        arranged(self, self._figure, words, stretch=words)
        self.setAlignment(self._figure, Qt.AlignmentFlag.AlignTop)

    def say(self, title: str, text: str) -> None:
        """Set the step's name and explanation."""
        self._figure.setText(formatting.number(self._number))
        self._title.setText(title)
        self._text.setText(text)
