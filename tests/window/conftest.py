"""The window's tests: one application with our look, in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.states import Scene

from ledgerdrop.window import language, stylesheet

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    """Our look, and a font that has all scripts."""
    qapp.setFont(QFont(["Noto Sans", "DejaVu Sans"], 10))
    stylesheet.dress(qapp, "light")


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Each test begins in English, as it is written in India."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    assert language.speak(qapp, ROOT / "resources" / "translations", "en") == "en"


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[Scene], Scene]]:
    """Show a scene's window; it is closed without asking after the test."""
    shown: list[Scene] = []

    def put_up(scene: Scene) -> Scene:
        qtbot.addWidget(scene.window)
        shown.append(scene)
        with qtbot.waitExposed(scene.window):
            scene.window.show()
        return scene

    yield put_up
    for scene in shown:
        scene.queue.clear()
