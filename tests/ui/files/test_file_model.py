"""Test the list's model: rows follow the queue, and only what changed is painted again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from tests.screens.staged import StagedQueue
from tests.screens.states import entry, many, mixed, uploaded

from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files.file_filter import FileFilter, Show
from ledgerdrop.ui.files.file_model import Column, FileModel


@pytest.fixture
def queue() -> StagedQueue:
    return StagedQueue()


@pytest.fixture
def model(queue: StagedQueue) -> FileModel:
    return FileModel(queue)  # type: ignore[arg-type]  # staged


@pytest.fixture
def files(model: FileModel) -> FileFilter:
    made = FileFilter(model, model)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def names(files: FileFilter) -> list[str]:
    return [files.index(row, Column.NAME).data() for row in range(files.rowCount())]


def test_a_name_that_looks_like_markup_is_shown_as_it_is(queue: StagedQueue, files: FileFilter) -> None:
    name = '<b>bold</b> <img src="x.png">.csv'
    queue.put([entry(1, name, State.READY)])
    shown = QTextDocument()
    shown.setHtml(files.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole))  # what Qt makes of such a tooltip
    assert shown.toPlainText().startswith(name)
    queue.put([entry(1, "plain & simple.csv", State.READY)])
    assert files.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole).startswith("plain & simple.csv\n")


def test_a_change_hides_and_moves_rows(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([entry(n, f"{n}.csv", State.READY) for n in (1, 2, 3)])
    files.show_only(Show.UPLOADED)
    queue.change(entry(2, "2.csv", State.UPLOADED))
    assert names(files) == ["2.csv"]
    files.show_only(Show.ALL)
    queue.change(entry(3, "3.csv", State.UPLOADED))
    assert names(files) == ["1.csv", "2.csv", "3.csv"]
    files.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    queue.change(entry(1, "9.csv", State.READY))
    queue.put([entry(4, "4.csv", State.READY)])
    assert names(files) == ["9.csv", "4.csv", "3.csv", "2.csv"]
    files.sort(-1)
    queue.put([entry(5, "5.csv", State.READY)])
    assert names(files) == ["9.csv", "2.csv", "3.csv", "4.csv", "5.csv"]
    files.find("5")
    queue.change(entry(2, "25.csv", State.READY))
    assert names(files) == ["25.csv", "5.csv"]


def test_rows_come_and_go_with_the_queue(queue: StagedQueue, model: FileModel, files: FileFilter) -> None:
    queue.put([entry(n, f"{n}.csv", State.READY) for n in range(1, 9)])
    queue.put([entry(9, "9.csv", State.READY)])
    assert names(files) == [f"{n}.csv" for n in range(1, 10)]
    queue.remove([2, 3, 4, 9, 7])
    assert names(files) == ["1.csv", "5.csv", "6.csv", "8.csv"]
    assert model.ids() == [1, 5, 6, 8]
    queue.remove([1, 5, 6, 8])
    assert model.count == files.rowCount() == 0


def test_many_scattered_rows_go_at_once(queue: StagedQueue, files: FileFilter) -> None:
    queue.put(list(many(1000)))
    resets: list[bool] = []

    def note() -> None:
        resets.append(True)

    files.modelReset.connect(note)
    queue.remove([n for n in range(1, 1001) if n % 2])
    assert files.count == files.rowCount() == 500
    assert resets == [True]  # row by row, thousands take seconds
    assert [files.row_of(n) for n in (1, 2, 4, 1000)] == [-1, 0, 1, 499]
    queue.remove([2])
    assert files.rowCount() == 499
    assert resets == [True]


def test_only_changed_rows_are_painted_again(queue: StagedQueue, files: FileFilter) -> None:
    queue.put(list(many(50)))
    changed: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        changed.append((first.row(), last.row()))

    files.dataChanged.connect(note)
    queue.changed.emit([3, 4, 5, 40])
    assert changed == [(2, 4), (39, 39)]


def test_a_new_order_keeps_the_selection_on_its_file(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([entry(n, f"{n}.csv", State.READY) for n in (1, 2, 3)])
    held = files.index(0, 0)
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(held)
    queue.reorder([3, 2, 1])
    assert names(files) == ["3.csv", "2.csv", "1.csv"]
    assert kept.data() == "1.csv"


def test_a_row_whose_file_is_gone_already_says_nothing(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([entry(1, "a.csv", State.READY)])
    queue.forget(1)
    assert files.index(0, 0).data() is None


def test_a_file_that_is_gone_already_does_not_disturb_the_order(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([entry(n, f"{n}.csv", State.READY) for n in (1, 2, 3)])
    queue.forget(2)
    files.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert names(files) == ["3.csv", None, "1.csv"]
    queue.removed.emit([2])
    assert names(files) == ["3.csv", "1.csv"]


def test_filters(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([*mixed(), uploaded(30, "Sales March.csv")])
    files.show_only(Show.ATTENTION)
    assert len(names(files)) == 5
    files.show_only(Show.UPLOADED)
    assert names(files) == ["Sales March.csv"]
    files.show_only(Show.ALL)
    files.find(" sales ")
    assert names(files) == ["sales april.xlsx", "Sales March.csv"]
    files.find("")
    assert len(names(files)) == 11


def test_a_file_leaves_the_filter_when_it_is_mended(queue: StagedQueue, files: FileFilter) -> None:
    queue.put(mixed())
    files.show_only(Show.ATTENTION)
    queue.change(entry(2, "purchases april.csv", State.QUEUED))
    assert "purchases april.csv" not in names(files)


def test_sorting_by_size_goes_beyond_what_an_int_of_c_holds(queue: StagedQueue, files: FileFilter) -> None:
    sizes = {"a": 5 * 1024**3, "b": 3 * 1024**3, "c": 100, "d": None}
    queue.put([entry(n, name, State.READY, size=size) for n, (name, size) in enumerate(sizes.items(), 1)])
    files.sort(Column.SIZE, Qt.SortOrder.AscendingOrder)
    assert names(files) == ["d", "c", "b", "a"]
    files.sort(-1)
    assert names(files) == ["a", "b", "c", "d"]


def test_sorting_by_state_puts_trouble_first(queue: StagedQueue, files: FileFilter) -> None:
    queue.put([uploaded(1, "done"), entry(2, "ready", State.READY), entry(3, "failed", State.FAILED)])
    files.sort(Column.STATUS, Qt.SortOrder.AscendingOrder)
    assert names(files) == ["failed", "ready", "done"]


def test_a_cell_reads_aloud_what_is_only_painted(queue: StagedQueue, files: FileFilter) -> None:
    queue.put(mixed())
    aloud = [files.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    says = "Named .csv, but it's an Excel workbook (.xlsx)"
    assert aloud[Column.NAME] == "purchases april.csv, in 2026-04"
    assert aloud[Column.STATUS].startswith(f"{says}. The content is fine")
    assert aloud[Column.ACTIONS] == "Send as purchases april.xlsx, Check again, Remove from the list"
