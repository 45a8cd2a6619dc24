"""Asks for what a company proxy wants to know. It goes to the password store, and is shown nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.ui.dialogs.dialog import Dialog
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, CheckBox
from ledgerdrop.ui.widgets.labels import Label, StatusLabel
from ledgerdrop.ui.widgets.layout import FlowLayout, widen_to_hint
from ledgerdrop.ui.widgets.secret_edit import SecretEdit


class ProxyDialog(Dialog):
    """User name and password for `proxy` (`host:port`). Accepted once they are kept."""

    def __init__(self, settings_service: SettingsService, proxy: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Proxy sign-in"))
        self._settings_service = settings_service
        self.proxy = proxy
        self.user = self._field(self.tr("User name"))
        self.user.setPlaceholderText(self.tr("The name you use to sign in to this computer, such as FIRM\\ravi"))
        widen_to_hint(self.user)
        self.password = self._field(self.tr("Password"), SecretEdit(self))
        self.session_only = CheckBox(self.tr("Keep it only until you quit LedgerDrop"), self)
        self.outcome = StatusLabel("", role=Role.BAD, wrap=True, parent=self)
        self.save = Button(self.tr("Sign in"), "primary", parent=self)
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.save.clicked.connect(self._on_save)
        self.cancel = Button(self.tr("Cancel"), parent=self)
        self.cancel.clicked.connect(self.reject)
        settings_service.signed_in.connect(self._on_signed_in)
        settings_service.failed.connect(self._on_failed)
        self.finished.connect(self.password.clear)
        self._lay_out()

    def _field(self, name: str, field: QLineEdit | None = None) -> QLineEdit:
        field = field or QLineEdit(self)
        field.setAccessibleName(name)
        field.textEdited.connect(self._on_typed)
        return field

    def _on_typed(self) -> None:
        # A colon would end the name (RFC 7617, 2).
        self.save.setEnabled(bool(self.user.text()) and ":" not in self.user.text() and bool(self.password.text()))

    def _on_save(self) -> None:
        self.save.setEnabled(False)
        only = self.session_only.isChecked()
        self._settings_service.sign_in(self.proxy, self.user.text().strip(), self.password.text(), session_only=only)

    def _on_signed_in(self, proxy: str) -> None:
        if proxy == self.proxy:
            self.accept()

    def _on_failed(self, problem: Problem) -> None:
        words = wording.problem(problem)
        said = words.headline
        if problem.code in (Code.KEYRING_SILENT, Code.KEYRING_REFUSED, Code.KEYRING_LOCKED):
            said = fill(self.tr("{what}. You can keep it only until you quit LedgerDrop."), {"what": said})
        self.outcome.tell(said, Role.BAD)
        self.outcome.show()
        self.fit()
        self._on_typed()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(Label(self.tr("The company proxy asks you to sign in"), Type.TITLE, strong=True, wrap=True))
        explained = self.tr("{proxy} then lets LedgerDrop through. Clear never sees your password.")
        column.addWidget(Label(fill(explained, {"proxy": self.proxy}), role=Role.MUTED, wrap=True))
        column.addSpacing(Space.S)
        for field in (self.user, self.password):
            title = Label(field.accessibleName(), strong=True)
            title.setBuddy(field)
            column.addWidget(title)
            column.addWidget(field)
        column.addWidget(self.session_only)
        column.addWidget(self.outcome)
        self.outcome.hide()
        buttons = FlowLayout()
        buttons.add_trailing(self.cancel, self.save)
        column.addSpacing(Space.S)
        column.addLayout(buttons)
