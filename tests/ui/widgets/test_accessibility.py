"""Test that Alt and a letter press each button of a window, as with menus; no letter is given twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenuBar, QWidget
from pytestqt.qtbot import QtBot
from tests.screens import dialogs, records, states
from tests.screens.dialogs import EVERYTHING, to_look_at
from tests.screens.states import Scene
from tests.variants import mostly_long

from ledgerdrop import resources
from ledgerdrop.ui.text import language
from ledgerdrop.ui.widgets.accessibility import letters_in, marked
from ledgerdrop.ui.widgets.buttons import Button

CATALOGUES = resources.path("translations")
EACH_TIME = ("busy_details", "ready", "dialog_settings", "dialog_account_new", "history", "dialog_close_question")
LOOKS = [(name, code) for name in EVERYTHING if name != "long_list" for code in ("en", "hi", "ar")]
Show = Callable[[Scene], Scene]


def buttons_of(window: QWidget) -> list[Button]:
    """Return those of our buttons that can be seen."""
    return [part for part in window.findChildren(Button) if part.isVisible() and part.window() is window]


def keys_of(window: QWidget) -> list[str]:
    """Return all that is pressed with Alt in the window: for buttons, menus and other shortcuts."""
    parts = window.findChildren(QAbstractButton)
    keys = [part.shortcut() for part in parts if part.isVisible() and part.window() is window]
    keys += [QKeySequence.mnemonic(item.text()) for bar in window.findChildren(QMenuBar) for item in bar.actions()]
    keys += [key for item in window.findChildren(QAction) for key in item.shortcuts()]
    return [key.toString() for key in keys if key.toString().startswith("Alt+")]


def wait_for_letters(qtbot: QtBot, window: QWidget) -> None:
    qtbot.waitUntil(lambda: any(button.letter for button in buttons_of(window)))


@pytest.mark.parametrize(("name", "code"), mostly_long(LOOKS, lambda look: look[0] in EACH_TIME and look[1] == "en"))
def test_no_letter_is_given_twice_in_a_window(
    show: Show, qtbot: QtBot, qapp: QApplication, name: str, code: str
) -> None:
    language.speak(qapp, CATALOGUES, code)
    scene = show(EVERYTHING[name][0]())
    for window in {scene.window, to_look_at(scene)}:
        wait_for_letters(qtbot, window)
        keys = keys_of(window)
        assert sorted(keys) == sorted(set(keys))
        without = [part for part in buttons_of(window) if not part.letter and part is not scene.window.header.account]
        free = [part.text() for part in without if {f"Alt+{letter}" for letter in letters_in(part.text())} - {*keys}]
        assert free == []
        assert [part.text() for part in without if part.property("kind") in ("primary", "production")] == []


@pytest.mark.parametrize(
    ("make", "pressed"),
    [
        (states.ready, "Send 12"),
        (states.problem_details, "Check again"),
        (dialogs.settings, "Network"),
        (records.history, "Export…"),
        (dialogs.close_question, "Keep sending"),
    ],
)
def test_alt_and_its_letter_press_a_button(show: Show, qtbot: QtBot, make: Callable[[], Scene], pressed: str) -> None:
    scene = show(make())
    window = to_look_at(scene)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wait_for_letters(qtbot, window)
    button = next(part for part in buttons_of(window) if part.text().startswith(pressed))
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(window, Qt.Key(ord(button.letter)), Qt.KeyboardModifier.AltModifier)


def test_a_button_keeps_its_letter_while_others_come_and_go(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = Button("Send", parent=window), Button("Stop", parent=window)
    second.hide()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: first.letter == "S")
    second.show()
    qtbot.waitUntil(lambda: second.letter == "T")
    first.setText("Resend")
    assert first.letter == "S"
    assert first.shortcut() == QKeySequence("Alt+S")
    first.setText("Go on")
    qtbot.waitUntil(lambda: first.letter == "G")
    assert (second.letter, second.shortcut()) == ("T", QKeySequence("Alt+T"))
    first.hide()
    second.setText("Guide")
    qtbot.waitUntil(lambda: second.letter == "G")
    first.show()
    qtbot.waitUntil(lambda: bool(first.letter))
    assert first.letter != second.letter


@pytest.mark.parametrize(
    ("text", "letters", "shown"),
    [
        ("Send 9 files", "SFENDIL", "&Send 9 files"),
        ("Sharma && Sons", "SHARMON", "&Sharma && Sons"),
        ("إرسال الآن", "ارسلن", "إرسال &الآن"),
        ("भेजें", "BJ", "भेजें (&B)"),
        ("12", "", "12"),
    ],
)
def test_letters_are_those_that_begin_a_word_and_then_the_others(text: str, letters: str, shown: str) -> None:
    assert "".join(letters_in(text)) == letters
    assert marked(text, next(iter(letters_in(text)), "")) == shown
