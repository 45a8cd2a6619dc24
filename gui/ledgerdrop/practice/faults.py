"""File names that make things go wrong, so that it can be watched what the window says.

A file named `provoke-X.csv` (or .xlsx, .xls, .zip) meets the fault X of the table below. Token, integration ID, name
and signature are checked first.
"""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from ledgerdrop.practice import envelope
from ledgerdrop.practice import s3_errors as errors
from ledgerdrop.practice.http1 import Response

PREFIX: Final = "provoke-"


@dataclass(frozen=True, slots=True)
class Fault:
    """Describe one fault: what happens, in a sentence, and the answer that comes instead of the usual one.

    `times` > 0: only so many times, then all is well once, and it begins anew.
    """

    sentence: str
    answer: Response
    times: int = 0


# When the upload's URL is asked for ...
AT_API: Final = {
    "406": Fault(
        "The API refuses the file (406).", envelope.failure(406, "This is the practice server's error 406.")
    ),
    "once-503": Fault(
        "The API is busy once (503); the next request is fine.",
        envelope.failure(503, "The service is busy.", headers=(("Retry-After", "2"),)),
        times=1,
    ),
}
# ... and when the file is uploaded.
AT_STORAGE: Final = {"storage-403": Fault("Storage refuses the file (403).", errors.ACCESS_DENIED.answer())}


class Countdown:
    """Count how often each fault that passes was met. Safe to use from many threads."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._lock = threading.Lock()

    def is_on(self, name: str, times: int) -> bool:
        """Count one more meeting. Returns whether the fault happens this time."""
        if not times:
            return True
        with self._lock:
            self._met[name] += 1
            if self._met[name] <= times:
                return True
            del self._met[name]
            return False


def fault_name(filename: str) -> str:
    """Return the name of the fault that a file asks for, "" when it asks for none."""
    stem = PurePosixPath(filename).stem.lower()
    return stem.removeprefix(PREFIX) if stem.startswith(PREFIX) else ""


def table() -> str:
    """Return a line for each fault, for `ledgerdrop practice --help`."""
    rows = {**AT_API, **AT_STORAGE}
    return "\n".join(f"  {f'{PREFIX}{name}.csv':<34}{fault.sentence}" for name, fault in rows.items())
