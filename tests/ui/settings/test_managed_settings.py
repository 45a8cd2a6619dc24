"""Test that the window names what IT has set up, and lets nobody change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtTest import QTest
from tests.screens import states, updates
from tests.screens.states import CUSTOM, SANDBOX, Scene
from tests.screens.updates import HELD, OF_IT

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Policy, ProxyMode
from ledgerdrop.ui.settings.account_dialog import AccountDialog

Show = Callable[[Scene], Scene]
UUID = "5d0f1a66-2a1c-4d57-9a3e-70a9d1d5afff"


def dialog_of(scene: Scene) -> AccountDialog:
    dialog = scene.window.settings_controller.account
    assert dialog is not None
    return dialog


def test_an_account_of_it_can_get_a_token_and_nothing_else(show: Show) -> None:
    scene = show(updates.account_of_it())
    dialog = dialog_of(scene)
    form = dialog.form
    for field in (form.name, form.base_url, form.integration_id):
        assert field.isReadOnly()
        QTest.keyClicks(field, "x")
        assert field.accessibleDescription() == "Your IT department has set this."
    assert not form.colour.isVisible()
    assert form.account() == CUSTOM
    QTest.keyClicks(form.token, "window-presets-71c2")
    form.send_at_once.click()
    dialog.save.click()
    assert scene.settings_service.asked == [
        ("save", replace(CUSTOM, send_at_once=True), "window-presets-71c2", False)
    ]
    scene.settings_service.saved.emit(
        scene.settings_service.settings.with_account(replace(CUSTOM, send_at_once=True))
    )
    assert scene.window.settings_controller.account is None  # it was saved, and is closed


def test_what_it_left_out_is_the_users(show: Show) -> None:
    policy = Policy(accounts={CUSTOM.id: frozenset({"name", "base_url"})})
    scene = show(updates.scene_of(policy))
    scene.window.settings_controller.open_account(CUSTOM.id)
    form = dialog_of(scene).form
    assert form.base_url.isReadOnly()
    assert not form.integration_id.isReadOnly()
    assert form.colour.isVisible()
    form.integration_id.clear()
    QTest.keyClicks(form.integration_id, UUID)
    assert form.account() == replace(CUSTOM, integration_id=UUID)
    dialog_of(scene).reject()


def test_the_address_of_an_account_that_it_has_brought_stays_fixed(show: Show) -> None:
    scene = show(updates.scene_of(Policy(accounts={CUSTOM.id: frozenset({"base_url"})})))
    scene.window.settings_controller.open_account(CUSTOM.id)
    form = dialog_of(scene).form
    assert form.base_url.isReadOnly()
    assert not form.name.isReadOnly()
    dialog_of(scene).reject()


def test_an_account_of_the_user_is_as_it_was(show: Show) -> None:
    scene = show(updates.scene_of(Policy(accounts={SANDBOX.id: HELD})))
    scene.window.settings_controller.open_account(CUSTOM.id)
    form = dialog_of(scene).form
    assert not any(field.isReadOnly() for field in (form.name, form.base_url, form.integration_id))
    dialog_of(scene).reject()


def test_an_account_of_it_is_named_as_such_and_cannot_be_removed(show: Show) -> None:
    scene = show(updates.accounts_of_it())
    dialog = scene.window.settings_controller.settings
    assert dialog is not None
    accounts = dialog.accounts
    lines = [accounts.list.item(row).text() for row in range(accounts.list.count())]
    assert [("set up by IT" in line) for line in lines] == [False, True, False, True]
    accounts.list.setCurrentRow(3)
    assert not accounts.remove.isEnabled()
    assert accounts.remove.toolTip() == "Your IT department has set this account up"
    assert accounts.edit.isEnabled()
    assert accounts.use.isEnabled()
    accounts.list.setCurrentRow(2)
    assert accounts.remove.isEnabled()
    assert accounts.remove.toolTip() == ""


def test_a_folder_of_it_cannot_be_forgotten(show: Show) -> None:
    scene = show(updates.accounts_of_it())
    settings = scene.settings_service.settings
    for folder in ("/books/ours", "/books/own"):
        settings = settings.with_folder_account(folder, CUSTOM.id)
    policy = replace(settings.policy, folders=frozenset({"/books/ours"}))
    scene.settings_service.saved.emit(replace(settings, policy=policy))
    dialog = scene.window.settings_controller.settings
    assert dialog is not None
    page = dialog.accounts
    page.folders.setCurrentRow(0)
    assert not page.forget.isEnabled()
    assert page.forget.toolTip() == "Your IT department has set this"
    page.folders.setCurrentRow(1)
    assert page.forget.isEnabled()
    assert page.forget.toolTip() == ""


def test_a_proxy_of_it_cannot_be_changed_but_its_password_entered(show: Show) -> None:
    scene = show(updates.network_of_it())
    dialog = scene.window.settings_controller.settings
    assert dialog is not None
    page = dialog.network
    assert page.held.isVisible()
    assert not any(page.buttons[mode].isEnabled() for mode in ProxyMode)
    assert page.buttons[ProxyMode.MANUAL].isChecked()
    assert not page.address.isEnabled()
    assert not page.apply.isEnabled()
    page.sign_in.click()
    assert scene.window.settings_controller.proxy is not None
    scene.window.settings_controller.proxy.reject()
    scene.settings_service.saved.emit(replace(scene.settings_service.settings, policy=Policy()))
    assert not page.held.isVisible()
    assert page.buttons[ProxyMode.NONE].isEnabled()
    assert page.address.isEnabled()


def test_a_language_of_it_cannot_be_changed(show: Show) -> None:
    scene = show(updates.scene_of(replace(OF_IT, accounts={}), language="en"))
    menu = scene.window.main_menu
    assert not any(item.isEnabled() for item in menu.language_items.values())
    assert menu.language_items["en"].isChecked()
    assert menu.language_note.isVisible()
    scene.settings_service.saved.emit(replace(scene.settings_service.settings, policy=Policy()))
    assert all(item.isEnabled() for item in menu.language_items.values())
    assert not menu.language_note.isVisible()


def test_what_cannot_be_used_is_said_without_sending_the_user_to_the_settings(show: Show) -> None:
    scene = show(updates.presets_unusable())
    banner = scene.window.banner
    assert banner.words.text().startswith("Your IT department's settings couldn't be used")
    assert "/etc/xdg/ledgerdrop/presets.json" in banner.words.text()
    assert not banner.settings.isVisible()
    again = show(states.set_scene(SANDBOX))
    again.settings_service.failed.emit(Problem(Code.SETTINGS_DAMAGED, {"path": "x"}))
    assert again.window.banner.settings.isVisible()
