"""Run the workers that talk to Clear, each over its own connections: they upload files and have them imported."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from ledgerdrop.clear_api.polling import ActivityAges, PollingPolicy, end_of_import, log_import
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionStatus, Workflow
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable
from ledgerdrop.transfer import jobs
from ledgerdrop.transfer.connectivity import is_silence
from ledgerdrop.transfer.journal_worker import JournalQueue
from ledgerdrop.transfer.worker_pool import Worker

if TYPE_CHECKING:
    from ledgerdrop.net.network import Network
    from ledgerdrop.net.session import Session
    from ledgerdrop.transfer.operations import Operations

log = logging.getLogger(__name__)

T = TypeVar("T")


class TokenCache:
    """Asks for each token once, and keeps it in memory until its account changes. For any thread; never shown."""

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
        """Note that Clear refuses this token: `token` then returns the problem, so that not every file tries it."""
        with self._lock:
            if self._known.get(account_id) == token:
                self._known[account_id] = problem

    def forget(self, account_id: str) -> None:
        """Forget the account's token, so that the keyring is asked the next time."""
        with self._lock:
            self._known.pop(account_id, None)
            self._turns.pop(account_id, None)


@dataclass(frozen=True, slots=True)
class NetworkContext:
    """Holds what all workers that talk to Clear share. `open_operations` is called on the thread of each."""

    open_operations: Callable[[], Operations]
    tokens: TokenCache
    journal: JournalQueue


class NetworkWorker(Worker):
    """Does one job after another that needs a session and a token."""

    def __init__(self, stop: threading.Event, context: NetworkContext) -> None:
        super().__init__(stop)
        self._context = context
        self._session: Session | None = None
        self._used_for: tuple[Network, str] | None = None

    @cached_property
    def operations(self) -> Operations:
        """Return the operations of this worker's thread."""
        return self._context.open_operations()

    def attempt(
        self, account: Account, cancel: CancelToken, work: Callable[[Session, str], T | Problem]
    ) -> T | Problem:
        """Call `work` with a session and the account's token. Never raises. May wait for the keyring."""
        try:
            token = call_abandonable(partial(self._context.tokens.token, account.id), cancel)
            if isinstance(token, Problem):
                return token
            session = self._open_session(account)
            if isinstance(session, Problem):
                return session
            said = work(session, token)
        except Cancelled:
            return Problem(Code.CANCELLED)
        except Exception as error:
            log.exception("Work with Clear broke down")
            return Problem(Code.UNEXPECTED, detail=f"{type(error).__name__} while talking to Clear")
        if isinstance(said, Problem) and said.retry is Retry.ACCOUNT and said.code is not Code.INGEST_NOT_ALLOWED:
            self._context.tokens.refuse(account.id, token, said)
        return said

    def hang_up(self) -> None:
        """Close the session that is open."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _open_session(self, account: Account) -> Session | Problem:
        """Return a session over the network as it is now: the user may have chosen another proxy.

        Accounts share no connection, so that no late answer to one is taken for another's.
        """
        network = self.operations.open_network()
        if isinstance(network, Problem):
            return network
        if self._session is None or self._used_for != (network, account.id):
            self.hang_up()
            self._session, self._used_for = self.operations.open_session(network), (network, account.id)
        return self._session


class Sender(NetworkWorker):
    """Uploads one file after another."""

    def __init__(
        self,
        stop: threading.Event,
        context: NetworkContext,
        job_queue: jobs.JobQueue[jobs.SendJob],
        mailbox: jobs.ReportMailbox,
    ) -> None:
        super().__init__(stop, context)
        self._job_queue = job_queue
        self._mailbox = mailbox

    def work(self) -> None:
        """Upload until `stop` is set."""
        while (job := self._job_queue.take(self.stop)) is not None:
            self._mailbox.post(jobs.SendStarted(job))
            self._mailbox.post(jobs.SendDone(job, self._send(job)))
        self.hang_up()

    def _send(self, job: jobs.SendJob) -> Uploaded | Problem:
        def send(session: Session, token: str) -> Uploaded | Problem:
            self._context.journal.wait_until_written(job)
            return self.operations.send(session, job, token, partial(self._mailbox.set_progress, job))

        outcome = self.attempt(job.account, job.cancel, send)
        if isinstance(outcome, Uploaded):
            try:
                self._context.journal.write_upload(job, outcome)
            except Exception:  # it is on the server, whatever becomes of our own book-keeping
                log.exception("An upload could not be recorded")
        return outcome


class IngestionWorker(NetworkWorker):
    """Does one import job after the other. It reports by a signal: hours may pass between two reports."""

    told = Signal(object)  # jobs.IngestionReport

    def __init__(
        self,
        stop: threading.Event,
        context: NetworkContext,
        job_queue: jobs.JobQueue[jobs.IngestionJob],
        polling_policy: PollingPolicy,
    ) -> None:
        super().__init__(stop, context)
        self._job_queue = job_queue
        self._polling_policy = polling_policy
        self._ages = ActivityAges()

    def work(self) -> None:
        """Do import jobs until `stop` is set."""
        while (job := self._job_queue.take(self.stop)) is not None:
            activity = job.ingestion.activity
            with suppress(Cancelled):
                self.told.emit(self._submit_import(job) if activity is None else self._ask(job, activity))
        self.hang_up()

    def _submit_import(self, job: jobs.IngestionJob) -> jobs.IngestionReport:
        asked = replace(job.ingestion, status=IngestionStatus.ASKED, problem=None)
        if self._context.journal.write_request(job, asked):
            outcome = self.attempt(job.account, job.cancel, lambda s, t: self.operations.submit_import(s, job, t))
        else:  # what is not written before could be done twice
            outcome = Problem(Code.INTENT_NOT_SAVED)
        log_import(jobs.rows_in_log(job.item_ids), outcome)
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
        self._context.journal.write_ingestion(job, done)
        return jobs.IngestionReport(job, done, outcome, self._polling_policy.first)

    def _ask(self, job: jobs.IngestionJob, activity: Activity) -> jobs.IngestionReport:
        """Report how far an import is, how it ended, or why nobody asks about it any more."""

        def ask(session: Session, token: str) -> Workflow | Problem:
            return self.operations.ask(session, job, token, activity.task_id)

        said, asked = self.attempt(job.account, job.cancel, ask), job.ingestion
        job.cancel.raise_if_cancelled()
        if isinstance(said, Workflow):
            asked = replace(asked, answer=said.raw, answered_at=time.time())
        age = self._ages.age_of(activity)
        end = end_of_import(jobs.rows_in_log(job.item_ids), said, age, self._polling_policy)
        if end is None:
            return jobs.IngestionReport(job, asked, said, self._polling_policy.pause(age, said))
        if isinstance(end, Workflow):
            done = replace(asked, status=IngestionStatus.TAKEN_IN)
        elif end.code is Code.NOT_TAKEN_IN:
            done = replace(asked, status=IngestionStatus.NOT_TAKEN_IN, problem=end)
        elif end.retry is Retry.ACCOUNT:
            done = replace(asked, problem=end)  # goes on once that is put right
        else:
            done = replace(asked, status=IngestionStatus.UNTOLD, problem=end)
        self._context.journal.write_ingestion(job, done)
        return jobs.IngestionReport(job, done, said)
