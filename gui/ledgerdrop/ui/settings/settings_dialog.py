"""Show the settings. `SettingsService` keeps them, never the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.dialogs.dialog import Dialog, scrolled
from ledgerdrop.ui.settings.accounts_page import AccountsPage
from ledgerdrop.ui.settings.network_page import NetworkPage
from ledgerdrop.ui.settings.updates_page import UpdatesPage
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, Tab
from ledgerdrop.ui.widgets.labels import Label, StatusLabel
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, horizontal_line


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
