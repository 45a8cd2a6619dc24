"""What the menu bar offers: everything that can be done, with its shortcut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from ledgerdrop.services.settings import Settings, Theme
from ledgerdrop.window import actions
from ledgerdrop.window.account_menu import AccountMenu
from ledgerdrop.window.actions import Action
from ledgerdrop.window.arranging import Step, steps
from ledgerdrop.window.file_model import Column
from ledgerdrop.window.footer import Outlook
from ledgerdrop.window.language import NAMES
from ledgerdrop.window.menus import Key, Menus

if TYPE_CHECKING:
    from ledgerdrop.window.main_window import MainWindow

_KEYS: Final = {Step.UP: "Alt+Up", Step.DOWN: "Alt+Down", Step.FIRST: "Alt+Home", Step.LAST: "Alt+End"}


class MainMenu(QObject):
    """The main window's menus, enabled and checked as fits. `preferred` is how the user wants it from now on."""

    preferred = Signal(object)  # Settings

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: Menus | None = None
        self._settings: Settings | None = None
        self.accounts = AccountMenu(window)
        self.accounts.add_wanted.connect(window.settings_desk.add_account)
        self.accounts.settings_wanted.connect(window.open_settings)
        self.build()
        window.workspace.list.header().sortIndicatorChanged.connect(self._show_sorting)

    def build(self) -> None:
        """Put up the menus, in the language in use."""
        window = self._window
        if self._menus is not None:
            self._menus.take_away()
        menus = self._menus = Menus(window.menuBar())
        self._add_file_menu(menus, window)
        self._add_selected_menu(menus, window)
        self._add_view_menu(menus, window)
        window.menuBar().addMenu(self.accounts)
        self._add_help_menu(menus, window)

    def show_outlook(self, outlook: Outlook) -> None:
        """Enable what can be done now."""
        self.send_item.setEnabled(outlook.ready_here > 0)
        self.pause_item.setEnabled(outlook.pausable)
        self.go_on_item.setEnabled(outlook.resumable)
        self.retry_item.setEnabled(outlook.retryable > 0)
        self.stop_item.setEnabled(outlook.underway > 0)

    def show_settings(self, settings: Settings) -> None:
        """Check what is chosen, and list the accounts."""
        self._settings = settings
        self.accounts.show_settings(settings)
        for theme, item in self.theme_items.items():
            item.setChecked(theme is settings.theme)
        fixed = "language" in settings.policy.fixed
        for code, item in self.language_items.items():
            item.setChecked(code == settings.language)
            item.setEnabled(not fixed)
        self.language_note.setVisible(fixed)

    def offer_samples(self, offered: bool) -> None:
        """Whether the sample files are offered: only for practice."""
        self.samples_item.setEnabled(offered)

    def _add_file_menu(self, menus: Menus, window: MainWindow) -> None:
        file_menu = menus.menu(self.tr("&File"))
        menus.item(self.tr("&Add files…"), window.intake.browse, Key.Open)
        menus.item(self.tr("Add a &folder…"), window.intake.browse_folder, "Ctrl+Shift+O")
        file_menu.addMenu(window.recent)
        menus.item(self.tr("&Paste files"), window.intake.paste, Key.Paste)
        self.samples_item = menus.item(self.tr("&Try the sample files"), window.add_samples)
        self.samples_item.setEnabled(False)
        menus.line()
        self.send_item = menus.item(self.tr("&Send"), window.send, "Ctrl+Return", "Ctrl+Enter")
        self.pause_item = menus.item(self.tr("Pa&use sending"), window.pause, "Ctrl+Shift+P")
        self.go_on_item = menus.item(self.tr("&Go on sending"), window.go_on, "Ctrl+Shift+G")
        self.retry_item = menus.item(self.tr("&Retry all that failed"), window.retry_failed, "Ctrl+Shift+R")
        self.stop_item = menus.item(self.tr("Stop a&ll"), window.stop_all, "Ctrl+Shift+.")
        menus.line()
        settings = QAction.MenuRole.PreferencesRole
        menus.item(self.tr("S&ettings…"), window.open_settings, "Ctrl+,", role=settings)
        menus.item(self.tr("&Quit"), window.quit, "Ctrl+Q", role=QAction.MenuRole.QuitRole)

    def _add_selected_menu(self, menus: Menus, window: MainWindow) -> None:
        menus.menu(self.tr("&Selected"))
        menus.item(self.tr("&Retry"), self._on_selected(Action.RETRY), "Ctrl+R", "F5")
        menus.item(self.tr("Send a&nyway"), self._on_selected(Action.SEND_ANYWAY), "Ctrl+Shift+Return")
        menus.item(self.tr("Send under the &suggested name"), self._on_selected(Action.SEND_AS), "Ctrl+Shift+S")
        menus.item(self.tr("&Cancel"), self._on_selected(Action.CANCEL), "Ctrl+.")
        menus.item(self.tr("Re&move from the list"), self._on_selected(Action.REMOVE), Key.Delete)
        menus.line()
        for step, words in steps().items():
            menus.item(words, window.workspace.list.mover(step), _KEYS[step])
        menus.line()
        menus.item(self.tr("Copy &details"), window.workspace.copy_details, Key.Copy)
        menus.item(self.tr("Select &all"), window.workspace.list.selectAll, Key.SelectAll)
        menus.item(self.tr("Remove &finished"), window.clear_finished, "Ctrl+Shift+Del")

    def _add_view_menu(self, menus: Menus, window: MainWindow) -> None:
        menus.menu(self.tr("&View"))
        menus.item(self.tr("&All files"), window.show_all, "Ctrl+1")
        menus.item(self.tr("&Needs attention"), window.show_attention, "Ctrl+2")
        menus.item(self.tr("&Uploaded"), window.show_uploaded, "Ctrl+3")
        menus.line()
        menus.item(self.tr("&Find by name"), window.find_by_name, Key.Find)
        menus.item(self.tr("&Details of the selected file"), window.workspace.open_details, "Ctrl+I")
        menus.item(self.tr("&History of uploads…"), window.records.open, "Ctrl+H")
        menus.line()
        columns = {
            -1: self.tr("The &order of sending"),
            Column.NAME: self.tr("&Name"),
            Column.SIZE: self.tr("&Size"),
            Column.STATUS: self.tr("&What is happening"),
        }
        self.sort_items = menus.menu_within(self.tr("So&rt by")).choice(columns, self._on_sort)
        self._show_sorting(window.workspace.list.filter.sortColumn())
        menus.line()
        self.theme_items = menus.choice(
            {
                Theme.SYSTEM: self.tr("Colours of the &system"),
                Theme.LIGHT: self.tr("&Light colours"),
                Theme.DARK: self.tr("Dar&k colours"),
                Theme.CONTRAST: self.tr("High &contrast"),
            },
            self._on_theme,
        )
        languages = menus.menu_within(self.tr("Lan&guage"))
        names = {"": self.tr("Language of the &system"), **NAMES}
        self.language_items = languages.choice(names, self._on_language)
        self.language_note = languages.note(self.tr("Your IT department has set this"))

    def _add_help_menu(self, menus: Menus, window: MainWindow) -> None:
        menus.menu(self.tr("&Help"))
        menus.item(self.tr("&How LedgerDrop works"), self._show_help, Key.HelpContents)
        menus.line()
        menus.item(self.tr("Show &log"), window.log_wanted.emit)
        menus.item(self.tr("Copy &diagnostics"), window.diagnostics_wanted.emit)
        menus.line()
        check = QAction.MenuRole.ApplicationSpecificRole  # on a Mac it stands beside "About"
        menus.item(self.tr("Check for &updates…"), window.updates.ask, role=check)
        menus.item(self.tr("About LedgerDrop"), window.show_about, role=QAction.MenuRole.AboutRole)

    def _show_help(self) -> None:
        from ledgerdrop.window.help_dialog import HelpDialog  # noqa: PLC0415 - the window is there sooner

        HelpDialog(self._window).open()

    def _on_sort(self, item: QAction) -> None:
        wanted = next(column for column, known in self.sort_items.items() if known is item)
        self._window.workspace.list.sort_by(wanted)

    def _show_sorting(self, column: int) -> None:
        if item := self.sort_items.get(column):
            item.setChecked(True)

    def _on_theme(self, item: QAction) -> None:
        wanted = next(theme for theme, known in self.theme_items.items() if known is item)
        if self._settings is not None:
            self.preferred.emit(replace(self._settings, theme=wanted))

    def _on_language(self, item: QAction) -> None:
        wanted = next(code for code, known in self.language_items.items() if known is item)
        if self._settings is not None:
            self.preferred.emit(replace(self._settings, language=wanted))

    def _on_selected(self, action: Action) -> Callable[[], None]:
        """The slot of a menu item that acts on the selected rows, where the action fits them."""

        window = self._window

        def act() -> None:
            chosen = [e.id for e in window.workspace.list.selected_entries() if action in actions.possible(e)]
            if chosen:
                window.perform(action, chosen)

        return act
