"""One window for each login session: a second start hands its files to the first instance, and ends.

Who is first is decided by a lock that the system takes back when a process ends, however it ends; so nothing stale
is ever in the way. Only where there is another instance, or once the window is there, it matters how the two meet
(`services.door`, imported late: it would delay the window's first frame).
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ledgerdrop.pipeline.problems import Code, Problem

if TYPE_CHECKING:
    from ledgerdrop.services.door import Door

log = logging.getLogger(__name__)

_PATIENCE: Final = 5.0  # seconds in which the first instance must answer
_PAUSE: Final = 0.05


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The first instance has taken the paths: this one has nothing left to do."""


def claim(folder: Path, paths: Sequence[Path]) -> FirstInstance | HandedOver | Problem:
    """Be the first instance, or hand the paths to it. No paths: the first one shows its window.

    `folder` is this user's own for short-lived files; practice has one of its own. A Problem (`INSTANCE_SILENT`) when
    there is a first instance that does not answer within 5 s. Where the folder cannot be used everyone is the first.
    """
    deadline = time.monotonic() + _PATIENCE
    try:
        place = _own_folder(folder / _session())
        while (lock := _lock(place / "lock")) is None:
            # It may be just starting (no door yet), or ending (the lock will be free): so more than one try.
            from ledgerdrop.services.door import hand_over  # noqa: PLC0415 - late, as said above

            if hand_over(place, paths, deadline):
                return HandedOver()
            if time.monotonic() > deadline:
                return Problem(Code.INSTANCE_SILENT)
            time.sleep(_PAUSE)
    except OSError as error:
        log.warning("no place to find other instances: %s", type(error).__name__)
        return FirstInstance(None, None)
    return FirstInstance(place, lock)


class FirstInstance:
    """The one that has the window. Its place is free again after `close`, or when its process has ended."""

    def __init__(self, place: Path | None, lock: int | None) -> None:
        self._place = place
        self._lock = lock
        self._door: Door | None = None

    def listen(self, on_paths: Callable[[tuple[Path, ...]], None]) -> None:
        """Take paths from now on. `on_paths` runs in a daemon thread, and others wait until it returns."""
        if self._place is None:
            return
        from ledgerdrop.services.door import Door  # noqa: PLC0415 - late, as said above

        try:
            self._door = Door(self._place, on_paths)
        except OSError as error:
            log.warning("other instances cannot reach this one: %s", type(error).__name__)

    def stop_listening(self) -> None:
        """Take no more paths: the first thing when the program ends. A later start waits for `close`."""
        if self._door is not None:
            self._door.close()
            self._door = None

    def close(self) -> None:
        """Give up the place: the last thing, when the journal is closed."""
        self.stop_listening()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _own_folder(folder: Path) -> Path:
    """The folder, made if need be. Raises OSError unless it is this user's and closed to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":  # where a profile is closed to others by its access list
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            raise PermissionError(f"{folder} belongs to someone else")
        folder.chmod(0o700)
    return folder


def _session() -> str:
    """A name for this login session: the same user may have several, each with windows of its own."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only this system needs it

        number = ctypes.c_uint32()
        ctypes.WinDLL("kernel32").ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        name = str(number.value)
    else:  # on macOS neither is set: a user has one session there
        name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    return f"{zlib.crc32(name.encode('utf-8', 'surrogatepass')):08x}"


def _lock(path: Path) -> int | None:
    """The lock's descriptor: held until it is closed or the process ends; None while another process has it.

    Raises OSError where there are no locks.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        taken = not _try_to_lock(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    if taken:
        os.close(descriptor)
        return None
    return descriptor


if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:  # every disk has locks there, so it is taken
            return False
        return True

else:
    import fcntl

    def _try_to_lock(descriptor: int) -> bool:
        """Raises OSError where the file system has no locks."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
