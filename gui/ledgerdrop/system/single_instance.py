"""Keep one window for each login session: a second start passes its files to the first instance, and ends.

A lock decides who is first; the system releases it when a process ends, however it ends. A second start writes its
paths into a file, in a folder that only this user may enter, and waits until the first one has removed it: then they
are taken. A second start that has waited in vain removes the file itself.
"""

from __future__ import annotations

import logging
import os
import secrets
import stat
import sys
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.atomic_file import try_to_lock, write_atomically
from ledgerdrop.runtime.locations import private_folder

if sys.platform == "win32":
    import ctypes

log = logging.getLogger(__name__)

PATIENCE: Final = 5.0  # seconds in which the first instance must take the paths
_PAUSE: Final = 0.05  # seconds between two looks of a second start,
_LOOK_EVERY: Final = 0.2  # and of the first instance, which looks as long as it runs
_EXTENSION: Final = ".paths"


@dataclass(frozen=True)
class HandedOver:
    """Says that the first instance has taken the paths: this one has nothing left to do."""


def claim(folder: Path, paths: Sequence[Path]) -> FirstInstance | HandedOver | Problem:
    """Become the first instance, or pass the paths to it. With no paths, the first one shows its window.

    `folder` is this user's own for short-lived files; practice has one of its own. A Problem (`INSTANCE_SILENT`) when
    there is a first instance that does not take them within 5 s. Where the folder cannot be used everyone is the
    first.
    """
    try:
        if problem := private_folder(folder):
            raise PermissionError(problem.detail)
        place = _own_folder(folder / _session())
        lock = try_to_lock(place / "lock")
        return _hand_over(place, paths) if lock is None else FirstInstance(place, lock)
    except OSError as error:
        log.warning("no place to find other instances: %s", type(error).__name__)
        return FirstInstance(None, None)


def _hand_over(place: Path, paths: Sequence[Path]) -> FirstInstance | HandedOver | Problem:
    """Leave the paths until the first instance has taken them, or has ended."""
    left = place / f"{secrets.token_hex(8)}{_EXTENSION}"
    try:
        # No path holds a NUL. "surrogatepass": not every name is Unicode. Absolute: the other one has another folder.
        absolute = map(os.path.abspath, paths)  # which does not follow links or touch the disk
        write_atomically(left, b"\0".join(path.encode("utf-8", "surrogatepass") for path in absolute))
    except OSError as error:  # a full disk
        return Problem(Code.INSTANCE_SILENT, detail=type(error).__name__)
    deadline = time.monotonic() + PATIENCE
    while left.exists():
        if (lock := try_to_lock(place / "lock")) is not None:
            left.unlink(missing_ok=True)
            return FirstInstance(place, lock)
        if time.monotonic() > deadline:
            try:
                left.unlink()
            except FileNotFoundError:  # it is taken at last
                break
            return Problem(Code.INSTANCE_SILENT)
        time.sleep(_PAUSE)
    return HandedOver()


class FirstInstance:
    """Holds the place of the instance that has the window, until `close` or the end of its process.

    `folder` is where second starts leave their paths, None where there is no such folder.
    """

    def __init__(self, folder: Path | None, lock: int | None) -> None:
        self.folder = folder
        self._lock = lock
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def listen(self, on_paths: Callable[[tuple[Path, ...]], None]) -> None:
        """Take paths from now on. `on_paths` runs in a daemon thread."""
        if self.folder is not None:
            words = (self.folder, on_paths)
            self._thread = threading.Thread(target=self._take_all, args=words, name="instance", daemon=True)
            self._thread.start()

    def stop_listening(self) -> None:
        """Take no more paths: the first thing when the program ends. A later start waits for `close`."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join(1.0)

    def close(self) -> None:
        """Free the place: the last thing, when the journal is closed."""
        self.stop_listening()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _take_all(self, folder: Path, on_paths: Callable[[tuple[Path, ...]], None]) -> None:
        # It looks by itself: who tells of changes in a folder does so on the window's thread, which may be busy.
        while not self._ending.wait(_LOOK_EVERY):
            for left in folder.glob(f"*{_EXTENSION}"):
                try:
                    paths = _taken(left)
                except OSError as error:  # a virus scanner holds it, or its writer has just removed it
                    log.debug("paths of another instance cannot be taken yet: %s", type(error).__name__)
                else:
                    on_paths(paths)


def _taken(left: Path) -> tuple[Path, ...]:
    """Read the paths in that file, and remove it. Raises OSError."""
    message = left.read_bytes()
    left.unlink()
    # The first path of an empty message is none.
    return tuple(Path(part.decode("utf-8", "surrogatepass")) for part in message.split(b"\0") if part)


def _own_folder(folder: Path) -> Path:
    """Return the folder, made if need be. Raises OSError unless it is this user's and closed to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":  # where a profile is closed to others by its access list
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            raise PermissionError(f"{folder} belongs to someone else")
        folder.chmod(0o700)
    return folder


def _session() -> str:
    """Return a name for this login session: the same user may have several, each with windows of its own."""
    if sys.platform == "win32":
        number = ctypes.c_uint32()
        ctypes.WinDLL("kernel32").ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        name = str(number.value)
    else:  # on macOS neither is set: a user has one session there
        name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    return f"{zlib.crc32(name.encode('utf-8', 'surrogatepass')):08x}"
