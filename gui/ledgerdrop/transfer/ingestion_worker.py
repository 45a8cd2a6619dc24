"""Workers that hand uploaded files over to Clear, and ask how far it is with them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from ledgerdrop.clear_api.polling import ActivityAges, PollingPolicy
from ledgerdrop.model.ingestion import Activity, IngestionState, IngestionStatus, Workflow
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.runtime.cancel import Cancelled
from ledgerdrop.transfer.connectivity import is_silence
from ledgerdrop.transfer.job_queues import DelayQueue
from ledgerdrop.transfer.jobs import IngestionJob, IngestionReport
from ledgerdrop.transfer.journal_queue import JournalQueue
from ledgerdrop.transfer.network_worker import NetworkWorker, TokenCache

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

T = TypeVar("T")

log = logging.getLogger(__name__)


class IngestionWorker(NetworkWorker):
    """Does one job after the other. Unlike senders it tells by a signal: hours may pass between two reports."""

    told = Signal(object)  # IntakeReport

    def __init__(
        self,
        stop: threading.Event,
        delay_queue: DelayQueue[IngestionJob],
        *,
        open_operations: Callable[[], Operations],
        tokens: TokenCache,
        journal: JournalQueue,
        polling_policy: PollingPolicy,
    ) -> None:
        super().__init__(stop, open_operations, tokens)
        self._delay_queue = delay_queue
        self._journal = journal
        self._pace = polling_policy
        self._ages = ActivityAges()

    def work(self) -> None:
        """Until `stop` is set."""
        while (job := self._delay_queue.take(self.stop)) is not None:
            activity = job.ingestion.activity
            try:
                if activity is None:
                    self.told.emit(IngestionReport(job, self._hand_over(job)))
                else:
                    self._ask(job, activity)
            except Cancelled:
                continue
        self.connections.hang_up()

    def _hand_over(self, job: IngestionJob) -> IngestionState:
        asked = replace(job.ingestion, status=IngestionStatus.ASKED, problem=None)
        if not self._journal.asked(job, asked):
            # What is not written before could be done twice
            outcome: Activity | Problem = Problem(Code.INTENT_NOT_SAVED)
        else:
            outcome = self._outcome(job)
        if isinstance(outcome, Activity):
            done = replace(asked, status=IngestionStatus.PROCESSING, activity=outcome)
        elif outcome.code is Code.CANCELLED:
            done = replace(asked, status=IngestionStatus.PLANNED)
        elif outcome.code is Code.INGEST_UNCONFIRMED:
            done = replace(asked, status=IngestionStatus.UNCONFIRMED, problem=outcome)
        elif outcome.retry is Retry.ACCOUNT or is_silence(outcome):
            done = replace(asked, status=IngestionStatus.WAITING, problem=outcome)
        else:
            done = replace(asked, status=IngestionStatus.REFUSED, problem=outcome)
        self._journal.update_ingestion(job, done)
        return done

    def _outcome(self, job: IngestionJob) -> Activity | Problem:
        try:
            opened = self.open(job.account, job.cancel)
            if isinstance(opened, Problem):
                return opened
        except Cancelled:
            return Problem(Code.CANCELLED)
        except Exception as error:
            log.exception("Nothing could be handed over")
            return Problem(Code.UNEXPECTED, detail=type(error).__name__)
        session, token = opened
        return self._refused(job, token, self.operations.hand_over(session, job, token))

    def _ask(self, job: IngestionJob, activity: Activity) -> None:
        """Tell how far it is, how it ended, or why nobody asks any more."""
        said, asked = self._said(job, activity), job.ingestion
        if isinstance(said, Workflow):
            asked = replace(asked, answer=said.raw, answered_at=time.time())
        end = self._pace.end(said, self._ages.age_of(activity))
        if end is None:
            following = replace(job, ingestion=asked)
            self.told.emit(IngestionReport(job, asked, following))
            due = time.monotonic() + self._pace.pause(self._ages.age_of(activity), said)
            self._delay_queue.schedule(asked.batch, following, due)
            return
        if isinstance(end, Workflow):
            done = replace(asked, status=IngestionStatus.TAKEN_IN)
        elif end.code is Code.NOT_TAKEN_IN:
            done = replace(asked, status=IngestionStatus.NOT_TAKEN_IN, problem=end)
        elif end.retry is Retry.ACCOUNT:
            done = replace(asked, problem=end)  # goes on once that is put right
        else:
            done = replace(asked, status=IngestionStatus.UNTOLD, problem=end)
        log.info(
            "Rows %s: %s %s", job.item_ids, done.status.name.lower(), done.problem.code.slug if done.problem else ""
        )
        self._journal.update_ingestion(job, done)
        self.told.emit(IngestionReport(job, done))

    def _said(self, job: IngestionJob, activity: Activity) -> Workflow | Problem:
        try:
            opened = self.open(job.account, job.cancel)
            if isinstance(opened, Problem):
                return opened
            session, token = opened
            said = self.operations.ask(session, job, token, activity.task_id)
        except Cancelled:
            raise
        except Exception as error:
            log.exception("Asking about an activity broke down")
            return Problem(Code.UNEXPECTED, detail=type(error).__name__)
        return self._refused(job, token, said)

    def _refused(self, job: IngestionJob, token: str, outcome: T) -> T:
        refused = isinstance(outcome, Problem) and outcome.retry is Retry.ACCOUNT
        if isinstance(outcome, Problem) and refused and outcome.code is not Code.INGEST_NOT_ALLOWED:
            self.tokens.refuse(job.account.id, token, outcome)
        return outcome
