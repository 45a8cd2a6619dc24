"""Test texts that change many times a second: they are shown right, and move nothing unless they must."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.states import BUSY, Scene, busy, uploaded

from ledgerdrop.ui.theme.theme import Type
from ledgerdrop.ui.widgets.buttons import CountingTab
from ledgerdrop.ui.widgets.labels import Label, LiveLabel

FIRST = "Sending, 888 files to go"


def settle() -> None:
    for _ in range(20):  # what is laid out may ask for more; a busy computer does one round in a millisecond
        QTest.qWait(1)


class Requests(QObject):
    """Counts how often a part of the window is to be laid out."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._count = 0
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt has it
        self._count += event.type() is QEvent.Type.LayoutRequest
        return False

    def follow(self, change: Callable[[], None]) -> bool:
        """Return whether that change leads to any."""
        settle()
        before = self._count
        change()
        settle()
        return self._count > before


class Band(QWidget):
    """Shows a line with a ticker and a tab, and room for more."""

    def __init__(self) -> None:
        super().__init__()
        self.ticker, self.tab = LiveLabel(Type.BODY, parent=self), CountingTab(parent=self)
        line = QHBoxLayout(self)
        line.addWidget(self.ticker)
        line.addWidget(self.tab)
        line.addStretch()
        self.resize(600, 60)
        self.requests = Requests(self)


@pytest.fixture
def band(qtbot: QtBot) -> Band:
    band = Band()
    qtbot.addWidget(band)
    band.show()
    band.ticker.setText(FIRST)
    band.tab.setText("Uploaded 888")
    QTest.qWait(1)
    return band


@pytest.mark.parametrize(
    ("direction", "before", "text"),
    [
        (Qt.LayoutDirection.LeftToRight, FIRST, "Sending, 887 files to go"),
        (Qt.LayoutDirection.LeftToRight, FIRST, "Sending, 88 files to go"),
        (Qt.LayoutDirection.RightToLeft, "جارٍ الإرسال، بقي 888 ملفًا", "جارٍ الإرسال، بقي 887 ملفًا"),
        (Qt.LayoutDirection.RightToLeft, "جارٍ الإرسال، بقي 888 ملفًا", "جارٍ الإرسال، بقي 88 ملفًا"),
    ],
)
def test_a_text_that_needs_as_much_room_moves_nothing_and_looks_like_any_other(
    band: Band, direction: Qt.LayoutDirection, before: str, text: str
) -> None:
    band.setLayoutDirection(direction)
    band.ticker.setText(before)
    assert not band.requests.follow(lambda: band.ticker.setText(text))
    assert band.ticker.text() == band.ticker.accessibleName() == text
    usual = Label(text, parent=band)
    usual.setGeometry(band.ticker.geometry())
    usual.show()
    assert band.ticker.grab().toImage() == usual.grab().toImage()


@pytest.mark.parametrize("text", ["Done", f"{FIRST}, and many more as soon as there is a network again" * 3])
def test_a_text_of_another_length_moves_nothing_either(band: Band, text: str) -> None:
    assert not band.requests.follow(lambda: band.ticker.setText(text))
    assert band.ticker.text() == band.ticker.accessibleName() == text


def test_a_text_that_is_cut_is_in_the_tooltip(band: Band, qtbot: QtBot) -> None:
    def hover() -> str:
        QApplication.sendEvent(band.ticker, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
        return QToolTip.text()

    assert hover() == ""
    long = f"{FIRST}, and many more as soon as there is a network again" * 3
    band.ticker.setText(long)
    assert long in hover()
    QToolTip.hideText()


def test_a_tab_moves_the_others_only_for_more_digits(band: Band) -> None:
    assert not band.requests.follow(lambda: band.tab.setText("Uploaded 887"))
    assert not band.requests.follow(lambda: band.tab.setText("Uploaded 9"))
    assert band.requests.follow(lambda: band.tab.setText("Uploaded 10,000"))
    assert band.tab.size() == band.tab.sizeHint()
    assert band.requests.follow(lambda: band.tab.setText("All"))
    assert band.tab.size() == band.tab.sizeHint()


def test_a_tab_grows_with_its_font(band: Band) -> None:
    larger = band.tab.font()
    larger.setPointSizeF(larger.pointSizeF() * 2)
    assert band.requests.follow(lambda: band.tab.setFont(larger))
    assert band.tab.size() == band.tab.sizeHint()


def test_the_window_stands_still_while_files_are_sent(show: Callable[[Scene], Scene]) -> None:
    scene = show(busy())
    footer = scene.window.footer
    requests = [Requests(part) for part in (scene.window, footer, scene.window.workspace)]
    scene.queue.change(uploaded(5, "general ledger.csv"), **BUSY)
    for number, listening in enumerate(requests, 1):
        told, more = footer.figures.text(), {"bytes_done": BUSY["bytes_done"] + number * 1024**2}
        change = partial(scene.queue.change, uploaded(5 + number, f"{number}.csv"), **BUSY | more)
        assert not listening.follow(change)
        assert footer.figures.text() != told
