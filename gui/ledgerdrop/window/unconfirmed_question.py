"""Nobody knows whether Clear received a request: only the user can look there, and decide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ledgerdrop.window.parts import Button
from ledgerdrop.window.question import Question


class UnconfirmedQuestion(Question):
    """About these rows. `found`: they are in Clear; `missing`: they are not, and Clear is to be asked again.

    Rejected, also by Escape and by Enter: nothing is decided yet.
    """

    found = Signal(object)  # list[int]
    missing = Signal(object)  # list[int]

    def __init__(self, rows: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self.setWindowTitle(self.tr("Did Clear receive it?"))
        self.put(
            self.tr("Did Clear receive %Ln file(s)?", None, len(rows)),
            self.tr(
                "The upload is complete. Clear was asked to take it in, but its answer was lost. Look in Clear "
                "first: what is there already could be taken in twice."
            ),
            self.tr("Not there: ask again"),
            self.tr("Decide later"),
        )
        self.there = Button(self.tr("Found there"), parent=self)
        self.there.setAccessibleDescription(self.tr("Nothing more is done with it"))
        self.offer(self.there)
        self.there.clicked.connect(self._on_there)
        self.accepted.connect(self._on_accepted)

    def _on_there(self) -> None:
        self.found.emit(self._rows)
        self.done(self.DialogCode.Rejected)

    def _on_accepted(self) -> None:
        self.missing.emit(self._rows)
