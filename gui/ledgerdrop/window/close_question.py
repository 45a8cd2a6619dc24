"""Closing while files are being sent asks first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ledgerdrop.window import icons
from ledgerdrop.window.parts import Button, Picture, Words
from ledgerdrop.window.theme import Role, Space, Type


class CloseQuestion(QDialog):
    """Accepted: stop and close. Rejected, also by Escape: go on sending."""

    def __init__(self, underway: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Stop and close?"))
        self.question = Words(
            self.tr("%Ln file(s) are still being sent. Stop and close?", None, underway),
            Type.TITLE,
            strong=True,
            wrap=True,
        )
        advice = Words(
            self.tr("What is uploaded stays uploaded. The other files wait in the list for the next start."),
            role=Role.MUTED,
            wrap=True,
        )
        self.stop = Button(self.tr("Stop and close"), parent=self)
        self.stop.clicked.connect(self.accept)
        self.go_on = Button(self.tr("Go on sending"), "primary", parent=self)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(self.question)
        words.addWidget(advice)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(Picture(icons.Shape.WARNING, Role.WARN, 32, self), alignment=Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.XL)
        column.addLayout(top)
        column.addLayout(buttons)
        self.setMinimumWidth(440)
