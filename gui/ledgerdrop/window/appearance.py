"""Keeps the program's look as the user or the system wants it: light, dark, high contrast."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ledgerdrop.window import stylesheet


class Appearance(QObject):
    """`choice` is "system", "light", "dark" or "contrast"; what it leaves to the system follows any change there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = ""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system)

    def choose(self, choice: str) -> None:
        """Wear another look; nothing happens if it is worn already."""
        app = QApplication.instance()
        if choice != self.choice and isinstance(app, QApplication):
            self.choice = choice
            stylesheet.dress(app, choice)

    def _on_system(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            stylesheet.follow_system(app, self.choice)
