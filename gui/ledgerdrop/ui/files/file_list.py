"""Show the list of files, with keys, mouse and menus on its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyleOptionViewItem, QTreeView, QWidget

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.transfers import TransferItem
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action, MoveStep, MoveToAccountMenu, step_target, steps
from ledgerdrop.ui.files.file_filter import FileFilter, Index, runs
from ledgerdrop.ui.files.file_model import Column, FileModel, Group, ItemRole
from ledgerdrop.ui.files.row_delegate import Hot, RowDelegate, is_arrow, paint_focus, paint_group
from ledgerdrop.ui.text import formatting
from ledgerdrop.ui.text.language import fill, on_language_change
from ledgerdrop.ui.widgets.accessibility import Pause

_Reason = Qt.FocusReason
_BY_KEYS = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)
_COMES_BACK = (_Reason.PopupFocusReason, _Reason.MenuBarFocusReason, _Reason.ActiveWindowFocusReason)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SETTLED_MS = 250  # Qt makes the rows anew for screen readers whenever it lays them out, several times in a row

# Widths, in characters, below which ...
_SIZE_UNDER_NAME = 118  # ... the sizes stand under the names
_STATUS_UNDER_NAME = 46  # ... so does what is happening, as both would be cut short; beside the room of the actions
_NO_ACTIONS = 36  # ... and what can be done is left to the details and to the menu

_STATUS = 52  # characters that say what is happening, as a rule


class FileList(QTreeView):
    """Shows rows of files, with what can be done with them. `wanted` asks for an action on files."""

    wanted = Signal(object, object)  # Action, list[int]
    move_wanted = Signal(object, int)  # list[int], the place in the queue before which they go
    details_wanted = Signal()
    copy_wanted = Signal()
    send_wanted = Signal(object)  # list[int]
    account_wanted = Signal(object, object)  # list[int], the Account that is to have them
    heard = Signal(str)  # a result, to be read aloud

    def __init__(self, files: FileModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, rootIsDecorated=False, itemsExpandable=False, uniformRowHeights=True)
        self._files = files
        self._tell = Pause(_SETTLED_MS, self._tell_current, self)
        self.filter = FileFilter(files, self)
        self._rows = RowDelegate(self)
        self._pressed: Hot | None = None
        self._widths_chosen = False
        self._name_width = 0  # as the user chose it
        self._leaving: set[int] = set()  # when these are gone ...
        self._next_id = -1  # ... this is the file to go to
        self.setModel(self.filter)
        self.setItemDelegate(self._rows)
        self.setObjectName("files")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self._kept: tuple[int, list[int]] = (-1, [])  # current and selected files while the model is reset
        self.filter.modelAboutToBeReset.connect(self._before_reset)
        files.longer_name.connect(self._fit_columns)
        self.filter.modelReset.connect(self._after_reset)
        self.filter.rowsRemoved.connect(self._on_rows_removed)
        self._set_up_header()
        self.doubleClicked.connect(self._on_double_click)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.setAccessibleName(self.tr("Files"))
        self.setAccessibleDescription(
            self.tr("Each row is a file and its status. Press the menu key to see what you can do with it.")
        )
        self.header().setAccessibleName(self.tr("Columns"))
        self.filter.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._files.changed.emit(self._files.ids(), list(Column))
        self._measure()

    def selected_ids(self) -> list[int]:
        """Return the selected files, in the order shown.

        The row of a group stands for all of its files that are not filtered out, unless some of these are selected
        themselves.
        """
        rows = [self.filter.shown_at(index.row()) for index in self.selectionModel().selectedRows(Column.NAME)]
        chosen = {row for row in rows if isinstance(row, int) and self._files.entry(row) is not None}
        for group in rows:
            if isinstance(group, Group) and chosen.isdisjoint(members := self.filter.members(group)):
                chosen.update(members)
        return [id_ for id_ in self.filter.ids() if id_ in chosen] if len(chosen) > 1 else list(chosen)

    def selected_entries(self) -> list[TransferItem]:
        """Return the selected files."""
        return [entry for id_ in self.selected_ids() if (entry := self._files.entry(id_)) is not None]

    def show_file(self, id_: int) -> None:
        """Make that file current, select and show it, in an open group; unless it is filtered out."""
        if (group := self._files.group(id_)) is not None:
            self.filter.collapse(group, False)
            self._make_current(self.filter.row_of(id_))

    def _make_current(self, row: int) -> None:
        index = self.filter.index(row, Column.NAME)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def selectAll(self) -> None:
        super().selectAll()
        self.heard.emit(self.tr("%Ln file(s) selected", None, self.filter.count))

    def select_current(self) -> None:
        """Select the current file where none is selected, so that the user can see which it is."""
        if self.current_id() >= 0 and not self.selectionModel().hasSelection():
            self.show_file(self.current_id())

    def keep_place(self, ids: Sequence[int]) -> None:
        """Select the file after these, or else before them, once they are removed or filtered out."""
        listed, chosen = self.filter.ids(), set(ids)
        first = next((place for place, id_ in enumerate(listed) if id_ in chosen), len(listed))
        near = (id_ for id_ in (*listed[first:], *reversed(listed[:first])) if id_ not in chosen)
        self._leaving, self._next_id = chosen, next((id_ for id_ in near if self.filter.row_of(id_) >= 0), -1)

    def _on_rows_removed(self) -> None:
        if self._next_id >= 0 and self._leaving.isdisjoint(self.filter.ids()):
            next_id, self._next_id = self._next_id, -1
            self.show_file(next_id)
            self._tell.start()

    def select_first(self) -> None:
        """Select the first file where none is current; never a whole group."""
        if self.current_id() < 0 and not self.selected_ids():
            rows = range(self.filter.rowCount())
            self._make_current(next((row for row in rows if self.filter.group_at(row) is None), -1))

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by that column; -1 for the order of sending."""
        self.sortByColumn(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def steps(self) -> dict[MoveStep, int]:
        """Return the steps that would move the selected files, each with the place in the queue before which they go.

        There are none while the list is not in the order of sending, and for files whose turn is over.
        """
        chosen = self.selected_entries()
        if self.filter.sort_column >= 0 or not any(map(actions.can_move, chosen)):
            return {}
        ids, shown, order = [entry.id for entry in chosen], self.filter.ids(), self._files.ids()
        groups = {self._files.group(id_) for id_ in ids}
        beside = [id_ for id_ in shown if self._files.group(id_) in groups]  # a step passes another file of its group
        targets = {
            step: step_target(step, ids, beside if step in {MoveStep.UP, MoveStep.DOWN} else shown, order)
            for step in MoveStep
        }
        return {step: place for step, place in targets.items() if place is not None}

    def move_selected(self, step: MoveStep) -> None:
        """Ask for another place for the selected files."""
        chosen, place = self.selected_ids(), self.steps().get(step)
        if place is not None:
            self.move_wanted.emit(chosen, place)
            order = self._files.ids()
            params = {"place": formatting.number(order.index(chosen[0]) + 1), "count": formatting.number(len(order))}
            self.heard.emit(fill(self.tr("Moved to position {place} of {count}"), params))
        self.scrollTo(self.currentIndex())

    def send_selected(self) -> None:
        """Ask to send those of the selected files that need no question."""
        if ids := [entry.id for entry in self.selected_entries() if actions.can_send(entry)]:
            self.send_wanted.emit(ids)

    def move_to_account(self, account: Account) -> None:
        """Ask to let another account have the selected files."""
        movable = filter(actions.can_move, self.selected_entries())
        if ids := [entry.id for entry in movable if entry.account_id != account.id]:
            self.account_wanted.emit(ids, account)

    def select_files(self, ids: Sequence[int]) -> None:
        """Select these files, and show the first."""
        if not ids:
            return
        self.show_file(ids[0])
        chosen = QItemSelection()
        for first, last in runs(row for id_ in ids if (row := self.filter.row_of(id_)) >= 0):
            chosen.select(self.filter.index(first, Column.NAME), self.filter.index(last, Column.NAME))
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(chosen, flags)

    def reveal(self, id_: int) -> None:
        """Scroll to a file, unless it can be seen; the selection stays."""
        index = self.filter.index_of(id_)
        if index.isValid() and not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def menu(self) -> QMenu:
        """Return the menu of actions on the selected files."""
        menu = QMenu(self)
        chosen, rows = self.selected_entries(), self.selectionModel().selectedRows(Column.NAME)
        group = self.filter.group_at(rows[0].row()) if len(rows) == 1 else None
        if group is not None:
            words = self.tr("Expand") if self.filter.is_collapsed(group) else self.tr("Collapse")
            menu.addAction(words, partial(self._toggle, group))
            menu.addSeparator()
        offered = {choice.action: (choice.full, ids) for choice, ids in self.choices(chosen)}
        for action, (words, ids) in offered.items():
            menu.addAction(words, partial(self.wanted.emit, action, ids))
        choosable = [entry.id for entry in filter(actions.can_choose_after_upload, chosen)]
        if choosable and Action.CHOOSE not in offered:
            menu.addAction(self.tr("After the upload…"), partial(self.wanted.emit, Action.CHOOSE, choosable))
        menu.addSeparator()
        sendable = sum(map(actions.can_send, chosen))
        folder = self.tr("S&end this folder (%Ln file(s))", None, sendable) if group is not None and sendable else ""
        send = menu.addAction(folder or actions.send_selected_words(sendable), self.send_selected)
        send.setEnabled(sendable > 0)
        move_to = MoveToAccountMenu(menu)
        move_to.offer(actions.move_targets(chosen, self._files.accounts), sum(map(actions.can_move, chosen)))
        move_to.chosen.connect(self.move_to_account)
        menu.addMenu(move_to)
        menu.addSeparator()
        possible = self.steps()
        for step, words in steps().items():
            menu.addAction(words, partial(self.move_selected, step)).setEnabled(step in possible)
        menu.addSeparator()
        menu.addAction(self.tr("Show details")).triggered.connect(self.details_wanted)
        menu.addAction(self.tr("Copy details")).triggered.connect(self.copy_wanted)
        return menu

    def choices(self, chosen: Sequence[TransferItem]) -> list[tuple[actions.Choice, list[int]]]:
        """Return the actions that these files allow, each with the IDs of those to which it applies."""
        fitting: dict[Action, list[int]] = {action: [] for action in Action}
        for entry in chosen:
            for action in actions.possible(entry):
                fitting[action].append(entry.id)
        shown = actions.choices(chosen[0]) if len(chosen) == 1 else self._common(fitting)
        return [(choice, fitting[choice.action]) for choice in shown]

    def set_compact(self, low: bool) -> None:
        """Put the rows closer together."""
        self._rows.low = low
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        restyled = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if restyled and getattr(self, "_rows", None) is not None:
            self._measure()
        super().changeEvent(event)

    def _measure(self) -> None:
        self._rows.refresh()
        self._fit_columns()
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        self._open_menu(self._current_place() if by_keys else event.globalPos())

    def _current_place(self) -> QPoint:
        """Return the middle of the current row on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def _open_menu(self, place: QPoint) -> None:
        if self.selectionModel().hasSelection():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _COMES_BACK:  # else it is seen as before
            self._rows.shows_focus = event.reason() in _BY_KEYS
        if not self.currentIndex().isValid() and self.filter.rowCount():  # which is read then
            first, nothing = self.filter.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(first, nothing)
        super().focusInEvent(event)
        self._tell.start()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if not self.selectionModel().hasSelection():  # the first row, which may not have been read yet
            self._tell.start()

    def _tell_current(self) -> None:
        """Have a screen reader say the current row, though it is current already."""
        self.executeDelayedItemsLayout()
        if self.hasFocus() and self.currentIndex().isValid():
            self.currentChanged(self.currentIndex(), QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._rows.shows_focus = True
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._open_menu(self._current_place())
        elif self._steer_groups(event.key()):
            pass
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self.details_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _steer_groups(self, key: int) -> bool:
        """Collapse and expand groups by keys, as a tree does; return whether the key did that."""
        group, entry = self.filter.group_at(self.currentIndex().row()), self._entry(self.currentIndex())
        to_group, into = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            to_group, into = into, to_group
        if group is not None and key in (*_ENTER, Qt.Key.Key_Space):
            self._toggle(group)
        elif group is not None and key in (to_group, into):
            self._collapse(group, key == to_group)
        elif entry is not None and key == to_group and (own := self._files.group(entry.id)) is not None:
            if (row := self.filter.row_of(own)) < 0:
                return False
            self._make_current(row)
        else:
            return False
        return True

    def _collapse(self, group: Group, collapsed: bool) -> None:
        if collapsed is not self.filter.is_collapsed(group):
            self.filter.collapse(group, collapsed)
            self.heard.emit(self.filter.index_of(group).data(Qt.ItemDataRole.AccessibleTextRole))

    def _toggle(self, group: Group) -> None:
        self._collapse(group, not self.filter.is_collapsed(group))

    def _on_double_click(self, index: QModelIndex) -> None:
        if (group := self.filter.group_at(index.row())) is None:
            self.details_wanted.emit()
        else:
            self._toggle(group)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRect(0, self.visualRect(index).top(), self.viewport().width(), self._rows.row_height)
        if (group := self.filter.group_at(index.row())) is None:
            super().drawRow(painter, option, index)
        else:
            selected = self.selectionModel().isRowSelected(index.row(), QModelIndex())
            account = self._files.account_of(group)
            paint_group(painter, place, self, self.filter, group, account, selected=selected)
        if self._rows.shows_focus and self.hasFocus() and self.currentIndex().row() == index.row():
            paint_focus(painter, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._rows.shows_focus = False
        place = event.position().toPoint()
        group = self.filter.group_at(self.indexAt(place).row())
        from_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        if group is not None and is_arrow(place.x() if from_left else self.viewport().width() - place.x()):
            self._toggle(group)
            return
        self._pressed = self._link(place) if event.button() is Qt.MouseButton.LeftButton else None
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._link(event.position().toPoint()) is not None:
            self.mousePressEvent(event)  # two clicks on a link are no wish to see details
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif self._link(event.position().toPoint()) == pressed:
            self.wanted.emit(pressed.action, [pressed.id])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._heat(self._link(event.position().toPoint()))
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._heat(None)
        super().leaveEvent(event)

    def _set_up_header(self) -> None:
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(48)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.STATUS, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)  # a third click brings the order of adding back
        self.setSortingEnabled(True)
        self.sort_by(-1)
        header.sectionHandleDoubleClicked.connect(self._widths_reset)
        header.sectionPressed.connect(self._widths_noted)

    @property
    def name_width(self) -> int:
        """Return how wide the user made the column of names; 0 for as wide as fits."""
        if self._widths_chosen and not self._rows.status_in_name:
            self._name_width = self.header().sectionSize(Column.NAME)
        return self._name_width

    def restore_width(self, name_width: int) -> None:
        """Make the column of names as wide as the user had it before."""
        if name_width:
            self._widths_chosen, self._name_width = True, name_width
            self.header().resizeSection(Column.NAME, name_width)

    def _widths_reset(self) -> None:
        self._widths_chosen, self._name_width = False, 0
        self._fit_columns()

    def _widths_noted(self) -> None:
        self._widths_chosen = self._widths_chosen or self.header().cursor().shape() is Qt.CursorShape.SplitHCursor

    def _fit_columns(self) -> None:
        chosen = self.name_width
        header, rows, width = self.header(), self._rows, self.viewport().width()
        characters = width / self.fontMetrics().averageCharWidth()
        rows.size_in_name = characters < _SIZE_UNDER_NAME
        beside_actions = (width - rows.actions_width()) / self.fontMetrics().averageCharWidth()
        rows.status_in_name = beside_actions < _STATUS_UNDER_NAME
        header.setVisible(not rows.status_in_name)
        header.setSectionHidden(Column.SIZE, rows.size_in_name)
        header.setSectionHidden(Column.STATUS, rows.status_in_name)
        header.setSectionHidden(Column.ACTIONS, characters < _NO_ACTIONS)
        self.filter.hidden = [column for column in Column if header.isSectionHidden(column)]
        header.resizeSection(Column.SIZE, rows.size_width())
        header.resizeSection(Column.ACTIONS, rows.actions_width())
        room = width - header.sectionSize(Column.SIZE) - header.sectionSize(Column.ACTIONS)
        if rows.status_in_name:
            header.resizeSection(Column.NAME, room)
        elif chosen:
            header.resizeSection(Column.NAME, chosen)
        elif room > 0:
            header.resizeSection(Column.NAME, self._fitting_name_width(room))

    def _fitting_name_width(self, room: int) -> int:
        """Return the width of the longest name, within half of the room, or what the status can spare."""
        status = _STATUS * self.fontMetrics().averageCharWidth()
        most = max(room - status, round(room * 0.47))
        return min(max(self._rows.name_width(self._files.longest_name), room // 3), most)

    def _before_reset(self) -> None:
        self._kept = (self.current_id(), self.selected_ids())

    def _after_reset(self) -> None:
        current, selected = self._kept
        still = [id_ for id_ in selected if self._files.group(id_) is not None]
        if self._files.group(current) is not None:
            self.select_files([current, *(id_ for id_ in still if id_ != current)])

    def current_id(self) -> int:
        """Return the file of the current row, or -1."""
        entry = self._entry(self.currentIndex())
        return entry.id if entry else -1

    def _entry(self, index: QModelIndex) -> TransferItem | None:
        entry: TransferItem | None = index.data(ItemRole.ENTRY)
        return entry

    def _link(self, point: QPoint) -> Hot | None:
        index = self.indexAt(point)
        if index.column() != Column.ACTIONS or (entry := self._entry(index)) is None:
            return None
        links = self._rows.links(self.visualRect(index), self.layoutDirection(), entry)
        return next((Hot(entry.id, choice.action) for choice, where in links if where.contains(point)), None)

    def _heat(self, hot: Hot | None) -> None:
        if hot != self._rows.hot:
            self._rows.hot = hot
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _common(self, fitting: Mapping[Action, Sequence[int]]) -> list[actions.Choice]:
        """Offer one choice for each action that fits some of several files, with their number."""
        count = {action: len(ids) for action, ids in fitting.items()}
        words = {
            Action.SEND_ANYWAY: self.tr("Send %Ln file(s) anyway", None, count[Action.SEND_ANYWAY]),
            Action.RETRY: self.tr("Retry %Ln file(s)", None, count[Action.RETRY]),
            Action.RESUME: self.tr("Resume %Ln file(s)", None, count[Action.RESUME]),
            Action.IMPORT_AGAIN: self.tr("Submit %Ln file(s) again", None, count[Action.IMPORT_AGAIN]),
            Action.DECIDE: self.tr("Resolve %Ln file(s)…", None, count[Action.DECIDE]),
            Action.ASK_NOW: self.tr("Check status of %Ln file(s)", None, count[Action.ASK_NOW]),
            Action.CANCEL: self.tr("Cancel %Ln file(s)", None, count[Action.CANCEL]),
            Action.REMOVE: self.tr("Remove %Ln file(s) from the list", None, count[Action.REMOVE]),
        }
        return [actions.Choice(action, text, text) for action, text in words.items() if fitting[action]]
