"""Say how to reach the network: the system's proxy, another one, or none; and how many files are sent at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import MAX_UPLOADS_AT_ONCE, ProxyChoice, ProxyMode, Settings
from ledgerdrop.store.proxy_address import normal_proxy_url
from ledgerdrop.ui.text import formatting
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, ComboBox, RadioButton
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import FlowLayout, indented, tab_through, widen_to_hint


class NetworkPage(QWidget):
    """`sign_in_wanted` with the `host:port` of the proxy that is set here."""

    sign_in_wanted = Signal(str)

    def __init__(self, settings_service: SettingsService, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._settings = settings
        self._group = QButtonGroup(self)
        self._buttons = {
            ProxyMode.SYSTEM: self._button(self.tr("Use this computer's settings (recommended)")),
            ProxyMode.MANUAL: self._button(self.tr("Use this proxy:")),
            ProxyMode.NONE: self._button(self.tr("No proxy, connect directly")),
        }
        self.address = QLineEdit(self)
        self.address.setAccessibleName(self.tr("Proxy address"))
        self.address.setPlaceholderText("http://proxy.example.com:8080")
        widen_to_hint(self.address)
        self.address.textEdited.connect(self._enable)
        form = self.tr("For example http://proxy.example.com:8080. Ask your IT department.")
        self.note = Label(form, Type.CAPTION, role=Role.WARN, wrap=True, parent=self)
        self.held = Label(self.tr("Your IT department has set this."), strong=True, wrap=True, parent=self)
        self.apply = Button(self.tr("Apply"), parent=self)
        self.apply.clicked.connect(self._on_apply)
        self.sign_in = Button(self.tr("User name and password…"), parent=self)
        self.sign_in.clicked.connect(self._on_sign_in)
        self.forget = Button(self.tr("Forget the proxy password"), parent=self)
        self.forget.clicked.connect(self._on_forget)
        self.jobs = ComboBox(self.tr("Files sent at once"), self)
        self.jobs.addItems([formatting.number(jobs) for jobs in range(1, MAX_UPLOADS_AT_ONCE + 1)])
        self.jobs.setMinimumContentsLength(5)  # room for two digits in every script, beside the arrow
        self.jobs.activated.connect(self._on_jobs)
        self._group.buttonClicked.connect(self._on_mode)
        self._lay_out()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        self._settings = settings
        self._buttons[settings.proxy.mode].setChecked(True)
        if settings.proxy.url or not self.address.text():
            self.address.setText(settings.proxy.url)
        self.jobs.setCurrentIndex(settings.jobs - 1)
        self._enable()

    def button(self, mode: ProxyMode) -> RadioButton:
        """Return its radio button."""
        return self._buttons[mode]

    @property
    def _mode(self) -> ProxyMode:
        return next(mode for mode, button in self._buttons.items() if button.isChecked())

    def _enable(self) -> None:
        manual = self._mode is ProxyMode.MANUAL
        url = normal_proxy_url(self.address.text())
        kept = self._settings.proxy
        held = "proxy" in self._settings.policy.fixed
        self.held.setVisible(held)
        for button in self._buttons.values():
            button.setEnabled(not held)
        self.address.setEnabled(manual and not held)
        wrong = manual and isinstance(url, Problem) and bool(self.address.text())
        self.note.setVisible(wrong)
        self.apply.setEnabled(
            manual and not held and isinstance(url, str) and ProxyChoice(ProxyMode.MANUAL, url) != kept
        )
        self.forget.setEnabled(bool(self._settings.sign_ins))
        self.sign_in.setEnabled(manual and kept.mode is ProxyMode.MANUAL and url == kept.url)

    def _on_mode(self) -> None:
        if self._mode is not ProxyMode.MANUAL:
            self._prefer(replace(self._settings.proxy, mode=self._mode))
        self._enable()
        if self._mode is ProxyMode.MANUAL:
            self.address.setFocus()

    def _on_apply(self) -> None:
        url = normal_proxy_url(self.address.text())
        if isinstance(url, str):
            self._prefer(ProxyChoice(ProxyMode.MANUAL, url))

    def _on_sign_in(self) -> None:
        self.sign_in_wanted.emit(self._settings.proxy.url.partition("://")[2])

    def _on_forget(self) -> None:
        for proxy in self._settings.sign_ins:
            self._settings_service.sign_out(proxy)

    def _on_jobs(self, index: int) -> None:
        if index + 1 != self._settings.jobs:
            self._settings_service.change(lambda settings: replace(settings, jobs=index + 1))

    def _prefer(self, choice: ProxyChoice) -> None:
        if choice != self._settings.proxy:
            self._settings_service.change(lambda settings: replace(settings, proxy=choice))

    def _button(self, text: str) -> RadioButton:
        button = RadioButton(text, self)
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        line = FlowLayout()
        line.add_leading(self.address)
        line.add_trailing(self.apply)
        below = QVBoxLayout()
        below.setSpacing(Space.M)
        below.addWidget(self.note)
        signing = FlowLayout()
        signing.add_leading(self.sign_in, self.forget)
        below.addLayout(signing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        explained = self.tr(
            "Many companies send all traffic through a proxy. LedgerDrop uses this computer's settings, "
            "including a PAC script. Ask your IT department before you change this."
        )
        column.addWidget(Label(explained, role=Role.MUTED, wrap=True))
        column.addWidget(self.held)
        column.addWidget(self._buttons[ProxyMode.SYSTEM])
        column.addWidget(self._buttons[ProxyMode.MANUAL])
        column.addLayout(indented(line))
        column.addLayout(indented(below))
        column.addWidget(self._buttons[ProxyMode.NONE])
        column.addLayout(self._jobs_line())
        column.addStretch(1)
        system, manual, none = self._buttons.values()
        tab_through(system, manual, self.address, self.apply, self.sign_in, self.forget, none, self.jobs)

    def _jobs_line(self) -> FlowLayout:
        title = Label(self.jobs.accessibleName(), strong=True)
        title.setBuddy(self.jobs)
        line = FlowLayout()
        line.add_leading(title, self.jobs)
        return line
