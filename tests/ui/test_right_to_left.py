"""Test languages that are read from the right, and names from elsewhere in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ledgerdrop.ui.text import language
from ledgerdrop.ui.theme.theme import Space
from ledgerdrop.ui.widgets.labels import Label, shortened
from ledgerdrop.ui.widgets.layout import indented

NAME = "\u2068sales of the first quarter.xlsx\u2069"


@pytest.fixture(autouse=True)
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def right_edges(image: QImage) -> list[int]:
    """Return how far each line of black text reaches to the right."""
    edges, edge = [], -1
    for y in range(image.height()):
        ink = [x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128]
        if ink:
            edge = max(edge, *ink)
        elif edge >= 0:
            edges.append(edge)
            edge = -1
    return edges


def test_the_lines_of_a_text_are_flush(qtbot: QtBot) -> None:
    words = Label(" ".join(["ننننننن"] * 9), wrap=True)
    words.setStyleSheet("background: white; color: black")
    qtbot.addWidget(words)
    words.resize(words.fontMetrics().horizontalAdvance("ننننننن ") * 4, 120)

    first, *others = right_edges(words.grab().toImage())

    assert others
    assert max(abs(edge - first) for edge in others) <= 1


@pytest.mark.parametrize(
    ("cut", "closed"),
    [
        ("\u2068sales…", "\u2068sales\u2069…"),
        ("\u2068sales…\u2069", "\u2068sales\u2069…"),
        ("في \u2068٣…\u2069\u2068\u2069", "في \u2068٣\u2069…"),
        ("من \u2068sales\u2069 إ…", "من \u2068sales\u2069 إ…"),
        ("\u2068sales…xlsx\u2069", "\u2068sales…xlsx\u2069"),
        ("\u2068Sharma…  البيئة", "\u2068Sharma\u2069…  البيئة"),
        ("البيئة  …ma\u2069", "البيئة  …\u2068ma\u2069"),
        ("\u2068sales.xlsx\u2069", "\u2068sales.xlsx\u2069"),
        ("جارٍ الفحص…", "جارٍ الفحص…"),
    ],
)
def test_a_name_that_is_cut_ends_there(cut: str, closed: str) -> None:
    assert language.closed(cut) == closed


def test_the_ellipsis_follows_the_name_from_the_right(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance(NAME) // 2

    assert shortened(NAME, metrics, room, Qt.TextElideMode.ElideRight).endswith("\u2069…")


def test_lines_that_begin_with_a_name_begin_on_the_right_as_well(qapp: QApplication) -> None:
    assert language.sided("ETag: 1\nSHA: 2") == "\u200fETag: 1\n\u200fSHA: 2"

    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert language.sided("ETag: 1\nSHA: 2") == "ETag: 1\nSHA: 2"


def test_what_is_indented_is_moved_in_from_the_right(qtbot: QtBot) -> None:
    page, field = QWidget(), QWidget()
    inner = QVBoxLayout()
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(field)
    page.setLayout(indented(inner))
    qtbot.addWidget(page)
    page.resize(300, 40)
    page.show()

    assert (field.x(), field.x() + field.width()) == (0, 300 - Space.XL)
