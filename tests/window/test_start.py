"""What the window needs before it can be painted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import ledgerdrop

SOURCES = Path(ledgerdrop.__file__).parents[1]


def test_nothing_slow_is_imported_before_the_first_paint() -> None:
    program = """
import sys
import ledgerdrop.window.main_window, ledgerdrop.window.language, ledgerdrop.workers.queue
slow = {"requests", "urllib3", "keyring", "magic", "olefile", "truststore", "http.client"} & set(sys.modules)
assert not slow, slow
"""
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": str(SOURCES), "PATH": ""})
