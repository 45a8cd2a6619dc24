"""From uploaded to taken in: activities are created, and followed until Clear has ended them.

Following needs no memory but the activity itself: every pause is a share of its age, which makes the pauses grow
exponentially, and lets a following that was interrupted go on where it was.
"""

from __future__ import annotations

import heapq
import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.activity import create_activity
from ledgerdrop.pipeline.cancel import Cancel, Cancelled
from ledgerdrop.pipeline.exchange import Session
from ledgerdrop.pipeline.ingestion import Activity, FileInfo, IngestAs, Workflow, WorkflowStatus
from ledgerdrop.pipeline.problems import Code, Problem, Retry
from ledgerdrop.pipeline.workflow import request_workflow

log = logging.getLogger(__name__)

# Problems that end a following: all others may pass, and asking does no harm.
_FINAL: Final = frozenset({Code.REQUEST_REFUSED, Code.API_NO_SUCCESS})


@dataclass(frozen=True, slots=True)
class Pace:
    """How often to ask, in seconds. A run takes about 10 to 15 minutes (later-steps, step 4)."""

    first: float = 5.0
    longest: float = 120.0
    share: float = 0.25  # of the activity's age
    limit: float = 3600.0  # of its age; after that only on request
    unknown_until: float = 60.0  # a task so young may not be known everywhere at Clear

    def pause(self, age: float, said: Workflow | Problem | None = None) -> float:
        """Until the next question; longer where the server asks for it. With jitter, since many may be followed."""
        grown = min(self.longest, age * self.share) * random.uniform(0.8, 1.0)  # noqa: S311 - no secret
        asked = said.retry_after if isinstance(said, Problem) else None
        return max(self.first, grown, min(asked or 0.0, self.limit))

    def end(self, said: Workflow | Problem, age: float) -> Workflow | Problem | None:
        """How an activity of that age ended, `SUCCESS` or a Problem, or None while there is reason to ask again.

        `success: true` with `FAILED` is a failure.
        """
        if isinstance(said, Workflow):
            if said.status is WorkflowStatus.FAILED:
                return Problem(Code.NOT_TAKEN_IN, detail=said.raw)
            if said.status is WorkflowStatus.SUCCESS:
                return said
            detail = said.raw
        else:
            believed = said.code is Code.TASK_UNKNOWN and age >= self.unknown_until
            if believed or said.code in _FINAL or said.retry is Retry.ACCOUNT:
                return said
            detail = f"{said.code.slug} {said.detail}".strip()
        return Problem(Code.STILL_PROCESSING, detail=detail) if age >= self.limit else None


def age_of(activity: Activity) -> float:
    """Seconds since it was created, by this computer's clock, which may have been set back meanwhile."""
    return max(0.0, time.time() - activity.created_at)


def hand_over(
    session: Session, account: Account, token: str, files: Sequence[FileInfo], how: IngestAs, cancel: Cancel
) -> Activity | Problem:
    """Create one activity for these files; tried again only where nothing can have come of it (`activity`).

    Never raises: "stop" is `Code.CANCELLED`, and a bug counts as unconfirmed, since the request may have left.
    """
    attempts = 0
    try:
        while True:
            attempts += 1
            outcome = create_activity(session, account, token, files, how, cancel)
            if isinstance(outcome, Activity):
                return outcome
            pause = session.patience.pause_before_next(outcome, attempts, fresh_urls=0)
            if pause is None:
                return replace(outcome, params={**outcome.params, "attempts": str(attempts)})
            log.info("Attempt %d to hand over ended with %s; next in %.1f s", attempts, outcome.code.slug, pause)
            cancel.wait(pause)
    except Cancelled:
        return Problem(Code.CANCELLED)
    except Exception as error:
        log.exception("Handing over raised")
        return Problem(Code.INGEST_UNCONFIRMED, detail=type(error).__name__)


def follow(
    session: Session,
    account: Account,
    token: str,
    activities: Sequence[Activity],
    cancel: Cancel,
    pace: Pace | None = None,
) -> Iterator[tuple[Activity, Workflow | Problem]]:
    """Ask about all of them in turn; each comes when it has ended: `SUCCESS`, or the Problem why not.

    `STILL_PROCESSING` when it takes too long, and after "stop": the activities go on at Clear. Never raises.
    """
    pace = pace or Pace()
    due = [(time.monotonic() + pace.first, number) for number in range(len(activities))]
    while due:
        when, number = heapq.heappop(due)
        activity = activities[number]
        said = _asked(session, account, token, activity, cancel, max(0.0, when - time.monotonic()))
        stopped = isinstance(said, Problem) and said.code is Code.CANCELLED
        end = Problem(Code.STILL_PROCESSING, detail="stopped") if stopped else pace.end(said, age_of(activity))
        if end is None:
            heapq.heappush(due, (time.monotonic() + pace.pause(age_of(activity), said), number))
        else:
            yield activity, end


def _asked(
    session: Session, account: Account, token: str, activity: Activity, cancel: Cancel, wait: float
) -> Workflow | Problem:
    try:
        cancel.wait(wait)
        return request_workflow(session, account, token, activity.task_id, cancel)
    except Cancelled:
        return Problem(Code.CANCELLED)
    except Exception as error:
        log.exception("Asking about an activity raised")
        return Problem(Code.UNEXPECTED, detail=type(error).__name__)
