"""The worker that writes the journal: in order, and all that came in meanwhile in one transaction."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.cancel import Cancel, Cancelled
from ledgerdrop.pipeline.interruptible import interruptible
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.pipeline.values import Uploaded
from ledgerdrop.workers import journal_form
from ledgerdrop.workers.crew import Worker
from ledgerdrop.workers.entries import Entry
from ledgerdrop.workers.sending import SendJob

if TYPE_CHECKING:
    from ledgerdrop.services.journal import Journal
    from ledgerdrop.services.journal_records import Record

log = logging.getLogger(__name__)

FINISHED_SHOWN: Final = 200  # of earlier starts; the receipts of all are in the history
_LONGEST_WAIT: Final = 10.0  # seconds for which a disk that hangs may hold up sending

OpenJournal = Callable[[], "tuple[Journal, Problem | None]"]


@dataclass(frozen=True, slots=True)
class JournalRead:
    """What the journal holds from earlier starts; new rows get IDs from `first_id`."""

    first_id: int
    entries: tuple[Entry, ...]


class _Note:
    """Records to write, built on the scribe's thread; `written` is set once they are, or cannot be."""

    def __init__(self, build: Callable[[], Sequence[Record]]) -> None:
        self.build = build
        self.written = threading.Event()


class Notebook:
    """What is still to be written. Each call returns at once, but for the two of the senders. For any thread."""

    def __init__(self) -> None:
        self._notes: queue.SimpleQueue[_Note | None] = queue.SimpleQueue()

    def added(self, entries: Sequence[Entry], accounts: Mapping[str, Account]) -> None:
        """New rows at the end."""
        self._note(lambda: [journal_form.added(entries, accounts)])

    def changed(self, entries: Sequence[Entry], accounts: Mapping[str, Account]) -> None:
        """Rows have new states."""
        self._note(lambda: [journal_form.changed(entry, accounts) for entry in entries])

    def removed(self, rows: Sequence[int]) -> None:
        """Rows taken off the list."""
        self._note(lambda: [journal_form.removed(rows)])

    def cleared(self, kept: Sequence[int]) -> None:
        """All finished rows taken off the list but these."""
        self._note(lambda: [journal_form.cleared(kept)])

    def reordered(self, rows: Sequence[int]) -> None:
        """All rows, in their new order."""
        self._note(lambda: [journal_form.reordered(rows)])

    def before_sending(self, job: SendJob) -> None:
        """Wait until all that was noted so far is written, the row's being QUEUED with it. Raises `Cancelled`."""
        note = self._note(list)
        with job.cancel.wakes(note.written.set):
            note.written.wait(_LONGEST_WAIT)
        job.cancel.check()

    def uploaded(self, job: SendJob, uploaded: Uploaded) -> None:
        """Wait until the row is written as uploaded, with its receipt."""
        self._note(lambda: [journal_form.confirmed(job, uploaded)]).written.wait(_LONGEST_WAIT)

    def end(self) -> None:
        """Nothing follows."""
        self._notes.put(None)

    def take(self) -> list[_Note] | None:
        """All there is, as soon as there is something; None at the end."""
        note = self._notes.get()
        notes: list[_Note] = []
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

    def _note(self, build: Callable[[], Sequence[Record]]) -> _Note:
        note = _Note(build)
        self._notes.put(note)
        return note


class Scribe(Worker):
    """Opens the journal, tells what is in it, and writes what is in the notebook until its end.

    Without `open_journal` nothing is kept. A disk that hangs is left behind as soon as `leave` is set.
    """

    opened = Signal(object)  # JournalRead, once
    trouble = Signal(object)  # Problem

    def __init__(
        self, stop: threading.Event, notebook: Notebook, open_journal: OpenJournal | None, leave: Cancel
    ) -> None:
        super().__init__(stop)
        self._notebook = notebook
        self._open_journal = open_journal
        self._leave = leave
        self._told: Problem | None = None

    def work(self) -> None:
        """Until the notebook's end."""
        journal = self._open()
        while (notes := self._notebook.take()) is not None:
            try:
                if journal is not None:
                    self._tell(self._write(journal, notes))
            finally:
                for note in notes:
                    note.written.set()
        if journal is not None:
            with suppress(Cancelled):
                self._tell(interruptible(journal.close, self._leave))

    def _open(self) -> Journal | None:
        journal: Journal | None = None
        found = JournalRead(1, ())
        try:
            if self._open_journal is not None:
                journal, problem = interruptible(self._open_journal, self._leave)
                self._tell(problem)
                found = self._read(journal)
        except Cancelled:
            return None
        except Exception:
            log.exception("The journal could not be opened")
        self.opened.emit(found)
        return journal

    def _read(self, journal: Journal) -> JournalRead:
        read = interruptible(lambda: journal_form.read(journal, FINISHED_SHOWN), self._leave)
        if isinstance(read.entries, Problem):
            self._tell(read.entries)
            return JournalRead(read.first_id, ())
        return JournalRead(read.first_id, read.entries)

    def _write(self, journal: Journal, notes: Sequence[_Note]) -> Problem | None:
        try:
            records = [record for note in notes for record in note.build()]
            return interruptible(lambda: journal.write(*records), self._leave) if records else None
        except Cancelled:
            return None
        except Exception:
            log.exception("The journal could not be written")
            return None

    def _tell(self, problem: Problem | None) -> None:
        """Once, not for every file."""
        if problem is not None and (self._told is None or self._told.code is not problem.code):
            self.trouble.emit(problem)
        self._told = problem
