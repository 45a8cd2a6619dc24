"""Texts that change many times a second while files are being sent.

Qt lays out the whole window anew when one text in it changes, even if it takes just as much room as before. That asks
some sixty questions of what is written in Python, and for each answer the window waits for its turn at the
interpreter, which the workers want as well (tests/bench: how late a timer is while files are being sent). So these
move nothing around them, or only when they need more room than they have, or far less.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ledgerdrop.window.parts import Button, Elided
from ledgerdrop.window.theme import Role, Type

_SPARE: Final = 8  # characters by which a text may be shorter than the room that it has


class Ticker(Elided):
    """One line that is cut where there is no room. Its hint is the same for each text, which moves no neighbour."""

    _CHARACTERS = 16  # that it always has room for

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        *,
        strong: bool = False,
        role: Role = Role.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size, strong=strong, role=role, cut=Qt.TextElideMode.ElideRight, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        return self._whole

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * self._CHARACTERS, max(metrics.height(), self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


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
