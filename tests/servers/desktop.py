"""Stand in for the programs of the desktop: its browser, its file manager, its viewers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

_SCHEMES = ("https", "http", "file")


class _Programs(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


@contextmanager
def desktop() -> Iterator[list[QUrl]]:
    """Give what the desktop is asked to open meanwhile, without opening any of it."""
    programs = _Programs()
    for scheme in _SCHEMES:
        QDesktopServices.setUrlHandler(scheme, programs, "open")  # type: ignore[arg-type]  # the stub wants bytes, Qt text
    try:
        yield programs.opened
    finally:
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
