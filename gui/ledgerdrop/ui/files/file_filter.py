"""Which rows are shown, and in which order."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files.file_model import FileModel, ItemRole
from ledgerdrop.ui.text import wording

_A_ROW: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


IN_PROGRESS: Final = frozenset({State.CHECKING, State.QUEUED, State.SENDING, State.RETRYING, State.PAUSED})


class Show(Enum):
    """Which files the user wants to see."""

    ALL = auto()
    ATTENTION = auto()
    IN_PROGRESS = auto()
    UPLOADED = auto()


class FileFilter(QSortFilterProxyModel):
    """Sorts by the columns' sort keys; until a header is clicked, files stay as they were added."""

    def __init__(self, files: FileModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._show = Show.ALL
        self._text = ""
        self._folders: dict[Path, str] = {}  # as they are shown, in lower case: many files are in one
        self.setSortRole(ItemRole.SORT)
        self.setSourceModel(files)
        self._keep_up()

    @property
    def shown(self) -> Show:
        """Return the filter in use."""
        return self._show

    @property
    def narrowed(self) -> bool:
        """Return whether some files may be hidden."""
        return self._show is not Show.ALL or bool(self._text)

    def show_only(self, which: Show) -> None:
        """Show these files only."""
        self.beginFilterChange()
        self._show = which
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        self._keep_up()

    def find(self, text: str) -> None:
        """Show only files whose names, or whose folders, hold this text, in any case."""
        self.beginFilterChange()
        self._text = text.strip().casefold()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        self._keep_up()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        super().sort(column, order)
        self._keep_up()

    def _keep_up(self) -> None:
        """Look again at rows that change, but only where that may hide or move them: it asks Python for each."""
        self.setDynamicSortFilter(self.narrowed or self.sortColumn() >= 0)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return the same for every row: the view asks for those of all rows whenever it lays them out."""
        return _A_ROW if index.isValid() else Qt.ItemFlag.NoItemFlags

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        if not self.narrowed:
            return True
        entry = self._files.index(source_row, 0, source_parent).data(ItemRole.ENTRY)
        return self._wanted(entry) and (self._text in entry.name.casefold() or self._text in self._folder(entry.path))

    def _folder(self, path: Path) -> str:
        """Return the file's folder without the user's own one, whose name would be found in each."""
        found = self._folders.get(path.parent)
        if found is None:
            found = self._folders[path.parent] = wording.folder(path).casefold()
        return found

    def _wanted(self, entry: TransferItem) -> bool:
        match self._show:
            case Show.ALL:
                return True
            case Show.ATTENTION:
                return entry.needs_attention
            case Show.IN_PROGRESS:
                return entry.state in IN_PROGRESS
            case Show.UPLOADED:
                return entry.state is State.UPLOADED
