"""Replace files so that they hold either their old or their new content whatever happens; and lock them.

The system releases a lock when a process ends, however it ends, so no stale lock is ever in the way.
"""

from __future__ import annotations

import glob
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_PAUSE: Final = 0.02  # seconds between two tries


def try_to_lock(path: Path) -> int | None:
    """Return the lock's descriptor, held until it is closed or the process ends; None while somebody else has it.

    Raises OSError where the file cannot be made, or its file system has no locks.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _take(descriptor)
    except OSError as error:
        os.close(descriptor)
        if isinstance(error, _TAKEN):
            return None
        raise
    return descriptor


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock for `with`. Raises TimeoutError when another process keeps it for so long, and OSError."""
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

    _TAKEN = OSError  # every disk has locks there, so nothing else can be wrong

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    _TAKEN = BlockingIOError

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


# A virus scanner or indexer on Windows holds a fresh file open for a moment, and replacing it then fails.
REPLACE_ATTEMPTS: Final = 20 if os.name == "nt" else 1
REPLACE_PAUSE: Final = 0.05  # seconds


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file by `data`, readable by its owner alone (0600). Raises OSError; the old file is kept then."""
    remove_leftovers(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    temporary = Path(name)
    lock = _lock(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    finally:
        if lock is not None:
            os.close(lock)
    sync_folder(path.parent)


def remove_leftovers(path: Path) -> None:
    """Remove what killed writers of this file have left. A live one holds a lock, or on Windows its file."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.new"):
        with suppress(OSError):  # another writer was faster, or there is nothing to lock with
            lock = _lock(left)
            if lock is None and os.name == "posix":
                continue
            left.unlink()
            if lock is not None:
                os.close(lock)


def _lock(temporary: Path) -> int | None:
    if os.name != "posix":  # a lock would keep the writer itself out there
        return None
    try:
        return try_to_lock(temporary)
    except OSError:  # a file system without locks: what is left there stays
        return None


def _replace(source: Path, target: Path) -> None:
    for _ in range(REPLACE_ATTEMPTS - 1):
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(REPLACE_PAUSE)
    source.replace(target)


def sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut too; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
