"""What the window needs before its first frame can be painted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import ledgerdrop

SOURCES = Path(ledgerdrop.__file__).parents[1]


def imported_with(*modules: str) -> set[str]:
    """All that is there after these were imported, in a process of its own."""
    program = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    environment = {"PYTHONPATH": str(SOURCES), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, env=environment, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_nothing_slow_is_imported_before_the_window_is_built() -> None:
    slow = {"requests", "urllib3", "keyring", "magic", "olefile", "truststore", "http.client"}
    there = imported_with("ledgerdrop.app")
    assert "ledgerdrop.window.main_window" in there
    assert slow & there == set()


def test_only_what_the_first_frame_needs_is_imported_before_it() -> None:
    there = imported_with("ledgerdrop.start")
    parts = {name for name in there if name.startswith(("ledgerdrop.window.", "ledgerdrop.workers.", "sqlite3"))}
    needed = {f"ledgerdrop.window.{name}" for name in ("application", "front", "language", "theme")}
    assert parts == needed
    assert "ledgerdrop.app" not in there
