"""What is to follow the upload: nothing, or that Clear takes the files in; as fields, and as a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ledgerdrop.pipeline.ingestion import TEMPLATES, IngestAs, ingest_as
from ledgerdrop.window.actions import can_choose_after_upload
from ledgerdrop.window.dialog import Dialog
from ledgerdrop.window.file_list import FileList
from ledgerdrop.window.language import fill
from ledgerdrop.window.parts import Tick, Words
from ledgerdrop.window.theme import Role, Space, Type

if TYPE_CHECKING:
    from ledgerdrop.workers.queue import TransferQueue


class AfterUploadFields(QWidget):
    """The choice as fields. `edited` when something was changed; `valid` says whether it can be used."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Tick(self.tr("After the upload, have Clear take the files into the books"), self)
        self.template = QComboBox(self)
        self.template.setEditable(True)
        self.template.addItems(TEMPLATES)
        self.template.setAccessibleName(self.tr("Template"))
        self.file_type = QLineEdit(self)
        self.file_type.setAccessibleName(self.tr("File type"))
        self.together = Tick(self.tr("Files that are sent together are taken in together"), self)
        warning = self.tr("One bad file may then keep all of them out.")
        self.together.setAccessibleDescription(warning)
        self._parts = QWidget(self)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(Space.XL, 0, 0, 0)
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
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(Words(self.tr("What is to follow the upload of these files?"), Type.TITLE, strong=True))
        column.addWidget(self.fields)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.fields.edited.connect(self._judge)
        self.fields.show_choice(how, together=together)
        self._judge()

    def _judge(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.fields.valid)


class AfterUploadDesk(QObject):
    """Asks what is to follow the upload of the selected files, and tells the queue."""

    def __init__(self, queue: TransferQueue, files: FileList, parent: QWidget) -> None:
        super().__init__(parent)
        self._queue = queue
        self._files = files
        self._parent = parent

    def choose(self) -> None:
        """Ask, beginning with what is chosen for the first of them."""
        chosen = [entry for entry in self._files.selected_entries() if can_choose_after_upload(entry)]
        if not chosen:
            return
        how = self._queue.after_upload(chosen[0].id)
        dialog = AfterUploadDialog(how, self._parent, together=len(chosen) > 1)
        if dialog.exec():
            fields = dialog.fields
            self._queue.take_in([entry.id for entry in chosen], fields.how, together=fields.together.isChecked())
        dialog.deleteLater()
