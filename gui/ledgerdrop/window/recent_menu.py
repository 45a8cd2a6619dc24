"""The folders that files came from lately, to browse in them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ledgerdrop.services.settings import Settings
from ledgerdrop.window.language import named, visible

if TYPE_CHECKING:
    from ledgerdrop.workers.keeper import AccountKeeper


class RecentMenu(QMenu):
    """`chosen` with the folder that the user takes. Folders are named in full; nothing is looked up on disk."""

    chosen = Signal(str)

    def __init__(self, keeper: AccountKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._settings: Settings | None = None
        self.triggered.connect(self._on_triggered)
        keeper.loaded.connect(self._on_settings)
        keeper.saved.connect(self._on_settings)
        named(self, self._name_parts)
        self.setEnabled(False)

    def note(self, paths: Sequence[Path]) -> None:
        """Files were taken from there."""
        if self._settings is not None and paths:
            wanted = self._settings.with_recent_folder(str(paths[0].parent))
            if wanted.recent_folders != self._settings.recent_folders:
                self._keeper.prefer(wanted)

    def _name_parts(self) -> None:
        self.setTitle(self.tr("Recent f&olders"))

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.clear()
        for folder in settings.recent_folders:
            self.addAction(visible(folder).replace("&", "&&")).setData(folder)
        self.setEnabled(bool(settings.recent_folders))

    def _on_triggered(self, item: QAction) -> None:
        self.chosen.emit(item.data())
