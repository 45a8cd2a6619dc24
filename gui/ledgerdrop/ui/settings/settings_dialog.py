"""Show the settings: accounts, network and updates. `SettingsService` keeps them, never the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import MAX_UPLOADS_AT_ONCE, ProxyChoice, ProxyMode, Settings
from ledgerdrop.model.updates import Standing, address_of, standing
from ledgerdrop.store.proxy_address import normal_proxy_url
from ledgerdrop.ui.dialogs.dialog import Dialog, FileDialog, Question, scrolled
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import fill, isolated
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.account_colours import colour_of, dot
from ledgerdrop.ui.widgets.buttons import Button, CheckBox, ComboBox, RadioButton, Tab
from ledgerdrop.ui.widgets.labels import Label, StatusLabel
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, horizontal_line, indented, tab_through, widen_to_hint


class SettingsDialog(Dialog):
    """Hold what is changed here is changed at once; what could not be is said below."""

    usual = QSize(620, 560)

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._tabs = QButtonGroup(self)
        self.accounts_tab = self._tab(self.tr("Accounts"))  # before the pages: the Tab key stops there first
        self.network_tab = self._tab(self.tr("Network"))
        self.updates_tab = self._tab(self.tr("Updates"))
        self.accounts = AccountsPage(settings_service, settings, self)
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("surface")
        self.network = NetworkPage(settings_service, settings, self)
        self.updates = UpdatesPage(settings_service, settings, self)
        for tab, page in (
            (self.accounts_tab, self.accounts),
            (self.network_tab, self.network),
            (self.updates_tab, self.updates),
        ):
            tab.clicked.connect(partial(self.pages.setCurrentWidget, page))
            self._tabs.addButton(tab, self.pages.addWidget(page))
        self.accounts_tab.setChecked(True)
        self.accounts_tab.setFocus()
        self._picture = Picture(icons.Shape.INFO, Role.MUTED, 20, self)
        self.outcome = StatusLabel("", wrap=True, parent=self)
        self.done_button = Button(self.tr("Close"), "primary", parent=self)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        settings_service.saved.connect(self._on_saved)
        settings_service.failed.connect(self._on_failed)
        settings_service.imported.connect(self._on_imported)
        settings_service.exported.connect(self._on_exported)
        settings_service.signed_out.connect(self._on_signed_out)
        self._lay_out()
        self._say("")

    def show_page(self, page: QWidget) -> None:
        """Turn to that page."""
        self.pages.setCurrentWidget(page)
        self._tabs.button(self.pages.indexOf(page)).setChecked(True)

    def _tab(self, text: str) -> Tab:
        tab = Tab(text, self)
        tab.setAccessibleDescription(self.tr("Shows this settings page"))
        return tab

    def _on_saved(self, settings: Settings) -> None:
        self.accounts.show_settings(settings)
        self.network.show_settings(settings)
        self.updates.show_settings(settings)
        self._say("")

    def _on_failed(self, problem: Problem) -> None:
        words = wording.problem(problem)
        self._say(words.together, icons.Shape.REFUSED, Role.BAD)

    def _on_imported(self, added: int, known: int) -> None:
        words = self.tr("Added: {added}. Already there: {known}. Choose Edit to enter each token.")
        counts = {"added": formatting.number(added), "known": formatting.number(known)}
        self._say(fill(words, counts), icons.Shape.DONE, Role.GOOD)

    def _on_exported(self, name: str) -> None:
        words = self.tr("Saved to {name}. Contains no tokens.")
        self._say(fill(words, {"name": name}), icons.Shape.DONE, Role.GOOD)

    def _on_signed_out(self, proxy: str) -> None:
        words = self.tr("The user name and password for {proxy} are forgotten.")
        self._say(fill(words, {"proxy": proxy}), icons.Shape.DONE, Role.GOOD)

    def _say(self, text: str, shape: icons.Shape = icons.Shape.INFO, role: Role = Role.MUTED) -> None:
        self.outcome.tell(text, role)
        self._picture.show_shape(shape, role)
        self._picture.setVisible(bool(text))

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        top.setSpacing(Space.M)
        tabs = FlowLayout(Space.M)
        title = Label(self.tr("Settings"), Type.TITLE, strong=True)
        tabs.add_leading(title, self.accounts_tab, self.network_tab, self.updates_tab)
        top.addLayout(tabs)
        area = scrolled(self.pages, self)
        # It gets the height that is left: where that is too little it scrolls, and no button below is made lower.
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        top.addWidget(area, 1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        bottom.setSpacing(Space.S)
        bottom.addWidget(self._picture)
        bottom.addWidget(self.outcome, 1)
        bottom.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(horizontal_line(self))
        column.addLayout(bottom)


_ID: Final = Qt.ItemDataRole.UserRole
FILE_NAME: Final = "ledgerdrop-accounts.json"


class AccountsPage(QWidget):
    """`edit_wanted` with the ID of an account, or "" for a new one."""

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
        self.add = self._button(self.tr("Add…"), self._on_add)
        self.edit = self._button(self.tr("Edit…"), self._on_edit)
        self.use = self._button(self.tr("Use this account"), self._on_use)
        self.remove = self._button(self.tr("Remove…"), self._on_remove)
        self.take_in = self._button(self.tr("Import…"), self._on_import)
        self.take_in.setToolTip(self.tr("Add accounts from a file that IT gave you. It contains no tokens."))
        self.hand_out = self._button(self.tr("Export…"), self._on_export)
        self.hand_out.setToolTip(self.tr("Save the accounts to a file for others. It contains no tokens."))
        self.folders_label = Label(self.tr("Folders and the accounts their files go to"), parent=self)
        self.folders = QListWidget(self)
        self.folders.setAccessibleName(self.folders_label.text())
        self.folders.setMaximumHeight(4 * self.folders.fontMetrics().height() + 2 * Space.S)
        self.folders.setIconSize(self.list.iconSize())
        self.folders.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.folders.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.folders.currentRowChanged.connect(self._enable)
        self.forget = self._button(self.tr("Forget this folder"), self._on_forget)
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
            item = QListWidgetItem(dot(colour_of(account), theme.scaled(16)), self._words(account), self.list)
            item.setData(_ID, account.id)
            heard = item.text().replace("\n", ", ").replace("  ·  ", ", ")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heard)
            item.setSizeHint(QSize(0, 2 * self.list.fontMetrics().height() + 2 * Space.S + Space.XS))
            if account.id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._show_folders(settings)
        self._enable()

    def _show_folders(self, settings: Settings) -> None:
        """List the folders that have an account; without any there is nothing to see of it."""
        self.folders.clear()
        for folder, account_id in settings.folder_accounts.items():
            account = settings.account(account_id)
            if account is not None:
                shown = wording.folder(Path(folder, "any"))  # that of a file in it
                names = {"folder": shown, "account": wording.account(account)}
                spoken = fill(self.tr("{folder}, files go to {account}"), names)
                options = settings.folder_options.get(folder)
                how = [isolated(wording.options(options))] if options else []
                words = "  ·  ".join((*map(isolated, names.values()), *how))
                item = QListWidgetItem(dot(colour_of(account), theme.scaled(16)), words, self.folders)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((spoken, *how)))
                item.setData(_ID, folder)
                item.setToolTip(language.plain(words))
        for part in (self.folders_label, self.folders, self.forget):
            part.setVisible(self.folders.count() > 0)

    def _words(self, account: Account) -> str:
        environment = wording.environment(account.environment).name
        in_use = self.tr("in use") if account.id == self._settings.current_id else ""
        from_it = self.tr("set up by IT") if self._settings.policy.lists(account.id) else ""
        end = isolated(f"…{account.integration_id[-4:]}") if account.integration_id else ""
        facts = "  ·  ".join(words for words in (environment, in_use, end, from_it) if words)
        return f"{wording.account(account)}\n{facts}"

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
        self.hand_out.setEnabled(bool(self._settings.accounts))

    def _on_add(self) -> None:
        self.edit_wanted.emit("")

    def _on_edit(self) -> None:
        if chosen := self._chosen_id():
            self.edit_wanted.emit(chosen)

    def _on_use(self) -> None:
        self._settings_service.use(self._chosen_id())

    def _on_remove(self) -> None:
        account = self._chosen()
        if account is None or self.question is not None:
            return
        self.question = Question(self)
        self.question.setWindowTitle(self.tr("Remove this account?"))
        self.question.put(
            fill(self.tr("Remove “{name}”?"), {"name": wording.account(account)}),
            self.tr(
                "Its access token is also removed from this computer. Files waiting for this account won't be "
                "sent. Uploaded files stay uploaded."
            ),
            self.tr("Remove"),
            self.tr("Keep it"),
        )
        self.question.finished.connect(self._on_answered)
        self.question.open()

    def _on_answered(self, answer: int) -> None:
        question, self.question = self.question, None
        if question is not None:
            question.deleteLater()
        if answer == Question.DialogCode.Accepted:
            self._settings_service.remove(self._chosen_id())

    def _on_forget(self) -> None:
        if (item := self.folders.currentItem()) is not None:
            folder = str(item.data(_ID))
            self._settings_service.change(lambda settings: settings.without_folder_account(folder))

    def _on_import(self) -> None:
        dialog = self._file_dialog(self.tr("Import accounts"), FileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_import_chosen)
        dialog.open()

    def _on_export(self) -> None:
        dialog = self._file_dialog(self.tr("Export accounts"), FileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self._on_export_chosen)
        dialog.open()

    def _file_dialog(self, title: str, mode: FileDialog.AcceptMode) -> FileDialog:
        dialog = FileDialog(self, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([self.tr("Accounts (*.json)"), self.tr("All files (*)")])
        return dialog

    def _on_import_chosen(self, name: str) -> None:
        self._settings_service.import_accounts(Path(name))

    def _on_export_chosen(self, name: str) -> None:
        self._settings_service.export_accounts(Path(name))

    def _button(self, text: str, call: Callable[[], None]) -> Button:
        button = Button(text, parent=self)
        button.clicked.connect(call)
        return button

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(Space.S)
        for button in (self.add, self.edit, self.use, self.remove):
            side.addWidget(button)
        side.addStretch(1)
        for button in (self.take_in, self.hand_out):
            side.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self.list, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        rule = self.tr("Files are sent with the account in use when you drop them.")
        column.addWidget(Label(rule, role=Role.MUTED, wrap=True))
        column.addLayout(row, 1)
        of_folders = QHBoxLayout()
        of_folders.setSpacing(Space.L)
        of_folders.addWidget(self.folders, 1)
        of_folders.addWidget(self.forget, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.folders_label)
        column.addLayout(of_folders)


class NetworkPage(QWidget):
    """`sign_in_wanted` with the `host:port` of the proxy that is set here."""

    sign_in_wanted = Signal(str)

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._settings = settings
        self._group = QButtonGroup(self)
        self._buttons = {
            ProxyMode.SYSTEM: self._button(self.tr("Use this computer's settings (recommended)")),
            ProxyMode.MANUAL: self._button(self.tr("Use this proxy:")),
            ProxyMode.NONE: self._button(self.tr("No proxy, connect directly")),
        }
        self.address = QLineEdit(self)
        self.address.setAccessibleName(self.tr("Proxy address"))
        self.address.setPlaceholderText("http://proxy.example.com:8080")
        widen_to_hint(self.address)
        self.address.textEdited.connect(self._enable)
        form = self.tr("For example http://proxy.example.com:8080. Ask your IT department.")
        self.note = Label(form, Type.CAPTION, role=Role.WARN, wrap=True, parent=self)
        self.held = Label(self.tr("Your IT department has set this."), strong=True, wrap=True, parent=self)
        self.apply = Button(self.tr("Apply"), parent=self)
        self.apply.clicked.connect(self._on_apply)
        self.sign_in = Button(self.tr("User name and password…"), parent=self)
        self.sign_in.clicked.connect(self._on_sign_in)
        self.forget = Button(self.tr("Forget the proxy password"), parent=self)
        self.forget.clicked.connect(self._on_forget)
        self.jobs = ComboBox(self.tr("Files sent at once"), self)
        self.jobs.addItems([formatting.number(jobs) for jobs in range(1, MAX_UPLOADS_AT_ONCE + 1)])
        self.jobs.setMinimumContentsLength(5)  # room for two digits in every script, beside the arrow
        self.jobs.activated.connect(self._on_jobs)
        self._group.buttonClicked.connect(self._on_mode)
        self._lay_out()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        self._settings = settings
        self._buttons[settings.proxy.mode].setChecked(True)
        if settings.proxy.url or not self.address.text():
            self.address.setText(settings.proxy.url)
        self.jobs.setCurrentIndex(settings.jobs - 1)
        self._enable()

    def button(self, mode: ProxyMode) -> RadioButton:
        """Return its radio button."""
        return self._buttons[mode]

    @property
    def _mode(self) -> ProxyMode:
        return next(mode for mode, button in self._buttons.items() if button.isChecked())

    def _enable(self) -> None:
        manual = self._mode is ProxyMode.MANUAL
        url = normal_proxy_url(self.address.text())
        kept = self._settings.proxy
        held = "proxy" in self._settings.policy.fixed
        self.held.setVisible(held)
        for button in self._buttons.values():
            button.setEnabled(not held)
        self.address.setEnabled(manual and not held)
        wrong = manual and isinstance(url, Problem) and bool(self.address.text())
        self.note.setVisible(wrong)
        self.apply.setEnabled(
            manual and not held and isinstance(url, str) and ProxyChoice(ProxyMode.MANUAL, url) != kept
        )
        self.forget.setEnabled(bool(self._settings.sign_ins))
        self.sign_in.setEnabled(manual and kept.mode is ProxyMode.MANUAL and url == kept.url)

    def _on_mode(self) -> None:
        if self._mode is not ProxyMode.MANUAL:
            self._prefer(replace(self._settings.proxy, mode=self._mode))
        self._enable()
        if self._mode is ProxyMode.MANUAL:
            self.address.setFocus()

    def _on_apply(self) -> None:
        url = normal_proxy_url(self.address.text())
        if isinstance(url, str):
            self._prefer(ProxyChoice(ProxyMode.MANUAL, url))

    def _on_sign_in(self) -> None:
        self.sign_in_wanted.emit(self._settings.proxy.url.partition("://")[2])

    def _on_forget(self) -> None:
        for proxy in self._settings.sign_ins:
            self._settings_service.sign_out(proxy)

    def _on_jobs(self, index: int) -> None:
        if index + 1 != self._settings.jobs:
            self._settings_service.change(lambda settings: replace(settings, jobs=index + 1))

    def _prefer(self, choice: ProxyChoice) -> None:
        if choice != self._settings.proxy:
            self._settings_service.change(lambda settings: replace(settings, proxy=choice))

    def _button(self, text: str) -> RadioButton:
        button = RadioButton(text, self)
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        line = FlowLayout()
        line.add_leading(self.address)
        line.add_trailing(self.apply)
        below = QVBoxLayout()
        below.setSpacing(Space.M)
        below.addWidget(self.note)
        signing = FlowLayout()
        signing.add_leading(self.sign_in, self.forget)
        below.addLayout(signing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        explained = self.tr(
            "Many companies send all traffic through a proxy. LedgerDrop uses this computer's settings, "
            "including a PAC script. Ask your IT department before you change this."
        )
        column.addWidget(Label(explained, role=Role.MUTED, wrap=True))
        column.addWidget(self.held)
        column.addWidget(self._buttons[ProxyMode.SYSTEM])
        column.addWidget(self._buttons[ProxyMode.MANUAL])
        column.addLayout(indented(line))
        column.addLayout(indented(below))
        column.addWidget(self._buttons[ProxyMode.NONE])
        column.addLayout(self._jobs_line())
        column.addStretch(1)
        system, manual, none = self._buttons.values()
        tab_through(system, manual, self.address, self.apply, self.sign_in, self.forget, none, self.jobs)

    def _jobs_line(self) -> FlowLayout:
        title = Label(self.jobs.accessibleName(), strong=True)
        title.setBuddy(self.jobs)
        line = FlowLayout()
        line.add_leading(title, self.jobs)
        return line


class UpdatesPage(QWidget):
    """Offer one choice and its meaning; where the choice is not the user's, say whose it is."""

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self.tick = CheckBox(self.tr("Check for updates once a day"), self)
        self.tick.clicked.connect(self._on_clicked)
        self.note = Label("", role=Role.MUTED, wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.tick)
        column.addWidget(self.note)
        column.addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        now = standing(settings)
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
            note = fill(asked, {"host": urlsplit(address_of(settings)).hostname or ""})
            if fixed:
                note = f"{self.tr('Your IT department has set this.')} {note}"
        self.note.setText(note)
        self.tick.setAccessibleDescription(note)

    def _on_clicked(self, wanted: bool) -> None:
        self._settings_service.change(lambda settings: replace(settings, ask_for_updates=wanted))
