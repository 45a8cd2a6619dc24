"""Provide labels: plain, elided, counting without a new layout, and announced to screen readers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QStylePainter, QToolTip, QWidget

from ledgerdrop.ui.text import language
from ledgerdrop.ui.text.language import closed
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.layout import Picture, arranged, set_property


class Label(QLabel):
    """Shows plain text in one of our sizes; never read as HTML."""

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        *,
        strong: bool = False,
        role: Role = Role.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText, wordWrap=wrap)
        self.setFont(theme.font(size, strong=strong))
        self.set_role(role)
        self.setText(text)

    def set_role(self, role: Role) -> None:
        """Change the colour."""
        set_property(self, "role", role.name.lower())

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        from_the_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if from_the_right and self.wordWrap() and not selectable:
            self._paint_lines()
        else:
            super().paintEvent(event)

    def _paint_lines(self) -> None:
        """Paint as QLabel does, but flush: QPainter.drawText indents a wrapped line by its trailing space."""
        place = self.contentsRect().toRectF()
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QtGui.QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(self.layoutDirection())
        layout = QtGui.QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(option)
        layout.beginLayout()
        height, leading = 0.0, QtGui.QFontMetricsF(self.font()).leading()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, height))
            height += line.height() + leading
        layout.endLayout()
        room = place.height() - (height - leading)
        share = 0.0 if alignment & Qt.AlignmentFlag.AlignTop else 0.5
        painter = QtGui.QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, place.topLeft() + QPointF(0, int(room * share)))


def title_of(field: QWidget, *, strong: bool = True) -> Label:
    """Return a label with the accessible name of a field, to stand above or before it."""
    title = Label(field.accessibleName(), strong=strong)
    title.setBuddy(field)
    return title


class ElidedLabel(Label):
    """Shows one line that is cut where there is no room, by default in its middle; a tooltip then has all of it."""

    cut = Qt.TextElideMode.ElideMiddle

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        super().setText(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QtGui.QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip():
            cut = self.fontMetrics().horizontalAdvance(self._whole) > self.width()
            QToolTip.showText(event.globalPos(), language.plain(self._whole) if cut else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        line = shortened(self._whole, self.fontMetrics(), self.width(), self.cut)
        side = int(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        palette, role = self.palette(), self.foregroundRole()
        QStylePainter(self).drawItemText(self.rect(), side, palette, self.isEnabled(), line, role)


def shortened(
    text: str, metrics: QtGui.QFontMetrics, room: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle
) -> str:
    """Return one line, cut with an ellipsis where there is no room for all of it."""
    return closed(metrics.elidedText(text, mode, room))


_BOTH_ENDS: Final = 8  # characters that say something of the first and of the last folder


def shortened_path(path: str, metrics: QtGui.QFontMetrics, room: int) -> str:
    """Return a path whose middle folders are left out where there is no room for all.

    As a rule the first folder names the client, and the last one the kind of ledger. These are cut in their own
    middle only where there is not even room for both.
    """
    if metrics.horizontalAdvance(path) <= room:
        return path
    first, *others = Path(path).parts
    for start in range(1, len(others)):
        shorter = str(Path(first, "…", *others[start:]))
        if metrics.horizontalAdvance(shorter) <= room:
            return shorter
    between = f"{os.sep}…{os.sep}" if len(others) > 1 else os.sep
    left = room - metrics.horizontalAdvance(between)
    if not others or left < _BOTH_ENDS * metrics.averageCharWidth():
        return shortened(path, metrics, room)
    half = max(left // 2, left - metrics.horizontalAdvance(others[-1]))
    head = shortened(first, metrics, half)
    return head + between + shortened(others[-1], metrics, left - metrics.horizontalAdvance(head))


class StatusLabel(Label):
    """Shows what became of something that the user asked for."""

    def tell(self, text: str, role: Role, *, aloud: bool = True) -> None:
        """Show a text, or nothing (""); a screen reader says it by itself, unless it is not to be `aloud`."""
        self.setText(text)
        self.set_role(role)
        if text and aloud:
            say_aloud(self, text)


class StatusRow(QHBoxLayout):
    """Shows a picture, and beside it the `words` of what became of something; empty at first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self._picture = Picture(icons.Shape.INFO, Role.MUTED, 20, parent)
        self.words = StatusLabel("", wrap=True, parent=parent)
        arranged(self, self._picture, self.words, gap=Space.S, stretch=self.words)
        self.tell("")

    def tell(
        self, text: str, shape: icons.Shape = icons.Shape.INFO, role: Role = Role.MUTED, *, aloud: bool = True
    ) -> None:
        """Show a text, or nothing (""), as `StatusLabel.tell` does."""
        self._picture.show_shape(shape, role)
        self._picture.setVisible(bool(text))
        self.words.tell(text, role, aloud=aloud)


def say_aloud(part: QWidget, text: str) -> None:
    """Have a screen reader say a text, whatever has the keyboard."""
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(part, text))


class LiveLabel(ElidedLabel):
    """Shows one line, cut where there is no room.

    Its hint, room for 16 characters, is the same for each text, which moves no neighbour.
    """

    cut = Qt.TextElideMode.ElideRight

    def __init__(self, size: Type, *, strong: bool = False, role: Role = Role.TEXT, parent: QWidget) -> None:
        super().__init__("", size, strong=strong, role=role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        return self._whole

    def setText(self, text: str) -> None:
        self._whole = text
        if not self.hasFocus():  # else each of a hundred texts would be read
            self.setAccessibleName(text)
        self.update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleName(self._whole)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QtGui.QPainter(self)
            painter.setPen(theme.scheme()[Role.ACCENT])
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 16, max(metrics.height(), self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
