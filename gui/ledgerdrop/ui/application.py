"""Represent the application to the system."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from ledgerdrop.ui.widgets import accessibility


class Application(QApplication):
    """Receives files that are dropped on the icon in the Dock, or opened with this program in the Finder.

    macOS reports each file by an event (Qt, QFileOpenEvent); on other systems files come on the command line.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        accessibility.install()
        self.setKeyboardInputInterval(1000)  # Qt's 400 ms are too short for many to type the next letter of a name
        self._take: Callable[[Sequence[Path]], None] | None = None
        self._early: list[Path] = []  # came before the main window was there

    def give_files_to(self, take: Callable[[Sequence[Path]], None]) -> None:
        """Call `take` with the files that came already, and with all that will."""
        self._take = take
        early, self._early = self._early, []
        if early:
            take(early)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.url().isLocalFile():
            return super().event(event)
        path = Path(event.file())
        if self._take is None:
            self._early.append(path)
        else:
            self._take([path])
        return True
