"""Locks that the system takes back when a process ends, however it ends: nothing stale is ever in the way."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_PAUSE: Final = 0.02  # seconds between two tries


def try_to_lock(path: Path) -> int | None:
    """Return the lock's descriptor, held until it is closed or the process ends; None while somebody else has it.

    Raises OSError where the file cannot be made, or its file system has no locks.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        taken = not _take(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    if taken:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock for `with`. Raises TimeoutError when somebody else keeps it for so long, OSError as above."""
    deadline = time.monotonic() + seconds
    while (descriptor := try_to_lock(path)) is None:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{path.name} is held by another process")
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:  # every disk has locks there, so it is taken
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
