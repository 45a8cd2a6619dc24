"""Run a bus of our own, and a logind on it that does as it is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ASKED = (
    "asked|/org/freedesktop/login1|org.freedesktop.login1.Manager|Inhibit|"
    "idle:sleep|LedgerDrop|Files are being sent|block\n"
)
RELEASED = "released\n"


@contextmanager
def logind(folder: Path, behaviour: str) -> Iterator[tuple[str, IO[str]]]:
    """Give the bus's address, for DBUS_SYSTEM_BUS_ADDRESS, and what logind prints; see `fake_logind.py`."""
    where = f"unix:path={folder / 'bus'}"
    fake = Path(__file__).with_name("fake_logind.py")
    with _running("dbus-daemon", "--session", "--nofork", "--print-address", f"--address={where}") as daemon:
        address = daemon.readline().strip()
        with _running(sys.executable, str(fake), behaviour, DBUS_SYSTEM_BUS_ADDRESS=address) as said:
            assert said.readline() == "ready\n"
            yield address, said


@contextmanager
def _running(*command: str, **environment: str) -> Iterator[IO[str]]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}) as process:
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.kill()
