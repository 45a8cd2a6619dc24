"""Workers that hand uploaded files over to Clear, and ask how far it is with them."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Signal

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.cancel import Cancel, Cancelled
from ledgerdrop.pipeline.ingestion import Activity, FileInfo, Intake, TakingIn, Workflow
from ledgerdrop.pipeline.interruptible import interruptible
from ledgerdrop.pipeline.pace import Pace, age_of
from ledgerdrop.pipeline.problems import Code, Problem, Retry
from ledgerdrop.workers.agenda import Agenda
from ledgerdrop.workers.connections import Connections
from ledgerdrop.workers.crew import Worker
from ledgerdrop.workers.sending import TokenCache
from ledgerdrop.workers.steps import Steps

if TYPE_CHECKING:
    from ledgerdrop.services.sessions import LineSession

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class IntakeJob:
    """The files of one batch. Without an activity Clear is asked for one, with it how far it is."""

    rows: tuple[int, ...]
    files: tuple[FileInfo, ...]
    account: Account
    taking_in: TakingIn
    cancel: Cancel = field(default_factory=Cancel)


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """How far the files of a job are now."""

    job: IntakeJob
    taking_in: TakingIn


class IntakeRecord(Protocol):
    """What the journal is to a clerk. Both return when it is written, or cannot be."""

    def asked(self, job: IntakeJob, taking_in: TakingIn) -> bool:
        """Whether it stands in the journal that Clear is being asked. Raises `Cancelled`."""

    def intake(self, job: IntakeJob, taking_in: TakingIn) -> None:
        """How far the files are now."""


class Clerk(Worker):
    """Does one job after the other. Unlike senders it tells by a signal: hours may pass between two reports."""

    told = Signal(object)  # IntakeReport

    def __init__(
        self,
        stop: threading.Event,
        agenda: Agenda[IntakeJob],
        *,
        steps: Steps,
        tokens: TokenCache,
        record: IntakeRecord,
        pace: Pace,
    ) -> None:
        super().__init__(stop)
        self._agenda = agenda
        self._steps = steps
        self._tokens = tokens
        self._record = record
        self._pace = pace
        self._connections = Connections(steps)

    def work(self) -> None:
        """Until `stop` is set."""
        while (job := self._agenda.take(self.stop)) is not None:
            activity = job.taking_in.activity
            try:
                taking_in = self._hand_over(job) if activity is None else self._ask(job, activity)
            except Cancelled:
                continue
            if taking_in is not None:
                self.told.emit(IntakeReport(job, taking_in))
        self._connections.hang_up()

    def _hand_over(self, job: IntakeJob) -> TakingIn:
        asked = replace(job.taking_in, intake=Intake.ASKED, problem=None)
        if not self._record.asked(job, asked):
            # What is not written before could be done twice
            outcome: Activity | Problem = Problem(Code.INTENT_NOT_SAVED)
        else:
            outcome = self._outcome(job)
        if isinstance(outcome, Activity):
            done = replace(asked, intake=Intake.PROCESSING, activity=outcome)
        elif outcome.code is Code.CANCELLED:
            done = replace(asked, intake=Intake.PLANNED)
        else:
            unconfirmed = outcome.code is Code.INGEST_UNCONFIRMED
            done = replace(asked, intake=Intake.UNCONFIRMED if unconfirmed else Intake.REFUSED, problem=outcome)
        self._record.intake(job, done)
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

    def _ask(self, job: IntakeJob, activity: Activity) -> TakingIn | None:
        """How it ended, or that nobody asks any more; None while the next question is on the agenda."""
        pace = self._pace
        said = self._said(job, activity)
        end = pace.end(said, age_of(activity))
        if end is None:
            self._agenda.put(job.taking_in.batch, job, time.monotonic() + pace.pause(age_of(activity), said))
            return None
        if isinstance(end, Workflow):
            done = replace(job.taking_in, intake=Intake.TAKEN_IN, problem=None)
        elif end.code is Code.NOT_TAKEN_IN:
            done = replace(job.taking_in, intake=Intake.NOT_TAKEN_IN, problem=end)
        else:
            done = replace(job.taking_in, problem=end)
        self._record.intake(job, done)
        return done

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
        if isinstance(outcome, Problem) and outcome.retry is Retry.ACCOUNT:
            self._tokens.refuse(job.account.id, token, outcome)
        return outcome
