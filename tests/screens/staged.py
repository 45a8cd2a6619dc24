"""A queue and settings that show what they are told to: for pictures, layout and painting, where no file is sent.

They have the signals and reads of the real ones; the journeys of tests/window use the real ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.folder_rules import FolderRules
from ledgerdrop.model.ingestion import IngestionOptions, IngestionStatus
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.receipts import Receipt, ReceiptQuery, ReceiptsOverview
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State, Totals, TransferItem
from ledgerdrop.transfer.history import PAGE, ReceiptPage


class StagedQueue(QObject):
    """Rows as they are put; `asked` remembers the actions that the window asked for."""

    added = Signal(list)
    changed = Signal(list)
    removed = Signal(list)
    reordered = Signal()
    totals_changed = Signal(object)
    account_refused = Signal(str, object)
    notice = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[int, TransferItem] = {}
        self._totals = Totals()
        self.history = StagedHistory()
        self.asked: list[tuple[Any, ...]] = []
        self.rules = FolderRules()

    def put(self, entries: Sequence[TransferItem], **totals: Any) -> None:
        """Add rows; totals are counted, and completed by those given."""
        for entry in entries:
            self._entries[entry.id] = entry
        self.added.emit([entry.id for entry in entries])
        self.count(**totals)

    def change(self, entry: TransferItem, **totals: Any) -> None:
        """Put another value in a row."""
        self._entries[entry.id] = entry
        self.changed.emit([entry.id])
        self.count(**totals)

    def count(self, **totals: Any) -> None:
        """Tell the totals."""
        states = Counter(entry.state for entry in self._entries.values())
        intakes = Counter(entry.intake for entry in self._entries.values() if entry.state is State.UPLOADED)
        counted = Totals(
            done=states[State.UPLOADED],
            waiting=states[State.QUEUED] + states[State.PAUSED],
            held=states[State.PAUSED],
            ready=states[State.READY],
            active=states[State.CHECKING] + states[State.SENDING] + states[State.RETRYING],
            checking=states[State.CHECKING],
            attention=sum(entry.needs_attention for entry in self._entries.values()),
            cancelled=states[State.CANCELLED],
            planned=intakes[IngestionStatus.PLANNED]
            + intakes[IngestionStatus.WAITING]
            + intakes[IngestionStatus.ASKED],
            processing=intakes[IngestionStatus.PROCESSING],
            taken_in=intakes[IngestionStatus.TAKEN_IN] + intakes[IngestionStatus.FOUND],
            not_taken_in=intakes[IngestionStatus.NOT_TAKEN_IN],
            settled=intakes[None] + intakes[IngestionStatus.TAKEN_IN] + intakes[IngestionStatus.FOUND],
        )
        self._totals = replace(counted, **totals)
        self.totals_changed.emit(self._totals)

    def reorder(self, ids: Sequence[int]) -> None:
        """Put the rows in another order."""
        self._entries = {id_: self._entries[id_] for id_ in ids}
        self.reordered.emit()

    def forget(self, id_: int) -> None:
        """Let a row be gone before anybody was told."""
        del self._entries[id_]

    def clear(self) -> None:
        """Nothing is under way any more, so that closing asks nothing."""
        self._totals = Totals()
        self.totals_changed.emit(self._totals)

    def entry(self, id_: int) -> TransferItem:
        return self._entries[id_]

    def ids(self) -> list[int]:
        return list(self._entries)

    def totals(self) -> Totals:
        return self._totals

    def remove(self, ids: Sequence[int]) -> None:
        self.asked.append(("remove", list(ids)))
        for id_ in ids:
            del self._entries[id_]
        self.removed.emit(list(ids))
        self.count()

    def recheck_changed(self) -> None:
        pass  # there are no files

    def bring_back(self, items: Sequence[TransferItem]) -> None:
        self.asked.append(("bring_back", [item.id for item in items]))
        self.put(items)

    def add(self, paths: Sequence[Path], account: Account) -> None:
        self.asked.append(("add", list(paths), account))

    def route(self, rules: FolderRules) -> None:
        self.rules = rules

    def send(self, ids: Sequence[int] | None = None) -> None:
        self.asked.append(("send", ids))

    def send_selected(self, ids: Sequence[int]) -> None:
        self.asked.append(("send_selected", list(ids)))

    def move_to_account(self, ids: Sequence[int], account: Account) -> None:
        self.asked.append(("move_to_account", list(ids), account))

    def send_anyway(self, ids: Sequence[int]) -> None:
        self.asked.append(("send_anyway", list(ids)))

    def send_as(self, id_: int, name: str) -> None:
        self.asked.append(("send_as", id_, name))

    def cancel(self, ids: Sequence[int]) -> None:
        self.asked.append(("cancel", list(ids)))

    def retry(self, ids: Sequence[int]) -> None:
        self.asked.append(("retry", list(ids)))

    def pause(self, ids: Sequence[int] | None = None) -> None:
        self.asked.append(("pause", ids))

    def resume(self, ids: Sequence[int] | None = None) -> None:
        self.asked.append(("resume", ids))

    def move(self, ids: Sequence[int], to_index: int) -> None:
        self.asked.append(("move", list(ids), to_index))

    def try_account(self, account_id: str) -> None:
        self.asked.append(("try_account", account_id))

    def after_upload(self, id_: int) -> IngestionOptions | None:
        taking_in = self._entries[id_].taking_in
        return taking_in.how if taking_in else None

    def taken_in_together(self, id_: int) -> bool:
        return len(self.batch_mates([id_])) > 1

    def batch_mates(self, ids: Sequence[int]) -> list[int]:
        batches = {taking_in.batch for id_ in ids if (taking_in := self._entries[id_].taking_in)}
        return [e.id for e in self._entries.values() if e.taking_in and e.taking_in.batch in batches]

    def take_in_again(self, ids: Sequence[int]) -> None:
        self.asked.append(("take_in_again", list(ids)))

    def found_in_clear(self, ids: Sequence[int]) -> None:
        self.asked.append(("found_in_clear", list(ids)))

    def note_contents(self, id_: int, contents: Contents) -> None:
        self.asked.append(("note_contents", id_, contents))

    def ask_now(self, ids: Sequence[int]) -> None:
        self.asked.append(("ask_now", list(ids)))

    def clear_finished(self) -> None:
        self.asked.append(("clear_finished",))

    def shutdown(self) -> None:
        self.asked.append(("shutdown",))


class StagedHistory(QObject):
    """Receipts as they are put, in pages like the real ones; `asked` remembers the rest."""

    page = Signal(object)
    overview = Signal(object)
    exported = Signal(object)
    cleared = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.receipts: list[Receipt] = []  # the newest first
        self.asked: list[tuple[Any, ...]] = []

    def look_around(self) -> None:
        accounts = dict.fromkeys((one.account_id, one.account_name) for one in self.receipts)
        days = dict.fromkeys(datetime.fromtimestamp(one.uploaded.finished_at, UTC).date() for one in self.receipts)
        self.overview.emit(ReceiptsOverview(tuple(accounts), tuple(days)))

    def find(self, query: ReceiptQuery, after: int | None = None) -> None:
        self.asked.append(("find", query, after))
        found = [
            one
            for one in self.receipts
            if query.text in one.uploaded.name and query.account_id in ("", one.account_id)
        ]
        rest = [one for one in found if after is None or one.id < after]
        self.page.emit(ReceiptPage(query, after, tuple(rest[:PAGE]), len(found)))

    def export(self, path: Path, query: ReceiptQuery, headings: Sequence[str], write: Any = None) -> None:
        self.asked.append(("export", path, query, headings, write))
        self.exported.emit(path)

    def clear(self) -> None:
        self.receipts.clear()
        self.cleared.emit()


class StagedKeeper(QObject):
    """Settings as they are put; `asked` remembers what it was asked for."""

    loaded = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    token_place = Signal(str)
    checked = Signal(str, object)
    imported = Signal(int, int)
    exported = Signal(str)
    signed_in = Signal(str)
    signed_out = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.asked: list[tuple[Any, ...]] = []

    def load(self) -> None:
        self.loaded.emit(self.settings)

    def save(self, account: Account, token: str | None = None, *, session_only: bool = False) -> None:
        self.asked.append(("save", account, token, session_only))

    def change(self, update: Callable[[Settings], Settings]) -> None:
        self.asked.append(("change", update(self.settings)))

    def use(self, account_id: str) -> None:
        self.asked.append(("use", account_id))

    def remove(self, account_id: str) -> None:
        self.asked.append(("remove", account_id))

    def import_accounts(self, path: Path) -> None:
        self.asked.append(("import", path))

    def export_accounts(self, path: Path) -> None:
        self.asked.append(("export", path))

    def sign_in(self, proxy: str, user: str, password: str, *, session_only: bool = False) -> None:
        self.asked.append(("sign_in", proxy, user, password, session_only))

    def sign_out(self, proxy: str) -> None:
        self.asked.append(("sign_out", proxy))

    def test(self, account_id: str) -> None:
        self.asked.append(("test", account_id))
