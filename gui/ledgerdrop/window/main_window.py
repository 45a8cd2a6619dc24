"""The main window: puts the parts together and passes the user's wishes on to the queue and the keeper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ledgerdrop.pipeline.accounts import Account, Environment
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.services.settings import Settings
from ledgerdrop.window import actions, notices, texts, theme
from ledgerdrop.window.account_menu import AccountMenu
from ledgerdrop.window.actions import Action
from ledgerdrop.window.after_upload import AfterUploadDesk
from ledgerdrop.window.announcer import Announcer
from ledgerdrop.window.appearance import Appearance
from ledgerdrop.window.banner import Banner
from ledgerdrop.window.drop_zone import EmptyPage
from ledgerdrop.window.file_filter import Show
from ledgerdrop.window.file_model import FileModel
from ledgerdrop.window.footer import Footer, Outlook
from ledgerdrop.window.header import Header
from ledgerdrop.window.intake import Intake
from ledgerdrop.window.language import Language, named
from ledgerdrop.window.low_window import LowWindow
from ledgerdrop.window.main_menu import Commands, MainMenu
from ledgerdrop.window.notifier import Notifier
from ledgerdrop.window.parts import in_the_middle
from ledgerdrop.window.placement import Placement
from ledgerdrop.window.recent_menu import RecentMenu
from ledgerdrop.window.records import Records
from ledgerdrop.window.refusals import Refusals
from ledgerdrop.window.settings_desk import SettingsDesk
from ledgerdrop.window.theme import Space
from ledgerdrop.window.updates import UpdateDesk
from ledgerdrop.window.workspace import Workspace
from ledgerdrop.workers.entries import Notice, State, Totals

# The dialogs are imported when they are opened: the window is there sooner without them.
if TYPE_CHECKING:
    from ledgerdrop.window.close_question import CloseQuestion
    from ledgerdrop.workers.keeper import AccountKeeper
    from ledgerdrop.workers.queue import TransferQueue

# How wide the parts of the window become, at the usual size of text: a file's name, what is happening to it and what
# can be done with it stay together also on a screen twice as wide. A window as wide as a common screen is all used.
WIDEST: Final = 1920


class MainWindow(QMainWindow):
    """What users see. It shows what the queue says, and touches neither network nor disk nor keyring.

    `samples` are the ledgers behind "Try the sample files". Call `keeper.load()` after showing it: files that are
    added earlier wait for the settings. With `account_follows` nobody is asked to set up a first account, since the
    program does that itself.
    """

    log_wanted = Signal()
    diagnostics_wanted = Signal()

    def __init__(
        self,
        queue: TransferQueue,
        keeper: AccountKeeper,
        samples: Sequence[Path] = (),
        *,
        account_follows: bool = False,
    ) -> None:
        super().__init__()
        self.setWindowTitle("LedgerDrop")
        self.setAcceptDrops(True)
        self._queue = queue
        self._keeper = keeper
        self._samples = tuple(samples)
        self._account_follows = account_follows
        self._settings: Settings | None = None
        self._account: Account | None = None
        self._totals: Totals = queue.totals()
        self._stopped = False
        self.settings_desk = SettingsDesk(keeper, self)
        self.close_question: CloseQuestion | None = None
        self._language = Language(self)
        self._appearance = Appearance(self)
        self._appearance.choose("system")  # until the settings are known

        self.files = FileModel(queue, self)
        self.intake = Intake(queue, self)
        self.header = Header(self)
        self.banner = Banner(self)
        self._strip = QVBoxLayout()
        self.updates = UpdateDesk(keeper, self._strip, self)
        self.empty = EmptyPage(self)
        self.workspace = Workspace(self.files, self)
        self.footer = Footer(self)
        self.pages = QStackedWidget(self)
        self._lay_out()
        self.records = Records(queue, keeper, self)
        self.after_upload = AfterUploadDesk(queue, self.workspace.list, self)
        self.recent = RecentMenu(keeper, self)
        self.accounts_menu = AccountMenu(self)
        self.header.account.setMenu(self.accounts_menu)
        self.main_menu = MainMenu(self.menuBar(), self._commands(), self.accounts_menu, self.recent)
        self.refusals = Refusals(queue, keeper, self.files, self.banner, self.settings_desk)
        self._connect()
        self.announcer = Announcer(queue, self.footer, self)
        self.banner.said.connect(self.announcer.say)
        self.updates.said.connect(self.announcer.say)
        self.notifier = Notifier(queue, self.footer, self)
        self.placement = Placement(keeper, self.workspace.list, self)
        LowWindow(self)
        named(self, self._name_parts)
        self._show_rows()
        self.empty.browse.setFocus()

    def _commands(self) -> Commands:
        files = self.workspace.list
        return Commands(
            add_files=self.intake.browse,
            add_folder=self.intake.browse_folder,
            paste_files=self.intake.paste,
            add_samples=self.add_samples,
            send=self.send,
            pause=self.pause,
            resume=self.go_on,
            retry_failed=self.retry_failed,
            cancel_all=self.stop_all,
            open_settings=self.open_settings,
            quit=self.quit,
            on_selected=self._on_selected,
            move_selected=files.move_selected,
            copy_details=self.workspace.copy_details,
            select_all=files.selectAll,
            clear_finished=self.clear_finished,
            show_all=self.show_all,
            show_attention=self.show_attention,
            show_uploaded=self.show_uploaded,
            find_by_name=self.find_by_name,
            open_details=self.workspace.open_details,
            open_history=self.records.open,
            sort_by=files.sort_by,
            show_help=self.show_help,
            show_log=self.log_wanted.emit,
            copy_diagnostics=self.diagnostics_wanted.emit,
            check_for_updates=self.updates.ask,
            show_about=self.show_about,
        )

    def _name_parts(self) -> None:
        self.main_menu.retranslate_ui()
        if self._settings is not None:
            self.files.use(self._settings)
        if self._account is not None:
            self._show_account(self._account)
        self._show_totals()

    @property
    def account(self) -> Account | None:
        """The account in use; None until the settings were loaded."""
        return self._account

    @property
    def totals(self) -> Totals:
        """What the footer shows."""
        return self._totals

    def add(self, paths: Sequence[Path]) -> None:
        """Put files and folders in the list, as if they had been dropped."""
        self.intake.add(list(paths))

    def perform(self, action: Action, ids: Sequence[int]) -> None:
        """Do what the user asked for with these files."""
        if action is Action.DECIDE:
            self.after_upload.decide(ids)
        elif action is Action.CHOOSE:
            self.after_upload.choose_for(ids)
        actions.carry_out(action, [entry for id_ in ids if (entry := self.files.entry(id_))], self._queue)

    def _on_selected(self, action: Action) -> None:
        chosen = [entry.id for entry in self.workspace.list.selected_entries() if action in actions.possible(entry)]
        if chosen:
            self.perform(action, chosen)

    def send(self) -> None:
        """Send the files of the account in use that are ready: those that the button counts."""
        if self._account is not None and (ready := self.files.ids_in(State.READY, self._account.id)):
            self._queue.send(ready)

    def open_settings(self) -> None:
        """Open the settings, once they are known."""
        self.settings_desk.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Every drag is accepted: after a refusal no drop comes that could be answered.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._invite(dragging=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._invite(dragging=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._invite(dragging=False)
        # Never as a move: its source would then delete the files.
        copies = Qt.DropAction.CopyAction in event.possibleActions()
        event.setDropAction(Qt.DropAction.CopyAction if copies else Qt.DropAction.IgnoreAction)
        event.accept()
        if not self.banner.leads_to_settings:
            self.banner.hide()
        self.intake.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        going = self._totals.sending + self._totals.waiting - self._totals.held
        if going and not self._stopped:
            event.ignore()
            self._ask_before_closing(going)
            return
        self._stopped = True
        self.placement.keep()
        self.hide()
        self._queue.shutdown()
        super().closeEvent(event)

    def _ask_before_closing(self, underway: int) -> None:
        if self.close_question is None:
            from ledgerdrop.window.close_question import CloseQuestion  # noqa: PLC0415 - late, as said above

            self.close_question = CloseQuestion(underway, self)
            self.close_question.finished.connect(self._on_question_answered)
            self.close_question.open()

    def _on_question_answered(self, answer: int) -> None:
        question, self.close_question = self.close_question, None
        if question is not None:
            question.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            self._stop_and_close()

    def quit(self) -> None:
        """Close the window, or ask first."""
        self.close()

    def _stop_and_close(self) -> None:
        self._stopped = True
        self.quit()

    def _on_settings(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        self._appearance.choose(settings.theme)
        self._language.choose(settings.language)
        self.main_menu.show_settings(settings)
        self.accounts_menu.show_settings(settings)
        account = settings.current
        if account is None:
            self._ask_for_account()
            return
        if self.banner.leads_to_settings and (before is None or _look(before) == _look(settings)):
            self.banner.hide()  # not by another language or other colours: that settles nothing
        self._account = account
        self.files.use(settings)
        self._show_account(account)
        self.intake.use(account)
        self._show_totals()

    def _show_account(self, account: Account) -> None:
        self.header.show_account(account)
        samples = account.environment is Environment.PRACTICE and bool(self._samples)
        self.empty.offer_samples(samples)
        self.main_menu.offer_samples(samples)
        self.setWindowTitle(f"LedgerDrop — {texts.environment(account.environment).name}")

    def _on_totals(self, totals: Totals) -> None:
        self._totals = totals
        self._show_totals()

    def _on_notice(self, notice: Notice) -> None:
        if notice.problem is not None:
            self.banner.tell(notice.problem, "warn")
        elif said := notices.skipped(notice):
            self.say(said)
            self.workspace.show_only(Show.ALL)
            self.workspace.list.select_files(notice.duplicates)

    def _ask_for_account(self) -> None:
        if not self._account_follows:
            self.banner.welcome()

    def _on_failed(self, problem: Problem) -> None:
        if self.settings_desk.on_top is not None:
            return  # which says it itself
        self.banner.tell(problem, "bad", settings=notices.is_for_settings(problem))

    def say(self, text: str) -> None:
        """Show it above the list, and have a screen reader say it."""
        self.banner.say(text)

    def _show_rows(self) -> None:
        some = self.files.rowCount() > 0
        page: QWidget = self.workspace if some else self.empty
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
            (self.workspace.list if some else self.empty.browse).setFocus()
        self.footer.setVisible(some)
        self._show_totals()

    def _outlook(self) -> Outlook:
        here = self.files.counts(self._account.id).get(State.READY, 0) if self._account else 0
        return Outlook(self._totals, self._account, here, len(self.files.failed()))

    def _show_totals(self) -> None:
        outlook = self._outlook()
        self.footer.show_outlook(outlook)
        self.workspace.show_counts(self.files.rowCount(), self._totals.attention, self._totals.done)
        self.main_menu.show_outlook(outlook)

    def _invite(self, *, dragging: bool) -> None:
        self.empty.invite(dragging)
        self.workspace.veil_over(dragging)

    def add_samples(self) -> None:
        """Put the sample ledgers in the list."""
        self.intake.add(self._samples)

    def show_attention(self) -> None:
        """Show only what needs the user, with the first one's details."""
        self.workspace.show_only(Show.ATTENTION)
        self.workspace.list.setFocus()
        self.workspace.open_details()
        self.workspace.list.select_current()

    def show_all(self) -> None:
        """Show all files."""
        self.workspace.show_only(Show.ALL)

    def show_uploaded(self) -> None:
        """Show only what is uploaded."""
        self.workspace.show_only(Show.UPLOADED)

    def find_by_name(self) -> None:
        """Go to the field for names."""
        self.workspace.find_by_name()

    def pause(self) -> None:
        """Hold the queue."""
        self._queue.pause(None)

    def go_on(self) -> None:
        """Let the queue, and every file that is held, go on."""
        self._queue.resume(None)

    def retry_failed(self) -> None:
        """Try everything again that failed and may succeed now."""
        self._queue.retry(self.files.failed())

    def clear_finished(self) -> None:
        """Take off the list what is uploaded or cancelled."""
        self._queue.clear_finished()

    def stop_all(self) -> None:
        """Cancel everything that the user has sent and that is not there yet."""
        going = (State.SENDING, State.RETRYING, State.QUEUED, State.PAUSED)
        self._queue.cancel([id_ for state in going for id_ in self.files.ids_in(state)])

    def show_help(self) -> None:
        """Show how it works."""
        from ledgerdrop.window.help_dialog import HelpDialog  # noqa: PLC0415 - late, as said above

        HelpDialog(self).open()

    def show_about(self) -> None:
        """Tell what this program is."""
        from ledgerdrop.window.about import AboutDialog  # noqa: PLC0415 - late, as said above

        AboutDialog(self).open()

    def _lay_out(self) -> None:
        central = QWidget(self)
        central.setObjectName("surface")
        middle = in_the_middle(central, theme.scaled(WIDEST), self.header.strip)
        above = QWidget(middle)
        above.setObjectName("surface")
        self._strip.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._strip.addWidget(self.banner)
        above.setLayout(self._strip)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.workspace)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(above)
        column.addWidget(self.pages, 1)
        column.addWidget(self.footer)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self.files.rowsInserted.connect(self._show_rows)
        self.files.rowsRemoved.connect(self._show_rows)
        self.files.modelReset.connect(self._show_rows)
        self._queue.totals_changed.connect(self._on_totals)
        self._queue.notice.connect(self._on_notice)
        self._keeper.loaded.connect(self._on_settings)
        self._keeper.saved.connect(self._on_settings)
        self._keeper.failed.connect(self._on_failed)
        self.intake.said.connect(self.say)
        self.intake.taken.connect(self.recent.note)
        self.recent.chosen.connect(self.intake.browse_in)
        self.main_menu.preferred.connect(self._keeper.prefer)
        self.workspace.list.header().sortIndicatorChanged.connect(self.main_menu.show_sorting)
        self.accounts_menu.chosen.connect(self._keeper.use)
        self.accounts_menu.add_wanted.connect(self.settings_desk.add_account)
        self.accounts_menu.settings_wanted.connect(self.open_settings)
        self.header.settings_wanted.connect(self.open_settings)
        self.empty.browse_wanted.connect(self.intake.browse)
        self.empty.samples_wanted.connect(self.add_samples)
        self.workspace.browse_wanted.connect(self.intake.browse)
        self.workspace.wanted.connect(self.perform)
        self.workspace.list.move_wanted.connect(self._queue.move)
        self.workspace.list.after_upload_wanted.connect(self.after_upload.choose)
        self.footer.send_wanted.connect(self.send)
        self.footer.pause_wanted.connect(self.pause)
        self.footer.resume_wanted.connect(self.go_on)
        self.footer.retry_wanted.connect(self.retry_failed)
        self.footer.stop_wanted.connect(self.stop_all)
        self.footer.attention_wanted.connect(self.show_attention)
        self.footer.tidy_wanted.connect(self.clear_finished)


def _look(settings: Settings) -> tuple[str, str]:
    return settings.theme, settings.language
