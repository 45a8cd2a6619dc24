"""First step: a path becomes a `DroppedFile`, if there is a file that may be sent.

May block on a slow network drive, so never on the window's thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A regular, readable, non-empty file of at most 5 GiB.

    `name` is the name to send it under: the path's last part in NFC (macOS names are decomposed), or the name
    that the user chose with "Send as". `size` is in bytes, `modified_ns` in nanoseconds since the epoch; both
    are compared again before the upload.
    """

    path: Path
    name: str
    size: int
    modified_ns: int
