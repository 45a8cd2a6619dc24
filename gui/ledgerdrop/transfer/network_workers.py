"""Workers that talk to Clear, each over connections of its own: senders, and those that have files imported."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from ledgerdrop.clear_api.polling import ActivityAges, PollingPolicy
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import Progress, Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionState, IngestionStatus, Workflow
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable
from ledgerdrop.transfer.connectivity import is_silence
from ledgerdrop.transfer.jobs import (
    DelayQueue,
    IngestionJob,
    IngestionReport,
    PriorityJobQueue,
    SendDone,
    SendJob,
    SendReport,
    SendStarted,
)
from ledgerdrop.transfer.journal_worker import JournalQueue
from ledgerdrop.transfer.worker_pool import Worker

if TYPE_CHECKING:
    from ledgerdrop.net.session import Session
    from ledgerdrop.transfer.operations import Connections, Operations


class TokenCache:
    """Tokens, each asked for once and kept in memory until its account changes. For any thread; never shown."""

    def __init__(self, ask: Callable[[str], str | Problem | None]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._known: dict[str, str | Problem] = {}

    def token(self, account_id: str) -> str | Problem:
        """Return the account's token, or why it has none that works. May wait for the keyring."""
        with self._lock:
            turn = self._turns.setdefault(account_id, threading.Lock())
        with turn:
            known = self._known.get(account_id)
            if known is not None:
                return known
            answer = self._ask(account_id) or Problem(Code.NO_TOKEN)
            with self._lock:
                if self._turns.get(account_id) is turn:  # not forgotten meanwhile
                    self._known[account_id] = answer
            return answer

    def refuse(self, account_id: str, token: str, problem: Problem) -> None:
        """Clear does not take it: whoever asks gets the problem, so that not every file tries it once more."""
        with self._lock:
            if self._known.get(account_id) == token:
                self._known[account_id] = problem

    def forget(self, account_id: str) -> None:
        """Ask again the next time."""
        with self._lock:
            self._known.pop(account_id, None)
            self._turns.pop(account_id, None)


class NetworkWorker(Worker):
    """Does work that needs a session and a token. `open_operations` is called on its thread."""

    def __init__(self, stop: threading.Event, open_operations: Callable[[], Operations], tokens: TokenCache) -> None:
        super().__init__(stop)
        self._open_operations = open_operations
        self.tokens = tokens

    @cached_property
    def operations(self) -> Operations:
        """Return what it does its work with."""
        return self._open_operations()

    @cached_property
    def connections(self) -> Connections:
        """Return its own connections."""
        return self.operations.connections()

    def open(self, account: Account, cancel: CancelToken) -> tuple[Session, str] | Problem:
        """Return a session and the token for that account. May wait for the keyring. Raises `Cancelled`."""
        token = call_abandonable(partial(self.tokens.token, account.id), cancel)
        if isinstance(token, Problem):
            return token
        session = self.connections.session(account)
        return session if isinstance(session, Problem) else (session, token)


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


T = TypeVar("T")


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
