"""Run workers on QThreads: start them when needed, change their number on request, and join them at the end."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QThread, Slot

log = logging.getLogger(__name__)

ENDING_SECONDS: Final = 10.0  # for threads that wait for nothing any more but a processor


class Worker(QObject):
    """Works on a thread of its own until `stop` is set. It has no parent, or Qt could not move it."""

    def __init__(self, stop: threading.Event) -> None:
        super().__init__()
        self.stop = stop

    def work(self) -> None:
        """Work until `stop` is set. A bug in one job must not leave this: the worker is needed for the next."""
        raise NotImplementedError

    @Slot()
    def run(self) -> None:
        """Work, then end the thread. Called on the worker's thread when it starts."""
        threading.current_thread().name = QThread.currentThread().objectName()  # or the log calls it "Dummy-7"
        try:
            self.work()
        except Exception:
            log.exception("A worker broke down")
        finally:
            QThread.currentThread().quit()


class WorkerPool:
    """Runs the workers of one kind. Lives on the window's thread.

    `make` builds a worker around its `stop`; `wake` makes all of them look at it.
    """

    def __init__(self, name: str, make: Callable[[threading.Event], Worker], wake: Callable[[], None]) -> None:
        self._name = name
        self._make = make
        self._wake = wake
        self._posts: list[tuple[QThread, Worker]] = []
        self._leaving: list[tuple[QThread, Worker]] = []

    def __len__(self) -> int:
        return len(self._posts)

    def resize(self, size: int) -> None:
        """Start workers, or let the last ones end after the job they have, until there are that many."""
        self._leaving = [post for post in self._leaving if not post[0].isFinished()]
        for _ in range(len(self._posts), size):
            self._posts.append(self._start())
        surplus = self._posts[size:]
        del self._posts[size:]
        for _, worker in surplus:
            worker.stop.set()
        self._leaving += surplus
        if surplus:
            self._wake()

    def stop(self) -> None:
        """Ask all to end after the job they have. Returns at once."""
        self.resize(0)

    def join(self, deadline: float) -> bool:
        """Wait for those asked to end, until `deadline` (`time.monotonic`). Returns whether all have ended."""
        for thread, _ in self._leaving:
            thread.wait(max(0, int((deadline - time.monotonic()) * 1000)))
        self._leaving = [post for post in self._leaving if not post[0].isFinished()]
        for thread, _ in self._leaving:
            log.error("%s did not end in time", thread.objectName())
        return not self._leaving

    def shutdown(self) -> bool:
        """End all workers. Returns whether they ended within `ENDING_SECONDS`."""
        self.stop()
        return self.join(time.monotonic() + ENDING_SECONDS)

    def _start(self) -> tuple[QThread, Worker]:
        thread, worker = QThread(), self._make(threading.Event())
        thread.setObjectName(f"{self._name}-{len(self._posts) + 1}")
        worker.moveToThread(thread)
        thread.started.connect(worker.run)
        thread.start()
        return thread, worker
