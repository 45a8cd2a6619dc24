"""Decide how often Clear is asked about an import, and when to stop asking.

The policy needs no memory but the activity itself: every pause is a share of the activity's age. So pauses grow
exponentially, and following can be interrupted and resumed.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import Final

from ledgerdrop.clear_api.import_log import log_import
from ledgerdrop.model.ingestion import Activity, Workflow, WorkflowStatus
from ledgerdrop.model.problems import Code, Problem, Retry

# Problems that end a following: all others may pass, and asking does no harm.
_FINAL: Final = frozenset({Code.REQUEST_REFUSED, Code.API_NO_SUCCESS, Code.TASK_NOT_SHOWN})


@dataclass(frozen=True)
class PollingPolicy:
    """Sets how often to ask, in seconds. An import takes about 10 to 15 minutes (docs/clear-api.md, 4)."""

    first: float = 5.0
    longest: float = 120.0
    share: float = 0.25  # of the activity's age
    limit: float = 3600.0  # of its age; after that only on request
    unknown_until: float = 60.0  # a task so young may not be known everywhere at Clear

    def pause(self, age: float, said: Workflow | Problem | None = None) -> float:
        """Return the seconds until the next question; longer where the server asks for it.

        The pause has jitter, since many activities may be followed.
        """
        grown = min(self.longest, age * self.share) * random.uniform(0.8, 1.0)  # noqa: S311 - no secret
        asked = said.retry_after if isinstance(said, Problem) else None
        return max(self.first, grown, min(asked or 0.0, self.limit))

    def end(self, said: Workflow | Problem, age: float) -> Workflow | Problem | None:
        """Return how an activity of that age ended, `SUCCESS` or a Problem; None while it is to be asked about.

        An answer with `success: true` and `FAILED` is a failure.
        """
        if isinstance(said, Workflow):
            if said.status is WorkflowStatus.FAILED:
                return Problem(Code.NOT_TAKEN_IN, server_message=said.words, detail=said.raw)
            if said.status is WorkflowStatus.SUCCESS:
                return said
            detail = said.raw
        else:
            believed = said.code is Code.TASK_UNKNOWN and age >= self.unknown_until
            if believed or said.code in _FINAL or said.retry is Retry.ACCOUNT:
                return said
            detail = f"{said.code.slug} {said.detail}".strip()
        return Problem(Code.STILL_PROCESSING, detail=detail) if age >= self.limit else None


def end_of_import(
    files: str, said: Workflow | Problem, age: float, polling_policy: PollingPolicy
) -> Workflow | Problem | None:
    """Return how an import ended, or None while it is to be asked about; log the end. `files` as in `log_import`."""
    end = polling_policy.end(said, age)
    if end is not None:
        log_import(files, end)
    return end


class ActivityAges:
    """Measures how old activities are, while the program runs by a clock that nobody can set.

    Only the age at first sight comes from this computer's clock, which may have been set since the activity was
    created.
    """

    def __init__(self) -> None:
        self._born: dict[tuple[str, float], float] = {}

    def age_of(self, activity: Activity) -> float:
        """Return the seconds since the activity was created."""
        now, key = time.monotonic(), (activity.task_id, activity.created_at)
        return now - self._born.setdefault(key, now - max(0.0, time.time() - activity.created_at))
