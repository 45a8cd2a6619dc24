"""Test a field for secrets: what is typed is there, and Qt, which tells the desktop all, knows only bullets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ledgerdrop.ui.widgets.secret_edit import SecretEdit

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Field(SecretEdit):
    """Remembers all that Qt ever held in it."""

    def __init__(self) -> None:
        super().__init__()
        self.known: list[str] = []
        self.textChanged.connect(self.known.append)


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    field = Field()
    qtbot.addWidget(field)
    field.show()
    return field


def test_qt_knows_only_bullets_of_what_is_typed_pasted_and_put_in(field: Field) -> None:
    QTest.keyClicks(field, "tok en")
    QGuiApplication.clipboard().setText("-pasted\n")
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    composed = QInputMethodEvent("half", [])
    QApplication.sendEvent(field, composed)
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QApplication.sendEvent(field, composed)
    assert field.text() == "tok en-pastedé"
    assert {*"".join(field.known)} == {"•"}
    assert QLineEdit.text(field) == field.displayText().replace("●", "•") == "•" * len(field.text())
    interface = QAccessible.queryAccessibleInterface(field)
    assert {*interface.text(QAccessible.Text.Value)} <= {"•", "●"}
    field.clear()
    assert field.text() == QLineEdit.text(field) == ""


def test_an_input_method_is_told_to_learn_nothing_of_it(field: Field) -> None:
    hints = Qt.InputMethodHint
    wanted = hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText
    assert field.inputMethodHints() & wanted == wanted


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["End", "Backspace"], "abcde"),
        (["Home", "Delete"], "bcdef"),
        (["Home", "Right", "Right", "Backspace"], "acdef"),
        (["Home", "Right", "Delete", "Delete"], "adef"),
        (["Home", "shift Right", "shift Right", "Delete"], "cdef"),
        (["Home", "Right", "shift Right", "shift Right", "X"], "axdef"),
        (["End", "shift Left", "ctrl V"], "abcdepq"),
        (["ctrl A", "X"], "x"),
        (["ctrl A", "ctrl X"], ""),
        (["End", "Backspace", "ctrl Z"], "abcde"),
    ],
)
def test_it_is_edited_like_any_other(field: Field, keys: list[str], left: str) -> None:
    QGuiApplication.clipboard().setText("pq")
    QTest.keyClicks(field, "abcdef")
    for key in keys:
        name = key.rpartition(" ")[2]
        modifier = SHIFT if key.startswith("shift") else CTRL if key.startswith("ctrl") else Qt.KeyboardModifier(0)
        QTest.keyClick(field, getattr(Qt.Key, f"Key_{name}"), modifier)
    assert field.text() == left
    assert QLineEdit.text(field) == "•" * len(left)


def test_what_an_assistive_program_puts_in_is_taken(field: Field) -> None:
    QLineEdit.setText(field, "spoken")  # as the accessibility bridge does
    assert field.text() == "spoken"
    assert QLineEdit.text(field) == "••••••"


def test_it_says_when_it_is_edited_and_never_gives_its_text_away(field: Field) -> None:
    edited: list[str] = []
    field.textEdited.connect(edited.append)
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert len(edited) == 3
    assert "a" not in "".join(edited)
    QGuiApplication.clipboard().setText("before")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "before"
    at = QPoint(3, 3)
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease, at, field.mapToGlobal(at), Qt.MouseButton.MiddleButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(field, release)
    assert "•" * len(field.text()) == QLineEdit.text(field)
