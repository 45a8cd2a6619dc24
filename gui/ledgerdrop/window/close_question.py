"""Closing while files are being sent asks first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ledgerdrop.window.question import Question


class CloseQuestion(Question):
    """Accepted: stop and close. Rejected, also by Escape: go on sending."""

    def __init__(self, underway: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Stop and close?"))
        self.put(
            self.tr("%Ln file(s) are still being sent. Stop and close?", None, underway),
            self.tr("What is uploaded stays uploaded. The other files wait in the list for the next start."),
            self.tr("Stop and close"),
            self.tr("Go on sending"),
        )
