"""Gives the program's texts in a language: English has a catalogue too, for its plurals."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FALLBACK = "en"


def speak(app: QApplication, folder: Path, code: str = "") -> str:
    """Install the catalogue of a language, by default the system's, from a folder of `.qm` files.

    Returns the code of the language in use: English where there is no catalogue for the one that was wanted.
    """
    wanted = code or QLocale.system().name().partition("_")[0]
    for candidate in (wanted, FALLBACK):
        translator = QTranslator(app)
        if translator.load(str(folder / f"{candidate}.qm")):
            app.installTranslator(translator)
            return candidate
        translator.deleteLater()
    return FALLBACK
