"""Test rows grouped by the folders that were dropped: by eye, by keys and mouse, and by ear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from tests.screens import states
from tests.screens.staged import StagedQueue
from tests.screens.states import FOLDER, SANDBOX, Scene, entry, in_folder, uploaded

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.file_filter import FileFilter
from ledgerdrop.ui.files.file_filter import Show as Shown
from ledgerdrop.ui.files.file_list import FileList
from ledgerdrop.ui.files.file_model import Column, FileModel

Show = Callable[[Scene], Scene]
GULF, SHARMA = FOLDER / "Gulf", FOLDER / "Sharma"


def of(folder: str, id_: int, name: str, state: State = State.READY) -> TransferItem:
    item = uploaded(id_, name) if state is State.UPLOADED else entry(id_, name, state)
    return in_folder(FOLDER / folder, item)


def failed(folder: str, id_: int, name: str) -> TransferItem:
    return replace(of(folder, id_, name, State.FAILED), problem=Problem(Code.STORAGE_REJECTED))


@pytest.fixture
def queue() -> StagedQueue:
    return StagedQueue()


@pytest.fixture
def files(queue: StagedQueue) -> FileFilter:
    model = FileModel(queue)  # type: ignore[arg-type]  # staged
    made = FileFilter(model, model)
    model.setParent(queue)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def rows(files: FileFilter) -> list[str]:
    return [files.index(row, Column.NAME).data() for row in range(files.rowCount())]


def aloud(files: FileFilter, row: int) -> str:
    text: str = files.index(row, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    return text


def collapse(files: FileFilter, row: int) -> None:
    group = files.group_at(row)
    assert group is not None
    files.collapse(group, True)


def test_there_are_groups_from_the_second_folder_on(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([of("Sharma", 1, "a.csv"), of("Sharma", 2, "b.csv")])
    assert rows(files) == ["a.csv", "b.csv"]
    queue.put([of("Gulf", 3, "c.csv"), entry(4, "loose.csv", State.READY), of("Sharma", 5, "d.csv")])
    assert rows(files) == ["Sharma", "a.csv", "b.csv", "d.csv", "Gulf", "c.csv", "Files", "loose.csv"]
    queue.remove([3, 4])
    assert rows(files) == ["a.csv", "b.csv", "d.csv"]


def test_folders_of_one_name_are_told_apart(queue: StagedQueue, files: FileFilter) -> None:
    for id_, above in ((1, "April"), (2, "May")):
        queue.put([in_folder(FOLDER / above / "Sharma", entry(id_, "a.csv", State.READY))])
    assert [name for name in rows(files) if name != "a.csv"] == ["April/Sharma", "May/Sharma"]


def test_a_dropped_folder_shows_the_folders_in_it_as_groups(queue: StagedQueue, files: FileFilter) -> None:
    month = FOLDER / "November"
    paths = ("cover.csv", "Sharma/a.csv", "Sharma/old/b.csv", "Gulf/c.csv")
    queue.put(
        [
            replace(entry(id_, Path(path).name, State.READY), path=month / path, dropped_in=month)
            for id_, path in enumerate(paths, 1)
        ]
    )
    above = str(Path("November", "x"))[:-1]
    assert rows(files) == ["November", "cover.csv", f"{above}Sharma", "a.csv", "b.csv", f"{above}Gulf", "c.csv"]
    assert aloud(files, 2) == f"{above}Sharma, 2 files, expanded"


def test_a_group_counts_its_files_and_says_when_all_is_done(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([of("Sharma", 1, "a.csv", State.UPLOADED), failed("Sharma", 2, "b.csv"), of("Gulf", 3, "c.csv")])
    assert aloud(files, 0) == "Sharma, 2 files, 1 uploaded, 1 needs attention, expanded"
    changed: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        changed.append((first.row(), last.row()))

    files.dataChanged.connect(note)
    queue.change(of("Sharma", 2, "b.csv", State.UPLOADED))
    assert changed == [(2, 2), (0, 0)]  # the row and that of its group, no others
    assert aloud(files, 0) == "Sharma, 2 files, 2 uploaded, all done, expanded"
    collapse(files, 0)
    assert rows(files) == ["Sharma", "Gulf", "c.csv"]
    assert aloud(files, 0).endswith(", collapsed")
    queue.put([of("Sharma", 4, "d.csv")])
    assert rows(files) == ["Sharma", "Gulf", "c.csv"]
    assert aloud(files, 0) == "Sharma, 3 files, 2 uploaded, collapsed"


def test_files_are_sorted_within_their_groups(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([of("Sharma", 1, "b.csv"), of("Sharma", 2, "a.csv"), of("Gulf", 3, "d.csv"), of("Gulf", 4, "c.csv")])
    files.sort(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert rows(files) == ["Sharma", "a.csv", "b.csv", "Gulf", "c.csv", "d.csv"]
    queue.change(of("Sharma", 2, "z.csv"))
    assert rows(files) == ["Sharma", "b.csv", "z.csv", "Gulf", "c.csv", "d.csv"]
    files.sort(Column.STATUS, Qt.SortOrder.AscendingOrder)
    queue.change(failed("Gulf", 3, "d.csv"))
    assert rows(files) == ["Sharma", "b.csv", "z.csv", "Gulf", "d.csv", "c.csv"]


def test_filter_and_search_leave_groups_with_hits(queue: StagedQueue, files: FileFilter) -> None:
    queue.put(
        [of("Sharma", 1, "a.csv"), failed("Sharma", 2, "b.csv"), of("Gulf", 3, "c.csv"), of("Gulf", 4, "bc.csv")]
    )
    files.show_only(Shown.ATTENTION)
    assert rows(files) == ["Sharma", "b.csv"]
    assert aloud(files, 0) == "Sharma, 1 of 2 files, 1 needs attention, expanded"
    files.show_only(Shown.ALL)
    collapse(files, 0)
    files.find("B")
    assert rows(files) == ["Sharma", "b.csv", "Gulf", "bc.csv"]  # opened, since something was found inside
    files.find("sharma")
    assert (rows(files), files.count) == (["Sharma", "a.csv", "b.csv"], 2)
    collapse(files, 0)
    assert (rows(files), files.count) == (["Sharma"], 2)
    files.find("")
    assert rows(files) == ["Sharma", "Gulf", "c.csv", "bc.csv"]


def test_many_groups_come_and_go_at_once(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([of(f"client {n % 30}", n, f"{n}.csv") for n in range(300)])
    assert len(rows(files)) == 330
    queue.remove([n for n in range(300) if n % 2])
    assert len(rows(files)) == 165
    files.show_only(Shown.UPLOADED)
    assert rows(files) == []
    files.show_only(Shown.ALL)
    assert rows(files)[:3] == ["client 0", "0.csv", "30.csv"]


@pytest.fixture
def scene(show: Show) -> Scene:
    staged = states.set_scene(SANDBOX)
    items = (of("Sharma", 1, "a.csv"), failed("Sharma", 2, "b.csv"), of("Gulf", 3, "c.csv"), of("Gulf", 4, "d.csv"))
    staged.queue.put([replace(item, account_id=SANDBOX.id) for item in items])
    show(staged)
    staged.window.workspace.list.setFocus()
    return staged


def selected(files: FileList) -> list[int]:
    return files.selected_ids()


def test_keys_collapse_and_expand(scene: Scene) -> None:
    files = scene.window.workspace.list
    heard: list[str] = []
    files.heard.connect(heard.append)
    files.show_file(2)
    QTest.keyClick(files, Qt.Key.Key_Left)
    assert files.currentIndex().data() == "Sharma"
    QTest.keyClick(files, Qt.Key.Key_Left)
    assert rows(files.filter) == ["Sharma", "Gulf", "c.csv", "d.csv"]
    QTest.keyClick(files, Qt.Key.Key_Left)  # which it is already
    QTest.keyClick(files, Qt.Key.Key_Right)
    assert rows(files.filter)[1] == "a.csv"
    assert heard == [
        "Sharma, 2 files, 1 needs attention, collapsed", "Sharma, 2 files, 1 needs attention, expanded"
    ]  # fmt: skip
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter):
        before = rows(files.filter)
        QTest.keyClick(files, key)
        assert rows(files.filter) != before
    assert not scene.window.workspace.toggle.isChecked()  # Enter has opened no details
    files.show_file(1)
    assert rows(files.filter)[1] == "a.csv"  # shown, since its group was opened


@pytest.mark.parametrize("spoken", ["ar"], indirect=True)
def test_from_the_right_the_keys_and_the_arrow_are_mirrored(scene: Scene, spoken: str) -> None:
    files = scene.window.workspace.list
    files.show_file(1)
    QTest.keyClick(files, Qt.Key.Key_Right)
    QTest.keyClick(files, Qt.Key.Key_Right)
    assert len(rows(files.filter)) == 4
    middle = files.visualRect(files.filter.index(0, 0)).center().y()
    click = Qt.MouseButton.LeftButton
    QTest.mouseClick(files.viewport(), click, pos=QPoint(12, middle))
    assert len(rows(files.filter)) == 4
    QTest.mouseClick(files.viewport(), click, pos=QPoint(files.viewport().width() - 12, middle))
    assert len(rows(files.filter)) == 6


def test_the_arrow_and_a_double_click_toggle_and_a_click_selects(scene: Scene) -> None:
    files = scene.window.workspace.list
    files.select_files([3])
    middle = files.visualRect(files.filter.index(0, 0)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(files.viewport(), left, pos=QPoint(12, middle.y()))
    assert (rows(files.filter)[:2], selected(files)) == (["Sharma", "Gulf"], [3])
    QTest.mouseClick(files.viewport(), left, pos=middle)
    assert (rows(files.filter)[:2], selected(files)) == (["Sharma", "Gulf"], [1, 2])
    QTest.mouseDClick(files.viewport(), left, pos=middle)
    assert rows(files.filter)[1] == "a.csv"
    assert not scene.window.workspace.toggle.isChecked()


def test_the_row_of_a_group_stands_for_its_files(scene: Scene) -> None:
    window = scene.window
    files = window.workspace.list
    collapse(files.filter, 0)
    files.select_files([3])
    QTest.keyClick(files, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert selected(files) == [3]  # of a group with selected files only these
    QTest.keyClick(files, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert selected(files) == [1, 2, 3, 4]
    QTest.keyClick(files, Qt.Key.Key_Home)
    assert selected(files) == [1, 2]
    menu = files.menu()
    words = [item.text() for item in menu.actions() if item.text()]
    assert words[0] == "Expand"
    assert "S&end this folder (2 files)" in words
    next(item for item in menu.actions() if item.text().startswith("S&end")).trigger()
    assert scene.queue.asked[-1] == ("send_selected", [1, 2])
    window.workspace.open_details()
    assert window.workspace.details.name.text() == "2 files selected"
    window.perform(Action.REMOVE, selected(files))
    assert rows(files.filter) == ["c.csv", "d.csv"]
    assert selected(files) == [3]  # never a whole group


def test_select_all_says_how_many_files_not_rows(scene: Scene) -> None:
    heard: list[str] = []
    scene.window.workspace.list.heard.connect(heard.append)
    scene.window.workspace.list.selectAll()
    assert heard == ["4 files selected"]
