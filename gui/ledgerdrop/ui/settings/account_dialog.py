"""Edit one account: for whom and where to files are sent. `SettingsService` keeps it, never the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.ui.dialogs.dialog import Dialog, Question, scrolled
from ledgerdrop.ui.settings.account_form import AccountForm
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, CheckBox
from ledgerdrop.ui.widgets.labels import Label, StatusLabel
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, horizontal_line, tab_through

if TYPE_CHECKING:
    from ledgerdrop.clear_api.connection_test import ConnectionReport


class AccountDialog(Dialog):
    """Edits an account, or adds one (None), which is then the one in use. It closes only once it is saved.

    `place` says in words where tokens are kept; `held` are the fields that are IT's to change.
    """

    usual = QSize(620, 740)

    def __init__(
        self,
        settings_service: SettingsService,
        account: Account | None,
        place: str,
        held: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Account"))
        self._new = account is None
        self._settings_service = settings_service
        self._leave = self.tr("Cancel")
        self._untouched: tuple[object, ...] = ()
        self._saving = ""  # the account that is being saved
        self._test_after = False
        self.question: Question | None = None
        self.form = AccountForm(account, held)
        self._page = self._lay_out_form()  # before the buttons: the Tab key stops there first
        self.test = Button(self.tr("Save and test the connection"), parent=self)
        self.test.setAccessibleDescription(self.tr("Asks Clear if it accepts this account. No file is sent."))
        self.save = Button(self.tr("Save"), "primary", parent=self)
        self.cancel = Button(self.tr("Cancel"), parent=self)
        self._picture = Picture(icons.Shape.INFO, Role.MUTED, 20, self)
        self.session_only = CheckBox(self.tr("Keep the token only until you quit LedgerDrop"), self)
        self.session_only.setAccessibleDescription(self.tr("The token isn't saved. You enter it again next time."))
        self.session_only.hide()  # offered only when the password store cannot be used
        self.outcome = StatusLabel("", wrap=True, parent=self)
        self.copy_report = Button(self.tr("Copy the report for IT"), "quiet", parent=self)
        self.copy_report.setAccessibleDescription(
            self.tr("Every step that was tried. Contains no token and no password.")
        )
        self.copy_report.clicked.connect(self._on_copy_report)
        self._report = ""
        self.save.setDefault(True)
        self.test.clicked.connect(self._on_test)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.form.edited.connect(self._on_edited)
        settings_service.saved.connect(self._on_saved)
        settings_service.failed.connect(self._on_failed)
        settings_service.checked.connect(self._on_tested)
        settings_service.token_place.connect(self.form.show_token_place)
        self.form.show_token_place(place)
        self._lay_out()
        self._say("")
        self._on_edited()
        if self._new:  # where the Tab key leads as well; Qt would begin with the first, which is not chosen
            self.form.environments.button(self.form.environment).setFocus()
        self._untouched = self.form.typed

    def ask_for_token(self, problem: Problem) -> None:
        """Begin in the field for the token, which that problem says is missing or wrong."""
        self.form.ask_for_token(wording.problem(problem).headline)
        self._on_edited()

    def reject(self) -> None:
        """Close it; what was typed is not thrown away without asking."""
        if self.form.typed == self._untouched or self._saving:
            super().reject()
        elif self.question is None:
            self.question = question = Question(self)
            asked = self.tr("Discard what you typed?")
            question.setWindowTitle(asked)
            advice = self.tr("The account stays as it was.") if not self._new else self.tr("No account is added.")
            question.put(asked, advice, self.tr("Discard"), self.tr("Keep editing"))
            question.finished.connect(self._on_answered)
            question.open()

    def _on_answered(self, answer: int) -> None:
        question, self.question = self.question, None
        if question is not None:
            question.deleteLater()
        if answer:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.token.clear()
        super().closeEvent(event)

    def _on_edited(self) -> None:
        missing = self.form.missing
        for button in (self.save, self.test):  # while it is saved as well: disabled, it would lose the keyboard
            button.setEnabled(not missing)
        self.test.setVisible(self.form.environment is not Environment.PRACTICE)
        self.save.setAccessibleDescription(missing)
        self.cancel.setText(self.tr("Cancel") if self.form.typed != self._untouched else self._leave)
        if not self._saving:
            self._say("")
            self.outcome.setText(missing)  # beside the buttons that wait for it; not aloud with every key
            self._picture.setVisible(bool(missing))

    def _on_save(self) -> None:
        self._start_saving(test_after=False)

    def _on_test(self) -> None:
        self._start_saving(test_after=True)

    def _start_saving(self, *, test_after: bool) -> None:
        if self._saving:
            return
        account = self.form.account()
        self._saving, self._test_after = account.id, test_after
        self._on_edited()
        self._say(self.tr("Saving…"), icons.Shape.WAITING)
        self._settings_service.save(account, self.form.new_token(), session_only=self.session_only.isChecked())

    def _on_saved(self, settings: Settings) -> None:
        if not self._saving or settings.account(self._saving) != self.form.account():
            return
        if self._new and settings.current_id != self._saving:
            self._settings_service.use(
                self._saving
            )  # what was added is what is used; this is answered by `saved` again
            return
        saved, self._saving, self._new = self._saving, "", False
        self.form.forget_token(self.form.account())
        self._untouched, self._leave = self.form.typed, self.tr("Close")  # there is nothing left to be cancelled
        if not self._test_after:
            self.accept()
            return
        self._on_edited()
        self._say(self.tr("Saved. Testing the connection to Clear…"), icons.Shape.WAITING)
        self._settings_service.test(saved)

    def _on_failed(self, problem: Problem) -> None:
        self._saving = ""
        self._on_edited()
        words = wording.problem(problem)
        self._say(words.together, icons.Shape.REFUSED, Role.BAD)
        if problem.code in (Code.KEYRING_SILENT, Code.KEYRING_REFUSED, Code.KEYRING_LOCKED):
            self.session_only.show()

    def _on_tested(self, _account_id: str, report: ConnectionReport | None) -> None:
        if report is None:
            self._say("")
            return
        if report.problem is None:
            self._say(self.tr("Clear accepts this account. You can send files."), icons.Shape.DONE, Role.GOOD)
        else:
            words = wording.problem(report.problem)
            self._say(words.together, icons.Shape.REFUSED, Role.BAD)
        self._report = report.text
        self.copy_report.setText(self.tr("Copy the report for IT"))
        self.copy_report.show()

    def _on_copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_report.setText(self.tr("Copied"))

    def _say(self, text: str, shape: icons.Shape = icons.Shape.INFO, role: Role = Role.MUTED) -> None:
        self.copy_report.hide()
        self.outcome.tell(text, role)
        self._picture.show_shape(shape, role)
        self._picture.setVisible(bool(text))

    def _lay_out_form(self) -> QScrollArea:
        title = self.tr("New account") if self._new else self.tr("Account")
        page = QWidget()
        page.setObjectName("surface")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        inner.addWidget(Label(title, Type.TITLE, strong=True))
        inner.addSpacing(Space.S)
        inner.addWidget(self.form)
        return scrolled(page, self)

    def _lay_out(self) -> None:
        answer = QHBoxLayout()
        answer.setSpacing(Space.S)
        answer.addWidget(self._picture)
        answer.addWidget(self.outcome, 1)
        answer.addWidget(self.copy_report)
        tab_through(self.copy_report, self.session_only, self.test, self.cancel, self.save)
        buttons = FlowLayout()
        buttons.add_leading(self.test)
        buttons.add_trailing(self.cancel, self.save)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        bottom.setSpacing(Space.M)
        bottom.addLayout(answer)
        bottom.addWidget(self.session_only)
        bottom.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(horizontal_line(self))
        column.addLayout(bottom)
