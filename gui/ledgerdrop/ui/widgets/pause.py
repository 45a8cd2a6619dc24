"""Call a function once nothing has changed for a while, so that of many changes only the last one counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

READ_MS: Final = 700  # after the last key that was typed


class Pause(QTimer):
    """Call a function once so many milliseconds have passed since it was last started."""

    def __init__(self, milliseconds: int, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(milliseconds)
        self.timeout.connect(call)
