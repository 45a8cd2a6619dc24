"""Set the language of the program's texts: its catalogue, its numbers and dates, and its reading direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ledgerdrop import resources
from ledgerdrop.model import problems

FALLBACK: Final = "en"  # which has a catalogue too, for its plurals

# By their own names, so that everybody finds theirs; the codes are those of settings and catalogues.
NAMES: Final[Mapping[str, str]] = {"en": "English", "hi": "हिन्दी", "ar": "العربية"}

# A name in the middle of a text keeps its own direction (Unicode Standard Annex 9, "Explicit Directional Isolates").
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"

# Signs that cannot be seen and turn the text around them, so that "fdp.csv" may be read as "vsc.pdf" (the same annex,
# "Explicit Directional Formatting Characters"), and those that would begin a new line or cannot be shown.
_HIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
HIDDEN_MARK: Final = "\ufffd"


class Language:
    """Switches the language. `choice` is a code of `NAMES`, or "" for the system's, in which the program starts."""

    choice = ""

    def choose(self, choice: str) -> None:
        """Use another language from now on; do nothing if it is in use already."""
        app = QApplication.instance()
        if choice != self.choice and isinstance(app, QApplication):
            self.choice = choice
            speak(app, resources.path("translations"), choice)


def speak(app: QApplication, folder: Path, code: str = "") -> str:
    """Install the catalogue of a language, by default the system's, from a folder of `.qm` files.

    Returns the code of the language in use: English where there is no catalogue for the one that was wanted.
    """
    wanted = code or QLocale.system().name().partition("_")[0]
    spoken = wanted if (folder / f"{wanted}.qm").exists() else FALLBACK
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    qts_own = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{spoken}.qm"
    for catalogue in (qts_own, folder / f"{spoken}.qm"):  # the last one is asked first
        translator = QTranslator(app)
        if translator.load(str(catalogue)):
            app.installTranslator(translator)
    locale = _locale(code)
    QLocale.setDefault(locale)
    for window in app.topLevelWidgets():  # screen readers choose their voice by it
        window.setLocale(locale if locale.language() is QLocale(spoken).language() else QLocale(spoken))
    app.setLayoutDirection(QLocale(spoken).textDirection())
    return spoken


def _locale(code: str) -> QLocale:
    """Return how numbers and dates are written: in the chosen language, as in the country that the system names."""
    if not code:
        return QLocale.system()
    language = QLocale(code).language()
    return QLocale() if QLocale().language() is language else QLocale(language, QLocale.system().territory())


class _Naming(QObject):
    """Watches a widget for a change of language, as its child: a filter for all of its events would cost time."""

    def __init__(self, owner: QWidget, name: Callable[[], None]) -> None:
        super().__init__(owner)
        self._name = name

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        return super().event(event)


def on_language_change(owner: QWidget, name: Callable[[], None]) -> None:
    """Call `name`, which gives the owner its texts: now, and whenever another language is chosen."""
    name()
    _Naming(owner, name)


def fill(template: str, params: Mapping[str, str]) -> str:
    """Put the parameters into a translated template; none is read as a template, nor turns the text around it."""
    return problems.fill(template, {name: isolated(value) for name, value in params.items()})


def visible(name: str) -> str:
    """Return a name of a file or folder with a mark in place of each character that would disguise it."""
    return _HIDDEN.sub(HIDDEN_MARK, name)


def without_mnemonic(words: str) -> str:
    """Return words as the text of a button or a menu's item, in which "&" would mark a letter."""
    return words.replace("&", "&&")


def isolated(text: str) -> str:
    """Return a name from elsewhere so that its direction does not turn the text around it."""
    if not text or QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def closed(cut: str) -> str:
    """Return a cut text in which a name that the cut went through ends, or begins, at the ellipsis.

    Else what follows would belong to the name as well, and the ellipsis would stand on the wrong side.
    """
    head, ellipsis, tail = cut.rpartition("…")
    if not ellipsis:
        return cut
    left_open = head.count(_FIRST_STRONG_ISOLATE) - head.count(_POP_ISOLATE)
    if not tail.strip(_FIRST_STRONG_ISOLATE + _POP_ISOLATE):  # Qt keeps these of what it cuts, behind the ellipsis
        return head + _POP_ISOLATE * left_open + ellipsis
    without_end = left_open + tail.count(_FIRST_STRONG_ISOLATE) - tail.count(_POP_ISOLATE)
    if without_end > 0:
        return head + _POP_ISOLATE * without_end + ellipsis + tail
    return head + ellipsis + _FIRST_STRONG_ISOLATE * -without_end + tail


def sided(lines: str) -> str:
    """Return the text with each line aligned and read as the window is, even if it begins with a foreign name."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return lines
    return "\n".join(f"{_RIGHT_TO_LEFT_MARK}{line}" for line in lines.split("\n"))


def plain(text: str) -> str:
    """Return the text as a tooltip that shows it as it is, never as HTML."""
    return QtGui.Qt.convertFromPlainText(text) if QtGui.Qt.mightBeRichText(text) else text
