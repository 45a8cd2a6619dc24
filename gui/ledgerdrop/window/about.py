"""What this program is, and which version."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

import ledgerdrop
from ledgerdrop.pipeline.problems import fill
from ledgerdrop.window.parts import Button, Words
from ledgerdrop.window.theme import Role, Space, Type


class AboutDialog(QDialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About LedgerDrop"))
        versions = {"version": ledgerdrop.__version__, "qt": qVersion()}
        close = Button(self.tr("Close"), "primary", parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Words("LedgerDrop", Type.DISPLAY, strong=True))
        column.addWidget(
            Words(self.tr("Hands your ledgers to Clear, and tells you how each of them fared."), wrap=True)
        )
        column.addWidget(Words(fill(self.tr("Version {version}, with Qt {qt}"), versions), role=Role.MUTED))
        column.addWidget(Words(self.tr("MIT licence"), role=Role.MUTED))
        column.addSpacing(Space.M)
        column.addLayout(buttons)
        self.setMinimumWidth(420)
