"""How soon the window is there, beside a bare one with a table view."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.tables import Cost, show, side_by_side

_ROUNDS = 10


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        bare, ours = side_by_side(_ROUNDS, lambda: first_paint("bare", home), lambda: first_paint("ours", home))
    show("process start to first painted frame, against a bare window", ours.wall, bare.wall, 1.25)


def first_paint(which: str, home: str) -> Cost:
    """Seconds from the start of the process to its first painted frame (offscreen unless told otherwise)."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "LEDGERDROP_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users start from compiled modules
    words = [sys.executable, str(Path(__file__).with_name("first_paint.py")), which]
    began = time.time()
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    return Cost(float(done.stdout) - began, 0.0)


if __name__ == "__main__":
    main()
