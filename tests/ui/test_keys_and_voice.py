"""Test the window without a mouse and without eyes: where the keyboard goes, and what is read aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.facts import by_tab
from tests.screens.states import PRODUCTION, Scene

from ledgerdrop.model.transfers import State
from ledgerdrop.ui import banner, desktop, end_card
from ledgerdrop.ui.files.actions import Action, MoveStep
from ledgerdrop.ui.widgets import accessibility

Show = Callable[[Scene], Scene]
Heard = list[str]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Give what a screen reader is given to say."""
    said: Heard = []
    for module in (banner, desktop, end_card):
        monkeypatch.setattr(module, "say_aloud", lambda _window, text: said.append(text))
    return said


@pytest.fixture
def active(show: Show, qtbot: QtBot) -> Show:
    """Show a scene's window in front of all others."""

    def put_up(scene: Scene) -> Scene:
        show(scene)
        scene.window.activateWindow()
        qtbot.waitUntil(scene.window.isActiveWindow)
        return scene

    return put_up


def focus() -> QWidget | None:
    return QApplication.focusWidget()


@pytest.mark.parametrize(("name", "asked"), [("send", "send"), ("go_on", "resume")])
def test_the_keyboard_stays_at_the_list_when_a_button_has_done_its_work(active: Show, name: str, asked: str) -> None:
    scene = active(states.problems())
    button = getattr(scene.window.footer, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)  # Enter presses the focused button
    assert scene.queue.asked[-1][0] == asked
    button.hide()
    assert focus() is scene.window.workspace.list


def test_the_row_in_the_place_of_a_removed_one_is_selected(active: Show) -> None:
    scene = active(states.problems())
    files = scene.window.workspace.list
    files.show_file(3)
    scene.window.perform(Action.REMOVE, [3])
    assert files.selected_ids() == [4]
    scene.window.perform(Action.REMOVE, [9, 10])
    assert files.selected_ids() == [8]
    assert focus() is files


def test_the_first_row_is_read_when_the_list_is_entered(active: Show) -> None:
    scene = active(states.problems())
    files = scene.window.workspace.list
    scene.window.header.settings.setFocus()
    files.setFocus(Qt.FocusReason.TabFocusReason)
    assert files.current_id() == 1


def test_results_are_said_once(active: Show, heard: Heard, qtbot: QtBot) -> None:
    scene = active(states.problems())
    workspace, files = scene.window.workspace, scene.window.workspace.list
    qtbot.waitUntil(lambda: "5 files need your attention" in heard)
    heard.clear()
    workspace.search.setFocus()
    QTest.keyClicks(workspace.search, "ledger")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["2 files shown"]
    QTest.keyClick(workspace.search, Qt.Key.Key_Escape)
    assert workspace.search.text() == ""
    qtbot.waitUntil(lambda: len(heard) == 2)
    heard.clear()
    files.selectAll()
    assert heard == ["10 files selected"]
    files.show_file(2)
    heard.clear()
    workspace.open_details()
    assert len(heard) == 1
    assert "purchases april.csv" in heard[0]
    assert "an Excel workbook (.xlsx)" in heard[0]
    heard.clear()
    files.move_selected(MoveStep.DOWN)
    assert [text for text in heard if text.startswith("Moved to position")]
    heard.clear()
    scene.settings_service.saved.emit(scene.settings_service.settings.using(PRODUCTION.id))
    assert heard == ["Account in use: Sharma & Associates — Production"]


def test_an_added_account_that_is_taken_into_use_is_shown_and_said_once(active: Show, heard: Heard) -> None:
    scene = active(states.ready())
    heard.clear()
    settings = scene.settings_service.settings
    added = replace(PRODUCTION, id="added", name="New client")
    scene.settings_service.saved.emit(replace(settings, accounts=(*settings.accounts, added), current_id=added.id))
    assert scene.window.banner.isVisible()
    assert scene.window.banner.words.text() == "Account in use: New client — Production"
    assert heard == ["Account in use: New client — Production"]
    scene.window.banner.hide()
    scene.settings_service.saved.emit(scene.settings_service.settings.using(PRODUCTION.id))
    assert scene.window.banner.isHidden()  # who chooses one knows it


def test_files_added_behind_a_dialog_are_said_when_the_window_is_in_front_again(
    show: Show, heard: Heard, qtbot: QtBot
) -> None:
    scene = show(states.empty())
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    scene.queue.put([states.entry(1, "a.csv", State.READY)])
    assert "1 file added" not in heard
    scene.window.activateWindow()
    qtbot.waitUntil(lambda: "1 file added" in heard)
    assert heard.count("1 file added") == 1


def test_the_end_of_a_retried_file_is_said_by_its_name_and_once(active: Show, heard: Heard, qtbot: QtBot) -> None:
    scene = active(states.problems())
    qtbot.waitUntil(lambda: "5 files need your attention" in heard)
    heard.clear()
    scene.window.perform(Action.RETRY, [9])
    scene.queue.change(states.entry(9, "stock.csv", State.SENDING))
    scene.queue.change(states.uploaded(9, "stock.csv"))
    assert [text.partition(",")[0] for text in heard] == ["stock.csv: Uploaded 3 May"]


def test_new_failures_are_told_from_old_ones(active: Show, heard: Heard, qtbot: QtBot) -> None:
    scene = active(states.problems())
    qtbot.waitUntil(lambda: "5 files need your attention" in heard)
    scene.queue.put([states.entry(77, "a.csv", State.REJECTED), states.entry(78, "b.csv", State.WARNED)])
    qtbot.waitUntil(lambda: heard[-1] == "2 more files need your attention")


def test_another_language_is_said_in_it(active: Show, heard: Heard) -> None:
    scene = active(states.problems())
    service = scene.settings_service
    service.saved.emit(replace(service.settings, language="hi"))
    assert heard[-1] == "भाषा: हिन्दी"
    assert scene.window.footer.send.locale().language() is QLocale.Language.Hindi  # of its voice
    service.saved.emit(replace(service.settings, language="en"))
    assert heard[-1] == "Language: English"


def test_the_summary_is_a_stop_that_is_not_read_with_each_change(active: Show) -> None:
    scene = active(states.problems())
    summary = scene.window.footer.summary
    assert summary in by_tab(scene.window)
    before = summary.accessibleName()
    summary.setFocus()
    summary.setText("Sending… 3 files left")
    assert summary.accessibleName() == before
    scene.window.workspace.list.setFocus()
    assert summary.accessibleName() == "Sending… 3 files left"


def test_tabs_and_disclosures_say_what_they_are(active: Show) -> None:
    scene = active(states.problems())
    accessibility.install()
    workspace = scene.window.workspace
    tab, other = (QAccessible.queryAccessibleInterface(button) for button in workspace.tabs.buttons()[:2])
    assert (tab.role(), tab.text(QAccessible.Text.Name)) == (QAccessible.Role.PageTab, "All 10")
    assert (tab.state().selected, other.state().selected) == (1, 0)
    other.actionInterface().doAction("Press")
    assert (tab.state().selected, other.state().selected) == (0, 1)
    toggle = QAccessible.queryAccessibleInterface(workspace.toggle)
    assert (toggle.role(), toggle.state().expandable) == (QAccessible.Role.Button, 1)
    assert (toggle.state().expanded, toggle.state().collapsed) == (0, 1)
    workspace.open_details()
    assert (toggle.state().expanded, toggle.state().collapsed) == (1, 0)
