"""Test the window on small and scaled screens: all of it is there to be seen, and Send can be pressed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from tests.screens.dialogs import EVERYTHING
from tests.variants import mostly_long

from ledgerdrop.ui.main_window import fitted

PROGRAM = Path(__file__).with_name("small_screen.py")
SOME = (
    "busy_details",
    "problem_details",
    "account_refused",
    "ready_production",
    "dialog_proxy_password_without_store",
    "update_notice_long",
)


def faults_on(screen: tuple[int, int, int], *names: str) -> str:
    command = [sys.executable, str(PROGRAM), *map(str, screen), *names]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    "screen",
    mostly_long([((1366, 768, 125),), ((1920, 1080, 150),), ((1280, 800, 175),)], lambda only: only[0][2] == 175),
)
def test_every_window_fits_the_screen(screen: tuple[int, int, int]) -> None:
    assert faults_on(screen, *SOME) == ""


@pytest.mark.long
@pytest.mark.parametrize(
    "screen", [(1366, 768, 100), (1366, 768, 125), (1920, 1080, 150), (1280, 800, 175), (1920, 1080, 200)]
)
def test_so_does_every_window_there_is(screen: tuple[int, int, int]) -> None:
    sized = {"history_narrow"}  # has a size of its own
    assert faults_on(screen, *(name for name in EVERYTHING if name not in sized | {"long_list"})) == ""


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        (QRect(100, 100, 600, 400), QRect(100, 100, 600, 400)),  # is left where it is
        (QRect(1000, 700, 600, 400), QRect(764, 326, 600, 400)),  # is moved back
        (QRect(-50, -50, 600, 400), QRect(2, 36, 600, 400)),  # its title can be reached
        (QRect(100, 100, 3000, 2000), QRect(2, 36, 1362, 690)),  # of a larger screen
    ],
)
def test_a_window_is_put_back_onto_the_screen(wanted: QRect, there: QRect) -> None:
    assert fitted(wanted, QRect(2, 36, 1362, 690)) == there
