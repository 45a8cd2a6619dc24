"""Test what a start loads before the window is painted, or to pass files on; what it says where Qt cannot start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import ledgerdrop
from ledgerdrop.start import missing

SOURCES = Path(ledgerdrop.__file__).parents[1]


def printed(program: str) -> list[str]:
    """Return the words that a program prints, in a process of its own."""
    environment = {"PYTHONPATH": str(SOURCES), "PATH": "", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, env=environment, capture_output=True, text=True
    )
    return done.stdout.split()


def imported_with(*modules: str) -> set[str]:
    """Return all modules that are there after these were imported."""
    return set(printed(f"import sys, {', '.join(modules)}; print(*sys.modules)"))


def test_nothing_slow_is_imported_before_the_window_is_built() -> None:
    slow = {"requests", "urllib3", "keyring", "magic", "olefile", "truststore", "http.client"}
    there = imported_with("ledgerdrop.app")
    assert "ledgerdrop.ui.main_window" in there
    assert slow & there == set()


def test_a_start_that_hands_its_files_over_loads_nothing_of_the_window() -> None:
    there = imported_with("ledgerdrop.start")
    assert [
        name for name in there if name.startswith(("PySide6", "ledgerdrop.ui", "ledgerdrop.app", "sqlite3"))
    ] == []


def test_the_start_reads_no_source_text_of_ours() -> None:
    program = "import linecache; from ledgerdrop import start; start.import_app(); print(*linecache.cache)"
    assert [path for path in printed(program) if str(SOURCES) in path] == []


def test_letters_that_lead_to_a_row_may_be_a_second_apart() -> None:
    program = "from ledgerdrop.ui.application import Application; print(Application([]).keyboardInputInterval())"
    assert printed(program) == ["1000"]


def found(_library: str) -> None:
    return None


def lost(library: str) -> None:
    if library in ("libGL.so.1", "libxcb-cursor.so.0"):
        raise OSError(library)


@pytest.mark.parametrize("environ", [{"DISPLAY": ":1"}, {"WAYLAND_DISPLAY": "w"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_nothing_is_said_where_a_window_can_be_opened(environ: dict[str, str]) -> None:
    assert missing(environ, found) == ""


def test_the_packages_that_are_missing_are_named_in_one_command() -> None:
    assert missing({"DISPLAY": ":1"}, lost).endswith("apt-get install libgl1 libxcb-cursor0")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_command_ends_with_a_sentence() -> None:
    environ = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "ledgerdrop"], env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no display here" in done.stderr
    assert "Traceback" not in done.stderr
