"""Turn receipts into words, into the rows of the history, and into a PDF document."""

from __future__ import annotations

import html
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.files import Receipt, ReceiptQuery
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.atomic_file import write_atomically
from ledgerdrop.store.receipt_export import BY_STATUS_ALONE, ENGLISH, HEADINGS, NOT_READ, full_moment, receipt_cells
from ledgerdrop.transfer.journal_worker import History, ReceiptPage
from ledgerdrop.ui.dialogs.dialog import ask_where_to_save
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import fill, isolated, visible
from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.theme import Role
from ledgerdrop.ui.widgets.labels import shortened

translate = QCoreApplication.translate
JOINT = "  ·  "  # between an account's name and its environment, and between a file's and its folder


def account(value: Receipt) -> str:
    """Return the account's name as it was, and the environment where the name does not say it."""
    known = value.environment in set(Environment)
    place = wording.environment(Environment(value.environment)).name if known else ""
    if value.account_name == place:
        return place
    return JOINT.join(part for part in (isolated(value.account_name), place) if part)


def proof(value: Receipt) -> str:
    """Return what a receipt's row in the history leaves out, as lines of `name: value`."""
    status = imported(value).exactly + (f": {value.reason}" if value.reason else "")
    return _lines(
        (translate("Receipt", "Sent from"), isolated(wording.folder(value.path)) if value.path else ""),
        ("SHA-256", value.uploaded.sha256),
        ("ETag", value.uploaded.etag or translate("Receipt", BY_STATUS_ALONE)),
        (translate("Receipt", "Import status"), status),
        (translate("Receipt", "Rows"), _rows(value)),
        (translate("Receipt", "Control totals"), isolated(value.contents.totals_as_text()) if value.contents else ""),
    )


def _rows(value: Receipt) -> str:
    if value.contents is None:
        return translate("Receipt", NOT_READ)
    return "" if value.contents.rows is None else formatting.number(value.contents.rows)


class ImportWords(NamedTuple):
    """Holds what became of a file after the upload: for its row, for its proof, and in which colour."""

    short: str = ""
    exactly: str = ""
    role: Role = Role.TEXT


def import_words() -> dict[str, ImportWords]:
    """Return the words for each `Receipt.workflow_status`."""
    taken, rejected = translate("Status", "Imported"), translate("Status", "Import rejected")
    confirmed, unknown = translate("Status", "Imported, confirmed by you"), translate("Receipt", "Not known")
    lost = translate("Receipt", "Unconfirmed; Clear's reply was lost")
    processed = translate("Receipt", "Being processed at the last check")
    return {
        "SUCCESS": ImportWords(taken, taken, Role.GOOD),
        "FAILED": ImportWords(rejected, rejected, Role.BAD),
        "FOUND": ImportWords(translate("Receipt", "Found in Clear"), confirmed, Role.GOOD),
        "UNCONFIRMED": ImportWords(translate("Receipt", "Unconfirmed"), lost, Role.WARN),
        "PROCESSING": ImportWords(translate("Receipt", "Being processed"), processed),
        "UNKNOWN": ImportWords(unknown, translate("Status", "Submitted; result unknown"), Role.WARN),
    }


def imported(value: Receipt) -> ImportWords:
    """Return what became of the file after the upload, as far as Clear has told; "" where nothing followed."""
    return import_words().get(value.workflow_status, ImportWords())


def details(value: Receipt) -> str:
    """Return what proves the upload, as lines of `name: value`, to be kept or handed on."""
    row = _lines(
        (translate("Receipt", "File"), visible(value.uploaded.name)),
        (translate("Receipt", "Size"), f"{formatting.size(value.uploaded.size)} ({value.uploaded.size} B)"),
        (translate("Receipt", "Uploaded"), isolated(full_moment(value.uploaded.finished_at))),
        (translate("Receipt", "Account"), account(value)),
        (translate("Receipt", "Stored at"), value.uploaded.location),
    )
    task = _lines((translate("Receipt", "Task at Clear"), value.task_id))
    return "\n".join(part for part in (row, proof(value), task) if part)


def _lines(*facts: tuple[str, str]) -> str:
    return "\n".join(f"{name}: {what}" for name, what in facts if what)


def export_words() -> dict[str, str]:
    """Return the column and field names of CSV and PDF, by their English text."""
    return {text: translate("Receipt", text) for text in ENGLISH}


Index = QModelIndex | QtCore.QPersistentModelIndex
NOWHERE = QModelIndex()


class ReceiptColumn(IntEnum):
    """Lists the columns of the history, in the order of reading."""

    NAME = 0
    SIZE = 1
    WHEN = 2
    IMPORT = 3
    ACCOUNT = 4


class ReceiptModel(QAbstractTableModel):
    """Holds what `find` found. Emits `counted` with how many there are in all, as soon as that is known."""

    counted = Signal(int)

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self.query = ReceiptQuery()  # what is looked for
        self.total = 0  # how many were found, also those that did not come yet
        self.receipts: list[Receipt] = []  # of the rows
        self._asked_after: int | None = None  # the page that was asked for last
        history.page.connect(self._on_page)

    def find(self, query: ReceiptQuery) -> None:
        """Query other receipts. The rows stay until the answer comes."""
        self.query = query
        self._asked_after = None
        self._history.find(query)

    def read_on(self) -> None:
        """Ask for the next page, unless it is asked for already, or there is none."""
        last = self.receipts[-1].id if len(self.receipts) < self.total else None
        if last is not None and last != self._asked_after:
            self._asked_after = last
            self._history.find(self.query, last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.receipts)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(ReceiptColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = self.tr("File"), self.tr("Size"), self.tr("Uploaded"), self.tr("Import status"), self.tr("Account")
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        receipt, column = self.receipts[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(receipt, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _text(receipt, column).replace(JOINT, ", ")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ForegroundRole if column == ReceiptColumn.IMPORT:
                return theme.scheme()[imported(receipt).role]
            case Qt.ItemDataRole.ToolTipRole if column == ReceiptColumn.ACCOUNT:
                return language.plain(account(receipt))
            case Qt.ItemDataRole.ToolTipRole if column == ReceiptColumn.NAME:
                folder = [wording.folder(receipt.path)] if receipt.path else []
                return language.plain("\n".join((visible(receipt.uploaded.name), *folder)))
        return None

    def _on_page(self, page: ReceiptPage) -> None:
        if page.query != self.query or page.after != self._asked_after:
            return  # of something that nobody looks for any more
        # Where a page is empty, some were cleared meanwhile.
        self.total = page.total if page.receipts or page.after is None else len(self.receipts)
        if page.after is None:
            self.beginResetModel()
            self.receipts = list(page.receipts)
            self.endResetModel()
        elif page.receipts:
            first = len(self.receipts)
            self.beginInsertRows(NOWHERE, first, first + len(page.receipts) - 1)
            self.receipts += page.receipts
            self.endInsertRows()
        self.counted.emit(self.total)


class ReceiptDelegate(QStyledItemDelegate):
    """Cuts what is too long in its middle, as the view would, but closes a name where it is cut.

    An account's environment is never cut, since it says whether an upload counts.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        style = option.widget.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        room = place.width() - 2 * margin
        name, joint, environment = option.text.rpartition(JOINT)
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
            return JOINT.join(filter(None, (name, folder)))
        case ReceiptColumn.SIZE:
            return formatting.size(receipt.uploaded.size)
        case ReceiptColumn.WHEN:
            return formatting.moment(receipt.uploaded.finished_at)
        case ReceiptColumn.IMPORT:
            return imported(receipt).short
    return account(receipt)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column == ReceiptColumn.SIZE else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter


_RESOLUTION: Final = 300  # dots per inch
_POINTS: Final = 7  # small, so that a batch has room on one page
_NAME: Final = HEADINGS.index("File name")  # places among the cells
_LINES: Final = {HEADINGS.index(name) for name in ("Uploaded on", "Location", "Rows")}  # with which a line begins


@dataclass(frozen=True)
class PdfForm:
    """Holds how receipts are written, and what stands above them: made on the window's thread, used on another."""

    title: str
    made: str
    font: QFont
    direction: Qt.LayoutDirection

    def __call__(
        self, path: Path, pages: Iterable[Sequence[Receipt] | Problem], words: Mapping[str, str]
    ) -> Problem | None:
        """Write the receipts to `path`, all or nothing; a Problem among them ends it. For any thread."""
        receipts: list[Receipt] = []
        for page in pages:
            if isinstance(page, Problem):
                return page
            receipts += page
        try:
            write_atomically(path, self._made_of(as_html(receipts, words, self.title, self.made)))
        except OSError as error:
            return Problem(Code.RECEIPTS_NOT_SAVED, {"path": str(path)}, detail=type(error).__name__)
        return None

    def _made_of(self, text: str) -> bytes:
        font = QFont(self.font)
        font.setPointSizeF(_POINTS)
        document = QTextDocument(defaultFont=font)
        option = QTextOption()
        option.setTextDirection(self.direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(text)
        buffer = QtCore.QBuffer()
        buffer.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(self.title)
        writer.setCreator("LedgerDrop")
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QtCore.QMarginsF())  # the document has its own: 2 cm, with the page's number
        document.print_(writer)
        return bytes(buffer.data().data())


def as_html(receipts: Sequence[Receipt], words: Mapping[str, str], title: str, made: str) -> str:
    """Write receipts as HTML: what those of one batch have in common once, above them."""
    parts = [f"<h2>{html.escape(title)}</h2><p>{html.escape(made)}</p>"]
    for _, group in groupby(receipts, key=lambda one: (one.task_id, one.account_id, one.environment)):
        rows = [receipt_cells(receipt, words) for receipt in group]
        parts += _batch(rows, [words[heading] for heading in HEADINGS])
    return "".join(parts)


def _batch(rows: Sequence[tuple[str, ...]], headings: Sequence[str]) -> Iterator[str]:
    places = range(len(headings))
    common = {place for place in places if len(rows) > 1 and len({row[place] for row in rows}) == 1} - {_NAME}
    if common:
        yield f"<p>{_facts(rows[0], headings, common)}</p>"
    yield "<hr/>"
    for row in rows:
        yield f"<p><b>{_cell(row[_NAME])}</b><br/>{_facts(row, headings, set(places) - common - {_NAME})}</p>"


def _facts(row: Sequence[str], headings: Sequence[str], places: set[int]) -> str:
    told = [
        f"{'<br/>' if place in _LINES else ''}<span style='color:#5f6368'>{html.escape(headings[place])}:</span> "
        f"{_cell(row[place])}"
        for place in sorted(places)
        if row[place]
    ]
    return " &nbsp; ".join(told)


def _cell(text: str) -> str:
    return html.escape(isolated(visible(text)))


def form_for(widget: QWidget) -> PdfForm:
    """Return how receipts are written now, in the font and the direction of a widget."""
    text = translate("HistoryDialog", "Made by LedgerDrop on {when}")
    made = fill(text, {"when": full_moment(time.time())})
    return PdfForm(translate("HistoryDialog", "Receipts"), made, widget.font(), widget.layoutDirection())


def ask_where(parent: QWidget, then: Callable[[str], object]) -> None:
    """Let the user choose a PDF file to save as, and call `then` with its path."""
    kinds = [translate("HistoryDialog", "PDF documents (*.pdf)")]
    ask_where_to_save(parent, translate("HistoryDialog", "Save as PDF"), kinds, "ledgerdrop-receipts.pdf", then)
