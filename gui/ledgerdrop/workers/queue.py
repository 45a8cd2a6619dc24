"""The queue as the window sees it: actions that return at once, and signals, a few times a second."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.ingestion import IngestAs
from ledgerdrop.pipeline.pace import Pace
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.workers.board import Board
from ledgerdrop.workers.checking import CHECKERS, CHECKS_AT_ONCE, Checker
from ledgerdrop.workers.clerk import Clerk
from ledgerdrop.workers.crew import Crew
from ledgerdrop.workers.entries import Entry, Notice, Totals
from ledgerdrop.workers.history import History
from ledgerdrop.workers.jobs import IntakeReport, SendJob
from ledgerdrop.workers.memory import Memory
from ledgerdrop.workers.reach import Reach
from ledgerdrop.workers.scribe import JournalRead, Notebook, OpenJournal, Scribe
from ledgerdrop.workers.sending import Sender
from ledgerdrop.workers.token_cache import TokenCache
from ledgerdrop.workers.transfers import News, Report, Transfers

if TYPE_CHECKING:
    from ledgerdrop.workers.steps import Steps

P = ParamSpec("P")

TICK_MS: Final = 50
MOST_JOBS: Final = 16
SHUTDOWN_SECONDS: Final = 2.0
CLERKS: Final = 2  # so that one that has to wait does not keep all others waiting
_HIRED_AT_ONCE: Final = 2  # senders, each time: all at once, opening their connections, would hold up the window
_TOLD_AT_ONCE: Final = 500  # rows that have changed: the window looks at each, and should answer in between
_SLICE_SECONDS: Final = 0.01  # for reports at a time, so that the window stays smooth


def _action(method: Callable[Concatenate[Transfers, P], None]) -> Callable[Concatenate[TransferQueue, P], None]:
    """Make an action of the engine one of the queue: the engine acts, then workers and window hear of it."""

    @wraps(method)
    def act(queue: TransferQueue, /, *args: P.args, **kwargs: P.kwargs) -> None:
        method(queue._engine, *args, **kwargs)
        queue._acted()

    return act


class TransferQueue(QObject):
    """All files, from the drop to the receipt. Lives on the window's thread.

    `open_steps` gives a worker its steps, on the worker's thread. `ask_token` gives an account's token, None where
    there is none; it is called on workers' threads, and may block. `open_journal` opens what keeps the queue over
    restarts, on a worker's thread as well; without it nothing is kept. `history` shows the receipts in it.
    """

    added = Signal(object)  # list[int], now at the end of `ids()`
    changed = Signal(object)  # list[int]
    removed = Signal(object)  # list[int]
    reordered = Signal()  # `ids()` has a new order
    totals_changed = Signal(object)  # Totals
    account_refused = Signal(str, object)  # account ID, Problem; once until the user does something about it
    notice = Signal(object)  # Notice

    def __init__(
        self,
        open_steps: Callable[[], Steps],
        ask_token: Callable[[str], str | Problem | None],
        open_journal: OpenJournal | None = None,
        *,
        jobs: int = 2,
        pace: Pace | None = None,
        reach: Reach | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_steps = open_steps
        self._tokens = TokenCache(ask_token)
        self._pace = pace or Pace()
        self._open_journal = open_journal
        self._notebook = Notebook(keeps=open_journal is not None)
        self._leave_journal = Cancel()
        self.history = History(self._notebook, self)
        self._engine = Transfers(self._notebook, reach or Reach(), self._tokens.forget, self._pace)
        self._board: Board[Report, SendJob] = Board()
        self._places = threading.Semaphore(CHECKS_AT_ONCE)
        self._scribe = Crew("scribe", self._new_scribe, self._notebook.end)
        self._checkers = Crew("checker", self._new_checker, self._engine.checks.wake)
        self._senders = Crew("sender", self._new_sender, self._engine.sends.wake)
        self._clerks = Crew("clerk", self._new_clerk, self._engine.intakes.agenda.wake)
        self._jobs = jobs
        self._restored = False
        self._early: list[tuple[Sequence[Path], Account]] = []  # dropped before the journal was read
        self._closed = False
        self._reports: deque[Report] = deque()
        self._told = Totals()
        self._ticked_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    # Reads

    def entry(self, row: int) -> Entry:
        """One row. Raises KeyError for one that was removed."""
        return self._engine.listing[row]

    def ids(self) -> list[int]:
        """All rows, in order."""
        return self._engine.listing.ids()

    def totals(self) -> Totals:
        """The sums as they are now."""
        engine = self._engine
        return engine.meter.totals(paused=engine.paused, offline=engine.reach.gone)

    def after_upload(self, row: int) -> IngestAs | None:
        """What is going to follow the upload of this one, by the user's choice or its account's."""
        return self._engine.intakes.planned(row)

    def taken_in_together(self, row: int) -> bool:
        """Whether that is with others."""
        return self._engine.intakes.together(row)

    def batch_mates(self, rows: Sequence[int]) -> list[int]:
        """These and all that Clear is asked to take in with them."""
        return self._engine.intakes.mates(rows)

    # Actions

    def start(self) -> None:
        """Bring back what the journal holds; once, after the first paint. The first `add` does it too."""
        if not self._closed:
            self._scribe.resize(1)

    def add(self, paths: Sequence[Path], account: Account) -> None:
        """List files and the files in folders, for this account, and check them."""
        self.start()
        if self._restored and not self._closed:
            self._engine.add(paths, account)
            self._acted()
        else:
            self._early.append((paths, account))

    send = _action(Transfers.send)
    send_anyway = _action(Transfers.send_anyway)
    send_as = _action(Transfers.send_as)
    cancel = _action(Transfers.cancel)
    retry = _action(Transfers.retry)
    remove = _action(Transfers.remove)
    clear_finished = _action(Transfers.clear_finished)
    pause = _action(Transfers.pause)
    resume = _action(Transfers.resume)
    move = _action(Transfers.move)
    take_in = _action(Transfers.take_in)
    take_in_again = _action(Transfers.take_in_again)
    found_in_clear = _action(Transfers.found_in_clear)
    ask_now = _action(Transfers.ask_now)
    use_accounts = _action(Transfers.use_accounts)
    account_saved = _action(Transfers.account_saved)
    try_account = _action(Transfers.try_account)
    network_changed = _action(Transfers.network_changed)

    def set_jobs(self, jobs: int) -> None:
        """Send so many files at once, 1 to 16."""
        self._jobs = min(MOST_JOBS, max(1, jobs))
        self._hire()

    def shutdown(self) -> bool:
        """Stop everything, and join all threads, within 2 s. Returns whether that succeeded.

        In the journal all files stay as they are: what was being sent waits at the next start.
        """
        if self._closed:
            return True
        self._closed = True
        self._timer.stop()
        deadline = time.monotonic() + SHUTDOWN_SECONDS
        self._engine.close()
        self.history.close()
        self._checkers.stop()
        self._senders.stop()
        self._clerks.stop()
        ended = self._join(deadline - 1.0)
        self._scribe.stop()
        if not (self._scribe.join(deadline - 0.5) and ended):
            self._leave_journal.set()  # it may be what the senders wait for
            ended = self._join(deadline) & self._scribe.join(deadline)
        return ended

    def _join(self, deadline: float) -> bool:
        return self._senders.join(deadline) & self._clerks.join(deadline) & self._checkers.join(deadline)

    # From the workers

    @Slot()
    def _tick(self) -> None:
        self._ticked_at = time.monotonic()
        reports, progress = self._board.take()
        self._reports.extend(reports)
        while self._reports and time.monotonic() < self._ticked_at + _SLICE_SECONDS:
            self._engine.on_report(self._reports.popleft())
        for job, latest in progress.items():
            self._engine.on_progress(job, latest)
        self._engine.follow_reach()
        self._flush()
        self._tell_changes()
        if self._engine.news.changed:
            self._timer.start(0)
        elif self._is_busy():
            self._timer.start(TICK_MS)

    @Slot(object)
    def _on_journal_opened(self, read: JournalRead) -> None:
        if self._closed:
            return
        self._restored = True
        self._engine.restore(read.entries, read.first_id)
        early, self._early = self._early, []
        for paths, account in early:
            self.add(paths, account)
        self._acted()

    @Slot(object)
    def _on_intake(self, report: IntakeReport) -> None:
        self._engine.on_intake_report(report)
        self._acted()

    @Slot(object)
    def _on_journal_trouble(self, problem: Problem) -> None:
        self.notice.emit(Notice(problem=problem))

    # To the window

    def _acted(self) -> None:
        if self._closed:
            return
        self._flush()
        if not self._timer.isActive():
            since = (time.monotonic() - self._ticked_at) * 1000
            self._timer.start(max(0, round(TICK_MS - since)))

    def _tell_rows(self) -> None:
        """What has changed of the list itself, at once, so that the window never knows rows that are gone."""
        news, self._engine.news = self._engine.news, News(changed=self._engine.news.changed)
        in_and_out = set(news.added).intersection(news.removed)
        if removed := [row for row in news.removed if row not in in_and_out]:
            self.removed.emit(removed)
        if added := [row for row in news.added if row not in in_and_out]:
            self.added.emit(added)
        if news.reordered:
            self.reordered.emit()
        for account_id, problem in news.refused:
            self.account_refused.emit(account_id, problem)
        for notice in news.notices:
            self.notice.emit(notice)

    def _tell_changes(self) -> None:
        changed = self._engine.news.changed
        if told := list(islice(changed, _TOLD_AT_ONCE)):
            for row in told:
                del changed[row]
            self.changed.emit(told)
        totals = self.totals()
        if totals != self._told:
            self._told = totals
            self.totals_changed.emit(totals)

    def _is_busy(self) -> bool:
        engine = self._engine
        return bool(engine.checking or engine.sending or engine.reach.gone or self._reports)

    def _flush(self) -> None:
        """To the window, the journal and the workers: these last, for they compete with it for the interpreter."""
        self._tell_rows()
        self._engine.flush()
        self._hire()

    def _hire(self) -> None:
        """Threads are there from the first time on that they are needed."""
        if self._closed:
            return
        if self._engine.checking:
            self._checkers.resize(CHECKERS)
        if self._engine.sending:
            # Who waits for a disk that does not answer sends nothing, and must not keep others from it
            wanted = self._jobs + min(self._engine.listing.disk_is_silent, MOST_JOBS)
            self._senders.resize(min(wanted, len(self._senders) + _HIRED_AT_ONCE))
        if self._engine.intakes.needed:
            self._clerks.resize(CLERKS)

    # Workers

    def _new_scribe(self, stop: threading.Event) -> Scribe:
        scribe = Scribe(stop, self._notebook, self._open_journal, self._leave_journal)
        scribe.opened.connect(self._on_journal_opened)
        scribe.trouble.connect(self._on_journal_trouble)
        return scribe

    def _new_checker(self, stop: threading.Event) -> Checker:
        line, post = self._engine.checks, self._board.post
        memory = Memory(self._notebook)
        return Checker(stop, line, post=post, open_steps=self._open_steps, memory=memory, places=self._places)

    def _new_clerk(self, stop: threading.Event) -> Clerk:
        clerk = Clerk(
            stop,
            self._engine.intakes.agenda,
            open_steps=self._open_steps,
            tokens=self._tokens,
            journal=self._notebook,
            pace=self._pace,
        )
        clerk.told.connect(self._on_intake)
        return clerk

    def _new_sender(self, stop: threading.Event) -> Sender:
        return Sender(
            stop,
            self._engine.sends,
            post=self._board.post,
            note=self._board.note,
            open_steps=self._open_steps,
            tokens=self._tokens,
            journal=self._notebook,
        )
