"""About: what an installed program tells of the works of others that it contains."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ledgerdrop import resources
from ledgerdrop.window.about import AboutDialog


class Viewer(QObject):
    """Stands in for the system's viewer of text files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_an_installed_program_opens_its_licences(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = tmp_path / "data" / "licences" / "NOTICES.txt"
    notices.parent.mkdir(parents=True)
    notices.write_text("everybody's")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    parent = QWidget()
    qtbot.addWidget(parent)
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "open")  # type: ignore[arg-type]  # the stub wants bytes, Qt text
    try:
        AboutDialog(parent).licences.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(name) for name in viewer.opened] == [notices]


def test_a_checkout_has_none_to_open(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not hasattr(AboutDialog(parent), "licences")
