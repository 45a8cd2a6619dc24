"""Serve keyboards and screen readers: what a widget is, the letters that press buttons, and pauses before reading.

A window gives letters to the buttons that it shows: Alt and the letter presses the button, as with menus. No letter
is given twice in a window, and none that a menu has. A button keeps its letter while it is shown, and its text shows
it. Devanagari is typed on keyboards with Latin letters, too: as in its menus, a Latin letter for a sound in the words
stands in brackets behind them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QStackedWidget

_PRESS: Final = "Press"  # QAccessibleActionInterface.pressAction


class _Pressable(QAccessibleWidget):
    """Presents one of several tabs, of which one is selected, or a button that shows and hides something."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        words = self._button.text()
        if kind is QAccessible.Text.Name:
            return self._button.accessibleName() or words.replace("&&", "\0").replace("&", "").replace("\0", "&")
        if kind is QAccessible.Text.Accelerator:
            return self._button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return super().text(kind)

    def actionNames(self) -> list[str]:
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._button.click()
        else:
            super().doAction(name)

    def state(self) -> QAccessible.State:
        state, checked = super().state(), self._button.isChecked()
        if self.role() is QAccessible.Role.PageTab:
            state.selectable, state.selected = True, checked
        else:
            state.expandable, state.expanded, state.collapsed = True, checked, not checked
        return state


_ROLES: Final = {"Tab": QAccessible.Role.PageTab, "Disclosure": QAccessible.Role.Button}


def _answer(class_name: str, part: QObject) -> QAccessibleWidget | None:
    if class_name in _ROLES and isinstance(part, QAbstractButton):
        return _Pressable(part, _ROLES[class_name])
    if isinstance(part, QStackedWidget):
        return QAccessibleWidget(part, QAccessible.Role.Pane)  # Qt would call a stack of pages a "layered pane"
    return None


def install() -> None:
    """Register our interfaces with Qt, which asks them first once there is a screen reader."""
    QAccessible.installFactory(_answer)


_BY_SOUND = "DEVANAGARI LETTER "  # so begin the names that Unicode gives these letters, and end with the sound


def key_of(letter: str) -> QKeySequence:
    """Return the key sequence of a letter; an empty one for "", and on macOS, where Alt and a letter type a sign."""
    return QKeySequence.mnemonic(f"&{letter}")


def letters_in(text: str) -> list[str]:
    """Return the letters that a button with this text may be given, the best first: those that begin a word."""
    return list(dict.fromkeys(letter for _, letter in _places(text)))


def marked(text: str, letter: str) -> str:
    """Return the text with the mark by which Qt underlines the letter."""
    if not letter:
        return text
    place = next((at for at, found in _places(text) if found == letter and text[at].upper() == letter), None)
    return f"{text} (&{letter})" if place is None else f"{text[:place]}&{text[place:]}"


def is_by_sound(text: str) -> bool:
    """Return whether the button's letter stands behind the words."""
    return any(_sound(sign) for sign in text)


def _sound(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return name.removeprefix(_BY_SOUND)[0] if name.startswith(_BY_SOUND) else ""


def _places(text: str) -> Iterator[tuple[int, str]]:
    """Return the places of a text's letters, and the key for each. A composed character has no key of its own."""
    places = [at for at, sign in enumerate(text) if sign.isalpha() and not unicodedata.decomposition(sign)]
    places.sort(key=lambda at: at > 0 and unicodedata.category(text[at - 1])[0] not in "ZPC")
    return ((at, _sound(text[at]) or text[at].upper()) for at in places)


READ_MS: Final = 700  # after the last key that was typed


class Pause(QTimer):
    """Calls a function once so many milliseconds have passed since it was last started."""

    def __init__(self, milliseconds: int, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=milliseconds)
        self.timeout.connect(call)
