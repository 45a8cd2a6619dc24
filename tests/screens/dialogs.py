"""The states in which the dialogs are looked at, above their window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from tests.screens.states import CUSTOM, NORMAL, PRACTICE, PRODUCTION, SANDBOX, STATES, Scene, busy, set_scene

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.services.connection import ConnectionReport
from ledgerdrop.services.logs import Crash
from ledgerdrop.window.crash_dialog import CrashDialog


def settings(account: Account = SANDBOX) -> Scene:
    staged = set_scene(account)
    staged.keeper.token_place.emit("It is kept in the keyring of this computer (Secret Service).")
    staged.window.open_settings()
    return staged


def settings_practice() -> Scene:
    return settings(PRACTICE)


def settings_typing() -> Scene:
    staged = settings(CUSTOM)
    assert staged.window.settings_dialog is not None
    form = staged.window.settings_dialog.form
    form.base_url.setText("http://api-sa.example.com/?x")
    form.integration_id.setText("5d0f1a66-2a1c-4d57")
    form.token.setText("0123456789")
    form.integration_id.textEdited.emit("")
    return staged


def report(problem: Problem | None) -> ConnectionReport:
    """What a test of the connection found."""
    return ConnectionReport(problem is None, "", (), problem, "LedgerDrop, the report for IT\n")


def settings_tested() -> Scene:
    staged = settings(PRODUCTION)
    staged.keeper.checked.emit(PRODUCTION.id, report(None))
    return staged


def settings_refused() -> Scene:
    staged = settings(PRODUCTION)
    staged.keeper.checked.emit(PRODUCTION.id, report(Problem(Code.SIGN_IN_REFUSED)))
    return staged


def close_question() -> Scene:
    staged = busy()
    staged.window.show()
    staged.window.close()
    return staged


def crash() -> Scene:
    staged = busy()
    text = "\n".join(
        (
            "Traceback (most recent call last):",
            '  File "ledgerdrop/window/main_window.py", line 218, in _on_totals',
            "    self._show_totals()",
            "ZeroDivisionError: division by zero",
        )
    )
    staged.dialog = CrashDialog(Crash("ZeroDivisionError: division by zero", text, "MainThread"), staged.window)
    staged.dialog.show()
    return staged


DIALOGS: dict[str, tuple[Callable[[], Scene], QSize]] = {
    make.__name__: (make, NORMAL)
    for make in (
        settings,
        settings_practice,
        settings_typing,
        settings_tested,
        settings_refused,
        close_question,
        crash,
    )
}
EVERYTHING = {**STATES, **DIALOGS}


def to_look_at(staged: Scene) -> QWidget:
    """What a picture is taken of: the dialog that is open, or the window."""
    return staged.dialog or staged.window.settings_dialog or staged.window.close_question or staged.window
