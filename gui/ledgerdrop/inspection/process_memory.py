"""Tell how much memory another process uses."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path


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


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of <psapi.h>."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        ("peak_working_set", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        ("others", ctypes.c_size_t * 6),
    )


def _windows(pid: int) -> int:
    if sys.platform != "win32":
        return 0
    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    process = kernel.OpenProcess(0x1000, 0, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not process:
        return 0
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    try:
        told = kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(process), ctypes.byref(counters), counters.cb)
    finally:
        kernel.CloseHandle(ctypes.c_void_p(process))
    return int(counters.working_set) if told else 0
