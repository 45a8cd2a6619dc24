"""The worker that has the journal: it writes in order, all that came in meanwhile in one transaction, and looks."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from ledgerdrop.model.files import CheckedFile
from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable
from ledgerdrop.store.journal import Journal
from ledgerdrop.transfer.journal_queue import JournalQueue, Note
from ledgerdrop.transfer.worker_pool import Worker

log = logging.getLogger(__name__)

FINISHED_SHOWN: Final = 200  # of earlier starts; the receipts of all are in the history

OpenJournal = Callable[[], tuple[Journal, Problem | None]]


@dataclass(frozen=True, slots=True)
class JournalRead:
    """Hold what the journal holds from earlier starts; new rows get IDs from `first_id`.

    `entries` in the order of the list: the latest finished ones, then all others.
    """

    first_id: int = 1
    entries: tuple[TransferItem, ...] = ()


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
        """Tell once of rows that reading has left out."""
        if journal.row_damaged is not None and not self._knows_damage:
            self._knows_damage = True
            self.trouble.emit(journal.row_damaged)

    def _tell(self, problem: Problem | None) -> None:
        """Tell what became of opening or writing; what stays as it is once, not for every file."""
        if problem is not None and (self._told is None or self._told.code is not problem.code):
            self.trouble.emit(problem)
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
    """Return an item of the journal as it stands after a start."""
    return replace(
        item,
        state=_state(item),
        ingestion=_ingestion(item.ingestion) if item.ingestion else None,
        contents=item.contents if _is_of(item.contents, item.checked) else None,
    )


def _is_of(contents: Contents | None, checked: CheckedFile | None) -> bool:
    """Tell what was found in this very file from what was found in an earlier one of its name."""
    if contents is None or checked is None:
        return False
    return (contents.size, contents.modified_ns) == (checked.file.size, checked.file.modified_ns)


def _ingestion(written: IngestionState) -> IngestionState:
    """Return it as it stands after a start: if Clear was being asked at the end, the request may have left."""
    if written.status is not IngestionStatus.ASKED:
        return written
    problem = Problem(Code.INGEST_UNCONFIRMED, detail="LedgerDrop ended before the answer came")
    return replace(written, status=IngestionStatus.UNCONFIRMED, problem=problem)


def _state(item: TransferItem) -> State:
    """Return the state after a start: nothing goes by itself, and what cannot be relied on is looked at again."""
    if item.state.finished:
        return item.state
    if item.checked is None:
        return State.CHECKING
    return item.state if item.state in {State.READY, State.WARNED} else State.PAUSED
