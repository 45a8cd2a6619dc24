"""All accounts in a list: use, add, edit, remove, hand out and take in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.dialogs.dialog import FileDialog, Question
from ledgerdrop.ui.text import language, wording
from ledgerdrop.ui.text.language import fill, isolated
from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.theme import Role, Space
from ledgerdrop.ui.widgets.account_colours import colour_of, dot
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label

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
