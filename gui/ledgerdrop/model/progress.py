"""Say what a journey says of itself while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ledgerdrop.model.problems import Problem


class Stage(StrEnum):
    """Tell where a file is on its journey."""

    REQUESTING = "requesting"
    UPLOADING = "uploading"
    CONFIRMING = "confirming"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` bytes in this stage, in this `attempt` (the first is 1).

    While WAITING, `problem` is why, `attempt` the next one, and `until` when it begins (`time.monotonic` seconds).
    `disk_is_silent`: it stands still, since the file's disk or network drive has not answered for a while.
    """

    stage: Stage
    done: int = 0
    total: int = 0
    attempt: int = 1
    until: float = 0.0
    problem: Problem | None = None
    disk_is_silent: bool = False


OnProgress = Callable[[Progress], None]
