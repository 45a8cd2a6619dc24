"""What is loaded before the window is painted, and by a start that only hands its files over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import ledgerdrop

SOURCES = Path(ledgerdrop.__file__).parents[1]


def printed(program: str) -> list[str]:
    """The words that a program prints, in a process of its own."""
    environment = {"PYTHONPATH": str(SOURCES), "PATH": "", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, env=environment, capture_output=True, text=True
    )
    return done.stdout.split()


def imported_with(*modules: str) -> set[str]:
    """All that is there after these were imported."""
    return set(printed(f"import sys, {', '.join(modules)}; print(*sys.modules)"))


def test_nothing_slow_is_imported_before_the_window_is_built() -> None:
    slow = {"requests", "urllib3", "keyring", "magic", "olefile", "truststore", "http.client"}
    there = imported_with("ledgerdrop.app")
    assert "ledgerdrop.ui.main_window" in there
    assert slow & there == set()


def test_a_start_that_hands_its_files_over_loads_nothing_of_the_window() -> None:
    there = imported_with("ledgerdrop.start")
    parts = {name for name in there if name.startswith(("ledgerdrop.ui.", "ledgerdrop.transfer.", "sqlite3"))}
    assert parts == {
        f"ledgerdrop.ui.{name}"
        for name in ("application", "text", "text.language", "widgets", "widgets.accessibility")
    }
    assert "ledgerdrop.app" not in there


def test_letters_that_lead_to_a_row_may_be_a_second_apart() -> None:
    program = "from ledgerdrop.ui.application import Application; print(Application([]).keyboardInputInterval())"
    assert printed(program) == ["1000"]
