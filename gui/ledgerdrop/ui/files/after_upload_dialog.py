"""Ask what follows the upload of the files in the list: nothing, or an import into Clear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.dialogs.dialog import Dialog, UnconfirmedQuestion
from ledgerdrop.ui.files.actions import can_choose_after_upload
from ledgerdrop.ui.files.file_list import FileList
from ledgerdrop.ui.settings.after_upload_fields import AfterUploadFields
from ledgerdrop.ui.theme.theme import Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import FlowLayout


class AfterUploadDialog(Dialog):
    """Asks for some files. Accepted: `fields` holds the answer."""

    def __init__(self, how: IngestionOptions | None, parent: QWidget, *, together: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("After the upload"))
        self.fields = AfterUploadFields(self)
        self.cancel = Button(self.tr("Cancel"), parent=self)
        self.cancel.clicked.connect(self.reject)
        self.ok = Button(self.tr("OK"), "primary", parent=self)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        buttons = FlowLayout()
        buttons.add_trailing(self.cancel, self.ok)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addStrut(400)
        title = self.tr("After the upload")
        column.addWidget(Label(title, Type.TITLE, strong=True, wrap=True))
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
        """Grow to the height of the wrapped lines, which a window does not find out by itself."""
        if self.isVisible():  # else its width is none yet
            self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def _judge(self) -> None:
        self.ok.setEnabled(self.fields.valid)


class AfterUploadController(QObject):
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
