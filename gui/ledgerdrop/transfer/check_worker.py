"""Check dropped files in workers: is there a file, is it what its name says, was its content sent before?

Whether the content was sent before is asked after the check, not while sending, so that the answer is there when the
user decides. To know the content means to read the whole file; but only a file of the same size can have the same
content, so the size is asked for first. Hardly any file is read for this, so large files need no limit.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final
from weakref import finalize

from ledgerdrop.files.reader import FileTroubleError, digest_of
from ledgerdrop.model.files import CheckedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.runtime.cancel import Cancelled, call_abandonable
from ledgerdrop.transfer import jobs
from ledgerdrop.transfer.job_worker import JobWorker
from ledgerdrop.transfer.journal_worker import JournalQueue

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

log = logging.getLogger(__name__)

CHECKERS: Final = 3
# Between two looks at a file that may still be written. The clock of a file may be another computer's, so it is
# compared with itself only.
SECOND_LOOK_SECONDS: Final = 1.0
_MAY_BE_UNFINISHED: Final = frozenset({Code.DAMAGED, Code.EMPTY, Code.CHANGED, Code.BROKEN_OFF, Code.STRAY_NULS})

SLOW_AFTER_SECONDS: Final = 2.0
# Slow files go on beside the workers, so that a share that is gone does not keep local files waiting; but not more
# than so many at once, the quick ones included.
CHECKS_AT_ONCE: Final = 32
_JOURNAL_SECONDS: Final = 2.0  # for which a journal on a disk that hangs may hold up a check


class Checker(JobWorker[jobs.CheckerJob]):
    """Does one check after another."""

    def do(self, job: jobs.CheckerJob) -> None:
        """Begin a check as soon as a place is free, and wait until it has ended or turns out to be slow."""
        while not self.context.check_places.acquire(timeout=0.1):
            if self.stop.is_set():
                return
        # The look reports by itself: one that is slow goes on while this worker takes the next file.
        give_back = finalize(job.cancel, self.context.check_places.release)  # acts once, whoever calls it first
        try:
            call_abandonable(partial(self._look, job, self.operations, give_back), job.cancel, SLOW_AFTER_SECONDS)
        except TimeoutError:
            self.context.mailbox.post(jobs.CheckSlow(job))
        except Exception as error:  # noqa: BLE001 - cancelled; or it never began: the system has no thread left
            give_back()
            self.context.mailbox.post(_ended(job, error))

    def _look(self, job: jobs.CheckerJob, operations: Operations, give_back: Callable[[], None]) -> None:
        try:
            # A drive that is dead never lets go of the thread: who gives up must not wait for it
            with job.cancel.on_cancel(give_back):
                report = self._report(job, operations)
        except Exception as error:  # noqa: BLE001 - logged where it is reported
            report = _ended(job, error)
        finally:
            give_back()
        self.context.mailbox.post(report)

    def _report(self, job: jobs.CheckerJob, operations: Operations) -> jobs.CheckReport:
        if isinstance(job, jobs.CheckJob):
            return jobs.CheckDone(job, self._verdict(job, operations))
        if isinstance(job, jobs.DigestJob):
            digests: dict[int, str] = {}
            for item_id, checked in job.files:
                with suppress(FileTroubleError):
                    digests[item_id] = digest_of(checked.file, job.cancel)
            return jobs.DigestDone(job, digests)
        changed = []
        for row in job.rows:
            job.cancel.raise_if_cancelled()
            now = operations.look(row.path)
            if now is None and row.state is State.UPLOADED:
                continue  # moved away or not connected, as is usual for what was sent
            if (now is not None and now[1] != row.modified_ns) or row.size not in (None, now and now[0]):
                changed.append(row)
        return jobs.LookDone(job, changed)

    def _verdict(self, job: jobs.CheckJob, operations: Operations) -> jobs.Verdict:
        """Check a file; check one that looks unfinished again once two looks at it agree that nobody writes to it."""
        last = checked_at = operations.look(job.path)
        verdict = self._verdict_now(job, operations)
        while _looks_unfinished(verdict):
            job.cancel.wait(SECOND_LOOK_SECONDS)
            now = operations.look(job.path)
            if now != last:
                self.context.mailbox.post(jobs.CheckSlow(job, Problem(Code.BEING_WRITTEN)))
                last = now
            elif now != checked_at:
                checked_at = now
                verdict = self._verdict_now(job, operations)
            else:
                break
        return verdict

    def _verdict_now(self, job: jobs.CheckJob, operations: Operations) -> jobs.Verdict:
        file = operations.examine(job.path, job.name)
        if not isinstance(file, Problem):
            job.cancel.raise_if_cancelled()
            checked = operations.check(file, job.cancel)
            if isinstance(checked, Problem):
                return jobs.Rejected(checked, file.size, file.modified_ns)
            return warn_if_sent_before(checked, job, self.context.journal)
        if file.code is not Code.FOLDER:
            seen = None if file.code is Code.IN_USE else operations.look(job.path)
            return jobs.Rejected(file, modified_ns=seen[1] if seen else None)
        found = operations.find(job.path, job.cancel)
        # An empty folder, or one that cannot be listed, stays in the list and says so.
        if not found.files:
            return jobs.Rejected(Problem(Code.EMPTY_FOLDER, file.params))
        if found.files == (job.path,):
            return jobs.Rejected(file)
        return found


def _looks_unfinished(verdict: jobs.Verdict) -> bool:
    if isinstance(verdict, jobs.Rejected):
        return verdict.problem.code in _MAY_BE_UNFINISHED
    warning = verdict.warning if isinstance(verdict, CheckedFile) else None
    return warning is not None and warning.code in _MAY_BE_UNFINISHED


def _ended(job: jobs.CheckerJob, error: Exception) -> jobs.CheckReport:
    """Return the report on a job that was cancelled or met a bug."""
    problem = Problem(Code.CANCELLED)
    if not isinstance(error, Cancelled):
        log.error("Checking broke down", exc_info=error)
        problem = Problem(Code.UNEXPECTED, detail=f"{type(error).__name__} while checking")
    if isinstance(job, jobs.CheckJob):
        return jobs.CheckDone(job, jobs.Rejected(problem))
    return jobs.DigestDone(job, {}) if isinstance(job, jobs.DigestJob) else jobs.LookDone(job, ())


def warn_if_sent_before(checked: CheckedFile, job: jobs.CheckJob, journal: JournalQueue) -> jobs.Verdict:
    """Return the file, with a warning if the job's account was sent its content before. Raises `Cancelled`.

    The warning replaces any other: what storage accepted once, it accepts again. A journal that cannot be read,
    or does not answer in time, stops nothing.
    """
    size, account_id = checked.file.size, job.account_id
    known = journal.learn(lambda kept: kept.size_sent_before(size, account_id), job.cancel, _JOURNAL_SECONDS)
    if known is not True:
        return checked
    try:
        sha256 = digest_of(checked.file, job.cancel)
    except FileTroubleError as trouble:
        return jobs.Rejected(trouble.problem)
    earlier = journal.learn(lambda kept: kept.sent_before(sha256, account_id), job.cancel, _JOURNAL_SECONDS)
    if earlier is None or isinstance(earlier, Problem):
        return checked
    day = datetime.fromtimestamp(earlier.uploaded.finished_at).astimezone().date().isoformat()
    warning = Problem(Code.SENT_BEFORE, {"name": earlier.uploaded.name, "day": day})
    return replace(checked, warning=warning)
