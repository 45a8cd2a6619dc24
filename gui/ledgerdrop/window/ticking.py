"""Texts that change many times a second while files are being sent.

Qt lays out the whole window anew when one text in it changes, even if it takes just as much room as before. That asks
some sixty questions of what is written in Python, and for each answer the window waits for its turn at the
interpreter, which the workers want as well (tests/bench: how late a timer is while files are being sent). So these
move nothing around them until they need more room than they have, or far less.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ledgerdrop.window.parts import Button, Words

_SPARE: Final = 8  # characters by which a text may be shorter than the room that it has


class Ticker(Words):
    """Words in one line where there is room for it. QLabel itself knows only the text that the room was made for."""

    _shown = ""

    def text(self) -> str:
        return self._shown

    def setText(self, text: str) -> None:
        if text == self._shown:
            return
        self._shown = text
        if not self._has_room():
            super().setText(text)
        self.update()
        self.setAccessibleName(text)

    def _has_room(self) -> bool:
        """Whether the text stands well where the last one did."""
        metrics, roomy = self.fontMetrics(), super().text()
        needed = metrics.horizontalAdvance(self._shown)
        spare = metrics.horizontalAdvance(roomy) - needed
        return needed <= self.width() and 0 <= spare <= _SPARE * metrics.averageCharWidth() and bool(self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown == super().text():
            super().paintEvent(event)
        elif self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            self._paint_lines()
        else:
            self._paint_line(self._shown, self.contentsRect())


class CountingTab(Button):
    """A tab with a number that counts. Its size is fixed: of such a part Qt knows that nothing else has to move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "tab", parent=parent)
        self.setCheckable(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        hint, now = self.sizeHint(), QSize(self.minimumWidth(), self.minimumHeight())
        spare = now.width() - hint.width()
        if hint.height() != now.height() or not 0 <= spare <= _SPARE // 2 * self.fontMetrics().averageCharWidth():
            self.setFixedSize(hint)
