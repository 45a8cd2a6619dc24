"""How files come in: dropped, pasted, browsed for, or named when the program was started."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.window import drops

if TYPE_CHECKING:
    from ledgerdrop.workers.queue import TransferQueue


class Intake(QObject):
    """Hands files to the queue, for the account in use; `said` is what the user should read about the rest."""

    said = Signal(str)
    taken = Signal(object)  # list[Path], which the user dropped, pasted or chose

    def __init__(self, queue: TransferQueue, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._window = window
        self._account: Account | None = None
        self._early: list[Path] = []  # came before the settings were loaded

    def use(self, account: Account) -> None:
        """Add files for this account from now on."""
        self._account = account
        early, self._early = self._early, []
        self.add(early)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders. Nothing is sent by that."""
        if self._account is None:
            self._early += paths
        elif paths:
            self._queue.add(list(paths), self._account)

    def take(self, mime: QMimeData) -> None:
        """Add what was dropped or pasted, and explain what could not be added."""
        drop = drops.read(mime)
        self.add(drop.paths)
        self.taken.emit(drop.paths)
        if drop.unsaved:
            self.said.emit(
                self.tr(
                    "This attachment is not a file on your computer yet. Save it to a folder first, then drop it "
                    "from there."
                )
            )
        elif drop.links:
            self.said.emit(
                self.tr("A link to a web page cannot be sent. Download the file first, then drop it from its folder.")
            )
        elif not drop.paths:
            self.said.emit(self.tr("There was no file in it. Drop files or folders from your computer."))

    def paste(self) -> None:
        """Add the files on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def browse(self) -> None:
        """Let the user choose files."""
        self.browse_in("")

    def browse_in(self, folder: str) -> None:
        """Let the user choose files, beginning in that folder."""
        dialog = self._dialog(self.tr("Choose ledgers"), QFileDialog.FileMode.ExistingFiles)
        if folder:
            dialog.setDirectory(folder)
        dialog.setNameFilters(
            [
                self.tr("Ledgers (*.csv *.xlsx *.xls *.zip)"),
                self.tr("All files (*)"),
            ]  # others get a row that says why
        )
        dialog.open()

    def browse_folder(self) -> None:
        """Let the user choose a folder."""
        self._dialog(self.tr("Choose a folder of ledgers"), QFileDialog.FileMode.Directory).open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self.add(paths)
        self.taken.emit(paths)
