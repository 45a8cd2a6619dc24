"""Say what a screen reader says by itself: files were added, need the user, are done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ledgerdrop.model.transfers import Summary
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.footer import Footer
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import visible
from ledgerdrop.ui.widgets.labels import say_aloud
from ledgerdrop.ui.widgets.pause import Pause

_QUIET_MS: Final = 1000  # said when no more have come for so long, not once a file
_NAMED: Final = 3  # of files that the user sends again; what becomes of more is said in one sum


class Announcer(QObject):
    """Says what the footer shows, when it matters. Made after the window is connected, so the footer is ahead."""

    def __init__(self, queue: TransferQueue, footer: Footer, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._footer = footer
        self._summary = queue.summary()
        self._added = 0  # and not said yet
        self._told = 0  # of those that need the user
        self._followed: set[int] = set()
        self._together = self._by_name = 0  # files since the queue last ran empty: under way at once, said by name
        window.installEventFilter(self)
        self._attention = Pause(_QUIET_MS, self._say_attention, self)
        queue.added.connect(self._on_added)
        queue.summed_up.connect(self._on_summary)

    def say(self, text: str) -> None:
        """Have a screen reader say it."""
        say_aloud(self._window, text)

    def follow(self, ids: Sequence[int]) -> None:
        """Say by its name what becomes of each of these files, for which the user just asked."""
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

    def _on_summary(self, summary: Summary) -> None:
        before, self._summary = self._summary, summary
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
        known = set(self._queue.ids())
        for entry in [self._queue.entry(id_) for id_ in sorted(self._followed & known)]:
            if not (entry.state.active or entry.state.waiting):
                self._followed.discard(entry.id)
                self._by_name += 1
                self._told += entry.needs_attention
                self.say(f"{visible(entry.name)}: {wording.status(entry)}")
        self._followed &= known

    def _say_all(self, ending: str) -> None:
        """Say how it ended, and how many need the user now."""
        self._attention.stop()
        self._told = self._summary.attention
        self.say(f"{ending}. {self._footer.attention.text() if self._told else ''}")

    def _say_attention(self) -> None:
        """Tell new ones from those that were there before."""
        told, self._told = self._told, self._summary.attention
        if self._told > told:
            more = self.tr("%Ln more file(s) need your attention", None, self._told - told)
            self.say(more if told else self._footer.attention.text())
