"""Test the window's own decisions, beside a staged queue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.facts import link_place
from tests.screens.states import CUSTOM, PRACTICE, PRODUCTION, SANDBOX, Scene, entry, uploaded

from ledgerdrop.content.formats import CONTENT_TYPES
from ledgerdrop.model.settings import Theme
from ledgerdrop.model.transfers import Notice, State
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.file_filter import Show as Filter
from ledgerdrop.ui.files.file_filter import Show as Shown
from ledgerdrop.ui.main_window import LEAST_SIZE

Show = Callable[[Scene], Scene]


def drag_and_drop(
    window: QWidget, mime: QMimeData, action: Qt.DropAction = Qt.DropAction.CopyAction
) -> Qt.DropAction:
    """Send what Qt sends when something is dragged onto the window and let go; return what its source is told."""
    place = window.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, mime, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(place), action, mime, buttons, keys)
    QApplication.sendEvent(window, drop)
    assert drop.isAccepted()
    return drop.dropAction()


def of_files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) for name in names])
    return mime


def test_it_is_one_main_window_and_the_only_one(show: Show) -> None:
    """Screen readers drop the events of a main window that lies inside of another window."""
    scene = show(states.busy())
    assert scene.window.isWindow()
    assert scene.window.window() is scene.window
    assert scene.window.findChildren(QMainWindow) == []
    assert scene.window.minimumSize() == LEAST_SIZE


def test_the_keyboard_begins_where_files_are_chosen(show: Show, qtbot: QtBot) -> None:
    scene = show(states.empty())
    scene.window.activateWindow()
    qtbot.waitUntil(scene.window.isActiveWindow)
    assert QApplication.focusWidget() is scene.window.empty.browse


def test_what_clear_accepts_is_named_and_offered(show: Show) -> None:
    window = show(states.empty()).window
    words = " ".join(label.text() for label in window.empty.findChildren(QLabel)).casefold()
    assert [one for one in CONTENT_TYPES if one not in words] == []
    window.adder.browse()
    (dialog,) = (one for one in window.findChildren(QFileDialog) if one.isVisible())
    assert dialog.nameFilters()[0] == "Ledgers (*.csv *.xlsx *.xls *.zip)"
    dialog.reject()


def test_what_is_dropped_can_be_seen_whatever_is_shown(show: Show) -> None:
    scene = show(states.empty())
    window, files = scene.window, scene.window.workspace.list
    scene.queue.put([states.entry(id_, f"{id_}.csv", State.READY) for id_ in range(1, 200)])
    window.workspace.show_only(Filter.UPLOADED)
    folder = states.FOLDER / "Sharma"
    window.add([folder, states.FOLDER / "last.csv"])
    scene.queue.put([states.entry(200, "Sharma", State.CHECKING), states.entry(201, "last.csv", State.CHECKING)])

    def seen(id_: int) -> bool:
        return files.viewport().rect().contains(files.visualRect(files.filter.index_of(id_)))

    assert seen(200)
    files.scrollToTop()
    scene.queue.put([states.in_folder(folder, states.entry(202, "a.csv", State.CHECKING))])
    assert seen(202)
    files.scrollToTop()
    scene.queue.put([states.in_folder(folder, states.entry(203, "b.csv", State.CHECKING))])
    assert not seen(203)  # the user may be elsewhere by now


def test_what_is_brought_back_can_be_seen_whatever_is_shown(show: Show) -> None:
    window = show(states.problems()).window
    window.perform(Action.REMOVE, [1, 3])
    window.workspace.show_only(Filter.UPLOADED)
    window.undo.bring_back()
    assert window.workspace.list.filter.shown is Shown.ALL
    assert window.workspace.list.selected_ids() == [1, 3]


def test_what_was_removed_is_brought_back_by_click_or_key(show: Show) -> None:
    scene = show(states.problems())
    window, undo = scene.window, scene.window.undo
    window.perform(Action.REMOVE, [1, 3])
    assert undo.isVisible()
    assert undo.words.text() == "2 files removed from the list."
    QTest.mouseClick(undo.undo, Qt.MouseButton.LeftButton)
    assert scene.queue.asked[-1] == ("bring_back", [1, 3])
    assert not undo.isVisible()
    window.workspace.list.selectAll()
    QTest.keyClick(window.workspace.list, Qt.Key.Key_Delete)
    assert undo.isVisible()  # also over the empty page
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scene.queue.asked[-1] == ("bring_back", [2, 4, 5, 6, 7, 8, 9, 10, 1, 3])
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scene.queue.asked[-1][0] == "bring_back"
    assert len([one for one in scene.queue.asked if one[0] == "bring_back"]) == 2


def test_quitting_by_the_menu_closes_it(show: Show) -> None:
    scene = show(states.empty())
    scene.window.close()
    assert not scene.window.isVisible()
    assert scene.queue.asked == [("shutdown",)]


def test_dropped_files_are_added_for_the_account_in_use(show: Show) -> None:
    scene = show(states.empty_sandbox())
    drag_and_drop(scene.window, of_files("/books/a.csv", "/books/folder"))
    assert scene.queue.asked == [("add", [Path("/books/a.csv"), Path("/books/folder")], SANDBOX)]


def test_a_move_is_answered_with_a_copy_lest_the_source_deletes_the_file(show: Show) -> None:
    scene = show(states.empty())
    move, copy = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
    assert drag_and_drop(scene.window, of_files("/books/a.csv"), move | copy) == copy
    assert drag_and_drop(scene.window, of_files("/books/b.csv"), move) == Qt.DropAction.IgnoreAction
    assert len(scene.queue.asked) == 2


@pytest.mark.parametrize("make", [states.empty, states.problems])
def test_no_part_of_the_window_takes_drops_for_itself(show: Show, make: Callable[[], Scene]) -> None:
    from PySide6.QtWidgets import QWidget

    scene = show(make())
    takers = [child for child in scene.window.findChildren(QWidget) if child.acceptDrops() and child.isVisible()]
    rows = scene.window.workspace.list.viewport()  # which takes its own rows, and leaves files to the window
    assert [taker for taker in takers if taker is not rows] == []
    for taker in takers:
        drag_and_drop(taker, of_files("/books/a.csv"))
        assert scene.queue.asked == [("add", [Path("/books/a.csv")], scene.window.account)]


def test_an_attachment_is_told_to_be_saved_first(show: Show) -> None:
    scene = show(states.empty())
    mime = QMimeData()
    mime.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', QByteArray(b"x"))
    drag_and_drop(scene.window, mime)
    assert scene.window.banner.isVisible()
    assert "Save it to a folder" in scene.window.banner.words.text()
    assert scene.queue.asked == []


def test_a_link_is_explained(show: Show) -> None:
    scene = show(states.empty())
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/ledger.csv")])
    drag_and_drop(scene.window, mime)
    assert "Download the file" in scene.window.banner.words.text()


def test_files_are_pasted(show: Show) -> None:
    scene = show(states.empty())
    QGuiApplication.clipboard().setMimeData(of_files("/books/b.csv"))
    QTest.keyClick(scene.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert scene.queue.asked == [("add", [Path("/books/b.csv")], PRACTICE)]


def test_files_added_before_the_settings_are_known_wait_for_them(show: Show) -> None:
    scene = states.set_scene(load=False)
    scene.window.add([Path("/books/a.csv")])
    assert scene.queue.asked == []
    scene.settings_service.load()
    assert scene.queue.asked == [("add", [Path("/books/a.csv")], PRACTICE)]
    show(scene)


def test_nothing_is_sent_before_the_settings_are_known(show: Show) -> None:
    """Wait for them, since they say whether a folder is another account's."""
    scene = states.set_scene(load=False)
    scene.queue.put([entry(1, "a.csv", State.READY), entry(2, "b.csv", State.WARNED)])
    scene.window.send()
    scene.window.send_selected([1])
    scene.window.perform(Action.SEND_ANYWAY, [2])
    assert scene.queue.asked == []
    scene.settings_service.load()
    show(scene)


def test_send_and_stop_take_the_states_of_now(show: Show) -> None:
    """Act on files whose rows were not told yet: "Stop" stops also what began a moment ago."""
    scene = show(states.empty())
    queue = scene.queue
    queue.put([entry(1, "a.csv", State.CHECKING), entry(2, "b.csv", State.READY), uploaded(3, "c.csv")])
    queue.blockSignals(True)
    queue.change(entry(1, "a.csv", State.READY))
    assert queue.in_state(State.READY, State.UPLOADED) == [1, 2, 3]
    scene.window.send()
    queue.change(entry(2, "b.csv", State.SENDING))
    scene.window.stop_all()
    queue.forget(2)
    scene.window.stop_all()
    scene.window.send()
    queue.blockSignals(False)
    asked = [one for one in queue.asked if one[0] in {"send", "cancel"}]
    assert asked == [("send", [1, 2]), ("cancel", [2]), ("cancel", []), ("send", [1])]


def test_a_newcomer_is_led_to_settings(show: Show) -> None:
    scene = show(states.first_start())
    assert scene.window.banner.leads_to_settings
    drag_and_drop(scene.window, of_files("/books/a.csv"))
    assert scene.window.banner.isVisible()
    scene.settings_service.saved.emit(
        replace(scene.settings_service.settings, accounts=(SANDBOX,), current_id=SANDBOX.id)
    )
    assert not scene.window.banner.isVisible()
    assert scene.queue.asked == [("add", [Path("/books/a.csv")], SANDBOX)]


def test_closing_a_paused_queue_asks_nothing(show: Show) -> None:
    scene = show(states.paused())
    scene.window.close()
    assert not scene.window.isVisible()


def test_samples_are_offered_for_practice_only(show: Show) -> None:
    assert not show(states.empty_production()).window.empty.samples.isVisible()
    scene = show(states.empty())
    QTest.mouseClick(scene.window.empty.samples, Qt.MouseButton.LeftButton)
    assert scene.queue.asked[0][0] == "add"


def test_send_names_account_and_environment_and_sends_what_it_counts(show: Show) -> None:
    scene = states.set_scene(SANDBOX)
    scene.queue.put([entry(1, "a.csv", State.READY, PRODUCTION), entry(2, "b.csv", State.CHECKING, SANDBOX)])
    show(scene)
    send = scene.window.footer.send
    assert send.text() == "Send 1 file to PRODUCTION — Sharma && Associates"
    assert send.property("kind") == "production"
    scene.queue.change(entry(2, "b.csv", State.READY, SANDBOX))
    assert send.text() == "Send 2 files — 2 accounts, incl. PRODUCTION"
    assert send.property("kind") == "production"
    assert scene.window.footer.summary.text() == "2 files ready to send"
    told = send.accessibleDescription().replace("\u2068", "").replace("\u2069", "").splitlines()
    assert told == ["Sharma & Associates — Production: 1", f"{SANDBOX.name} — Clear sandbox: 1"]
    QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    assert scene.queue.asked == [("send", [1, 2])]
    scene.queue.change(entry(1, "a.csv", State.READY, CUSTOM))
    assert send.text() == "Send 2 files — 2 accounts"
    assert send.property("kind") == "primary"


def test_production_looks_different(show: Show) -> None:
    production, practice = show(states.ready_production()).window, show(states.ready()).window
    assert "Production" in production.header.account.text()
    assert production.header.strip.isVisible()
    assert not practice.header.strip.isVisible()
    assert production.footer.send.property("kind") == "production"
    assert practice.footer.send.property("kind") == "primary"
    assert "Production" in production.windowTitle()


def test_another_address_is_shown_since_it_may_be_a_real_one(show: Show) -> None:
    window = show(states.ready_custom()).window
    assert "Another address" in window.header.account.text()
    assert "https://api-sa.example.com" in window.header.account.text()


def test_closing_while_files_are_sent_asks_first(show: Show) -> None:
    scene = show(states.busy())
    scene.window.close()
    question = scene.window.close_question
    assert question is not None
    assert scene.window.isVisible()
    assert question.question.text() == "15 files are still being sent. Stop and close?"
    QTest.mouseClick(question.no, Qt.MouseButton.LeftButton)
    assert scene.window.isVisible()
    assert scene.window.close_question is None
    scene.window.close()
    again = scene.window.close_question
    assert again is not None
    QTest.mouseClick(again.yes, Qt.MouseButton.LeftButton)
    assert not scene.window.isVisible()
    assert scene.queue.asked == [("shutdown",)]


def test_closing_an_idle_window_asks_nothing(show: Show) -> None:
    scene = show(states.finished())
    scene.window.close()
    assert not scene.window.isVisible()
    assert scene.queue.asked == [("shutdown",)]


def test_what_needs_the_user_is_one_click_away(show: Show) -> None:
    scene = show(states.problems())
    assert scene.window.footer.attention.text() == "5 files need your attention"
    QTest.mouseClick(scene.window.footer.attention, Qt.MouseButton.LeftButton)
    assert scene.window.workspace.list.filter.rowCount() == 5
    assert scene.window.workspace.details.isVisible()
    assert scene.window.workspace.details.name.text() == "purchases april.csv"


def test_the_first_that_needs_the_user_can_be_told_from_the_others(show: Show) -> None:
    scene = show(states.problems())
    files = scene.window.workspace.list
    files.selectionModel().setCurrentIndex(files.filter.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.mouseClick(scene.window.footer.attention, Qt.MouseButton.LeftButton)
    assert [entry.name for entry in files.selected_entries()] == [scene.window.workspace.details.name.text()]


@pytest.mark.parametrize(
    ("id_", "action", "asked"),
    [
        (2, Action.SEND_AS, ("send_as", 2, "purchases april.xlsx")),
        (6, Action.SEND_ANYWAY, ("send_anyway", [6])),
        (10, Action.RETRY, ("retry", [10])),
        (2, Action.REMOVE, ("remove", [2])),
    ],
)
def test_links_on_a_row(show: Show, id_: int, action: Action, asked: tuple[object, ...]) -> None:
    scene = show(states.problems())
    files = scene.window.workspace.list
    files.show_file(id_)
    place = link_place(files, id_, action)
    assert place is not None
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert scene.queue.asked == [asked]


def test_a_press_that_ends_elsewhere_does_nothing(show: Show) -> None:
    scene = show(states.problems())
    files = scene.window.workspace.list
    place = link_place(files, 2, Action.REMOVE)
    assert place is not None
    QTest.mousePress(files.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(files.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, place.y()))
    assert scene.queue.asked == []


@pytest.mark.parametrize("action", [Action.SEND_AS, Action.REMOVE])
def test_buttons_of_the_details(show: Show, action: Action) -> None:
    scene = show(states.problem_details())
    QTest.mouseClick(scene.window.workspace.details.buttons[action], Qt.MouseButton.LeftButton)
    assert scene.queue.asked[0][0] == action.name.lower()


def test_the_keyboard_reaches_every_action(show: Show) -> None:
    scene = show(states.problems())
    files = scene.window.workspace.list
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    files.setFocus()
    files.selectAll()
    QTest.keyClick(files, Qt.Key.Key_R, control)
    QTest.keyClick(files, Qt.Key.Key_Return, control | shift)
    QTest.keyClick(files, Qt.Key.Key_S, control | shift)
    QTest.keyClick(files, Qt.Key.Key_Return, control)
    QTest.keyClick(files, Qt.Key.Key_Delete)
    assert [asked[0] for asked in scene.queue.asked] == ["retry", "send_anyway", "send_as", "send", "remove"]
    assert scene.queue.asked[-1][1] == list(range(1, 11))
    assert scene.window.empty.isVisible()


def test_the_menu_of_a_selection_counts(show: Show) -> None:
    scene = show(states.problems())
    files = scene.window.workspace.list
    files.select_files([2, 6, 10])
    menu = files.menu()
    texts = [item.text() for item in menu.actions() if item.text()]
    assert texts[:3] == ["Send 1 file anyway", "Retry 2 files", "Remove 3 files from the list"]
    _choose(menu, "Remove 3 files from the list")
    assert scene.queue.asked == [("remove", [2, 6, 10])]


def test_the_menu_of_one_file_has_all_its_actions(show: Show) -> None:
    scene = show(states.problems())
    files = scene.window.workspace.list
    files.show_file(2)
    menu = files.menu()
    _choose(menu, "Send as purchases april.xlsx")
    assert scene.queue.asked == [("send_as", 2, "purchases april.xlsx")]


def test_the_selection_survives_the_removal_of_many(show: Show) -> None:
    scene = show(states.long_list())
    files = scene.window.workspace.list
    files.select_files([4, 6])
    scene.queue.remove(list(range(1, 10_000, 2)))
    assert files.selected_ids() == [4, 6]
    assert files.current_id() == 4


def test_duplicates_are_pointed_out(show: Show) -> None:
    scene = show(states.ready())
    scene.queue.notice.emit(Notice(skipped=1, already_listed=(4, 5)))
    assert scene.window.workspace.list.selected_ids() == [4, 5]
    assert scene.window.banner.words.text() == (
        "2 files already in the list, now selected. "
        "1 hidden or temporary file skipped, such as ~$… of open workbooks."
    )


def test_the_server_is_quoted_as_plain_text(show: Show) -> None:
    scene = show(states.problems())
    row = scene.queue.entry(10)
    assert row.problem is not None
    evil = "<b>bold</b> <img src='file:///etc/passwd'>" + "x" * 3000
    scene.queue.change(replace(row, problem=replace(row.problem, server_message=evil)))
    scene.window.workspace.list.show_file(10)
    scene.window.workspace.open_details()
    details = scene.window.workspace.details
    assert details.answer.toPlainText() == evil
    assert details.answer.height() < 200
    details.copy_all()
    assert evil in QGuiApplication.clipboard().text()


def test_pause_and_stop(show: Show) -> None:
    scene = show(states.busy())
    footer = scene.window.footer
    QTest.mouseClick(footer.pause, Qt.MouseButton.LeftButton)
    scene.queue.count(**{**states.BUSY, "paused": True})
    assert not footer.pause.isVisible()
    assert footer.go_on.text() == "Resume"
    QTest.mouseClick(footer.go_on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(footer.stop, Qt.MouseButton.LeftButton)
    assert [asked[0] for asked in scene.queue.asked] == ["pause", "resume", "cancel"]
    assert sorted(scene.queue.asked[2][1]) == list(range(5, 20))


def test_after_a_start_one_click_lets_everything_go_on(show: Show) -> None:
    scene = show(states.after_restart())
    footer = scene.window.footer
    assert footer.summary.text() == "8 files waiting"  # one of them has failed, and may succeed now
    assert footer.go_on.text() == "Resume 8 files"
    assert not footer.pause.isVisible()
    QTest.mouseClick(footer.go_on, Qt.MouseButton.LeftButton)
    assert scene.queue.asked == [("resume", None)]


def test_one_click_retries_all_that_failed(show: Show) -> None:
    scene = show(states.problems())
    assert scene.window.footer.go_on.text() == "Retry 1 file"
    QTest.mouseClick(scene.window.footer.go_on, Qt.MouseButton.LeftButton)
    scene.window.main_menu.go_on_item.trigger()
    assert scene.queue.asked == [("resume", None)] * 2
    scene.queue.remove([10])
    assert not scene.window.footer.go_on.isVisible()
    assert not scene.window.main_menu.go_on_item.isEnabled()


def test_the_choice_of_colours_is_kept(show: Show) -> None:
    scene = show(states.empty())
    scene.window.main_menu.theme_items[Theme.LIGHT].trigger()
    assert scene.settings_service.asked == [("change", replace(scene.settings_service.settings, theme=Theme.LIGHT))]


def test_a_message_about_the_account_leads_to_settings(show: Show) -> None:
    scene = show(states.account_refused())
    QTest.mouseClick(scene.window.banner.settings, Qt.MouseButton.LeftButton)
    dialog = scene.window.settings_controller.account
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.form.account() == PRODUCTION
    dialog.reject()
    assert scene.window.settings_controller.account is None


def _choose(menu: QMenu, text: str) -> None:
    next(item for item in menu.actions() if item.text() == text).trigger()
    menu.deleteLater()


def test_what_happens_is_announced(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = show(states.empty())
    heard: list[str] = []
    monkeypatch.setattr(scene.window.announcer, "say", heard.append)
    scene.queue.put([entry(1, "a.csv", State.QUEUED), entry(2, "b.csv", State.QUEUED)])
    assert heard == ["2 files added"]
    scene.queue.change(states.uploaded(1, "a.csv"))
    scene.queue.change(entry(2, "b.csv", State.FAILED))
    assert heard[1:] == ["1 file uploaded. 1 file needs your attention"]
