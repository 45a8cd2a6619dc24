"""Test a row of controls that becomes several where there is no room: the sizes it keeps are never out of date."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ledgerdrop.ui.widgets.layout import FlowLayout

HEIGHT = 30


class Band(QWidget):
    """Shows two buttons at the beginning of the line and one at its end, each 100 wide."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.flow = FlowLayout(gap=10, row_gap=5)
        self.first, self.second, self.last = (QPushButton(parent=self) for _ in range(3))
        for button in (self.first, self.second, self.last):
            button.setFixedSize(100, HEIGHT)
        self.flow.add_leading(self.first, self.second)
        self.flow.add_trailing(self.last)
        self.setLayout(self.flow)
        self.resize(width, 100)

    def places(self) -> list[tuple[int, bool]]:
        """Return where each begins, and whether on the first line, after all that was asked for has been laid out."""
        self.flow.activate()
        buttons = (self.first, self.second, self.last)
        lowest = min(button.y() for button in buttons)
        return [(button.x(), button.y() == lowest) for button in buttons]


@pytest.fixture
def band(qtbot: QtBot) -> Band:
    band = Band(400)
    qtbot.addWidget(band)
    band.show()
    return band


def test_what_has_room_stands_at_both_ends(band: Band) -> None:
    assert band.places() == [(0, True), (110, True), (300, True)]
    band.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert band.places() == [(300, True), (190, True), (0, True)]


def test_what_has_none_goes_below(band: Band) -> None:
    line = band.flow.heightForWidth(400)
    assert line >= HEIGHT
    assert band.flow.heightForWidth(250) == 2 * line + 5
    assert band.flow.heightForWidth(150) == 3 * line + 2 * 5
    band.resize(250, 100)
    assert band.places() == [(0, True), (110, True), (150, False)]


def test_a_control_that_grows_is_laid_out_anew(band: Band) -> None:
    band.places()
    band.second.setFixedSize(250, HEIGHT)
    assert band.places() == [(0, True), (110, True), (300, False)]
    assert band.flow.sizeHint().width() == 100 + 250 + 100 + 2 * 10
    assert band.flow.minimumSize().width() == 250


def test_a_control_that_is_hidden_leaves_its_place(band: Band) -> None:
    band.places()
    band.first.hide()
    assert band.places()[1:] == [(0, True), (300, True)]
    band.first.show()
    assert band.places() == [(0, True), (110, True), (300, True)]


def test_a_text_that_grows_gets_a_second_line(qtbot: QtBot) -> None:
    band = QWidget()
    qtbot.addWidget(band)
    flow = FlowLayout()
    text = QLabel("Short", band)
    text.setWordWrap(True)
    flow.add_leading(text)
    band.setLayout(flow)
    band.resize(300, 200)
    band.show()
    one_line = flow.heightForWidth(300)
    text.setText("A text that is so long that it does not fit into one line of this width at all")
    assert flow.heightForWidth(300) >= 2 * one_line
