"""Define the columns of a receipt in CSV and PDF, and write the CSV.

The columns of the History are in `ui.history.receipts`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Final

from ledgerdrop.model.files import Receipt
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.atomic_file import write_atomically

Page = Sequence[Receipt] | Problem
NOT_READ: Final = "Not read"  # in place of rows where nobody looked inside: a locked or damaged file, or a huge one
BY_STATUS_ALONE: Final = "None; confirmed by status alone"  # in place of an ETag that storage did not give


def _rows(receipt: Receipt, words: Mapping[str, str]) -> str:
    if receipt.contents is None:
        return words[NOT_READ]
    return "" if receipt.contents.rows is None else str(receipt.contents.rows)


# All that a receipt says: the headings, and what stands below them. One more is a column of the CSV and, through
# `ui.history.receipts.as_html`, of the PDF; its heading wants a translation (`python -m tests.translations.update`).
_COLUMNS: Final[Mapping[str, Callable[[Receipt, Mapping[str, str]], str]]] = {
    "File name": lambda receipt, _: receipt.uploaded.name,
    "Size (bytes)": lambda receipt, _: str(receipt.uploaded.size),
    "SHA-256": lambda receipt, _: receipt.uploaded.sha256,
    "Uploaded on": lambda receipt, _: full_moment(receipt.uploaded.finished_at),
    "Account": lambda receipt, _: receipt.account_name,
    "Account ID": lambda receipt, _: receipt.account_id,
    "Environment": lambda receipt, _: receipt.environment,
    "ETag": lambda receipt, words: receipt.uploaded.etag or words[BY_STATUS_ALONE],
    "Location": lambda receipt, _: receipt.uploaded.location,
    "Duration (s)": lambda receipt, _: f"{receipt.uploaded.seconds:.3f}",
    "Attempts": lambda receipt, _: str(receipt.uploaded.attempts),
    "Task ID": lambda receipt, _: receipt.task_id,
    "Workflow status": lambda receipt, _: receipt.workflow_status,
    "Reason": lambda receipt, _: receipt.reason,
    "Name on disk": lambda receipt, _: receipt.path.name if receipt.path else "",
    "Folder": lambda receipt, _: str(receipt.path.parent) if receipt.path else "",
    "Rows": _rows,
    "Control totals": lambda receipt, _: receipt.contents.totals_as_text() if receipt.contents else "",
}
HEADINGS: Final = tuple(_COLUMNS)
ENGLISH: Final[Mapping[str, str]] = {text: text for text in (*HEADINGS, NOT_READ, BY_STATUS_ALONE)}

# A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection").
# Where the decimal sign is a comma, lines are split at semicolons, and our quotes count for nothing: a cell may then
# begin in the middle of one of ours, after each separator and line end.
_FORMULA: Final = re.compile(r"""(?:^|(?<=[;|\t\r\n]))(?=[\s"]*[=+\-@＝＋－＠])""")  # noqa: RUF001 - Excel takes wide signs too


def receipt_pages(ask: Callable[[int | None], Page | None]) -> Iterator[Page]:
    """Yield all receipts in pages, the newest first; a Problem ends them.

    `ask` gives the page that follows the receipt of that ID, the first one for None, and nothing after the last. It
    is asked once for each page, so that an export of thousands never holds up an upload.
    """
    after: int | None = None
    while page := ask(after):
        yield page
        if isinstance(page, Problem):
            return
        after = page[-1].id


def export_csv(path: Path, pages: Iterable[Page], words: Mapping[str, str] = ENGLISH) -> Problem | None:
    """Write `receipt_pages` to `path`, all or nothing: a file of that name stays until the new one is whole.

    The file is UTF-8 with a byte order mark, without which Excel reads it in the computer's old code page; lines end
    as RFC 4180 says. `words` translates the texts of `ENGLISH`.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(words[heading] for heading in HEADINGS)
    for page in pages:
        if isinstance(page, Problem):
            return page
        writer.writerows([_harmless(cell) for cell in receipt_cells(receipt, words)] for receipt in page)
    try:
        write_atomically(path, text.getvalue().encode("utf-8-sig", "replace"))
    except OSError as error:
        return Problem(Code.RECEIPTS_NOT_SAVED, {"path": str(path)}, detail=type(error).__name__)
    return None


def receipt_cells(receipt: Receipt, words: Mapping[str, str]) -> tuple[str, ...]:
    """Return all cells of a receipt, in the order of `HEADINGS`."""
    return tuple(cell(receipt, words) for cell in _COLUMNS.values())


def full_moment(epoch_seconds: float) -> str:
    """Return date, time and offset from UTC, so that they mean the same on another computer and in another year."""
    return datetime.fromtimestamp(epoch_seconds).astimezone().isoformat(sep=" ", timespec="seconds")


def _harmless(cell: str) -> str:
    """Put an apostrophe before each formula, which makes it text in every spreadsheet."""
    cell = _FORMULA.sub("'", cell)
    return f"'{cell}" if cell.startswith(("\t", "\r", "\n")) else cell
