"""Workers that look at dropped files: is there a file, and is it what its name says?"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.background_call import call_abandonable
from ledgerdrop.runtime.cancel import Cancelled
from ledgerdrop.transfer.duplicates import DuplicateDetector
from ledgerdrop.transfer.job_queues import PriorityJobQueue
from ledgerdrop.transfer.jobs import CheckDone, CheckJob, CheckReport, CheckSlow, FolderOpened, Rejected, Verdict
from ledgerdrop.transfer.worker_pool import Worker

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

log = logging.getLogger(__name__)

CHECKERS: Final = 3


SLOW_AFTER_SECONDS: Final = 2.0


# Slow files go on beside the workers, so that a share that is gone does not keep local files waiting; but not more
# than so many at once, the quick ones included.
CHECKS_AT_ONCE: Final = 32


class Checker(Worker):
    """Checks one file after another. `places` is shared by all checkers, and has `CHECKS_AT_ONCE`."""

    def __init__(
        self,
        stop: threading.Event,
        line: PriorityJobQueue[CheckJob],
        *,
        post: Callable[[CheckReport], None],
        open_steps: Callable[[], Operations],
        memory: DuplicateDetector,
        places: threading.Semaphore,
    ) -> None:
        super().__init__(stop)
        self._line = line
        self._post = post
        self._open_steps = open_steps
        self._memory = memory
        self._places = places

    def work(self) -> None:
        """Until `stop` is set."""
        while (job := self._line.take(self.stop)) is not None:
            while not self._places.acquire(timeout=0.1):
                if self.stop.is_set():
                    return
            self._check(job)

    def _check(self, job: CheckJob) -> None:
        # The look reports by itself: one that is slow goes on while this worker takes the next file.
        try:
            call_abandonable(partial(self._look, job), job.cancel, SLOW_AFTER_SECONDS)
        except Cancelled:
            self._post(CheckDone(job, Problem(Code.CANCELLED)))
        except TimeoutError:
            self._post(CheckSlow(job))
        except Exception as error:  # the look never began: the system has no thread left, for instance
            log.exception("Checking could not begin")
            self._places.release()
            self._post(CheckDone(job, _unexpected(error)))

    def _look(self, job: CheckJob) -> None:
        try:
            outcome = self._outcome(job)
        except Cancelled:
            outcome = Problem(Code.CANCELLED)
        except Exception as error:
            log.exception("Checking broke down")
            outcome = _unexpected(error)
        finally:
            self._places.release()
        self._post(CheckDone(job, outcome))

    def _outcome(self, job: CheckJob) -> Verdict:
        steps = self._open_steps()
        file = steps.drop(job.path, job.name)
        if not isinstance(file, Problem):
            job.cancel.raise_if_cancelled()
            checked = steps.check(file, job.cancel)
            if isinstance(checked, Problem):
                return Rejected(checked, file.size)
            return self._memory.recall(checked, job.account_id, job.cancel)
        if file.code is not Code.FOLDER:
            return file
        found = steps.find(job.path, job.cancel)
        # An empty folder, or one that cannot be listed, stays in the list and says so.
        if not found.files:
            return Problem(Code.EMPTY_FOLDER, file.params)
        return file if found.files == (job.path,) else FolderOpened(found.files, found.skipped)


def _unexpected(error: Exception) -> Problem:
    return Problem(Code.UNEXPECTED, detail=f"{type(error).__name__} while checking")
