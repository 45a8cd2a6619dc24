"""What is to follow the upload: nothing, or that Clear takes the files in; as fields, and as a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ledgerdrop.pipeline.ingestion import TEMPLATES, IngestAs, ingest_as
from ledgerdrop.window.actions import can_choose_after_upload
from ledgerdrop.window.dialog import Dialog
from ledgerdrop.window.file_list import FileList
from ledgerdrop.window.flow import Flow
from ledgerdrop.window.language import fill
from ledgerdrop.window.parts import Button, Choice, Tick, Words, indented
from ledgerdrop.window.theme import Role, Space, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledgerdrop.window.unconfirmed_question import UnconfirmedQuestion
    from ledgerdrop.workers.queue import TransferQueue


class AfterUploadFields(QWidget):
    """The choice as fields. `edited` when something was changed; `valid` says whether it can be used."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Tick(self.tr("After the upload, have Clear take the files into the books"), self)
        self.template = Choice(self.tr("Template"), self)
        line = QLineEdit(self.template)
        line.setAccessibleName(self.tr("Template"))
        self.template.setEditable(True)
        self.template.setLineEdit(line)
        self.template.addItems(TEMPLATES)
        self.file_type = QLineEdit(self)
        self.file_type.setAccessibleName(self.tr("File type"))
        self.together = Tick(self.tr("Files that are sent together are taken in together"), self)
        warning = self.tr("One bad file may then keep all of them out.")
        self.together.setAccessibleDescription(warning)
        self._parts = QWidget(self)
        parts = QVBoxLayout()
        parts.setSpacing(Space.XS)
        both = self.tr("Both as agreed with Clear. Templates that Clear always has: {names}.")
        both = fill(both, {"names": ", ".join(TEMPLATES)})
        for words, field in ((self.tr("Template"), self.template), (self.tr("File type"), self.file_type)):
            title = Words(words, parent=self)
            title.setBuddy(field)
            parts.addWidget(title)
            parts.addWidget(field)
        parts.addWidget(Words(both, Type.CAPTION, role=Role.MUTED, wrap=True))
        parts.addWidget(self.together)
        parts.addWidget(Words(warning, Type.CAPTION, role=Role.MUTED, wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._parts.setLayout(indented(parts))
        column.addWidget(self.wanted)
        column.addWidget(self._parts)
        self._parts.hide()
        self.wanted.toggled.connect(self._parts.setVisible)
        for changed in (self.wanted.toggled, self.together.toggled):
            changed.connect(self.edited)
        self.template.editTextChanged.connect(self.edited)
        self.file_type.textEdited.connect(self.edited)

    @property
    def valid(self) -> bool:
        """Whether it is a whole choice."""
        return not self.wanted.isChecked() or self.how is not None

    @property
    def how(self) -> IngestAs | None:
        """What the files are to be taken in as; None for nothing, and while something is missing."""
        if not self.wanted.isChecked():
            return None
        return ingest_as(self.template.currentText(), self.file_type.text())

    def show_choice(self, how: IngestAs | None, *, together: bool) -> None:
        """Show it as it is saved."""
        self.wanted.setChecked(how is not None)
        self.together.setChecked(together)
        self.template.setEditText(how.template if how else TEMPLATES[0])
        self.file_type.setText(how.file_type if how else "")


class AfterUploadDialog(Dialog):
    """Asks for some files. Accepted: `fields` holds the answer."""

    def __init__(self, how: IngestAs | None, parent: QWidget, *, together: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("After the upload"))
        self.fields = AfterUploadFields(self)
        self.cancel = Button(self.tr("Cancel"), parent=self)
        self.cancel.clicked.connect(self.reject)
        self.ok = Button(self.tr("OK"), "primary", parent=self)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        buttons = Flow()
        buttons.trail(self.cancel, self.ok)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addStrut(400)
        title = self.tr("What should happen after the upload?")
        column.addWidget(Words(title, Type.TITLE, strong=True, wrap=True))
        column.addWidget(self.fields)
        column.addLayout(buttons)
        self.fields.edited.connect(self._judge)
        self.fields.wanted.toggled.connect(self._make_room)
        self.fields.show_choice(how, together=together)
        self._judge()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """As high as its lines need once they are broken, which a window does not find out by itself."""
        if self.isVisible():  # else its width is none yet
            self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def _judge(self) -> None:
        self.ok.setEnabled(self.fields.valid)


class AfterUploadDesk(QObject):
    """Asks what is to follow the upload, or what to do where nobody knows how that went, and tells the queue."""

    def __init__(self, queue: TransferQueue, files: FileList, parent: QWidget) -> None:
        super().__init__(parent)
        self._queue = queue
        self._files = files
        self._parent = parent
        self.question: UnconfirmedQuestion | None = None

    def choose(self) -> None:
        """Ask for the selected ones that it can be chosen for."""
        self.choose_for([entry.id for entry in self._files.selected_entries() if can_choose_after_upload(entry)])

    def choose_for(self, ids: Sequence[int]) -> None:
        """Ask, beginning with what is chosen for the first of them."""
        if not ids:
            return
        first = ids[0]
        how, together = self._queue.after_upload(first), self._queue.taken_in_together(first)
        dialog = AfterUploadDialog(how, self._parent, together=together)
        if dialog.exec():
            fields = dialog.fields
            self._queue.take_in(ids, fields.how, together=fields.together.isChecked())
        dialog.deleteLater()

    def decide(self, ids: Sequence[int]) -> None:
        """Ask what to do with files that Clear may have received, and with all that were handed over with them."""
        from ledgerdrop.window.unconfirmed_question import UnconfirmedQuestion  # noqa: PLC0415 - seldom needed

        rows = self._queue.batch_mates(ids)
        if not rows or self.question is not None:
            return
        self.question = UnconfirmedQuestion(rows, self._parent)
        self.question.found.connect(self._queue.found_in_clear)
        self.question.missing.connect(self._queue.take_in_again)
        self.question.finished.connect(self._on_decided)
        self.question.open()

    def _on_decided(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None
