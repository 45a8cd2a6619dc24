"""Show the history: every upload that storage confirmed, to be found, proved, and sent once more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTableView, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import Receipt, ReceiptQuery, ReceiptsOverview
from ledgerdrop.model.problems import Problem
from ledgerdrop.transfer.journal_worker import History
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.dialogs.dialog import Dialog, Question, ask_where_to_save
from ledgerdrop.ui.history import receipts
from ledgerdrop.ui.history.receipts import ReceiptColumn, ReceiptDelegate, ReceiptModel
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import fill, on_language_change, sided
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets import layout
from ledgerdrop.ui.widgets.accessibility import READ_MS, Pause
from ledgerdrop.ui.widgets.buttons import Button, ComboBox
from ledgerdrop.ui.widgets.labels import Label, StatusLabel, say_aloud
from ledgerdrop.ui.widgets.layout import FlowLayout, arranged, horizontal_line

_NARROW = 720  # below this there is no room for size and account: their receipt has them


_SUM_LINE: Final = re.compile(r"^.*[0-9a-f\u200b]{32,}.*$\n?", re.MULTILINE)
_SUM: Final = re.compile(r"[0-9a-f]{32}(?=[0-9a-f])")


class HistoryDialog(Dialog):
    """Shows the receipts. Emits `again` with a list of receipts whose files are to be put in the list once more.

    `accounts` are the IDs of the accounts that are still in the settings: nothing can be sent with others.
    """

    again = Signal(object)
    usual = QSize(900, 640)
    narrowest = 600
    widest = 1600  # a table, of which no column has long lines

    def __init__(self, history: History, accounts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self._history = history
        self._accounts = frozenset(accounts)
        self.question: Question | None = None
        self.model = ReceiptModel(history, self)
        self.count = Label("", role=Role.MUTED, parent=self)
        self.search = QLineEdit(self)
        self.account = ComboBox(self.tr("Account"), self)
        self.day = ComboBox(self.tr("Day"), self)
        # A tree view looks at every row whenever a page comes: 0.4 s for 50,000
        self.list = QTableView(self, showGrid=False, wordWrap=False)
        self.nothing = Label(self.tr("Reading…"), Type.TITLE, role=Role.MUTED, wrap=True, parent=self.list)
        self.proof = Label("", Type.CAPTION, role=Role.MUTED, wrap=True, parent=self)
        self._say_count = Pause(READ_MS, self._on_pause, self)
        self.said = StatusLabel("", wrap=True, parent=self)
        self.open_folder = Button(self.tr("Open folder"), clicked=self._on_open_folder, parent=self)
        self.send_again = Button(self.tr("Send again"), clicked=self._on_send_again, parent=self)
        self.copy = Button(self.tr("Copy receipt"), clicked=self._on_copy, parent=self)
        self.export = Button(self.tr("Export…"), clicked=self._on_export, parent=self)
        self.pdf = Button(self.tr("Save as PDF"), parent=self)
        menu = QMenu(self.pdf)
        self.pdf_selected = menu.addAction(self.tr("Selected receipts…"), self._on_pdf)
        self.pdf_batch = menu.addAction(self.tr("Everything in the same import…"), self._on_pdf)
        self.pdf_listed = menu.addAction(self.tr("Everything listed…"), self._on_pdf)
        self.pdf.setMenu(menu)
        self.clear = Button(self.tr("Delete history…"), clicked=self._on_clear, parent=self)
        self.close_button = Button(self.tr("Close"), "primary", clicked=self.reject, parent=self)
        self._set_up()
        self._lay_out()
        self._connect()
        self._on_selected()
        self.search.setFocus()
        self.look_again()

    def look_again(self) -> None:
        """Read all receipts again."""
        self._history.look_around()
        self._find()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.list.viewport():
            self.nothing.setGeometry(self.list.viewport().geometry())
            narrow = self.list.width() < _NARROW
            self.list.setColumnHidden(ReceiptColumn.SIZE, narrow)
            self.list.setColumnHidden(ReceiptColumn.ACCOUNT, narrow)
            # For the rows a hidden column is the last one, for the titles the last one seen; theirs has to be told.
            last = "" if not narrow else "first" if self.isRightToLeft() else "last"
            layout.set_property(self.list.horizontalHeader(), "inner", last)
        return super().eventFilter(watched, event)

    def selected(self) -> list[Receipt]:
        """Return the receipts of the selected rows."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.model.receipts[row] for row in rows]

    def _find(self) -> None:
        account, day = self.account.currentData(), self.day.currentData()
        self.model.find(ReceiptQuery(self.search.text().strip(), account or "", day))

    def _on_counted(self, total: int) -> None:
        if self.count.text():  # not when the dialog opens
            self._say_count.start()
        self.count.setText(self.tr("%Ln upload(s)", None, total))
        narrowed = self.model.query != ReceiptQuery()
        self.nothing.setText(self.tr("No uploads match") if narrowed else self.tr("No uploads yet"))
        self.nothing.setVisible(total == 0)
        self.export.setEnabled(total > 0)
        self.pdf.setEnabled(total > 0)
        self.clear.setEnabled(total > 0 or narrowed)

    def _on_pause(self) -> None:
        """Announce how many receipts are found."""
        say_aloud(self, self.count.text())

    def _on_scrolled(self, value: int) -> None:
        # Two windows' heights before the end, so that whoever scrolls steadily does not see the end.
        bar = self.list.verticalScrollBar()
        if value + 2 * bar.pageStep() >= bar.maximum():
            self.model.read_on()

    def _on_reset(self) -> None:
        self._on_selected()
        if self.model.rowCount():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.list.selectionModel().setCurrentIndex(self.model.index(0, 0), flag)

    def _on_overview(self, overview: ReceiptsOverview) -> None:
        _offer(self.account, [(name or id_, id_) for id_, name in overview.accounts])
        _offer(self.day, [(formatting.day(day), day) for day in overview.days])

    def _on_selected(self) -> None:
        chosen = self.selected()
        one = chosen[0] if len(chosen) == 1 else None
        # A check sum has a place for a new line in its middle; a copied one has none.
        self.proof.setText(_SUM.sub("\\g<0>\u200b", sided(receipts.proof(one))) if one else "")
        self.proof.setAccessibleName(_SUM_LINE.sub("", self.proof.text()))  # else they are read with the dialog
        self.proof.setVisible(one is not None)
        self.open_folder.setEnabled(one is not None and one.path is not None)
        self.copy.setEnabled(bool(chosen))
        self.pdf_selected.setEnabled(bool(chosen))
        self.pdf_batch.setEnabled(one is not None and bool(one.task_id))
        self.send_again.setEnabled(bool(self._sendable(chosen)))
        self._say("")

    def _sendable(self, receipts: Sequence[Receipt]) -> list[Receipt]:
        return [receipt for receipt in receipts if receipt.path is not None and receipt.account_id in self._accounts]

    def _on_open_folder(self) -> None:
        path = self.selected()[0].path
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self._say(self.tr("Can't open the folder. It may have been moved or deleted."), Role.BAD)

    def _on_send_again(self) -> None:
        chosen = self._sendable(self.selected())
        self.again.emit(chosen)
        words = self.tr("%Ln file(s) added to the list and checked again. Review before you send.", None, len(chosen))
        self._say(words, Role.GOOD)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(map(receipts.details, self.selected())))
        self._say(self.tr("Copied"), Role.GOOD)

    def _on_export(self) -> None:
        kinds = [self.tr("Tables for Excel (*.csv)")]
        ask_where_to_save(self, self.tr("Export the history"), kinds, "ledgerdrop-history.csv", self.export_to)

    def export_to(self, path: str) -> None:
        """Write the receipts that the filters let through as CSV."""
        self._say(self.tr("Exporting…"))
        self._history.export(Path(path), self.model.query, receipts.export_words())

    def _on_pdf(self) -> None:
        receipts.ask_where(self, partial(self.save_pdf, self.wanted_as_pdf(self.sender())))

    def wanted_as_pdf(self, chosen: QObject) -> ReceiptQuery:
        """Return the receipts that an action of the button's menu is about."""
        selected = self.selected()
        if chosen is self.pdf_selected:
            return ReceiptQuery(ids=tuple(one.id for one in selected))
        if chosen is self.pdf_batch:
            return ReceiptQuery(task_id=selected[0].task_id)
        return self.model.query

    def save_pdf(self, query: ReceiptQuery, path: str) -> None:
        """Write the receipts that the query finds as PDF."""
        self._say(self.tr("Saving…"))
        self._history.export(Path(path), query, receipts.export_words(), receipts.form_for(self))

    def _on_exported(self, path: Path) -> None:
        self._say(fill(self.tr("Saved as {name}"), {"name": path.name}), Role.GOOD)

    def _on_clear(self) -> None:
        self.question = Question(self)
        self.question.put(
            self.tr("Delete history?"),
            self.tr("Delete all receipts?"),
            self.tr(
                "Uploaded files stay in Clear, but this computer keeps no proof of them, and LedgerDrop can "
                "no longer tell you that a file was already sent. Consider exporting the history first."
            ),
            self.tr("Delete all"),
            self.tr("Keep"),
        )
        self.question.accepted.connect(self._history.clear)
        self.question.open()

    def _on_failed(self, problem: Problem) -> None:
        self._say(wording.problem(problem).together, Role.BAD)

    def _say(self, text: str, role: Role = Role.MUTED) -> None:
        self.said.tell(text, role)
        self.said.setVisible(bool(text))

    def _set_up(self) -> None:
        self.search.setPlaceholderText(self.tr("Find by name"))
        self.search.setToolTip(self.tr("Also finds a folder, a SHA-256 or an ETag"))
        self.search.setAccessibleDescription(self.search.toolTip())
        self.search.setAccessibleName(self.search.placeholderText())
        layout.widen_to_hint(self.search)
        layout.show_clear_button(self.search)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list.viewport().installEventFilter(self)
        self.list.setModel(self.model)
        self.list.setObjectName("receipts")
        self.list.setAccessibleName(self.tr("Uploads"))
        self.list.setAccessibleDescription(self.tr("Each row is an upload that Clear's storage confirmed."))
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * Space.S + 1)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(ReceiptDelegate(self.list))
        self.list.setTabKeyNavigation(False)
        header = self.list.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        measure = self.fontMetrics().horizontalAdvance
        title = str(self.model.headerData(ReceiptColumn.IMPORT, Qt.Orientation.Horizontal))
        status = max((title, *(words.short for words in receipts.import_words().values())), key=measure)
        for column, longest in (
            (ReceiptColumn.SIZE, max(formatting.longest_sizes(), key=measure)),
            (ReceiptColumn.WHEN, "28 Sep 2028, 12:58 pm"),
            (ReceiptColumn.IMPORT, status),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, measure(longest) + 3 * Space.M)
        for button, says in (
            (self.open_folder, self.tr("Opens the folder the file was sent from")),
            (self.send_again, self.tr("Adds the file to the list again. Nothing is sent yet.")),
            (self.copy, self.tr("Copies the proof of the upload: name, time, SHA-256 and more")),
            (self.export, self.tr("Saves everything listed here as a table for Excel")),
            (self.pdf, self.tr("Saves receipts as a document to print or share")),
        ):
            button.setAccessibleDescription(says)
            button.setToolTip(says)
        self.close_button.setDefault(True)
        for choice, everything in ((self.account, self.tr("All accounts")), (self.day, self.tr("All days"))):
            choice.setMinimumContentsLength(max(10, len(everything)))
            choice.addItem(everything)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.account.currentIndexChanged.connect(self._find)
        self.day.currentIndexChanged.connect(self._find)
        self.model.counted.connect(self._on_counted)
        self.model.modelReset.connect(self._on_reset)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self._history.overview.connect(self._on_overview)
        self._history.exported.connect(self._on_exported)
        self._history.cleared.connect(self.look_again)
        self._history.failed.connect(self._on_failed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def _lay_out(self) -> None:
        title = FlowLayout(Label(self.tr("History"), Type.TITLE, strong=True, parent=self), self.count, gap=Space.M)
        filters = FlowLayout(self.search, self.account, self.day)
        above = arranged(QVBoxLayout(), title, filters, margins=(Space.XL, Space.XL, Space.XL, Space.M))
        of_rows = FlowLayout(self.open_folder, self.send_again, self.copy)
        of_all = FlowLayout(self.export, self.pdf, self.clear, trailing=[self.close_button])
        parts = (self.proof, of_rows, self.said, horizontal_line(self), of_all)
        below = arranged(QVBoxLayout(), *parts, margins=(Space.XL, Space.M, Space.XL, Space.L))
        whole = (above, horizontal_line(self), self.list, horizontal_line(self), below)
        arranged(QVBoxLayout(self), *whole, gap=0, stretch=self.list)


def _offer(choice: ComboBox, others: Sequence[tuple[str, str | date]]) -> None:
    """Put these after the first item of a choice, which is for all; what was chosen stays so where it is there."""
    chosen, everything = choice.currentData(), choice.itemText(0)
    with QSignalBlocker(choice):
        choice.clear()
        for words, data in [(everything, None), *others]:
            choice.addItem(words, data)
        choice.setCurrentIndex(max(choice.findData(chosen), 0) if chosen is not None else 0)
    if choice.currentData() != chosen:
        choice.currentIndexChanged.emit(choice.currentIndex())


class HistoryController(QObject):
    """Opens the history, one at a time; files that are sent again are checked anew for their own account."""

    added = Signal(object)  # list[Path], to the list

    def __init__(self, queue: TransferQueue, settings_service: SettingsService, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._settings_service = settings_service
        self._window = window
        self.dialog: HistoryDialog | None = None
        on_language_change(window, self.retranslate_ui)

    def open(self) -> None:
        """Open the history beside the list, so that the user can look at both."""
        if self.dialog is None:
            known = [account.id for account in self._accounts()]
            self.dialog = HistoryDialog(self._queue.history, known, self._window)
            self.dialog.again.connect(self._on_again)
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.finished.connect(self._on_closed)
        else:
            self.dialog.look_again()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def retranslate_ui(self) -> None:
        if self.dialog is not None:  # another language: shown anew
            self.dialog.close()
            self.open()

    def _accounts(self) -> Sequence[Account]:
        settings = self._settings_service.known
        return settings.accounts if settings is not None else ()

    def _on_again(self, receipts: Sequence[Receipt]) -> None:
        added: list[Path] = []
        for account in self._accounts():
            paths = [one.path for one in receipts if one.account_id == account.id and one.path is not None]
            if paths:
                self._queue.add(paths, account)
            added += paths
        self.added.emit(added)

    def _on_closed(self) -> None:
        self.dialog = None
