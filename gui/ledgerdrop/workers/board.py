"""Where workers leave what happened, and the window's thread takes it away a few times a second.

A signal for each step of 10,000 files would keep the window's thread busy with nothing else; here only the latest
progress of each file counts, and all outcomes are taken at once.
"""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

from ledgerdrop.pipeline.progress import Progress

R = TypeVar("R")
J = TypeVar("J")


class Board(Generic[R, J]):
    """Reports in their order, and the latest progress of each job. For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reports: list[R] = []
        self._progress: dict[J, Progress] = {}

    def post(self, report: R) -> None:
        """Leave a report: every one of them is read."""
        with self._lock:
            self._reports.append(report)

    def note(self, job: J, progress: Progress) -> None:
        """Leave a job's progress in place of its last."""
        with self._lock:
            self._progress[job] = progress

    def take(self) -> tuple[list[R], dict[J, Progress]]:
        """Everything left since the last time."""
        with self._lock:
            reports, self._reports = self._reports, []
            progress, self._progress = self._progress, {}
        return reports, progress
