"""Define the states in which the dialogs are looked at, above their window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from tests.screens.imports import INTO_THE_BOOKS
from tests.screens.month_end import MONTH_END
from tests.screens.records import RECORDS
from tests.screens.states import CUSTOM, FOLDER, NORMAL, PRACTICE, PRODUCTION, SANDBOX, STATES, Scene, busy, set_scene
from tests.screens.updates import UPDATES

from ledgerdrop.clear_api.connection_test import ConnectionReport
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.runtime.logs import Crash
from ledgerdrop.ui.dialogs.crash_dialog import CrashDialog
from ledgerdrop.ui.dialogs.help_dialogs import HelpDialog


def settings() -> Scene:
    staged = set_scene(SANDBOX)
    staged.window.settings_controller.open()
    return staged


def settings_of_folders() -> Scene:
    staged = settings()
    known = staged.settings_service.settings
    known = known.with_folder_account(str(FOLDER / "Al Noor"), CUSTOM.id, IngestionOptions("TDSV2_PR", "tds"))
    staged.settings_service.saved.emit(known.with_folder_account(str(FOLDER / "Sharma"), PRODUCTION.id))
    return staged


def settings_imported() -> Scene:
    staged = settings()
    staged.settings_service.imported.emit(12, 3)
    return staged


PROXY = "proxy.firm.example:8080"


def network(choice: ProxyChoice | None = None) -> Scene:
    choice = choice or ProxyChoice(ProxyMode.MANUAL, f"http://{PROXY}")
    staged = settings()
    staged.settings_service.saved.emit(replace(staged.settings_service.settings, proxy=choice))
    dialog = staged.window.settings_controller.settings
    assert dialog is not None
    dialog.network_tab.click()
    return staged


def network_of_the_system() -> Scene:
    return network(ProxyChoice())


def network_wrong() -> Scene:
    staged = network()
    dialog = staged.window.settings_controller.settings
    assert dialog is not None
    dialog.network.address.setText("socks5://proxy.firm.example")
    dialog.network.address.textEdited.emit("")
    return staged


def proxy_password() -> Scene:
    staged = busy(SANDBOX)
    asked = Problem(Code.PROXY_PASSWORD, {"proxy": PROXY, "host": "api.clear.in"}, http_status=407)
    staged.queue.stop(SANDBOX.id, asked)
    return staged


def proxy_password_without_store() -> Scene:
    staged = proxy_password()
    staged.settings_service.failed.emit(Problem(Code.KEYRING_LOCKED))
    return staged


def remove_question() -> Scene:
    staged = settings()
    dialog = staged.window.settings_controller.settings
    assert dialog is not None
    dialog.accounts.remove.click()
    staged.dialog = dialog.accounts.question
    return staged


def account(which: Account | None = SANDBOX) -> Scene:
    staged = set_scene(which or SANDBOX)
    staged.settings_service.token_place = "Secret Service (GNOME Keyring)"
    staged.window.settings_controller.open_account(which.id if which else "")
    return staged


def account_new() -> Scene:
    return account(None)


def account_practice() -> Scene:
    return account(PRACTICE)


def account_typing() -> Scene:
    staged = account(CUSTOM)
    dialog = staged.window.settings_controller.account
    assert dialog is not None
    dialog.form.base_url.setText("http://api-sa.example.com/?x")
    dialog.form.integration_id.setText("5d0f1a66-2a1c-4d57")
    dialog.form.token.setText("0123456789")
    dialog.form.integration_id.textEdited.emit("")
    return staged


def account_moved() -> Scene:
    staged = account(CUSTOM)
    dialog = staged.window.settings_controller.account
    assert dialog is not None
    dialog.form.base_url.setText("https://api-eu.example.com")
    dialog.form.base_url.textEdited.emit("")
    return staged


def account_without_store() -> Scene:
    staged = account(PRODUCTION)
    staged.settings_service.failed.emit(Problem(Code.KEYRING_LOCKED))
    return staged


def report(problem: Problem | None) -> ConnectionReport:
    """Return what a test of the connection found."""
    return ConnectionReport(problem, "LedgerDrop, the report for IT\n")


def account_tested() -> Scene:
    staged = account(PRODUCTION)
    staged.settings_service.checked.emit(PRODUCTION.id, report(None))
    return staged


def account_refused() -> Scene:
    staged = account(PRODUCTION)
    staged.settings_service.checked.emit(PRODUCTION.id, report(Problem(Code.SIGN_IN_REFUSED)))
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
            '  File "ledgerdrop/ui/main_window.py", line 218, in _on_summary',
            "    self._show_summary()",
            "ZeroDivisionError: division by zero",
        )
    )
    staged.dialog = CrashDialog(Crash("ZeroDivisionError: division by zero", text, "MainThread"), staged.window)
    staged.dialog.show()
    return staged


def help_page() -> Scene:
    staged = set_scene(PRACTICE)
    staged.dialog = HelpDialog(staged.window)
    staged.dialog.show()
    return staged


DIALOGS: dict[str, tuple[Callable[[], Scene], QSize]] = {
    f"dialog_{make.__name__}": (make, NORMAL)
    for make in (
        settings,
        settings_imported,
        settings_of_folders,
        network,
        network_of_the_system,
        network_wrong,
        proxy_password,
        proxy_password_without_store,
        remove_question,
        account,
        account_new,
        account_practice,
        account_typing,
        account_moved,
        account_without_store,
        account_tested,
        account_refused,
        close_question,
        crash,
        help_page,
    )
}
EVERYTHING = {**STATES, **MONTH_END, **INTO_THE_BOOKS, **DIALOGS, **RECORDS, **UPDATES}


def to_look_at(staged: Scene) -> QWidget:
    """Return what a picture is taken of: the dialog that is open, or the window."""
    return staged.dialog or staged.window.settings_controller.on_top or staged.window.close_question or staged.window
