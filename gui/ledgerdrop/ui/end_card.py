"""Sum up an ended batch: what was sent, for whom, in how long, and what is left to do."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import ReceiptQuery, receipt_for
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.transfers import Summary, TransferItem
from ledgerdrop.transfer.journal_worker import History
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.banner import ClosableMessage
from ledgerdrop.ui.desktop import SummaryFollower
from ledgerdrop.ui.history import receipts
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import fill, isolated, on_language_change, visible
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label, say_aloud

now = time.time
_MOST_NAMED = 3  # accounts


@dataclass(frozen=True)
class Batch:
    """Holds what was uploaded since the queue last ran empty, from `began` on (seconds since the epoch)."""

    items: tuple[TransferItem, ...]
    accounts: Mapping[str, Account]
    began: float
    summary: Summary


class EndCard(ClosableMessage):
    """Shows one batch until it is closed, or the next one begins."""

    def __init__(self, history: History, batch: Batch, parent: QWidget) -> None:
        super().__init__(parent, strong=True)
        self._history = history
        self._saving: Path | None = None
        history.exported.connect(self._on_saved)
        history.failed.connect(self._on_not_saved)
        self._batch = batch
        self.figures = Label("", wrap=True, parent=self)
        self.copy = Button("", clicked=self._on_copy, parent=self)
        self.pdf = Button("", clicked=self._on_pdf, parent=self)
        self.add_buttons(self.copy, self.pdf)
        self.grid.addWidget(self.figures, 1, 1)
        on_language_change(self, self._retranslate_ui)

    def tell(self, batch: Batch) -> None:
        """Show a batch."""
        self._batch = batch
        self.set_tone("good" if batch.summary.all_well else "warn")
        self._retranslate_ui()
        self.show()

    def update_left(self, summary: Summary) -> None:
        """Show what is left to do by now of the batch."""
        if not self.isHidden() and self._left(self._batch.summary) != self._left(summary):
            self.tell(replace(self._batch, summary=summary))

    def arrange(self) -> None:
        super().arrange()
        self.figures.setVisible(self.brief.isHidden() and not self.is_short)

    def _retranslate_ui(self) -> None:
        self.copy.set_words(self.tr("Copy receipts"), self.tr("Copies what proves each upload, as text"))
        self.pdf.set_words(self.tr("Save as PDF…"), self.tr("Saves the receipts as a document to print or share"))
        self.name_cross(self.tr("Close this summary"))
        self.figures.setText("  ·  ".join(self._parts(self._batch)))
        self.write(self._headline(self._batch), offer=(self.copy, self.pdf))

    def _headline(self, batch: Batch) -> str:
        ids = dict.fromkeys(item.account_id for item in batch.items)
        names = [self._name(account) for id_ in ids if (account := batch.accounts.get(id_)) is not None]
        words = self.tr("%Ln file(s) uploaded for {accounts}", None, len(batch.items))
        told = ", ".join(names) if len(names) <= _MOST_NAMED else self.tr("%Ln account(s)", None, len(names))
        self.words.setToolTip(language.plain("\n".join(names)))
        return fill(words, {"accounts": told})

    def _name(self, account: Account) -> str:
        environment, name = wording.environment(account.environment).name, wording.account(account)
        return isolated(name if name == environment else f"{name} — {environment}")

    def _parts(self, batch: Batch) -> list[str]:
        sent = [item.uploaded for item in batch.items if item.uploaded]
        seconds = max(one.finished_at for one in sent) - batch.began  # until the last file was confirmed
        took = {"size": formatting.size(sum(one.size for one in sent)), "time": formatting.duration(seconds)}
        return [fill(self.tr("{size} in {time}"), took), *(self._left(batch.summary) or [self.tr("nothing is left")])]

    def _left(self, summary: Summary) -> list[str]:
        parts = (
            (summary.failed, self.tr("%Ln not sent", None, summary.failed)),
            (summary.duplicates, self.tr("%Ln the same as others", None, summary.duplicates)),
            (summary.cancelled, self.tr("%Ln cancelled", None, summary.cancelled)),
            (summary.waiting_for_me, self.tr("%Ln still to be sent", None, summary.waiting_for_me)),
        )
        return [words for count, words in parts if count]

    def _on_copy(self) -> None:
        known = self._batch.accounts
        sent = [item for item in self._batch.items if item.account_id in known]
        proofs = [receipt_for(item.uploaded, known[item.account_id], item.path) for item in sent if item.uploaded]
        QGuiApplication.clipboard().setText("\n\n".join(map(receipts.details, proofs)))
        self._say(self.tr("Receipts copied"))

    def _on_pdf(self) -> None:
        receipts.ask_where(self.window(), self.save_pdf)

    def save_pdf(self, path: str) -> None:
        """Write the receipts of the batch as PDF."""
        self._saving = Path(path)
        query = ReceiptQuery(since=self._batch.began)
        self._history.export(self._saving, query, receipts.export_words(), receipts.form_for(self))

    def _on_saved(self, path: Path) -> None:
        if path == self._saving:
            self._saving = None
            self._say(fill(self.tr("Saved as {name}"), {"name": visible(path.name)}))

    def _on_not_saved(self, problem: Problem) -> None:
        if self._saving is not None:
            self._saving = None
            self._say(wording.problem(problem).together)

    def _say(self, text: str) -> None:
        self.figures.setText(text)
        say_aloud(self.window(), text)


class EndController(SummaryFollower):
    """Notes when a batch begins, and shows its card in the layout `place` when it ends."""

    def __init__(self, queue: TransferQueue, accounts: Callable[[], Mapping[str, Account]], window: QWidget) -> None:
        super().__init__(queue, window)
        self._accounts = accounts
        self.place = QVBoxLayout()
        self._began = 0.0
        self._short = False
        self.card: EndCard | None = None

    def shorten(self, short: bool) -> None:
        """Give the card one line where there is little room."""
        self._short = short
        if self.card is not None:
            self.card.shorten(short)

    def compare(self, before: Summary, summary: Summary) -> None:
        if summary.under_way and not (before.sent and self._began):
            self._began = now()
            if self.card is not None:
                self.card.hide()
        elif before.sent and not summary.sent:
            self._show(summary)
        elif self.card is not None:
            self.card.update_left(summary)

    def _show(self, summary: Summary) -> None:
        rows = (self._queue.entry(row) for row in self._queue.ids())
        items = tuple(row for row in rows if row.uploaded is not None and row.uploaded.finished_at >= self._began)
        if not items:
            return
        batch = Batch(items, self._accounts(), self._began, summary)
        if self.card is None:
            self.card = EndCard(self._queue.history, batch, self._window)
            self.card.shorten(self._short)
            self.place.addWidget(self.card)
        self.card.tell(batch)
