"""Write to the journal and read from it in one worker, which takes its tasks from a queue that all others fill.

The worker writes in order, and puts all changes that came in meanwhile into one transaction.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from ledgerdrop.clear_api.import_log import log_import
from ledgerdrop.model.files import Receipt, ReceiptQuery, ReceiptsOverview, Uploaded, receipt_for
from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import Notice, State, TransferItem
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable
from ledgerdrop.store.journal import Journal
from ledgerdrop.store.journal_records import Confirmed, IngestionChanged, JournalChange, ReceiptsCleared
from ledgerdrop.store.receipt_export import export_csv, receipt_pages
from ledgerdrop.transfer.jobs import IngestionJob, SendJob, rows_in_log
from ledgerdrop.transfer.qthread_pool import Worker

log = logging.getLogger(__name__)

LONGEST_WAIT: Final = 10.0  # seconds for which a disk that hangs may hold up sending

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Note:
    """Holds changes to write, and a question to ask the journal after that (with None where there is no journal).

    `done` is set when both happened, or cannot.
    """

    changes: Sequence[JournalChange] = ()
    ask: Callable[[Journal | None], None] | None = None
    done: threading.Event = field(default_factory=threading.Event)


class JournalQueue:
    """Holds the changes and questions for the journal, in the order of the calls. For any thread.

    The engine's calls return at once; those of workers return when the change is written, or cannot be. `keeps` says
    whether there is a journal to write to.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self.keeps = keeps
        self._notes: queue.SimpleQueue[Note | None] = queue.SimpleQueue()
        self._latest: Note | None = None  # with changes

    def write(self, *changes: JournalChange) -> None:
        """Queue these changes. Returns at once."""
        self._latest = self._put(Note(changes))

    def wait_until_written(self, job: SendJob) -> None:
        """Wait until everything queued so far is written, at most LONGEST_WAIT seconds. Raises `Cancelled`."""
        latest = self._latest
        if latest is None or latest.done.is_set():  # usually: files that are sent at once are written at once
            job.cancel.raise_if_cancelled()
        else:
            _wait(self._put(Note()), job.cancel, LONGEST_WAIT)

    def write_and_wait(self, change: JournalChange) -> None:
        """Write what cannot be taken back, and wait for it at most LONGEST_WAIT seconds."""
        self._put(Note([change])).done.wait(LONGEST_WAIT)

    def write_request(self, job: IngestionJob, ingestion: IngestionState) -> bool:
        """Write that Clear is being asked to import, and return whether the journal has it. Raises `Cancelled`."""
        self.write(IngestionChanged(job.item_ids, ingestion))
        found = self.learn(lambda journal: _noted_status(journal, job.item_ids), job.cancel, LONGEST_WAIT)
        return found is ingestion.status or (found is None and not self.keeps)

    def ask(
        self, question: Callable[[Journal], T | Problem], on_answer: Callable[[T | Problem | None], None]
    ) -> Note:
        """Ask the journal once all that was queued before is written.

        `on_answer` is called on another thread; with None where there is no journal.
        """

        def ask(journal: Journal | None) -> None:
            try:
                answer = None if journal is None else question(journal)
            except Exception as error:
                log.exception("A question to the journal broke down")
                answer = Problem(Code.UNEXPECTED, detail=type(error).__name__)
            on_answer(answer)

        return self._put(Note(ask=ask))

    def learn(
        self, question: Callable[[Journal], T | Problem], cancel: CancelToken, seconds: float | None
    ) -> T | Problem | None:
        """Ask the journal, and wait at most so many `seconds`; None after that, and where there is no journal.

        Raises `Cancelled`.
        """
        answers: list[T | Problem | None] = []
        _wait(self.ask(question, answers.append), cancel, seconds)
        return answers[0] if answers else None

    def end(self) -> None:
        """Let the worker end after what is queued."""
        self._notes.put(None)

    def take(self) -> list[Note]:
        """Wait for something, and return all that is queued; nothing at the end."""
        note = self._notes.get()
        notes: list[Note] = []
        while note is not None:
            notes.append(note)
            try:
                note = self._notes.get_nowait()
            except queue.Empty:
                return notes
        if notes:
            self._notes.put(None)  # the end, for the next time
        return notes

    def _put(self, note: Note) -> Note:
        self._notes.put(note)
        return note


def _wait(note: Note, cancel: CancelToken, seconds: float | None) -> None:
    with cancel.on_cancel(note.done.set):
        note.done.wait(seconds)
    cancel.raise_if_cancelled()


def _noted_status(journal: Journal, item_ids: Sequence[int]) -> IngestionStatus | Problem | None:
    """Read from the journal how far the import of these rows, which share it, is; None where the disk has none."""
    if not journal.is_durable():
        return None
    return next((found for item_id in item_ids if (found := journal.ingestion_status(item_id)) is not None), None)


def confirmed(job: SendJob, uploaded: Uploaded) -> Confirmed:
    """Return an uploaded row, with its receipt."""
    file = job.checked.file
    item = TransferItem(job.id, file.path, file.name, job.account.id, State.SENDING, file.size, job.checked)
    item = replace(item, modified_ns=file.modified_ns).arrived(uploaded)
    return Confirmed(item, receipt_for(uploaded, job.account, file.path))


FINISHED_SHOWN: Final = 200  # of earlier starts; the receipts of all are in the history

OpenJournal = Callable[[], tuple[Journal, Problem | None]]


@dataclass(frozen=True)
class JournalRead:
    """Holds the rows that the journal kept from earlier starts; new rows get IDs from `first_id`.

    `entries` are in the order of the list: the latest finished ones, then all others.
    """

    first_id: int = 1
    entries: tuple[TransferItem, ...] = ()


class JournalWorker(Worker):
    """Opens the journal, reports what is in it, and works off the queue until its end.

    Without `open_journal` nothing is kept. A disk that hangs is left behind as soon as `leave` is set.
    """

    opened = Signal(object)  # JournalRead, once
    notice = Signal(object)  # Notice of a Problem with the journal

    def __init__(
        self, stop: threading.Event, journal_queue: JournalQueue, open_journal: OpenJournal | None, leave: CancelToken
    ) -> None:
        super().__init__(stop)
        self._journal_queue = journal_queue
        self._open_journal = open_journal
        self._leave = leave
        self._told: Problem | None = None
        self._knows_damage = False

    def work(self) -> None:
        """Work until the queue ends."""
        journal = self._open()
        while notes := self._journal_queue.take():
            try:
                if journal is not None:
                    self._write(journal, notes)
                self._answer(journal, [note.ask for note in notes if note.ask is not None])
            except Exception:
                log.exception("The work on the journal broke down")
            finally:
                for note in notes:
                    note.done.set()
        if journal is not None:
            with suppress(Cancelled):
                self._tell(call_abandonable(journal.close, self._leave))

    def _open(self) -> Journal | None:
        journal: Journal | None = None
        found = JournalRead()
        try:
            if self._open_journal is not None:
                journal, found = self._read(self._open_journal)
        except Cancelled:
            return None
        except Exception as error:
            log.exception("The journal could not be opened")
            self._tell(Problem(Code.UNEXPECTED, detail=type(error).__name__))
        self.opened.emit(found)
        return journal

    def _read(self, open_journal: OpenJournal) -> tuple[Journal | None, JournalRead]:
        """Read the journal. One that cannot be read is not written to either: new rows would replace earlier ones."""
        journal, problem = call_abandonable(open_journal, self._leave)
        self._tell(problem)
        read = partial(read_journal, journal, FINISHED_SHOWN)
        found = call_abandonable(read, self._leave)
        if isinstance(found, Problem) and found.code is Code.JOURNAL_UNREADABLE:
            self._tell(call_abandonable(partial(journal.begin_anew, found), self._leave))
            found = call_abandonable(read, self._leave)
        if isinstance(found, Problem):
            self._tell(found)
            call_abandonable(journal.close, self._leave)
            return None, JournalRead()
        self._tell_damage(journal)
        return journal, found

    def _write(self, journal: Journal, notes: Sequence[Note]) -> None:
        try:
            changes = [change for note in notes for change in note.changes]
            if changes:
                self._tell(call_abandonable(lambda: journal.write(*changes), self._leave))
        except Cancelled:
            return
        except Exception as error:
            if len(notes) > 1:  # a mistake in one of them must not cost the others
                for note in notes:
                    self._write(journal, [note])
                return
            log.exception("The journal could not be written")
            self._tell(Problem(Code.UNEXPECTED, detail=type(error).__name__))

    def _answer(self, journal: Journal | None, questions: Sequence[Callable[[Journal | None], None]]) -> None:
        def answer() -> None:
            for ask in questions:
                ask(journal)

        if questions:
            with suppress(Cancelled):
                call_abandonable(answer, self._leave)
            if journal is not None:
                self._tell_damage(journal)

    def _tell_damage(self, journal: Journal) -> None:
        """Report once that damaged rows were left out."""
        if journal.row_damaged is not None and not self._knows_damage:
            self._knows_damage = True
            self.notice.emit(Notice(problem=journal.row_damaged))

    def _tell(self, problem: Problem | None) -> None:
        """Report what became of opening or writing; a lasting problem once, not for every file."""
        if problem is not None and (self._told is None or self._told.code is not problem.code):
            self.notice.emit(Notice(problem=problem))
        self._told = problem


def read_journal(journal: Journal, finished: int) -> JournalRead | Problem:
    """Return what the journal holds, with at most so many `finished` entries."""
    first_id = journal.next_id()
    if isinstance(first_id, Problem):
        return first_id
    done, others = journal.finished(finished), journal.unfinished()
    if isinstance(done, Problem):
        return done
    if isinstance(others, Problem):
        return others
    return JournalRead(first_id, tuple(map(_restored, (*reversed(done), *others))))


def _restored(item: TransferItem) -> TransferItem:
    """Return an item of the journal as it stands after a start.

    Nothing is sent by itself, and what may be out of date is checked again. Where Clear was being asked for an
    import, the request may have left.
    """
    state, ingestion, contents = item.state, item.ingestion, item.contents
    file = item.checked.file if item.checked else None
    if not state.finished and file is None:
        state = State.CHECKING
    elif not state.finished and state not in {State.READY, State.WARNED}:
        state = State.PAUSED
    if ingestion is not None and ingestion.status is IngestionStatus.ASKED:
        problem = Problem(Code.INGEST_UNCONFIRMED, detail="LedgerDrop ended before the answer came")
        ingestion = replace(ingestion, status=IngestionStatus.UNCONFIRMED, problem=problem)
        log_import(rows_in_log([item.id]), problem)
    if contents and (file is None or (contents.size, contents.modified_ns) != (file.size, file.modified_ns)):
        contents = None  # they were found in an earlier file of its name
    return replace(item, state=state, ingestion=ingestion, contents=contents)


PAGE: Final = 200
# Writes receipts to a file, in these words for those of `receipt_export.ENGLISH`; a Problem says why it is not there.
Write = Callable[[Path, Iterable[Sequence[Receipt] | Problem], Mapping[str, str]], Problem | None]
_LEAVING_SECONDS: Final = 0.5


@dataclass(frozen=True)
class ReceiptPage:
    """Holds one page of the receipts that `query` finds, the newest first; `total` is how many it finds in all.

    `after` is the ID of the last one of the page before, None on the first page.
    """

    query: ReceiptQuery
    after: int | None
    receipts: tuple[Receipt, ...]
    total: int


class History(QObject):
    """Reads the receipts. Lives on the window's thread; every action returns at once, and is answered by a signal."""

    page = Signal(object)  # ReceiptPage
    overview = Signal(object)  # ReceiptsOverview
    exported = Signal(object)  # Path
    cleared = Signal()
    failed = Signal(object)  # Problem, of any of them

    def __init__(self, journal_queue: JournalQueue) -> None:
        super().__init__()
        self._journal_queue = journal_queue
        self._leave = CancelToken()
        self._exporter: threading.Thread | None = None
        self._exporting = threading.Lock()

    def look_around(self) -> None:
        """Read which accounts and days have receipts, and emit `overview`."""
        answer = partial(self._tell, self.overview, ReceiptsOverview())
        self._journal_queue.ask(lambda journal: journal.overview(), answer)

    def find(self, query: ReceiptQuery, after: int | None = None) -> None:
        """Read a page, the first one or that after the receipt of that ID, and emit `page`."""
        answer = partial(self._tell, self.page, ReceiptPage(query, after, (), 0))
        self._journal_queue.ask(lambda journal: _page(journal, query, after), answer)

    def export(self, path: Path, query: ReceiptQuery, words: Mapping[str, str], write: Write = export_csv) -> None:
        """Write all that `query` finds, in these words, as CSV or as `write` does on another thread.

        A second export waits for the first.
        """
        what = (path, query, words, write)
        self._exporter = threading.Thread(target=self._export, args=what, name="export", daemon=True)
        self._exporter.start()

    def clear(self) -> None:
        """Delete all receipts."""
        self._journal_queue.write(ReceiptsCleared())
        self._journal_queue.ask(lambda _journal: None, lambda _answer: self.cleared.emit())

    def close(self) -> None:
        """Give up the running export and queries."""
        self._leave.cancel()
        if self._exporter is not None:
            self._exporter.join(_LEAVING_SECONDS)

    def _tell(self, signal: SignalInstance, nothing: object, answer: object) -> None:
        """Emit an answer by this signal, `nothing` in place of None, or a Problem by `failed`."""
        if isinstance(answer, Problem):
            self.failed.emit(answer)
        else:
            signal.emit(nothing if answer is None else answer)

    def _export(self, path: Path, query: ReceiptQuery, words: Mapping[str, str], write: Write) -> None:
        with suppress(Cancelled), self._exporting:
            problem = write(path, receipt_pages(partial(self._next_page, query)), words)
            self._tell(self.exported, path, problem)

    def _next_page(self, query: ReceiptQuery, after: int | None) -> list[Receipt] | Problem | None:
        return self._journal_queue.learn(lambda journal: journal.receipts(query, PAGE, after), self._leave, None)


def _page(journal: Journal, query: ReceiptQuery, after: int | None) -> ReceiptPage | Problem:
    receipts = journal.receipts(query, PAGE, after)
    if isinstance(receipts, Problem):
        return receipts
    total = journal.count_receipts(query)
    return total if isinstance(total, Problem) else ReceiptPage(query, after, tuple(receipts), total)
