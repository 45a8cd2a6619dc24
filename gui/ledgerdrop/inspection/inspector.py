"""Ask the child process what a file holds, watch its memory and time, and restart it when a file breaks it."""

from __future__ import annotations

import ctypes
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Self

from ledgerdrop.model.inspection import Inspection, Unreadable, from_json
from ledgerdrop.resources import path as resource_path
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.command_line import own_command, own_environment

COMMAND: Final = "look-inside"  # hidden: the child's own word on the command line
_START_SECONDS: Final = 30.0  # a virus scanner may want to look at a frozen program first
_LOOK_SECONDS: Final = 0.02  # between two looks at the child's memory
_MIB: Final = 1024 * 1024

OnPreview = Callable[[Inspection], None]
Question = dict[str, Any]


@dataclass(frozen=True)
class Limits:
    """Sets the child's bounds.

    `memory` is in bytes of RAM. A file may take `seconds`, and one more for each `bytes_per_second`, but never more
    than `most_seconds`. After a file that took more than `keep_memory`, the child is restarted, which frees the
    memory.
    """

    memory: int = 512 * _MIB
    seconds: float = 10.0  # an idle computer takes 0.1; a busy one may take 50 times as long
    bytes_per_second: int = _MIB // 4  # an idle computer reads twenty times as fast; others have much else to do
    most_seconds: float = 300.0
    keep_memory: int = 128 * _MIB

    def seconds_for(self, size: int) -> float:
        """Return how long a file of so many bytes may take."""
        return min(self.seconds + size / self.bytes_per_second, self.most_seconds)


class Inspector:
    """Looks inside files, one at a time. The child starts with the first question.

    Use it from one thread. `close` ends the child, and so does the end of this process.
    """

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self.child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        if self.child is not None:
            self.child.close()
            self.child = None

    def inspect(
        self,
        path: Path,
        sheet: int | None = None,
        on_preview: OnPreview = lambda _: None,
        cancel: CancelToken | None = None,
    ) -> Inspection:
        """Look inside a file. `on_preview` gets the first rows, in this thread, while the rest is still read.

        A file that cannot be read, or takes too much, is returned with `unreadable`, and with its first rows where
        they are known.
        """
        cancel = cancel or CancelToken()
        if self.child is None or not self.child.is_alive():
            self.close()
            try:
                self.child = _Child()
            except OSError:
                return Inspection(unreadable=Unreadable.FAILED)
        question = {"path": os.fspath(path.absolute()), "sheet": sheet}
        found = self._ask(self.child, question, on_preview, cancel)
        if found.unreadable in _BROKEN or resident_bytes(self.child.pid) > self._limits.keep_memory:
            self.close()
        return found

    def _ask(self, child: _Child, question: Question, on_preview: OnPreview, cancel: CancelToken) -> Inspection:
        found = Inspection(complete=False)
        if not child.wait_until_ready(cancel):
            return replace(found, unreadable=Unreadable.CANCELLED if cancel.is_cancelled() else Unreadable.FAILED)
        child.ask(question)
        began = time.monotonic()
        deadline = began + self._limits.seconds_for(0)  # also for a disk that does not answer
        while True:
            answer = child.answer(_LOOK_SECONDS)
            if answer is _ENDED:
                return replace(found, unreadable=Unreadable.FAILED)
            if isinstance(answer, Inspection):
                found = answer
                if found.complete:
                    return found
                on_preview(found)
            elif isinstance(answer, dict):
                deadline = began + self._limits.seconds_for(answer.get("size", 0))
            if cancel.is_cancelled():
                return replace(found, unreadable=Unreadable.CANCELLED)
            if resident_bytes(child.pid) > self._limits.memory:
                return replace(found, unreadable=Unreadable.TOO_LARGE)
            if time.monotonic() > deadline:
                return replace(found, unreadable=Unreadable.TOO_SLOW)


_ENVIRONMENT: Final = {
    # glibc then gives large blocks back at once: a workbook of 20 MB takes 15 MiB less at its peak.
    "MALLOC_MMAP_THRESHOLD_": str(256 * 1024),
    "MALLOC_ARENA_MAX": "1",
}
# After these the child is busy, dead, or not to be trusted.
_BROKEN: Final = frozenset({Unreadable.FAILED, Unreadable.TOO_LARGE, Unreadable.TOO_SLOW, Unreadable.CANCELLED})
_ENDED: Final = object()


class _Child:
    """Runs a child. Its answers are read in a thread, since a pipe knows no time limit on every platform."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very program, and a word of our own
            own_command(COMMAND),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**own_environment(), **_ENVIRONMENT},
            cwd=resource_path("icons").parent,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.pid = self._process.pid
        self._ready = False
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        threading.Thread(target=self._read, name="inspection answers", daemon=True).start()

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def wait_until_ready(self, cancel: CancelToken) -> bool:
        """Wait for the first message of a child that has just started."""
        deadline = time.monotonic() + _START_SECONDS
        while not self._ready and time.monotonic() < deadline:
            said = self.answer(_LOOK_SECONDS)
            if said is _ENDED or cancel.is_cancelled():
                return False
            self._ready = said == {"ready": True}
        return self._ready

    def ask(self, question: Question) -> None:
        """Send one question. A child that has died answers it with its end."""
        stream = self._process.stdin
        try:
            if stream is not None:
                stream.write(json.dumps(question).encode("ascii") + b"\n")
                stream.flush()
        except OSError:
            self._process.kill()

    def answer(self, seconds: float) -> object:
        """Wait so many seconds for the next answer: an `Inspection`, another dict, `_ENDED`, or None for none yet."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return None

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(OSError), self._process:
            pass  # its streams are closed

    def _read(self) -> None:
        stream = self._process.stdout
        try:
            for line in stream or ():
                fields = json.loads(line)
                self._answers.put(from_json(fields) if "kind" in fields else fields)
        except (KeyError, TypeError, ValueError, ArithmeticError, OSError):
            pass  # half a line, of a child that was ended while it wrote, or no answer of ours
        self._answers.put(_ENDED)


def resident_bytes(pid: int) -> int:
    """Return the memory that a process keeps in RAM, in bytes; 0 where it has ended or nobody can tell."""
    if sys.platform == "linux":
        return _linux(pid)
    return _windows(pid) if sys.platform == "win32" else _macos(pid)


def _linux(pid: int) -> int:
    try:
        words = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()  # proc(5)
        return int(words[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


def _macos(pid: int) -> int:
    # struct proc_taskinfo of <sys/proc_info.h> begins with the virtual and the resident size.
    fields = (ctypes.c_uint64 * 12)()
    try:
        library = ctypes.CDLL("/usr/lib/libproc.dylib")
        size = library.proc_pidinfo(pid, 4, ctypes.c_uint64(0), ctypes.byref(fields), ctypes.sizeof(fields))
    except (OSError, AttributeError):
        return 0
    return int(fields[1]) if size > 0 else 0


def _windows(pid: int) -> int:
    if sys.platform != "win32":
        return 0
    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    process = kernel.OpenProcess(0x1000, 0, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not process:
        return 0
    # PROCESS_MEMORY_COUNTERS of <psapi.h>: its own size and the page faults, in 32 bits each; then the greatest
    # working set, the working set, and six other numbers, in 64 bits each.
    fields = (ctypes.c_uint64 * 9)()
    fields[0] = size = ctypes.sizeof(fields)
    try:
        told = kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(process), ctypes.byref(fields), size)
    finally:
        kernel.CloseHandle(ctypes.c_void_p(process))
    return int(fields[2]) if told else 0
