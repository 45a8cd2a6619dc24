"""Workers that hand uploaded files over to Clear, and ask how far it is with them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from ledgerdrop.pipeline.cancel import Cancelled
from ledgerdrop.pipeline.ingestion import Activity, Intake, TakingIn, Workflow
from ledgerdrop.pipeline.interruptible import interruptible
from ledgerdrop.pipeline.pace import Pace, age_of
from ledgerdrop.pipeline.problems import Code, Problem, Retry
from ledgerdrop.workers.agenda import Agenda
from ledgerdrop.workers.crew import Worker
from ledgerdrop.workers.jobs import IntakeJob, IntakeReport
from ledgerdrop.workers.reach import is_silence
from ledgerdrop.workers.token_cache import TokenCache
from ledgerdrop.workers.transfer_journal import TransferJournal

if TYPE_CHECKING:
    from ledgerdrop.services.sessions import LineSession
    from ledgerdrop.workers.steps import Connections, Steps

T = TypeVar("T")

log = logging.getLogger(__name__)


class Clerk(Worker):
    """Does one job after the other. Unlike senders it tells by a signal: hours may pass between two reports."""

    told = Signal(object)  # IntakeReport

    def __init__(
        self,
        stop: threading.Event,
        agenda: Agenda[IntakeJob],
        *,
        open_steps: Callable[[], Steps],
        tokens: TokenCache,
        journal: TransferJournal,
        pace: Pace,
    ) -> None:
        super().__init__(stop)
        self._agenda = agenda
        self._open_steps = open_steps
        self._tokens = tokens
        self._journal = journal
        self._pace = pace

    def work(self) -> None:
        """Until `stop` is set."""
        while (job := self._agenda.take(self.stop)) is not None:
            activity = job.taking_in.activity
            try:
                if activity is None:
                    self.told.emit(IntakeReport(job, self._hand_over(job)))
                else:
                    self._ask(job, activity)
            except Cancelled:
                continue
        self._connections.hang_up()

    @cached_property
    def _steps(self) -> Steps:
        return self._open_steps()  # on this worker's thread: it imports a lot

    @cached_property
    def _connections(self) -> Connections:
        return self._steps.connections()

    def _hand_over(self, job: IntakeJob) -> TakingIn:
        asked = replace(job.taking_in, intake=Intake.ASKED, problem=None)
        if not self._journal.asked(job, asked):
            # What is not written before could be done twice
            outcome: Activity | Problem = Problem(Code.INTENT_NOT_SAVED)
        else:
            outcome = self._outcome(job)
        if isinstance(outcome, Activity):
            done = replace(asked, intake=Intake.PROCESSING, activity=outcome)
        elif outcome.code is Code.CANCELLED:
            done = replace(asked, intake=Intake.PLANNED)
        elif outcome.code is Code.INGEST_UNCONFIRMED:
            done = replace(asked, intake=Intake.UNCONFIRMED, problem=outcome)
        elif outcome.retry is Retry.ACCOUNT or is_silence(outcome):
            done = replace(asked, intake=Intake.WAITING, problem=outcome)
        else:
            done = replace(asked, intake=Intake.REFUSED, problem=outcome)
        self._journal.intake(job, done)
        return done

    def _outcome(self, job: IntakeJob) -> Activity | Problem:
        try:
            way = self._way(job)
            if isinstance(way, Problem):
                return way
        except Cancelled:
            return Problem(Code.CANCELLED)
        except Exception as error:
            log.exception("Nothing could be handed over")
            return Problem(Code.UNEXPECTED, detail=type(error).__name__)
        session, token = way
        return self._refused(job, token, self._steps.hand_over(session, job, token))

    def _ask(self, job: IntakeJob, activity: Activity) -> None:
        """Tell how far it is, how it ended, or why nobody asks any more."""
        said, asked = self._said(job, activity), job.taking_in
        if isinstance(said, Workflow):
            asked = replace(asked, answer=said.raw, answered_at=time.time())
        end = self._pace.end(said, age_of(activity))
        if end is None:
            following = replace(job, taking_in=asked)
            self.told.emit(IntakeReport(job, asked, following))
            due = time.monotonic() + self._pace.pause(age_of(activity), said)
            self._agenda.put(asked.batch, following, due)
            return
        if isinstance(end, Workflow):
            done = replace(asked, intake=Intake.TAKEN_IN)
        elif end.code is Code.NOT_TAKEN_IN:
            done = replace(asked, intake=Intake.NOT_TAKEN_IN, problem=end)
        elif end.retry is Retry.ACCOUNT:
            done = replace(asked, problem=end)  # goes on once that is put right
        else:
            done = replace(asked, intake=Intake.UNTOLD, problem=end)
        self._journal.intake(job, done)
        self.told.emit(IntakeReport(job, done))

    def _said(self, job: IntakeJob, activity: Activity) -> Workflow | Problem:
        try:
            way = self._way(job)
            if isinstance(way, Problem):
                return way
            session, token = way
            said = self._steps.ask(session, job, token, activity.task_id)
        except Cancelled:
            raise
        except Exception as error:
            log.exception("Asking about an activity broke down")
            return Problem(Code.UNEXPECTED, detail=type(error).__name__)
        return self._refused(job, token, said)

    def _way(self, job: IntakeJob) -> tuple[LineSession, str] | Problem:
        token = interruptible(partial(self._tokens.token, job.account.id), job.cancel)
        if isinstance(token, Problem):
            return token
        session = self._connections.session()
        return session if isinstance(session, Problem) else (session, token)

    def _refused(self, job: IntakeJob, token: str, outcome: T) -> T:
        refused = isinstance(outcome, Problem) and outcome.retry is Retry.ACCOUNT
        if isinstance(outcome, Problem) and refused and outcome.code is not Code.INGEST_NOT_ALLOWED:
            self._tokens.refuse(job.account.id, token, outcome)
        return outcome
