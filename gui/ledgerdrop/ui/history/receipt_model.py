"""The receipts as rows, the newest first. They come page by page, as far as someone scrolls."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ledgerdrop.model.receipts import Receipt, ReceiptQuery
from ledgerdrop.transfer.journal_worker import History, ReceiptPage
from ledgerdrop.ui.history import receipt_texts
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import isolated, visible
from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.theme import Role
from ledgerdrop.ui.widgets.labels import shortened

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
RECEIPT = Qt.ItemDataRole.UserRole


class ReceiptColumn(IntEnum):
    """Columns of the history, in the order of reading."""

    NAME = 0
    SIZE = 1
    WHEN = 2
    BOOKS = 3
    ACCOUNT = 4


_COLOURS: Final = {
    "SUCCESS": Role.GOOD,
    "FOUND": Role.GOOD,
    "FAILED": Role.BAD,
    "UNCONFIRMED": Role.WARN,
    "UNKNOWN": Role.WARN,
}


class ReceiptModel(QAbstractTableModel):
    """Hold what `find` found. `counted` tells how many there are in all, as soon as that is known."""

    counted = Signal(int)

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._query: ReceiptQuery | None = None
        self._receipts: list[Receipt] = []
        self._total = 0
        self._asked_after: int | None = None  # the page that was asked for last
        history.page.connect(self._on_page)

    @property
    def query(self) -> ReceiptQuery:
        """Return what is looked for."""
        return self._query or ReceiptQuery()

    @property
    def total(self) -> int:
        """Return how many were found, also those that did not come yet."""
        return self._total

    def find(self, query: ReceiptQuery) -> None:
        """Look for others. The rows stay until the answer is there."""
        self._query = query
        self._asked_after = None
        self._history.find(query)

    def read_on(self) -> None:
        """Ask for the next page, unless it is asked for already, or there is none."""
        last = self._receipts[-1].id if len(self._receipts) < self._total else None
        if last is not None and last != self._asked_after:
            self._asked_after = last
            self._history.find(self.query, last)

    def receipt(self, index: Index) -> Receipt | None:
        """Return the receipt of a row."""
        return self._receipts[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._receipts)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(ReceiptColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match section:
            case ReceiptColumn.NAME:
                return self.tr("File")
            case ReceiptColumn.SIZE:
                return self.tr("Size")
            case ReceiptColumn.WHEN:
                return self.tr("Uploaded")
            case ReceiptColumn.BOOKS:
                return self.tr("Import status")
        return self.tr("Account")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        receipt = self.receipt(index)
        if receipt is None:
            return None
        if role == RECEIPT:
            return receipt
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(receipt, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _text(receipt, index.column()).replace(receipt_texts.JOINT, ", ")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == ReceiptColumn.BOOKS:
            return theme.scheme()[_COLOURS.get(receipt.workflow_status, Role.TEXT)]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == ReceiptColumn.ACCOUNT:
            return language.plain(_text(receipt, ReceiptColumn.ACCOUNT))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == ReceiptColumn.NAME:
            folder = [wording.folder(receipt.path)] if receipt.path else []
            return language.plain("\n".join((visible(receipt.uploaded.name), *folder)))
        return None

    def _on_page(self, page: ReceiptPage) -> None:
        if page.query != self._query or page.after != self._asked_after:
            return  # of something that nobody looks for any more
        if page.after is None:
            self.beginResetModel()
            self._receipts = list(page.receipts)
            self._total = page.total
            self.endResetModel()
        elif page.receipts:
            first = len(self._receipts)
            self.beginInsertRows(NOWHERE, first, first + len(page.receipts) - 1)
            self._receipts += page.receipts
            self._total = page.total
            self.endInsertRows()
        else:  # some were cleared meanwhile
            self._total = len(self._receipts)
        self.counted.emit(self._total)


class ReceiptDelegate(QStyledItemDelegate):
    """Cuts what is too long in its middle, as the view would, but ends names where it cuts them, and of an account
    never cuts the environment: it says whether an upload counts."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        style = option.widget.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        room = place.width() - 2 * margin
        name, joint, environment = option.text.rpartition(receipt_texts.JOINT)
        taken = option.fontMetrics.horizontalAdvance(joint + environment)
        if index.column() == ReceiptColumn.ACCOUNT and name and 3 * taken < 2 * room:
            name = shortened(name, option.fontMetrics, room - taken, Qt.TextElideMode.ElideRight)
            option.text = name + joint + environment
        else:
            option.text = shortened(option.text, option.fontMetrics, room)


def _text(receipt: Receipt, column: int) -> str:
    match column:
        case ReceiptColumn.NAME:
            name = isolated(visible(receipt.uploaded.name))
            folder = isolated(wording.whereabouts(receipt.path)) if receipt.path else ""
            return receipt_texts.JOINT.join(filter(None, (name, folder)))
        case ReceiptColumn.SIZE:
            return formatting.size(receipt.uploaded.size)
        case ReceiptColumn.WHEN:
            return formatting.moment(receipt.uploaded.finished_at)
        case ReceiptColumn.BOOKS:
            return receipt_texts.in_the_books(receipt)
    return receipt_texts.account(receipt)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column == ReceiptColumn.SIZE else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
