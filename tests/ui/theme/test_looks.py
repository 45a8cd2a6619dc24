"""Test every state of the window in every look: language, colours, scale, size of text. Takes pictures on the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.dialogs import EVERYTHING
from tests.screens.facts import faults
from tests.screens.take import LOOKS
from tests.variants import mostly_long

ROOT = Path(__file__).parents[3]
QUICK = "ar-dark-200"  # what test_layout.py has nothing of; it looks at the four languages, light, at 100 %


@pytest.mark.timeout(900)  # 90 states, on a slow machine
@pytest.mark.parametrize("look", mostly_long(LOOKS, lambda look: look == QUICK))
def test_nothing_is_wrong_with_any_state(look: str, tmp_path: Path) -> None:
    call = [sys.executable, "-m", "tests.screens.take", str(tmp_path), "--look", look]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == []
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("*.png"))) == len(EVERYTHING)


def test_the_looks_are_all_that_was_promised() -> None:
    assert {
        f"{code}-{scheme}-{scale}"
        for code in ("en", "hi", "ar")
        for scheme in ("light", "dark")
        for scale in (100, 200)
    } < set(LOOKS)
    assert {"pseudo-light-100", "en-contrast-100", "en-light-300", "en-light-100-200"} < set(LOOKS)


def test_faults_are_found(qtbot: QtBot) -> None:
    """Show a window with one of each kind."""
    window = QWidget()
    qtbot.addWidget(window)
    pale, wide, above, below = QLabel("pale"), QLabel("wide"), QLabel("above"), QLabel("below")
    palette = pale.palette()
    palette.setColor(pale.foregroundRole(), QColor("#bbbbbb"))
    pale.setPalette(palette)
    wide.setText("much wider than there is room for")
    wide.setFixedWidth(40)
    row, column = QHBoxLayout(), QVBoxLayout(window)
    for part in (pale, wide, above, below):
        row.addWidget(part)
    column.addLayout(row)
    column.addWidget(QPushButton())
    window.show()
    qtbot.waitExposed(window)
    above.setGeometry(below.geometry())
    below.move(below.x(), -20)
    above.move(below.x(), -18)
    assert [fault.split(": ")[0] for fault in faults(window)] == [
        "cut off", "reaches out", "reaches out", "overlap", "hard to read", "nameless",
    ]  # fmt: skip
