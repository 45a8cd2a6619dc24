"""Define the jobs that workers take, the reports that they return, and the queues in which both wait.

Jobs and reports are frozen values that cross threads; the queues are for any thread.
"""

from __future__ import annotations

import heapq
import math
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from ledgerdrop.clear_api.reserved_locations import ReservedLocations
from ledgerdrop.files.dropped_file import FoundFiles
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, Progress, Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionState, Workflow
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.transfers import TransferItem
from ledgerdrop.runtime.cancel import CancelToken


@dataclass(frozen=True, eq=False)
class CheckJob:
    """Asks for the check of one row, for the account of that ID. `name` None stands for the file's own name."""

    id: int
    path: Path
    name: str | None
    account_id: str
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True)
class CheckSlow:
    """Reports that a check takes unusually long, and is not over."""

    job: CheckerJob
    problem: Problem | None = None


@dataclass(frozen=True)
class Rejected:
    """Holds why the check rejected a file.

    `size` and `modified_ns` are the file's own, None where nobody knows them.
    """

    problem: Problem
    size: int | None = None
    modified_ns: int | None = None


Verdict = CheckedFile | FoundFiles | Rejected  # of a file, of a folder, of either


@dataclass(frozen=True)
class CheckDone:
    """Reports how a check ended."""

    job: CheckJob
    outcome: Verdict


@dataclass(frozen=True, eq=False)
class DigestJob:
    """Asks for the digests of `files`: the row `id` has the same size as others, and these were not read before."""

    id: int
    files: tuple[tuple[int, CheckedFile], ...]
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True)
class DigestDone:
    """Reports the SHA-256 of each row, in hex; rows whose files could not be read are missing."""

    job: DigestJob
    digests: Mapping[int, str]


@dataclass(frozen=True, eq=False)
class LookJob:
    """Asks whether the files of these rows, which share a folder, have another size or time than the rows say."""

    rows: tuple[TransferItem, ...]
    cancel: CancelToken = field(default_factory=CancelToken)

    @property
    def id(self) -> int:
        """Return the ID of the first row, negative, so that a check of the same row can wait beside this job."""
        return -self.rows[0].id


@dataclass(frozen=True)
class LookDone:
    """Reports those of the rows whose files have changed, or are gone."""

    job: LookJob
    changed: Sequence[TransferItem]


CheckerJob = CheckJob | DigestJob | LookJob
CheckReport = CheckSlow | CheckDone | DigestDone | LookDone


@dataclass(frozen=True, eq=False)
class SendJob:
    """Asks for the upload of one row. `hurry`, when set, ends a pause between attempts; all rows share `reserved`."""

    id: int
    checked: CheckedFile
    account: Account
    reserved: ReservedLocations
    cancel: CancelToken = field(default_factory=CancelToken)
    hurry: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class SendStarted:
    """Reports that a worker has begun an upload."""

    job: SendJob


@dataclass(frozen=True)
class SendDone:
    """Reports how an upload ended."""

    job: SendJob
    outcome: Uploaded | Problem


Report = CheckReport | SendStarted | SendDone


@dataclass(frozen=True, eq=False)
class IngestionJob:
    """Asks for the next step of the batch `id`: to create its activity, or else to ask how far that is."""

    item_ids: tuple[int, ...]
    files: tuple[Uploaded, ...]
    account: Account
    ingestion: IngestionState
    cancel: CancelToken = field(default_factory=CancelToken)

    @property
    def id(self) -> int:
        return self.ingestion.batch


def rows_in_log(item_ids: Iterable[int]) -> str:
    """Return how the log names rows: by number, since names of files are confidential."""
    return f"rows {', '.join(map(str, sorted(item_ids)))}"


@dataclass(frozen=True)
class IngestionReport:
    """Reports how far the import of a job's files is, and what Clear, or the way there, said of it.

    `pause`: the seconds until Clear is asked about it the next time, where the import goes on.
    """

    job: IngestionJob
    ingestion: IngestionState
    said: Activity | Workflow | Problem
    pause: float = 0.0


_Place = tuple[float, int, int]  # when a job is due, its rank, its ID


class Job(Protocol):
    """Describes what can wait in a queue: work for the row, or the batch, `id`."""

    @property
    def id(self) -> int: ...


JobT = TypeVar("JobT", bound=Job)


class JobQueue(Generic[JobT]):
    """Holds the jobs that wait for a worker, at most one for each `id`. For any thread."""

    def __init__(self) -> None:
        self._stirred = threading.Condition()
        self._jobs: dict[int, tuple[_Place, JobT]] = {}
        self._places: list[_Place] = []  # a heap; those that jobs have no longer stay in it until they come up
        self._allowed = math.inf
        self._closed = False

    def put(self, jobs: Iterable[JobT], rank: Callable[[int], int] = int, *, due: float = 0.0) -> None:
        """Add jobs that wait at least until `due` (seconds of `time.monotonic`); the smaller `rank` is taken first.

        Each replaces a waiting job of the same ID.
        """
        with self._stirred:
            for job in () if self._closed else jobs:
                self._place((due, rank(job.id), job.id), job)
            self._stirred.notify_all()

    def arrange(self, rank: Callable[[int], int]) -> None:
        """Give each waiting job a new rank."""
        with self._stirred:
            self._jobs = {i: ((due, rank(i), i), job) for i, ((due, _, _), job) in self._jobs.items()}
            self._places = [place for place, _ in self._jobs.values()]
            heapq.heapify(self._places)

    def run_now(self, item_id: int) -> None:
        """Make that job due at once, if no worker has taken it yet."""
        with self._stirred:
            if item_id in self._jobs:
                self._place((0.0, 0, item_id), self._jobs[item_id][1])
                self._stirred.notify_all()

    def take(self, stop: threading.Event) -> JobT | None:
        """Wait until a job is due and allowed, and return it; None once `stop` is set."""
        with self._stirred:
            while not stop.is_set():
                place = self._first() if self._allowed else None
                seconds = place[0] - time.monotonic() if place else None
                if place and seconds is not None and seconds <= 0:
                    self._allowed -= 1
                    heapq.heappop(self._places)
                    return self._jobs.pop(place[2])[1]
                self._stirred.wait(seconds)
            return None

    def withdraw(self, item_id: int) -> JobT | None:
        """Remove that job and return it; None if a worker has it already, or there is none."""
        with self._stirred:
            return self._jobs.pop(item_id, (None, None))[1]

    def allow(self, jobs: float) -> None:
        """Let workers take at most so many jobs from now on; `math.inf` for all."""
        with self._stirred:
            self._allowed = jobs
            self._stirred.notify_all()

    def wake(self) -> None:
        """Make every waiting worker look at its `stop` again."""
        with self._stirred:
            self._stirred.notify_all()

    def close(self) -> None:
        """Drop all jobs, and accept no more."""
        with self._stirred:
            self._closed = True
            self._jobs.clear()

    def _place(self, place: _Place, job: JobT) -> None:
        self._jobs[job.id] = (place, job)
        heapq.heappush(self._places, place)

    def _first(self) -> _Place | None:
        while self._places:
            place = self._places[0]
            if place[2] in self._jobs and self._jobs[place[2]][0] == place:
                return place
            heapq.heappop(self._places)
        return None


class ReportMailbox:
    """Holds reports in their order, and the latest progress of each job. For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reports: list[Report] = []
        self._progress: dict[SendJob, Progress] = {}

    def post(self, report: Report) -> None:
        """Leave a report; every report is read."""
        with self._lock:
            self._reports.append(report)

    def set_progress(self, job: SendJob, progress: Progress) -> None:
        """Leave a job's progress in place of its last one."""
        with self._lock:
            self._progress[job] = progress

    def drain(self) -> tuple[list[Report], dict[SendJob, Progress]]:
        """Return everything left since the last time."""
        with self._lock:
            reports, self._reports = self._reports, []
            progress, self._progress = self._progress, {}
        return reports, progress
