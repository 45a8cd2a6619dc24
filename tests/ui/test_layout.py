"""Test every state of the window: nothing is cut off, nothing overlaps, everything has a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.dialogs import EVERYTHING
from tests.screens.facts import by_tab, describe, faults, is_cut, shown
from tests.screens.states import Scene
from tests.screens.take import PSEUDO
from tests.ui.conftest import Put
from tests.variants import mostly_long

from ledgerdrop.ui.files.details_panel import DetailsPanel
from ledgerdrop.ui.files.file_list import FileList
from ledgerdrop.ui.files.file_model import Column
from ledgerdrop.ui.history.receipts import ReceiptColumn
from ledgerdrop.ui.main_window import WIDEST, MainWindow
from ledgerdrop.ui.text import formatting
from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.theme import Space
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import Picture

Show = Callable[[Scene], Scene]

NAMES = [name for name in EVERYTHING if name != "long_list"]
LARGEST = ("en", 200)
EACH_TIME = (LARGEST, (PSEUDO, 100))  # the largest and the longest text; test_looks.py adds what goes from the right
LOOKS = [
    (spoken, text_size, name)
    for spoken, text_size in (*EACH_TIME, ("en", 100), ("hi", 100), ("ar", 100))
    for name in NAMES
]


@pytest.mark.parametrize(
    ("spoken", "text_size", "name"),
    mostly_long(LOOKS, lambda look: look[:2] in EACH_TIME),
    indirect=["spoken", "text_size"],
)
def test_nothing_is_cut_off_or_overlaps_and_all_has_a_name(put: Put, spoken: str, text_size: int, name: str) -> None:
    window = put(name)
    assert faults(window) == []
    if (spoken, text_size) == LARGEST:
        check_what_tab_leads_to(window)


def check_what_tab_leads_to(window: QWidget) -> None:
    """Check that all of it has a name and a role, and what is not obvious a description."""
    silent = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Grouping}
    for part in by_tab(window):
        read = QAccessible.queryAccessibleInterface(part)
        assert read.text(QAccessible.Text.Name), describe(part)
        assert read.role() not in silent, describe(part)
        if isinstance(part, QPushButton) and part.isCheckable():  # which is read as a check box
            assert read.text(QAccessible.Text.Description), describe(part)


@pytest.mark.parametrize(
    "name",
    [
        "empty",
        "answer_details",
        "busy",
        "dialog_settings",
        "dialog_account",
        "dialog_close_question",
        "account_refused",
    ],
)
def test_everything_that_can_be_clicked_can_be_reached_with_tab(put: Put, name: str) -> None:
    window = put(name)
    clickable = {part for part in shown(window) if isinstance(part, QPushButton | QLineEdit) and part.isEnabled()}
    reached = {describe(part) for part in by_tab(window)}
    missing = {describe(part) for part in clickable} - reached
    assert all(name.startswith("Tab(") for name in missing), missing  # arrow keys lead from one tab to the next


@pytest.mark.parametrize("spoken", ["en", "ar"], indirect=True)
@pytest.mark.parametrize(
    "name",
    ["busy_details", "answer_details", "account_refused", "dialog_network", "dialog_account_new", "history_selected"],
)
def test_tab_goes_the_way_one_reads(put: Put, spoken: str, name: str) -> None:
    """Line by line, along a line in the language's direction; the details are read as one, after the list."""
    window = put(name)
    details = window.findChild(DetailsPanel)
    inside = [part for part in by_tab(window) if details is not None and details.isAncestorOf(part)]
    outside = [part for part in by_tab(window) if part not in inside]

    def place(part: QWidget) -> tuple[int, int]:
        middle = part.mapTo(window, part.rect().center())
        line = part.mapTo(window, part.rect().topLeft()).y() // 16
        return line, -middle.x() if spoken == "ar" else middle.x()

    for stops in (inside, outside):
        assert [describe(part) for part in stops] == [describe(part) for part in sorted(stops, key=place)]
    if inside:
        before = by_tab(window).index(inside[0]) - 1
        assert isinstance(by_tab(window)[before], FileList)


@pytest.mark.parametrize("name", ["busy", "history"])
def test_the_cross_in_a_field_has_a_name(put: Put, name: str) -> None:
    window = put(name)
    (search,) = [field for field in window.findChildren(QLineEdit) if field.isClearButtonEnabled()]
    assert [cross.accessibleName() for cross in search.findChildren(QToolButton)] == ["Clear this field"]


def test_a_screen_reader_reads_the_cells(put: Put) -> None:
    window = put("problems")
    files = window.findChild(QWidget, "files")
    assert files is not None
    table = QAccessible.queryAccessibleInterface(files)
    read = {table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())}
    assert "This workbook is from a very old version of Excel" in {text.split(". ")[0] for text in read}
    assert any(text.startswith("purchases april.csv, in 2026-04") for text in read)
    assert "Send as purchases april.xlsx, Check again, Remove from the list" in read


@pytest.mark.parametrize("spoken", ["en", "hi", "ar"], indirect=True)
@pytest.mark.parametrize("name", ["busy", "history"])
def test_every_size_has_room_in_its_column(put: Put, spoken: str, name: str) -> None:
    window = put(name)
    files, receipts = window.findChild(FileList), window.findChild(QTableView)
    room = files.header().sectionSize(Column.SIZE) if files else 0
    if receipts:
        room = receipts.horizontalHeader().sectionSize(ReceiptColumn.SIZE)
    measure = QFontMetrics(theme.font()).horizontalAdvance
    assert [
        size for size in map(formatting.size, (1018, 1023 << 10, 1023 << 20)) if measure(size) + 2 * Space.M > room
    ] == []


@pytest.mark.parametrize("text_size", [200], indirect=True)
@pytest.mark.parametrize("name", ["busy", "problem_details", "account_refused", "ready_production"])
def test_at_double_size_of_text_the_rows_still_say_what_is_happening(put: Put, text_size: int, name: str) -> None:
    window = put(name)
    window.resize(900, 600)
    QTest.qWait(1)
    assert window.size() == QSize(900, 600)
    assert faults(window) == []
    files = window.findChild(FileList)
    assert files is not None
    assert files.header().sectionSize(Column.NAME) >= 24 * files.fontMetrics().averageCharWidth()
    first, status = files.filter.index(0, Column.NAME), files.filter.index(0, Column.STATUS)
    assert status.data() in first.data(Qt.ItemDataRole.AccessibleTextRole)  # the row is still read as a whole


@pytest.mark.parametrize("text_size", [200], indirect=True)
def test_a_long_name_of_an_account_is_cut_in_its_middle_and_told_whole(show: Show, text_size: int) -> None:
    name = "Krishnamurthy Venkataraghavan & Sons, Chartered Accountants, Bengaluru"
    scene = states.ready(states.SANDBOX)
    window = show(scene).window
    scene.settings_service.saved.emit(
        scene.settings_service.settings.with_account(replace(states.SANDBOX, name=name))
    )
    window.resize(900, 600)
    QTest.qWait(1)
    assert faults(window) == []
    for button in (window.footer.send, window.header.account):
        head, tail = button.shown_name.split("…")
        assert name.startswith(head)
        assert name.endswith(tail)
        assert min(len(head), len(tail)) >= 4
        told = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        assert name in told
        assert name in button.toolTip()


@pytest.mark.parametrize("spoken", [PSEUDO], indirect=True)
@pytest.mark.parametrize("name", ["dialog_account", "dialog_account_of_it", "dialog_account_that_takes_in"])
def test_a_page_that_scrolls_is_not_cut_at_its_side(put: Put, spoken: str, name: str) -> None:
    pages = [(area.widget(), area.viewport()) for area in put(name).findChildren(QScrollArea) if area.isVisible()]
    assert pages
    for page, viewport in pages:
        assert page is not None
        assert page.width() <= viewport.width()


@pytest.mark.parametrize("spoken", [PSEUDO], indirect=True)
@pytest.mark.parametrize("name", ["narrow_problem_details", "narrow_into_the_books"])
def test_beside_details_long_words_do_not_cut_names_to_a_few_letters(put: Put, spoken: str, name: str) -> None:
    files = put(name).findChild(FileList)
    assert files is not None
    assert files.header().sectionSize(Column.NAME) >= 24 * files.fontMetrics().averageCharWidth()


def test_the_field_for_names_comes_when_it_is_wanted(put: Put) -> None:
    window = put("busy")
    assert isinstance(window, MainWindow)
    search = window.workspace.search
    assert search.isVisible()
    window.workspace.add.setText("Add files, and a text as long as those of some languages in large letters" * 2)
    window.workspace.resizeEvent(QResizeEvent(window.size(), window.size()))
    assert not search.isVisible()
    window.workspace.find_by_name()
    assert search.hasFocus()
    QTest.keyClicks(search, "branch")
    window.workspace.list.setFocus()
    assert search.isVisible()  # since it says what is filtered
    window.workspace.find_by_name()
    search.clear()
    window.workspace.list.setFocus()
    assert not search.isVisible()


@pytest.mark.parametrize("size", [QSize(760, 520), QSize(3840, 2160)])
def test_it_fits_from_small_to_4k(qtbot: QtBot, size: QSize) -> None:
    scene = states.busy()
    qtbot.addWidget(scene.window)
    scene.window.resize(size)
    scene.window.show()
    QTest.qWait(1)
    assert scene.window.size() == size
    assert [describe(part) for part in shown(scene.window) if is_cut(part)] == []
    scene.queue.clear()


@pytest.mark.parametrize("size", [states.NORMAL, states.NARROW, QSize(760, 520)], ids=str)
def test_the_footer_has_one_height_whatever_it_says(qtbot: QtBot, size: QSize) -> None:
    heights = {}
    for make in (states.checking, states.ready_production, states.several_accounts, states.busy, states.paused,
                 states.offline, states.account_refused, states.finished, states.finished_with_problems):  # fmt: skip
        scene = make()
        qtbot.addWidget(scene.window)
        scene.window.resize(size)
        scene.window.show()
        QTest.qWait(1)
        heights[make.__name__] = scene.window.footer.height()
        scene.queue.clear()
    assert len({*heights.values()}) == 1, heights


@pytest.mark.parametrize("name", ["notice", "first_start", "dialog_settings_imported", "dialog_account_tested"])
def test_one_line_of_words_stands_level_with_its_picture(put: Put, name: str) -> None:
    window = put(name)
    pairs = [
        (picture.geometry(), words.geometry())
        for words in window.findChildren(Label)
        for picture in window.findChildren(Picture)
        if words.wordWrap() and words.isVisible() and picture.isVisible() and picture.parent() is words.parent()
    ]
    beside = [(one, other) for one, other in pairs if one.top() <= other.bottom() and other.top() <= one.bottom()]
    assert beside
    assert [pair for pair in beside if abs(pair[0].center().y() - pair[1].center().y()) > 1] == []


@pytest.mark.parametrize("width", [1920, 3840])
def test_on_a_very_wide_screen_what_belongs_together_stays_together(qtbot: QtBot, width: int) -> None:
    scene = states.busy()
    window = scene.window
    qtbot.addWidget(window)
    window.resize(width, 1080)
    window.show()
    QTest.qWait(1)
    for part in (window.header, window.pages, window.footer):
        assert part.width() == min(width, WIDEST)
        assert part.mapTo(window, part.rect().center()).x() == pytest.approx(width / 2, abs=1)
    assert window.header.strip.width() == width  # production is warned of all across
    scene.queue.clear()


def test_no_dialog_has_lines_that_are_too_long_to_read(put: Put) -> None:
    page = put("dialog_help_page")
    page.resize(3840, 1080)
    assert page.width() <= 1000
