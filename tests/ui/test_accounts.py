"""Test several accounts in the window: which one is in use, the others, and whose the files are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from tests.screens import dialogs, states
from tests.screens.states import ACCOUNTS, CUSTOM, PRODUCTION, SANDBOX, Scene, entry

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files.file_model import Column, ItemRole
from ledgerdrop.ui.settings.settings_dialog import SettingsDialog
from ledgerdrop.ui.widgets.account_colours import colour_of

Show = Callable[[Scene], Scene]


def click(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def settings_of(scene: Scene) -> SettingsDialog:
    dialog = scene.window.settings_controller.settings
    assert dialog is not None
    return dialog


def test_the_account_in_use_is_named_with_its_colour(show: Show) -> None:
    scene = show(states.set_scene(SANDBOX))
    button = scene.window.header.account
    assert button.text().strip("\u2068\u2069\u00a0 ") == "Sharma && Associates — Clear sandbox"
    assert button.accessibleName() == "Account in use: Sharma & Associates — Clear sandbox"
    assert "Clear's test environment" in button.toolTip()
    coloured = replace(SANDBOX, colour="#c2374a")
    scene.settings_service.saved.emit(scene.settings_service.settings.with_account(coloured))
    middle = button.icon().pixmap(14).toImage().pixelColor(7, 7)
    assert middle == QColor("#c2374a") == colour_of(coloured)
    assert button.grab().toImage().pixelColor(button.width() // 2, 0) == QColor("#c2374a")  # its edge


def test_the_account_in_use_does_not_change_by_selecting_files_of_others(show: Show) -> None:
    scene = show(states.several_accounts())
    pill, files = scene.window.header.account, scene.window.workspace.list
    before = (pill.text(), pill.grab().toImage(), scene.window.account)
    for id_ in files.filter.ids():
        files.show_file(id_)
        assert (pill.text(), pill.grab().toImage(), scene.window.account) == before
    assert scene.settings_service.asked == []


def test_switching_is_two_clicks_or_a_key(show: Show) -> None:
    scene = show(states.set_scene(SANDBOX))
    menu = scene.window.header.account.menu()
    items = [item for item in menu.actions() if item.isCheckable()]
    assert [item.text() for item in items] == [
        "Practice",
        "Sharma && Associates — Clear sandbox",
        "Sharma && Associates — Production",
        "Gulf branch — Another address",
    ]
    assert [item.isChecked() for item in items] == [False, True, False, False]
    # By its text, macOS would move an account named "Setup & Sons" to the menu of the program
    assert {item.menuRole() for item in items} == {QAction.MenuRole.NoRole}
    items[3].trigger()
    assert scene.settings_service.asked == [("use", CUSTOM.id)]
    QTest.keyClick(scene.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert scene.settings_service.asked[1:] == [("use", PRODUCTION.id)]
    scene.settings_service.saved.emit(scene.settings_service.settings.using(PRODUCTION.id))
    assert [item.isChecked() for item in menu.actions() if item.isCheckable()] == [False, False, True, False]
    assert "Sharma && Associates — Production" in scene.window.header.account.text()


def test_files_of_other_accounts_show_whose_they_are(show: Show) -> None:
    scene = show(states.several_accounts())
    files = scene.window.files

    def owners() -> list[str]:
        return [files.value(id_, Column.NAME, ItemRole.OWNER) for id_ in files.ids()]

    assert owners() == ["Sharma & Associates"] * 3 + ["a removed account"] + [""] * 4
    aloud = files.value(files.ids()[0], Column.NAME, Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "head office 20.xlsx, in 2026-04, for Sharma & Associates"
    assert QAccessible.queryAccessibleInterface(scene.window.workspace.list) is not None
    scene.settings_service.saved.emit(scene.settings_service.settings.using(PRODUCTION.id))
    assert owners() == [""] * 3 + ["a removed account"] + ["Gulf branch"] * 4


def test_what_is_dropped_is_for_the_account_in_use_then(show: Show) -> None:
    scene = show(states.set_scene(SANDBOX))
    scene.window.add([Path("one.csv")])
    scene.settings_service.saved.emit(scene.settings_service.settings.using(PRODUCTION.id))
    scene.window.add([Path("two.csv")])
    assert [(asked[1][0].name, asked[2]) for asked in scene.queue.asked] == [
        ("one.csv", SANDBOX),
        ("two.csv", PRODUCTION),
    ]


def test_a_refused_account_can_be_tried_again_or_put_right(show: Show) -> None:
    scene = show(states.account_refused())
    banner = scene.window.banner
    scene.queue.count()
    click(scene.window.footer.go_on)
    assert scene.queue.asked == [("resume", None)]
    assert banner.isVisible()
    for id_ in range(1, 9):  # nothing waits any more, so the message is out of date
        scene.queue.change(entry(id_, f"branch {id_}.csv", State.SENDING, PRODUCTION))
    assert not banner.isVisible()
    scene.queue.stop(PRODUCTION.id, Problem(Code.NO_TOKEN))
    click(banner.settings)
    dialog = scene.window.settings_controller.account
    assert dialog is not None
    assert dialog.form.account() == PRODUCTION
    dialog.reject()


def test_a_refused_account_that_is_not_in_use_is_named(show: Show) -> None:
    scene = show(states.several_accounts())
    scene.queue.stop(PRODUCTION.id, Problem(Code.SIGN_IN_REFUSED))
    assert scene.window.banner.words.text().startswith("Sharma & Associates: Clear rejected")
    scene.window.banner.say("Something else")
    assert not scene.window.banner.settings.isVisible()


def test_the_list_names_all_and_marks_the_one_in_use(show: Show) -> None:
    accounts = settings_of(show(dialogs.settings())).accounts
    lines = [accounts.list.item(row).text() for row in range(accounts.list.count())]
    assert len(lines) == len(ACCOUNTS)
    assert lines[1] == "Sharma & Associates\nClear sandbox  ·  in use  ·  …a002"
    assert not accounts.use.isEnabled()  # it is in use
    accounts.list.setCurrentRow(2)
    assert accounts.use.isEnabled()


def test_using_adding_and_editing_from_the_list(show: Show) -> None:
    scene = show(dialogs.settings())
    accounts, desk = settings_of(scene).accounts, scene.window.settings_controller
    accounts.list.setCurrentRow(3)
    click(accounts.use)
    assert scene.settings_service.asked == [("use", CUSTOM.id)]
    click(accounts.edit)
    assert desk.account is not None
    assert desk.account.form.account() == CUSTOM
    desk.account.reject()
    assert desk.account is None
    click(accounts.add)
    assert desk.account is not None
    assert desk.account.form.environments.isVisible()
    desk.account.reject()


def test_removing_asks_first(show: Show) -> None:
    scene = show(dialogs.settings())
    accounts = settings_of(scene).accounts
    accounts.list.setCurrentRow(3)
    click(accounts.remove)
    assert accounts.question is not None
    assert accounts.question.question.text() == "Remove “Gulf branch”?"
    click(accounts.question.no)
    assert scene.settings_service.asked == []
    click(accounts.remove)
    assert accounts.question is not None
    click(accounts.question.yes)
    assert scene.settings_service.asked == [("remove", CUSTOM.id)]
    scene.settings_service.saved.emit(scene.settings_service.settings.without_account(CUSTOM.id))
    assert accounts.list.count() == 3


def test_the_account_that_was_asked_about_is_removed_whatever_is_listed_by_then(show: Show) -> None:
    scene = show(dialogs.settings())
    accounts = settings_of(scene).accounts
    accounts.list.setCurrentRow(3)
    click(accounts.remove)
    scene.settings_service.saved.emit(scene.settings_service.settings.without_account(CUSTOM.id))
    assert accounts.list.currentRow() != 3
    assert accounts.question is not None
    click(accounts.question.yes)
    assert scene.settings_service.asked == [("remove", CUSTOM.id)]


def test_accounts_go_to_a_file_and_come_from_one(show: Show, tmp_path: Path) -> None:
    scene = show(dialogs.settings())
    dialog, chosen = settings_of(scene), str(tmp_path / "all.json")
    for button in (dialog.accounts.export_accounts, dialog.accounts.import_accounts):
        click(button)
        (files,) = dialog.accounts.findChildren(QFileDialog)
        files.fileSelected.emit(chosen)
        files.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert scene.settings_service.asked == [("export", chosen), ("import", chosen)]
    scene.settings_service.imported.emit(12, 3)
    assert dialog.outcome.text() == "Added: 12. Already there: 3. Choose Edit to enter each token."
    scene.settings_service.failed.emit(Problem(Code.ACCOUNTS_FILE_WRONG, {"what": "It is too long."}))
    assert dialog.outcome.text().startswith("This accounts file can't be used. It is too long.")


def test_without_an_account_the_settings_begin_with_one(show: Show) -> None:
    scene = show(states.first_start())
    scene.window.settings_controller.open()
    desk = scene.window.settings_controller
    assert desk.settings is None
    assert desk.account is not None
    desk.account.reject()


def test_the_file_at_which_an_account_stopped_is_named_and_set_aside(show: Show) -> None:
    scene = show(states.account_refused())
    banner = scene.window.banner
    assert banner.words.text().endswith("It stopped at “branch 1.csv”.")
    click(banner.set_aside)
    assert scene.queue.asked == [("set_aside", 1)]
    scene.queue.stop(PRODUCTION.id, Problem(Code.NO_TOKEN))
    assert not banner.set_aside.isVisible()
    assert banner.settings.isVisible()


def test_a_stop_that_the_user_closed_is_not_told_again_and_others_outlast_what_is_said_of_the_moment(
    show: Show,
) -> None:
    scene = show(states.account_refused())
    banner = scene.window.banner
    scene.window.banner.say("Something of the moment")
    click(scene.window.footer.go_on)
    scene.queue.count()
    assert "Clear rejected" in banner.words.text()
    assert banner.isVisible()
    click(banner.close_button)
    scene.queue.count(bytes_done=1)
    assert not banner.isVisible()
