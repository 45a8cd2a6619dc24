"""Keep the computer from falling asleep by itself while files are being sent. It may still turn off its screen.

Each system is asked in its own way; where that fails, files are sent all the same, and the log says why.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_log: Final = logging.getLogger(__name__)


class Awake:
    """Asks the system to stay awake between `start` and `stop`.

    Both return at once and may be repeated; call them from one thread, such as the window's. The system is asked in a
    daemon thread that lives until `stop`: Windows forgets the request with the thread that made it, and D-Bus may be
    slow. The request ends with this process, however that ends.
    """

    def __init__(self) -> None:
        self._stop: threading.Event | None = None
        self._told = threading.Event()  # the log says that the system cannot be asked; once is enough

    def start(self) -> None:
        """Keep the computer awake from now on."""
        if self._stop is None:
            self._stop = threading.Event()
            threading.Thread(target=_hold, args=(self._stop, self._told), name="awake", daemon=True).start()

    def stop(self) -> None:
        """Let the computer sleep again."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None


def _hold(stop: threading.Event, told: threading.Event) -> None:
    try:
        with no_sleep():
            _log.debug("the computer is asked to stay awake")
            stop.wait()
    except Exception as error:  # noqa: BLE001 - D-Bus libraries raise many kinds, and none may stop an upload
        if not told.is_set():
            _log.info("the computer may fall asleep while files are sent: %s", type(error).__name__)
        told.set()


if sys.platform == "win32":
    import ctypes

    # learn.microsoft.com, SetThreadExecutionState. Away mode is for media recorders only.
    _ES_CONTINUOUS: Final = 0x80000000
    _ES_SYSTEM_REQUIRED: Final = 0x00000001

    @contextmanager
    def no_sleep() -> Iterator[None]:
        """Keep Windows awake. The state belongs to the calling thread, which therefore stays in here."""
        ask = ctypes.WinDLL("kernel32", use_last_error=True).SetThreadExecutionState
        ask.argtypes, ask.restype = [ctypes.c_uint32], ctypes.c_uint32
        if not ask(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED):
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            yield
        finally:
            ask(_ES_CONTINUOUS)

elif sys.platform == "darwin":
    import subprocess

    @contextmanager
    def no_sleep() -> Iterator[None]:
        """Keep macOS awake. caffeinate(8): -i no idle sleep, -w until that process has ended."""
        command = ["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL) as caffeinate:  # noqa: S603 - no input in it
            try:
                yield
            finally:
                caffeinate.terminate()

else:
    # logind's answer, when there is one, comes within milliseconds.
    PATIENCE: Final = 5.0

    @contextmanager
    def no_sleep() -> Iterator[None]:
        """Keep Linux awake by logind's inhibitor lock (systemd.io/INHIBITOR_LOCKS), held as long as its descriptor.

        idle: logind's own and KDE's automatic sleep; sleep: that of desktops that count idleness themselves, and
        then ask logind. A closed lid still sends the computer to sleep.
        """
        import jeepney.io.blocking  # noqa: PLC0415 - not before the first painted frame

        manager = jeepney.DBusAddress(
            "/org/freedesktop/login1", bus_name="org.freedesktop.login1", interface="org.freedesktop.login1.Manager"
        )
        wish = ("idle:sleep", "LedgerDrop", "Files are being sent", "block")
        call = jeepney.new_method_call(manager, "Inhibit", "ssss", wish)
        with jeepney.io.blocking.open_dbus_connection(bus="SYSTEM", enable_fds=True) as bus:
            answer = bus.send_and_get_reply(call, timeout=PATIENCE)
        (lock,) = jeepney.wrappers.unwrap_msg(answer)
        with lock:
            yield
