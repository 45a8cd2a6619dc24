"""The bottom of the window: how all files together are doing, and the one button that sends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.transfers import Totals
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import fill, on_language_change
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.flow_layout import FlowLayout, in_one_line
from ledgerdrop.ui.widgets.labels import LiveLabel
from ledgerdrop.ui.widgets.layout import ThinProgressBar, horizontal_line

_NAME = 26  # characters of an account's name on the button


@dataclass(frozen=True, slots=True)
class Outlook:
    """Hold what the footer shows. `ready_here` are the files that "Send" would send: those of the account in use.
    `retryable` are those that "Retry" would try again.
    """

    totals: Totals
    account: Account | None
    ready_here: int
    retryable: int = 0
    failed: int = 0

    @property
    def all_well(self) -> bool:
        """Tell whether everything has arrived, and nothing was refused or cancelled on the way."""
        totals = self.totals
        return not (totals.attention or totals.cancelled or totals.not_taken_in or self.failed)

    @property
    def underway(self) -> int:
        """Files that the user has sent and that are not there yet."""
        return self.totals.sending + self.totals.waiting

    @property
    def resumable(self) -> bool:
        """Return whether something is held back until the user lets it go on; after a start that is all that
        waits.
        """
        return self.totals.paused or self.totals.held > 0

    @property
    def pausable(self) -> bool:
        """Return whether something goes on that can be held back."""
        return not self.totals.paused and self.underway > self.totals.held


class Footer(QWidget):
    """Asks, by its signals, for what its buttons say."""

    send_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()
    stop_wanted = Signal()
    attention_wanted = Signal()
    retry_wanted = Signal()
    tidy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.summary = LiveLabel("", Type.TITLE, strong=True, parent=self)
        self.figures = LiveLabel("", role=Role.MUTED, parent=self)
        self.bar = ThinProgressBar(self)
        self.attention = Button("", "quiet", shape=icons.Shape.WARNING, role=Role.WARN, parent=self)
        self.attention.clicked.connect(self.attention_wanted)
        self.retry = Button("", shape=icons.Shape.AGAIN, parent=self)
        self.retry.clicked.connect(self.retry_wanted)
        self.tidy = Button("", parent=self)
        self.tidy.clicked.connect(self.tidy_wanted)
        self.stop = Button("", parent=self)
        self.stop.clicked.connect(self.stop_wanted)
        self.pause = Button("", parent=self)
        self.pause.clicked.connect(self.pause_wanted)
        self.go_on = Button("", parent=self)
        self.go_on.clicked.connect(self.resume_wanted)
        self.send = Button("", "primary", parent=self)
        self.send.clicked.connect(self.send_wanted)

        top = FlowLayout(Space.M)
        top.add_leading(self.summary)
        top.add_trailing(self.attention)
        below = FlowLayout()
        below.add_leading(self.figures)
        self._low = False
        self._buttons = (self.tidy, self.stop, self.pause, self.go_on, self.retry, self.send)
        below.add_trailing(*self._buttons)
        self._inner = inner = QVBoxLayout()
        inner.addLayout(top)
        inner.addWidget(self.bar)
        inner.addLayout(below)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(horizontal_line(self))
        column.addLayout(inner)
        self.set_compact(False)
        on_language_change(self, self.retranslate_ui)

    def set_compact(self, low: bool) -> None:
        """Take no more lines than the buttons need: a bar that shows nothing and figures without room go."""
        self._low = low
        keeps_its_place = self.bar.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(not low)
        self.bar.setSizePolicy(keeps_its_place)
        above, below, gap = (Space.S, Space.S, Space.XS) if low else (Space.M, Space.L, Space.S)
        self._inner.setContentsMargins(Space.XL, above, Space.XL, below)
        self._inner.setSpacing(gap)
        self._keep_height()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._low:
            self.figures.show()
            return
        buttons = [button for button in self._buttons if not button.isHidden()]
        self.figures.setVisible(in_one_line(self.figures, *buttons, gap=Space.S) <= self.width() - 2 * Space.XL)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "send"):
            self._keep_height()

    def _keep_height(self) -> None:
        """Make both lines as high as their buttons, also while these are hidden: nothing above them moves then."""
        self.summary.setMinimumHeight(0 if self._low else self.attention.sizeHint().height())
        self.figures.setMinimumHeight(self.send.sizeHint().height())

    def retranslate_ui(self) -> None:
        self.bar.setAccessibleName(self.tr("Progress of all files"))
        self.attention.setAccessibleDescription(self.tr("Shows only the files that need your attention"))
        self.retry.setAccessibleDescription(self.tr("Tries the failed files that may succeed now"))
        self.tidy.setText(self.tr("Remove finished"))
        self.tidy.setAccessibleDescription(
            self.tr("Removes uploaded and cancelled files from the list. The files themselves aren't deleted.")
        )
        self.tidy.setToolTip(self.tidy.accessibleDescription())
        self.stop.setText(self.tr("Stop all"))
        self.stop.setAccessibleDescription(self.tr("Cancels every file that is uploading or waiting"))
        self.pause.setText(self.tr("Pause"))
        self.pause.setAccessibleDescription(self.tr("Finishes the uploads under way and starts no more"))
        self.go_on.setAccessibleDescription(self.tr("Resumes sending"))

    def show_outlook(self, outlook: Outlook) -> None:
        """Show these totals."""
        self._column.setEnabled(False)  # else each part that comes or goes has the whole window laid out at once
        self._show(outlook)
        self._column.setEnabled(True)

    def _show(self, outlook: Outlook) -> None:
        totals = outlook.totals
        self.summary.setText(self._headline(outlook))
        self.figures.setText(self._figures(outlook))
        self._show_bar(outlook)
        self.attention.setVisible(totals.attention > 0)
        self.attention.setText(self.tr("%Ln file(s) need(s) your attention", None, totals.attention))
        self.stop.setVisible(outlook.underway > 0)
        self.retry.setVisible(outlook.retryable > 0)
        self.retry.setText(self.tr("Retry %Ln file(s)", None, outlook.retryable))
        self.pause.setVisible(outlook.pausable)
        self.go_on.setVisible(outlook.resumable)
        self.go_on.setText(self.tr("Resume %Ln file(s)", None, totals.held) if totals.held else self.tr("Resume"))
        self.go_on.set_kind("" if outlook.ready_here and not totals.paused else "primary")
        self.retry.set_kind("primary" if self._says_what_failed(outlook) else "")
        self.tidy.setVisible(outlook.underway == 0 and totals.settled + totals.cancelled > 0)
        self._show_send(outlook)
        self._fit()

    def _show_send(self, outlook: Outlook) -> None:
        account = outlook.account
        self.send.setVisible(outlook.ready_here > 0 and account is not None)
        if account is None:
            return
        environment = wording.environment(account.environment)
        words = {"environment": environment.badge, "account": _short(wording.account(account))}
        if wording.account(account) == environment.name:
            text = self.tr("Send %Ln file(s) to {environment}", None, outlook.ready_here)
        else:
            text = self.tr("Send %Ln file(s) to {environment} — {account}", None, outlook.ready_here)
        self.send.setText(fill(text, words).replace("&", "&&"))
        self.send.setToolTip(f"{environment.explanation}\n{account.base_url}".strip())
        self.send.setAccessibleDescription(environment.explanation)
        kind = "production" if account.environment is Environment.PRODUCTION else "primary"
        self.send.set_kind("" if outlook.underway else kind)  # the headline speaks of those on their way

    def _says_what_failed(self, outlook: Outlook) -> bool:
        """Tell whether nothing is left to be done but to retry."""
        totals = outlook.totals
        return not (outlook.underway or totals.ready or totals.checking) and outlook.retryable > 0

    def _show_bar(self, outlook: Outlook) -> None:
        totals = outlook.totals
        if outlook.underway:
            held = totals.paused or totals.offline
            self.bar.show_share(totals.bytes_done, totals.bytes_total, "muted" if held else "")
        elif totals.in_clears_hands and not (totals.ready or totals.checking):
            self.bar.show_share(totals.done - totals.in_clears_hands, totals.done, "")
        else:
            over = not (totals.ready or totals.checking)
            every = totals.done + totals.cancelled + outlook.failed
            self.bar.show_share(totals.settled * over, max(every, 1), "good" if outlook.all_well else "warn")
        self.bar.setVisible(bool(outlook.underway) or self.bar.value() > 0)

    def _headline(self, outlook: Outlook) -> str:
        totals = outlook.totals
        if outlook.underway:
            if totals.paused:
                return self.tr("Paused, %Ln file(s) waiting", None, outlook.underway)
            if totals.offline:
                return self.tr("No network, %Ln file(s) waiting", None, outlook.underway)
            if not totals.sending:
                return self.tr("%Ln file(s) waiting", None, outlook.underway)
            return self.tr("Sending… %Ln file(s) left", None, outlook.underway)
        if outlook.ready_here:
            return self.tr("%Ln file(s) ready to send", None, outlook.ready_here)
        if totals.checking:
            return self.tr("Checking %Ln file(s)…", None, totals.checking)
        if totals.ready:  # there is no button for these
            return self.tr("%Ln file(s) ready to send with another account", None, totals.ready)
        return self.ending(totals) if totals.done else self.tr("Nothing to send")

    def ending(self, totals: Totals) -> str:
        """Return what becomes of the uploaded files, or has become of them."""
        if not totals.in_clears_hands:
            return self.outcome(totals)
        if totals.processing:
            return self.tr("Clear is processing %Ln file(s)", None, totals.in_clears_hands)
        if totals.offline:
            return self.tr("No network. %Ln file(s) not submitted yet", None, totals.planned)
        return self.tr("%Ln file(s) not submitted to Clear yet", None, totals.planned)

    def outcome(self, totals: Totals) -> str:
        """Return what has become of the uploaded files so far."""
        if totals.taken_in and totals.not_taken_in:
            taken = self.tr("%Ln file(s) imported", None, totals.taken_in)
            return f"{taken}  ·  {self.tr('%Ln rejected by the import', None, totals.not_taken_in)}"
        if totals.not_taken_in:
            return self.tr("Import of %Ln file(s) rejected", None, totals.not_taken_in)
        all_well = not (totals.attention or totals.cancelled)
        if totals.taken_in and totals.taken_in == totals.done and all_well:
            return self.tr("All done: %Ln file(s) imported", None, totals.taken_in)
        if totals.taken_in:
            return self.tr("%Ln file(s) imported", None, totals.taken_in)
        if all_well:
            return self.tr("All done: %Ln file(s) uploaded", None, totals.done)
        return self.tr("%Ln file(s) uploaded", None, totals.done)

    def _figures(self, outlook: Outlook) -> str:
        totals = outlook.totals
        elsewhere = totals.ready and not outlook.ready_here and not (outlook.underway or totals.checking)
        parts: list[str] = []
        if outlook.underway and totals.bytes_total:
            amount = {"done": formatting.size(totals.bytes_done), "total": formatting.size(totals.bytes_total)}
            parts.append(fill(self.tr("{done} of {total}"), amount))
        if totals.sending and totals.bytes_per_second and not (totals.paused or totals.offline):
            parts.append(formatting.speed(totals.bytes_per_second))
        parts += self._time(totals)
        parts += self._done_so_far(totals, busy=bool(outlook.underway or totals.ready or totals.checking))
        if totals.checking and outlook.ready_here:
            parts.insert(0, self.tr("%Ln still being checked", None, totals.checking))
        if elsewhere:
            parts.insert(0, self.tr("To send, choose that account above"))
        elif totals.ready - outlook.ready_here > 0:
            parts.append(self.tr("%Ln for another account", None, totals.ready - outlook.ready_here))
        if totals.cancelled:
            parts.append(self.tr("%Ln cancelled", None, totals.cancelled))
        if totals.ready and not parts:
            return self.tr("Nothing is sent until you press Send")
        return "  ·  ".join(parts)

    def _time(self, totals: Totals) -> list[str]:
        """When it is over, or goes on."""
        if totals.paused or not totals.sending + totals.waiting:
            return []
        if totals.offline:
            return [self.tr("resumes automatically")]
        if not totals.sending or totals.seconds_left is None:
            return []
        return [formatting.time_left(totals.seconds_left)]

    def _done_so_far(self, totals: Totals, *, busy: bool) -> list[str]:
        """Return what the headline does not say. `busy`: it speaks of files that are not uploaded yet."""
        parts: list[str] = []
        if busy and totals.done:
            parts.append(self.tr("%Ln uploaded", None, totals.done))
        if busy and totals.in_clears_hands:
            parts.append(self.tr("%Ln being processed", None, totals.in_clears_hands))
        if busy or totals.in_clears_hands:
            parts += [self.tr("%Ln imported", None, totals.taken_in)] if totals.taken_in else []
            parts += [self.tr("%Ln rejected by the import", None, totals.not_taken_in)] if totals.not_taken_in else []
        only = totals.done - totals.in_clears_hands - totals.taken_in - totals.not_taken_in
        if not busy and only and only < totals.done:
            parts.append(self.tr("%Ln uploaded, not imported", None, only))
        return parts


def _short(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1].rstrip() + "…"
