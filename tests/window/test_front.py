"""The first frame, and the main window in it: one window to the desktop, from the start to the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.states import Scene

from ledgerdrop import resources
from ledgerdrop.window import theme
from ledgerdrop.window.front import Front
from ledgerdrop.window.theme import Role
from ledgerdrop.workers.entries import State


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication) -> Iterator[Front]:
    """As a start shows it."""
    qapp.setWindowIcon(QIcon(str(resources.path("icons/ledgerdrop.svg"))))
    made = Front()
    qtbot.addWidget(made)
    made.show()
    made.wait_for_paint()
    yield made
    qapp.setWindowIcon(QIcon())


@pytest.fixture
def scene(front: Front) -> Scene:
    """With the main window in it."""
    made = states.set_scene()
    front.take(made.window)
    return made


def colours_of(front: Front) -> set[str]:
    picture = front.grab().toImage()
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }


def test_the_first_frame_has_mark_and_field_in_the_colours_of_the_system(front: Front) -> None:
    wanted = theme.wanted_scheme("system")
    blue_of_the_mark = "#0a5fc4"
    assert {wanted[role].name() for role in (Role.SURFACE, Role.WINDOW)} | {blue_of_the_mark} <= colours_of(front)


def test_the_keyboard_is_where_the_main_window_wants_it(front: Front, scene: Scene, qtbot: QtBot) -> None:
    front.activateWindow()
    qtbot.waitUntil(front.isActiveWindow)
    assert QApplication.focusWidget() is scene.window.empty.browse


def test_in_arabic_the_mark_is_on_the_right(front: Front) -> None:
    front.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = front.grab().toImage()
    band = [x for x in range(picture.width()) for y in range(40, 74) if QColor(picture.pixel(x, y)).blue() > 150
            and QColor(picture.pixel(x, y)).red() < 60]  # fmt: skip
    assert min(band) > picture.width() / 2


def test_on_a_very_wide_screen_the_mark_is_where_it_stays(front: Front, qtbot: QtBot) -> None:
    front.resize(3000, 600)
    before = _mark_starts_at(front)
    assert before > 500
    front.take(states.set_scene().window)
    qtbot.waitUntil(lambda: abs(_mark_starts_at(front) - before) < 3)


def _mark_starts_at(front: Front) -> int:
    picture = front.grab().toImage()
    seen = ((x, QColor(picture.pixel(x, y))) for x in range(picture.width()) for y in range(36, 100, 4))
    return next((x for x, colour in seen if colour.blue() > 150 and colour.red() < 60), -1)


def test_a_window_that_starts_minimised_does_not_wait_for_a_frame(qtbot: QtBot) -> None:
    never_shown = Front()
    qtbot.addWidget(never_shown)
    never_shown.wait_for_paint()


def test_the_main_window_fills_it_and_gives_it_its_title_and_least_size(front: Front, scene: Scene) -> None:
    front.resize(900, 600)
    assert scene.window.window() is front
    assert scene.window.isVisible()
    assert scene.window.size() == front.size()
    assert front.windowTitle() == scene.window.windowTitle() == "LedgerDrop — Practice"
    assert front.minimumSize() == scene.window.minimumSize()
    scene.window.setWindowTitle("Another")
    assert front.windowTitle() == "Another"


def test_it_closes_as_the_main_window_wants(front: Front, scene: Scene) -> None:
    scene.queue.put([states.entry(1, "march.csv", State.QUEUED)])
    front.close()
    assert front.isVisible()
    question = scene.window.close_question
    assert question is not None
    question.accept()
    assert not front.isVisible()


def test_quitting_by_the_menu_closes_all_of_it(front: Front, scene: Scene) -> None:
    scene.window.quit()
    assert not front.isVisible()


def test_it_can_be_closed_before_the_main_window_is_there(front: Front) -> None:
    front.close()
    assert not front.isVisible()
