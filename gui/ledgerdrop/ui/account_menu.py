"""The accounts as a menu, to switch between them with two clicks or a key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import on_language_change
from ledgerdrop.ui.widgets.account_colours import colour_of, dot

_KEYS = 9


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
            if number <= _KEYS:
                item.setShortcut(QKeySequence(f"Alt+{number}"))
            self.addAction(item)
        self.addSeparator()
        self.addAction(self._add)
        self.addAction(self._manage)

    def _on_chosen(self, item: QAction) -> None:
        self.chosen.emit(str(item.data()))
