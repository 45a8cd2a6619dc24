"""Define the jobs that workers take, the reports that they return, and the lines in which both wait.

Jobs and reports are frozen values that cross threads; the lines are for any thread.
"""

from __future__ import annotations

import heapq
import math
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from ledgerdrop.clear_api.upload_claims import ReservedLocations
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, Progress, Uploaded
from ledgerdrop.model.ingestion import FileInfo, IngestionState
from ledgerdrop.model.problems import Problem
from ledgerdrop.runtime.cancel import CancelToken


@dataclass(frozen=True, slots=True, eq=False)
class CheckJob:
    """A row to be checked, for the account of that ID. `name` is None to take the file's own."""

    id: int
    path: Path
    name: str | None
    account_id: str
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class CheckSlow:
    """Report that a check takes unusually long, and goes on."""

    job: CheckerJob
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class FolderOpened:
    """Say how the check of a folder ends: these are the files in it, `skipped` is how many were left out."""

    files: tuple[Path, ...]
    skipped: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """Say how the check of what cannot be sent as it is ends.

    Size and time are its own, None where nobody knows them.
    """

    problem: Problem
    size: int | None
    modified_ns: int | None


Verdict = CheckedFile | FolderOpened | Rejected | Problem


@dataclass(frozen=True, slots=True)
class CheckDone:
    """Say how it ended."""

    job: CheckJob
    outcome: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class DigestJob:
    """Files to be read, since the row `id` has the size of others: its own, and those not read before."""

    id: int
    files: tuple[tuple[int, CheckedFile], ...]
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class DigestDone:
    """Say how it ended: the SHA-256 of each row, in hex; those that could not be read are missing."""

    job: DigestJob
    digests: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what a row says of its file: size in bytes and time in nanoseconds, None if nothing was there."""

    id: int
    path: Path
    size: int | None
    modified_ns: int | None


@dataclass(frozen=True, slots=True, eq=False)
class LookJob:
    """Rows of one folder whose files may have changed, and what they say of them."""

    rows: tuple[Seen, ...]
    cancel: CancelToken = field(default_factory=CancelToken)

    @property
    def id(self) -> int:
        """Return the ID of the first row, negative: a check of that row has a place of its own in the queue."""
        return -self.rows[0].id


@dataclass(frozen=True, slots=True)
class LookDone:
    """Say how it ended: the rows whose files are there, and others than they say."""

    job: LookJob
    changed: tuple[Seen, ...]


CheckerJob = CheckJob | DigestJob | LookJob


CheckReport = CheckSlow | CheckDone | DigestDone | LookDone


@dataclass(frozen=True, slots=True, eq=False)
class SendJob:
    """A row to be sent. `hurry`, when set, ends a pause between attempts. `imports`: those of all rows."""

    id: int
    checked: CheckedFile
    account: Account
    reserved: ReservedLocations
    cancel: CancelToken = field(default_factory=CancelToken)
    hurry: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class SendStarted:
    """A worker has begun."""

    job: SendJob


@dataclass(frozen=True, slots=True)
class SendDone:
    """Say how it ended."""

    job: SendJob
    outcome: Uploaded | Problem


SendReport = SendStarted | SendDone


@dataclass(frozen=True, slots=True, eq=False)
class IngestionJob:
    """The files of the batch `id`. Without an activity Clear is asked for one, with it how far it is."""

    item_ids: tuple[int, ...]
    files: tuple[FileInfo, ...]
    account: Account
    ingestion: IngestionState
    cancel: CancelToken = field(default_factory=CancelToken)

    @property
    def id(self) -> int:
        return self.ingestion.batch


@dataclass(frozen=True, slots=True)
class IngestionReport:
    """Say how far the files of a job are now. `next`: the job that the worker schedules after it, if any."""

    job: IngestionJob
    ingestion: IngestionState
    next: IngestionJob | None = None


_Place = tuple[float, int, int]  # when a job is due, its rank, its ID


class Job(Protocol):
    """Hold what can stand in a queue: the work for the row, or the batch, `id`."""

    @property
    def id(self) -> int: ...


JobT = TypeVar("JobT", bound=Job)


class JobQueue(Generic[JobT]):
    """Jobs that wait for a worker; at most one for each `id`. For any thread."""

    def __init__(self) -> None:
        self._stirred = threading.Condition()
        self._jobs: dict[int, tuple[_Place, JobT]] = {}
        self._places: list[_Place] = []  # a heap; those that jobs have no longer stay in it until they come up
        self._allowed = math.inf
        self._closed = False

    def put(self, jobs: Iterable[JobT], rank: Callable[[int], int] = int, *, due: float = 0.0) -> None:
        """Let them wait, at least until `due` (`time.monotonic`); smaller `rank` goes first.

        Each takes the place of another one with its ID.
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
        """Let that job wait for its time no longer, if it was not taken yet."""
        with self._stirred:
            if item_id in self._jobs:
                self._place((0.0, 0, item_id), self._jobs[item_id][1])
                self._stirred.notify_all()

    def take(self, stop: threading.Event) -> JobT | None:
        """Return the next job, as soon as one is due and may be taken; None once `stop` is set."""
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
        """Take that job out; None if a worker has it already, or there is none."""
        with self._stirred:
            return self._jobs.pop(item_id, (None, None))[1]

    def allow(self, jobs: float) -> None:
        """Give out so many jobs from now on; `math.inf` for all."""
        with self._stirred:
            self._allowed = jobs
            self._stirred.notify_all()

    def wake(self) -> None:
        """Let every waiting worker look at its `stop` again."""
        with self._stirred:
            self._stirred.notify_all()

    def close(self) -> None:
        """Forget all, and take nothing more."""
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


R = TypeVar("R")
J = TypeVar("J")


class ReportMailbox(Generic[R, J]):
    """Reports in their order, and the latest progress of each job. For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reports: list[R] = []
        self._progress: dict[J, Progress] = {}

    def post(self, report: R) -> None:
        """Leave a report: every one of them is read."""
        with self._lock:
            self._reports.append(report)

    def set_progress(self, job: J, progress: Progress) -> None:
        """Leave a job's progress in place of its last."""
        with self._lock:
            self._progress[job] = progress

    def drain(self) -> tuple[list[R], dict[J, Progress]]:
        """Return everything left since the last time."""
        with self._lock:
            reports, self._reports = self._reports, []
            progress, self._progress = self._progress, {}
        return reports, progress
