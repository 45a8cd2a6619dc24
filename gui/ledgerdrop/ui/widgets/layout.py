"""Provide the small pieces of which every part of the window is made, and a row of controls that wraps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QLayoutItem, QStyle, QVBoxLayout, QWidget

from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space

Box = TypeVar("Box", bound=QtWidgets.QBoxLayout)


class Picture(QWidget):
    """Shows one of our shapes, in the colour of a role; `size` in pixels at the usual size of text."""

    def __init__(self, shape: icons.Shape, role: Role, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape, self._role = shape, role
        self.setFixedSize(theme.scaled(size), theme.scaled(size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_shape(self, shape: icons.Shape, role: Role) -> None:
        """Change the shape."""
        self._shape, self._role = shape, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._shape, theme.scheme()[self._role], self.rect().toRectF())


class ThinProgressBar(QtWidgets.QProgressBar):
    """Shows a thin bar in permille: a QProgressBar counts in ints of C++, which wrap at 2 GiB."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, minimum=0, maximum=1000, textVisible=False)

    def show_share(self, done: int, total: int, tone: str) -> None:
        """Show `done` of `total`; `tone` is "good", "warn", "muted" or ""."""
        self.setValue(done * 1000 // total if total else 0)
        set_property(self, "tone", tone)


def widen_to_hint(field: QtWidgets.QLineEdit, least: int = 0) -> None:
    """Keep the field at least as wide as the hint that it shows while it is empty, and as `least` pixels."""
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText()) + 2 * Space.XL
    field.setMinimumWidth(max(needed, least))


_LEAST_TARGET = 24  # pixels (WCAG 2.2, 2.5.8)


def show_clear_button(field: QtWidgets.QLineEdit) -> None:
    """Show a cross in the field while there is something in it; its name is in the present language."""
    field.setClearButtonEnabled(True)
    for cross in field.findChildren(QtWidgets.QToolButton):
        cross.setAccessibleName(QCoreApplication.translate("Field", "Clear this field"))
        cross.setMinimumSize(_LEAST_TARGET, _LEAST_TARGET)


def horizontal_line(parent: QWidget | None = None) -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def centred(outer: QWidget, widest: int, above: QWidget) -> QWidget:
    """Return a widget that fills `outer` up to that width, else is in its middle; `above` spans all of it."""
    middle = QWidget(outer)
    middle.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.addWidget(middle)
    arranged(QVBoxLayout(outer), above, row, gap=0, stretch=row)
    return middle


def arranged(
    layout: Box,
    *parts: QWidget | QLayout | int | None,
    gap: int = Space.M,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    stretch: QWidget | QLayout | None = None,
) -> Box:
    """Return a row or a column of these, one after another; a number is a distance between two.

    All room that is left goes to the part `stretch`, or else to where None stands.
    """
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif part is None:
            layout.addStretch(1)
        else:
            layout.addSpacing(part)
    if stretch is not None:
        layout.setStretchFactor(stretch, 1)
    return layout


def indented(what: QLayout) -> QHBoxLayout:
    """Return a layout moved in from the side on which reading begins: margins keep their side."""
    return arranged(QHBoxLayout(), Space.XL, what, gap=0, stretch=what)


def tab_through(*stops: QWidget) -> None:
    """Let the Tab key go from each of these to the next."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Give the widget a property by which the style sheet chooses."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Have the style sheet read the widget's properties again; it reads none before the widget is shown."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


_WORDS = 32  # characters of a line of text that can still be read well


class _Width(NamedTuple):
    """Holds the width that an item would like to have, and the one it can do with."""

    wanted: int
    least: int


class _Row(NamedTuple):
    """Holds where each item of a line begins and how wide it is, and how high the line."""

    places: Sequence[tuple[QLayoutItem, int, int]]
    height: int


class FlowLayout(QLayout):
    """Puts leading items at the beginning of the line and trailing ones at its end.

    Where both do not fit, the trailing ones go below; where one kind alone does not, it wraps. A label that wraps its
    text takes the room that is left.
    """

    def __init__(
        self, *leading: QWidget, trailing: Sequence[QWidget] = (), gap: int = Space.S, row_gap: int = Space.S
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._trailing: set[QLayoutItem] = set()
        self._gap, self._row_gap = gap, row_gap
        # Kept until an item changes, for the window asks for all of it whenever one text anywhere in it changes
        self._width = cache(_width)
        self._plans: dict[int, list[_Row]] = {}  # by the width that there is
        self.setContentsMargins(0, 0, 0, 0)
        self.add_leading(*leading)
        self.add_trailing(*trailing)

    def add_leading(self, *widgets: QWidget) -> None:
        """Put these at the beginning of the line."""
        for widget in widgets:
            self.addWidget(widget)

    def add_trailing(self, *widgets: QWidget) -> None:
        """Put these at the end of the line."""
        for widget in widgets:
            self.addWidget(widget)
            self._trailing.add(self._items[-1])

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._width.cache_clear()
        self._plans.clear()
        super().invalidate()  # which forgets the geometry, too

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        within = width - margins.left() - margins.right()
        return self._height(self._plan(within)) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        shown = self._shown()
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(self._wanted(shown), height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(QSize(self._width(item).least, item.minimumSize().height()))
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        if rect == self.geometry():
            return
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        rows = self._plan(rect.width())
        top = rect.top() + max(rect.height() - self._height(rows), 0) // 2  # in the middle beside what is higher
        for row in rows:
            for item, left, width in row.places:
                height = min(_height(item, width), row.height)
                place = QRect(rect.left() + left, top + (row.height - height) // 2, width, height)
                item.setGeometry(QStyle.visualRect(direction, rect, place))
            top += row.height + self._row_gap

    def _height(self, rows: Sequence[_Row]) -> int:
        return sum(row.height for row in rows) + self._row_gap * max(len(rows) - 1, 0)

    def _plan(self, width: int) -> list[_Row]:
        if width not in self._plans:
            self._plans[width] = [self._row(line, width) for line in self._lines(width)]
        return self._plans[width]

    def _shown(self) -> list[QLayoutItem]:
        """Return the items that are not hidden, the leading ones first."""
        shown = [item for item in self._items if not item.isEmpty()]
        return sorted(shown, key=self._trailing.__contains__)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        if shown and sum(self._width(item).least for item in shown) + self._gap * (len(shown) - 1) <= width:
            return [shown]
        lines: list[list[QLayoutItem]] = []
        for _, alike in groupby(shown, key=self._trailing.__contains__):
            lines.append([])
            for item in alike:
                if lines[-1] and self._wanted([*lines[-1], item]) > width:
                    lines.append([])
                lines[-1].append(item)
        return lines

    def _wanted(self, items: Sequence[QLayoutItem]) -> int:
        return sum(self._width(item).wanted for item in items) + self._gap * max(len(items) - 1, 0)

    def _row(self, items: Sequence[QLayoutItem], width: int) -> _Row:
        """Give some items less where they want more than there is; leading items that expand get what is left."""
        left, begin = width - self._wanted(items), 0
        places: list[tuple[QLayoutItem, int, int]] = []
        for item in items:
            (wanted, least), trails = self._width(item), item in self._trailing
            change = max(left, least - wanted) if left < 0 else 0
            if left > 0 and not trails and item.expandingDirections() & Qt.Orientation.Horizontal:
                change = left
            left -= change
            given = min(wanted + change, width)
            places.append((item, begin + max(left, 0) if trails else begin, given))
            begin += given + self._gap
        return _Row(places, max(_height(item, given) for item, _, given in places))


def in_one_line(*widgets: QWidget, gap: int) -> int:
    """Return the width that these need beside each other, shown or not, with all of their texts."""
    return sum(map(_unwrapped, widgets)) + gap * max(len(widgets) - 1, 0)


def _unwrapped(widget: QWidget) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.fontMetrics().horizontalAdvance(widget.text()) + 2
    return max(widget.sizeHint().width(), widget.minimumWidth())


def _width(item: QLayoutItem) -> _Width:
    """Return an item's widths: a wrapping text would like to be in one line, and can do with a few words a line."""
    least, label = item.minimumSize().width(), item.widget()
    if isinstance(label, QLabel) and label.wordWrap():
        wanted = _unwrapped(label)
        return _Width(wanted, max(least, min(wanted * 6 // 10, _WORDS * label.fontMetrics().averageCharWidth())))
    return _Width(max(item.sizeHint().width(), least), least)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
