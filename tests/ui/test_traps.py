"""Test what people stumbled over: files that were not seen, and menus and buttons that did nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from tests.screens import records, states
from tests.screens.states import FOLDER, PRACTICE, Scene, entry

from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files.file_filter import Show as Filter
from ledgerdrop.ui.files.file_model import Column

Show = Callable[[Scene], Scene]


def drop(scene: Scene, *paths: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    scene.window.adder.take(mime)


def test_files_that_come_before_there_is_an_account_are_answered(show: Show) -> None:
    scene = show(states.first_start())
    drop(scene, "/books/a.csv", "/books/b.csv")
    banner = scene.window.banner
    assert banner.words.text().startswith("2 files wait for an account.")
    assert scene.queue.asked == []
    banner.practice.click()
    what, account, token, _session_only = scene.settings_service.asked[-1]
    assert (what, account.environment, token) == ("save", Environment.PRACTICE, None)
    scene.settings_service.saved.emit(scene.settings_service.settings.with_account(account).using(account.id))
    assert scene.queue.asked == [("add", [Path("/books/a.csv"), Path("/books/b.csv")], account)]
    assert not banner.isVisible()


def test_added_files_are_seen_under_any_filter(show: Show) -> None:
    scene = show(states.attention_only())
    scene.window.workspace.search.setText("purchases")
    drop(scene, "/books/a.csv")
    assert scene.window.workspace.list.filter.shown is Filter.ALL
    assert scene.window.workspace.search.text() == ""


@pytest.mark.parametrize("way", ["second start", "samples", "history"])
def test_so_are_files_that_come_another_way(show: Show, way: str) -> None:
    scene = show(records.history(20))
    window, dialog = scene.window, scene.window.records.dialog
    assert dialog is not None
    window.workspace.show_only(Filter.UPLOADED)
    if way == "second start":
        window.add([Path("/books/a.csv")])
    elif way == "samples":
        window.add_samples()
    else:
        records.select_receipt(dialog, 0)
        dialog.send_again.click()
    assert window.workspace.list.filter.shown is Filter.ALL


def test_a_second_start_without_files_leaves_the_filter(show: Show) -> None:
    scene = show(states.attention_only())
    scene.window.add([])
    assert scene.window.workspace.list.filter.shown is Filter.ATTENTION


def test_send_says_what_it_sends_while_others_are_being_checked(show: Show) -> None:
    scene = show(states.checking())
    footer = scene.window.footer
    assert footer.summary.text() == "2 files ready to send"
    assert footer.send.text() == "Send 2 files to PRACTICE"
    assert footer.figures.text().startswith("5 still being checked")


def items_of(menu: QMenu) -> dict[str, bool]:
    return {item.text().replace("&", ""): item.isEnabled() for item in menu.actions() if item.text()}


def test_menus_grey_out_what_does_nothing_and_keys_still_work(show: Show) -> None:
    scene = show(states.problems())
    QGuiApplication.clipboard().clear()
    menus = {menu.title(): menu for menu in scene.window.menuBar().findChildren(QMenu)}
    selected, file_menu = menus["&Selected"], menus["&File"]
    selected.aboutToShow.emit()
    assert not any(items_of(selected)[name] for name in ("Retry", "Cancel", "Remove from the list", "Move up"))
    assert items_of(selected)["Select all"]
    selected.aboutToHide.emit()
    scene.window.workspace.list.show_file(6)
    selected.aboutToShow.emit()
    assert {name for name, enabled in items_of(selected).items() if enabled} >= {
        "Send anyway",
        "Remove from the list",
    }
    assert not items_of(selected)["Retry"]
    selected.aboutToHide.emit()
    assert items_of(selected)["Retry"]
    file_menu.aboutToShow.emit()
    assert not items_of(file_menu)["Paste files"]
    of_list = ("All files", "Uploaded", "Find by name", "Details of the selected file")
    assert all(items_of(menus["&View"])[name] for name in of_list)
    scene.queue.remove(scene.queue.ids())
    assert not any(items_of(menus["&View"])[name] for name in of_list)


def test_sorted_by_status_files_stay_in_order_of_folder_and_name(show: Show) -> None:
    scene = show(states.empty())
    names = [("b", "one.csv"), ("a", "two.csv"), ("a", "Three.csv"), ("b", "four.csv")]
    scene.queue.put(
        [entry(n, name, State.READY, PRACTICE, path=FOLDER / folder / name) for n, (folder, name) in enumerate(names)]
        + [entry(9, "zero.csv", State.FAILED)]
    )
    files = scene.window.workspace.list
    files.sort_by(Column.STATUS)
    assert files.filter.ids() == [9, 2, 1, 3, 0]


def test_dialogs_begin_in_the_last_folder(show: Show, tmp_path: Path) -> None:
    scene = show(records.history(20))
    window, history = scene.window, scene.window.records.dialog
    assert history is not None
    scene.settings_service.saved.emit(scene.settings_service.settings.with_recent_folder(str(tmp_path)))
    window.settings_controller.open()
    page = window.settings_controller.settings
    assert page is not None
    of_accounts = (page.accounts.import_accounts.click, page.accounts.export_accounts.click)
    of_history = (history.export.click, history.pdf_listed.trigger)
    for choose in (*of_accounts, *of_history, window.adder.browse, window.adder.browse_folder):
        choose()
        (dialog,) = (one for one in window.findChildren(QFileDialog) if one.isVisible())
        assert Path(dialog.directory().absolutePath()) == tmp_path
        dialog.reject()


def test_shift_f10_opens_the_menu_of_the_row(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, place: opened.append(place))
    files = show(states.problems()).window.workspace.list
    files.show_file(2)
    QTest.keyClick(files, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert opened == [files.viewport().mapToGlobal(files.visualRect(files.currentIndex()).center())]


@pytest.mark.parametrize(
    ("make", "tone", "full"),
    [(states.finished, "good", True), (states.finished_with_problems, "warn", False)],
)
def test_the_bar_is_all_green_only_when_all_is_well(
    show: Show, make: Callable[[], Scene], tone: str, full: bool
) -> None:
    scene = make()
    if not full:
        ready = [id_ for id_ in scene.queue.ids() if scene.queue.entry(id_).state is State.READY]
        scene.queue.remove(ready)  # those of another account
    footer = show(scene).window.footer
    if footer.bar.isVisible():
        assert footer.bar.property("tone") == tone
        assert (footer.bar.value() == 1000) is full
    assert ("All done" in footer.summary.text()) is full


def test_the_tabs_tell_each_file_where_it_is(show: Show) -> None:
    scene = show(states.busy())
    tabs = [button.text() for button in scene.window.workspace.tabs.buttons()]
    assert tabs == ["All 19", "Needs attention 0", "In progress 15", "Uploaded 4"]
    scene.window.workspace.show_only(Filter.IN_PROGRESS)
    assert len(scene.window.workspace.list.filter.ids()) == 15
