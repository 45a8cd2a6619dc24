"""What is to be done when: jobs with a moment, from the window's thread to the clerks, and back onto the list."""

from __future__ import annotations

import threading
import time
from typing import Generic, TypeVar

J = TypeVar("J")


class Agenda(Generic[J]):
    """Jobs by their key, each with the moment from which it may be done (`time.monotonic`). For any thread."""

    def __init__(self) -> None:
        self._stirred = threading.Condition()
        self._jobs: dict[int, tuple[float, J]] = {}
        self._closed = False

    def put(self, key: int, job: J, due: float = 0.0) -> None:
        """Note a job, in place of another one of this key."""
        with self._stirred:
            if not self._closed:
                self._jobs[key] = (due, job)
                self._stirred.notify_all()

    def strike(self, key: int) -> bool:
        """Forget the job of this key. False: there is none, or it was taken."""
        with self._stirred:
            return self._jobs.pop(key, None) is not None

    def hurry(self, key: int) -> None:
        """Have the job of this key done now, if it was not taken yet."""
        with self._stirred:
            if key in self._jobs:
                self._jobs[key] = (0.0, self._jobs[key][1])
                self._stirred.notify_all()

    def take(self, stop: threading.Event) -> J | None:
        """The job that is due first, once it is; None once `stop` is set."""
        with self._stirred:
            while not stop.is_set():
                if not self._jobs:
                    self._stirred.wait()
                    continue
                key = min(self._jobs, key=lambda one: self._jobs[one][0])
                due, job = self._jobs[key]
                left = due - time.monotonic()
                if left <= 0:
                    del self._jobs[key]
                    return job
                self._stirred.wait(left)
            return None

    def wake(self) -> None:
        """Let every waiting clerk look at its `stop` again."""
        with self._stirred:
            self._stirred.notify_all()

    def close(self) -> None:
        """Forget all, and take nothing more."""
        with self._stirred:
            self._closed = True
            self._jobs.clear()
