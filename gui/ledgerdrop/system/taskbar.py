"""Show the progress of all files on the program's button in the taskbar of Windows.

Where that fails, files are sent all the same, and the log says why. On other systems this module shows nothing: Qt
puts the number of files still to be sent on the icon there.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_log: Final = logging.getLogger(__name__)
PAUSE: Final = 0.25  # seconds between two changes: more can be seen by nobody, and the taskbar has others to serve


class Mood(Enum):
    """Lists how the transfer is going, which taskbars show by colour where they can."""

    GOING = auto()
    HELD = auto()
    TROUBLE = auto()


@dataclass(frozen=True)
class Share:
    """Holds how much of all is done, in permille."""

    permille: int
    mood: Mood = Mood.GOING


class Taskbar:
    """Shows the latest share on the button of one window, whose native handle is `window`.

    `show` returns at once. A daemon thread does the rest, since a taskbar that hangs must not hang the window; it
    begins with the first share. What is shown ends with `show(None)`, and with this process.
    """

    def __init__(self, window: int) -> None:
        self._window = window
        self._changed = threading.Condition()
        self._wanted: Share | None = None
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def show(self, share: Share | None) -> None:
        """Show that share from now on; None for nothing."""
        with self._changed:
            self._wanted = share
            self._changed.notify()
        if share is not None and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="taskbar", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Show nothing any more, and end the thread."""
        self._closed.set()
        self.show(None)

    def _run(self) -> None:
        try:
            while self._next(None) is not None:
                self._show_batch()
        except Exception as error:  # noqa: BLE001 - COM raises many kinds, and none may stop an upload
            _log.info("no progress is shown on the taskbar: %s", type(error).__name__)

    def _show_batch(self) -> None:
        with button(self._window) as show:
            shown: Share | None = None
            while (share := self._next(shown)) is not None:
                show(share)
                shown = share
                self._closed.wait(PAUSE)

    def _next(self, shown: Share | None) -> Share | None:
        """Wait until another share is to be shown; return None when nothing is, or the end has come."""
        with self._changed:
            self._changed.wait_for(lambda: self._wanted != shown or self._closed.is_set())
            return self._wanted


if sys.platform == "win32":
    import ctypes
    from uuid import UUID

    # shobjidl_core.h: CLSID_TaskbarList, IID_ITaskbarList3, and places in its table of methods, which begins with
    # those of IUnknown (0 to 2), ITaskbarList (3 to 7) and ITaskbarList2 (8). TBPFLAG: learn.microsoft.com,
    # ITaskbarList3::SetProgressState.
    _TASKBAR_LIST: Final = UUID("56fdf344-fd6d-11d0-958a-006097c9a090")
    _TASKBAR_LIST_3: Final = UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
    _RELEASE, _HR_INIT, _SET_PROGRESS_VALUE, _SET_PROGRESS_STATE = 2, 3, 9, 10
    _NO_PROGRESS: Final = 0
    _FLAGS: Final = {Mood.GOING: 2, Mood.HELD: 8, Mood.TROUBLE: 4}
    _APARTMENT, _IN_PROCESS = 2, 1  # COINIT_APARTMENTTHREADED, CLSCTX_INPROC_SERVER

    @contextmanager
    def button(window: int) -> Iterator[Callable[[Share], None]]:
        """Return the taskbar's button of that HWND. A method of COM that fails raises OSError."""
        done, handle, number = ctypes.HRESULT, ctypes.c_void_p, ctypes.c_ulonglong
        release = ctypes.WINFUNCTYPE(ctypes.c_ulong)(_RELEASE, "Release")
        begin = ctypes.WINFUNCTYPE(done)(_HR_INIT, "HrInit")
        set_value = ctypes.WINFUNCTYPE(done, handle, number, number)(_SET_PROGRESS_VALUE, "SetProgressValue")
        set_state = ctypes.WINFUNCTYPE(done, handle, ctypes.c_int)(_SET_PROGRESS_STATE, "SetProgressState")
        com = ctypes.OleDLL("ole32")
        com.CoUninitialize.restype = None
        com.CoInitializeEx(None, _APARTMENT)
        try:
            taskbar = ctypes.c_void_p()
            kind, wanted = _TASKBAR_LIST.bytes_le, _TASKBAR_LIST_3.bytes_le
            com.CoCreateInstance(kind, None, _IN_PROCESS, wanted, ctypes.byref(taskbar))
            try:
                begin(taskbar)

                def show(share: Share) -> None:
                    set_state(taskbar, window, _FLAGS[share.mood])
                    set_value(taskbar, window, share.permille, 1000)

                yield show
                set_state(taskbar, window, _NO_PROGRESS)
            finally:
                release(taskbar)
        finally:
            com.CoUninitialize()

else:

    @contextmanager
    def button(_window: int) -> Iterator[Callable[[Share], None]]:
        yield lambda _share: None
