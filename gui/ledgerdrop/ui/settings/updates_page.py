"""Say whether somebody is asked about newer versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtWidgets import QVBoxLayout, QWidget

import ledgerdrop
from ledgerdrop.system.update_check import Standing, address_of, standing
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme.theme import Role, Space
from ledgerdrop.ui.widgets.buttons import CheckBox
from ledgerdrop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from ledgerdrop.background.settings_service import SettingsService
    from ledgerdrop.model.settings import Settings


class UpdatesPage(QWidget):
    """Offer one choice and its meaning; where the choice is not the user's, say whose it is."""

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._settings = settings
        self.tick = CheckBox(self.tr("Check for updates once a day"), self)
        self.tick.clicked.connect(self._on_clicked)
        self.held = Label("", strong=True, wrap=True, parent=self)
        self.note = Label("", role=Role.MUTED, wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        this = fill(self.tr("This is LedgerDrop {version}."), {"version": ledgerdrop.__version__})
        column.addWidget(Label(this, wrap=True))
        column.addWidget(self.held)
        column.addWidget(self.tick)
        column.addWidget(self.note)
        column.addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        self._settings = settings
        now = standing(settings)
        self.tick.setChecked(now is Standing.ON)
        fixed = "ask_for_updates" in settings.policy.fixed
        self.tick.setEnabled(now in (Standing.ON, Standing.OFF) and not fixed)
        off = now is Standing.OFF_BY_IT
        held = self.tr("Your IT department turned this off.") if off else ""
        self.held.setText(held or (self.tr("Your IT department has set this.") if fixed else ""))
        self.held.setVisible(bool(self.held.text()))
        self.note.setText("" if off else self._note(now))
        self.tick.setAccessibleDescription(f"{self.held.text()} {self.note.text()}".strip())

    def _note(self, now: Standing) -> str:
        if now is Standing.NOT_SET_UP:
            return self.tr("Updates aren't set up for this copy. Ask whoever gave it to you.")
        host = urlsplit(address_of(self._settings)).hostname or ""
        asked = self.tr(
            "LedgerDrop asks {host} and sends nothing about you, your accounts or your files. You decide "
            "whether to download and install."
        )
        return fill(asked, {"host": host})

    def _on_clicked(self, wanted: bool) -> None:
        self._settings_service.change(lambda settings: replace(settings, ask_for_updates=wanted))
