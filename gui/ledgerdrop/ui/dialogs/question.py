"""A question before something that cannot be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ledgerdrop.ui.dialogs.dialog import Dialog
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.flow_layout import FlowLayout
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import Picture

_WIDTH = 400


class Question(Dialog):
    """Accepted: do it. Rejected, also by Escape and by Enter, which is on the safe answer: leave it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = Label("", Type.TITLE, strong=True, wrap=True)
        self.advice = Label("", role=Role.MUTED, wrap=True)
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
        self._buttons = FlowLayout()
        self._buttons.add_trailing(self.yes, self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.XL)
        column.addStrut(_WIDTH)  # a minimum of the dialog itself would be one for its buttons, too
        column.addLayout(top)
        column.addLayout(self._buttons)

    def offer(self, button: Button) -> None:
        """Add an answer, before the others."""
        self._buttons.add_leading(button)
        self.setTabOrder(button, self.yes)

    def put(self, question: str, advice: str, yes: str, no: str) -> None:
        """Say what is asked, what follows from it, and what stands on the two buttons."""
        self.question.setText(question)
        self.advice.setText(advice)
        self.yes.setText(yes)
        self.no.setText(no)


class CloseQuestion(Question):
    """Accepted: stop and close. Rejected, also by Escape: go on sending."""

    def __init__(self, underway: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Stop and close?"))
        self.put(
            self.tr("%Ln file(s) are still being sent. Stop and close?", None, underway),
            self.tr("Uploaded files stay uploaded. The others stay in the list for next time."),
            self.tr("Stop and close"),
            self.tr("Keep sending"),
        )


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
                "The upload is complete and was submitted for import, but Clear's reply was lost. Look in "
                "Clear first; anything already there could be imported twice."
            ),
            self.tr("No, submit again"),
            self.tr("Decide later"),
        )
        self.there = Button(self.tr("Yes, it's in Clear"), parent=self)
        self.there.setAccessibleDescription(self.tr("Marks it as imported"))
        self.offer(self.there)
        self.there.clicked.connect(self._on_there)
        self.accepted.connect(self._on_accepted)

    def _on_there(self) -> None:
        self.found.emit(self._rows)
        self.done(self.DialogCode.Rejected)

    def _on_accepted(self) -> None:
        self.missing.emit(self._rows)
