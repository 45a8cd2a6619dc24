"""Stage a queue and settings that show what they are told: for pictures, layout and painting; no file is sent.

They have the signals and reads of the real ones; the journeys of tests/window use the real ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import Receipt, ReceiptQuery, ReceiptsOverview
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import FolderRules, Settings
from ledgerdrop.model.transfers import State, Stop, Summary, TransferItem
from ledgerdrop.transfer.file_table import FileTable, TransferStats
from ledgerdrop.transfer.journal_worker import PAGE, ReceiptPage


class StagedQueue(QObject):
    """Holds rows as they are put; `asked` remembers the actions that the window asked for."""

    added = Signal(list)
    changed = Signal(list)
    removed = Signal(list)
    reordered = Signal()
    summed_up = Signal(object)
    notice = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._table = FileTable()
        self._stats = TransferStats(self._table, lambda: 0.0)
        self._stops: list[Stop] = []
        self._summary = Summary()
        self.history = StagedHistory()
        self.asked: list[tuple[Any, ...]] = []
        self.rules = FolderRules()

    def put(self, entries: Sequence[TransferItem], **given: Any) -> None:
        """Add rows; they are summed up, completed by what is given."""
        for entry in entries:
            self._table.append(entry)
        self.added.emit([entry.id for entry in entries])
        self.count(**given)

    def change(self, entry: TransferItem, **given: Any) -> None:
        """Put another value in a row."""
        self._table.put(entry)
        self.changed.emit([entry.id])
        self.count(**given)

    def count(self, **given: Any) -> None:
        """Sum up all rows."""
        counted = self._stats.summary(paused=False, offline=False, stops=self._stops)
        self._tell(replace(counted, **given))

    def stop(self, account_id: str, problem: Problem, item_id: int = -1) -> None:
        """Let the files of an account wait, one of which is listed for it if there is none."""
        if not self._table.by_account[account_id, State.PAUSED]:
            waiting = TransferItem(4711, Path("waiting.csv"), "waiting.csv", account_id, State.PAUSED)
            self._table.append(waiting)
            self.added.emit([waiting.id])
        self._stops.append(Stop(account_id, problem, item_id, len(self._stops) + 1))
        self.count(bytes_done=self._summary.bytes_done, bytes_total=self._summary.bytes_total)

    def reorder(self, ids: Sequence[int]) -> None:
        """Put the rows in another order."""
        self._table.arrange(ids)
        self.reordered.emit()

    def forget(self, id_: int) -> None:
        """Let a row be gone before anybody was told."""
        self._table.remove([id_])

    def clear(self) -> None:
        """End everything that is under way, so that closing asks nothing."""
        self._tell(Summary())

    def _tell(self, summary: Summary) -> None:
        self._summary = summary
        self.summed_up.emit(summary)

    def entry(self, id_: int) -> TransferItem:
        return self._table[id_]

    def ids(self) -> list[int]:
        return self._table.ids()

    def in_state(self, *states: State) -> list[int]:
        return self._table.in_state(*states)

    def summary(self) -> Summary:
        return self._summary

    def set_aside(self, id_: int) -> None:
        self.asked.append(("set_aside", id_))

    def remove(self, ids: Sequence[int]) -> None:
        self.asked.append(("remove", list(ids)))
        self._table.remove(ids)
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
        ingestion = self._table[id_].ingestion
        return ingestion.how if ingestion else None

    def imported_together(self, id_: int) -> bool:
        return len(self.batch_mates([id_])) > 1

    def batch_mates(self, ids: Sequence[int]) -> list[int]:
        batches = {ingestion.batch for id_ in ids if (ingestion := self._table[id_].ingestion)}
        rows = map(self._table.__getitem__, self._table.ids())
        return [row.id for row in rows if row.ingestion and row.ingestion.batch in batches]

    def import_again(self, ids: Sequence[int]) -> None:
        self.asked.append(("import_again", list(ids)))

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
    """Holds receipts as they are put, in pages like the real ones; `asked` remembers the rest."""

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
    """Holds settings as they are put; `asked` remembers what it was asked for."""

    loaded = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    token_place_found = Signal(str)
    checked = Signal(str, object)
    imported = Signal(int, int)
    exported = Signal(str)
    signed_in = Signal(str)
    signed_out = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.known: Settings | None = None
        self.token_place = ""
        self.asked: list[tuple[Any, ...]] = []
        self.loaded.connect(self._on_known)
        self.saved.connect(self._on_known)

    def _on_known(self, settings: Settings) -> None:
        self.known = settings

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

    def import_accounts(self, path: str) -> None:
        self.asked.append(("import", path))

    def export_accounts(self, path: str) -> None:
        self.asked.append(("export", path))

    def sign_in(self, proxy: str, user: str, password: str, *, session_only: bool = False) -> None:
        self.asked.append(("sign_in", proxy, user, password, session_only))

    def sign_out(self, proxy: str) -> None:
        self.asked.append(("sign_out", proxy))

    def test(self, account_id: str) -> None:
        self.asked.append(("test", account_id))
