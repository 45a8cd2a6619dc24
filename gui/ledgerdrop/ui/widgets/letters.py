"""Give the buttons that a window shows letters: Alt and its letter presses one, as with menus.

No letter is given twice in a window, and none that a menu has. A button keeps its letter while it is shown, and its
text has it. Devanagari is typed on keyboards with Latin letters, too: as in its menus, one stands in brackets behind
the words, which is that of a sound in them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Protocol, Self, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenuBar, QWidget

_BY_SOUND = "DEVANAGARI LETTER "  # so begin the names that Unicode gives these letters, and end with the sound


class Lettered(Protocol):
    """A button that can be given a letter; "" is none."""

    letter: str

    def text(self) -> str: ...
    def property(self, name: str) -> object: ...
    def isVisible(self) -> bool: ...
    def take_letter(self, letter: str) -> None: ...


def key_of(letter: str) -> QKeySequence:
    """Return what is pressed for it; an empty one on macOS, where Alt and a letter type a sign."""
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
    """Return whether its letter stands behind the words."""
    return any(_sound(sign) for sign in text)


def _sound(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return name.removeprefix(_BY_SOUND)[0] if name.startswith(_BY_SOUND) else ""


def _places(text: str) -> Iterator[tuple[int, str]]:
    """Return where its letters stand, and what is pressed for each. What is composed has no key of its own."""
    places = [at for at, sign in enumerate(text) if sign.isalpha() and not unicodedata.decomposition(sign)]
    places.sort(key=lambda at: at > 0 and unicodedata.category(text[at - 1])[0] not in "ZPC")
    return ((at, _sound(text[at]) or text[at].upper()) for at in places)


class _Renewal(QTimer):
    """Gives a window's buttons their letters, once for all that changed together."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setSingleShot(True)
        self.timeout.connect(self._renew)

    def _renew(self) -> None:
        window = cast("QWidget", self.parent())
        bars = window.findChildren(QMenuBar)
        taken = {QKeySequence.mnemonic(action.text()) for bar in bars for action in bar.actions()}
        buttons = [
            cast("Lettered", part)
            for part in window.findChildren(QAbstractButton)
            if hasattr(part, "take_letter") and part.isVisible() and part.window() is window
        ]
        buttons.sort(key=lambda button: button.property("kind") not in ("primary", "production"))  # what matters most
        taken |= {key_of(button.letter) for button in buttons if button.letter}
        for button in buttons:
            if not button.letter:
                free = (letter for letter in letters_in(button.text()) if key_of(letter) not in taken)
                button.take_letter(next(free, ""))
                taken.add(key_of(button.letter))

    @classmethod
    def of(cls, window: QWidget) -> Self:
        there = window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return there if there is not None else cls(window)


def renew(button: QWidget) -> None:
    """Have the buttons of its window that have no letter be given one, as soon as all else is done."""
    _Renewal.of(button.window()).start(0)
