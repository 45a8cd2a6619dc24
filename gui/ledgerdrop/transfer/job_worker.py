"""Do one job after another, with what all workers of the queue share."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Generic

from ledgerdrop.clear_api.polling import ActivityAges, PollingPolicy
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.transfer.jobs import JobQueue, JobT, ReportMailbox
from ledgerdrop.transfer.journal_worker import JournalQueue
from ledgerdrop.transfer.qthread_pool import Worker

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations


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


@dataclass(frozen=True)
class WorkerContext:
    """Holds what all workers share. `open_operations` is called on the thread of each.

    `check_places` bounds how many files are checked at once, and has `check_worker.CHECKS_AT_ONCE` at first.
    """

    open_operations: Callable[[], Operations]
    tokens: TokenCache
    journal: JournalQueue
    check_places: threading.Semaphore
    polling_policy: PollingPolicy
    mailbox: ReportMailbox = field(default_factory=ReportMailbox)
    ages: ActivityAges = field(default_factory=ActivityAges)


class JobWorker(Worker, Generic[JobT]):
    """Does one job of a queue after another."""

    def __init__(self, stop: threading.Event, context: WorkerContext, job_queue: JobQueue[JobT]) -> None:
        super().__init__(stop)
        self.context = context
        self._job_queue = job_queue

    @cached_property
    def operations(self) -> Operations:
        """Return the operations of this worker's thread: opening them imports a lot."""
        return self.context.open_operations()

    def work(self) -> None:
        """Do jobs until `stop` is set."""
        while (job := self._job_queue.take(self.stop)) is not None:
            self.do(job)

    def do(self, job: JobT) -> None:
        """Do this job, and report how it ended. Never raises."""
        raise NotImplementedError
