"""Workers that send checked files, each over connections of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.model.progress import Progress
from ledgerdrop.runtime.cancel import Cancelled
from ledgerdrop.transfer.job_queues import PriorityJobQueue
from ledgerdrop.transfer.jobs import SendDone, SendJob, SendReport, SendStarted
from ledgerdrop.transfer.journal_queue import JournalQueue
from ledgerdrop.transfer.network_worker import NetworkWorker, TokenCache

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

log = logging.getLogger(__name__)


class Sender(NetworkWorker):
    """Sends one file after another."""

    def __init__(
        self,
        stop: threading.Event,
        line: PriorityJobQueue[SendJob],
        *,
        post: Callable[[SendReport], None],
        note: Callable[[SendJob, Progress], None],
        open_operations: Callable[[], Operations],
        tokens: TokenCache,
        journal: JournalQueue,
    ) -> None:
        super().__init__(stop, open_operations, tokens)
        self._line = line
        self._post = post
        self._note = note
        self._journal = journal

    def work(self) -> None:
        """Until `stop` is set."""
        while (job := self._line.take(self.stop)) is not None:
            self._post(SendStarted(job))
            self._post(SendDone(job, self._send(job)))
        self.connections.hang_up()

    def _send(self, job: SendJob) -> Uploaded | Problem:
        try:
            self._journal.before_sending(job)
            outcome = self._journey(job)
        except Cancelled:
            return Problem(Code.CANCELLED)
        except Exception as error:
            log.exception("Sending broke down")
            return Problem(Code.UNEXPECTED, detail=f"{type(error).__name__} while sending")
        if isinstance(outcome, Uploaded):
            self._record_upload(job, outcome)
        return outcome

    def _journey(self, job: SendJob) -> Uploaded | Problem:
        opened = self.open(job.account, job.cancel)
        if isinstance(opened, Problem):
            return opened
        session, token = opened
        outcome = self.operations.send(session, job, token, partial(self._note, job))
        if isinstance(outcome, Problem) and outcome.retry is Retry.ACCOUNT:
            self.tokens.refuse(job.account.id, token, outcome)
        return outcome

    def _record_upload(self, job: SendJob, uploaded: Uploaded) -> None:
        # It is on the server, whatever becomes of our own book-keeping.
        try:
            self._journal.uploaded(job, uploaded)
        except Exception:
            log.exception("An upload could not be recorded")
