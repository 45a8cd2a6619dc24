"""Say what this program is, and which version."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

import ledgerdrop
from ledgerdrop import resources
from ledgerdrop.ui.dialogs.dialog import Dialog
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.flow_layout import FlowLayout
from ledgerdrop.ui.widgets.labels import Label


class AboutDialog(Dialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About LedgerDrop"))
        versions = {"version": ledgerdrop.__version__, "qt": qVersion()}
        close = Button(self.tr("Close"), "primary", parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = FlowLayout()
        if _notices() is not None:
            self.licences = Button(self.tr("Licences"), parent=self)
            self.licences.setAccessibleDescription(self.tr("Opens the licences of everything LedgerDrop contains"))
            self.licences.clicked.connect(self._show_licences)
            buttons.add_leading(self.licences)
        buttons.add_trailing(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label("LedgerDrop", Type.DISPLAY, strong=True))
        column.addWidget(Label(self.tr("Sends your ledgers to Clear and shows the result of each."), wrap=True))
        column.addWidget(Label(fill(self.tr("Version {version}, with Qt {qt}"), versions), role=Role.MUTED))
        licence = self.tr(
            "MIT licence. Built on Qt, which is under the LGPL, version 3, and on the work of many others."
        )
        column.addWidget(Label(licence, role=Role.MUTED, wrap=True))
        column.addSpacing(Space.M)
        column.addLayout(buttons)

    def _show_licences(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(_notices())))


def _notices() -> Path | None:
    """Return the licences that an installed program carries; in a checkout every package brings its own."""
    try:
        return resources.path("licences/NOTICES.txt")
    except FileNotFoundError:
        return None
