"""The queue as the window sees it: actions that return at once, and signals, a few times a second."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.ingestion import IngestAs
from ledgerdrop.pipeline.pace import Pace
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.workers import user_actions, worker_reports
from ledgerdrop.workers.board import Board
from ledgerdrop.workers.checking import CHECKERS, CHECKS_AT_ONCE, Checker
from ledgerdrop.workers.clerk import Clerk, IntakeReport
from ledgerdrop.workers.crew import Crew
from ledgerdrop.workers.entries import Entry, Notice, State, Totals
from ledgerdrop.workers.history import History
from ledgerdrop.workers.journal_form import JournalRead
from ledgerdrop.workers.memory import Memory
from ledgerdrop.workers.reach import Reach
from ledgerdrop.workers.scribe import Notebook, OpenJournal, Scribe
from ledgerdrop.workers.sending import Sender, SendJob, TokenCache
from ledgerdrop.workers.steps import Steps
from ledgerdrop.workers.transfers import News, Transfers
from ledgerdrop.workers.worker_reports import Report

log = logging.getLogger(__name__)

TICK_MS: Final = 50
MOST_JOBS: Final = 16
SHUTDOWN_SECONDS: Final = 2.0
CLERKS: Final = 2  # so that one that has to wait does not keep all others waiting
_HIRED_AT_ONCE: Final = 2  # senders, each time: all at once, opening their connections, would hold up the window
_TOLD_AT_ONCE: Final = 500  # rows that have changed: the window looks at each, and should answer in between
_SLICE_SECONDS: Final = 0.01  # for reports at a time, so that the window stays smooth


class TransferQueue(QObject):
    """All files, from the drop to the receipt. Lives on the window's thread.

    `ask_token` gives an account's token, None where there is none; it is called on workers' threads, and may block.
    `open_journal` opens what keeps the queue over restarts, on a worker's thread as well; without it nothing is kept.
    `history` is what the receipts in it are seen by.
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
        steps: Steps,
        ask_token: Callable[[str], str | Problem | None],
        open_journal: OpenJournal | None = None,
        *,
        jobs: int = 2,
        pace: Pace | None = None,
        reach: Reach | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._tokens = TokenCache(ask_token)
        self._pace = pace or Pace()
        self._open_journal = open_journal
        self._notebook = Notebook(keeps=open_journal is not None)
        self._leave_journal = Cancel()
        self.history = History(self._notebook, self)
        self._transfers = Transfers(self._notebook, reach or Reach(), self._tokens.forget, self._pace)
        self._board: Board[Report, SendJob] = Board()
        self._places = threading.Semaphore(CHECKS_AT_ONCE)
        self._scribe = Crew("scribe", self._new_scribe, self._notebook.end)
        self._checkers = Crew("checker", self._new_checker, self._transfers.checks.wake)
        self._senders = Crew("sender", self._new_sender, self._transfers.sends.wake)
        self._clerks = Crew("clerk", self._new_clerk, self._transfers.intakes.agenda.wake)
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
        return self._transfers.listing[row]

    def ids(self) -> list[int]:
        """All rows, in order."""
        return self._transfers.listing.ids()

    def totals(self) -> Totals:
        """The sums as they are now."""
        transfers = self._transfers
        return transfers.meter.totals(paused=transfers.paused, offline=transfers.reach.gone)

    def after_upload(self, row: int) -> IngestAs | None:
        """What is going to follow the upload of this one, by the user's choice or its account's."""
        return self._transfers.intakes.planned(row)

    def taken_in_together(self, row: int) -> bool:
        """Whether that is with others."""
        return self._transfers.intakes.together(row)

    def batch_mates(self, rows: Sequence[int]) -> list[int]:
        """These and all that Clear is asked to take in with them."""
        return self._transfers.intakes.mates(rows)

    # Actions

    def start(self) -> None:
        """Bring back what the journal holds; once, after the first paint. The first `add` does it too."""
        if not self._closed:
            self._scribe.resize(1)

    def add(self, paths: Sequence[Path], account: Account) -> None:
        """List files and the files in folders, for this account, and check them."""
        self.start()
        if self._restored and not self._closed:
            user_actions.add(self._transfers, paths, account)
            self._acted()
        else:
            self._early.append((paths, account))

    def send(self, rows: Sequence[int] | None = None) -> None:
        """Send the READY ones among these, or all that are READY."""
        user_actions.send(self._transfers, rows, State.READY)
        self._acted()

    def send_anyway(self, rows: Sequence[int]) -> None:
        """Send the WARNED ones among these."""
        user_actions.send(self._transfers, rows, State.WARNED)
        self._acted()

    def send_as(self, row: int, name: str) -> None:
        """Check it under another name, and send it if that is fine."""
        user_actions.send_as(self._transfers, row, name)
        self._acted()

    def cancel(self, rows: Sequence[int]) -> None:
        """Stop those that are not finished."""
        user_actions.cancel(self._transfers, rows)
        self._acted()

    def retry(self, rows: Sequence[int]) -> None:
        """Try again what ended without success; "Retry now" for what waits for its next attempt."""
        user_actions.retry(self._transfers, rows)
        self._acted()

    def remove(self, rows: Sequence[int]) -> None:
        """Take them off the list."""
        user_actions.remove(self._transfers, rows)
        self._acted()

    def pause(self, rows: Sequence[int] | None = None) -> None:
        """Hold back what waits: see `user_actions.pause`."""
        user_actions.pause(self._transfers, rows)
        self._acted()

    def resume(self, rows: Sequence[int] | None = None) -> None:
        """Go on with what is paused."""
        user_actions.resume(self._transfers, rows)
        self._acted()

    def move(self, rows: Sequence[int], to_index: int) -> None:
        """Put rows before the one that is at `to_index` now."""
        user_actions.move(self._transfers, rows, to_index)
        self._acted()

    def take_in(self, rows: Sequence[int], how: IngestAs | None, *, together: bool = False) -> None:
        """What is to follow the upload of these, instead of what their accounts say: see `Intakes.plan`."""
        user_actions.take_in(self._transfers, rows, how, together=together)
        self._acted()

    def take_in_again(self, rows: Sequence[int]) -> None:
        """Ask Clear once more to take in what it refused, what waits, or what it may have received already."""
        user_actions.take_in_again(self._transfers, rows)
        self._acted()

    def found_in_clear(self, rows: Sequence[int]) -> None:
        """The user has found there what Clear may have received."""
        self._transfers.intakes.found(rows)
        self._acted()

    def ask_now(self, rows: Sequence[int]) -> None:
        """Ask Clear how far it is with these."""
        self._transfers.intakes.ask_now(rows)
        self._acted()

    def clear_finished(self) -> None:
        """Take off the list what is cancelled, or uploaded with nothing left to follow."""
        user_actions.clear_finished(self._transfers)
        self._acted()

    def set_jobs(self, jobs: int) -> None:
        """Send so many files at once, 1 to 16."""
        self._jobs = min(MOST_JOBS, max(1, jobs))
        self._hire()

    def use_accounts(self, accounts: Iterable[Account]) -> None:
        """All accounts, as they are now: rows from earlier starts name them by ID only."""
        user_actions.use_accounts(self._transfers, accounts)
        self._acted()

    @Slot(object)
    def account_saved(self, account: Account) -> None:
        """Its settings or its token are new: what waited for that goes on."""
        user_actions.account_saved(self._transfers, account)
        self._acted()

    def try_account(self, account_id: str) -> None:
        """Let all go on that waits since this account was refused."""
        user_actions.try_account(self._transfers, account_id)
        self._acted()

    @Slot()
    def network_changed(self) -> None:
        """There is another way to the network: what waited for that goes on."""
        user_actions.network_changed(self._transfers)
        self._acted()

    def shutdown(self) -> bool:
        """Stop everything, and join all threads, within 2 s. Returns whether that succeeded.

        In the journal all files stay as they are: what was being sent waits at the next start.
        """
        if self._closed:
            return True
        self._closed = True
        self._timer.stop()
        deadline = time.monotonic() + SHUTDOWN_SECONDS
        self._transfers.close()
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
            worker_reports.hear(self._transfers, self._reports.popleft())
        for job, latest in progress.items():
            worker_reports.see(self._transfers, job, latest)
        self._transfers.follow_reach()
        self._hand_over()
        self._tell_changes()
        if self._transfers.news.changed:
            self._timer.start(0)
        elif self._is_busy():
            self._timer.start(TICK_MS)

    @Slot(object)
    def _on_journal_opened(self, read: JournalRead) -> None:
        if self._closed:
            return
        self._restored = True
        self._transfers.count_from(read.first_id)
        self._transfers.restore(read.entries)
        early, self._early = self._early, []
        for paths, account in early:
            self.add(paths, account)
        self._acted()

    @Slot(object)
    def _on_intake(self, report: IntakeReport) -> None:
        worker_reports.hear_intake(self._transfers, report)
        self._acted()

    @Slot(object)
    def _on_journal_trouble(self, problem: Problem) -> None:
        self.notice.emit(Notice(problem=problem))

    # To the window

    def _acted(self) -> None:
        if self._closed:
            return
        self._hand_over()
        if not self._timer.isActive():
            since = (time.monotonic() - self._ticked_at) * 1000
            self._timer.start(max(0, round(TICK_MS - since)))

    def _tell_rows(self) -> None:
        """What has changed of the list itself, at once, so that the window never knows rows that are gone."""
        news, self._transfers.news = self._transfers.news, News(changed=self._transfers.news.changed)
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
        changed = self._transfers.news.changed
        if told := list(islice(changed, _TOLD_AT_ONCE)):
            for row in told:
                del changed[row]
            self.changed.emit(told)
        totals = self.totals()
        if totals != self._told:
            self._told = totals
            self.totals_changed.emit(totals)

    def _is_busy(self) -> bool:
        transfers = self._transfers
        return bool(transfers.checking or transfers.sending or transfers.reach.gone or self._reports)

    def _hand_over(self) -> None:
        """To the window, the journal and the workers: these last, for they compete with it for the interpreter."""
        self._tell_rows()
        self._transfers.settle()
        self._hire()

    def _hire(self) -> None:
        """Threads are there from the first time on that they are needed."""
        if self._closed:
            return
        if self._transfers.checking:
            self._checkers.resize(CHECKERS)
        if self._transfers.sending:
            # Who waits for a disk that does not answer sends nothing, and must not keep others from it
            wanted = self._jobs + min(self._transfers.listing.disk_is_silent, MOST_JOBS)
            self._senders.resize(min(wanted, len(self._senders) + _HIRED_AT_ONCE))
        if self._transfers.intakes.needed:
            self._clerks.resize(CLERKS)

    # Workers

    def _new_scribe(self, stop: threading.Event) -> Scribe:
        scribe = Scribe(stop, self._notebook, self._open_journal, self._leave_journal)
        scribe.opened.connect(self._on_journal_opened)
        scribe.trouble.connect(self._on_journal_trouble)
        return scribe

    def _new_checker(self, stop: threading.Event) -> Checker:
        line, post = self._transfers.checks, self._board.post
        memory = Memory(self._notebook)
        return Checker(stop, line, post=post, steps=self._steps, memory=memory, places=self._places)

    def _new_clerk(self, stop: threading.Event) -> Clerk:
        agenda, pace = self._transfers.intakes.agenda, self._pace
        clerk = Clerk(stop, agenda, steps=self._steps, tokens=self._tokens, record=self._notebook, pace=pace)
        clerk.told.connect(self._on_intake)
        return clerk

    def _new_sender(self, stop: threading.Event) -> Sender:
        return Sender(
            stop,
            self._transfers.sends,
            post=self._board.post,
            note=self._board.note,
            steps=self._steps,
            tokens=self._tokens,
            record=self._notebook,
        )
