"""Queue what the engine and the workers have for the journal: changes to write, and questions."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.receipts import receipt_for
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.store.journal import Journal
from ledgerdrop.store.journal_records import Confirmed, IngestionChanged, JournalChange
from ledgerdrop.transfer.jobs import IngestionJob, SendJob

log = logging.getLogger(__name__)

LONGEST_WAIT: Final = 10.0  # seconds for which a disk that hangs may hold up sending

T = TypeVar("T")


class Note:
    """Changes to write, and what to ask the journal then (None: nothing is kept).

    `done` is set when both happened, or cannot.
    """

    def __init__(
        self, changes: Sequence[JournalChange] = (), ask: Callable[[Journal | None], None] | None = None
    ) -> None:
        self.changes = changes
        self.ask = ask
        self.done = threading.Event()


class JournalQueue:
    """Hold what is still to be written, or asked, in the order of the calls. For any thread.

    The calls of the engine return at once, those of workers when it is written, or cannot be. `keeps`: there is a
    journal to write to.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self.keeps = keeps
        self._notes: queue.SimpleQueue[Note | None] = queue.SimpleQueue()
        self._latest: Note | None = None  # with changes

    def write(self, *changes: JournalChange) -> None:
        """Have these written. Returns at once."""
        self._latest = self._put(Note(changes))

    def before_sending(self, job: SendJob) -> None:
        """Wait until all that was to be written so far is, the row's being QUEUED with it. Raises `Cancelled`."""
        latest = self._latest
        if latest is not None and not latest.done.is_set():  # seldom: files that are sent at once are written at once
            after = self._put(Note())
            with job.cancel.on_cancel(after.done.set):
                after.done.wait(LONGEST_WAIT)
        job.cancel.raise_if_cancelled()

    def uploaded(self, job: SendJob, uploaded: Uploaded) -> None:
        """Wait until the row is written as uploaded, with its receipt."""
        self._put(Note([_confirmed(job, uploaded)])).done.wait(LONGEST_WAIT)

    def asked(self, job: IngestionJob, ingestion: IngestionState) -> bool:
        """Write that Clear is being asked, and whether it stands there now. Raises `Cancelled`."""
        self.write(IngestionChanged(job.item_ids, ingestion))
        found = self.learn(lambda journal: _noted_status(journal, job.item_ids), job.cancel, LONGEST_WAIT)
        return found is ingestion.status or (found is None and not self.keeps)

    def update_ingestion(self, job: IngestionJob, ingestion: IngestionState) -> None:
        """Wait until it is written how far the files are now."""
        self._put(Note([IngestionChanged(job.item_ids, ingestion)])).done.wait(LONGEST_WAIT)

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

        self._put(Note(ask=ask))

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

    def take(self) -> list[Note] | None:
        """Return all there is, as soon as there is something; None at the end."""
        note = self._notes.get()
        notes: list[Note] = []
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

    def _put(self, note: Note) -> Note:
        self._notes.put(note)
        return note


def _noted_status(journal: Journal, item_ids: Sequence[int]) -> IngestionStatus | Problem | None:
    """Read what follows the upload of these rows, which share it; None where that does not stand on the disk."""
    if not journal.is_durable():
        return None
    return next((found for item_id in item_ids if (found := journal.ingestion_status(item_id)) is not None), None)


def _confirmed(job: SendJob, uploaded: Uploaded) -> Confirmed:
    """Return an uploaded row, with its receipt."""
    file = job.checked.file
    size, modified_ns = file.size, file.modified_ns
    if uploaded.modified_ns is not None:  # it may have changed between the check and the upload
        size, modified_ns = uploaded.size, uploaded.modified_ns
    item = TransferItem(job.id, file.path, file.name, job.account.id, State.UPLOADED, size, job.checked)
    receipt = receipt_for(uploaded, job.account, file.path)
    return Confirmed(replace(item, modified_ns=modified_ns), receipt)
