"""Look inside the files of the list: at once at the one that is shown, at the others when there is time."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from ledgerdrop.inspection.inspector import Inspector
from ledgerdrop.model.inspection import Inspection, Unreadable, contents_of
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.transfer.qthread_pool import Worker, WorkerPool
from ledgerdrop.transfer.queue import TransferQueue

log = logging.getLogger(__name__)

_MIB: Final = 1024 * 1024
# Above these the panel shows a file only when the user asks: it takes seconds, of old workbooks also much memory.
_LARGEST: Final = {"xlsx": 32 * _MIB, "xls": 8 * _MIB}
_LARGEST_OTHER: Final = 64 * _MIB
_LARGEST_OF_ALL: Final = 1024 * _MIB  # read for its receipt, after all smaller ones
_KEPT: Final = 50  # of the latest inspections


@dataclass(frozen=True)
class InspectionReport:
    """Holds what was found in a row's file so far."""

    id: int
    sheet: int | None
    found: Inspection


class _Turn(Enum):
    """Orders the files: the one in the panel, then the usual ones, then the large ones."""

    SHOWN = auto()
    QUICK = auto()
    LARGE = auto()


@dataclass(frozen=True)
class _Job:
    """Names a file to look into."""

    id: int
    path: Path
    sheet: int | None
    turn: _Turn
    cancel: CancelToken = field(default_factory=CancelToken)


class _Jobs:
    """Holds the files to look into, those that are shown first. For any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: dict[_Turn, deque[_Job]] = {turn: deque() for turn in _Turn}
        self._current: _Job | None = None
        self.closed = False

    def put(self, job: _Job) -> None:
        """Add a job. A shown one replaces all shown ones, and the one that is being read meanwhile."""
        with self._changed:
            if job.turn is _Turn.SHOWN:
                self._waiting[_Turn.SHOWN].clear()
                if (current := self._current) is not None:
                    current.cancel.cancel()
                    if current.sheet is None and (current.id, None) != (job.id, job.sheet):  # for its receipt, later
                        turn = _Turn.LARGE if current.turn is _Turn.SHOWN else current.turn
                        self._waiting[turn].append(replace(current, turn=turn, cancel=CancelToken()))
            self._waiting[job.turn].append(job)
            self._changed.notify()

    def take(self) -> _Job | None:
        """Wait for the next job; None once the queue is closed."""
        with self._changed:
            self._current = None
            self._changed.wait_for(lambda: self.closed or any(self._waiting.values()))
            if not self.closed:
                self._current = next(filter(None, self._waiting.values())).popleft()
            return self._current

    def close(self) -> None:
        """Drop all jobs, and end the worker."""
        with self._changed:
            self.closed = True
            if self._current is not None:
                self._current.cancel.cancel()
            self._changed.notify_all()


class _InspectionWorker(Worker):
    """Asks the child process about one file after the other.

    `on_report` is called on its thread, for the file that is shown with the first rows before the whole.
    """

    def __init__(self, stop: threading.Event, jobs: _Jobs, on_report: Callable[[InspectionReport], None]) -> None:
        super().__init__(stop)
        self._jobs = jobs
        self._on_report = on_report

    def work(self) -> None:
        with Inspector() as inspector:
            while (job := self._jobs.take()) is not None:
                try:
                    self._inspect(inspector, job)
                except Exception:
                    log.exception("The look inside a file broke down")
                    self._tell(job, Inspection(unreadable=Unreadable.FAILED))

    def _inspect(self, inspector: Inspector, job: _Job) -> None:
        # Nobody looks at the first rows of the others.
        tell_first = partial(self._tell, job) if job.turn is _Turn.SHOWN else lambda _: None
        found = inspector.inspect(job.path, job.sheet, tell_first, job.cancel)
        if found.unreadable is not Unreadable.CANCELLED:
            self._tell(job, found)

    def _tell(self, job: _Job, found: Inspection) -> None:
        self._on_report(InspectionReport(job.id, job.sheet, found))


class InspectionService(QObject):
    """Looks into files for the window, on whose thread it lives. `found` reports once or twice for each question."""

    found = Signal(object)  # InspectionReport
    _told = Signal(object)  # InspectionReport, from the worker's thread

    def __init__(self, queue: TransferQueue) -> None:
        super().__init__()
        self._queue = queue
        self._jobs = _Jobs()
        new_worker = partial(_InspectionWorker, jobs=self._jobs, on_report=self._told.emit)
        self._workers = WorkerPool("inspection", new_worker, self._jobs.close)
        self._asked: dict[int, tuple[int, int]] = {}  # size and time of the file that was looked into for a row
        self._kept: dict[tuple[int, int | None], InspectionReport] = {}  # the latest last
        queue.added.connect(self._on_changed)
        queue.changed.connect(self._on_changed)
        queue.removed.connect(self._on_removed)
        self._told.connect(self._on_told)

    def is_quick(self, entry: TransferItem) -> bool:
        """Return whether the file is shown without being asked for: a usual one, or one that was read already."""
        kind = entry.checked.kind if entry.checked else entry.path.suffix[1:].lower()
        usual = entry.size is not None and entry.size <= _LARGEST.get(kind, _LARGEST_OTHER)
        return usual or (entry.id, None) in self._kept

    def look(self, entry: TransferItem, sheet: int | None = None) -> None:
        """Look into a row's file for the panel, and emit `found`, at once where its contents are known already."""
        known = self._kept.get((entry.id, sheet))
        file = entry.checked.file if entry.checked else None
        if known and (file is None or (known.found.size, known.found.modified_ns) == (file.size, file.modified_ns)):
            self.found.emit(known)
            return
        self._put(_Job(entry.id, entry.path, sheet, _Turn.SHOWN))

    def shutdown(self) -> bool:
        """Give up what is under way, and end the child. Returns whether that succeeded in time."""
        self._jobs.close()
        return self._workers.shutdown()

    def _on_changed(self, rows: Iterable[int]) -> None:
        for row in rows:
            try:
                entry = self._queue.entry(row)
            except KeyError:
                continue
            if entry.checked is None or entry.contents is not None or entry.state is State.CHECKING:
                continue
            file = entry.checked.file
            if self._asked.get(row) != (file.size, file.modified_ns) and file.size <= _LARGEST_OF_ALL:
                self._asked[row] = (file.size, file.modified_ns)
                self._put(_Job(row, entry.path, None, _Turn.QUICK if self.is_quick(entry) else _Turn.LARGE))

    def _on_removed(self, rows: Iterable[int]) -> None:
        gone = set(rows)
        for row in gone:
            self._asked.pop(row, None)
        self._kept = {key: report for key, report in self._kept.items() if key[0] not in gone}

    def _on_told(self, report: InspectionReport) -> None:
        if report.found.complete:
            self._kept.pop((report.id, report.sheet), None)
            self._kept[report.id, report.sheet] = report
            if len(self._kept) > _KEPT:
                del self._kept[next(iter(self._kept))]
            # What a receipt says is what stands on the sheet that is shown first.
            if report.sheet is None and report.found.unreadable is None and not self._jobs.closed:
                self._queue.note_contents(report.id, contents_of(report.found))
        self.found.emit(report)

    def _put(self, job: _Job) -> None:
        if not self._jobs.closed:
            self._workers.resize(1)
            self._jobs.put(job)
