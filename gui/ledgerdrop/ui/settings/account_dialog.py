"""Edit one account: for whom and where to files are sent. `SettingsService` keeps it, never the window."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model import accounts
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.dialogs.dialog import Dialog, Question, scrolled
from ledgerdrop.ui.settings.after_upload_fields import AfterUploadFields
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme.icons import Shape
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.accessibility import READ_MS, Pause
from ledgerdrop.ui.widgets.account_colours import ENVIRONMENT_ROLES, ColourChoice
from ledgerdrop.ui.widgets.buttons import Button, CheckBox, RadioButton
from ledgerdrop.ui.widgets.labels import Label, StatusRow, title_of
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, arranged, horizontal_line, tab_through
from ledgerdrop.ui.widgets.secret_edit import SecretEdit

if TYPE_CHECKING:
    from ledgerdrop.clear_api.connection_test import ConnectionReport


class AccountDialog(Dialog):
    """Edits an account, or adds one (None), which is then the one in use. It closes only once the account is saved.

    `held` are the fields that are IT's to change.
    """

    usual = QSize(620, 740)

    def __init__(
        self, settings_service: SettingsService, account: Account | None, held: frozenset[str], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Account"))
        self._settings_service = settings_service
        self._leave = self.tr("Cancel")
        self._saving = ""  # the account that is being saved
        self._test_after = False
        self.question: Question | None = None
        self.form = AccountForm(account, held)
        self._untouched = self.form.typed
        page = QWidget()
        page.setObjectName("surface")
        title = Label(self.tr("New account") if self.form.new else self.tr("Account"), Type.TITLE, strong=True)
        arranged(QVBoxLayout(page), title, self.form, margins=(Space.XL, Space.XL, Space.XL, Space.L))
        area = scrolled(page, self)  # before the buttons: the Tab key stops there first
        self.test = Button(self.tr("Save and test the connection"), clicked=self._on_save, parent=self)
        self.test.setAccessibleDescription(self.tr("Asks Clear if it accepts this account. No file is sent."))
        self.save = Button(self.tr("Save"), "primary", clicked=self._on_save, parent=self)
        self.save.setDefault(True)
        self.cancel = Button(self.tr("Cancel"), clicked=self.reject, parent=self)
        self.session_only = CheckBox(self.tr("Keep the token only until you quit LedgerDrop"), self)
        self.session_only.setAccessibleDescription(self.tr("The token isn't saved. You enter it again next time."))
        self.session_only.hide()  # offered only when the password store cannot be used
        self._status = StatusRow(self)
        self.outcome = self._status.words
        self.copy_report = Button(self.tr("Copy the report for IT"), "quiet", clicked=self._on_copy, parent=self)
        contents = self.tr("Every step that was tried. Contains no token and no password.")
        self.copy_report.setAccessibleDescription(contents)
        self._report = ""
        self.form.edited.connect(self._on_edited)
        settings_service.saved.connect(self._on_saved)
        settings_service.failed.connect(self._on_failed)
        settings_service.checked.connect(self._on_tested)
        settings_service.token_place_found.connect(self.form.show_token_place)
        self.finished.connect(self.form.token.clear)
        self.form.show_token_place(settings_service.token_place)
        self._status.addWidget(self.copy_report)
        tab_through(self.copy_report, self.session_only, self.test, self.cancel, self.save)
        buttons = FlowLayout(self.test, trailing=[self.cancel, self.save])
        margins = (Space.XL, Space.M, Space.XL, Space.L)
        bottom = arranged(QVBoxLayout(), self._status, self.session_only, buttons, margins=margins)
        arranged(QVBoxLayout(self), area, horizontal_line(self), bottom, gap=0)
        self._on_edited()
        if self.form.new:  # where the Tab key leads as well; Qt would begin with the first, which is not chosen
            self.form.environments.buttons[self.form.environment].setFocus()

    def reject(self) -> None:
        """Close the dialog; what was typed is not thrown away without asking."""
        if self.form.typed == self._untouched or self._saving:
            super().reject()
        else:
            self.question = Question(self)
            asked = self.tr("Discard what you typed?")
            advice = self.tr("No account is added.") if self.form.new else self.tr("The account stays as it was.")
            self.question.put(asked, asked, advice, self.tr("Discard"), self.tr("Keep editing"))
            self.question.accepted.connect(self._discard)
            self.question.open()

    def _discard(self) -> None:
        super().reject()

    def _on_edited(self) -> None:
        missing = self.form.missing
        for button in (self.save, self.test):  # while it is saved as well: disabled, it would lose the keyboard
            button.setEnabled(not missing)
        self.test.setVisible(self.form.environment is not Environment.PRACTICE)
        self.save.setAccessibleDescription(missing)
        self.cancel.setText(self.tr("Cancel") if self.form.typed != self._untouched else self._leave)
        if not self._saving:
            self._say(missing, aloud=False)  # beside the buttons that wait for it; not aloud with every key

    def _on_save(self) -> None:
        if self._saving:
            return
        account = self.form.account()
        self._saving, self._test_after = account.id, self.sender() is self.test
        self._on_edited()
        self._say(self.tr("Saving…"), Shape.WAITING)
        token = self.form.token.text() or None  # None leaves the saved one as it is
        self._settings_service.save(account, token, session_only=self.session_only.isChecked())

    def _on_saved(self, settings: Settings) -> None:
        if not self._saving or settings.account(self._saving) != self.form.account():
            return
        if self.form.new and settings.current_id != self._saving:
            self._settings_service.use(self._saving)  # what was added is what is used; `saved` answers it again
            return
        saved, self._saving = self._saving, ""
        self.form.forget_token(self.form.account())
        self._untouched, self._leave = self.form.typed, self.tr("Close")  # there is nothing left to be cancelled
        if not self._test_after:
            self.accept()
            return
        self._on_edited()
        self._say(self.tr("Saved. Testing the connection to Clear…"), Shape.WAITING)
        self._settings_service.test(saved)

    def _on_failed(self, problem: Problem) -> None:
        self._saving = ""
        self._on_edited()
        self._say(wording.problem(problem).together, Shape.REFUSED, Role.BAD)
        if problem.code in (Code.KEYRING_SILENT, Code.KEYRING_REFUSED, Code.KEYRING_LOCKED):
            self.session_only.show()

    def _on_tested(self, account_id: str, report: ConnectionReport | None) -> None:
        if account_id != self.form.account().id:
            return  # a test that a dialog of another account began, which was closed meanwhile
        if report is None:
            self._say("")
            return
        if report.problem is None:
            self._say(self.tr("Clear accepts this account. You can send files."), Shape.DONE, Role.GOOD)
        else:
            self._say(wording.problem(report.problem).together, Shape.REFUSED, Role.BAD)
        self._report = report.text
        self.copy_report.setText(self.tr("Copy the report for IT"))
        self.copy_report.show()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_report.setText(self.tr("Copied"))

    def _say(self, text: str, shape: Shape = Shape.INFO, role: Role = Role.MUTED, *, aloud: bool = True) -> None:
        self.copy_report.hide()
        self._status.tell(text, shape, role, aloud=aloud)


class EnvironmentChoice(QWidget):
    """Offers the four environments as radio buttons with one sentence each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[Environment, RadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        for row, environment in enumerate(Environment):
            words = wording.environment(environment)
            self.buttons[environment] = button = RadioButton(words.name, self)
            button.setAccessibleDescription(words.explanation)
            grid.addWidget(Picture(words.shape, ENVIRONMENT_ROLES[environment], 18, self), row, 0)
            grid.addWidget(button, row, 1)
            grid.addWidget(Label(words.explanation, Type.CAPTION, role=Role.MUTED, wrap=True), row, 2)

    @property
    def environment(self) -> Environment:
        """Return the environment that is chosen."""
        return next(environment for environment, button in self.buttons.items() if button.isChecked())


class AccountForm(QWidget):
    """Shows the fields of a new account (None), or of an existing one.

    The environment of an existing account stays: files wait for it, and its token belongs there. The fields named in
    `held` are IT's to change. `edited` is emitted when anything was typed, or has to be; `missing` says why the
    account cannot be saved yet. `new` says that it never was.
    """

    edited = Signal()

    def __init__(self, account: Account | None, held: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.new = account is None
        self._account = account or Account(accounts.new_account_id(), "", Environment.SANDBOX, "", "")
        self.environments = EnvironmentChoice(self)
        self.name = QLineEdit(placeholderText=self.tr("For example: Sharma & Associates"))
        self._name_row = _Row(self.tr("Account name"), self.name, self)
        self.base_url = QLineEdit(placeholderText="https://")
        self._url_row = _Row(self.tr("Address"), self.base_url, self)
        self.integration_id = QLineEdit()
        self._id_row = _Row(self.tr("Integration ID"), self.integration_id, self)
        self.token = SecretEdit()
        self._token_row = _Row(self.tr("Access token"), self.token, self)
        self._token_wanted = ""  # why it has to be typed
        self._colour_title = Label(self.tr("Colour"), strong=True, parent=self)
        self.colour = ColourChoice(self)
        self.send_at_once = CheckBox(self.tr("Send automatically when dropped"), self)
        otherwise = self.tr("Otherwise files are only checked when dropped, and you press Send")
        self.send_at_once.setAccessibleDescription(otherwise)
        self.after_upload = AfterUploadFields(self)
        nothing_else = self.tr("Practice needs nothing else. Its account and token are made up.")
        self.practice_note = Label(nothing_else, role=Role.MUTED, wrap=True)
        self._place = ""
        self._fixed = _Environment(self)
        where = Label(self.tr("Where do your files go?"), strong=True)
        rows = (self._name_row, self._url_row, self._id_row, self._token_row)
        options = (self._colour_title, self.colour, self.send_at_once, self.after_upload)
        column = QVBoxLayout(self)
        arranged(column, where, self.environments, self._fixed, Space.XS, self.practice_note, *rows, *options)
        column.addStretch(1)
        self._show_account(held)
        for button in self.environments.buttons.values():
            button.clicked.connect(self._show_environment)
            button.clicked.connect(self.edited)
        self.colour.chosen.connect(self.edited)
        self.send_at_once.toggled.connect(self.edited)
        self.after_upload.edited.connect(self.edited)
        for field in (self.name, self.base_url, self.integration_id, self.token):
            field.textEdited.connect(self._on_typed)

    @property
    def environment(self) -> Environment:
        """Return the environment to which the files go."""
        return self.environments.environment if self.new else self._account.environment

    @property
    def missing(self) -> str:
        """Return in words what is still to be typed before the account can be saved; "" where nothing is."""
        if accounts.looks_like_token(self.name.text()):
            return self.tr("To save this, enter a name. This looks like a token.")
        if self.environment is not Environment.PRACTICE:
            if self._url() is None:
                return self.tr("To save this, enter the address of Clear.")
            if not accounts.is_integration_id(self.integration_id.text()):
                return self.tr("To save this, enter the whole integration ID.")
            if self._moved and not self.token.text():
                return self.tr("To save this, enter the token for the new address.")
            if self._token_wanted and not self.token.text():
                return self.tr("To save this, enter the token.")
        return "" if self.after_upload.valid else self.tr("To save this, enter the template and the file type.")

    def ask_for_token(self, problem: Problem) -> None:
        """Focus the field for the token, and say beside it what that problem says: it is missing or wrong."""
        if self.environment is not Environment.PRACTICE:
            self._token_wanted = wording.problem(problem).headline
            self._judge()
            self.token.setFocus()
            self.edited.emit()

    @property
    def typed(self) -> tuple[object, ...]:
        """Return everything that can be typed or chosen, to see whether it was changed."""
        texts = (field.text() for field in (self.name, self.base_url, self.integration_id, self.token))
        return (*texts, *self._choices)

    @property
    def _choices(self) -> tuple[bool, str, IngestionOptions | None, bool]:
        """Return what can be chosen, in the order in which an `Account` ends with it."""
        together = self.after_upload.together.isChecked()
        return self.send_at_once.isChecked(), self.colour.colour, self.after_upload.how, together

    def account(self) -> Account:
        """Return the account as typed; only while nothing is `missing`."""
        base_url, integration_id = self._url() or "", self.integration_id.text().lower()
        if self.environment is Environment.PRACTICE:
            base_url, integration_id = self._account.base_url, self._account.integration_id
        name = self.name.text().strip()
        return Account(self._account.id, name, self.environment, base_url, integration_id, *self._choices)

    def forget_token(self, saved: Account) -> None:
        """Empty the field once the token is saved: it is never shown again."""
        self.new, self._account, self._token_wanted = False, saved, ""
        self.token.clear()
        self._show_environment()

    def show_token_place(self, words: str) -> None:
        """Say where tokens are kept."""
        self._place = wording.token_place(words)
        self._judge()

    @property
    def _moved(self) -> bool:
        """Return whether a saved token would go to another address than the one it was entered for."""
        return not self.new and self._url() != self._account.base_url

    def _show_account(self, held: frozenset[str]) -> None:
        account = self._account
        self.environments.buttons[account.environment].setChecked(True)
        self.name.setText(account.name)
        self.base_url.setText(account.base_url if account.environment is Environment.CUSTOM else "")
        self.integration_id.setText(account.integration_id)
        self.send_at_once.setChecked(account.send_at_once)
        self.after_upload.show_choice(account.after_upload, together=account.together)
        rows = {"name": self._name_row, "base_url": self._url_row, "integration_id": self._id_row}
        for name in held & rows.keys():
            rows[name].hold(self.tr("Your IT department has set this."))
        for part in (self._colour_title, self.colour):
            part.setVisible("colour" not in held)
        self._show_environment()

    def _show_environment(self) -> None:
        environment = self.environment
        self._fixed.show_environment(environment)
        self._fixed.setVisible(not self.new)
        self.environments.setVisible(self.new)
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
            return accounts.normal_base_url(self.base_url.text())
        return accounts.BASE_URLS.get(self.environment)

    def _judge(self) -> None:
        """Show beside each field whether its content can be right."""
        self._id_row.judge(*self._about_integration_id(self.integration_id.text()))
        if self.environment is Environment.CUSTOM:
            form = self.tr("Must start with https:// and contain no user name, ? or #") if self._url() is None else ""
            unfinished = self.base_url.text() in "https://"
            self._url_row.judge(form, Role.MUTED if unfinished else Role.WARN)
        warning = self.tr("This looks like a token. Paste it into the token field.")
        self._name_row.judge(warning if accounts.looks_like_token(self.name.text()) else "", Role.WARN)
        kept = not (self.new or self._moved or self._token_wanted)
        keep = self.tr("Paste it here. Leave empty to keep the current one.")  # an imported one has none yet
        self.token.setPlaceholderText(keep if kept else self.tr("Paste it here"))
        if self._moved and self._url() is not None:
            self._token_row.judge(self.tr("The address has changed. Enter the token for the new one."), Role.WARN)
        elif self._token_wanted and not self.token.text():
            self._token_row.judge(self._token_wanted, Role.WARN)
        else:
            hint = self.tr("Find it in Clear under Settings > Integrations.")
            self._token_row.judge(f"{hint} {self._place}".strip(), Role.MUTED)

    def _about_integration_id(self, text: str) -> tuple[str, Role]:
        if accounts.is_integration_id(text):
            return self.tr("Looks valid"), Role.GOOD
        if not text:
            return self.tr("36 characters. Clear gives you this ID."), Role.MUTED
        if len(text) < 36:
            counts = {"count": formatting.number(len(text)), "total": formatting.number(36)}
            return fill(self.tr("{count} of {total} characters"), counts), Role.MUTED
        words = self.tr(
            "This isn't an integration ID. It has 36 characters in groups of 8, 4, 4, 4 and 12, separated by hyphens."
        )
        return words, Role.WARN


class _Environment(QWidget):
    """Shows the environment of an existing account."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = Picture(Shape.SANDBOX, Role.SANDBOX, 18, self)
        self._name = Label("", parent=self)
        self._explanation = Label("", Type.CAPTION, role=Role.MUTED, wrap=True, parent=self)
        arranged(QHBoxLayout(self), self._picture, self._name, self._explanation, stretch=self._explanation)

    def show_environment(self, environment: Environment) -> None:
        """Show the environment's name, and how to send elsewhere."""
        words = wording.environment(environment)
        self._picture.show_shape(words.shape, ENVIRONMENT_ROLES[environment])
        self._name.setText(words.name)
        elsewhere = self.tr("To send elsewhere, add another account.")
        self._explanation.setText(f"{words.explanation} {elsewhere}")


class _Row(QWidget):
    """Shows a label above a field, and a note below it."""

    def __init__(self, label: str, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.field.setAccessibleName(label)
        self.note = Label("", Type.CAPTION, role=Role.MUTED, wrap=True, parent=self)
        self.note.hide()
        self._describe = Pause(READ_MS, self._describe_field, self)  # a screen reader says each change of it
        arranged(QVBoxLayout(self), title_of(self.field), self.field, self.note, gap=Space.XS)

    def hold(self, why: str) -> None:
        """Lock the field, and show that reason."""
        self.judge(why, Role.MUTED)
        self.field.setReadOnly(True)

    def judge(self, text: str, role: Role) -> None:
        """Show a remark on what is typed."""
        if self.field.isReadOnly():
            return
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.note.set_role(role)
        self._describe.start()
        if not self.field.hasFocus():
            self._describe_field()

    def _describe_field(self) -> None:
        self.field.setAccessibleDescription(self.note.text())


def without_strays(text: str) -> str:
    """Return the text without spaces, line ends and invisible characters, which come along when text is copied."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
