"""Small pieces that every part of the window is put together from."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLineEdit, QProgressBar, QToolButton, QVBoxLayout, QWidget

from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space

translate = QCoreApplication.translate


class Picture(QWidget):
    """Show one of our shapes, in the colour of a role; `size` in pixels at the usual size of text."""

    def __init__(self, shape: icons.Shape, role: Role, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape, self._role = shape, role
        self.setFixedSize(theme.scaled(size), theme.scaled(size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_shape(self, shape: icons.Shape, role: Role) -> None:
        """Become another one."""
        self._shape, self._role = shape, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._shape, theme.scheme()[self._role], self.rect().toRectF())


class ThinProgressBar(QProgressBar):
    """A thin bar in permille: a QProgressBar counts in ints of C++, which wrap at 2 GiB."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 1000)
        self.setTextVisible(False)

    def show_share(self, done: int, total: int, tone: str = "") -> None:
        """`done` of `total`; `tone` is "good", "muted" or ""."""
        self.setValue(done * 1000 // total if total else 0)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


def widen_to_hint(field: QLineEdit, least: int = 0) -> None:
    """Let the field never be narrower than the hint that it shows while it is empty, nor than `least` pixels."""
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText()) + 2 * Space.XL
    field.setMinimumWidth(max(needed, least))


_LEAST_TARGET = 24  # pixels (WCAG 2.2, 2.5.8)


def show_clear_button(field: QLineEdit) -> None:
    """Show a cross in the field while there is something in it; its name is in the language of now."""
    field.setClearButtonEnabled(True)
    for cross in field.findChildren(QToolButton):
        cross.setAccessibleName(translate("Field", "Clear this field"))
        cross.setMinimumSize(_LEAST_TARGET, _LEAST_TARGET)


def horizontal_line(parent: QWidget | None = None) -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def centred(outer: QWidget, widest: int, above: QWidget) -> QWidget:
    """Return a part that fills `outer` up to that width, else is in its middle; what is `above` it goes all
    across.
    """
    middle = QWidget(outer)
    middle.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.addWidget(middle)
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addLayout(row, 1)
    return middle


def indented(what: QLayout) -> QHBoxLayout:
    """Moved in from the side on which reading begins; the margins of a layout stay on the side they are given for."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addSpacing(Space.XL)
    row.addLayout(what, 1)
    return row


def tab_through(*stops: QWidget) -> None:
    """Have the Tab key go from each of these to the next."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again; it has not done so before the widget is shown."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
