"""The folders that files came from lately, to browse in them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.text.language import on_language_change, visible


class RecentMenu(QMenu):
    """`chosen` with the folder that the user takes. Folders are named in full; nothing is looked up on disk."""

    chosen = Signal(str)

    def __init__(self, settings_service: SettingsService, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._settings: Settings | None = None
        self.triggered.connect(self._on_triggered)
        settings_service.loaded.connect(self._on_settings)
        settings_service.saved.connect(self._on_settings)
        on_language_change(self, self.retranslate_ui)
        self.setEnabled(False)

    def note(self, paths: Sequence[Path]) -> None:
        """Files were taken from there."""
        if self._settings is not None and paths:
            folder = str(paths[0].parent)
            if self._settings.recent_folders[:1] != (folder,):
                self._settings_service.change(lambda settings: settings.with_recent_folder(folder))

    def retranslate_ui(self) -> None:
        self.setTitle(self.tr("Recent f&olders"))

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.clear()
        for folder in settings.recent_folders:
            self.addAction(visible(folder).replace("&", "&&")).setData(folder)
        self.setEnabled(bool(settings.recent_folders))

    def _on_triggered(self, item: QAction) -> None:
        self.chosen.emit(item.data())
