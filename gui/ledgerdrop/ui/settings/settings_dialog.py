"""Show the settings: accounts, network and updates. `SettingsService` keeps them, never the window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from PySide6 import QtWidgets
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import MAX_UPLOADS_AT_ONCE, ProxyChoice, ProxyMode, Settings, Standing
from ledgerdrop.store.proxy_address import normal_proxy_url
from ledgerdrop.ui.dialogs.dialog import Dialog, FileDialog, Question, ask_where_to_save, scrolled
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import fill, isolated
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.account_colours import colour_of, dot
from ledgerdrop.ui.widgets.buttons import Button, CheckBox, ComboBox, RadioButton, Tab
from ledgerdrop.ui.widgets.labels import Label, StatusRow, title_of
from ledgerdrop.ui.widgets.layout import FlowLayout, arranged, horizontal_line, indented, tab_through, widen_to_hint


class SettingsDialog(Dialog):
    """Shows the settings in pages. A change is saved at once; a change that could not be saved is reported below."""

    usual = QSize(620, 610)

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._tabs = QtWidgets.QButtonGroup(self)
        self.accounts_tab = self._tab(self.tr("Accounts"))  # before the pages: the Tab key stops there first
        self.network_tab = self._tab(self.tr("Network"))
        self.updates_tab = self._tab(self.tr("Updates"))
        self.accounts = AccountsPage(settings_service, settings, self)
        self.pages = QtWidgets.QStackedWidget(self)
        self.pages.setObjectName("surface")
        self.network = NetworkPage(settings_service, settings, self)
        self.updates = UpdatesPage(settings_service, settings, self)
        for page in (self.accounts, self.network, self.updates):
            self.pages.addWidget(page)
            settings_service.saved.connect(page.show_settings)
        self._tabs.idClicked.connect(self.pages.setCurrentIndex)
        self.accounts_tab.setChecked(True)
        self.accounts_tab.setFocus()
        self._status = StatusRow(self)
        self.outcome = self._status.words
        self.done_button = Button(self.tr("Close"), "primary", clicked=self.accept, parent=self)
        self.done_button.setDefault(True)
        settings_service.saved.connect(self._on_saved)
        settings_service.failed.connect(self._on_failed)
        settings_service.imported.connect(self._on_imported)
        settings_service.exported.connect(self._on_exported)
        settings_service.signed_out.connect(self._on_signed_out)
        title = Label(self.tr("Settings"), Type.TITLE, strong=True)
        tabs = FlowLayout(title, self.accounts_tab, self.network_tab, self.updates_tab, gap=Space.M)
        area = scrolled(self.pages, self)
        # It gets the height that is left: where that is too little it scrolls, and no button below is made lower.
        area.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Ignored)
        margins = (Space.XL, Space.XL, Space.XL, Space.L)
        top = arranged(QVBoxLayout(), tabs, area, margins=margins, stretch=area)
        self._status.addWidget(self.done_button)
        self._status.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        arranged(QVBoxLayout(self), top, horizontal_line(self), self._status, gap=0, stretch=top)

    def _tab(self, text: str) -> Tab:
        tab = Tab(text, self)
        tab.setAccessibleDescription(self.tr("Shows this settings page"))
        self._tabs.addButton(tab, len(self._tabs.buttons()))
        return tab

    def _on_saved(self) -> None:
        self._status.tell("")

    def _on_failed(self, problem: Problem) -> None:
        self._status.tell(wording.problem(problem).together, icons.Shape.REFUSED, Role.BAD)

    def _on_imported(self, added: int, known: int) -> None:
        words = self.tr("Added: {added}. Already there: {known}. Choose Edit to enter each token.")
        self._say_done(words, added=formatting.number(added), known=formatting.number(known))

    def _on_exported(self, name: str) -> None:
        self._say_done(self.tr("Saved to {name}. Contains no tokens."), name=name)

    def _on_signed_out(self, proxy: str) -> None:
        self._say_done(self.tr("The user name and password for {proxy} are forgotten."), proxy=proxy)

    def _say_done(self, words: str, **params: str) -> None:
        self._status.tell(fill(words, params), icons.Shape.DONE, Role.GOOD)


_ID: Final = Qt.ItemDataRole.UserRole
FILE_NAME: Final = "ledgerdrop-accounts.json"


class AccountsPage(QWidget):
    """Lists the accounts. Emits `edit_wanted` with the ID of an account, or "" for a new one."""

    edit_wanted = Signal(str)

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._settings = settings
        self.question: Question | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Accounts"))
        self.list.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.add = Button(self.tr("Add…"), clicked=partial(self.edit_wanted.emit, ""), parent=self)
        self.edit = Button(self.tr("Edit…"), clicked=self._on_edit, parent=self)
        self.use = Button(self.tr("Use this account"), clicked=self._on_use, parent=self)
        self.remove = Button(self.tr("Remove…"), clicked=self._on_remove, parent=self)
        self.import_accounts = Button(self.tr("Import…"), clicked=self._on_import, parent=self)
        self.import_accounts.setToolTip(self.tr("Add accounts from a file that IT gave you. It contains no tokens."))
        self.export_accounts = Button(self.tr("Export…"), clicked=self._on_export, parent=self)
        self.export_accounts.setToolTip(self.tr("Save the accounts to a file for others. It contains no tokens."))
        self.folders_label = Label(self.tr("Folders and the accounts their files go to"), parent=self)
        self.folders = QListWidget(self)
        self.folders.setAccessibleName(self.folders_label.text())
        self.folders.setMaximumHeight(2 * _height(self.folders) + 2 * Space.S)
        self.folders.setIconSize(self.list.iconSize())
        self.folders.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.folders.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.folders.currentRowChanged.connect(self._enable)
        self.forget = Button(self.tr("Forget this folder"), clicked=self._on_forget, parent=self)
        self.list.itemActivated.connect(self._on_edit)
        self.list.currentRowChanged.connect(self._enable)
        self._lay_out()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """List the accounts as they are now."""
        chosen = self._chosen_id() or settings.current_id
        self._settings = settings
        self.list.clear()
        for account in settings.accounts:
            name, facts = wording.account(account), self._facts(account)
            item = _item(self.list, account, account.id, name, facts, ", ".join((name, *facts)))
            if account.id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._show_folders(settings)
        self._enable()

    def _show_folders(self, settings: Settings) -> None:
        """List the folders that have an account; hide the list without any."""
        self.folders.clear()
        for folder, rule in settings.folders.items():
            account = settings.account(rule.account_id)
            if account is not None:
                shown = wording.folder(Path(folder, "any"))  # that of a file in it
                names = {"folder": shown, "account": wording.account(account)}
                spoken = fill(self.tr("{folder}, files go to {account}"), names)
                how = [isolated(wording.options(rule.how))] if rule.how else []
                facts = [isolated(names["account"]), *how]
                item = _item(self.folders, account, folder, isolated(shown), facts, ", ".join((spoken, *how)))
                item.setToolTip(language.plain(item.text()))
        for part in (self.folders_label, self.folders, self.forget):
            part.setVisible(self.folders.count() > 0)

    def _facts(self, account: Account) -> list[str]:
        environment = wording.environment(account.environment).name
        in_use = self.tr("in use") if account.id == self._settings.current_id else ""
        from_it = self.tr("set up by IT") if self._settings.policy.lists(account.id) else ""
        end = isolated(f"…{account.integration_id[-4:]}") if account.integration_id else ""
        return [words for words in (environment, in_use, end, from_it) if words]

    def _chosen_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def _chosen(self) -> Account | None:
        return self._settings.account(self._chosen_id())

    def _enable(self) -> None:
        chosen = self._chosen()
        self.edit.setEnabled(chosen is not None)
        from_it = chosen is not None and self._settings.policy.lists(chosen.id)
        self.remove.setEnabled(chosen is not None and not from_it)
        self.remove.setToolTip(self.tr("Your IT department has set this account up") if from_it else "")
        self.use.setEnabled(chosen is not None and chosen.id != self._settings.current_id)
        folder = self.folders.currentItem()
        held = folder is not None and folder.data(_ID) in self._settings.policy.folders
        self.forget.setEnabled(folder is not None and not held)
        self.forget.setToolTip(self.tr("Your IT department has set this") if held else "")
        self.export_accounts.setEnabled(bool(self._settings.accounts))

    def _on_edit(self) -> None:
        if chosen := self._chosen_id():
            self.edit_wanted.emit(chosen)

    def _on_use(self) -> None:
        self._settings_service.use(self._chosen_id())

    def _on_remove(self) -> None:
        account = self._chosen()
        if account is None:
            return
        asked = fill(self.tr("Remove “{name}”?"), {"name": wording.account(account)})
        advice = self.tr(
            "Its access token is also removed from this computer. Files waiting for this account won't be "
            "sent. Uploaded files stay uploaded."
        )
        self.question = Question(self)
        self.question.put(self.tr("Remove this account?"), asked, advice, self.tr("Remove"), self.tr("Keep it"))
        self.question.accepted.connect(partial(self._settings_service.remove, account.id))
        self.question.open()

    def _on_forget(self) -> None:
        if (item := self.folders.currentItem()) is not None:
            folder = str(item.data(_ID))
            self._settings_service.change(lambda settings: settings.without_folder_account(folder))

    def _on_import(self) -> None:
        dialog = FileDialog(self, self.tr("Import accounts"))
        dialog.setNameFilters(self._kinds())
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._settings_service.import_accounts)
        dialog.open()

    def _on_export(self) -> None:
        export = self._settings_service.export_accounts
        ask_where_to_save(self, self.tr("Export accounts"), self._kinds(), FILE_NAME, export)

    def _kinds(self) -> list[str]:
        return [self.tr("Accounts (*.json)"), self.tr("All files (*)")]

    def _lay_out(self) -> None:
        side = arranged(QVBoxLayout(), self.add, self.edit, self.use, self.remove, gap=Space.S)
        side.addStretch(1)
        side.addWidget(self.import_accounts)
        side.addWidget(self.export_accounts)
        row = arranged(QHBoxLayout(), self.list, side, gap=Space.L, stretch=self.list)
        of_folders = arranged(QHBoxLayout(), self.folders, self.forget, gap=Space.L, stretch=self.folders)
        of_folders.setAlignment(self.forget, Qt.AlignmentFlag.AlignTop)
        rule = self.tr("Files are sent with the account in use when you drop them.")
        explained = Label(rule, role=Role.MUTED, wrap=True)
        arranged(QVBoxLayout(self), explained, row, self.folders_label, of_folders, stretch=row)


def _height(parts: QListWidget) -> int:
    return 2 * parts.fontMetrics().height() + 2 * Space.S + Space.XS


def _item(into: QListWidget, account: Account, key: str, name: str, facts: list[str], spoken: str) -> QListWidgetItem:
    """Add an account or folder to a list: its name, and below it the facts; screen readers read what is `spoken`."""
    item = QListWidgetItem(dot(colour_of(account), theme.scaled(16)), f"{name}\n{'  ·  '.join(facts)}", into)
    item.setData(_ID, key)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setSizeHint(QSize(0, _height(into)))
    return item


class NetworkPage(QWidget):
    """Shows the choice of a proxy. Emits `sign_in_wanted` with the `host:port` of the proxy that is set here."""

    sign_in_wanted = Signal(str)

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._settings = settings
        self.buttons = {
            ProxyMode.SYSTEM: RadioButton(self.tr("Use this computer's settings (recommended)"), self),
            ProxyMode.MANUAL: RadioButton(self.tr("Use this proxy:"), self),
            ProxyMode.NONE: RadioButton(self.tr("No proxy, connect directly"), self),
        }
        for button in self.buttons.values():
            button.clicked.connect(self._on_mode)
        self.address = QtWidgets.QLineEdit(self, placeholderText="http://proxy.example.com:8080")
        self.address.setAccessibleName(self.tr("Proxy address"))
        widen_to_hint(self.address)
        self.address.textEdited.connect(self._enable)
        form = self.tr("For example http://proxy.example.com:8080. Ask your IT department.")
        self.note = Label(form, Type.CAPTION, role=Role.WARN, wrap=True, parent=self)
        self.held = Label(self.tr("Your IT department has set this."), strong=True, wrap=True, parent=self)
        self.apply = Button(self.tr("Apply"), clicked=self._on_apply, parent=self)
        self.sign_in = Button(self.tr("User name and password…"), clicked=self._on_sign_in, parent=self)
        self.forget = Button(self.tr("Forget the proxy password"), clicked=self._on_forget, parent=self)
        self.uploads_at_once = ComboBox(self.tr("Files sent at once"), self)
        self.uploads_at_once.addItems([formatting.number(count) for count in range(1, MAX_UPLOADS_AT_ONCE + 1)])
        self.uploads_at_once.setMinimumContentsLength(5)  # room for two digits in every script, beside the arrow
        self.uploads_at_once.activated.connect(self._on_uploads_at_once)
        self._lay_out()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings of the network as they are now."""
        self._settings = settings
        self.buttons[settings.proxy.mode].setChecked(True)
        if settings.proxy.url or not self.address.text():
            self.address.setText(settings.proxy.url)
        self.uploads_at_once.setCurrentIndex(settings.uploads_at_once - 1)
        self._enable()

    @property
    def _mode(self) -> ProxyMode:
        return next(mode for mode, button in self.buttons.items() if button.isChecked())

    def _enable(self) -> None:
        manual = self._mode is ProxyMode.MANUAL
        url = normal_proxy_url(self.address.text())
        kept = self._settings.proxy
        held = "proxy" in self._settings.policy.fixed
        self.held.setVisible(held)
        for button in self.buttons.values():
            button.setEnabled(not held)
        self.address.setEnabled(manual and not held)
        wrong = manual and isinstance(url, Problem) and bool(self.address.text())
        self.note.setVisible(wrong)
        new = isinstance(url, str) and ProxyChoice(ProxyMode.MANUAL, url) != kept
        self.apply.setEnabled(manual and not held and new)
        self.forget.setEnabled(bool(self._settings.sign_ins))
        self.sign_in.setEnabled(manual and kept.mode is ProxyMode.MANUAL and url == kept.url)

    def _on_mode(self) -> None:
        self._enable()
        if self._mode is ProxyMode.MANUAL:
            self.address.setFocus()
        else:
            self._prefer(replace(self._settings.proxy, mode=self._mode))

    def _on_apply(self) -> None:
        url = normal_proxy_url(self.address.text())
        if isinstance(url, str):
            self._prefer(ProxyChoice(ProxyMode.MANUAL, url))

    def _on_sign_in(self) -> None:
        self.sign_in_wanted.emit(self._settings.proxy.url.partition("://")[2])

    def _on_forget(self) -> None:
        for proxy in self._settings.sign_ins:
            self._settings_service.sign_out(proxy)

    def _on_uploads_at_once(self, index: int) -> None:
        if index + 1 != self._settings.uploads_at_once:
            self._settings_service.change(lambda settings: replace(settings, uploads_at_once=index + 1))

    def _prefer(self, choice: ProxyChoice) -> None:
        if choice != self._settings.proxy:
            self._settings_service.change(lambda settings: replace(settings, proxy=choice))

    def _lay_out(self) -> None:
        line = FlowLayout(self.address, trailing=[self.apply])
        below = arranged(QVBoxLayout(), self.note, FlowLayout(self.sign_in, self.forget))
        at_once = FlowLayout(title_of(self.uploads_at_once), self.uploads_at_once)
        explained = self.tr(
            "Many companies send all traffic through a proxy. LedgerDrop uses this computer's settings, "
            "including a PAC script. Ask your IT department before you change this."
        )
        why = Label(explained, role=Role.MUTED, wrap=True)
        system, manual, none = self.buttons.values()
        column = QVBoxLayout(self)
        arranged(column, why, self.held, system, manual, indented(line), indented(below), none, at_once).addStretch(1)
        tab_through(system, manual, self.address, self.apply, self.sign_in, self.forget, none, self.uploads_at_once)


class UpdatesPage(QWidget):
    """Shows whether to check for newer versions, and where the choice is not the user's, whose it is."""

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self.tick = CheckBox(self.tr("Check for updates once a day"), self)
        self.tick.clicked.connect(self._on_clicked)
        self.note = Label("", role=Role.MUTED, wrap=True, parent=self)
        arranged(QVBoxLayout(self), self.tick, self.note).addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show the choice as it is now."""
        now = settings.updates_standing
        fixed = "ask_for_updates" in settings.policy.fixed
        self.tick.setChecked(now is Standing.ON)
        self.tick.setEnabled(now in (Standing.ON, Standing.OFF) and not fixed)
        if now is Standing.OFF_BY_IT:
            note = self.tr("Your IT department turned this off.")
        elif now is Standing.NOT_SET_UP:
            note = self.tr("Updates aren't set up for this copy. Ask whoever gave it to you.")
        else:
            asked = self.tr(
                "LedgerDrop asks {host} and sends nothing about you, your accounts or your files. You decide "
                "whether to download and install."
            )
            note = fill(asked, {"host": urlsplit(settings.updates_address).hostname or ""})
            if fixed:
                note = f"{self.tr('Your IT department has set this.')} {note}"
        self.note.setText(note)
        self.tick.setAccessibleDescription(note)

    def _on_clicked(self, wanted: bool) -> None:
        self._settings_service.change(lambda settings: replace(settings, ask_for_updates=wanted))
