"""A row of controls that becomes several where there is no room for one: large text, long words, small windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem

from ledgerdrop.window.theme import Space

_WORDS = 32  # characters of a line of text that can still be read well


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands at the beginning and at the end of one line."""

    leading: Sequence[QLayoutItem]
    trailing: Sequence[QLayoutItem]


class Flow(QLayout):
    """Leading items stand at the beginning of the line, trailing ones at its end. Where both do not fit, the trailing
    ones go below; where one kind alone does not, it wraps. A label that wraps its text takes the room that is left.
    """

    def __init__(self, gap: int = Space.S, row_gap: int = Space.S) -> None:
        super().__init__()
        self._leading: list[QLayoutItem] = []
        self._trailing: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def lead(self, *widgets: QWidget) -> None:
        """Put these at the beginning of the line."""
        for widget in widgets:
            self.addWidget(widget)

    def trail(self, *widgets: QWidget) -> None:
        """Put these at the end of the line."""
        for widget in widgets:
            self.addChildWidget(widget)
            self._trailing.append(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._leading.append(item)

    def count(self) -> int:
        return len(self._leading) + len(self._trailing)

    def itemAt(self, index: int) -> QLayoutItem | None:
        items = [*self._leading, *self._trailing]
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if 0 <= index < len(self._leading):
            return self._leading.pop(index)
        behind = index - len(self._leading)
        return self._trailing.pop(behind) if 0 <= behind < len(self._trailing) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        within = width - margins.left() - margins.right()
        rows = self._rows(within)
        height = sum(self._height(row, within) for row in rows) + self._row_gap * max(len(rows) - 1, 0)
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        shown = [*_shown(self._leading), *_shown(self._trailing)]
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(self._width(shown), height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        shown = [*_shown(self._leading), *_shown(self._trailing)]
        height = max((item.minimumSize().height() for item in shown), default=0)
        return QSize(max(map(_least, shown), default=0), height).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        top = rect.top()
        for row in self._rows(rect.width()):
            height, widths = self._height(row, rect.width()), self._widths(row, rect.width())
            left = rect.left()
            for item in row.leading:
                self._place(item, QRect(left, top, widths[item], height), rect, direction)
                left += widths[item] + self._gap
            right = rect.right() + 1
            for item in reversed(row.trailing):
                self._place(item, QRect(right - widths[item], top, widths[item], height), rect, direction)
                right -= widths[item] + self._gap
            top += height + self._row_gap

    def _place(self, item: QLayoutItem, where: QRect, rect: QRect, direction: Qt.LayoutDirection) -> None:
        middle = QRect(where.left(), where.top(), where.width(), min(_height(item, where.width()), where.height()))
        middle.moveTop(where.top() + (where.height() - middle.height()) // 2)
        item.setGeometry(QStyle.visualRect(direction, rect, middle))

    def _rows(self, width: int) -> list[_Row]:
        leading, trailing = _shown(self._leading), _shown(self._trailing)
        together = [*leading, *trailing]
        if sum(map(_least, together)) + self._gap * (len(together) - 1) <= width:
            return [_Row(leading, trailing)] if together else []
        above = [_Row(line, ()) for line in self._wrapped(leading, width)]
        return above + [_Row((), line) for line in self._wrapped(trailing, width)]

    def _wrapped(self, items: Sequence[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in items:
            if lines and self._width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width(self, items: Sequence[QLayoutItem]) -> int:
        return sum(map(_wanted, items)) + self._gap * max(len(items) - 1, 0)

    def _widths(self, row: _Row, width: int) -> dict[QLayoutItem, int]:
        """What each item of a row gets: where they want more than there is, some get less; what is left goes to the
        leading ones that expand.
        """
        items = [*row.leading, *row.trailing]
        left = width - self._width(items)
        widths = {}
        for item in items:
            wanted = _wanted(item)
            change = max(left, _least(item) - wanted) if left < 0 else 0
            if left > 0 and item in row.leading and item.expandingDirections() & Qt.Orientation.Horizontal:
                change = left
            left -= change
            widths[item] = min(wanted + change, width)
        return widths

    def _height(self, row: _Row, width: int) -> int:
        return max(_height(item, given) for item, given in self._widths(row, width).items())


def _shown(items: Sequence[QLayoutItem]) -> list[QLayoutItem]:
    return [item for item in items if not item.isEmpty()]


def _wanted(item: QLayoutItem) -> int:
    """The width it would like to have: a text that may wrap, all of it in one line."""
    label = item.widget()
    if isinstance(label, QLabel) and label.wordWrap():
        return label.fontMetrics().horizontalAdvance(label.text()) + 2
    return max(item.sizeHint().width(), item.minimumSize().width())


def _least(item: QLayoutItem) -> int:
    """The width it can do with: a text that may wrap, a few words a line."""
    least = item.minimumSize().width()
    label = item.widget()
    if isinstance(label, QLabel) and label.wordWrap():
        return max(least, min(_wanted(item) * 6 // 10, _WORDS * label.fontMetrics().averageCharWidth()))
    return least


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
