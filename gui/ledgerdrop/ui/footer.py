"""Show at the bottom of the window how all files together are doing, and the one button that sends."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.transfers import Summary
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import fill, isolated, on_language_change
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import NAME_PLACE, Button, NamingButton
from ledgerdrop.ui.widgets.labels import LiveLabel
from ledgerdrop.ui.widgets.layout import FlowLayout, ThinProgressBar, arranged, horizontal_line, in_one_line

_NAME = 26  # characters of an account's name for which the button asks for room


class Footer(QWidget):
    """Sums up all files, and offers what can be done with them; the window connects its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.summary = LiveLabel(Type.TITLE, strong=True, parent=self)
        self.summary.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for those whose screen reader hears no announcements
        self.figures = LiveLabel(Type.BODY, role=Role.MUTED, parent=self)
        self.bar = ThinProgressBar(self)
        self.attention = Button("", "quiet", shape=icons.Shape.WARNING, role=Role.WARN, parent=self)
        self.tidy, self.stop, self.pause, self.go_on = (Button("", parent=self) for _ in range(4))
        self.send = NamingButton("primary", least=_NAME, parent=self)

        self.buttons = (self.tidy, self.stop, self.pause, self.go_on, self.send)
        top = FlowLayout(self.summary, trailing=[self.attention], gap=Space.M)
        below = FlowLayout(self.figures, trailing=self.buttons)
        self._inner = arranged(QVBoxLayout(), top, self.bar, below)
        self._column = arranged(QVBoxLayout(self), horizontal_line(self), self._inner, gap=0)
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

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        buttons = [button for button in self.buttons if not button.isHidden()]
        room = self.width() - 2 * Space.XL
        self.figures.setVisible(not self._low or in_one_line(self.figures, *buttons, gap=Space.S) <= room)

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
        tidies = self.tr("Removes uploaded and cancelled files from the list. The files themselves aren't deleted.")
        self.tidy.set_words(self.tr("Remove finished"), tidies)
        self.tidy.setToolTip(tidies)
        self.stop.set_words(self.tr("Stop all"), self.tr("Cancels every file that is uploading or waiting"))
        self.pause.set_words(self.tr("Pause"), self.tr("Finishes the uploads under way and starts no more"))
        self.go_on.setAccessibleDescription(self.tr("Sends what is paused, and retries what may succeed now"))

    def show_summary(self, summary: Summary, accounts: Mapping[str, Account]) -> None:
        """Show this summary; `accounts` by their IDs."""
        self._column.setEnabled(False)  # else each part that comes or goes has the whole window laid out at once
        self.summary.setText(self.headline(summary))
        self.figures.setText(self._figures(summary))
        if not self.summary.hasFocus():
            self.summary.setAccessibleDescription(self.figures.text())
        self._show_bar(summary)
        self.attention.setVisible(summary.attention > 0)
        self.attention.setText(self.tr("%Ln file(s) need(s) your attention", None, summary.attention))
        self.stop.setVisible(summary.sent > 0)
        self.pause.setVisible(summary.under_way > 0 and not summary.paused)
        self.tidy.setVisible(summary.sent == 0 and summary.settled + summary.cancelled > 0)
        self._show_go_on(summary)
        self._show_send(summary, accounts)
        self._fit()
        self._column.setEnabled(True)

    def _show_go_on(self, summary: Summary) -> None:
        self.go_on.setVisible(summary.paused or summary.resumable > 0)
        if summary.paused or not summary.resumable:
            self.go_on.setText(self.tr("Resume"))
        elif summary.held:
            self.go_on.setText(self.tr("Resume %Ln file(s)", None, summary.resumable))
        else:
            self.go_on.setText(self.tr("Retry %Ln file(s)", None, summary.resumable))
        held_back = summary.paused or (summary.held > 0 and not summary.under_way)
        nothing_else = not (summary.sent or summary.ready or summary.checking)
        self.go_on.set_kind("primary" if held_back or nothing_else else "")

    def _show_send(self, summary: Summary, accounts: Mapping[str, Account]) -> None:
        self.send.setVisible(summary.ready > 0)
        owners = [(accounts[owner], count) for owner, count in summary.ready_for if owner in accounts]
        if not owners:
            self.send.put(self.tr("Send %Ln file(s)", None, summary.ready), "")
            return
        environments = {owner.environment: wording.environment(owner.environment) for owner, _ in owners}
        production = environments.get(Environment.PRODUCTION)
        first, alone = owners[0][0], len(owners) == 1
        name, environment = wording.account(first), environments[first.environment]
        account = name if alone else self.tr("%Ln account(s)", None, len(owners))
        words = {"environment": (production or environment).badge, "account": NAME_PLACE}
        if len(environments) > 1 and production:
            text = self.tr("Send %Ln file(s) — {account}, incl. {environment}", None, summary.ready)
        elif len(environments) > 1:  # the tooltip names them
            text = self.tr("Send %Ln file(s) — {account}", None, summary.ready)
        elif alone and name == environment.name:
            text = self.tr("Send %Ln file(s) to {environment}", None, summary.ready)
        else:
            text = self.tr("Send %Ln file(s) to {environment} — {account}", None, summary.ready)
        self.send.put(fill(text, words), account)
        told = [f"{isolated(wording.account_with_environment(one))}: {formatting.number(n)}" for one, n in owners]
        if alone:
            told = [line for line in (environment.explanation, first.base_url) if line]
        self.send.setToolTip(language.plain("\n".join([isolated(name), *told] if alone else told)))
        self.send.setAccessibleDescription("\n".join(told))
        kind = "production" if production else "primary"
        self.send.set_kind("" if summary.sent else kind)  # the headline speaks of those on their way

    def _show_bar(self, summary: Summary) -> None:
        over = not (summary.ready or summary.checking)
        if summary.sent:
            held = summary.paused or summary.offline or not summary.under_way
            self.bar.show_share(summary.bytes_done, summary.bytes_total, "muted" if held else "")
        elif summary.importing and over:
            self.bar.show_share(summary.done - summary.importing, summary.done, "")
        else:
            every = summary.files - summary.duplicates
            self.bar.show_share(summary.settled * over, max(every, 1), "good" if summary.all_well else "warn")
        self.bar.setVisible(summary.sent > 0 or self.bar.value() > 0)

    def headline(self, summary: Summary) -> str:
        """Return what matters most now, which the one primary button is about."""
        if summary.under_way and not summary.paused:
            if summary.offline:
                return self.tr("No network, %Ln file(s) waiting", None, summary.under_way)
            return self.tr("Sending… %Ln file(s) left", None, summary.under_way)
        if summary.sent and summary.paused:
            return self.tr("Paused, %Ln file(s) waiting", None, summary.sent)
        if summary.held:
            return self.tr("%Ln file(s) waiting", None, summary.resumable)
        if summary.ready:
            return self.tr("%Ln file(s) ready to send", None, summary.ready)
        if summary.checking:
            return self.tr("Checking %Ln file(s)…", None, summary.checking)
        if summary.retryable:
            return self.tr("%Ln failed file(s) can be retried", None, summary.retryable)
        return self.ending(summary) if summary.done else self.tr("Nothing to send")

    def closing(self, summary: Summary) -> str:
        """Return how the transfer ended, when nothing that was sent is under way any more."""
        return self.ending(summary) if summary.done else self.headline(summary)

    def ending(self, summary: Summary) -> str:
        """Return what becomes of the uploaded files, or has become of them."""
        if not summary.importing:
            return self.outcome(summary)
        if summary.processing:
            return self.tr("Clear is processing %Ln file(s)", None, summary.importing)
        if summary.offline:
            return self.tr("No network. %Ln file(s) not submitted yet", None, summary.planned)
        return self.tr("%Ln file(s) not submitted to Clear yet", None, summary.planned)

    def outcome(self, summary: Summary) -> str:
        """Return what has become of the uploaded files so far."""
        if summary.imported and summary.import_rejected:
            imported = self.tr("%Ln file(s) imported", None, summary.imported)
            return f"{imported}  ·  {self.tr('%Ln rejected by the import', None, summary.import_rejected)}"
        if summary.import_rejected:
            return self.tr("Import of %Ln file(s) rejected", None, summary.import_rejected)
        if summary.imported and summary.imported == summary.done and summary.all_well:
            return self.tr("All done: %Ln file(s) imported", None, summary.imported)
        if summary.imported:
            return self.tr("%Ln file(s) imported", None, summary.imported)
        if summary.all_well:
            return self.tr("All done: %Ln file(s) uploaded", None, summary.done)
        return self.tr("%Ln file(s) uploaded", None, summary.done)

    def _figures(self, summary: Summary) -> str:
        moving = summary.under_way and not summary.paused
        sending, left = moving and not summary.offline, summary.seconds_left
        amount = {"done": formatting.size(summary.bytes_done), "total": formatting.size(summary.bytes_total)}
        parts = (
            self.tr("%Ln still being checked", None, summary.checking) if summary.checking and summary.ready else "",
            fill(self.tr("{done} of {total}"), amount) if summary.sent and summary.bytes_total else "",
            self.tr("resumes automatically") if moving and summary.offline else "",
            formatting.speed(summary.bytes_per_second) if sending and summary.bytes_per_second else "",
            formatting.time_left(left) if sending and left is not None else "",
            self.tr("%Ln paused", None, summary.held) if moving and summary.held else "",
            *self._done_so_far(summary),
            self.tr("%Ln cancelled", None, summary.cancelled) if summary.cancelled else "",
        )
        nothing = self.tr("Nothing is sent until you press Send") if summary.ready else ""
        return "  ·  ".join(filter(None, parts)) or nothing

    def _done_so_far(self, summary: Summary) -> list[str]:
        """Return the numbers that the headline leaves out."""
        busy = summary.sent or summary.ready or summary.checking or summary.retryable
        importing, imported, rejected = summary.importing, summary.imported, summary.import_rejected
        only = summary.done - importing - imported - rejected
        parts = (
            (busy and summary.done, self.tr("%Ln uploaded", None, summary.done)),
            (busy and importing, self.tr("%Ln being processed", None, importing)),
            ((busy or importing) and imported, self.tr("%Ln imported", None, imported)),
            ((busy or importing) and rejected, self.tr("%Ln rejected by the import", None, rejected)),
            (not busy and 0 < only < summary.done, self.tr("%Ln uploaded, not imported", None, only)),
        )
        return [words for told, words in parts if told]
