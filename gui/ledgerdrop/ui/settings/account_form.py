"""The fields of one account, each with a calm word about whether it can be right."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ledgerdrop.model.accounts import (
    BASE_URLS,
    Account,
    Environment,
    is_integration_id,
    looks_like_token,
    new_account_id,
    normal_base_url,
)
from ledgerdrop.ui.settings.after_upload_fields import AfterUploadFields
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.accessibility import READ_MS, Pause
from ledgerdrop.ui.widgets.account_colours import ColourChoice
from ledgerdrop.ui.widgets.buttons import CheckBox, RadioButton
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import Picture, repolish
from ledgerdrop.ui.widgets.secret_edit import SecretEdit

_INK = {
    Environment.PRACTICE: Role.PRACTICE,
    Environment.SANDBOX: Role.SANDBOX,
    Environment.PRODUCTION: Role.PRODUCTION,
    Environment.CUSTOM: Role.WARN,
}


class EnvironmentChoice(QWidget):
    """The four environments as radio buttons with one sentence each."""

    chosen = Signal(object)  # Environment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Environment, RadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        for row, environment in enumerate(Environment):
            words = wording.environment(environment)
            button = RadioButton(words.name, self)
            button.setAccessibleDescription(words.explanation)
            self._group.addButton(button)
            self._buttons[environment] = button
            grid.addWidget(Picture(words.shape, _INK[environment], 18, self), row, 0)
            grid.addWidget(button, row, 1)
            grid.addWidget(Label(words.explanation, Type.CAPTION, role=Role.MUTED, wrap=True), row, 2)
        self._group.buttonClicked.connect(self._on_click)

    @property
    def environment(self) -> Environment:
        """Return the one that is chosen."""
        return next(environment for environment, button in self._buttons.items() if button.isChecked())

    def choose(self, environment: Environment) -> None:
        """Choose it, as the user would."""
        self._buttons[environment].setChecked(True)
        self.chosen.emit(environment)

    def button(self, environment: Environment) -> RadioButton:
        """Return its radio button."""
        return self._buttons[environment]

    def _on_click(self) -> None:
        self.chosen.emit(self.environment)


class AccountForm(QWidget):
    """The fields of a new account (None), or of one that is there, whose environment stays what it is: files wait for
    it, and its token belongs there. The fields named in `held` are IT's to change.

    `edited` when anything was typed; `missing` says why it cannot be saved yet.
    """

    edited = Signal()

    def __init__(
        self, account: Account | None, held: frozenset[str] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._saved = account
        self._held = held
        self._account = account or Account(new_account_id(), "", Environment.SANDBOX, "", "")
        self.environments = EnvironmentChoice(self)
        self.name, self._name_row = self._field(self.tr("Account name"))
        self.name.setPlaceholderText(self.tr("For example: Sharma & Associates"))
        self.base_url, self._url_row = self._field(self.tr("Address"))
        self.base_url.setPlaceholderText("https://")
        self.integration_id, self._id_row = self._field(self.tr("Integration ID"))
        self.token, self._token_row = self._field(self.tr("Access token"), SecretEdit())
        self._token_wanted = ""  # why it has to be typed
        self.token_place = self._token_row.note
        self._colour_title = Label(self.tr("Colour"), strong=True, parent=self)
        self.colour = ColourChoice(self)
        self.send_at_once = CheckBox(self.tr("Send automatically when dropped"), self)
        self.send_at_once.setAccessibleDescription(
            self.tr("Otherwise files are only checked when dropped, and you press Send")
        )
        self.after_upload = AfterUploadFields(self)
        self.practice_note = Label(
            self.tr("Practice needs nothing else. Its account and token are made up."),
            role=Role.MUTED,
            wrap=True,
        )
        self._place = ""
        self._lay_out()
        self._show_account()
        self.environments.chosen.connect(self._on_environment)
        self.colour.chosen.connect(self.edited)
        self.send_at_once.toggled.connect(self.edited)
        self.after_upload.edited.connect(self.edited)
        for field in (self.name, self.base_url, self.integration_id, self.token):
            field.textEdited.connect(self._on_typed)

    @property
    def environment(self) -> Environment:
        """Return where the files go."""
        return self._saved.environment if self._saved else self.environments.environment

    @property
    def missing(self) -> str:
        """Return what is still to be typed before it can be saved, in words; "" where nothing is."""
        if looks_like_token(self.name.text()):
            return self.tr("To save this, enter a name. This looks like a token.")
        if self.environment is not Environment.PRACTICE:
            if self._url() is None:
                return self.tr("To save this, enter the address of Clear.")
            if not is_integration_id(self.integration_id.text()):
                return self.tr("To save this, enter the whole integration ID.")
            if self._moved and not self.token.text():
                return self.tr("To save this, enter the token for the new address.")
            if self._token_wanted and not self.token.text():
                return self.tr("To save this, enter the token.")
        return "" if self.after_upload.valid else self.tr("To save this, enter the template and the file type.")

    def ask_for_token(self, why: str) -> None:
        """Say beside the token why it has to be typed, and put the keyboard there."""
        if self.environment is Environment.PRACTICE:
            return
        self._token_wanted = why
        self._judge()
        self.token.setFocus()

    @property
    def typed(self) -> tuple[object, ...]:
        """Return all that can be typed or chosen, to see whether something was."""
        fields = tuple(field.text() for field in (self.name, self.base_url, self.integration_id, self.token))
        return (*fields, self.send_at_once.isChecked(), self.colour.colour, self.after_upload.how, self._together)

    @property
    def _together(self) -> bool:
        return self.after_upload.together.isChecked()

    def account(self) -> Account:
        """Return the account as typed; only while nothing is `missing`."""
        if self.environment is Environment.PRACTICE:
            base_url, integration_id = self._account.base_url, self._account.integration_id
        else:
            base_url, integration_id = self._url() or "", self.integration_id.text().lower()
        return Account(
            self._account.id,
            self.name.text().strip(),
            self.environment,
            base_url,
            integration_id,
            self.send_at_once.isChecked(),
            self.colour.colour,
            self.after_upload.how,
            self.after_upload.together.isChecked(),
        )

    def new_token(self) -> str | None:
        """Return the token as typed, or None to leave the saved one as it is."""
        return self.token.text() or None

    def forget_token(self, saved: Account) -> None:
        """Empty the field once the token is saved: it is never shown again."""
        self._saved = self._account = saved
        self._token_wanted = ""
        self.token.clear()
        self._show_environment()

    def show_token_place(self, words: str) -> None:
        """Say where tokens are kept."""
        self._place = wording.token_place(words)
        self._judge()

    @property
    def _moved(self) -> bool:
        """Return whether a saved token would go to another address than the one it was entered for."""
        return self._saved is not None and self._url() != self._saved.base_url

    def _field(self, label: str, field: QLineEdit | None = None) -> tuple[QLineEdit, _Row]:
        row = _Row(label, self, field)
        return row.field, row

    def _show_account(self) -> None:
        account = self._account
        self.environments.choose(account.environment)
        self.name.setText(account.name)
        self.base_url.setText(account.base_url if account.environment is Environment.CUSTOM else "")
        self.integration_id.setText(account.integration_id)
        self.send_at_once.setChecked(account.send_at_once)
        self.after_upload.show_choice(account.after_upload, together=account.together)
        rows = {"name": self._name_row, "base_url": self._url_row, "integration_id": self._id_row}
        for name in self._held & rows.keys():
            rows[name].hold(self.tr("Your IT department has set this."))
        for part in (self._colour_title, self.colour):
            part.setVisible("colour" not in self._held)
        self._show_environment()

    def _on_environment(self) -> None:
        self._show_environment()
        self.edited.emit()

    def _show_environment(self) -> None:
        environment = self.environment
        self._fixed.show_environment(environment)
        self._fixed.setVisible(self._saved is not None)
        self.environments.setVisible(self._saved is None)
        practice = environment is Environment.PRACTICE
        self.practice_note.setVisible(practice)
        for row in (self._id_row, self._token_row):
            row.setVisible(not practice)
        self._url_row.setVisible(environment is Environment.CUSTOM)
        self.colour.show_colour(self.colour.colour or self._account.colour, environment)
        self._judge()

    def _on_typed(self) -> None:
        for field in (self.integration_id, self.token, self.base_url):
            clean = without_strays(field.text())
            if clean != field.text():
                field.setText(clean)
        self._judge()
        self.edited.emit()

    def _url(self) -> str | None:
        if self.environment is Environment.CUSTOM:
            return normal_base_url(self.base_url.text())
        return BASE_URLS.get(self.environment)

    def _judge(self) -> None:
        """Say beside each field whether it can be right."""
        self._id_row.judge(*_about_integration_id(self.integration_id.text()))
        if self.environment is Environment.CUSTOM:
            good = self._url() is not None
            text = self.tr("Must start with https:// and contain no user name, ? or #")
            unfinished = self.base_url.text() in "https://"
            self._url_row.judge(text if not good else "", Role.MUTED if good or unfinished else Role.WARN)
        named_like_token = looks_like_token(self.name.text())
        warning = self.tr("This looks like a token. Paste it into the token field.")
        self._name_row.judge(warning if named_like_token else "", Role.WARN)
        kept = self._saved is not None and not self._moved and not self._token_wanted
        keep = self.tr("Paste it here. Leave empty to keep the current one.")  # which an imported account has not yet
        self.token.setPlaceholderText(keep if kept else self.tr("Paste it here"))
        if self._moved and self._url() is not None:
            self._token_row.judge(self.tr("The address has changed. Enter the token for the new one."), Role.WARN)
        elif self._token_wanted and not self.token.text():
            self._token_row.judge(self._token_wanted, Role.WARN)
        else:
            hint = self.tr("Find it in Clear under Settings > Integrations.")
            self._token_row.judge(f"{hint} {self._place}".strip(), Role.MUTED)

    def _lay_out(self) -> None:
        self._fixed = _Environment(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Label(self.tr("Where do your files go?"), strong=True))
        column.addWidget(self.environments)
        column.addWidget(self._fixed)
        column.addSpacing(Space.XS)
        column.addWidget(self.practice_note)
        for row in (self._name_row, self._url_row, self._id_row, self._token_row):
            column.addWidget(row)
        column.addWidget(self._colour_title)
        column.addWidget(self.colour)
        column.addWidget(self.send_at_once)
        column.addWidget(self.after_upload)
        column.addStretch(1)


class _Environment(QWidget):
    """The environment of an account that is there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = Picture(icons.Shape.SANDBOX, Role.SANDBOX, 18, self)
        self._name = Label("", parent=self)
        self._explanation = Label("", Type.CAPTION, role=Role.MUTED, wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._picture)
        row.addWidget(self._name)
        row.addWidget(self._explanation, 1)

    def show_environment(self, environment: Environment) -> None:
        """Name it, and say how to send elsewhere."""
        words = wording.environment(environment)
        self._picture.show_shape(words.shape, _INK[environment])
        self._name.setText(words.name)
        elsewhere = self.tr("To send elsewhere, add another account.")
        self._explanation.setText(f"{words.explanation} {elsewhere}")


class _Row(QWidget):
    """A label above a field, and a note below it."""

    def __init__(self, label: str, parent: QWidget, field: QLineEdit | None = None) -> None:
        super().__init__(parent)
        self.field = field or QLineEdit(self)
        self.field.setAccessibleName(label)
        self.note = Label("", Type.CAPTION, role=Role.MUTED, wrap=True, parent=self)
        self.note.hide()
        self._is_held = False
        self._describe = Pause(READ_MS, self._describe_field, self)  # a screen reader says each change of it
        title = Label(label, strong=True, parent=self)
        title.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (title, self.field, self.note):
            column.addWidget(part)

    def hold(self, why: str) -> None:
        """Nothing can be typed here, for that reason."""
        self.judge(why, Role.MUTED)
        self.field.setReadOnly(True)
        self._is_held = True

    def judge(self, text: str, role: Role) -> None:
        """Say something about what is typed."""
        if self._is_held:
            return
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.note.set_role(role)
        self._describe.start()
        if not self.field.hasFocus():
            self._describe_field()
        state = "bad" if role is Role.BAD else ""
        if self.field.property("state") != state:
            self.field.setProperty("state", state)
            repolish(self.field)

    def _describe_field(self) -> None:
        self.field.setAccessibleDescription(self.note.text())


def without_strays(text: str) -> str:
    """Without spaces, line ends and invisible characters, which come along when text is copied."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))


def _about_integration_id(text: str) -> tuple[str, Role]:
    if is_integration_id(text):
        return QCoreApplication.translate("AccountForm", "Looks valid"), Role.GOOD
    if not text:
        return QCoreApplication.translate("AccountForm", "36 characters. Clear gives you this ID."), Role.MUTED
    if len(text) < 36:
        words = QCoreApplication.translate("AccountForm", "{count} of {total} characters")
        return fill(words, {"count": formatting.number(len(text)), "total": formatting.number(36)}), Role.MUTED
    words = QCoreApplication.translate(
        "AccountForm",
        "This isn't an integration ID. It has 36 characters in groups of 8, 4, 4, 4 and 12, separated by hyphens.",
    )
    return words, Role.WARN
