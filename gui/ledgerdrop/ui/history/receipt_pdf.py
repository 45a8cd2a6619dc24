"""Write receipts as a PDF document. It says what the CSV file says, cell by cell."""

from __future__ import annotations

import html
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument, QTextOption
from PySide6.QtWidgets import QWidget

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.receipts import Receipt
from ledgerdrop.runtime.atomic_file import write_atomically
from ledgerdrop.store.receipt_export import HEADINGS, full_moment, receipt_cells
from ledgerdrop.ui.dialogs.dialog import FileDialog
from ledgerdrop.ui.text.language import fill, isolated, visible

translate = QCoreApplication.translate

_RESOLUTION: Final = 300  # dots per inch
_POINTS: Final = 7  # small, so that a batch has room on one page
_NAME: Final = HEADINGS.index("File name")  # places among the cells
_LINES: Final = {HEADINGS.index(name) for name in ("Uploaded on", "Location", "Rows")}  # with which a line begins


@dataclass(frozen=True, slots=True)
class PdfForm:
    """Hold what stands above the receipts, and how they are written: made on the window's thread, used on another."""

    title: str
    made: str
    font: QFont
    right_to_left: bool

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
        document = QTextDocument()
        font = QFont(self.font)
        font.setPointSizeF(_POINTS)
        document.setDefaultFont(font)
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(text)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(self.title)
        writer.setCreator("LedgerDrop")
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF())  # the document has its own: 2 cm, with the page's number
        document.print_(writer)
        return bytes(buffer.data().data())


def as_html(receipts: Sequence[Receipt], words: Mapping[str, str], title: str, made: str) -> str:
    """Write receipts as HTML: what those of one batch have in common once, above them."""
    parts = [f"<h2>{html.escape(title)}</h2><p>{html.escape(made)}</p>"]
    for _, group in groupby(receipts, key=lambda one: (one.task_id, one.account_id, one.environment)):
        parts += _batch(
            [receipt_cells(receipt, words) for receipt in group], [words[heading] for heading in HEADINGS]
        )
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
    return PdfForm(translate("HistoryDialog", "Receipts"), made, widget.font(), widget.isRightToLeft())


def ask_where(parent: QWidget, then: Callable[[str], object]) -> None:
    """Let the user choose a file to save as, and call `then` with its path."""
    dialog = FileDialog(parent, translate("HistoryDialog", "Save as PDF"))
    dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([translate("HistoryDialog", "PDF documents (*.pdf)")])
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile("ledgerdrop-receipts.pdf")
    dialog.fileSelected.connect(then)
    dialog.open()
