"""Offer for ten seconds to bring back what was removed from the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ledgerdrop.model.transfers import TransferItem
from ledgerdrop.ui.text.language import on_language_change
from ledgerdrop.ui.theme.theme import Space
from ledgerdrop.ui.widgets.accessibility import Pause
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label

_SECONDS: Final = 10


class UndoBar(QFrame):
    """Lies over the lower end of the list, so that nothing moves. `wanted` with the items to bring back.

    After the ten seconds the items can still be brought back with the keys, until others are removed.
    """

    wanted = Signal(object)  # list[TransferItem]
    said = Signal(str)  # to be read aloud

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("undoBar")
        self._over = over
        self._items: list[TransferItem] = []
        self.words = Label("", parent=self)
        self.undo = Button("", "quiet", parent=self)
        self.undo.clicked.connect(self.bring_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(self.words)
        row.addWidget(self.undo)
        self._end = Pause(_SECONDS * 1000, self.hide, self)
        over.installEventFilter(self)
        self.hide()
        on_language_change(self, self._retranslate_ui)

    @property
    def items(self) -> Sequence[TransferItem]:
        """Return the items that can be brought back."""
        return self._items

    def offer(self, items: Sequence[TransferItem]) -> None:
        """Say that these were removed."""
        if not items:
            return
        self._items = list(items)
        self._retranslate_ui()
        self._place()
        self.show()
        self.raise_()
        self._end.start()
        self.said.emit(f"{self.words.text()} {self.tr('Press Ctrl+Z to undo.')}")

    def bring_back(self) -> None:
        """Bring the items back; once."""
        items, self._items = self._items, []
        self.hide()
        if items:
            self.wanted.emit(items)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _retranslate_ui(self) -> None:
        self.words.setText(self.tr("%Ln file(s) removed from the list.", None, len(self._items)))
        self.undo.setText(self.tr("&Undo"))
        self.undo.setAccessibleDescription(self.tr("Brings back what was removed"))

    def _place(self) -> None:
        self.adjustSize()
        place = self.rect()
        place.moveCenter(self._over.rect().center())
        place.moveBottom(self._over.rect().bottom() - Space.M)
        self.setGeometry(place)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
