"""The log, unexpected errors, and what is copied for support: nothing of it waits on the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from ledgerdrop.model.settings import Settings
from ledgerdrop.runtime.logs import start_logs
from ledgerdrop.system.diagnostics import diagnostics

log = logging.getLogger(__name__)

_READING_SECONDS: Final = 1.0  # the end of a file of at most 1 MiB
_LOG_CHARACTERS: Final = 40_000


class Support(QObject):
    """Keeps the log in `folder` from now until `close`. Lives on the window's thread."""

    crashed = Signal(object)  # Crash, from whichever thread it was in
    collected = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._reader: threading.Thread | None = None
        self._logs = start_logs(folder, self.crashed.emit)

    @property
    def folder(self) -> Path:
        """Return where the log files are."""
        return self._folder

    def collect(self, settings: Settings | None, token_place: str, files: Mapping[str, int]) -> None:
        """Put together what support wants to know: `collected`. Twice at once is once."""
        if self._reader is not None and self._reader.is_alive():
            return
        self._reader = threading.Thread(
            target=self._collect, args=(settings, token_place, files), name="support", daemon=True
        )
        self._reader.start()

    def close(self) -> None:
        """End the log."""
        if self._reader is not None:
            self._reader.join(_READING_SECONDS)
        self._logs.close()

    def _collect(self, settings: Settings | None, token_place: str, files: Mapping[str, int]) -> None:
        self.collected.emit(diagnostics(settings, token_place, files, self._logs.recent(_LOG_CHARACTERS)))
