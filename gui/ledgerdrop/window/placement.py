"""Where the window stood, how wide its columns were and how the list was sorted, kept from one start to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QWidget

from ledgerdrop.services.settings import Settings, SortBy
from ledgerdrop.window.file_list import FileList
from ledgerdrop.window.file_model import Column

if TYPE_CHECKING:
    from ledgerdrop.workers.keeper import AccountKeeper

_COLUMNS: Final = {
    SortBy.SENDING: -1,
    SortBy.NAME: Column.NAME,
    SortBy.SIZE: Column.SIZE,
    SortBy.STATUS: Column.STATUS,
}


class Placement(QObject):
    """Takes the window where it was as soon as the settings are loaded, and keeps them when it is closed."""

    def __init__(self, keeper: AccountKeeper, files: FileList, window: QWidget) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._files = files
        self._window = window
        self._settings: Settings | None = None
        keeper.loaded.connect(self._on_loaded)
        keeper.saved.connect(self._on_saved)

    def keep(self) -> None:
        """Have it kept as it is now; not at every move, for what the keeper is asked for ends a connection's test."""
        if self._settings is None:
            return
        placement = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        column, order = self._files.filter.sortColumn(), self._files.filter.sortOrder()
        now = replace(
            self._settings,
            placement=placement,
            name_width=self._files.name_width,
            sort_by=next((kept for kept, known in _COLUMNS.items() if known == column), SortBy.SENDING),
            descending=order is Qt.SortOrder.DescendingOrder,
        )
        if now != self._settings:
            self._settings = now
            self._keeper.prefer(now)

    def _on_loaded(self, settings: Settings) -> None:
        self._settings = settings
        self._window.restoreGeometry(QByteArray.fromBase64(settings.placement.encode("ascii", "replace")))
        self._files.restore_width(settings.name_width)
        self._files.sort_by(_COLUMNS[settings.sort_by], descending=settings.descending)

    def _on_saved(self, settings: Settings) -> None:
        self._settings = settings
