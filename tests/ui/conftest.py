"""Provide the window's tests with one application with our look, in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.dialogs import EVERYTHING, to_look_at
from tests.screens.states import Scene
from tests.screens.take import PSEUDO
from tests.translations.pseudo import speak_pseudo

from ledgerdrop.ui.text import language
from ledgerdrop.ui.theme import stylesheet

CATALOGUES = Path(__file__).parents[2] / "resources" / "translations"
Put = Callable[[str], QWidget]


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    """Set our look, and a font that has all scripts."""
    qapp.setFont(QFont(["Noto Sans", "DejaVu Sans"], 10))
    stylesheet.apply_theme(qapp, "light")


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Begin each test in English, as it is written in India, and without the windows of the one before."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    assert language.speak(qapp, CATALOGUES, "en") == "en"
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else they hear of the language too


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[Scene], Scene]]:
    """Give a function that shows a scene's window; it is closed without asking after the test."""
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


@pytest.fixture
def put(qtbot: QtBot) -> Iterator[Put]:
    """Give a function that puts a fresh window in the state of that name, and returns what is looked at."""
    scenes: list[Scene] = []

    def put_up(name: str) -> QWidget:
        make, size = EVERYTHING[name]
        scene = make()
        scenes.append(scene)
        qtbot.addWidget(scene.window)
        scene.window.resize(size)
        scene.window.show()
        looked_at = to_look_at(scene)
        qtbot.waitUntil(looked_at.isVisible)
        for _ in range(3):  # what comes or goes where there is room changes the layout once more
            QTest.qWait(1)
        return looked_at

    yield put_up
    for scene in scenes:
        scene.queue.clear()


@pytest.fixture
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Give a language, or the one that is 60 % longer than English."""
    code = "en" if request.param == PSEUDO else request.param
    assert language.speak(qapp, CATALOGUES, code) == code
    longer = speak_pseudo() if request.param == PSEUDO else None
    yield request.param
    if longer is not None:
        qapp.removeTranslator(longer)
    language.speak(qapp, CATALOGUES, "en")


@pytest.fixture
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    """Give the system's text size in per cent."""
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * request.param / 100)
    qapp.setFont(larger)
    yield request.param
    qapp.setFont(before)
