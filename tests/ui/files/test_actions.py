"""Test what is offered for the selected files: another order of sending, and another account."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.states import PRODUCTION, SANDBOX, Scene, entry, uploaded

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files.actions import MoveStep, MoveToAccountMenu, step_target
from ledgerdrop.ui.files.file_list import FileList
from ledgerdrop.ui.files.file_model import Column

ORDER = [1, 2, 3, 4, 5]


def moved(step: MoveStep, chosen: list[int], shown: list[int] = ORDER) -> list[int]:
    """Return the order of all files after that step; the queue's own `move` is tested with the queue."""
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
    """Return which steps the menu of the selected files offers."""
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
    assert files.filter.sort_column == Column.NAME


def test_the_menu_bar_offers_the_same(show: Callable[[Scene], Scene]) -> None:
    window = show(states.ready()).window
    files = window.workspace.list
    files.show_file(window.files.ids()[0])
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.title() == "&Selected")
    menu.aboutToShow.emit()
    assert enabled(menu) == offered(files)


Show = Callable[[Scene], Scene]


def row(id_: int, state: State, account: Account) -> TransferItem:
    name = f"{id_}.csv"
    return uploaded(id_, name, account) if state is State.UPLOADED else entry(id_, name, state, account)


OF_ALL_STATES = [row(id_, state, SANDBOX) for id_, state in enumerate(State, start=1)]


def scene_of(show: Show, *files: tuple[State, Account]) -> Scene:
    scene = states.set_scene(SANDBOX)
    scene.queue.put([row(id_, state, owner) for id_, (state, owner) in enumerate(files, start=1)])
    return show(scene)


def selected_menu(scene: Scene) -> QMenu:
    """Open the "Selected" menu of the menu bar."""
    bar = scene.window.menuBar()
    menu = next(menu for menu in bar.findChildren(QMenu) if menu.title() == "&Selected")
    menu.aboutToShow.emit()
    return menu


def both_menus(scene: Scene) -> list[QMenu]:
    return [scene.window.workspace.list.menu(), selected_menu(scene)]


def send_item(menu: QMenu) -> QAction:
    return next(item for item in menu.actions() if item.text().startswith("S&end"))


def move_menu(menu: QMenu) -> MoveToAccountMenu:
    found = [item.menu() for item in menu.actions() if isinstance(item.menu(), MoveToAccountMenu)]
    assert len(found) == 1
    assert isinstance(found[0], MoveToAccountMenu)
    return found[0]


def names(menu: QMenu) -> Sequence[str]:
    return [item.text() for item in menu.actions()]


@pytest.mark.parametrize("which", [0, 1], ids=["context", "bar"])
def test_a_file_is_moved_to_one_of_the_other_accounts(show: Show, which: int) -> None:
    scene = scene_of(show, (State.READY, SANDBOX), (State.READY, SANDBOX))
    scene.window.workspace.list.show_file(1)
    menu = move_menu(both_menus(scene)[which])
    assert menu.title() == "Move to acc&ount"
    assert menu.isEnabled()
    assert names(menu) == ["Practice", "Sharma && Associates — Production", "Gulf branch — Another address"]
    menu.actions()[1].trigger()
    assert scene.queue.asked == [("move_to_account", [1], PRODUCTION)]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of menus that pop up without a screen
def test_the_submenu_does_nothing_but_move(show: Show, qtbot: QtBot) -> None:
    scene = scene_of(show, (State.PAUSED, SANDBOX))
    files = scene.window.workspace.list
    files.show_file(1)
    menu = files.menu()
    qtbot.addWidget(menu)
    menu.popup(files.mapToGlobal(files.rect().center()))
    inner = move_menu(menu)
    menu.setActiveAction(inner.menuAction())
    QTest.keyClick(menu, Qt.Key.Key_Right)
    qtbot.waitUntil(inner.isVisible)
    inner.setActiveAction(inner.actions()[1])
    QTest.keyClick(inner, Qt.Key.Key_Return)
    assert scene.queue.asked == [("move_to_account", [1], PRODUCTION)]


@pytest.mark.parametrize("which", [0, 1], ids=["context", "bar"])
def test_of_a_selection_only_what_is_not_sent_is_moved(show: Show, which: int) -> None:
    scene = scene_of(
        show, (State.READY, SANDBOX), (State.READY, PRODUCTION), (State.SENDING, SANDBOX), (State.UPLOADED, SANDBOX)
    )
    scene.window.workspace.list.select_files([1, 2, 3, 4])
    menu = move_menu(both_menus(scene)[which])
    assert menu.title() == "Move 2 files to acc&ount"
    assert "Sharma && Associates — Clear sandbox" in names(menu)  # for the second one
    next(item for item in menu.actions() if "Production" in item.text()).trigger()
    assert scene.queue.asked == [("move_to_account", [1], PRODUCTION)]


@pytest.mark.parametrize("state", [State.SENDING, State.UPLOADED])
def test_what_is_being_sent_or_is_there_stays_with_its_account(show: Show, state: State) -> None:
    scene = scene_of(show, (state, SANDBOX))
    scene.window.workspace.list.show_file(1)
    assert [move_menu(menu).isEnabled() for menu in both_menus(scene)] == [False, False]


def test_with_one_account_there_is_none_to_move_to(show: Show) -> None:
    scene = scene_of(show, (State.READY, SANDBOX))
    settings = scene.settings_service.settings
    for account in settings.accounts:
        if account.id != SANDBOX.id:
            settings = settings.without_account(account.id)
    scene.settings_service.saved.emit(settings)
    scene.window.workspace.list.show_file(1)
    assert [move_menu(menu).isEnabled() for menu in both_menus(scene)] == [False, False]


@pytest.mark.parametrize("which", [0, 1], ids=["context", "bar"])
def test_send_selected_counts_and_sends_what_can_go(show: Show, which: int) -> None:
    scene = states.set_scene(SANDBOX)
    scene.queue.put(OF_ALL_STATES)
    show(scene).window.workspace.list.selectAll()
    item = send_item(both_menus(scene)[which])
    can_go = [one.id for one in OF_ALL_STATES if one.state in {State.READY, State.PAUSED, State.CANCELLED}]
    assert item.text() == "S&end 3 selected files"
    item.trigger()
    assert scene.queue.asked == [("send_selected", can_go)]


def test_send_selected_is_grey_where_nothing_can_go(show: Show) -> None:
    scene = scene_of(show, (State.SENDING, SANDBOX), (State.UPLOADED, SANDBOX))
    scene.window.workspace.list.select_files([1, 2])
    assert [(send_item(menu).isEnabled(), send_item(menu).text()) for menu in both_menus(scene)] == [
        (False, "S&end selected"),
        (False, "S&end selected"),
    ]
