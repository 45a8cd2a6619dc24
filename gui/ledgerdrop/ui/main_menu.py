"""Say what the menu bar offers: everything that can be done, with its shortcut; the accounts, and recent folders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.settings import Settings, Theme
from ledgerdrop.model.transfers import Summary
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.file_model import Column
from ledgerdrop.ui.files.move_to_account import MoveToAccountMenu
from ledgerdrop.ui.files.reordering import MoveStep, steps
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import NAMES, on_language_change, visible
from ledgerdrop.ui.widgets.account_colours import colour_of, dot

Key = QKeySequence.StandardKey


T = TypeVar("T")


class Menus(QObject):
    """Builds the menus; each item calls a bound method of the window or one of its parts."""

    def __init__(self, bar: QMenuBar, within: Menus | None = None) -> None:
        super().__init__(within or bar)
        self._bar = bar
        self._menus: list[QMenu] = []
        self._menu: QMenu | None = None

    def take_away(self) -> None:
        """Remove all of them, with their items and shortcuts."""
        self._bar.clear()
        for menu in self._menus:
            menu.deleteLater()
        self.deleteLater()

    def menu(self, title: str) -> QMenu:
        """Begin the next menu."""
        self._menu = self._bar.addMenu(title)
        self._menus.append(self._menu)
        return self._menu

    def menu_within(self, title: str) -> Menus:
        """Add a menu inside the last one; its items are added to what is returned."""
        inner = Menus(self._bar, self)
        if self._menu is not None:
            inner._menu = self._menu.addMenu(title)
        return inner

    def item(
        self,
        text: str,
        call: Callable[[], object],
        *keys: str | QKeySequence.StandardKey,
        role: QAction.MenuRole = QAction.MenuRole.NoRole,
    ) -> QAction:
        """Add an item with its shortcuts, the first of which is shown."""
        action = QAction(text, self)
        action.setMenuRole(role)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(call)
        if self._menu is not None:
            self._menu.addAction(action)
        return action

    def choice(self, texts: Mapping[T, str], call: Callable[[QAction], object]) -> dict[T, QAction]:
        """Add items of which one is chosen; `call` gets the one that the user chooses."""
        group = QActionGroup(self)
        items: dict[T, QAction] = {}
        for value, text in texts.items():
            action = items[value] = QAction(text, group)
            action.setCheckable(True)
            if self._menu is not None:
                self._menu.addAction(action)
        group.triggered.connect(call)
        return items

    def note(self, text: str) -> QAction:
        """Add a line that explains the others; it is not seen until it is made visible."""
        action = QAction(text, self)
        action.setEnabled(False)
        action.setVisible(False)
        if self._menu is not None:
            self._menu.addAction(action)
        return action

    def line(self) -> None:
        """Add a separator."""
        if self._menu is not None:
            self._menu.addSeparator()


_KEYS: Final = {
    MoveStep.UP: "Alt+Up",
    MoveStep.DOWN: "Alt+Down",
    MoveStep.FIRST: "Alt+Home",
    MoveStep.LAST: "Alt+End",
}


@dataclass(frozen=True, slots=True)
class Doable:
    """Say what would do something: actions on what is selected, moving it, and what concerns the list.

    Of what is selected, `sendable` files can be sent, and `movable` ones moved to one of the `accounts`.
    """

    actions: frozenset[Action]
    steps: frozenset[MoveStep]
    selected: bool
    listed: bool
    finished: bool
    removed: bool
    sendable: int
    movable: int
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands:
    """Name the callables behind the items. `on_selected` acts on the selected files to which an action applies."""

    add_files: Callable[[], None]
    add_folder: Callable[[], None]
    paste_files: Callable[[], None]
    add_samples: Callable[[], None]
    send: Callable[[], None]
    pause: Callable[[], None]
    resume: Callable[[], None]
    cancel_all: Callable[[], None]
    open_settings: Callable[[], None]
    quit: Callable[[], None]
    on_selected: Callable[[Action], None]
    send_selected: Callable[[], None]
    move_selected: Callable[[MoveStep], None]
    copy_details: Callable[[], None]
    select_all: Callable[[], None]
    undo: Callable[[], None]
    clear_finished: Callable[[], None]
    show_all: Callable[[], None]
    show_attention: Callable[[], None]
    show_in_progress: Callable[[], None]
    show_uploaded: Callable[[], None]
    can_do: Callable[[], Doable]
    can_paste: Callable[[], bool]
    find_by_name: Callable[[], None]
    open_details: Callable[[], None]
    open_history: Callable[[], None]
    sort_by: Callable[[int], None]
    show_help: Callable[[], None]
    show_log: Callable[[], None]
    copy_diagnostics: Callable[[], None]
    check_for_updates: Callable[[], None]
    show_about: Callable[[], None]


class MainMenu(QObject):
    """Fills a menu bar and keeps its items enabled and checked. `preferred` is a change of the settings.

    Call `retranslate_ui` to put up the menus, and again after a change of language.
    """

    preferred = Signal(object)  # a function from Settings to Settings

    def __init__(
        self, bar: QMenuBar, commands: Commands, accounts: QMenu, recent: QMenu, move_to: MoveToAccountMenu
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._commands = commands
        self._accounts = accounts
        self._recent = recent
        self._move_to = move_to
        self._menus: Menus | None = None
        self._settings: Settings | None = None
        self._sorted_by = -1

    def retranslate_ui(self) -> None:
        """Put up the menus in the language in use."""
        if self._menus is not None:
            self._menus.take_away()
        menus = self._menus = Menus(self._bar)
        self._add_file_menu(menus)
        self._add_selected_menu(menus)
        self._add_view_menu(menus)
        self._bar.addMenu(self._accounts)
        self._add_help_menu(menus)
        if self._settings is not None:
            self.show_settings(self._settings)

    def show_summary(self, summary: Summary) -> None:
        """Enable what can be done now."""
        self.send_item.setEnabled(summary.ready > 0)
        self.pause_item.setEnabled(summary.under_way > 0 and not summary.paused)
        self.go_on_item.setEnabled(summary.paused or summary.resumable > 0)
        self.stop_item.setEnabled(summary.sent > 0)
        for item in self._of_list:
            item.setEnabled(summary.files > 0)

    def show_settings(self, settings: Settings) -> None:
        """Check the items of the theme and the language in use."""
        self._settings = settings
        for theme, item in self.theme_items.items():
            item.setChecked(theme is settings.theme)
        fixed = "language" in settings.policy.fixed
        for code, item in self.language_items.items():
            item.setChecked(code == settings.language)
            item.setEnabled(not fixed)
        self.language_note.setVisible(fixed)

    def offer_samples(self, offered: bool) -> None:
        """Enable the item that adds the sample files, which are for practice only."""
        self.samples_item.setEnabled(offered)

    def show_sorting(self, column: int) -> None:
        """Check the item of the column by which the list is sorted; -1 is the order of sending."""
        self._sorted_by = column
        if item := self.sort_items.get(column):
            item.setChecked(True)

    def _add_file_menu(self, menus: Menus) -> None:
        call = self._commands
        file_menu = menus.menu(self.tr("&File"))
        menus.item(self.tr("&Add files…"), call.add_files, Key.Open)
        menus.item(self.tr("Add a &folder…"), call.add_folder, "Ctrl+Shift+O")
        file_menu.addMenu(self._recent)
        self._paste = menus.item(self.tr("&Paste files"), call.paste_files, Key.Paste)
        file_menu.aboutToShow.connect(self._look_at_clipboard)
        file_menu.aboutToHide.connect(self._forget_clipboard)
        self.samples_item = menus.item(self.tr("&Try the sample files"), call.add_samples)
        self.samples_item.setEnabled(False)
        menus.line()
        self.send_item = menus.item(self.tr("&Send"), call.send, "Ctrl+Return", "Ctrl+Enter")
        self.pause_item = menus.item(self.tr("Pa&use sending"), call.pause, "Ctrl+Shift+P")
        keys = ("Ctrl+Shift+R", "Ctrl+Shift+G")
        self.go_on_item = menus.item(self.tr("&Resume, and retry all failed"), call.resume, *keys)
        self.stop_item = menus.item(self.tr("Stop a&ll"), call.cancel_all, "Ctrl+Shift+.")
        menus.line()
        settings = QAction.MenuRole.PreferencesRole
        menus.item(self.tr("S&ettings…"), call.open_settings, "Ctrl+,", role=settings)
        menus.item(self.tr("&Quit"), call.quit, "Ctrl+Q", role=QAction.MenuRole.QuitRole)

    def _add_selected_menu(self, menus: Menus) -> None:
        call = self._commands
        menu = menus.menu(self.tr("&Selected"))
        self._send_selected = menus.item(actions.send_selected_words(0), call.send_selected)
        self._of_actions = {
            Action.RETRY: menus.item(self.tr("&Retry"), partial(call.on_selected, Action.RETRY), "Ctrl+R", "F5"),
            Action.SEND_ANYWAY: menus.item(
                self.tr("Send a&nyway"), partial(call.on_selected, Action.SEND_ANYWAY), "Ctrl+Shift+Return"
            ),
            Action.SEND_AS: menus.item(
                self.tr("Send under the &suggested name"), partial(call.on_selected, Action.SEND_AS), "Ctrl+Shift+S"
            ),
            Action.CANCEL: menus.item(self.tr("&Cancel"), partial(call.on_selected, Action.CANCEL), "Ctrl+."),
            Action.REMOVE: menus.item(
                self.tr("Re&move from the list"), partial(call.on_selected, Action.REMOVE), Key.Delete
            ),
        }
        menu.addMenu(self._move_to)
        self._undo = menus.item(self.tr("Undo remo&ving"), call.undo, Key.Undo)
        menus.line()
        self._of_steps = {
            step: menus.item(words, partial(call.move_selected, step), _KEYS[step]) for step, words in steps().items()
        }
        menus.line()
        self._copy = menus.item(self.tr("Copy &details"), call.copy_details, Key.Copy)
        self._select_all = menus.item(self.tr("Select &all"), call.select_all, Key.SelectAll)
        self._clear = menus.item(self.tr("Remove &finished"), call.clear_finished, "Ctrl+Shift+Del")
        menu.aboutToShow.connect(self._grey_out)
        menu.aboutToHide.connect(self._enable_keys)

    def _grey_out(self) -> None:
        """Enable in the open menu only what would do something."""
        can = self._commands.can_do()
        self._send_selected.setText(actions.send_selected_words(can.sendable))
        self._send_selected.setEnabled(can.sendable > 0)
        self._move_to.offer(can.accounts, can.movable)
        for action, item in self._of_actions.items():
            item.setEnabled(action in can.actions)
        for step, item in self._of_steps.items():
            item.setEnabled(step in can.steps)
        self._copy.setEnabled(can.selected)
        self._select_all.setEnabled(can.listed)
        self._clear.setEnabled(can.finished)
        self._undo.setEnabled(can.removed)

    def _enable_keys(self) -> None:
        """Have all shortcuts work again: what can be done changes while no menu is open."""
        listed = (self._copy, self._select_all, self._clear, self._undo)
        for item in (self._send_selected, *self._of_actions.values(), *self._of_steps.values(), *listed):
            item.setEnabled(True)

    def _add_view_menu(self, menus: Menus) -> None:
        call = self._commands
        menus.menu(self.tr("&View"))
        self._of_list = [
            menus.item(self.tr("&All files"), call.show_all, "Ctrl+1"),
            menus.item(self.tr("&Needs attention"), call.show_attention, "Ctrl+2"),
            menus.item(self.tr("&In progress"), call.show_in_progress, "Ctrl+3"),
            menus.item(self.tr("&Uploaded"), call.show_uploaded, "Ctrl+4"),
        ]
        menus.line()
        self._of_list.append(menus.item(self.tr("&Find by name"), call.find_by_name, Key.Find))
        self._of_list.append(menus.item(self.tr("&Details of the selected file"), call.open_details, "Ctrl+I"))
        menus.item(self.tr("&History of uploads…"), call.open_history, "Ctrl+H")
        menus.line()
        columns = {
            -1: self.tr("The &order of sending"),
            Column.NAME: self.tr("&Name"),
            Column.SIZE: self.tr("&Size"),
            Column.STATUS: self.tr("S&tatus"),
        }
        self.sort_items = menus.menu_within(self.tr("So&rt by")).choice(columns, self._on_sort)
        self.show_sorting(self._sorted_by)
        menus.line()
        self.theme_items = menus.choice(
            {
                Theme.SYSTEM: self.tr("Use s&ystem setting"),
                Theme.LIGHT: self.tr("&Light"),
                Theme.DARK: self.tr("Dar&k"),
                Theme.CONTRAST: self.tr("High &contrast"),
            },
            self._on_theme,
        )
        languages = menus.menu_within(self.tr("Lan&guage"))
        names = {"": self.tr("Use &system setting"), **NAMES}
        self.language_items = languages.choice(names, self._on_language)
        self.language_note = languages.note(self.tr("Your IT department has set this"))

    def _add_help_menu(self, menus: Menus) -> None:
        call = self._commands
        menus.menu(self.tr("&Help"))
        menus.item(self.tr("&How LedgerDrop works"), call.show_help, Key.HelpContents)
        menus.line()
        menus.item(self.tr("Show &log"), call.show_log)
        menus.item(self.tr("Copy &diagnostics"), call.copy_diagnostics)
        menus.line()
        check = QAction.MenuRole.ApplicationSpecificRole  # on a Mac it stands beside "About"
        menus.item(self.tr("Check for &updates…"), call.check_for_updates, role=check)
        menus.item(self.tr("About LedgerDrop"), call.show_about, role=QAction.MenuRole.AboutRole)

    def _look_at_clipboard(self) -> None:
        self._paste.setEnabled(self._commands.can_paste())

    def _forget_clipboard(self) -> None:
        self._paste.setEnabled(True)

    def _on_sort(self, item: QAction) -> None:
        self._commands.sort_by(next(column for column, known in self.sort_items.items() if known is item))

    def _on_theme(self, item: QAction) -> None:
        wanted = next(theme for theme, known in self.theme_items.items() if known is item)
        if self._settings is not None:
            self.preferred.emit(lambda settings: replace(settings, theme=wanted))

    def _on_language(self, item: QAction) -> None:
        wanted = next(code for code, known in self.language_items.items() if known is item)
        if self._settings is not None:
            self.preferred.emit(lambda settings: replace(settings, language=wanted))


_ACCOUNTS_WITH_A_KEY: Final = 9


class AccountMenu(QMenu):
    """`chosen` with the ID of the account that the user takes."""

    chosen = Signal(str)
    add_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group: QActionGroup | None = None
        self._add = QAction(parent)  # not the menu's own, which `clear` deletes
        self._add.triggered.connect(self.add_wanted)
        self._manage = QAction(parent)
        self._manage.triggered.connect(self.settings_wanted)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.setTitle(self.tr("A&ccount"))
        self._add.setText(self.tr("&Add an account…"))
        self._manage.setText(self.tr("&Manage accounts…"))

    def show_settings(self, settings: Settings) -> None:
        """List the accounts as they are now; Alt+1 to Alt+9 choose the first nine."""
        if self._group is not None:
            self._group.deleteLater()  # and its items
        self.clear()
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_chosen)
        for number, account in enumerate(settings.accounts, 1):
            words = wording.account_with_environment(account)
            item = QAction(dot(colour_of(account)), words.replace("&", "&&"), self._group)
            item.setData(account.id)
            item.setCheckable(True)
            item.setChecked(account.id == settings.current_id)
            if number <= _ACCOUNTS_WITH_A_KEY:
                item.setShortcut(QKeySequence(f"Alt+{number}"))
            self.addAction(item)
        self.addSeparator()
        self.addAction(self._add)
        self.addAction(self._manage)

    def _on_chosen(self, item: QAction) -> None:
        self.chosen.emit(str(item.data()))


class RecentMenu(QMenu):
    """`chosen` with the folder that the user takes. Folders are named in full; nothing is looked up on disk."""

    chosen = Signal(str)

    def __init__(self, settings_service: SettingsService, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._settings: Settings | None = None
        self.triggered.connect(self._on_triggered)
        settings_service.loaded.connect(self._on_settings)
        settings_service.saved.connect(self._on_settings)
        on_language_change(self, self.retranslate_ui)
        self.setEnabled(False)

    def note(self, paths: Sequence[Path]) -> None:
        """Files were taken from there."""
        if self._settings is not None and paths:
            folder = str(paths[0].parent)
            if self._settings.recent_folders[:1] != (folder,):
                self._settings_service.change(lambda settings: settings.with_recent_folder(folder))

    def retranslate_ui(self) -> None:
        self.setTitle(self.tr("Recent f&olders"))

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.clear()
        for folder in settings.recent_folders:
            self.addAction(visible(folder).replace("&", "&&")).setData(folder)
        self.setEnabled(bool(settings.recent_folders))

    def _on_triggered(self, item: QAction) -> None:
        self.chosen.emit(item.data())
