"""Opens the dialogs in which settings are changed, one of each kind at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment, new_account_id
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.settings.proxy_dialog import ProxyDialog

# The large dialogs are imported when they are opened: they would make the first start of the window slower.
if TYPE_CHECKING:
    from ledgerdrop.ui.settings.account_dialog import AccountDialog
    from ledgerdrop.ui.settings.settings_dialog import SettingsDialog

_ABOUT_TOKENS: Final = frozenset({Code.NO_TOKEN, Code.BAD_TOKEN, Code.SIGN_IN_REFUSED})


class SettingsController(QObject):
    """Knows the settings as they are; nothing opens before they are known."""

    def __init__(self, settings_service: SettingsService, window: QWidget) -> None:
        super().__init__(window)
        self._settings_service = settings_service
        self._window = window
        self._settings: Settings | None = None
        self._token_place = ""
        self.settings: SettingsDialog | None = None
        self.account: AccountDialog | None = None
        self.proxy: ProxyDialog | None = None
        self._asked: set[str] = set()  # proxies that were asked about without being told to
        settings_service.loaded.connect(self._on_settings)
        settings_service.saved.connect(self._on_settings)
        settings_service.token_place.connect(self._on_token_place)

    @property
    def on_top(self) -> QDialog | None:
        """Return the dialog that the user sees."""
        return self.proxy or self.account or self.settings

    def open(self) -> None:
        """Open the settings; where there is no account yet, begin with that."""
        if self._settings is None or self.on_top is not None:
            return
        if not self._settings.accounts:
            self.open_account("")
            return
        from ledgerdrop.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415 - late, as said above

        self.settings = SettingsDialog(self._settings_service, self._settings, self._window)
        self.settings.accounts.edit_wanted.connect(self.open_account)
        self.settings.network.sign_in_wanted.connect(self.open_proxy)
        self.settings.finished.connect(self._on_settings_closed)
        self.settings.open()

    def open_account(self, account_id: str) -> None:
        """Open one account, or a new one ("")."""
        if self._settings is None or self.account is not None:
            return
        from ledgerdrop.ui.settings.account_dialog import AccountDialog  # noqa: PLC0415 - late, as said above

        account = self._settings.account(account_id)
        held = self._settings.policy.fields_of(account_id)
        self.account = AccountDialog(
            self._settings_service, account, self._token_place, held, self.settings or self._window
        )
        self.account.finished.connect(self._on_account_closed)
        self.account.open()

    def open_network(self) -> None:
        """Open the settings where the proxy is set."""
        self.open()
        if self.settings is not None:
            self.settings.show_page(self.settings.network)

    def open_proxy(self, proxy: str) -> None:
        """Ask for what the proxy at `host:port` wants to know."""
        if self.proxy is None:
            self.proxy = ProxyDialog(self._settings_service, proxy, self.on_top or self._window)
            self.proxy.finished.connect(self._on_proxy_closed)
            self.proxy.open()

    def ask_once(self, proxy: str) -> None:
        """The same, without being told to: once for each proxy, so that a wrong password never ends in a loop."""
        if proxy and proxy not in self._asked and self.on_top is None:
            self._asked.add(proxy)
            self.open_proxy(proxy)

    def put_right(self, account_id: str, problem: Problem) -> None:
        """Open what has to be changed after that problem."""
        proxy = problem.params.get("proxy", "")
        if problem.code is Code.PROXY_PASSWORD and proxy:
            self.open_proxy(proxy)
        elif problem.code in (Code.PROXY_PASSWORD, Code.BAD_PROXY):
            self.open_network()
        else:
            self.open_account(account_id)
            if self.account is not None and problem.code in _ABOUT_TOKENS:
                self.account.ask_for_token(problem)

    def practise(self) -> None:
        """Add an account for practice, which needs nothing to be typed."""
        self._settings_service.save(Account(new_account_id(), "", Environment.PRACTICE, "", ""))

    def add_account(self) -> None:
        """Open a new one."""
        self.open_account("")

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings

    def _on_token_place(self, words: str) -> None:
        self._token_place = words

    def _on_settings_closed(self) -> None:
        dialog, self.settings = self.settings, None
        if dialog is not None:
            dialog.deleteLater()

    def _on_proxy_closed(self) -> None:
        dialog, self.proxy = self.proxy, None
        if dialog is not None:
            dialog.deleteLater()

    def _on_account_closed(self) -> None:
        dialog, self.account = self.account, None
        if dialog is not None:
            dialog.deleteLater()
