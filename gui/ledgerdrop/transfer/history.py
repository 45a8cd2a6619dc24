"""Show the receipts to the window. Only the journal worker reads the journal: all is asked through its queue."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, SignalInstance

from ledgerdrop.model.problems import Problem
from ledgerdrop.model.receipts import Receipt, ReceiptQuery, ReceiptsOverview
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.store.journal import Journal
from ledgerdrop.store.journal_records import ReceiptsCleared
from ledgerdrop.store.receipt_export import export_csv, receipt_pages
from ledgerdrop.transfer.journal_queue import JournalQueue

PAGE: Final = 200
# Writes receipts to a file, in these words for those of `receipt_export.ENGLISH`; a Problem says why it is not there.
Write = Callable[[Path, Iterable[Sequence[Receipt] | Problem], Mapping[str, str]], Problem | None]
_LEAVING_SECONDS: Final = 0.5


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """Some of the receipts that `query` finds, the newest first; `total` is how many it finds in all.

    `after` is the ID of the last one of the page before, None on the first page.
    """

    query: ReceiptQuery
    after: int | None
    receipts: tuple[Receipt, ...]
    total: int


class History(QObject):
    """Lives on the window's thread; every action returns at once, and is answered by a signal."""

    page = Signal(object)  # ReceiptPage
    overview = Signal(object)  # ReceiptsOverview
    exported = Signal(object)  # Path
    cleared = Signal()
    failed = Signal(object)  # Problem, of any of them

    def __init__(self, journal_queue: JournalQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal_queue = journal_queue
        self._leave = CancelToken()
        self._exporter: threading.Thread | None = None

    def look_around(self) -> None:
        """Tell the `overview`."""
        self._ask(lambda journal: journal.overview(), self.overview, ReceiptsOverview())

    def find(self, query: ReceiptQuery, after: int | None = None) -> None:
        """Tell a `page`: the first one, or that after the receipt of that ID."""
        self._ask(lambda journal: _page(journal, query, after), self.page, ReceiptPage(query, after, (), 0))

    def export(self, path: Path, query: ReceiptQuery, words: Mapping[str, str], write: Write = export_csv) -> None:
        """Write all that `query` finds, in these words, as CSV or as `write` does on another thread.

        A second export waits for the first.
        """
        before = self._exporter
        self._exporter = threading.Thread(
            target=self._export, args=(before, path, query, words, write), name="export", daemon=True
        )
        self._exporter.start()

    def clear(self) -> None:
        """Delete all receipts."""
        self._journal_queue.write(ReceiptsCleared())
        self._journal_queue.ask(lambda _journal: None, lambda _answer: self.cleared.emit())

    def close(self) -> None:
        """Give up what is under way."""
        self._leave.cancel()
        if self._exporter is not None:
            self._exporter.join(_LEAVING_SECONDS)

    def _ask(self, question: Callable[[Journal], Any], signal: SignalInstance, nothing: object) -> None:
        self._journal_queue.ask(question, partial(self._tell, signal, nothing))

    def _tell(self, signal: SignalInstance, nothing: object, answer: object) -> None:
        if isinstance(answer, Problem):
            self.failed.emit(answer)
        else:
            signal.emit(nothing if answer is None else answer)

    def _export(
        self,
        before: threading.Thread | None,
        path: Path,
        query: ReceiptQuery,
        words: Mapping[str, str],
        write: Write,
    ) -> None:
        if before is not None:
            before.join()
        try:
            problem = write(path, receipt_pages(partial(self._next_page, query)), words)
        except Cancelled:
            return
        if problem is None:
            self.exported.emit(path)
        else:
            self.failed.emit(problem)

    def _next_page(self, query: ReceiptQuery, after: int | None) -> list[Receipt] | Problem | None:
        return self._journal_queue.learn(partial(_receipts, query, after), self._leave, seconds=None)


def _receipts(query: ReceiptQuery, after: int | None, journal: Journal) -> list[Receipt] | Problem:
    return journal.receipts(query, PAGE, after)


def _page(journal: Journal, query: ReceiptQuery, after: int | None) -> ReceiptPage | Problem:
    receipts = journal.receipts(query, PAGE, after)
    if isinstance(receipts, Problem):
        return receipts
    total = journal.count_receipts(query)
    return total if isinstance(total, Problem) else ReceiptPage(query, after, tuple(receipts), total)
