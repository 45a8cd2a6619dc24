"""From uploaded to taken in: activities are created, and followed until Clear has ended them."""

from __future__ import annotations

import heapq
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ledgerdrop.clear_api.create_activity import create_activity
from ledgerdrop.clear_api.polling import ActivityAges, PollingPolicy
from ledgerdrop.clear_api.workflow_status import request_workflow
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import Activity, FileInfo, IngestionOptions, Workflow
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import Session
from ledgerdrop.net.retry_policy import Attempts
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

log = logging.getLogger(__name__)


def hand_over(
    session: Session,
    account: Account,
    token: str,
    files: Sequence[FileInfo],
    how: IngestionOptions,
    cancel: CancelToken,
) -> Activity | Problem:
    """Create one activity for these files; tried again only where nothing can have come of it (`activity`).

    Never raises: "stop" is `Code.CANCELLED`, and a bug counts as unconfirmed, since the request may have left.
    """
    attempts = Attempts(session.policy, session.pauses, account.base_url)
    try:
        while True:
            while (waited_for := attempts.pause()) is not None:
                cancel.wait(waited_for.until - time.monotonic())
            attempts.begin()
            outcome = create_activity(session, account, token, files, how, cancel)
            if isinstance(outcome, Activity):
                return outcome
            pause = attempts.after(outcome)
            if pause is None:
                return replace(outcome, params={**outcome.params, "attempts": str(attempts.number)})
            log.debug("Attempt %d to hand over ended with %s", attempts.number, outcome.code.slug)
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
    cancel: CancelToken,
    polling_policy: PollingPolicy | None = None,
) -> Iterator[tuple[Activity, Workflow | Problem]]:
    """Ask about all of them in turn; each comes when it has ended: `SUCCESS`, or the Problem why not.

    `STILL_PROCESSING` when it takes too long, and after "stop": the activities go on at Clear. Never raises.
    """
    polling_policy, ages = polling_policy or PollingPolicy(), ActivityAges()
    due = [(time.monotonic() + polling_policy.first, number) for number in range(len(activities))]
    while due:
        when, number = heapq.heappop(due)
        activity = activities[number]
        said = _asked(session, account, token, activity, cancel, max(0.0, when - time.monotonic()))
        stopped = isinstance(said, Problem) and said.code is Code.CANCELLED
        end = (
            Problem(Code.STILL_PROCESSING, detail="stopped")
            if stopped
            else polling_policy.end(said, ages.age_of(activity))
        )
        if end is None:
            heapq.heappush(due, (time.monotonic() + polling_policy.pause(ages.age_of(activity), said), number))
        else:
            yield activity, end


def _asked(
    session: Session, account: Account, token: str, activity: Activity, cancel: CancelToken, wait: float
) -> Workflow | Problem:
    try:
        cancel.wait(wait)
        return request_workflow(session, account, token, activity.task_id, cancel)
    except Cancelled:
        return Problem(Code.CANCELLED)
    except Exception as error:
        log.exception("Asking about an activity raised")
        return Problem(Code.UNEXPECTED, detail=type(error).__name__)
