"""Test what "About" of an installed program says of the works of others that it contains."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.servers.desktop import desktop

from ledgerdrop import resources
from ledgerdrop.ui.dialogs.help_dialogs import AboutDialog


def test_an_installed_program_opens_its_licences(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = tmp_path / "data" / "licences" / "NOTICES.txt"
    notices.parent.mkdir(parents=True)
    notices.write_text("everybody's")
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    parent = QWidget()
    qtbot.addWidget(parent)
    with desktop() as opened:
        AboutDialog(parent).licences.click()
    assert [Path(url.toLocalFile()) for url in opened] == [notices]


def test_a_checkout_has_none_to_open(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not hasattr(AboutDialog(parent), "licences")
