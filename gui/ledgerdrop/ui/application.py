"""Represent the application to the system."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimerEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from ledgerdrop.ui.widgets import accessibility

_COLLECT_EVERY_MS: Final = 1000


class GarbageCollector(QObject):
    """Collects Python's garbage on the window's thread alone, for as long as the program runs.

    Python collects on whichever thread happens to allocate. On a worker's thread that would destroy a closed dialog
    which is part of a reference cycle, while the window's thread may be at work on it: the program would crash.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is imported stays until the end: looking through it would take 40 ms of the window's time
        self.startTimer(_COLLECT_EVERY_MS)

    def timerEvent(self, _event: QTimerEvent) -> None:
        collect_what_is_due()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has reached Python's own threshold, on the calling thread."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])


class Application(QApplication):
    """Receives files that are dropped on the icon in the Dock, or opened with this program in the Finder.

    macOS reports each file by an event (Qt, QFileOpenEvent); on other systems files come on the command line.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        GarbageCollector(self)
        accessibility.install()
        self.setKeyboardInputInterval(1000)  # Qt's 400 ms are too short for many to type the next letter of a name
        self._early: list[Path] = []  # came before the main window was there
        self._take: Callable[[Sequence[Path]], None] = self._early.extend

    def give_files_to(self, take: Callable[[Sequence[Path]], None]) -> None:
        """Call `take` with the files that came already, and with all that will."""
        self._take = take
        if self._early:
            take(self._early)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.url().isLocalFile():
            return super().event(event)
        self._take([Path(event.file())])
        return True
