"""Speak to the desktop around the window: announcements, notifications, progress on the icon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ledgerdrop.model.transfers import Notice, Summary
from ledgerdrop.system.taskbar import Mood, Share, Taskbar
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.footer import Footer
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import visible
from ledgerdrop.ui.widgets.accessibility import Pause
from ledgerdrop.ui.widgets.labels import say_aloud


def _application() -> QApplication:
    return cast(QApplication, QApplication.instance())


def bring_to_front(window: QWidget) -> None:
    """Show a window before all others, also if it is minimized."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


class SummaryFollower(QObject):
    """Keeps the latest summary, and compares each new one with it."""

    def __init__(self, queue: TransferQueue, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._window = window
        self._summary = queue.summary()
        queue.summed_up.connect(self._on_summed_up)

    def _on_summed_up(self, summary: Summary) -> None:
        before, self._summary = self._summary, summary
        self.compare(before, summary)

    def compare(self, before: Summary, summary: Summary) -> None:
        """Do what follows from the change."""


_QUIET_MS: Final = 1000  # said when no more have come for so long, not once a file
_NAMED: Final = 3  # of files that the user sends again; what becomes of more is said in one sum


class Announcer(SummaryFollower):
    """Says aloud what the footer shows, when it matters. Made after the window's connections: the footer is ahead."""

    def __init__(self, queue: TransferQueue, footer: Footer, window: QWidget) -> None:
        super().__init__(queue, window)
        self._footer = footer
        self._added = 0  # and not said yet
        self._told = 0  # of those that need the user
        self._followed: set[int] = set()
        self._together = self._by_name = 0  # files since the queue last ran empty: under way at once, said by name
        window.installEventFilter(self)
        self._attention = Pause(_QUIET_MS, self._say_attention, self)
        queue.added.connect(self._on_added)

    def say(self, text: str) -> None:
        """Have a screen reader say a text."""
        say_aloud(self._window, text)

    def follow(self, ids: Sequence[int]) -> None:
        """Say by its name what becomes of each of these files, after the user has acted on them."""
        if len(ids) <= _NAMED:
            self._followed.update(ids)

    def _on_added(self, ids: Sequence[int]) -> None:
        self._added += len(ids)
        if self._window.isActiveWindow():
            self._say_added()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self._added:
            self._say_added()
        return False

    def _say_added(self) -> None:
        """Say how many files were added; after a dialog of the system not before the window is in front again."""
        added, self._added = self._added, 0
        self.say(self.tr("%Ln file(s) added", None, added))

    def compare(self, before: Summary, summary: Summary) -> None:
        if not before.sent:
            self._together = self._by_name = 0
        self._together = max(self._together, summary.sent)
        self._told = min(self._told, summary.attention)
        self._say_followed()
        if before.sent and not summary.sent:
            if self._together > self._by_name:
                self._say_all(self._footer.closing(summary))
        elif before.importing and not summary.importing and summary.done:
            self._say_all(self._footer.outcome(summary))
        elif summary.attention > max(before.attention, self._told):
            self._attention.start()

    def _say_followed(self) -> None:
        if not self._followed:
            return
        known = set(self._queue.ids())
        for entry in [self._queue.entry(id_) for id_ in sorted(self._followed & known)]:
            if not entry.state.in_progress:
                self._followed.discard(entry.id)
                self._by_name += 1
                self._told += entry.needs_attention
                self.say(f"{visible(entry.name)}: {wording.status(entry)}")
        self._followed &= known

    def _say_all(self, ending: str) -> None:
        """Say how all transfers ended, and how many files need the user now."""
        self._attention.stop()
        self._told = self._summary.attention
        self.say(f"{ending}. {self._footer.attention.text() if self._told else ''}")

    def _say_attention(self) -> None:
        """Say how many files need the user that did not before."""
        told, self._told = self._told, self._summary.attention
        if self._told > told:
            more = self.tr("%Ln more file(s) need your attention", None, self._told - told)
            self.say(more if told else self._footer.attention.text())


# Clear ends with one file after the other over some minutes: told together, and soon where one needs the user
SOON_MS: Final = 1_000
LATER_MS: Final = 30_000


class Notifier(SummaryFollower):
    """Notifies the user that all is sent, what Clear imported and what it did not, or that an account needs the user.

    No notification names a file, since others might read it. The notifier is made after the window is connected, so
    that the footer, whose words it takes, is ahead. The number on the icon counts the files still to be sent
    (Windows: taskbar, macOS: Dock, Linux: docks that know Unity's interface; done by Qt).
    """

    notified = Signal(str, str)  # headline, text

    def __init__(self, queue: TransferQueue, footer: Footer, window: QWidget) -> None:
        super().__init__(queue, window)
        self._footer = footer
        self._tray: QSystemTrayIcon | None = None
        self._ends = Pause(LATER_MS, self._tell_ends, self)
        queue.notice.connect(self._on_notice)

    def compare(self, before: Summary, summary: Summary) -> None:
        if before.under_way != summary.under_way:
            _application().setBadgeNumber(summary.under_way)
        for stop in summary.new_stops(before):
            words = wording.problem(stop.problem)
            self._notify(words.headline, words.advice)
        if before.sent and not summary.sent:
            attention = self._footer.attention.text() if summary.attention else ""
            self._notify(self._footer.closing(summary), attention)
        elif summary.importing < before.importing and summary.done:
            soon = summary.attention > before.attention or not summary.importing
            if not (self._ends.isActive() and self._ends.interval() == SOON_MS):
                self._ends.start(SOON_MS if soon else LATER_MS)

    def _on_notice(self, notice: Notice) -> None:
        if notice.unlisted:
            text = self.tr("The file is no longer in the list. Its receipt is in History.")
            self._notify(wording.import_status(notice.status), text)

    def _tell_ends(self) -> None:
        summary, footer = self._summary, self._footer
        parts = [footer.ending(summary)] if summary.importing else []
        parts += [footer.attention.text()] if summary.attention else []
        self._notify(footer.outcome(summary), "  ·  ".join(parts))

    def _notify(self, headline: str, text: str) -> None:
        if QApplication.activeWindow() is not None:
            return  # the user sees it
        self.notified.emit(headline, text)
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
                self._tray.messageClicked.connect(self._to_front)
                self._tray.activated.connect(self._to_front)
            self._tray.show()
            self._tray.showMessage(headline, text, self._window.windowIcon())

    def _to_front(self) -> None:
        bring_to_front(self._window)
        if self._tray is not None:
            self._tray.hide()


class IconProgress(SummaryFollower):
    """Shows how much of what the user has sent has arrived.

    When all ended while nobody looked, and some of it needs the user, the button says so until they look.
    """

    def __init__(self, queue: TransferQueue, window: QWidget, display: Taskbar | None = None) -> None:
        super().__init__(queue, window)
        self._display = display
        self._shown: Share | None = None
        self._unseen = False
        _application().focusWindowChanged.connect(self._on_look)

    def close(self) -> None:
        """Show nothing any more."""
        if self._display is not None:
            self._display.close()

    def compare(self, before: Summary, summary: Summary) -> None:
        if before.under_way and not summary.under_way:
            self._unseen = summary.attention > 0 and QApplication.activeWindow() is None
        self._show()

    def _on_look(self, window: QWindow | None) -> None:
        if self._unseen and window is not None:
            self._unseen = False
            self._show()

    def _show(self) -> None:
        share = share_of(self._summary, unseen=self._unseen)
        if share != self._shown:
            self._shown = share
            if self._display is None:  # not before there is something to show: until then the window has no handle
                self._display = Taskbar(int(self._window.winId()))
            self._display.show(share)


def share_of(summary: Summary, *, unseen: bool) -> Share | None:
    """Return what the button shows; `unseen` says that it ended with files that need the user."""
    if summary.sent:
        done = summary.bytes_done * 1000 // summary.bytes_total if summary.bytes_total else 0
        held = summary.paused or summary.offline or not summary.under_way
        return Share(min(done, 1000), Mood.HELD if held else Mood.GOING)
    return Share(1000, Mood.TROUBLE) if unseen else None
