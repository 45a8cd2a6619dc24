"""Give the queue's files to the list: in their groups, and cell by cell."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import IngestionStatus
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State, Summary, TransferItem
from ledgerdrop.transfer.file_table import counted_as
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import fill, visible


class Column(IntEnum):
    """Lists the columns of the list, in the order of reading.

    Another column needs its header, voice and order here, what is painted of it and its width in `row_delegate`, and
    its place in `file_list` (`_set_up_header`, `_fit_columns`); to sort by it from the menu and at the next start, a
    member of the same name in `SortBy` and a line in `main_menu`.
    """

    NAME = 0
    SIZE = 1
    STATUS = 2
    ACTIONS = 3


class ItemRole(IntEnum):
    """Lists what else a row can be asked for."""

    ENTRY = Qt.ItemDataRole.UserRole
    OWNER = Qt.ItemDataRole.UserRole + 1


# Going up and down, screen readers of Windows and macOS read the cell of the name only; Orca reads the whole row.
_READS_CELLS = not sys.platform.startswith("linux")

# Sorted by status, what needs the user comes first and what is done comes last.
_BY_URGENCY: tuple[tuple[State | IngestionStatus, ...], ...] = (
    (State.REJECTED, State.FAILED),
    (IngestionStatus.NOT_TAKEN_IN, IngestionStatus.REFUSED, IngestionStatus.UNCONFIRMED, IngestionStatus.UNTOLD),
    (IngestionStatus.HELD_BACK, State.WARNED),
    (State.RETRYING, State.SENDING, State.CHECKING, State.READY, State.QUEUED, State.PAUSED),
    (IngestionStatus.WAITING, IngestionStatus.PLANNED, IngestionStatus.ASKED, IngestionStatus.PROCESSING),
    (State.DUPLICATE, State.CANCELLED, State.UPLOADED, IngestionStatus.FOUND, IngestionStatus.TAKEN_IN),
)
_URGENCY = {state: rank for rank, state in enumerate(chain.from_iterable(_BY_URGENCY))}


class Group:
    """Holds the files of one folder, or (`path` None) those that were dropped by themselves; with their sums.

    The folder is one that was dropped, or lies right below one; `parts` make its name.
    """

    def __init__(self, entry: TransferItem) -> None:
        self.key = entry.group_folder
        self.path = Path(self.key) if self.key else None
        below = self.path is not None and self.path != entry.dropped_in
        self.parts = self.path.parts[-2 if below else -1 :] if self.path else ()
        self.size = 0
        self.account_ids: Counter[str] = Counter()
        self._files: Counter[State] = Counter()
        self._ingestions: Counter[IngestionStatus | None] = Counter()

    def count(self, entry: TransferItem, sign: int) -> None:
        """Add a file to the sums (1), or take it out of them (-1)."""
        self.size += sign
        self.account_ids[entry.account_id] += sign
        self._files[entry.state] += sign
        if entry.state is State.UPLOADED:
            self._ingestions[entry.ingestion_status] += sign

    @property
    def summary(self) -> Summary:
        """Return the sums in the form in which those of all files are shown."""
        return counted_as(self._files, self._ingestions)


class FileModel(QObject):
    """Holds the queue's files and their groups, and what the list's cells say of them.

    Its signals follow the queue's, once this model has taken over what they tell. Emits `longer_name` for a name
    longer than all before it.
    """

    added = Signal(object)  # list[int]
    removed = Signal()
    reordered = Signal()
    changed = Signal(object, object)  # list[int], and the neighbouring columns that have changed: Sequence[Column]
    longer_name = Signal()

    def __init__(self, queue: TransferQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._noted: dict[int, TransferItem] = {}  # as it is counted, in the queue's order
        self._groups: dict[str, Group] = {}
        self._group_of: dict[int, Group] = {}
        self._owners: dict[str, str] = {}
        self.accounts: Sequence[Account] = ()  # all, as the settings have them
        self._account_id = ""
        self.longest_name = ""  # by its number of characters
        self._countdown = QTimer(self, interval=1000)
        self._countdown.timeout.connect(self._count_down)
        self._note(queue.ids())
        queue.added.connect(self._on_added)
        queue.changed.connect(self._on_changed)
        queue.removed.connect(self._on_removed)
        queue.reordered.connect(self._on_reordered)

    @property
    def count(self) -> int:
        """Count all files."""
        return len(self._noted)

    def entry(self, id_: int) -> TransferItem | None:
        """Return the file with that ID; None once it was removed, which the rows learn a moment later."""
        try:
            return self._queue.entry(id_)
        except KeyError:
            return None

    def then(self, entry: TransferItem) -> str:
        """Return in words what follows the upload of a file that was not sent yet."""
        how = None if entry.state.finished else self._queue.after_upload(entry.id)
        return wording.then(how, together=self._queue.imported_together(entry.id)) if how else ""

    def ids(self) -> list[int]:
        """Return all files, in the order in which they are sent."""
        return list(self._noted)

    def use(self, settings: Settings) -> None:
        """Take over these accounts; files of others than the one in use are shown with their account's name."""
        self.accounts = settings.accounts
        owners = {account.id: wording.account(account) for account in settings.accounts}
        if (owners, settings.current_id) != (self._owners, self._account_id):
            self._owners, self._account_id = owners, settings.current_id
            self.changed.emit(self.ids(), [Column.NAME])

    def owner(self, account_id: str) -> str:
        """Return the name of that account if it is not the one in use, else ""."""
        if account_id == self._account_id or not self._account_id:
            return ""
        return self._owners.get(account_id) or self.tr("a removed account")

    def account_of(self, group: Group) -> str:
        """Return the names of the accounts of a group's files; "" where there is one account only."""
        owners = [account_id for account_id, files in group.account_ids.items() if files]
        if len(self.accounts) < 2:
            return ""
        if len(owners) > 1:
            return self.tr("%Ln account(s)", None, len(owners))
        return self._owners.get(owners[0]) or self.tr("a removed account")

    def group(self, id_: int) -> Group | None:
        """Return the group that a file belongs to; None for one that is not listed any more."""
        return self._group_of.get(id_)

    def groups(self) -> list[Group]:
        """Return all groups that have files."""
        return list(self._groups.values())

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        return self.tr("File"), self.tr("Size"), self.tr("Status"), ""

    def value(self, id_: int, column: int, role: int) -> Any:
        """Return what a cell of that file has for a role; None once the file is gone."""
        if (entry := self.entry(id_)) is None:
            return None
        match role:
            case ItemRole.ENTRY:
                return entry
            case ItemRole.OWNER:
                return self.owner(entry.account_id)
            case Qt.ItemDataRole.DisplayRole:
                return self._text(entry, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._aloud(entry, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole if column == Column.NAME and _READS_CELLS:
                return wording.status(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return _tooltip(entry, column)
        return None

    def sort_key(self, id_: int, column: int) -> Any:
        """Return what a file of a group is sorted by: as it was when the rows heard of it last."""
        entry = self._noted[id_]
        match column:
            case Column.NAME:
                return entry.name.casefold()
            case Column.SIZE:
                return -1 if entry.size is None else entry.size
            case Column.STATUS:  # folder and name stay in order among files of one kind
                return _URGENCY[entry.ingestion_status or entry.state], str(entry.path.parent), entry.name.casefold()
        return id_

    def _text(self, entry: TransferItem, column: int) -> str:
        match column:
            case Column.NAME:
                return visible(entry.name)
            case Column.SIZE:
                return "" if entry.size is None else formatting.size(entry.size)
            case Column.STATUS:
                return wording.status(entry)
        return ""

    def _aloud(self, entry: TransferItem, column: int) -> str:
        """Return what a screen reader says of a cell: its own value; with a name also the folder and the account."""
        match column:
            case Column.NAME:
                owner = self._owners.get(entry.account_id) or self.owner(entry.account_id)
                named = self.tr("{file}, in {folder}, for {account}") if owner else self.tr("{file}, in {folder}")
                folder = wording.whereabouts(entry.path, entry.dropped_in)
                return fill(named, {"file": visible(entry.name), "folder": folder, "account": owner})
            case Column.SIZE:
                return self._text(entry, Column.SIZE) or self.tr("Unknown size")
            case Column.STATUS:
                more = wording.more(entry)
                return f"{wording.status(entry)}. {more}" if more else wording.status(entry)
        return ", ".join(choice.full for choice in actions.choices(entry))

    def _on_added(self, ids: Sequence[int]) -> None:
        self._note(ids)
        self.added.emit(ids)
        longest = max((self._noted[id_].name for id_ in ids if id_ in self._noted), key=len, default="")
        if len(longest) > len(self.longest_name):
            self.longest_name = longest
            self.longer_name.emit()

    def _on_changed(self, ids: Sequence[int]) -> None:
        known = [id_ for id_ in ids if id_ in self._noted]
        self._note(known)
        self.changed.emit(known, list(Column))

    def _on_removed(self, ids: Sequence[int]) -> None:
        for id_ in self._noted.keys() & ids:
            group = self._group_of.pop(id_)
            group.count(self._noted.pop(id_), -1)
            if not group.size:
                del self._groups[group.key]
        self.removed.emit()

    def _on_reordered(self) -> None:
        self._noted = {id_: self._noted[id_] for id_ in self._queue.ids() if id_ in self._noted}
        self.reordered.emit()

    def _note(self, ids: Sequence[int]) -> None:
        """Remember the states of these files, and count down to the next attempt of those that wait for one."""
        for entry in filter(None, map(self.entry, ids)):
            if (group := self._group_of.get(entry.id)) is not None:
                group.count(self._noted[entry.id], -1)
            else:
                key = entry.group_folder
                group = self._group_of[entry.id] = self._groups.get(key) or self._groups.setdefault(key, Group(entry))
            self._noted[entry.id] = entry
            group.count(entry, 1)
            if entry.state is State.RETRYING and not self._countdown.isActive():
                self._countdown.start()

    def _count_down(self) -> None:
        waiting = self._queue.in_state(State.RETRYING)
        if not waiting:
            self._countdown.stop()
        self.changed.emit(waiting, [Column.STATUS])


def _tooltip(entry: TransferItem, column: int) -> str | None:
    """Return the text that a narrow column may have cut off."""
    match column:
        case Column.NAME:
            return language.plain(f"{visible(entry.name)}\n{wording.folder(entry.path)}")
        case Column.STATUS:
            return language.plain("\n".join(filter(None, (wording.status(entry), wording.more(entry)))))
    return None
