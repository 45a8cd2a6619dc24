"""Test the dialog of one account, beside a staged settings service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.screens.dialogs import report
from tests.screens.staged import StagedKeeper
from tests.screens.states import ACCOUNTS, CUSTOM, PRODUCTION, SANDBOX

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.settings.account_dialog import AccountDialog, without_strays
from ledgerdrop.ui.widgets import labels
from ledgerdrop.ui.widgets.buttons import RadioButton

ID = "5d0f1a66-2a1c-4d57-9a3e-70a9d1d5a00f"


@pytest.fixture
def settings_service() -> StagedKeeper:
    return StagedKeeper(Settings(accounts=ACCOUNTS, current_id=SANDBOX.id))


@pytest.fixture
def dialog(qtbot: QtBot, settings_service: StagedKeeper) -> Iterator[AccountDialog]:
    settings_service.token_place = "KWallet"
    made = AccountDialog(settings_service, SANDBOX, frozenset(), None)  # type: ignore[arg-type]  # staged
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def fresh(qtbot: QtBot, settings_service: StagedKeeper) -> AccountDialog:
    """Return the dialog of a new account."""
    made = AccountDialog(settings_service, None, frozenset(), None)  # type: ignore[arg-type]  # staged
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: AccountDialog, environment: Environment) -> None:
    dialog.form.environments.buttons[environment].click()


def retype(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def press_save(dialog: AccountDialog) -> None:
    assert dialog.save.isEnabled()
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)


def test_the_environment_of_an_account_stays_what_it_is(dialog: AccountDialog) -> None:
    """Files wait for it, and its token belongs there."""
    assert not dialog.form.environments.isVisible()
    assert dialog.form.environment is Environment.SANDBOX
    assert dialog.form.integration_id.text() == SANDBOX.integration_id


def test_a_saved_token_is_never_shown(dialog: AccountDialog) -> None:
    assert dialog.form.token.text() == ""
    assert dialog.form.token.echoMode() is QLineEdit.EchoMode.Password
    assert dialog.form.token.placeholderText() == "Paste it here. Leave empty to keep the current one."
    assert "Tokens are saved in KWallet." in dialog.form.token.accessibleDescription()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "36 characters. Clear gives you this ID."),
        ("5d0f1a66", "8 of 36 characters"),
        (ID, "Looks valid"),
        (
            ID.replace("-", "x"),
            (
                "This isn't an integration ID. It has 36 characters in groups of 8, 4, 4, 4 and 12, "
                "separated by hyphens."
            ),
        ),
    ],
)
def test_the_integration_id_is_judged_while_typing(
    dialog: AccountDialog, typed: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(labels, "say_aloud", lambda _part, text: heard.append(text))
    retype(dialog.form.integration_id, typed)
    assert heard == []  # what is missing is not said with every key
    assert dialog.form.integration_id.accessibleDescription() == words
    assert dialog.save.isEnabled() == (typed == ID)
    assert dialog.outcome.text() == ("" if typed == ID else "To save this, enter the whole integration ID.")


def test_stray_spaces_of_a_paste_are_taken_out(dialog: AccountDialog) -> None:
    field = dialog.form.token
    field.setFocus()
    field.insert("  abc\u200bdef \n")  # as a paste does
    field.textEdited.emit(field.text())
    assert field.text() == "abcdef"
    assert without_strays("\u00a0a b\t\ufeff") == "ab"


@pytest.mark.parametrize(
    ("typed", "fine"),
    [
        ("https://api-sa.example.com", True),
        ("https://api-sa.example.com/", True),
        ("http://127.0.0.1:8000", True),
        ("http://api.example.com", False),
        ("https://me:secret@api.example.com", False),
        ("https://api.example.com/?a=b", False),
        ("", False),
    ],
)
def test_another_address_is_judged_while_typing(
    qtbot: QtBot, settings_service: StagedKeeper, typed: str, fine: bool
) -> None:
    dialog = fresh(qtbot, settings_service)
    choose(dialog, Environment.CUSTOM)
    retype(dialog.form.integration_id, ID)
    retype(dialog.form.base_url, typed)
    assert dialog.save.isEnabled() == fine
    assert dialog.outcome.text() == ("" if fine else "To save this, enter the address of Clear.")
    assert bool(dialog.form.base_url.accessibleDescription()) == (not fine)


def test_the_token_of_one_address_is_not_sent_to_another(qtbot: QtBot, settings_service: StagedKeeper) -> None:
    dialog = AccountDialog(settings_service, CUSTOM, frozenset(), None)  # type: ignore[arg-type]  # staged
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.save.isEnabled()
    retype(dialog.form.base_url, "https://api-eu.example.com")
    assert not dialog.save.isEnabled()
    assert dialog.outcome.text() == "To save this, enter the token for the new address."
    assert "Enter the token for the new one" in dialog.form.token.accessibleDescription()
    QTest.keyClicks(dialog.form.token, "secret")
    press_save(dialog)
    assert settings_service.asked == [
        ("save", replace(CUSTOM, base_url="https://api-eu.example.com"), "secret", False)
    ]


def test_editing_does_not_switch_the_account_in_use(qtbot: QtBot, settings_service: StagedKeeper) -> None:
    dialog = AccountDialog(settings_service, PRODUCTION, frozenset(), None)  # type: ignore[arg-type]  # staged
    qtbot.addWidget(dialog)
    dialog.show()
    retype(dialog.form.name, "Head office")
    press_save(dialog)
    changed = replace(PRODUCTION, name="Head office")
    assert settings_service.asked == [("save", changed, None, False)]
    settings_service.saved.emit(settings_service.settings.with_account(changed))
    assert not dialog.isVisible()


def test_a_new_account_is_used_and_the_dialog_closes(qtbot: QtBot, settings_service: StagedKeeper) -> None:
    dialog = fresh(qtbot, settings_service)
    choose(dialog, Environment.PRODUCTION)
    retype(dialog.form.name, "Head office")
    retype(dialog.form.integration_id, ID)
    QTest.keyClicks(dialog.form.token, "secret")
    press_save(dialog)
    _, made, token, session_only = settings_service.asked[0]
    assert (made.name, made.environment, token, session_only) == (
        "Head office",
        Environment.PRODUCTION,
        "secret",
        False,
    )
    press_save(dialog)
    assert len(settings_service.asked) == 1  # until the answer is there
    assert dialog.save.isEnabled()  # disabled, it would lose the keyboard
    settings = settings_service.settings.with_account(made)
    settings_service.saved.emit(settings)
    assert settings_service.asked[-1] == ("use", made.id)
    assert dialog.isVisible()
    settings_service.saved.emit(settings.using(made.id))
    assert not dialog.isVisible()
    assert dialog.form.token.text() == ""


def test_an_account_has_a_colour(dialog: AccountDialog, settings_service: StagedKeeper) -> None:
    blue = next(
        button for button in dialog.form.colour.findChildren(RadioButton) if button.accessibleName() == "Blue"
    )
    blue.click()
    press_save(dialog)
    assert settings_service.asked == [("save", replace(SANDBOX, colour="#2f6fde"), None, False)]


def test_a_colour_that_it_handed_out_is_kept(qtbot: QtBot, settings_service: StagedKeeper) -> None:
    theirs = replace(SANDBOX, colour="#123456")
    dialog = AccountDialog(settings_service, theirs, frozenset(), None)  # type: ignore[arg-type]  # staged
    qtbot.addWidget(dialog)
    dialog.show()
    press_save(dialog)
    assert settings_service.asked == [("save", theirs, None, False)]


def test_what_cannot_be_saved_stays_open_and_is_said(dialog: AccountDialog, settings_service: StagedKeeper) -> None:
    QTest.keyClicks(dialog.form.token, "secret")
    press_save(dialog)
    settings_service.failed.emit(Problem(Code.KEYRING_REFUSED))
    assert dialog.isVisible()
    assert dialog.outcome.text().startswith("The computer's password store isn't available")
    assert dialog.form.token.text() == "secret"
    dialog.session_only.click()
    press_save(dialog)
    assert settings_service.asked[-1] == ("save", SANDBOX, "secret", True)


def test_the_keyboard_begins_at_the_environment_that_is_chosen(qtbot: QtBot, settings_service: StagedKeeper) -> None:
    made = fresh(qtbot, settings_service)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert made.focusWidget() is made.form.environments.buttons[made.form.environment]


def test_a_test_saves_first_and_says_the_result(
    dialog: AccountDialog, settings_service: StagedKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(labels, "say_aloud", lambda _part, text: heard.append(text))
    QTest.mouseClick(dialog.test, Qt.MouseButton.LeftButton)
    settings_service.saved.emit(settings_service.settings)
    assert [asked[0] for asked in settings_service.asked] == ["save", "test"]
    settings_service.checked.emit(SANDBOX.id, report(Problem(Code.SIGN_IN_REFUSED)))
    assert dialog.outcome.text().startswith("Clear rejected the access token")
    settings_service.checked.emit(SANDBOX.id, report(None))
    assert dialog.outcome.text() == "Clear accepts this account. You can send files."
    assert heard[:2] == ["Saving…", "Saved. Testing the connection to Clear…"]
    assert heard[2].startswith("Clear rejected the access token")
    assert heard[3:] == ["Clear accepts this account. You can send files."]


def test_the_report_of_a_test_can_be_copied_for_it(dialog: AccountDialog, settings_service: StagedKeeper) -> None:
    assert not dialog.copy_report.isVisible()
    settings_service.checked.emit(SANDBOX.id, report(Problem(Code.PROXY_UNREACHABLE, {"host": "proxy.firm"})))
    QTest.mouseClick(dialog.copy_report, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report(None).text
    assert dialog.copy_report.text() == "Copied"
    retype(dialog.form.name, "Something else")
    assert not dialog.copy_report.isVisible()  # it says nothing of what is typed now


def test_a_test_that_was_given_up_says_nothing(dialog: AccountDialog, settings_service: StagedKeeper) -> None:
    settings_service.checked.emit(SANDBOX.id, report(Problem(Code.SIGN_IN_REFUSED)))
    settings_service.checked.emit(SANDBOX.id, None)
    assert dialog.outcome.text() == ""
    assert not dialog.copy_report.isVisible()


def test_a_test_of_another_account_says_nothing_here(dialog: AccountDialog, settings_service: StagedKeeper) -> None:
    settings_service.checked.emit(PRODUCTION.id, report(None))
    assert dialog.outcome.text() == ""
    assert not dialog.copy_report.isVisible()


def test_what_was_typed_stays_while_the_environment_is_chosen(qtbot: QtBot, settings_service: StagedKeeper) -> None:
    dialog = fresh(qtbot, settings_service)
    retype(dialog.form.name, "Half typed")
    choose(dialog, Environment.PRODUCTION)
    assert dialog.form.name.text() == "Half typed"


def test_practice_needs_nothing(qtbot: QtBot, settings_service: StagedKeeper) -> None:
    dialog = fresh(qtbot, settings_service)
    choose(dialog, Environment.PRACTICE)
    assert not dialog.form.token.isVisible()
    assert dialog.save.isEnabled()


def test_the_first_account_gets_an_id_and_the_environments_address(
    qtbot: QtBot, settings_service: StagedKeeper
) -> None:
    dialog = fresh(qtbot, settings_service)
    choose(dialog, Environment.PRODUCTION)
    retype(dialog.form.integration_id, ID.upper())
    retype(dialog.form.token, "secret")
    press_save(dialog)
    saved = settings_service.asked[0][1]
    assert isinstance(saved, Account)
    assert (saved.base_url, saved.integration_id, len(saved.id)) == ("https://api.clear.in", ID, 32)


def test_escape_changes_nothing(dialog: AccountDialog, settings_service: StagedKeeper) -> None:
    QTest.keyClicks(dialog.form.token, "secret")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.question is not None
    dialog.question.yes.click()
    assert not dialog.isVisible()
    assert settings_service.asked == []
