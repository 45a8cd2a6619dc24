"""Give the engine its Qt face: actions that return at once, and signals, a few times a second."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial, wraps
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import DEFAULT_UPLOADS_AT_ONCE, MAX_UPLOADS_AT_ONCE, FolderRules
from ledgerdrop.model.transfers import State, Summary, TransferItem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.transfer.check_worker import CHECKERS, CHECKS_AT_ONCE, Checker
from ledgerdrop.transfer.connectivity import ConnectivityMonitor
from ledgerdrop.transfer.engine import News, TransferEngine
from ledgerdrop.transfer.job_worker import TokenCache, WorkerContext
from ledgerdrop.transfer.jobs import Report
from ledgerdrop.transfer.journal_worker import History, JournalQueue, JournalRead, JournalWorker, OpenJournal
from ledgerdrop.transfer.network_workers import IngestionWorker, Sender
from ledgerdrop.transfer.qthread_pool import ENDING_SECONDS, WorkerPool

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

P = ParamSpec("P")

TICK_MS: Final = 50
SHUTDOWN_SECONDS: Final = 2.0  # then calls that nobody can interrupt are left behind
INGESTION_WORKERS: Final = 2  # so that one that has to wait does not keep all others waiting
_HIRED_AT_ONCE: Final = 2  # senders, each time: all at once, opening their connections, would hold up the window
_TELL_SECONDS: Final = 0.9 * TICK_MS / 1000  # the least between two tellings; a timer may fire a little early
_TOLD_AT_ONCE: Final = 500  # rows that have changed: the window looks at each, and should answer in between
_SLICE_SECONDS: Final = 0.01  # for reports at a time, so that the window stays smooth


def _action(method: Callable[Concatenate[TransferEngine, P], None]) -> Callable[Concatenate[TransferQueue, P], None]:
    """Make a method of the engine one of the queue: the engine acts, then workers and window are informed."""

    @wraps(method)
    def act(queue: TransferQueue, /, *args: P.args, **kwargs: P.kwargs) -> None:
        method(queue._engine, *args, **kwargs)
        queue._acted()

    return act


class TransferQueue(QObject):
    """Takes all files from the drop to the receipt. Lives on the window's thread.

    `open_operations` gives a worker its operations, on the worker's thread. `ask_token` gives an account's token,
    None where there is none; it is called on workers' threads, and may block. `open_journal` opens the journal that
    keeps the queue over restarts, on a worker's thread as well; without it nothing is kept. `history` reads the
    receipts in it.
    """

    added = Signal(object)  # list[int], now at the end of `ids()`
    changed = Signal(object)  # list[int]
    removed = Signal(object)  # list[int]
    reordered = Signal()  # `ids()` has a new order
    summed_up = Signal(object)  # Summary, whenever it is another one
    notice = Signal(object)  # Notice

    def __init__(
        self,
        open_operations: Callable[[], Operations],
        ask_token: Callable[[str], str | Problem | None],
        open_journal: OpenJournal | None = None,
        *,
        uploads_at_once: int = DEFAULT_UPLOADS_AT_ONCE,
        polling_policy: PollingPolicy | None = None,
        connectivity: ConnectivityMonitor | None = None,
    ) -> None:
        super().__init__()
        self._open_journal = open_journal
        self._journal_queue = journal = JournalQueue(keeps=open_journal is not None)
        tokens, places = TokenCache(ask_token), threading.Semaphore(CHECKS_AT_ONCE)
        policy = polling_policy or PollingPolicy()
        self._context = context = WorkerContext(open_operations, tokens, journal, places, policy)
        self._leave_journal = CancelToken()
        self.history = History(journal)
        monitor = connectivity or ConnectivityMonitor()
        self._engine = engine = TransferEngine(journal.write, monitor, tokens.forget, policy)
        new_checker = partial(Checker, context=context, job_queue=engine.checks)
        new_sender = partial(Sender, context=context, job_queue=engine.sends)
        self._journal_worker = WorkerPool("journal", self._new_journal_worker, journal.end)
        self._checkers = WorkerPool("checker", new_checker, engine.checks.wake)
        self._senders = WorkerPool("sender", new_sender, engine.sends.wake)
        imports = engine.planner.job_queue
        self._ingestion_workers = WorkerPool("ingestion", self._new_ingestion_worker, imports.wake)
        self._uploads_at_once = uploads_at_once
        self._restored = False
        self._early: list[tuple[Sequence[Path], Account]] = []  # dropped before the journal was read
        self._closed = False
        self._reports: deque[Report] = deque()
        self._told = Summary()
        self._ticked_at = self._told_at = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    # Reads

    def entry(self, item_id: int) -> TransferItem:
        """Return one row. Raises KeyError for one that was removed."""
        return self._engine.file_table[item_id]

    def ids(self) -> list[int]:
        """Return all rows, in order."""
        return self._engine.file_table.ids()

    def in_state(self, *states: State) -> list[int]:
        """Return the rows that are in one of these states now, in order; signals may tell of it a moment later."""
        return self._engine.file_table.in_state(*states)

    def summary(self) -> Summary:
        """Return the sums over all files as they are now."""
        return self._engine.summary()

    def after_upload(self, item_id: int) -> IngestionOptions | None:
        """Return what follows the upload of this row, by the user's choice or its account's."""
        return self._engine.planner.planned(item_id)

    def imported_together(self, item_id: int) -> bool:
        """Return whether the row is to be imported with others."""
        return self._engine.planner.together(item_id)

    def batch_mates(self, item_ids: Sequence[int]) -> list[int]:
        """Return the given rows and all that Clear is asked to import with them."""
        return self._engine.planner.mates(item_ids)

    # Actions

    def start(self) -> None:
        """Bring back what the journal holds; once, after the first paint. The first `add` does it too."""
        if not self._closed:
            self._journal_worker.resize(1)

    def add(self, paths: Sequence[Path], account: Account) -> None:
        """List files and the files in folders, and check them: for this account, unless their folder has its own."""
        self.start()
        if self._restored and not self._closed:
            self._engine.add(paths, account)
            self._acted()
        else:
            self._early.append((paths, account))

    def route(self, rules: FolderRules) -> None:
        """Let files that are added from now on go to the accounts of their folders."""
        self._engine.planner.folder_rules = rules

    send = _action(TransferEngine.send)
    send_anyway = _action(TransferEngine.send_anyway)
    send_selected = _action(TransferEngine.send_selected)
    send_as = _action(TransferEngine.send_as)
    cancel = _action(TransferEngine.cancel)
    retry = _action(TransferEngine.retry)
    remove = _action(TransferEngine.remove)
    bring_back = _action(TransferEngine.bring_back)
    move_to_account = _action(TransferEngine.move_to_account)
    recheck_changed = _action(TransferEngine.recheck_changed)
    clear_finished = _action(TransferEngine.clear_finished)
    pause = _action(TransferEngine.pause)
    resume = _action(TransferEngine.resume)
    move = _action(TransferEngine.move)
    plan_import = _action(TransferEngine.plan_import)
    import_again = _action(TransferEngine.import_again)
    found_in_clear = _action(TransferEngine.found_in_clear)
    ask_now = _action(TransferEngine.ask_now)
    note_contents = _action(TransferEngine.note_contents)
    use_accounts = _action(TransferEngine.use_accounts)
    account_saved = _action(TransferEngine.account_saved)
    try_account = _action(TransferEngine.try_account)
    set_aside = _action(TransferEngine.set_aside)
    network_changed = _action(TransferEngine.network_changed)

    def set_uploads_at_once(self, uploads: int) -> None:
        """Send so many files at once, 1 to MAX_UPLOADS_AT_ONCE."""
        self._uploads_at_once = min(MAX_UPLOADS_AT_ONCE, max(1, uploads))
        self._hire()

    def shutdown(self) -> bool:
        """Stop everything, and join all threads. Returns whether that succeeded.

        Takes at most 2 s, and up to 10 s more on a machine so busy that threads hardly run.

        In the journal all files stay as they are: uploads that were under way wait at the next start.
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
        self._ingestion_workers.stop()
        ended = self._join(deadline - 1.0)
        self._journal_worker.stop()
        if not (self._journal_worker.join(deadline - 0.5) and ended):
            self._leave_journal.cancel()  # it may be what the senders wait for
            deadline = time.monotonic() + ENDING_SECONDS
            ended = self._join(deadline) & self._journal_worker.join(deadline)
        return ended

    def _join(self, deadline: float) -> bool:
        return self._senders.join(deadline) & self._ingestion_workers.join(deadline) & self._checkers.join(deadline)

    # From the workers

    @Slot()
    def _tick(self) -> None:
        self._ticked_at = time.monotonic()
        reports, progress = self._context.mailbox.drain()
        self._reports.extend(reports)
        opened = False
        while (folder := self._engine.open_next_folder()) or self._reports:
            opened |= folder
            if not folder:
                self._engine.on_report(self._reports.popleft())
            if time.monotonic() >= self._ticked_at + _SLICE_SECONDS:
                break
        for job, latest in progress.items():
            self._engine.on_progress(job, latest)
        self._engine.follow_connectivity()
        if opened:
            self._tell_rows()  # first the other folders: workers that check files would compete for the interpreter
        else:
            self._flush()
        changed = self._engine.news.changed
        due = len(changed) > _TOLD_AT_ONCE or self._ticked_at >= self._told_at + _TELL_SECONDS
        if due:
            self._told_at = self._ticked_at
            self._tell_changes()
        if opened or self._reports or len(changed) > _TOLD_AT_ONCE:
            self._timer.start(0)
        elif changed or not due or self.is_busy():
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

    on_ingestion_report = _action(TransferEngine.on_ingestion_report)

    # To the window

    def _acted(self) -> None:
        if self._closed:
            return
        self._flush()
        if not self._timer.isActive():
            since = (time.monotonic() - self._ticked_at) * 1000
            self._timer.start(max(0, math.ceil(TICK_MS - since)))

    def _tell_rows(self) -> None:
        """Emit at once what has changed of the list itself, so that the window never shows rows that are gone."""
        news, self._engine.news = self._engine.news, News(changed=self._engine.news.changed)
        in_and_out = set(news.added).intersection(news.removed)
        if removed := [item_id for item_id in news.removed if item_id not in in_and_out]:
            self.removed.emit(removed)
        if added := [item_id for item_id in news.added if item_id not in in_and_out]:
            self.added.emit(added)
        if news.reordered:
            self.reordered.emit()
        for notice in news.notices:
            self.notice.emit(notice)

    def _tell_changes(self) -> None:
        changed = self._engine.news.changed
        if told := list(islice(changed, _TOLD_AT_ONCE)):
            for item_id in told:
                del changed[item_id]
            self.changed.emit(told)
        summary = self.summary()
        if summary != self._told:
            self._told = summary
            self.summed_up.emit(summary)

    def is_busy(self) -> bool:
        """Return whether files are checked or sent, folders are to be opened, or a lost network is looked for."""
        engine = self._engine
        under_way = engine.dropped or engine.looking or engine.checking or engine.sending
        return bool(under_way or engine.connectivity.gone or self._reports)

    def _flush(self) -> None:
        """Inform the window, the journal, and last the workers, which compete with the window for the interpreter."""
        self._tell_rows()
        self._engine.flush()
        self._hire()

    def _hire(self) -> None:
        """Have as many worker threads as there is work for; none is started before its first job."""
        if self._closed:
            return
        if self._engine.checking or self._engine.looking:
            self._checkers.resize(CHECKERS)
        if self._engine.sending:
            # Who waits for a disk that does not answer sends nothing, and must not keep others from it
            wanted = self._uploads_at_once + min(self._engine.file_table.disk_is_silent, MAX_UPLOADS_AT_ONCE)
            self._senders.resize(min(wanted, len(self._senders) + _HIRED_AT_ONCE))
        if self._engine.planner.jobs:
            self._ingestion_workers.resize(INGESTION_WORKERS)

    # Workers

    def _new_journal_worker(self, stop: threading.Event) -> JournalWorker:
        journal_worker = JournalWorker(stop, self._journal_queue, self._open_journal, self._leave_journal)
        journal_worker.opened.connect(self._on_journal_opened)
        journal_worker.notice.connect(self.notice)
        return journal_worker

    def _new_ingestion_worker(self, stop: threading.Event) -> IngestionWorker:
        ingestion_worker = IngestionWorker(stop, self._context, self._engine.planner.job_queue)
        ingestion_worker.told.connect(self.on_ingestion_report)
        return ingestion_worker
