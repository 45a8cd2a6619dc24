"""The worker that has the journal: it writes in order, all that came in meanwhile in one transaction, and looks."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import Signal

from ledgerdrop.model.files import CheckedFile, Uploaded
from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.receipts import receipt_for
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.runtime.background_call import call_abandonable
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.store.journal import Journal
from ledgerdrop.store.journal_records import (
    Added,
    Changed,
    Confirmed,
    FinishedCleared,
    IngestionChanged,
    Inspected,
    JournalChange,
    ReceiptsCleared,
    Removed,
    Reordered,
)
from ledgerdrop.transfer.jobs import IngestionJob, SendJob
from ledgerdrop.transfer.worker_pool import Worker

log = logging.getLogger(__name__)

FINISHED_SHOWN: Final = 200  # of earlier starts; the receipts of all are in the history
LONGEST_WAIT: Final = 10.0  # seconds for which a disk that hangs may hold up sending

T = TypeVar("T")
OpenJournal = Callable[[], tuple[Journal, Problem | None]]


@dataclass(frozen=True, slots=True)
class JournalRead:
    """Hold what the journal holds from earlier starts; new rows get IDs from `first_id`.

    `entries` in the order of the list: the latest finished ones, then all others.
    """

    first_id: int = 1
    entries: tuple[TransferItem, ...] = ()


class _Entry:
    """Records to write, built on the worker's thread, and what to ask the journal then (None: nothing is kept).

    `done` is set when both happened, or cannot.
    """

    def __init__(
        self, build: Callable[[], Sequence[JournalChange]], ask: Callable[[Journal | None], None] | None = None
    ) -> None:
        self.build = build
        self.ask = ask
        self.done = threading.Event()


class JournalQueue:
    """Hold what is still to be written, or asked. For any thread.

    Each call returns at once, but for two for senders, two for ingestion workers, and `learn`. `keeps`: there is a
    journal to write to.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self.keeps = keeps
        self._notes: queue.SimpleQueue[_Entry | None] = queue.SimpleQueue()
        self._states: _Entry | None = None  # the latest one on the states of rows

    def added(self, items: Sequence[TransferItem]) -> None:
        """New rows at the end."""
        self._states = self._note(lambda: [Added(tuple(items))])

    def changed(self, items: Sequence[TransferItem]) -> None:
        """Rows have new states."""
        self._states = self._note(lambda: [Changed(item) for item in items])

    def removed(self, rows: Sequence[int]) -> None:
        """Rows taken off the list."""
        self._note(lambda: [Removed(tuple(rows))])

    def cleared(self, kept: Sequence[int]) -> None:
        """All finished rows taken off the list but these."""
        self._note(lambda: [FinishedCleared(tuple(kept))])

    def reordered(self, rows: Sequence[int]) -> None:
        """All rows, in their new order."""
        self._note(lambda: [Reordered(tuple(rows))])

    def before_sending(self, job: SendJob) -> None:
        """Wait until all that was noted of rows so far is written, its being QUEUED with it. Raises `Cancelled`."""
        states = self._states
        if states is None or not states.done.is_set():  # seldom: files that are sent at once are written at once
            note = self._note(list)
            with job.cancel.on_cancel(note.done.set):
                note.done.wait(LONGEST_WAIT)
        job.cancel.raise_if_cancelled()

    def uploaded(self, job: SendJob, uploaded: Uploaded) -> None:
        """Wait until the row is written as uploaded, with its receipt."""
        self._note(lambda: [_confirmed(job, uploaded)]).done.wait(LONGEST_WAIT)

    def planned(self, rows: Sequence[int], taking_in: IngestionState | None) -> None:
        """Note what follows the upload of these rows."""
        self._note(lambda: [IngestionChanged(tuple(rows), taking_in)])

    def asked(self, job: IngestionJob, taking_in: IngestionState) -> bool:
        """Write that Clear is being asked, and whether it stands there now. Raises `Cancelled`."""
        self.planned(job.rows, taking_in)
        found = self.learn(lambda journal: _noted_intake(journal, job.rows), job.cancel, LONGEST_WAIT)
        return found is taking_in.intake or (found is None and not self.keeps)

    def intake(self, job: IngestionJob, taking_in: IngestionState) -> None:
        """Wait until it is written how far the files are now."""
        self._note(lambda: [IngestionChanged(job.rows, taking_in)]).done.wait(LONGEST_WAIT)

    def inspected(self, row: int, contents: Contents) -> None:
        """Note what was found inside a row's file."""
        self._note(lambda: [Inspected(row, contents)])

    def receipts_cleared(self) -> None:
        """All receipts deleted, as the user asked."""
        self._note(lambda: [ReceiptsCleared()])

    def ask(
        self, question: Callable[[Journal], T | Problem], on_answer: Callable[[T | Problem | None], None]
    ) -> None:
        """Ask the journal, after all that was noted so far is written. `on_answer` is called on another thread.

        It gets None where nothing is kept.
        """

        def ask(journal: Journal | None) -> None:
            try:
                answer = None if journal is None else question(journal)
            except Exception as error:
                log.exception("A question to the journal broke down")
                answer = Problem(Code.UNEXPECTED, detail=type(error).__name__)
            on_answer(answer)

        self._note(list, ask)

    def learn(
        self, question: Callable[[Journal], T | Problem], cancel: CancelToken, seconds: float | None
    ) -> T | Problem | None:
        """Ask the journal, and wait for the answer, at most so long; then, and where nothing is kept, it is None.

        Raises `Cancelled`.
        """
        answers: list[T | Problem | None] = []
        answered = threading.Event()

        def on_answer(answer: T | Problem | None) -> None:
            answers.append(answer)
            answered.set()

        self.ask(question, on_answer)
        with cancel.on_cancel(answered.set):
            answered.wait(seconds)
        cancel.raise_if_cancelled()
        return answers[0] if answers else None

    def end(self) -> None:
        """Nothing follows."""
        self._notes.put(None)

    def take(self) -> list[_Entry] | None:
        """Return all there is, as soon as there is something; None at the end."""
        note = self._notes.get()
        notes: list[_Entry] = []
        while note is not None:
            notes.append(note)
            try:
                note = self._notes.get_nowait()
            except queue.Empty:
                return notes
        if not notes:
            return None
        self._notes.put(None)  # the end, for the next time
        return notes

    def _note(
        self, build: Callable[[], Sequence[JournalChange]], ask: Callable[[Journal | None], None] | None = None
    ) -> _Entry:
        note = _Entry(build, ask)
        self._notes.put(note)
        return note


class JournalWorker(Worker):
    """Opens the journal, tells what is in it, and does what is in the queue until its end.

    Without `open_journal` nothing is kept. A disk that hangs is left behind as soon as `leave` is set.
    """

    opened = Signal(object)  # JournalRead, once
    trouble = Signal(object)  # Problem

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
        """Work until the queue's end."""
        journal = self._open()
        while (notes := self._journal_queue.take()) is not None:
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
        """A journal is written to only if it can be read: else new rows would take the place of earlier ones."""
        journal, problem = call_abandonable(open_journal, self._leave)
        self._tell(problem)

        def read() -> JournalRead | Problem:
            return read_journal(journal, FINISHED_SHOWN)

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

    def _write(self, journal: Journal, notes: Sequence[_Entry]) -> None:
        try:
            records = [record for note in notes for record in note.build()]
            if records:
                self._tell(call_abandonable(lambda: journal.write(*records), self._leave))
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
        """Tell once of rows that reading has left out."""
        if journal.row_damaged is not None and not self._knows_damage:
            self._knows_damage = True
            self.trouble.emit(journal.row_damaged)

    def _tell(self, problem: Problem | None) -> None:
        """Tell what became of opening or writing; what stays as it is once, not for every file."""
        if problem is not None and (self._told is None or self._told.code is not problem.code):
            self.trouble.emit(problem)
        self._told = problem


def _noted_intake(journal: Journal, rows: Sequence[int]) -> IngestionStatus | Problem | None:
    """Read what follows the upload of these rows, which share it; None where that does not stand on the disk."""
    if not journal.is_durable():
        return None
    return next((found for row in rows if (found := journal.intake(row)) is not None), None)


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


def _confirmed(job: SendJob, uploaded: Uploaded) -> Confirmed:
    """Return an uploaded row, with its receipt."""
    file = job.checked.file
    size, modified_ns = file.size, file.modified_ns
    if uploaded.modified_ns is not None:  # it may have changed between the check and the upload
        size, modified_ns = uploaded.size, uploaded.modified_ns
    item = TransferItem(job.id, file.path, file.name, job.account.id, State.UPLOADED, size, job.checked)
    receipt = receipt_for(uploaded, job.account, file.path)
    return Confirmed(replace(item, modified_ns=modified_ns), receipt)


def _restored(item: TransferItem) -> TransferItem:
    """Return an item of the journal as it stands after a start."""
    return replace(
        item,
        state=_state(item),
        taking_in=_ingestion(item.taking_in) if item.taking_in else None,
        contents=item.contents if _is_of(item.contents, item.checked) else None,
    )


def _is_of(contents: Contents | None, checked: CheckedFile | None) -> bool:
    """Tell what was found in this very file from what was found in an earlier one of its name."""
    if contents is None or checked is None:
        return False
    return (contents.size, contents.modified_ns) == (checked.file.size, checked.file.modified_ns)


def _ingestion(written: IngestionState) -> IngestionState:
    """Return it as it stands after a start: if Clear was being asked at the end, the request may have left."""
    if written.intake is not IngestionStatus.ASKED:
        return written
    problem = Problem(Code.INGEST_UNCONFIRMED, detail="LedgerDrop ended before the answer came")
    return replace(written, intake=IngestionStatus.UNCONFIRMED, problem=problem)


def _state(item: TransferItem) -> State:
    """Return the state after a start: nothing goes by itself, and what cannot be relied on is looked at again."""
    if item.state.finished:
        return item.state
    if item.checked is None:
        return State.CHECKING
    return item.state if item.state in {State.READY, State.WARNED} else State.PAUSED
