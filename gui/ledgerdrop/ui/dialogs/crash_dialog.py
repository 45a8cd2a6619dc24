"""Show an unexpected error, once, with a text that can be copied; the list and the uploads are not disturbed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from ledgerdrop.background.crash_reporter import crash_report
from ledgerdrop.runtime.logs import Crash
from ledgerdrop.ui.dialogs.dialog import Dialog
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import FlowLayout


class CrashDialog(Dialog):
    """Shows what happened, in words, and the report for us."""

    usual = QSize(620, 460)

    def __init__(self, crash: Crash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.report = QPlainTextEdit(crash_report(crash), self, readOnly=True, tabChangesFocus=True)
        self.report.setAccessibleName(self.tr("Error report"))
        self.copy = Button(self.tr("Copy the report"), clicked=self._on_copy, parent=self)
        self.go_on = Button(self.tr("Continue"), "primary", clicked=self.accept, parent=self)
        title = Label(self.tr("Something went wrong in LedgerDrop"), Type.TITLE, strong=True, wrap=True)
        advice = self.tr(
            "Your list is safe and uploads continue. If something looks wrong, quit LedgerDrop and open it again; "
            "the list comes back. Please send us this report. It contains no tokens, no names and nothing from "
            "your ledgers."
        )
        top = self.beside_warning(title, Label(advice, role=Role.MUTED, wrap=True))
        self.lay_out(top, self.report, FlowLayout(self.copy, trailing=[self.go_on]), gap=Space.L)
        self.go_on.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(self.tr("Copied"))


class CrashNotice(QObject):
    """Shows the dialog: one at a time, and each error once, for one may come with every click."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()
        self.dialog: CrashDialog | None = None

    def show(self, crash: Crash) -> None:
        """Show the error; where a dialog is open already, the error is in the log only."""
        if self.dialog is not None or crash.headline in self._seen:
            return
        self._seen.add(crash.headline)
        self.dialog = CrashDialog(crash, QApplication.activeWindow())
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.finished.connect(self._on_closed)
        if self.thread().loopLevel():
            self.dialog.open()
        else:  # the program could not even start, or comes to its end
            self.dialog.exec()

    def _on_closed(self) -> None:
        self.dialog = None
