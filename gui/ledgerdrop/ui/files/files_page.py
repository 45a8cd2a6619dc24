"""Lay out the middle of the window: the list, its filters, the details beside it, and what is asked there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QSplitter, QStyle, QVBoxLayout, QWidget

from ledgerdrop.background.inspection_service import InspectionService
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.transfers import TransferItem
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.dialogs.dialog import Dialog, UnconfirmedQuestion
from ledgerdrop.ui.drop_zone import DropVeil
from ledgerdrop.ui.files.file_filter import Show
from ledgerdrop.ui.files.file_list import FileList
from ledgerdrop.ui.files.file_model import FileModel
from ledgerdrop.ui.settings.after_upload_fields import AfterUploadFields
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import fill, on_language_change
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets import layout
from ledgerdrop.ui.widgets.accessibility import READ_MS, Pause
from ledgerdrop.ui.widgets.buttons import Button, CountingTab, Disclosure
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import FlowLayout, arranged

if TYPE_CHECKING:
    from ledgerdrop.ui.files.details_panel import DetailsPanel

# Device-independent pixels at the usual size of text
_DETAILS: Final = 320  # the width of the details until the user gives them another
_BESIDE: Final = 1000  # in a narrower window they lie over the list
_MOST_FOLLOWED: Final = 200  # selected rows whose changes the details follow: each is asked for what it allows


class Workspace(QWidget):
    """Shows the list and all around it. Emits `wanted` for an action on files; its button `add` is for more."""

    wanted = Signal(object, object)  # Action, list[int]
    said = Signal(str)  # why nothing happened
    heard = Signal(str)  # a result, to be read aloud

    def __init__(self, files: FileModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self._files = files
        self._expected: frozenset[Path] = frozenset()  # what was dropped, until the list has been scrolled to it
        self.list = FileList(files, self)
        self._details: DetailsPanel | None = None
        self.inspections: InspectionService | None = None  # looks inside the files for the details
        self.veil = DropVeil(self)
        self.search = QLineEdit(self)
        self.nothing = Label("", Type.TITLE, role=Role.MUTED, wrap=True, parent=self.list)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        self.list.viewport().installEventFilter(self)
        self.search.installEventFilter(self)
        self._count_aloud = Pause(READ_MS, self._say_count, self)
        self.tabs = QButtonGroup(self)
        self._counts: Mapping[Show, int] = dict.fromkeys(Show, 0)

        self.split = QSplitter(Qt.Orientation.Horizontal, self, handleWidth=1, childrenCollapsible=False)
        self.split.setMinimumHeight(1)  # the line above it is not covered, however low the window is
        self.list.setMinimumHeight(1)
        self.split.addWidget(self.list)
        self.split.setStretchFactor(0, 1)
        self.split.splitterMoved.connect(self._on_split)
        self.split.installEventFilter(self)
        self._details_width = theme.scaled(_DETAILS)
        parts = (self._band(), layout.horizontal_line(self), self.split)
        arranged(QVBoxLayout(self), *parts, gap=0, stretch=self.split)

        self.list.wanted.connect(self.wanted)
        self.list.selectionModel().currentRowChanged.connect(self._look_at_details)
        self.list.selectionModel().selectionChanged.connect(self._look_at_details)
        self.list.filter.modelReset.connect(self._look_at_details)  # the list has selected its files again by then
        self.list.details_wanted.connect(self.open_details)
        self.list.copy_wanted.connect(self.copy_details)
        self.list.filter.arranged.connect(self._tell_what_is_found)
        files.changed.connect(self._on_changed)
        files.added.connect(self._go_to_expected)
        layout.tab_through(self.add, *self._tab_buttons.values(), self.toggle, self.search, self.list)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.add.setText(self.tr("Add files…"))
        self.add.setAccessibleDescription(self.tr("Choose files, or drop them anywhere on this window"))
        self.add.setToolTip(self.tr("You can also drop files and folders anywhere on this window"))
        for tab in self._tab_buttons.values():
            tab.setAccessibleDescription(self.tr("Filters the list"))
        self.toggle.setText(self.tr("Details"))
        self.toggle.setAccessibleDescription(self.tr("Shows details of the selected file beside the list"))
        self.search.setPlaceholderText(self.tr("Find by name"))
        layout.widen_to_hint(self.search, theme.scaled(200))
        self.search.setAccessibleName(self.tr("Find by name"))
        self.search.setToolTip(self.tr("Also finds folders"))
        layout.show_clear_button(self.search)
        self._name_tabs()
        self._tell_what_is_found()

    @property
    def details(self) -> DetailsPanel:
        """Return the panel beside the list; made when it is first asked for, so that the window appears sooner."""
        if self._details is None:
            from ledgerdrop.ui.files.details_panel import DetailsPanel  # noqa: PLC0415 - late, as said above

            self._details = DetailsPanel(self.inspections, self)
            self._details.hide()
            self._details.close_button.clicked.connect(self.close_details)
            self._details.wanted.connect(self.wanted)
            self._details.said.connect(self.said)
            layout.tab_through(self.list, *self._details.stops)
        return self._details

    def show_counts(self, counts: Mapping[Show, int]) -> None:
        """Show the numbers of files on the filters."""
        if counts != self._counts:
            self._counts = counts
            self._name_tabs()

    def _name_tabs(self) -> None:
        for show, words in (
            (Show.ALL, self.tr("All {count}")),
            (Show.ATTENTION, self.tr("Needs attention {count}")),
            (Show.IN_PROGRESS, self.tr("In progress {count}")),
            (Show.UPLOADED, self.tr("Uploaded {count}")),
        ):
            self._tab_buttons[show].setText(fill(words, {"count": formatting.number(self._counts[show])}))
        self._make_room()

    def show_only(self, which: Show) -> None:
        """Show only the files that this filter lets through."""
        self._tab_buttons[which].setChecked(True)
        self.list.filter.show_only(which)
        self._make_room()
        self._count_aloud.start()

    def show_attention(self) -> None:
        """Show only what needs the user, with the first one's details."""
        self.show_only(Show.ATTENTION)
        self.list.setFocus()
        self.open_details()
        self.list.select_current()

    def show_added(self, paths: Sequence[Path] = ()) -> None:
        """Show all files, so that those that are being added are seen, and go to the first of them."""
        self._expected = frozenset(paths)
        self.search.clear()
        if self.list.filter.shown is not Show.ALL:
            self.show_only(Show.ALL)
        self._go_to_expected(self._files.ids())

    def show_again(self, ids: Sequence[int]) -> None:
        """Select files that are back in the list, whatever the filter was."""
        if any(self.list.filter.row_of(id_) < 0 for id_ in ids):
            self.show_added()
        self.list.select_files(ids)

    def _go_to_expected(self, ids: Sequence[int]) -> None:
        """Scroll to the first row of what was dropped: to that of a folder, and then to the first file in it."""
        if not self._expected:
            return
        for entry in filter(None, map(self._files.entry, ids)):
            if not self._expected.isdisjoint((entry.path, entry.dropped_in)):
                self._expected = self._expected.intersection([entry.path])
                self.list.reveal(entry.id)
                return

    def open_details(self) -> None:
        """Show the panel for the current row, the first one where there is none."""
        self.list.select_first()
        self.toggle.setChecked(True)
        self.details.show()
        self._place_details()
        self._look_at_details()
        self.heard.emit(self.details.summary())

    def close_details(self) -> None:
        """Close the panel, and give its room to the list."""
        self.toggle.setChecked(False)
        if self._details is not None:
            self._details.hide()
        self.list.setFocus()

    def copy_details(self) -> None:
        """Copy what the panel would say of the current row."""
        if (entry := self._files.entry(self.list.current_id())) is not None:
            self.details.show_entry(entry, self._files.then(entry))
            self.details.copy_all()
            self._look_at_details()

    def find_by_name(self) -> None:
        """Put the keyboard into the search field."""
        self.search.show()
        self.search.setFocus()
        self.search.selectAll()

    def veil_over(self, shown: bool) -> None:
        """Cover the list while files are held above the window, or uncover it."""
        self.veil.raise_()
        self.veil.setVisible(shown)

    def set_compact(self, low: bool) -> None:
        """Show as many rows as there is room for."""
        margin = Space.XS if low else Space.S
        self._above.setContentsMargins(Space.XL, margin, Space.XL, margin)
        self.list.set_compact(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.veil.setGeometry(self.rect())
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toggle.isChecked():
            self.close_details()
        else:
            super().keyPressEvent(event)

    def _place_details(self) -> None:
        """Put the details beside the list, or over it where there is no room for both."""
        details = self._details
        if details is None or details.isHidden():
            return
        over, beside = self.width() < theme.scaled(_BESIDE), self.split.indexOf(details) >= 0
        details.lie_over(over)
        if over and beside:
            details.setParent(self)
        elif not over and not beside:
            self.split.addWidget(details)
        details.show()  # a change of its parent has hidden it
        if not over:
            self.split.setSizes([self.split.width() - self._details_width, self._details_width])
            return
        least = details.minimumSizeHint()
        width = max(min(theme.scaled(_DETAILS), self.width() * 2 // 3), least.width())
        room = self.split.geometry() if self.split.height() >= least.height() else self.rect()
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        details.setGeometry(QStyle.visualRect(self.layoutDirection(), room, place))
        details.raise_()

    def _on_split(self) -> None:
        self._details_width = self.split.sizes()[-1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.list.viewport():
            self.nothing.setGeometry(self.list.viewport().geometry())
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self.split:
            self._place_details()
        if watched is self.search and self.search.text() and _is_escape(event):
            self.search.clear()
            return True
        if event.type() is QEvent.Type.FocusOut and watched is self.search:
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """Leave one tab to the menu where a line has no room for all, and show the search only while it is used."""
        in_progress = self._tab_buttons[Show.IN_PROGRESS]
        tabs = sum(tab.sizeHint().width() + Space.S for tab in (self.add, *self._tab_buttons.values()))
        in_progress.setVisible(tabs + 2 * Space.XL <= self.width() or in_progress.isChecked())
        parts = (self.add, *self._tab_buttons.values(), self.toggle)
        room = self.width() - 2 * Space.XL - Space.S
        self.toggle.setVisible(layout.in_one_line(*parts, gap=Space.S) <= room)
        all_fit = layout.in_one_line(*parts, self.search, gap=Space.S) <= room
        self.search.setVisible(all_fit or bool(self.search.text()) or self.search.hasFocus())

    def _band(self) -> FlowLayout:
        self.add = Button("", shape=icons.Shape.DROP, parent=self)
        self._tab_buttons = {show: CountingTab(parent=self) for show in Show}
        for show, tab in self._tab_buttons.items():
            tab.setChecked(show is Show.ALL)
            tab.clicked.connect(self._on_tab)
            self.tabs.addButton(tab)
        self.search.setAcceptDrops(False)  # the window takes all drops
        self.search.textChanged.connect(self._on_find)
        self.hits = Label("", Type.CAPTION, role=Role.MUTED, parent=self)
        self.hits.hide()
        self.toggle = Disclosure("tab", icons.Shape.INFO, parent=self)
        self.toggle.clicked.connect(self._on_toggle)
        self._above = FlowLayout(self.add, *self._tab_buttons.values(), row_gap=Space.XS)
        self._above.add_trailing(self.hits, self.toggle, self.search)
        self._above.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        return self._above

    def _on_tab(self) -> None:
        self.show_only(next(show for show, tab in self._tab_buttons.items() if tab.isChecked()))

    def _on_find(self, text: str) -> None:
        self.list.filter.find(text)
        self._count_aloud.start()

    def _say_count(self) -> None:
        count = self.list.filter.count
        self.heard.emit(self.nothing.text() if not count else self.tr("%Ln file(s) shown", None, count))

    def _on_toggle(self, wanted: bool) -> None:
        if wanted:
            self.open_details()
        else:
            self.close_details()

    def _look_at_details(self) -> None:
        """Show the selection, if the details are open."""
        if self._details is None or self._details.isHidden():
            return
        chosen = self.list.selected_entries()
        one = chosen[0] if chosen else self._files.entry(self.list.current_id())
        if one is None or len(chosen) > 1:
            self._details.show_selection(chosen, self.list.choices(chosen))
        else:
            self._details.show_entry(one, self._files.then(one))

    def _on_changed(self) -> None:
        selected = self.list.selectionModel().selection()
        if sum(selected.at(place).height() for place in range(selected.count())) <= _MOST_FOLLOWED:
            self._look_at_details()

    def _tell_what_is_found(self) -> None:
        """Say why no file is shown, and beside the search how many files it has found."""
        count, searched = self.list.filter.count, bool(self.search.text().strip())
        empty = self.list.filter.narrowed and count == 0
        none_shown = {
            Show.ATTENTION: self.tr("No files need your attention"),
            Show.IN_PROGRESS: self.tr("No file is being checked or sent"),
        }.get(self.list.filter.shown, self.tr("No uploads yet"))
        self.nothing.setText(self.tr("No files match") if empty and searched else none_shown)
        self.nothing.setVisible(empty)
        self.hits.setText(wording.shown_of_all(count, self._files.count))
        self.hits.setVisible(searched)

    def hasHeightForWidth(self) -> bool:
        return False  # it takes what the others leave, and scrolls

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 80)


def _is_escape(event: QEvent) -> bool:
    pressed = QEvent.Type.KeyPress
    return isinstance(event, QKeyEvent) and event.type() is pressed and event.key() == Qt.Key.Key_Escape


_SECONDS: Final = 10


class UndoBar(QFrame):
    """Lies over the lower end of the list, so that nothing moves. Emits `wanted` with the items to bring back.

    After the ten seconds the items can still be brought back with the keys, until others are removed.
    """

    wanted = Signal(object)  # list[TransferItem]
    said = Signal(str)  # to be read aloud

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("undoBar")
        self._over = over
        self.items: Sequence[TransferItem] = []  # that can be brought back
        self.words = Label("", parent=self)
        self.undo = Button("", "quiet", clicked=self.bring_back, parent=self)
        margins = (Space.L, Space.S, Space.S, Space.S)
        arranged(QHBoxLayout(self), self.words, self.undo, gap=Space.L, margins=margins)
        self._end = Pause(_SECONDS * 1000, self.hide, self)
        over.installEventFilter(self)
        self.hide()
        on_language_change(self, self._retranslate_ui)

    def offer(self, items: Sequence[TransferItem]) -> None:
        """Offer to bring these removed items back."""
        if not items:
            return
        self.items = items
        self._retranslate_ui()
        self._place()
        self.show()
        self.raise_()
        self._end.start()
        self.said.emit(f"{self.words.text()} {self.tr('Press Ctrl+Z to undo.')}")

    def bring_back(self) -> None:
        """Bring the items back; once."""
        items, self.items = self.items, []
        self.hide()
        if items:
            self.wanted.emit(items)

    def eventFilter(self, _over: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _retranslate_ui(self) -> None:
        self.words.setText(self.tr("%Ln file(s) removed from the list.", None, len(self.items)))
        self.undo.setText(self.tr("&Undo"))
        self.undo.setAccessibleDescription(self.tr("Brings back what was removed"))

    def _place(self) -> None:
        self.adjustSize()
        place = self.rect()
        place.moveCenter(self._over.rect().center())
        place.moveBottom(self._over.rect().bottom() - Space.M)
        self.setGeometry(place)


class AfterUploadDialog(Dialog):
    """Asks what follows the upload of some files. Accepted: `fields` holds the answer."""

    def __init__(self, how: IngestionOptions | None, parent: QWidget, *, together: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("After the upload"))
        self.fields = AfterUploadFields(self)
        self.cancel = Button(self.tr("Cancel"), clicked=self.reject, parent=self)
        self.ok = Button(self.tr("OK"), "primary", clicked=self.accept, parent=self)
        self.ok.setDefault(True)
        title = Label(self.windowTitle(), Type.TITLE, strong=True, wrap=True)
        buttons = FlowLayout(trailing=[self.cancel, self.ok])
        self._column = self.lay_out(title, self.fields, buttons, gap=Space.L)
        self._column.addStrut(400)
        self.fields.show_choice(how, together=together)
        self.fields.edited.connect(self._judge)
        self.fields.wanted.toggled.connect(self._make_room)
        self._judge()

    def _make_room(self) -> None:
        """Grow to the height of the wrapped lines, which a window does not find out by itself."""
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def _judge(self) -> None:
        self.ok.setEnabled(self.fields.valid)


class AfterUploadController(QObject):
    """Asks what follows the upload, or what to do where Clear may have received the request, and tells the queue."""

    def __init__(self, queue: TransferQueue, parent: QWidget) -> None:
        super().__init__(parent)
        self._queue = queue
        self._parent = parent
        self.question: UnconfirmedQuestion | None = None

    def choose(self, ids: Sequence[int]) -> None:
        """Ask for these files, beginning with what is chosen for the first of them."""
        first = ids[0]
        how, together = self._queue.after_upload(first), self._queue.imported_together(first)
        dialog = AfterUploadDialog(how, self._parent, together=together)
        if dialog.exec():
            fields = dialog.fields
            self._queue.plan_import(ids, fields.how, together=fields.together.isChecked())
        dialog.deleteLater()

    def decide(self, ids: Sequence[int]) -> None:
        """Ask what to do with files that Clear may have received, and with all that were submitted with them."""
        rows = self._queue.batch_mates(ids)
        if not rows or self.question is not None:
            return
        self.question = UnconfirmedQuestion(rows, self._parent)
        self.question.found.connect(self._queue.found_in_clear)
        self.question.missing.connect(self._queue.import_again)
        self.question.finished.connect(self._on_decided)
        self.question.open()

    def _on_decided(self) -> None:
        self.question = None
