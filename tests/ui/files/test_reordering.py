"""Another order of sending: up, down, to the top and to the bottom, for one file or many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from tests.screens import states
from tests.screens.states import Scene

from ledgerdrop.ui.files.file_list import FileList
from ledgerdrop.ui.files.file_model import Column
from ledgerdrop.ui.files.reordering import MoveStep, step_target

ORDER = [1, 2, 3, 4, 5]


def moved(step: MoveStep, chosen: list[int], shown: list[int] = ORDER) -> list[int]:
    """The order of all files after that step; the queue's own `move` is tested with the queue."""
    place = step_target(step, chosen, shown, ORDER)
    if place is None:
        return ORDER
    ahead = [id_ for id_ in ORDER[:place] if id_ not in chosen]
    behind = [id_ for id_ in ORDER[place:] if id_ not in chosen]
    return [*ahead, *(id_ for id_ in ORDER if id_ in chosen), *behind]


@pytest.mark.parametrize(
    ("step", "chosen", "expected"),
    [
        (MoveStep.UP, [3], [1, 3, 2, 4, 5]),
        (MoveStep.UP, [1], ORDER),
        (MoveStep.UP, [3, 5], [1, 3, 5, 2, 4]),
        (MoveStep.UP, [1, 3], [1, 3, 2, 4, 5]),
        (MoveStep.DOWN, [3], [1, 2, 4, 3, 5]),
        (MoveStep.DOWN, [5], ORDER),
        (MoveStep.DOWN, [1, 3], [2, 4, 1, 3, 5]),
        (MoveStep.DOWN, [3, 5], [1, 2, 4, 3, 5]),
        (MoveStep.FIRST, [4, 2], [2, 4, 1, 3, 5]),
        (MoveStep.FIRST, [1, 2], ORDER),
        (MoveStep.LAST, [2], [1, 3, 4, 5, 2]),
        (MoveStep.LAST, [4, 5], ORDER),
        (MoveStep.UP, [], ORDER),
    ],
)
def test_steps(step: MoveStep, chosen: list[int], expected: list[int]) -> None:
    assert moved(step, chosen) == expected


def test_a_step_passes_a_file_that_is_shown() -> None:
    assert moved(MoveStep.UP, [5], shown=[2, 5]) == [1, 5, 2, 3, 4]
    assert moved(MoveStep.DOWN, [2], shown=[2, 5]) == [1, 3, 4, 5, 2]


@pytest.mark.parametrize(
    ("key", "place"),
    [(Qt.Key.Key_Up, 1), (Qt.Key.Key_Down, 4), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 12)],
)
def test_keys_move_what_is_selected(show: Callable[[Scene], Scene], key: Qt.Key, place: int) -> None:
    scene = show(states.ready())
    files = scene.window.workspace.list
    files.setFocus()
    files.show_file(3)
    QTest.keyClick(files, key, Qt.KeyboardModifier.AltModifier)
    assert scene.queue.asked == [("move", [3], place)]


def offered(files: FileList) -> set[str]:
    """Which steps the menu of the selected files offers."""
    return enabled(files.menu())


def enabled(menu: QMenu) -> set[str]:
    items = (item for item in menu.actions() if item.text().startswith("Move ") and not item.menu())
    return {item.text().replace("&", "").removeprefix("Move ") for item in items if item.isEnabled()}


def test_only_what_moves_something_is_offered(show: Callable[[Scene], Scene]) -> None:
    scene = show(states.ready())
    files = scene.window.workspace.list
    first, *_, last = files.filter.ids()
    files.show_file(first)
    assert offered(files) == {"down", "to the bottom"}
    files.show_file(last)
    assert offered(files) == {"up", "to the top"}
    scene.queue.change(states.uploaded(3, "sent.csv"))
    files.show_file(3)
    assert offered(files) == set()  # its turn is over
    files.show_file(4)
    assert offered(files) == {"up", "down", "to the top", "to the bottom"}
    files.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert offered(files) == set()
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert scene.queue.asked == []
    assert files.filter.sortColumn() == Column.NAME


def test_the_menu_bar_offers_the_same(show: Callable[[Scene], Scene]) -> None:
    window = show(states.ready()).window
    files = window.workspace.list
    files.show_file(window.files.ids()[0])
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.title() == "&Selected")
    menu.aboutToShow.emit()
    assert enabled(menu) == offered(files)
