"""The way from the main window to the history, and from there back to the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ledgerdrop.services.receipts import Receipt
from ledgerdrop.services.settings import Settings
from ledgerdrop.window.language import named

if TYPE_CHECKING:
    from ledgerdrop.window.history_dialog import HistoryDialog
    from ledgerdrop.workers.keeper import AccountKeeper
    from ledgerdrop.workers.queue import TransferQueue


class Records(QObject):
    """Opens the history, one at a time; files that are to go again are checked anew for their own account."""

    def __init__(self, queue: TransferQueue, keeper: AccountKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._window = window
        self._settings = Settings()
        self.dialog: HistoryDialog | None = None
        keeper.loaded.connect(self._on_settings)
        keeper.saved.connect(self._on_settings)
        named(window, self._name_parts)

    def open(self) -> None:
        """Show the history; beside the list, so that both can be looked at."""
        if self.dialog is None:
            from ledgerdrop.window.history_dialog import HistoryDialog  # noqa: PLC0415 - the window is there sooner

            known = [account.id for account in self._settings.accounts]
            self.dialog = HistoryDialog(self._queue.history, known, self._window)
            self.dialog.again.connect(self._on_again)
            self.dialog.finished.connect(self._on_closed)
        else:
            self.dialog.look_again()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _name_parts(self) -> None:
        if self.dialog is not None:  # another language: shown anew
            self.dialog.close()
            self.open()

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings

    def _on_again(self, receipts: Sequence[Receipt]) -> None:
        for account in self._settings.accounts:
            paths = [one.path for one in receipts if one.account_id == account.id and one.path is not None]
            if paths:
                self._queue.add(paths, account)

    def _on_closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
