"""Fill the menu bar: everything that can be done, with its shortcut; the accounts, and recent folders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.settings import Settings, Theme
from ledgerdrop.model.transfers import Summary
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui import add_files, banner
from ledgerdrop.ui.dialogs.help_dialogs import AboutDialog, HelpDialog
from ledgerdrop.ui.files import actions, file_model, files_page
from ledgerdrop.ui.files.actions import Action, MoveStep, MoveToAccountMenu, steps
from ledgerdrop.ui.files.file_filter import Show
from ledgerdrop.ui.history.history_dialog import HistoryController
from ledgerdrop.ui.settings.settings_controller import SettingsController
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import NAMES, visible, without_mnemonic
from ledgerdrop.ui.widgets.account_colours import colour_of, dot

Key = QKeySequence.StandardKey
MenuRole = QAction.MenuRole
T = TypeVar("T")


class _Menu(QMenu):
    """Adds items with their shortcuts, which end with the menu."""

    def item(
        self, text: str, call: Callable[[], object], *keys: str | Key, role: MenuRole = MenuRole.NoRole
    ) -> QAction:
        """Add an item with its shortcuts, the first of which is shown."""
        action = self.addAction(text, call)
        action.setMenuRole(role)
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action

    def choice(self, texts: Mapping[T, str], call: Callable[[T], object]) -> dict[T, QAction]:
        """Add items of which one is chosen; `call` gets the value of the one that the user chooses."""
        group = QActionGroup(self)
        items = {value: group.addAction(self.item(text, partial(call, value))) for value, text in texts.items()}
        for item in items.values():
            item.setCheckable(True)
        return items


_ACCOUNTS_WITH_A_KEY: Final = 9
_KEYS = {MoveStep.UP: "Alt+Up", MoveStep.DOWN: "Alt+Down", MoveStep.FIRST: "Alt+Home", MoveStep.LAST: "Alt+End"}


class Window(Protocol):
    """Describes what the items call: parts of the window, and what only the window as a whole can do."""

    adder: add_files.FileAdder
    records: HistoryController
    settings_controller: SettingsController
    undo: files_page.UndoBar
    updates: banner.UpdateNotice
    workspace: files_page.Workspace

    def add_samples(self) -> None: ...
    def clear_finished(self) -> None: ...
    def menuBar(self) -> QMenuBar: ...
    def perform(self, action: Action, ids: Sequence[int]) -> None: ...
    def send(self) -> None: ...
    def stop_all(self) -> None: ...


class MainMenu(QObject):
    """Fills a menu bar and keeps its items enabled and checked. The menu `accounts` is also for others to open.

    Call `retranslate_ui` to put up the menus, and again after a change of language.
    """

    log_wanted = Signal()
    diagnostics_wanted = Signal()

    def __init__(self, queue: TransferQueue, settings_service: SettingsService, window: Window) -> None:
        super().__init__(window.menuBar())
        self._bar = window.menuBar()
        self._queue = queue
        self._settings_service = settings_service
        self._window = window
        self.accounts = _Menu(self._bar.window())
        self._of_accounts = QActionGroup(self.accounts)
        self._move_to = MoveToAccountMenu(self._bar.window())
        self._move_to.chosen.connect(window.workspace.list.move_to_account)

    def retranslate_ui(self) -> None:
        """Build the menus in the language in use."""
        self._bar.clear()
        for menu in self._bar.findChildren(_Menu):
            menu.deleteLater()
        self._add_file_menu()
        self._add_selected_menu()
        self._add_view_menu()
        self.accounts.setTitle(self.tr("A&ccount"))
        self._bar.addMenu(self.accounts)
        self._add_help_menu()
        if self._settings_service.known is not None:
            self.show_settings(self._settings_service.known)

    def _begin(self, title: str, parent: QMenu | None = None) -> _Menu:
        """Add a menu to another one, or to the bar."""
        menu = _Menu(title, parent or self._bar)
        (parent or self._bar).addMenu(menu)
        return menu

    def show_summary(self, summary: Summary) -> None:
        """Enable the items that would do something now."""
        self.send_item.setEnabled(summary.ready > 0)
        self.pause_item.setEnabled(summary.under_way > 0 and not summary.paused)
        self.go_on_item.setEnabled(summary.paused or summary.resumable > 0)
        self.stop_item.setEnabled(summary.sent > 0)
        for item in self._of_list:
            item.setEnabled(summary.files > 0)

    def show_settings(self, settings: Settings) -> None:
        """Check the items of the theme and the language in use, and list the accounts and the recent folders."""
        self.theme_items[settings.theme].setChecked(True)
        fixed = "language" in settings.policy.fixed
        for code, item in self.language_items.items():
            item.setChecked(code == settings.language)
            item.setEnabled(not fixed)
        self.language_note.setVisible(fixed)
        self.recent.clear()
        for folder in settings.recent_folders:  # named in full; nothing is looked up on disk
            self.recent.item(without_mnemonic(visible(folder)), partial(self._window.adder.browse_in, folder))
        self.recent.setEnabled(bool(settings.recent_folders))
        self._list_accounts(settings)

    def _list_accounts(self, settings: Settings) -> None:
        """List the accounts as they are now; Alt+1 to Alt+9 choose the first nine."""
        self.accounts.clear()
        for number, account in enumerate(settings.accounts, 1):
            words = without_mnemonic(wording.account_with_environment(account))
            item = self.accounts.item(words, partial(self._settings_service.use, account.id))
            self._of_accounts.addAction(item)
            item.setIcon(dot(colour_of(account)))
            item.setCheckable(True)
            item.setChecked(account.id == settings.current_id)
            if number <= _ACCOUNTS_WITH_A_KEY:
                item.setShortcut(QKeySequence(f"Alt+{number}"))
        self.accounts.addSeparator()
        self.accounts.item(self.tr("&Add an account…"), self._window.settings_controller.add_account)
        self.accounts.item(self.tr("&Manage accounts…"), self._window.settings_controller.open)

    def show_sorting(self, column: int) -> None:
        """Check the item of the column by which the list is sorted; -1 is the order of sending."""
        if item := self.sort_items.get(column):
            item.setChecked(True)

    def _add_file_menu(self) -> None:
        window, adder = self._window, self._window.adder
        menu = self._begin(self.tr("&File"))
        menu.item(self.tr("&Add files…"), adder.browse, Key.Open)
        menu.item(self.tr("Add a &folder…"), adder.browse_folder, "Ctrl+Shift+O")
        self.recent = self._begin(self.tr("Recent f&olders"), menu)
        self.recent.setEnabled(False)  # until the settings name some
        self._paste = menu.item(self.tr("&Paste files"), adder.paste, Key.Paste)
        menu.aboutToShow.connect(self._look_at_clipboard)
        menu.aboutToHide.connect(partial(self._paste.setEnabled, True))
        self.samples_item = menu.item(self.tr("&Try the sample files"), window.add_samples)
        self.samples_item.setEnabled(False)  # the window enables it for practice
        menu.addSeparator()
        self.send_item = menu.item(self.tr("&Send"), window.send, "Ctrl+Return", "Ctrl+Enter")
        self.pause_item = menu.item(self.tr("Pa&use sending"), partial(self._queue.pause, None), "Ctrl+Shift+P")
        resume, keys = partial(self._queue.resume, None), ("Ctrl+Shift+R", "Ctrl+Shift+G")
        self.go_on_item = menu.item(self.tr("&Resume, and retry all failed"), resume, *keys)
        self.stop_item = menu.item(self.tr("Stop a&ll"), window.stop_all, "Ctrl+Shift+.")
        menu.addSeparator()
        open_settings = window.settings_controller.open
        menu.item(self.tr("S&ettings…"), open_settings, "Ctrl+,", role=MenuRole.PreferencesRole)
        menu.item(self.tr("&Quit"), self._bar.window().close, "Ctrl+Q", role=MenuRole.QuitRole)

    def _add_selected_menu(self) -> None:
        window, files = self._window, self._window.workspace.list
        menu = self._begin(self.tr("&Selected"))
        self._send_selected = menu.item(actions.send_selected_words(0), files.send_selected)
        texts: dict[Action, tuple[str, tuple[str | Key, ...]]] = {
            Action.RETRY: (self.tr("&Retry"), ("Ctrl+R", "F5")),
            Action.SEND_ANYWAY: (self.tr("Send a&nyway"), ("Ctrl+Shift+Return",)),
            Action.SEND_AS: (self.tr("Send under the &suggested name"), ("Ctrl+Shift+S",)),
            Action.CANCEL: (self.tr("&Cancel"), ("Ctrl+.",)),
            Action.REMOVE: (self.tr("Re&move from the list"), (Key.Delete,)),
        }
        self._of_selection: dict[Action | MoveStep, QAction] = {
            action: menu.item(text, partial(self._perform, action), *keys) for action, (text, keys) in texts.items()
        }
        menu.addMenu(self._move_to)
        self._undo = menu.item(self.tr("Undo remo&ving"), window.undo.bring_back, Key.Undo)
        menu.addSeparator()
        for step, words in steps().items():
            self._of_selection[step] = menu.item(words, partial(files.move_selected, step), _KEYS[step])
        menu.addSeparator()
        self._copy = menu.item(self.tr("Copy &details"), window.workspace.copy_details, Key.Copy)
        self._select_all = menu.item(self.tr("Select &all"), files.selectAll, Key.SelectAll)
        self._clear = menu.item(self.tr("Remove &finished"), window.clear_finished, "Ctrl+Shift+Del")
        menu.aboutToShow.connect(self._grey_out)
        menu.aboutToHide.connect(self._enable_keys)

    def _perform(self, action: Action) -> None:
        chosen = self._window.workspace.list.selected_entries()
        if ids := [entry.id for entry in chosen if action in actions.possible(entry)]:
            self._window.perform(action, ids)

    def _grey_out(self) -> None:
        """Enable in the open menu only the items that would do something."""
        files = self._window.workspace.list
        chosen = files.selected_entries()
        possible = {*files.steps(), *(action for entry in chosen for action in actions.possible(entry))}
        sendable = sum(map(actions.can_send, chosen))
        self._send_selected.setText(actions.send_selected_words(sendable))
        self._send_selected.setEnabled(sendable > 0)
        settings = self._settings_service.known
        accounts = settings.accounts if settings else ()
        self._move_to.offer(actions.move_targets(chosen, accounts), sum(map(actions.can_move, chosen)))
        for asked, item in self._of_selection.items():
            item.setEnabled(asked in possible)
        self._copy.setEnabled(bool(chosen))
        summary = self._queue.summary()
        self._select_all.setEnabled(summary.files > 0)
        self._clear.setEnabled(summary.settled + summary.cancelled > 0)
        self._undo.setEnabled(bool(self._window.undo.items))

    def _enable_keys(self) -> None:
        """Enable all shortcuts again: what is possible changes while no menu is open."""
        listed = (self._copy, self._select_all, self._clear, self._undo)
        for item in (self._send_selected, *self._of_selection.values(), *listed):
            item.setEnabled(True)

    def _add_view_menu(self) -> None:
        workspace = self._window.workspace
        menu = self._begin(self.tr("&View"))
        self._of_list = [
            menu.item(self.tr("&All files"), partial(workspace.show_only, Show.ALL), "Ctrl+1"),
            menu.item(self.tr("&Needs attention"), workspace.show_attention, "Ctrl+2"),
            menu.item(self.tr("&In progress"), partial(workspace.show_only, Show.IN_PROGRESS), "Ctrl+3"),
            menu.item(self.tr("&Uploaded"), partial(workspace.show_only, Show.UPLOADED), "Ctrl+4"),
        ]
        menu.addSeparator()
        self._of_list.append(menu.item(self.tr("&Find by name"), workspace.find_by_name, Key.Find))
        self._of_list.append(menu.item(self.tr("&Details of the selected file"), workspace.open_details, "Ctrl+I"))
        menu.item(self.tr("&History of uploads…"), self._window.records.open, "Ctrl+H")
        menu.addSeparator()
        orders = {
            -1: self.tr("The &order of sending"),
            file_model.Column.NAME: self.tr("&Name"),
            file_model.Column.SIZE: self.tr("&Size"),
            file_model.Column.STATUS: self.tr("S&tatus"),
        }
        sorting = self._begin(self.tr("So&rt by"), menu)
        self.sort_items = sorting.choice(orders, workspace.list.sort_by)
        self.show_sorting(workspace.list.filter.sort_column)
        menu.addSeparator()
        themes = {
            Theme.SYSTEM: self.tr("Use s&ystem setting"),
            Theme.LIGHT: self.tr("&Light"),
            Theme.DARK: self.tr("Dar&k"),
            Theme.CONTRAST: self.tr("High &contrast"),
        }
        self.theme_items = menu.choice(themes, self._on_theme)
        languages = self._begin(self.tr("Lan&guage"), menu)
        self.language_items = languages.choice({"": self.tr("Use &system setting"), **NAMES}, self._on_language)
        self.language_note = languages.addAction(self.tr("Your IT department has set this"))
        self.language_note.setEnabled(False)

    def _add_help_menu(self) -> None:
        menu = self._begin(self.tr("&Help"))
        menu.item(self.tr("&How LedgerDrop works"), partial(self._open, HelpDialog), Key.HelpContents)
        menu.addSeparator()
        menu.item(self.tr("Show &log"), self.log_wanted.emit)
        menu.item(self.tr("Copy &diagnostics"), self.diagnostics_wanted.emit)
        menu.addSeparator()
        check = MenuRole.ApplicationSpecificRole  # on a Mac it stands beside "About"
        menu.item(self.tr("Check for &updates…"), self._window.updates.ask, role=check)
        menu.item(self.tr("About LedgerDrop"), partial(self._open, AboutDialog), role=MenuRole.AboutRole)

    def _open(self, dialog: type[AboutDialog | HelpDialog]) -> None:
        dialog(self._bar.window()).open()

    def _look_at_clipboard(self) -> None:
        self._paste.setEnabled(self._window.adder.can_paste())

    def _on_theme(self, wanted: Theme) -> None:
        self._settings_service.change(lambda settings: replace(settings, theme=wanted))

    def _on_language(self, wanted: str) -> None:
        self._settings_service.change(lambda settings: replace(settings, language=wanted))
