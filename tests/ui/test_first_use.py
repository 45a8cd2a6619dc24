"""Test that the whole first use takes at most 8 key presses or clicks beyond typing the two credentials."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.facts import link_place
from tests.servers.practice import Practice
from tests.ui.live import Desk, write_csv, write_xlsx

from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files.actions import Action

MOST = 8


class Hands:
    """Counts presses and clicks, and reaches only what can be seen. Typing a credential does not count, going there
    does.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.moves = 0

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.moves += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def press(self, key: Qt.Key) -> None:
        self.moves += 1
        focus = self._desk.window.settings_controller.on_top or self._desk.window
        QTest.keyClick(focus.focusWidget() or focus, key)

    def drop(self, *paths: Path) -> None:
        self.moves += 1
        self._desk.drop(*paths)

    def type_credential(self, field: QLineEdit, text: str) -> None:
        assert field.hasFocus()
        QTest.keyClicks(field, text)


def test_from_the_first_start_to_the_result(qtbot: QtBot, practice: Practice, tmp_path: Path) -> None:
    desk = Desk(qtbot, practice, tmp_path)
    hands, window = Hands(desk), desk.window
    try:
        assert window.banner.leads_to_settings
        hands.click(window.banner.settings)
        account = window.settings_controller.account
        assert account is not None
        desk.until(account.isActiveWindow)
        form = account.form
        custom = form.environments.buttons[Environment.CUSTOM]
        hands.click(custom, QPoint(10, custom.height() // 2))
        form.base_url.setText(practice.base_url)  # users choose one of Clear's, which have their addresses already
        hands.click(form.integration_id)
        hands.type_credential(form.integration_id, practice.integration_id)
        hands.press(Qt.Key.Key_Tab)
        hands.type_credential(form.token, practice.token)
        hands.press(Qt.Key.Key_Return)
        desk.until(lambda: window.settings_controller.on_top is None)

        hands.drop(
            write_csv(tmp_path / "april.csv"), write_csv(tmp_path / "may.csv"), write_xlsx(tmp_path / "june.csv")
        )
        desk.until_checked(3)
        files = window.workspace.list
        place = link_place(files, desk.rows()["june.csv"].id, Action.SEND_AS)
        assert place is not None
        hands.click(files.viewport(), place)  # it goes at once under its right name
        desk.until(lambda: desk.rows().get("june.xlsx") is not None)
        hands.click(window.footer.send)
        desk.until_all(State.UPLOADED)

        assert window.footer.summary.isVisible()
        assert window.footer.summary.text() == "All done: 3 files uploaded"
        assert practice.objects().keys() == {"april.csv", "may.csv", "june.xlsx"}
        assert hands.moves <= MOST
    finally:
        desk.leave()
