"""Open the dialogs in which settings are changed, one of each kind at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment, new_account_id
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.ui.dialogs.dialog import Dialog
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, CheckBox
from ledgerdrop.ui.widgets.labels import Label, StatusLabel, title_of
from ledgerdrop.ui.widgets.layout import FlowLayout, widen_to_hint
from ledgerdrop.ui.widgets.secret_edit import SecretEdit

# The large dialogs are imported when they are opened: they would make the first start of the window slower.
if TYPE_CHECKING:
    from ledgerdrop.ui.settings.account_dialog import AccountDialog
    from ledgerdrop.ui.settings.settings_dialog import SettingsDialog

_ABOUT_TOKENS: Final = frozenset({Code.NO_TOKEN, Code.BAD_TOKEN, Code.SIGN_IN_REFUSED})


class SettingsController(QObject):
    """Opens the dialogs; none of them before the settings are known."""

    def __init__(self, settings_service: SettingsService, window: QWidget) -> None:
        super().__init__(window)
        self._settings_service = settings_service
        self._window = window
        self.settings: SettingsDialog | None = None
        self.account: AccountDialog | None = None
        self.proxy: ProxyDialog | None = None
        self._asked: set[str] = set()  # proxies that were asked about without being told to

    @property
    def on_top(self) -> QDialog | None:
        """Return the dialog that the user sees."""
        return self.proxy or self.account or self.settings

    def open(self) -> None:
        """Open the settings; where there is no account yet, a dialog for the first one."""
        settings = self._settings_service.known
        if settings is None or self.on_top is not None:
            return
        if not settings.accounts:
            self.open_account("")
            return
        from ledgerdrop.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415 - late, as said above

        self.settings = SettingsDialog(self._settings_service, settings, self._window)
        self.settings.accounts.edit_wanted.connect(self.open_account)
        self.settings.network.sign_in_wanted.connect(self.open_proxy)
        self._show(self.settings)

    def open_account(self, account_id: str) -> None:
        """Open one account, or a new one ("")."""
        settings = self._settings_service.known
        if settings is None or self.account is not None:
            return
        from ledgerdrop.ui.settings.account_dialog import AccountDialog  # noqa: PLC0415 - late, as said above

        account, held = settings.account(account_id), settings.policy.fields_of(account_id)
        self.account = AccountDialog(self._settings_service, account, held, self.settings or self._window)
        self._show(self.account)

    def open_proxy(self, proxy: str) -> None:
        """Ask for user name and password of the proxy at `host:port`."""
        if self.proxy is None:
            self.proxy = ProxyDialog(self._settings_service, proxy, self.on_top or self._window)
            self._show(self.proxy)

    def ask_once(self, proxy: str) -> None:
        """Ask for user name and password once for each proxy, so that a wrong one never ends in a loop."""
        if proxy and proxy not in self._asked and self.on_top is None:
            self._asked.add(proxy)
            self.open_proxy(proxy)

    def put_right(self, account_id: str, problem: Problem) -> None:
        """Open the dialog in which that problem can be solved."""
        proxy = problem.params.get("proxy", "")
        if problem.code is Code.PROXY_PASSWORD and proxy:
            self.open_proxy(proxy)
        elif problem.code in (Code.PROXY_PASSWORD, Code.BAD_PROXY):
            self.open()
            if self.settings is not None:
                self.settings.network_tab.click()
        else:
            self.open_account(account_id)
            if self.account is not None and problem.code in _ABOUT_TOKENS:
                self.account.form.ask_for_token(problem)

    def practise(self) -> None:
        """Add an account for practice, which needs nothing to be typed."""
        self._settings_service.save(Account(new_account_id(), "", Environment.PRACTICE, "", ""))

    def add_account(self) -> None:
        """Open the dialog for a new account."""
        self.open_account("")

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        closed = self.sender()
        self.settings = None if self.settings is closed else self.settings
        self.account = None if self.account is closed else self.account
        self.proxy = None if self.proxy is closed else self.proxy
        closed.deleteLater()


class ProxyDialog(Dialog):
    """Asks for user name and password of `proxy` (`host:port`). Accepted once they are kept."""

    def __init__(self, settings_service: SettingsService, proxy: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Proxy sign-in"))
        self._settings_service = settings_service
        self.proxy = proxy
        self.user = self._field(QLineEdit(self), self.tr("User name"))
        self.user.setPlaceholderText(self.tr("The name you use to sign in to this computer, such as FIRM\\ravi"))
        widen_to_hint(self.user)
        self.password = self._field(SecretEdit(self), self.tr("Password"))
        self.session_only = CheckBox(self.tr("Keep it only until you quit LedgerDrop"), self)
        self.outcome = StatusLabel("", role=Role.BAD, wrap=True, parent=self)
        self.outcome.hide()
        self.save = Button(self.tr("Sign in"), "primary", clicked=self._on_save, parent=self)
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.cancel = Button(self.tr("Cancel"), clicked=self.reject, parent=self)
        settings_service.signed_in.connect(self._on_signed_in)
        settings_service.failed.connect(self._on_failed)
        self.finished.connect(self.password.clear)
        title = Label(self.tr("The company proxy asks you to sign in"), Type.TITLE, strong=True, wrap=True)
        explained = self.tr("{proxy} then lets LedgerDrop through. Clear never sees your password.")
        why = Label(fill(explained, {"proxy": self.proxy}), role=Role.MUTED, wrap=True)
        fields = (title_of(self.user), self.user, title_of(self.password), self.password, self.session_only)
        buttons = FlowLayout(trailing=[self.cancel, self.save])
        self.lay_out(title, why, Space.S, *fields, self.outcome, Space.S, buttons, gap=Space.S)

    def _field(self, field: QLineEdit, name: str) -> QLineEdit:
        field.setAccessibleName(name)
        field.textEdited.connect(self._on_typed)
        return field

    def _on_typed(self) -> None:
        # A colon would end the name (RFC 7617, 2).
        self.save.setEnabled(bool(self.user.text()) and ":" not in self.user.text() and bool(self.password.text()))

    def _on_save(self) -> None:
        self.save.setEnabled(False)
        only = self.session_only.isChecked()
        self._settings_service.sign_in(self.proxy, self.user.text().strip(), self.password.text(), session_only=only)

    def _on_signed_in(self, proxy: str) -> None:
        if proxy == self.proxy:
            self.accept()

    def _on_failed(self, problem: Problem) -> None:
        said = wording.problem(problem).headline
        if problem.code in (Code.KEYRING_SILENT, Code.KEYRING_REFUSED, Code.KEYRING_LOCKED):
            said = fill(self.tr("{what}. You can keep it only until you quit LedgerDrop."), {"what": said})
        self.outcome.tell(said, Role.BAD)
        self.outcome.show()
        self.fit()
        self._on_typed()
