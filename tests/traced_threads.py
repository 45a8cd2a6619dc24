"""Have coverage see what runs on QThreads.

Python's tracers follow `threading.Thread`. A thread of Qt's gets a new state of the interpreter with each call into
Python, and no tracer. So each QThread keeps one state from its start to its end here, with the tracer that
`threading.settrace` was given. Without such a tracer nothing changes.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QThread

_make = QThread.__init__


def install() -> None:
    """Trace all QThreads that are made from now on."""
    QThread.__init__ = _make_traced  # type: ignore[method-assign]


def _make_traced(thread: QThread, *arguments: Any, **more: Any) -> None:
    _make(thread, *arguments, **more)
    trace = threading.gettrace()
    if trace is not None:
        # Both are called on the thread itself; `_begin` first, before whatever else is connected.
        thread.started.connect(partial(_begin, trace), Qt.ConnectionType.DirectConnection)
        thread.finished.connect(_end, Qt.ConnectionType.DirectConnection)


def _begin(trace: Any) -> None:
    ctypes.pythonapi.PyGILState_Ensure()
    sys.settrace(trace)


def _end() -> None:
    sys.settrace(None)
    ctypes.pythonapi.PyGILState_Release(0)  # PyGILState_LOCKED: the caller goes on in Python
