"""The system's dialog for files and folders, wherever one is chosen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialog(QFileDialog):
    """Begins in the `folder` that files were taken from last, "" for where the system begins. It goes once closed."""

    folder: ClassVar[str] = ""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, self.folder)
        self.finished.connect(self.deleteLater)
