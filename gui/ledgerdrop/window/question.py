"""A question before something that cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ledgerdrop.window import icons
from ledgerdrop.window.dialog import Dialog
from ledgerdrop.window.flow import Flow
from ledgerdrop.window.parts import Button, Picture, Words
from ledgerdrop.window.theme import Role, Space, Type

_WIDTH = 400


class Question(Dialog):
    """Accepted: do it. Rejected, also by Escape and by Enter, which is on the safe answer: leave it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = Words("", Type.TITLE, strong=True, wrap=True)
        self.advice = Words("", role=Role.MUTED, wrap=True)
        self.yes = Button("", parent=self)
        self.yes.clicked.connect(self.accept)
        self.no = Button("", "primary", parent=self)
        self.no.setDefault(True)
        self.no.clicked.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(self.question)
        words.addWidget(self.advice)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(Picture(icons.Shape.WARNING, Role.WARN, 32, self), alignment=Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._buttons = Flow()
        self._buttons.trail(self.yes, self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.XL)
        column.addStrut(_WIDTH)  # a minimum of the dialog itself would be one for its buttons, too
        column.addLayout(top)
        column.addLayout(self._buttons)

    def offer(self, button: Button) -> None:
        """One more answer, before the others."""
        self._buttons.lead(button)
        self.setTabOrder(button, self.yes)

    def put(self, question: str, advice: str, yes: str, no: str) -> None:
        """Say what is asked, what follows from it, and what stands on the two buttons."""
        self.question.setText(question)
        self.advice.setText(advice)
        self.yes.setText(yes)
        self.no.setText(no)
