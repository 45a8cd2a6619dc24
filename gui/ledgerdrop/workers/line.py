"""The waiting line: jobs from the window's thread to the workers, in the order of the list."""

from __future__ import annotations

import heapq
import math
import threading
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar


class Job(Protocol):
    """What can stand in a line: the work for the row `id`."""

    @property
    def id(self) -> int: ...


J = TypeVar("J", bound=Job)


class Line(Generic[J]):
    """Jobs that wait for a worker; at most one for each row. For any thread."""

    def __init__(self) -> None:
        self._stirred = threading.Condition()
        self._jobs: dict[int, J] = {}
        self._ranks: list[tuple[int, int]] = []  # a heap; what was withdrawn stays in it until it comes up
        self._allowed = math.inf

    def put(self, jobs: Iterable[J], rank: Callable[[int], int]) -> None:
        """Let them wait; rows of smaller `rank` go first."""
        with self._stirred:
            for job in jobs:
                self._jobs[job.id] = job
                heapq.heappush(self._ranks, (rank(job.id), job.id))
            self._stirred.notify_all()

    def arrange(self, rank: Callable[[int], int]) -> None:
        """Give each waiting row a new rank."""
        with self._stirred:
            self._ranks = [(rank(row), row) for row in self._jobs]
            heapq.heapify(self._ranks)

    def take(self, stop: threading.Event) -> J | None:
        """The next job, as soon as there is one and it may be taken; None once `stop` is set."""
        with self._stirred:
            while not stop.is_set():
                job = self._first() if self._allowed else None
                if job is not None:
                    self._allowed -= 1
                    return job
                self._stirred.wait()
            return None

    def withdraw(self, row: int) -> J | None:
        """Take the row's job out; None if a worker has it already, or there is none."""
        with self._stirred:
            return self._jobs.pop(row, None)

    def withdraw_all(self) -> list[J]:
        """Empty the line."""
        with self._stirred:
            jobs = list(self._jobs.values())
            self._jobs.clear()
            self._ranks.clear()
            return jobs

    def allow(self, jobs: float) -> None:
        """Give out so many jobs from now on; `math.inf` for all."""
        with self._stirred:
            self._allowed = jobs
            self._stirred.notify_all()

    def wake(self) -> None:
        """Let every waiting worker look at its `stop` again."""
        with self._stirred:
            self._stirred.notify_all()

    def _first(self) -> J | None:
        while self._ranks:
            _, row = heapq.heappop(self._ranks)
            job = self._jobs.pop(row, None)
            if job is not None:
                return job
        return None
