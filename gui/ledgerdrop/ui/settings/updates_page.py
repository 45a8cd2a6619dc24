"""Say whether somebody is asked about newer versions."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.updates import Standing, address_of, standing
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme.theme import Role, Space
from ledgerdrop.ui.widgets.buttons import CheckBox
from ledgerdrop.ui.widgets.labels import Label


class UpdatesPage(QWidget):
    """Offer one choice and its meaning; where the choice is not the user's, say whose it is."""

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self.tick = CheckBox(self.tr("Check for updates once a day"), self)
        self.tick.clicked.connect(self._on_clicked)
        self.note = Label("", role=Role.MUTED, wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.tick)
        column.addWidget(self.note)
        column.addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        now = standing(settings)
        fixed = "ask_for_updates" in settings.policy.fixed
        self.tick.setChecked(now is Standing.ON)
        self.tick.setEnabled(now in (Standing.ON, Standing.OFF) and not fixed)
        if now is Standing.OFF_BY_IT:
            note = self.tr("Your IT department turned this off.")
        elif now is Standing.NOT_SET_UP:
            note = self.tr("Updates aren't set up for this copy. Ask whoever gave it to you.")
        else:
            asked = self.tr(
                "LedgerDrop asks {host} and sends nothing about you, your accounts or your files. You decide "
                "whether to download and install."
            )
            note = fill(asked, {"host": urlsplit(address_of(settings)).hostname or ""})
            if fixed:
                note = f"{self.tr('Your IT department has set this.')} {note}"
        self.note.setText(note)
        self.tick.setAccessibleDescription(note)

    def _on_clicked(self, wanted: bool) -> None:
        self._settings_service.change(lambda settings: replace(settings, ask_for_updates=wanted))
