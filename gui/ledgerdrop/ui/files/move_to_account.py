"""The accounts that files can be moved to, as a menu inside the menus of the selected files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ledgerdrop.model.accounts import Account
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import on_language_change
from ledgerdrop.ui.widgets.account_colours import colour_of, dot


class MoveToAccountMenu(QMenu):
    """Emits `chosen` with the account that the user takes. It cannot be opened while there is none to take."""

    chosen = Signal(object)  # Account

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._accounts: tuple[Account, ...] = ()
        self._count = 0
        self.triggered.connect(self._on_triggered)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        """Write the title in the language in use."""
        several = self.tr("Move %Ln file(s) to acc&ount", None, self._count)
        self.setTitle(several if self._count > 1 else self.tr("Move to acc&ount"))

    def offer(self, accounts: Sequence[Account], count: int) -> None:
        """List these accounts for so many files."""
        self._accounts, self._count = tuple(accounts), count
        self.clear()
        for account in self._accounts:
            words = wording.account_with_environment(account).replace("&", "&&")
            self.addAction(dot(colour_of(account)), words).setData(account.id)
        self.setEnabled(bool(self._accounts))
        self.retranslate_ui()

    def _on_triggered(self, item: QAction) -> None:
        self.chosen.emit(next(account for account in self._accounts if account.id == item.data()))
