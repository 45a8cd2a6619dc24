"""Decide which rows are shown, in which order, and in which groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files.file_model import Column, FileModel, Group
from ledgerdrop.ui.text import language, wording
from ledgerdrop.ui.widgets.accessibility import Pause

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_COLUMNS: Final = len(Column)
_MANY: Final = 1_000  # rows, from which on those that come and go ...
_PAUSE: Final = 150  # ... are arranged once in so many milliseconds, since the view lays out all of them each time
_MOST_RUNS: Final = 20  # of rows that come or go one after the other: the view lays out all rows after each


class Show(Enum):
    """Lists which files the user wants to see."""

    ALL = auto()
    ATTENTION = auto()
    IN_PROGRESS = auto()
    UPLOADED = auto()


class FileFilter(QAbstractTableModel):
    """Shows rows of files and, from two groups on, a row above each group; of a collapsed group only that row.

    Files are sorted by the columns' sort keys within their groups; until a header is clicked, they stay as they were
    added. A search opens all groups in which it finds something. `arranged` is emitted when other files are shown, or
    could be.
    """

    arranged = Signal()

    def __init__(self, files: FileModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.shown = Show.ALL
        self._text = ""
        self.sort_column = -1  # for the order of sending
        self.sort_order = Qt.SortOrder.AscendingOrder
        self._rows: list[int | Group] = []  # IDs of files, and groups
        self._places: dict[int | Group, int] = {}  # where each of them is
        self._members: dict[Group, list[int]] = {}  # the files that are not filtered out, also of collapsed groups
        self._accepted: set[int] = set()  # the same, while others are filtered out
        self._keys: dict[int, Any] = {}  # of all of them, while the list is sorted
        self._collapsed: set[Group] = set()
        self._collapsed_in_search: set[Group] = set()
        self._folders: dict[Path, str] = {}  # as they are shown, in lower case: many files are in one
        self.hidden: list[Column] = []  # where the view is too narrow for them
        self._late = False  # rows have come or gone that are not arranged yet
        self._pause = Pause(_PAUSE, self._catch_up, self)
        files.added.connect(self._on_rows)
        files.removed.connect(self._on_rows)
        files.reordered.connect(self._arrange)
        files.changed.connect(self._on_changed)
        self._arrange()

    @property
    def narrowed(self) -> bool:
        """Return whether some files may be hidden."""
        return self.shown is not Show.ALL or bool(self._text)

    @property
    def count(self) -> int:
        """Count the files that are not filtered out."""
        self._catch_up()
        return sum(map(len, self._members.values()))

    def ids(self) -> list[int]:
        """Return the files that are not filtered out, in the order shown; also those of collapsed groups."""
        self._catch_up()
        return [id_ for members in self._members.values() for id_ in members]

    def members(self, group: Group) -> list[int]:
        """Return the files of a group that are not filtered out, in the order shown."""
        return self._members.get(group, [])

    def shown_at(self, row: int) -> int | Group:
        """Return the file, or the group, whose row that is."""
        return self._rows[row]

    def group_at(self, row: int) -> Group | None:
        """Return the group whose row that is; None for the row of a file."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Group) else None

    def row_of(self, shown: int | Group) -> int:
        """Return where a file or a group is; -1 where it is not shown."""
        self._catch_up()
        return self._places.get(shown, -1)

    def index_of(self, shown: int | Group) -> QModelIndex:
        """Return the index of the name of a file or a group, invalid where it is not shown."""
        return self.index(self.row_of(shown), Column.NAME)

    def is_collapsed(self, group: Group) -> bool:
        """Return whether only the row of the group itself is shown."""
        return group in self._collapsed_now

    def collapse(self, group: Group, collapsed: bool) -> None:
        """Hide the files of a group, or show them."""
        if collapsed is not self.is_collapsed(group):
            (self._collapsed_now.add if collapsed else self._collapsed_now.discard)(group)
            self._arrange()
            self._tell(group)

    def show_only(self, which: Show) -> None:
        """Show these files only."""
        self.shown = which
        self._arrange()

    def find(self, text: str) -> None:
        """Show only files whose names, or whose folders, hold this text, in any case."""
        self._text = text.strip().casefold()
        self._collapsed_in_search.clear()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_column, self.sort_order = column, order
        self._arrange()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        # Qt's own asks Python for both counts: twice as long, for each row that is laid out.
        inside = 0 <= row < len(self._rows) and 0 <= column < _COLUMNS and not parent.isValid()
        return self.createIndex(row, column) if inside else QModelIndex()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignTrailing if section == Column.SIZE else Qt.AlignmentFlag.AlignLeading
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.DisplayRole:
                return self._files.titles()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if isinstance(found, int):
            value = self._files.value(found, index.column(), role)
            if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.NAME:
                more = (self._files.value(found, column, role) for column in self.hidden)  # nothing else says these
                return ", ".join(filter(None, (value, *more)))
            return value
        if index.column() != Column.NAME:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name(found)
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self.tr("collapsed") if self.is_collapsed(found) else self.tr("expanded")
                return ", ".join([self.name(found), *(text for text, _ in self.sums(found)), state])
            case Qt.ItemDataRole.ToolTipRole:
                return language.plain(wording.folder(found.path / "any")) if found.path else None
        return None

    def name(self, group: Group) -> str:
        """Return the name of a group: its folder's, with the one above it where two have the same name."""
        if group.path is None:
            return self.tr("Files")
        namesakes = [one for one in self._files.groups() if one.parts == group.parts]
        parts = group.path.parts[-len(group.parts) - (len(namesakes) > 1) :]
        return language.visible(str(Path(*parts)))

    def sums(self, group: Group) -> list[tuple[str, wording.Tone]]:
        """Return in words how many files of a group are shown, uploaded, and in need of the user."""
        return wording.sums(group.summary, len(self.members(group)))

    @property
    def _collapsed_now(self) -> set[Group]:
        return self._collapsed_in_search if self._text else self._collapsed

    def _on_rows(self) -> None:
        if len(self._rows) > _MANY and self._pause.isActive():
            self._late = True
        else:
            self._arrange()

    def _catch_up(self) -> None:
        if self._late:
            self._arrange()

    def _arrange(self) -> None:
        """Compute the rows to be shown, in their order."""
        self._late = False
        self._pause.start()
        members: dict[Group, list[int]] = {}
        self._keys = {}
        group_of, narrowed = self._files.group, self.narrowed
        for id_ in self._files.ids():
            if (group := group_of(id_)) is not None and (not narrowed or self._accepts(id_)):
                members.setdefault(group, []).append(id_)
        self._members = members
        self._accepted = {id_ for ids in members.values() for id_ in ids} if narrowed else set()
        if self.sort_column >= 0:
            self._keys = {id_: self._key(id_) for ids in members.values() for id_ in ids}
            for ids in members.values():
                ids.sort(key=self._keys.__getitem__, reverse=self.sort_order is Qt.SortOrder.DescendingOrder)
        groups = self._files.groups()
        self._collapsed.intersection_update(groups)
        rows: list[int | Group] = []
        for group, ids in members.items():
            if len(groups) > 1:
                rows.append(group)
            if len(groups) == 1 or group not in self._collapsed_now:
                rows += ids
        self._put(rows)
        self.arranged.emit()

    def _put(self, rows: list[int | Group]) -> None:
        """Tell the view which cells of these rows have changed."""
        old, new = self._places, {one: row for row, one in enumerate(rows)}
        gone = runs(row for one, row in old.items() if one not in new)
        come = runs(row for one, row in new.items() if one not in old)
        if len(gone) + len(come) > _MOST_RUNS:
            self.beginResetModel()
            self._rows, self._places = rows, new
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(NOWHERE, first, last)
            self._set_rows(self._rows[:first] + self._rows[last + 1 :])
            self.endRemoveRows()
        kept = [one for one in rows if one in old] if come else rows
        if kept != self._rows:
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            held = [self._rows[index.row()] for index in before]
            self._set_rows(kept)
            after = [self.index(self._places[one], index.column()) for one, index in zip(held, before, strict=True)]
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()
        for first, last in come:
            self.beginInsertRows(NOWHERE, first, last)
            self._set_rows(self._rows[:first] + rows[first : last + 1] + self._rows[first:])
            self.endInsertRows()

    def _set_rows(self, rows: list[int | Group]) -> None:
        self._rows, self._places = rows, {one: row for row, one in enumerate(rows)}

    def _on_changed(self, ids: Sequence[int], columns: Sequence[Column]) -> None:
        if any(map(self._is_misplaced, ids)):
            self._arrange()
        places = self._places
        for first, last in runs(places[id_] for id_ in ids if id_ in places):
            self.dataChanged.emit(self.index(first, columns[0]), self.index(last, columns[-1]))
        for group in {self._files.group(id_) for id_ in ids}:
            if group is not None:
                self._tell(group)

    def _tell(self, group: Group) -> None:
        """Have the row of a group painted, and read by screen readers, again."""
        if (here := self.index(self._places.get(group, -1), Column.NAME)).isValid():
            self.dataChanged.emit(here, here)

    def _is_misplaced(self, id_: int) -> bool:
        """Return whether a file has to appear, disappear or move, as it is now."""
        if self.narrowed and self._accepts(id_) is not (id_ in self._accepted):
            return True
        return id_ in self._keys and self._keys[id_] != self._key(id_)

    def _key(self, id_: int) -> Any:
        return self._files.sort_key(id_, self.sort_column)

    def _accepts(self, id_: int) -> bool:
        if (entry := self._files.entry(id_)) is None or not self._wanted(entry):
            return False
        return self._text in entry.name.casefold() or self._text in self._folder(entry.path)

    def _folder(self, path: Path) -> str:
        """Return the file's folder without the user's home folder, whose name would be found in each."""
        if (folder := path.parent) not in self._folders:
            self._folders[folder] = wording.folder(path).casefold()
        return self._folders[folder]

    def _wanted(self, entry: TransferItem) -> bool:
        match self.shown:
            case Show.ATTENTION:
                return entry.needs_attention
            case Show.IN_PROGRESS:
                return entry.state.in_progress
            case Show.UPLOADED:
                return entry.state is State.UPLOADED
        return True


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Join neighbouring rows: [1, 2, 3, 7] becomes [(1, 3), (7, 7)]."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
