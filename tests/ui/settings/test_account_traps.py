"""Test what went wrong when people set up accounts: secrets in the wrong field, and Cancel that did not cancel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.screens import dialogs, states
from tests.screens.states import PRACTICE, SANDBOX, Scene

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.ui.settings.account_dialog import AccountDialog

Show = Callable[[Scene], Scene]


def dialog_of(scene: Scene) -> AccountDialog:
    dialog = scene.window.settings_controller.account
    assert dialog is not None
    return dialog


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("Sharma & Associates", False),
        ("SharmaAndAssociatesMumbaiBranch2026", False),
        ("S. V. Subramanian Iyer & Sons 1987", False),
        ("1.4f9a2b7c-3d1e-4a55-9f00-7e6d5c4b3a21_9c8b7a6d5e4f3a2b1c0d", True),
        ("5d0f1a66-2a1c-4d57-9a3e-70a9d1d5a002", True),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0", True),
        ("Bearer 1.4f9a2b7c-3d1e-4a55-9f00-7e6d5c4b3a21_9c8b", True),
        ("Sharma & Associates 27AAPFU0939F1ZV", False),  # the GSTIN
    ],
)
def test_what_looks_like_a_token_is_refused_as_a_name(show: Show, name: str, token: bool) -> None:
    dialog = dialog_of(show(dialogs.account()))
    dialog.form.name.setText(name)
    dialog.form.name.textEdited.emit(name)
    assert dialog.save.isEnabled() is not token
    assert ("looks like a token" in dialog.outcome.text()) is token


def test_a_missing_token_is_asked_for_in_its_field(show: Show, qtbot: QtBot) -> None:
    scene = show(states.ready(SANDBOX))
    scene.window.activateWindow()
    scene.queue.stop(SANDBOX.id, Problem(Code.NO_TOKEN))
    scene.window.banner.settings.click()
    dialog = dialog_of(scene)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.form.token)
    assert dialog.form.token.placeholderText() == "Paste it here"  # nothing is saved
    assert "has no access token" in dialog.form.token.accessibleDescription()
    assert dialog.outcome.text() == "To save this, enter the token."
    assert not dialog.save.isEnabled()
    QTest.keyClicks(dialog.form.token, "t" * 40)
    assert dialog.save.isEnabled()


def test_practice_is_never_asked_for_a_token(show: Show) -> None:
    scene = show(states.ready())
    scene.queue.stop(PRACTICE.id, Problem(Code.NO_TOKEN))
    scene.window.banner.settings.click()
    dialog = dialog_of(scene)
    assert not dialog.form.token.isVisible()
    assert dialog.save.isEnabled()


def test_what_was_typed_is_not_thrown_away_without_asking(show: Show) -> None:
    dialog = dialog_of(show(dialogs.account()))
    QTest.keyClicks(dialog.form.name, "!")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    question = dialog.question
    assert question is not None
    assert question.windowTitle() == "Discard what you typed?"
    question.no.click()
    assert dialog.isVisible()
    dialog.cancel.click()
    assert dialog.question is not None
    dialog.question.yes.click()
    assert not dialog.isVisible()


def test_closing_the_window_of_the_dialog_throws_no_token_away_without_asking(show: Show) -> None:
    dialog = dialog_of(show(dialogs.account()))
    QTest.keyClicks(dialog.form.token, "t" * 40)
    dialog.close()
    assert dialog.question is not None
    dialog.question.no.click()
    assert dialog.isVisible()
    assert dialog.form.token.text() == "t" * 40
    dialog.close()
    dialog.question.yes.click()
    assert not dialog.isVisible()
    assert dialog.form.token.text() == ""


def test_after_save_and_test_there_is_nothing_to_cancel(show: Show) -> None:
    scene = show(dialogs.account())
    dialog = dialog_of(scene)
    QTest.keyClicks(dialog.form.name, "!")
    assert dialog.cancel.text() == "Cancel"
    dialog.test.click()
    saved = scene.settings_service.asked[-1][1]
    accounts = tuple(saved if one.id == saved.id else one for one in scene.settings_service.settings.accounts)
    scene.settings_service.saved.emit(replace(scene.settings_service.settings, accounts=accounts))
    assert dialog.cancel.text() == "Close"
    dialog.cancel.click()
    assert dialog.question is None
    assert not dialog.isVisible()


def test_once_a_new_account_is_saved_nobody_says_that_none_is_added(show: Show) -> None:
    scene = show(states.set_scene())
    scene.window.settings_controller.add_account()
    dialog = dialog_of(scene)
    QTest.keyClicks(dialog.form.name, "Sharma")
    QTest.keyClicks(dialog.form.integration_id, SANDBOX.integration_id)
    dialog.test.click()
    added = scene.settings_service.asked[-1][1]
    scene.settings_service.saved.emit(scene.settings_service.settings.with_account(added).using(added.id))
    QTest.keyClicks(dialog.form.name, "!")
    dialog.cancel.click()
    assert dialog.question is not None
    assert dialog.question.advice.text() == "The account stays as it was."
    dialog.question.yes.click()
