"""Build and try on Windows itself, as the release workflow does."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

from machine import Native


class RealWindows(Native):
    """Runs programs on this machine, and knows where things are on it."""

    def __init__(self) -> None:
        self.python = Path(sys.executable)
        self.site_packages = Path(sysconfig.get_path("purelib"))
        self.drive = Path(os.environ["SYSTEMDRIVE"] + "/")
        self.markers = None  # for pins: this interpreter's own
        self.local_app_data = Path(os.environ["LOCALAPPDATA"])
