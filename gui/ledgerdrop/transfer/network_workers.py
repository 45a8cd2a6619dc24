"""Run the workers that talk to Clear, each over its own connections: they upload files and have them imported."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from ledgerdrop.clear_api.import_log import log_import
from ledgerdrop.clear_api.polling import end_of_import
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionStatus, Workflow
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable
from ledgerdrop.store.journal_records import IngestionChanged
from ledgerdrop.transfer import jobs
from ledgerdrop.transfer.connectivity import is_silence
from ledgerdrop.transfer.job_worker import JobWorker
from ledgerdrop.transfer.jobs import JobT
from ledgerdrop.transfer.journal_worker import confirmed

if TYPE_CHECKING:
    from ledgerdrop.net.network import Network
    from ledgerdrop.net.session import Session

log = logging.getLogger(__name__)

T = TypeVar("T")


class NetworkWorker(JobWorker[JobT]):
    """Does one job after another that needs a session and a token."""

    _session: Session | None = None
    _used_for: tuple[Network, str] | None = None

    def work(self) -> None:
        """Do jobs until `stop` is set, then close the session."""
        super().work()
        self.hang_up()

    def attempt(
        self, account: Account, cancel: CancelToken, work: Callable[[Session, str], T | Problem]
    ) -> T | Problem:
        """Call `work` with a session and the account's token. Never raises. May wait for the keyring."""
        try:
            token = call_abandonable(partial(self.context.tokens.token, account.id), cancel)
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
            self.context.tokens.refuse(account.id, token, said)
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


class Sender(NetworkWorker[jobs.SendJob]):
    """Uploads one file after another."""

    def do(self, job: jobs.SendJob) -> None:
        """Upload a file."""
        self.context.mailbox.post(jobs.SendStarted(job))
        self.context.mailbox.post(jobs.SendDone(job, self._send(job)))

    def _send(self, job: jobs.SendJob) -> Uploaded | Problem:
        def send(session: Session, token: str) -> Uploaded | Problem:
            self.context.journal.wait_until_written(job)
            return self.operations.send(session, job, token, partial(self.context.mailbox.set_progress, job))

        outcome = self.attempt(job.account, job.cancel, send)
        if isinstance(outcome, Uploaded):
            try:
                self.context.journal.write_and_wait(confirmed(job, outcome))
            except Exception:  # it is on the server, whatever becomes of our own book-keeping
                log.exception("An upload could not be recorded")
        return outcome


class IngestionWorker(NetworkWorker[jobs.IngestionJob]):
    """Does one import job after the other. It reports by a signal: hours may pass between two reports."""

    told = Signal(object)  # jobs.IngestionReport

    def do(self, job: jobs.IngestionJob) -> None:
        """Ask Clear for an import, or how far it is."""
        activity = job.ingestion.activity
        with suppress(Cancelled):
            self.told.emit(self._submit_import(job) if activity is None else self._ask(job, activity))

    def _submit_import(self, job: jobs.IngestionJob) -> jobs.IngestionReport:
        asked = replace(job.ingestion, status=IngestionStatus.ASKED, problem=None)
        if self.context.journal.write_request(job, asked):
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
        self.context.journal.write_and_wait(IngestionChanged(job.item_ids, done))
        return jobs.IngestionReport(job, done, outcome, self.context.polling_policy.first)

    def _ask(self, job: jobs.IngestionJob, activity: Activity) -> jobs.IngestionReport:
        """Report how far an import is, how it ended, or why nobody asks about it any more."""

        def ask(session: Session, token: str) -> Workflow | Problem:
            return self.operations.ask(session, job, token, activity.task_id)

        said, asked = self.attempt(job.account, job.cancel, ask), job.ingestion
        job.cancel.raise_if_cancelled()
        if isinstance(said, Workflow):
            asked = replace(asked, answer=said.raw, answered_at=time.time())
        age = self.context.ages.age_of(activity)
        end = end_of_import(jobs.rows_in_log(job.item_ids), said, age, self.context.polling_policy)
        if end is None:
            return jobs.IngestionReport(job, asked, said, self.context.polling_policy.pause(age, said))
        if isinstance(end, Workflow):
            done = replace(asked, status=IngestionStatus.TAKEN_IN)
        elif end.code is Code.NOT_TAKEN_IN:
            done = replace(asked, status=IngestionStatus.NOT_TAKEN_IN, problem=end)
        elif end.retry is Retry.ACCOUNT:
            done = replace(asked, problem=end)  # goes on once that is put right
        else:
            done = replace(asked, status=IngestionStatus.UNTOLD, problem=end)
        self.context.journal.write_and_wait(IngestionChanged(job.item_ids, done))
        return jobs.IngestionReport(job, done, said)
