"""Test the rows as they are painted and hit: nothing telling is cut, all can be read, all can be hit."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.screens import states
from tests.screens.facts import contrast_in, link_place
from tests.screens.states import FOLDER, Scene, entry, in_folder

from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.file_model import Column
from ledgerdrop.ui.theme import stylesheet, theme
from ledgerdrop.ui.theme.theme import Type
from ledgerdrop.ui.widgets.labels import shortened_path

Show = Callable[[Scene], Scene]
LEAST_TARGET = 24  # device-independent pixels each way
LEAST_CONTRAST = 4.5


@pytest.mark.parametrize(
    ("characters", "shown"),
    [
        (40, "Sharma & Associates/2026/April/Sales"),
        (32, "Sharma & Associates/…/April/Sales"),
        (29, "Sharma & Associates/…/Sales"),
    ],
)
def test_of_a_path_the_first_and_the_last_folder_are_kept(characters: int, shown: str) -> None:
    metrics = QFontMetrics(theme.font(Type.CAPTION))
    path = str(Path("Sharma & Associates", "2026", "April", "Sales"))
    room = metrics.horizontalAdvance(shown.replace("/", os.sep)) if characters < 40 else 10_000
    assert shortened_path(path, metrics, room) == shown.replace("/", os.sep)


@pytest.mark.parametrize("room", [40, 60, 90, 120])
def test_a_path_always_fits_and_keeps_something_of_both_ends(room: int) -> None:
    metrics = QFontMetrics(theme.font(Type.CAPTION))
    for path in ("Sharma & Associates of Mumbai", str(Path("Sharma & Associates", "April", "Sales register"))):
        cut = shortened_path(path, metrics, room)
        assert metrics.horizontalAdvance(cut) <= room
        assert "…" in cut
    assert cut[0] == "S"


def test_a_name_is_not_cut_beside_empty_space(show: Show) -> None:
    scene = states.set_scene()
    name = "ledger of all branches, consolidated and corrected, April 2026.csv"
    scene.queue.put([entry(1, name, State.READY)])
    files = show(scene).window.workspace.list
    needed = QFontMetrics(theme.font(strong=True)).horizontalAdvance(name)
    assert files.header().sectionSize(Column.NAME) >= needed


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("chosen", [False, True])
def test_the_folder_of_a_file_can_be_read(show: Show, qapp: QApplication, scheme: str, chosen: bool) -> None:
    scene = states.set_scene()
    scene.queue.put([in_folder(FOLDER / "Sharma", entry(1, "a.csv", State.READY), "April", "Sales")])
    files = show(scene).window.workspace.list
    if chosen:
        files.show_file(1)
    stylesheet.apply_theme(qapp, scheme)
    QTest.qWait(1)
    cell = files.visualRect(files.filter.index(0, Column.NAME))
    caption = QRect(cell.left() + 60, cell.center().y() + 1, 120, cell.height() // 2 - 6)
    contrast = contrast_in(files.viewport().grab().toImage(), caption)
    stylesheet.apply_theme(qapp, "light")
    assert contrast >= LEAST_CONTRAST


@pytest.mark.parametrize("low", [False, True])
def test_crosses_links_and_arrows_are_large_enough_to_hit(show: Show, low: bool) -> None:
    scene = show(states.folders())
    files = scene.window.workspace.list
    files.set_compact(low)
    QTest.qWait(1)
    asked: list[tuple[actions.Action, list[int]]] = []
    files.wanted.disconnect()
    files.wanted.connect(lambda action, ids: asked.append((action, ids)))
    corners = [QPoint(x, y) for x in (-LEAST_TARGET // 2 + 1, LEAST_TARGET // 2 - 1) for y in (-11, 11)]
    for id_ in (1, 10, 11):
        item = scene.window.files.entry(id_)
        assert item is not None
        files.scrollTo(files.filter.index_of(id_))
        links = [(one, at) for one in actions.choices(item) if (at := link_place(files, id_, one.action)) is not None]
        assert len(links) == min(len(actions.choices(item)), 2)
        for choice, middle in links:
            asked.clear()
            for corner in corners:
                QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=middle + corner)
            assert asked == [(choice.action, [id_])] * len(corners)
    files.scrollToTop()
    row = files.visualRect(files.filter.index(0, 0))
    assert row.height() >= LEAST_TARGET
    for x in (1, LEAST_TARGET):
        before = files.filter.rowCount()
        QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, row.center().y()))
        assert files.filter.rowCount() != before
