"""Put the parts of the window together, and pass the user's wishes on to the queue and the settings service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QEvent, QLocale, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings, SortBy
from ledgerdrop.model.transfers import Notice, State, Stop, Summary, TransferItem
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui import add_files, banner, desktop, drop_zone, end_card, folder_accounts, footer, header, main_menu
from ledgerdrop.ui.dialogs.dialog import CloseQuestion, FileDialog, Question
from ledgerdrop.ui.files import file_list, file_model, files_page
from ledgerdrop.ui.files.actions import Action, carry_out
from ledgerdrop.ui.files.file_filter import Show
from ledgerdrop.ui.history.history_dialog import HistoryController
from ledgerdrop.ui.settings.settings_controller import SettingsController
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import NAMES, Language, fill, on_language_change
from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.stylesheet import Appearance
from ledgerdrop.ui.widgets.layout import arranged, centred

# What IT has set up wrongly: the user cannot solve it in Settings
_FOR_IT: Final = frozenset({Code.PRESETS_UNUSABLE, Code.PRESET_WRONG, Code.PRESET_ACCOUNT_WRONG})
_COLUMNS: Final = {one: -1 if one is SortBy.SENDING else file_model.Column[one.name] for one in SortBy}

# Device-independent pixels
LEAST_SIZE: Final = QSize(760, 520)
USUAL_SIZE: Final = QSize(1120, 720)
_TITLE_BAR: Final = QMargins(2, 36, 2, 2)  # until the system has drawn one, and its size is known


def fitted(wanted: QRect, room: QRect) -> QRect:
    """Return the place nearest to `wanted` that lies within the room there is."""
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(wanted.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


class Placement(QObject):
    """Places the window where it was as soon as the settings are loaded, and has that kept when it is closed.

    The window lies within the screen's available area at its first showing, when it is restored, and when it is moved
    to a smaller screen; on a screen too small for `LEAST_SIZE` it may be smaller than that.
    """

    def __init__(self, settings_service: SettingsService, files: file_list.FileList, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings_service = settings_service
        self._files = files
        self._window = window
        settings_service.loaded.connect(self._on_loaded)
        self._bound()
        window.resize(USUAL_SIZE.boundedTo(self._room().size()))
        self._placed = window.size()  # that was given here, as long as nobody has chosen another
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Show and not event.spontaneous():
            if (handle := self._window.windowHandle()) is not None:
                handle.screenChanged.connect(self._on_screen, Qt.ConnectionType.UniqueConnection)
            QTimer.singleShot(0, self._check)  # the frame is there then
        return False

    def keep(self) -> None:
        """Save the window's place as it is now; not at every move: a change of settings ends a connection test."""
        known = self._settings_service.known
        if known is None:
            return
        placement = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        column, order = self._files.filter.sort_column, self._files.filter.sort_order
        sort_by = next((kept for kept, shown in _COLUMNS.items() if shown == column), SortBy.SENDING)
        width, descending = self._files.name_width, order is Qt.SortOrder.DescendingOrder

        def as_now(settings: Settings) -> Settings:
            return replace(settings, placement=placement, name_width=width, sort_by=sort_by, descending=descending)

        if as_now(known) != known:
            self._settings_service.change(as_now)

    def _room(self) -> QRect:
        """Return where on the screen the window may lie, so that its frame is on the screen as well."""
        outer, inner = self._window.frameGeometry(), self._window.geometry()
        begin, end = inner.topLeft() - outer.topLeft(), outer.bottomRight() - inner.bottomRight()
        frame = _TITLE_BAR if outer == inner else QMargins(begin.x(), begin.y(), end.x(), end.y())
        return self._window.screen().availableGeometry().marginsRemoved(frame)

    def _bound(self) -> None:
        self._window.setMinimumSize(LEAST_SIZE.boundedTo(self._room().size()))

    def _check(self) -> None:
        """Move the window into the screen, unless somebody has given it another size meanwhile."""
        if self._window.size() != self._placed:
            return
        self._bound()
        now = self._window.geometry()
        if self._free() and (there := fitted(now, self._room())) != now:
            self._window.setGeometry(there)
            self._placed = there.size()

    def _free(self) -> bool:
        return not self._window.isMaximized() and not self._window.isFullScreen()

    def _on_screen(self) -> None:
        self._bound()
        if self._free():
            self._window.resize(self._window.size().boundedTo(self._room().size()))

    def _on_loaded(self, settings: Settings) -> None:
        kept = QByteArray.fromBase64(settings.placement.encode("ascii", "replace"))
        if self._window.restoreGeometry(kept):
            self._placed = self._window.size()
            self._check()
        self._files.restore_width(settings.name_width)
        self._files.sort_by(_COLUMNS[settings.sort_by], descending=settings.descending)


class StopBanner(desktop.SummaryFollower):
    """Tells of the latest account whose files have to wait, until none waits any more or the user closes it."""

    def __init__(self, queue: TransferQueue, settings_service: SettingsService, window: MainWindow) -> None:
        super().__init__(queue, window)
        self._files = window.files
        self._banner = window.banner
        self._settings_controller = window.settings_controller
        self._closed: set[int] = set()  # numbers of stops of which the user wants to hear no more
        settings_service.signed_in.connect(self._hide)
        self._banner.settings.clicked.connect(self._put_right)
        self._banner.set_aside.clicked.connect(self._set_aside)
        self._banner.close_button.clicked.connect(self._on_closed)

    @property
    def told(self) -> Stop | None:
        """Return the stop that the banner shows."""
        subject = self._banner.subject
        return subject if isinstance(subject, Stop) and not self._banner.isHidden() else None

    def compare(self, before: Summary, summary: Summary) -> None:
        new = summary.new_stops(before)
        stop = next((stop for stop in reversed(summary.stops) if stop.number not in self._closed), None)
        outdated = self.told and stop and (self.told.number, self.told.in_doubt) != (stop.number, stop.in_doubt)
        if stop is None:
            self._hide()
        elif new or outdated or self._banner.isHidden():
            file = self._files.entry(stop.item_id)
            accounts = {account.id: wording.account(account) for account in self._files.accounts}
            owner = accounts.get(stop.account_id, "") if len(accounts) > 1 else ""
            self._banner.tell_stop(stop, owner, file.name if file else "")
        for stop in new:
            if stop.problem.code is Code.PROXY_PASSWORD:
                self._settings_controller.ask_once(stop.problem.params.get("proxy", ""))

    def _on_closed(self) -> None:
        if isinstance(self._banner.subject, Stop):
            self._closed.add(self._banner.subject.number)

    def _put_right(self) -> None:
        if self.told is not None:
            self._settings_controller.put_right(self.told.account_id, self.told.problem)
        else:
            self._settings_controller.open()

    def _set_aside(self) -> None:
        if self.told is not None:
            self._queue.set_aside(self.told.item_id)

    def _hide(self) -> None:
        if self.told is not None:
            self._banner.hide()


_LINES: Final = 24  # of text; a window with fewer is low
_CHANGES: Final = frozenset({QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange})
_COMES_AND_GOES: Final = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class CompactMode(QObject):
    """Sets the parts of the window to their low form when it is low. Messages are cut short only above a list."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._banner = window, window.banner
        self._low = False
        window.installEventFilter(self)
        self._banner.installEventFilter(self)
        window.pages.currentChanged.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Neither holds for a window that is being destroyed: Python has another object for it by then.
        changes = watched is self._window and event.type() in _CHANGES
        if changes or (watched is self._banner and event.type() in _COMES_AND_GOES):
            self._look()
        return False

    def _look(self) -> None:
        window = self._window
        low = window.height() < _LINES * QtGui.QFontMetrics(QApplication.font()).height()
        if low != self._low:
            self._low = low
            for part in (window.header, window.workspace, window.footer):
                part.set_compact(low)
        short = low and window.pages.currentWidget() is window.workspace
        for message in (self._banner, window.ends, window.updates):
            message.shorten(short)
        window.updates.wait(short and not self._banner.isHidden())


# How wide the parts of the window become, at the usual size of text: a file's name, what is happening to it and what
# can be done with it stay together also on a screen twice as wide. A window as wide as a common screen is all used.
WIDEST: Final = 1920


class MainWindow(QMainWindow):
    """Shows users what the queue says, and touches neither network nor disk nor keyring.

    `samples` are the ledgers behind "Try the sample files". Call `settings_service.load()` after showing it: files
    that are added earlier wait for the settings. In `practice` nobody is asked to set up a first account: the
    program does that itself.
    """

    def __init__(
        self,
        queue: TransferQueue,
        settings_service: SettingsService,
        samples: Sequence[Path] = (),
        *,
        practice: bool = False,
    ) -> None:
        super().__init__()
        self.setWindowTitle("LedgerDrop")
        self.setAcceptDrops(True)
        self._queue = queue
        self._settings_service = settings_service
        self._samples = tuple(samples)
        self._practice = practice
        self._settings: Settings | None = None
        self.account: Account | None = None  # the one in use, None until the settings were loaded
        self.summary = queue.summary()  # that the footer shows
        self._stopped = False
        self.settings_controller = SettingsController(settings_service, self)
        self.close_question: CloseQuestion | None = None
        self.send_question: folder_accounts.DoubtQuestion | None = None
        self._language = Language()
        self._appearance = Appearance(self)
        self._appearance.choose("system")  # until the settings are known

        self.files = file_model.FileModel(queue, self)
        self.adder = add_files.FileAdder(queue, self)
        self.header = header.Header(self)
        self.banner = banner.Banner(self)
        self.ends = end_card.EndController(queue, self._accounts, self)
        self.updates = banner.UpdateNotice(settings_service, self)
        self.empty = drop_zone.EmptyPage(self)
        self.workspace = files_page.Workspace(self.files, self)
        self.footer = footer.Footer(self)
        self.pages = QStackedWidget(self)
        self.undo = files_page.UndoBar(self.pages)
        self._lay_out()
        self.records = HistoryController(queue, settings_service, self)
        self.after_upload = files_page.AfterUploadController(queue, self)
        self.main_menu = main_menu.MainMenu(queue, settings_service, self)
        self.header.account.setMenu(self.main_menu.accounts)
        self.stops = StopBanner(queue, settings_service, self)
        self._connect()
        self.announcer = desktop.Announcer(queue, self.footer, self)
        for said in (self.undo.said, self.workspace.heard, self.workspace.list.heard):
            said.connect(self.announcer.say)
        self.notifier = desktop.Notifier(queue, self.footer, self)
        self.placement = Placement(settings_service, self.workspace.list, self)
        CompactMode(self)
        on_language_change(self, self.retranslate_ui)
        self._show_rows()
        self.empty.browse.setFocus()

    def retranslate_ui(self) -> None:
        self.main_menu.retranslate_ui()
        if self._settings is not None:
            self.files.use(self._settings)
        if self.account is not None:
            self._show_account(self.account)
        self._show_summary(self.summary)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files and folders in the list, as if they had been dropped."""
        self.adder.add(paths)
        if paths:
            self.workspace.show_added(paths)

    def perform(self, action: Action, ids: Sequence[int]) -> None:
        """Do what the user asks for with these files."""
        self.banner.move_on()
        if action is Action.DECIDE:
            self.after_upload.decide(ids)
        elif action is Action.CHOOSE:
            self.after_upload.choose(ids)
        items = [item for id_ in ids if (item := self.files.entry(id_))]
        self.workspace.list.setFocus()
        self.workspace.list.keep_place(ids)

        go = partial(carry_out, action, items, self._queue)
        if action in {Action.SEND_ANYWAY, Action.SEND_AS}:
            self._send_if_right(ids, go)
        else:
            go()
            if action in {Action.RETRY, Action.RESUME}:
                self.announcer.follow(ids)
        if action is Action.REMOVE:
            self.undo.offer(items)

    def send(self) -> None:
        """Send all files that are ready, each for its own account."""
        if ready := self._queue.in_state(State.READY):
            self._send_if_right(ready, partial(self._queue.send, ready))

    def send_selected(self, ids: Sequence[int]) -> None:
        """Send these files, whatever account they are for."""
        self._send_if_right(ids, partial(self._queue.send_selected, ids))

    def _send_if_right(self, ids: Sequence[int], send: Callable[[], None]) -> None:
        """Send these files, after a question where their folder is named after another account.

        Nothing is sent before the settings are known, or while such a question is open.
        """
        if (settings := self._settings) is None or self.send_question is not None:
            return
        items = [item for id_ in ids if (item := self.files.entry(id_))]

        def go() -> None:
            send()
            self.announcer.follow(ids)
            self.folder_offer.note_sent(items, settings)

        if doubts := folder_accounts.doubts(items, settings):
            self.send_question = folder_accounts.DoubtQuestion(doubts, self)
            self._ask(self.send_question, go)
        else:
            go()

    def _ask(self, question: Question, then: Callable[[], None]) -> None:
        """Call `then` when the user has agreed."""
        question.accepted.connect(then)
        question.finished.connect(self._on_answered)
        question.open()

    def _on_answered(self) -> None:
        if self.sender() is self.close_question:
            self.close_question = None
        else:
            self.send_question = None

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        self.dragMoveEvent(event)
        self._invite(dragging=True)

    def dragMoveEvent(self, event: QtGui.QDragMoveEvent) -> None:
        # Every drag is accepted: after a refusal no drop comes that could be answered.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QtGui.QDragLeaveEvent) -> None:
        self._invite(dragging=False)

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        self._invite(dragging=False)
        # Never as a move: its source would then delete the files.
        copies = Qt.DropAction.CopyAction in event.possibleActions()
        event.setDropAction(Qt.DropAction.CopyAction if copies else Qt.DropAction.IgnoreAction)
        event.accept()
        self.banner.move_on()
        self.adder.take(event.mimeData())

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._queue.recheck_changed()  # the user may come back from correcting a file

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        if self.summary.under_way and not self._stopped:
            event.ignore()
            if self.close_question is None:
                self.close_question = CloseQuestion(self.summary.under_way, self)
                self._ask(self.close_question, self.stop_and_close)
            return
        self._stopped = True
        self.placement.keep()
        self.hide()
        self._queue.shutdown()
        super().closeEvent(event)

    def stop_and_close(self) -> None:
        """Close the window, whatever is under way."""
        self._stopped = True
        self.close()

    def _on_settings(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        self._appearance.choose(settings.theme)
        self._language.choose(settings.language)
        if before is not None and before.language != settings.language:
            name = NAMES.get(settings.language, QLocale().nativeLanguageName())
            self.announcer.say(fill(self.tr("Language: {name}"), {"name": name}))
        self.main_menu.show_settings(settings)  # in the language that was just chosen
        account = settings.current
        if account is None:
            if not self._practice:
                self.banner.welcome()
            return
        same_look = before is None or (before.theme, before.language) == (settings.theme, settings.language)
        if self.banner.leads_to_settings and same_look:
            self.banner.hide()  # not by another language or other colours: that settles nothing
        if self.account is not None and account.id != self.account.id:
            known = before is not None and before.account(account.id) is not None
            # In the banner where the account is new: who added it may have meant to go on with the other
            say = self.announcer.say if known else self.banner.say
            say(self.header.account.said_of(account))
        self.account = account
        self.files.use(settings)
        self._show_account(account)
        FileDialog.folder = next(iter(settings.recent_folders), "")
        self._queue.route(settings.folder_rules())
        self.adder.use(account)
        self._show_summary(self.summary)

    def _show_account(self, account: Account) -> None:
        self.header.show_account(account)
        samples = account.environment is Environment.PRACTICE and bool(self._samples)
        self.empty.samples.setVisible(samples)
        self.main_menu.samples_item.setEnabled(samples)
        self.setWindowTitle(f"LedgerDrop — {wording.environment(account.environment).name}")

    def _accounts(self) -> dict[str, Account]:
        return {account.id: account for account in self._settings.accounts} if self._settings else {}

    def _on_notice(self, notice: Notice) -> None:
        if notice.problem is not None:
            self.banner.tell(notice.problem, "warn")
        elif said := folder_accounts.told_after_drop(notice):
            self.banner.say(said)
            self.workspace.show_only(Show.ALL)
            self.workspace.list.select_files(notice.already_listed)

    def _on_taken(self, paths: Sequence[Path]) -> None:
        """Show the files that the user has given, and note the folder that they were taken from."""
        self.workspace.show_added(paths)
        folder = str(paths[0].parent) if paths else ""
        if folder and self._settings is not None and self._settings.recent_folders[:1] != (folder,):
            self._settings_service.change(lambda settings: settings.with_recent_folder(folder))

    def _on_waiting(self, count: int) -> None:
        """Handle files that come before there is an account; those that come before the settings wait silently."""
        if self._settings is not None and not self._practice:
            self.banner.welcome(count)

    def _on_failed(self, problem: Problem) -> None:
        if self.settings_controller.on_top is None:  # else that says it itself
            self.banner.tell(problem, "bad", settings=problem.code not in _FOR_IT)

    def _show_rows(self) -> None:
        some = self.files.count > 0
        page: QWidget = self.workspace if some else self.empty
        if self.pages.currentWidget() is not page:
            if (here := QApplication.focusWidget()) is not None and self.pages.isAncestorOf(here):
                here.clearFocus()  # else Qt would first give the keyboard to the button of the accounts
            self.pages.setCurrentWidget(page)
            (self.workspace.list if some else self.empty.browse).setFocus()
        self.footer.setVisible(some)

    def _show_summary(self, summary: Summary) -> None:
        self.summary = summary
        self.footer.show_summary(summary, self._accounts())
        counts = (summary.files, summary.attention, summary.in_progress, summary.done)
        self.workspace.show_counts(dict(zip(Show, counts, strict=True)))
        self.main_menu.show_summary(summary)

    def _invite(self, *, dragging: bool) -> None:
        self.empty.zone.invite(dragging)
        self.workspace.veil_over(dragging)

    def add_samples(self) -> None:
        """Put the sample ledgers in the list."""
        self.add(self._samples)

    def clear_finished(self) -> None:
        """Take off the list what is uploaded or cancelled, with nothing left to follow."""
        over = self._queue.in_state(State.UPLOADED, State.CANCELLED)
        items = [item for id_ in over if (item := self.files.entry(id_))]
        self._queue.clear_finished()
        self.undo.offer([item for item in items if self.files.entry(item.id) is None])

    def _on_undo(self, items: Sequence[TransferItem]) -> None:
        self._queue.bring_back(items)
        self.workspace.show_again([item.id for item in items])

    def stop_all(self) -> None:
        """Cancel everything that the user has sent and that has not arrived yet."""
        self._queue.cancel(self._queue.in_state(State.SENDING, State.RETRYING, State.QUEUED, State.PAUSED))

    def _lay_out(self) -> None:
        central = QWidget(self)
        central.setObjectName("surface")
        middle = centred(central, theme.scaled(WIDEST), self.header.strip)
        above = QWidget(middle)  # with screen readers, too, messages come before the list
        above.setObjectName("surface")
        margins = (theme.Space.XL, 0, theme.Space.XL, 0)
        arranged(QVBoxLayout(above), self.banner, self.updates, self.ends.place, gap=-1, margins=margins)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.workspace)
        parts = (self.header, above, self.pages, self.footer)
        arranged(QVBoxLayout(middle), *parts, gap=0, stretch=self.pages)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self.folder_offer = folder_accounts.FolderOffer(self._queue, self._settings_service, self.banner)
        self.files.added.connect(self._show_rows)
        self.files.removed.connect(self._show_rows)
        self._queue.summed_up.connect(self._show_summary)
        self._queue.notice.connect(self._on_notice)
        self._settings_service.loaded.connect(self._on_settings)
        self._settings_service.saved.connect(self._on_settings)
        self._settings_service.failed.connect(self._on_failed)
        self.adder.said.connect(self.banner.say)
        self.adder.waiting.connect(self._on_waiting)
        self.banner.practice.clicked.connect(self.settings_controller.practise)
        self.adder.taken.connect(self._on_taken)
        self.records.added.connect(self.workspace.show_added)
        self.workspace.list.header().sortIndicatorChanged.connect(self.main_menu.show_sorting)
        self.header.settings.clicked.connect(self.settings_controller.open)
        self.empty.browse.clicked.connect(self.adder.browse)
        self.empty.samples.clicked.connect(self.add_samples)
        self.workspace.add.clicked.connect(self.adder.browse)
        self.workspace.wanted.connect(self.perform)
        self.workspace.said.connect(self.banner.say)
        cast(QApplication, QApplication.instance()).applicationStateChanged.connect(self._on_application_state)
        self.undo.wanted.connect(self._on_undo)
        self.workspace.list.move_wanted.connect(self._queue.move)
        self.workspace.list.send_wanted.connect(self.send_selected)
        self.workspace.list.account_wanted.connect(self._queue.move_to_account)
        self.footer.attention.clicked.connect(self.workspace.show_attention)
        for button in self.footer.buttons:
            button.clicked.connect(self._on_command)
        self.footer.send.clicked.connect(self.send)
        self.footer.pause.clicked.connect(partial(self._queue.pause, None))
        self.footer.go_on.clicked.connect(partial(self._queue.resume, None))
        self.footer.stop.clicked.connect(self.stop_all)
        self.footer.tidy.clicked.connect(self.clear_finished)

    def _on_command(self) -> None:
        self.workspace.list.setFocus()  # the button may go, and the keyboard with it
        self.banner.move_on()
