"""Workers that send checked files, each over connections of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.model.progress import Progress
from ledgerdrop.runtime.background_call import call_abandonable
from ledgerdrop.runtime.cancel import Cancelled
from ledgerdrop.transfer.job_queues import PriorityJobQueue
from ledgerdrop.transfer.jobs import SendDone, SendJob, SendReport, SendStarted
from ledgerdrop.transfer.token_cache import TokenCache
from ledgerdrop.transfer.transfer_journal import TransferJournal
from ledgerdrop.transfer.worker_pool import Worker

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Connections, Operations

log = logging.getLogger(__name__)


class Sender(Worker):
    """Sends one file after another."""

    def __init__(
        self,
        stop: threading.Event,
        line: PriorityJobQueue[SendJob],
        *,
        post: Callable[[SendReport], None],
        note: Callable[[SendJob, Progress], None],
        open_steps: Callable[[], Operations],
        tokens: TokenCache,
        journal: TransferJournal,
    ) -> None:
        super().__init__(stop)
        self._line = line
        self._post = post
        self._note = note
        self._open_steps = open_steps
        self._tokens = tokens
        self._journal = journal

    def work(self) -> None:
        """Until `stop` is set."""
        while (job := self._line.take(self.stop)) is not None:
            self._post(SendStarted(job))
            self._post(SendDone(job, self._send(job)))
        self._connections.hang_up()

    @cached_property
    def _steps(self) -> Operations:
        return self._open_steps()  # on this worker's thread: it imports a lot

    @cached_property
    def _connections(self) -> Connections:
        return self._steps.connections()

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
        token = call_abandonable(partial(self._tokens.token, job.account.id), job.cancel)
        if isinstance(token, Problem):
            return token
        session = self._connections.session(job.account)
        if isinstance(session, Problem):
            return session
        outcome = self._steps.send(session, job, token, partial(self._note, job))
        if isinstance(outcome, Problem) and outcome.retry is Retry.ACCOUNT:
            self._tokens.refuse(job.account.id, token, outcome)
        return outcome

    def _record_upload(self, job: SendJob, uploaded: Uploaded) -> None:
        # It is on the server, whatever becomes of our own book-keeping.
        try:
            self._journal.uploaded(job, uploaded)
        except Exception:
            log.exception("An upload could not be recorded")
