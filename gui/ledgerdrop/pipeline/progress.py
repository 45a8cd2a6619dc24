"""What a journey says of itself while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where a file is on its journey."""

    FINGERPRINTING = "fingerprinting"
    REQUESTING = "requesting"
    UPLOADING = "uploading"
    CONFIRMING = "confirming"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` bytes in this stage. While WAITING for the next attempt, `problem_code` says why and
    `until` when it goes on (`time.monotonic` seconds)."""

    stage: Stage
    done: int = 0
    total: int = 0
    attempt: int = 1
    until: float = 0.0


OnProgress = Callable[[Progress], None]
