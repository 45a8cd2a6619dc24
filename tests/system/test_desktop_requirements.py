"""What Linux lacks for a window is said in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ledgerdrop.system.desktop_requirements import missing


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
