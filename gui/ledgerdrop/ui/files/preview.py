"""Show what is inside the selected file: first rows, sheets or members, control totals, and what looks odd."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QTableView, QVBoxLayout, QWidget

from ledgerdrop.background.inspection_service import InspectionReport, InspectionService
from ledgerdrop.model.inspection import Inspection
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files.file_filter import NOWHERE, Index
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import isolated, on_language_change, plain, visible
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, ComboBox
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import arranged

_ROWS_SHOWN = 8  # before the table scrolls
_MOST_TOTALS = 40
_WIDEST = 260  # pixels of a column
_READING = Inspection(complete=False)


class Preview(QWidget):
    """Shows one file's inside. Asks `service` when another file is shown; without one it stays hidden."""

    def __init__(self, service: InspectionService | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        if service is not None:
            service.found.connect(self._on_found)
        self._entry: TransferItem | None = None
        self._shown: tuple[int, int | None] | None = None  # ID of the row, and size of its file
        self._sheet: int | None = None
        self._found: Inspection | None = None  # None while it is read only if the user asks for it
        self.title = Label("", Type.CAPTION, strong=True, role=Role.MUTED, parent=self)
        self.facts = Label("", wrap=True, parent=self)
        self.notes = Label("", wrap=True, role=Role.WARN, parent=self)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.ask = Button("", clicked=self._on_ask, parent=self)
        self.sheets = ComboBox("", self)
        self.sheets.activated.connect(self._on_sheet)
        self.model = PreviewModel(self)
        self.table = _Table(self.model, self)
        self.totals = QWidget(self)
        self._grid = QGridLayout(self.totals)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(0, 1)
        self.stops: tuple[QWidget, ...] = (self.ask, self.sheets, self.table)  # of the Tab key, as they are read
        parts = (self.title, self.facts, self.notes, *self.stops, self.totals)
        arranged(QVBoxLayout(self), *parts, gap=Space.S, margins=(0, Space.S, 0, 0))
        self.hide()
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.title.setText(self.tr("What's inside"))
        self.ask.setText(self.tr("Preview this file"))
        self.ask.setAccessibleDescription(self.tr("Reads a large file, which may take some seconds"))
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self.table.setAccessibleName(self.tr("First rows of the file"))
        self._show()

    def show_entry(self, entry: TransferItem) -> None:
        """Show that file; the same one stays as it is, with the sheet that was chosen."""
        self._entry = entry
        if self._service is None or entry.size is None or entry.state is State.CHECKING:
            self.forget()
            return
        self.show()
        if self._shown == (entry.id, entry.size):
            return
        quick = self._service.is_quick(entry)
        self._shown, self._sheet, self._found = (entry.id, entry.size), None, _READING if quick else None
        if quick:
            self._service.look(entry)
        self._show()

    def forget(self) -> None:
        """Show nothing."""
        self._shown = None
        self.hide()

    def _on_ask(self) -> None:
        if self._service is not None and self._entry is not None:
            self._found = _READING
            self._service.look(self._entry, self._sheet)
            self._show()

    def _on_sheet(self, place: int) -> None:
        self._sheet = place
        if self._service is not None and self._entry is not None:
            self._service.look(self._entry, place)

    def _on_found(self, report: InspectionReport) -> None:
        if self._shown is not None and report.id == self._shown[0] and report.sheet == self._sheet:
            self._found = report.found
            self._show()

    def _show(self) -> None:
        to_be_asked, shown = self._found is None, self._found or _READING
        self.ask.setVisible(to_be_asked)
        facts = wording.unreadable(shown.unreadable) if shown.unreadable else ""
        if to_be_asked:
            facts = self.tr("This file is large, so it isn't previewed until you ask.")
        elif shown.rows or not facts:
            waiting = "" if shown.complete or facts else self.tr("Reading…")
            facts = "  ·  ".join(filter(None, (wording.facts(shown), waiting, facts)))
        self.facts.setText(facts)
        self.notes.setText("\n".join(f"• {wording.note(note)}" for note in shown.notes))
        self.notes.setVisible(bool(shown.notes))
        self._show_sheets(shown)
        self.model.show(shown)
        self.table.fit()
        self._show_totals(shown)
        self.updateGeometry()

    def _show_sheets(self, found: Inspection) -> None:
        self.sheets.setVisible(len(found.sheets) > 1)
        self.sheets.clear()
        self.sheets.addItems([wording.sheet(visible(sheet.name), hidden=sheet.hidden) for sheet in found.sheets])
        self.sheets.setCurrentIndex(found.sheet)

    def _show_totals(self, found: Inspection) -> None:
        for old in self.totals.findChildren(Label):
            old.hide()
            old.deleteLater()
        self.totals.setVisible(bool(found.totals))
        if not found.totals:
            return
        title = Label(self.tr("Control totals"), Type.CAPTION, strong=True, role=Role.MUTED, parent=self.totals)
        self._grid.addWidget(title, 0, 0, 1, 2)
        for row, column in zip(range(1, 2 * _MOST_TOTALS, 2), found.totals, strict=False):
            if column.total is None:
                continue
            name = Label(isolated(visible(column.name)) or column.letter, wrap=True, parent=self.totals)
            total = Label(isolated(wording.amount(column.total)), strong=True, parent=self.totals)
            total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words = wording.spread(column.total)
            spread = Label(words, Type.CAPTION, role=Role.MUTED, wrap=True, parent=self.totals)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(total, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(spread, row + 1, 0, 1, 2)


class PreviewModel(QAbstractTableModel):
    """Holds the first rows of a table, or the members of a zip file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = Inspection()

    def show(self, found: Inspection) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found.members or self._found.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        columns = 2 if self._found.members else len(self._found.columns)
        return 0 if parent.isValid() else columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            return self._alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if self._found.members:
            return (self.tr("Name"), self.tr("Size"))[section] if across else section + 1
        if not across:
            return self._found.rows[section][0]
        column = self._found.columns[section]
        return isolated(visible(column.name)) or column.letter

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain(self._text(index.row(), index.column())) or None
        return None

    def _text(self, row: int, column: int) -> str:
        if self._found.members:
            member = self._found.members[row]
            return visible(member.name) if column == 0 else formatting.size(member.size)
        return visible(self._found.rows[row][1][column])

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        numeric = column == 1 if self._found.members else self._found.columns[column].numeric
        # Numbers stand on the right in every script, as they do in a spreadsheet.
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute if numeric else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _Table(QTableView):
    """Shows a table to be looked at: as high as its rows, within bounds."""

    def __init__(self, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent, wordWrap=False, cornerButtonEnabled=False)
        self.setModel(model)
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setMaximumSectionSize(_WIDEST)

    def fit(self) -> None:
        """Take as much height as the rows need."""
        rows = self.model().rowCount()
        self.setVisible(rows > 0)
        line = self.fontMetrics().height() + Space.S
        self.verticalHeader().setDefaultSectionSize(line)
        self.resizeColumnsToContents()
        beside = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(beside + min(rows, _ROWS_SHOWN) * line + 2)
