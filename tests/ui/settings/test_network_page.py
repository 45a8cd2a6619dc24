"""Test the proxy in the window: chosen in the settings, and its password asked for once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.screens import dialogs, states
from tests.screens.states import SANDBOX, Scene

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.ui.settings.settings_controller import ProxyDialog
from ledgerdrop.ui.settings.settings_dialog import NetworkPage

Show = Callable[[Scene], Scene]
PROXY = "proxy.firm.example:8080"


def click(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def page_of(scene: Scene) -> NetworkPage:
    dialog = scene.window.settings_controller.settings
    assert dialog is not None
    return dialog.network


def asking(scene: Scene) -> ProxyDialog:
    dialog = scene.window.settings_controller.proxy
    assert dialog is not None
    return dialog


def test_a_proxy_of_ones_own(show: Show) -> None:
    scene = show(dialogs.network_of_the_system())
    page = page_of(scene)
    assert not page.address.isEnabled()
    page.buttons[ProxyMode.MANUAL].click()
    assert scene.settings_service.asked == []  # not before there is an address
    QTest.keyClicks(page.address, "Proxy.firm.example")
    click(page.apply)
    chosen = ProxyChoice(ProxyMode.MANUAL, "http://proxy.firm.example:80")
    assert scene.settings_service.asked == [("change", replace(scene.settings_service.settings, proxy=chosen))]
    scene.settings_service.saved.emit(replace(scene.settings_service.settings, proxy=chosen))
    assert not page.apply.isEnabled()
    click(page.sign_in)
    assert asking(scene).proxy == "proxy.firm.example:80"
    asking(scene).reject()


def test_no_proxy_and_the_systems_are_chosen_at_once(show: Show) -> None:
    scene = show(dialogs.network())
    page = page_of(scene)
    page.buttons[ProxyMode.NONE].click()
    kept = ProxyChoice(ProxyMode.NONE, f"http://{PROXY}")  # the address is there when it is wanted again
    assert scene.settings_service.asked == [("change", replace(scene.settings_service.settings, proxy=kept))]


def test_an_address_that_is_none_is_not_taken(show: Show) -> None:
    page = page_of(show(dialogs.network_wrong()))
    assert not page.apply.isEnabled()
    assert page.note.isVisible()
    assert "http://proxy.example.com:8080" in page.note.text()


def test_the_password_of_a_proxy_is_asked_for_once_and_never_in_a_loop(show: Show) -> None:
    scene = show(dialogs.proxy_password())
    dialog = asking(scene)
    assert not dialog.save.isEnabled()
    QTest.keyClicks(dialog.user, "FIRM\\ravi")
    QTest.keyClicks(dialog.password, "pass:word")
    click(dialog.save)
    assert scene.settings_service.asked == [("sign_in", PROXY, "FIRM\\ravi", "pass:word", False)]
    scene.settings_service.signed_in.emit(PROXY)
    assert scene.window.settings_controller.proxy is None
    assert dialog.password.text() == ""
    assert not scene.window.banner.isVisible()
    again = Problem(Code.PROXY_PASSWORD, {"proxy": PROXY}, http_status=407)
    scene.queue.stop(SANDBOX.id, again)  # it was wrong
    assert scene.window.settings_controller.proxy is None
    assert scene.window.banner.isVisible()
    click(scene.window.banner.settings)  # only when the user wants to
    asking(scene).reject()


def test_a_colon_cannot_be_part_of_the_user_name(show: Show) -> None:
    dialog = asking(show(dialogs.proxy_password()))
    QTest.keyClicks(dialog.user, "ra:vi")
    QTest.keyClicks(dialog.password, "x")
    assert not dialog.save.isEnabled()


def test_without_a_password_store_it_can_be_kept_for_this_session(show: Show) -> None:
    scene = show(dialogs.proxy_password())
    dialog = asking(scene)
    QTest.keyClicks(dialog.user, "ravi")
    QTest.keyClicks(dialog.password, "x")
    click(dialog.save)
    scene.settings_service.failed.emit(Problem(Code.KEYRING_REFUSED))
    assert "only until you quit LedgerDrop" in dialog.outcome.text()
    dialog.session_only.click()
    click(dialog.save)
    assert scene.settings_service.asked[-1] == ("sign_in", PROXY, "ravi", "x", True)


def test_a_proxy_that_is_set_wrongly_leads_to_its_setting(show: Show) -> None:
    scene = show(states.set_scene(SANDBOX))
    scene.queue.stop(SANDBOX.id, Problem(Code.BAD_PROXY, {"proxy": "socks5://x"}))
    click(scene.window.banner.settings)
    assert page_of(scene).isVisible()


def test_a_kept_password_is_forgotten(show: Show) -> None:
    scene = show(dialogs.network())
    page = page_of(scene)
    assert not page.forget.isEnabled()  # there is none
    scene.settings_service.saved.emit(replace(scene.settings_service.settings, sign_ins=(PROXY, "old.firm:80")))
    click(page.forget)
    assert scene.settings_service.asked == [("sign_out", PROXY), ("sign_out", "old.firm:80")]
    scene.settings_service.signed_out.emit(PROXY)
    dialog = scene.window.settings_controller.settings
    assert dialog is not None
    assert PROXY in dialog.outcome.text()


def test_how_many_files_are_sent_at_once_is_chosen(show: Show) -> None:
    scene = show(dialogs.network_of_the_system())
    page = page_of(scene)
    assert page.uploads_at_once.count() == 16
    assert page.uploads_at_once.currentIndex() + 1 == scene.settings_service.settings.uploads_at_once == 4
    page.uploads_at_once.setFocus()
    QTest.keyClick(page.uploads_at_once, Qt.Key.Key_End)
    assert scene.settings_service.asked == [("change", replace(scene.settings_service.settings, uploads_at_once=16))]
    scene.settings_service.saved.emit(replace(scene.settings_service.settings, uploads_at_once=9))
    assert page.uploads_at_once.currentIndex() == 8
