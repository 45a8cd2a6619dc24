"""Workers that send checked files, each over connections of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.cancel import Cancel, Cancelled
from ledgerdrop.pipeline.interruptible import interruptible
from ledgerdrop.pipeline.problems import Code, Problem, Retry
from ledgerdrop.pipeline.progress import Progress
from ledgerdrop.pipeline.values import CheckedFile, Uploaded
from ledgerdrop.workers.connections import Connections
from ledgerdrop.workers.crew import Worker
from ledgerdrop.workers.line import Line
from ledgerdrop.workers.steps import Steps

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class SendJob:
    """A row to be sent. `hurry`, when set, ends a pause between attempts."""

    id: int
    checked: CheckedFile
    account: Account
    cancel: Cancel = field(default_factory=Cancel)
    hurry: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class SendStarted:
    """A worker has begun."""

    job: SendJob


@dataclass(frozen=True, slots=True)
class SendDone:
    """How it ended."""

    job: SendJob
    outcome: Uploaded | Problem


SendReport = SendStarted | SendDone


class Record(Protocol):
    """What the journal is to a sender. Both return when it is written, or cannot be."""

    def before_sending(self, job: SendJob) -> None:
        """The row stands in the journal as waiting to be sent. Raises `Cancelled`."""

    def uploaded(self, job: SendJob, uploaded: Uploaded) -> None:
        """The row is uploaded, and has a receipt."""


class TokenCache:
    """Tokens, each asked for once and kept in memory until its account changes. For any thread; never shown."""

    def __init__(self, ask: Callable[[str], str | Problem | None]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._known: dict[str, str | Problem] = {}

    def token(self, account_id: str) -> str | Problem:
        """The account's token, or why it has none that works. May wait for the keyring."""
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


class Sender(Worker):
    """Sends one file after another."""

    def __init__(
        self,
        stop: threading.Event,
        line: Line[SendJob],
        *,
        post: Callable[[SendReport], None],
        note: Callable[[SendJob, Progress], None],
        steps: Steps,
        tokens: TokenCache,
        record: Record,
    ) -> None:
        super().__init__(stop)
        self._line = line
        self._post = post
        self._note = note
        self._steps = steps
        self._tokens = tokens
        self._record = record
        self._connections = Connections(steps)

    def work(self) -> None:
        """Until `stop` is set."""
        while (job := self._line.take(self.stop)) is not None:
            self._post(SendStarted(job))
            self._post(SendDone(job, self._send(job)))
        self._connections.hang_up()

    def _send(self, job: SendJob) -> Uploaded | Problem:
        try:
            self._record.before_sending(job)
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
        token = interruptible(partial(self._tokens.token, job.account.id), job.cancel)
        if isinstance(token, Problem):
            return token
        session = self._connections.session()
        if isinstance(session, Problem):
            return session
        outcome = self._steps.send(session, job, token, partial(self._note, job))
        if isinstance(outcome, Problem) and outcome.retry is Retry.ACCOUNT:
            self._tokens.refuse(job.account.id, token, outcome)
        return outcome

    def _record_upload(self, job: SendJob, uploaded: Uploaded) -> None:
        # It is on the server, whatever becomes of our own book-keeping.
        try:
            self._record.uploaded(job, uploaded)
        except Exception:
            log.exception("An upload could not be recorded")
