"""Define the states in which the history is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QSize
from tests.screens.states import (
    FINISHED,
    FOLDER,
    MB,
    NARROW,
    NORMAL,
    PRACTICE,
    PRODUCTION,
    SANDBOX,
    Scene,
    entry,
    set_scene,
)

from ledgerdrop.model.files import Receipt, Uploaded, receipt_for
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.history.history_dialog import HistoryDialog
from ledgerdrop.ui.theme import theme

_NAMES = (
    "sales register",
    "तिमाही बहीखाता",
    "purchase register",
    "دفتر الأستاذ",
    "bank statement HDFC, corrected, final (2)",
)

_BOOKS = (
    ("SUCCESS", ""),
    ("", ""),
    ("PROCESSING", ""),
    ("FAILED", "remarks: Row 214: no date"),
    ("UNCONFIRMED", ""),
    ("SUCCESS", ""),
    ("UNKNOWN", ""),
)


def receipts(count: int) -> list[Receipt]:
    """Return receipts, the newest first."""
    made = []
    for id_ in range(count, 0, -1):
        account = (PRODUCTION, SANDBOX, PRACTICE)[id_ % 7 % 3]
        name = f"{_NAMES[id_ % len(_NAMES)]} {id_}.xlsx"
        at = FINISHED - (count - id_) * 20_000
        done = Uploaded(
            name, id_ * MB // 7, "9f2b" * 16, "9e107d9d372bb6826bd81d3542a419d6", "https://s/x", 200, at, 2
        )
        one = receipt_for(done, account, FOLDER / name)
        status, reason = _BOOKS[id_ % len(_BOOKS)]
        task_id = "8f14e45f-ceea-467f-a0e6-b1c2d3e4f501" if status else ""
        proof = (one.uploaded, one.account_id, one.account_name, one.environment, one.path)
        made.append(Receipt(*proof, id_, task_id, status, reason))
    return made


def history(count: int = 1234) -> Scene:
    staged = set_scene(PRODUCTION)
    staged.queue.history.receipts = receipts(count)
    staged.window.records.open()
    staged.dialog = staged.window.records.dialog
    return staged


def history_empty() -> Scene:
    return history(0)


def select_receipt(dialog: HistoryDialog, row: int) -> None:
    """Select a row, whatever keys were held down last: Qt's `selectRow` does what they mean."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    dialog.list.selectionModel().setCurrentIndex(dialog.model.index(row, 0), flags)


def history_selected() -> Scene:
    staged = history()
    dialog = staged.window.records.dialog
    assert dialog is not None
    select_receipt(dialog, 2)
    dialog.send_again.click()
    return staged


def history_found_nothing() -> Scene:
    staged = history()
    assert staged.window.records.dialog is not None
    staged.window.records.dialog.search.setText("july")
    return staged


def history_clear() -> Scene:
    staged = history()
    dialog = staged.window.records.dialog
    assert dialog is not None
    dialog.clear.click()
    staged.dialog = dialog.question
    return staged


def sent_before() -> Scene:
    staged = set_scene(PRODUCTION)
    found = Problem(Code.SENT_BEFORE, {"name": "march.xlsx", "day": "2026-05-03"})
    staged.queue.put(
        [
            entry(1, "april.xlsx", State.READY, PRODUCTION),
            entry(2, "march, final.xlsx", State.WARNED, PRODUCTION, problem=found),
        ]
    )
    staged.window.workspace.list.show_file(2)
    staged.window.workspace.open_details()
    return staged


def history_narrow() -> Scene:
    staged = history_selected()
    assert staged.dialog is not None
    staged.dialog.resize(theme.scaled(640), theme.scaled(560))
    return staged


RECORDS: dict[str, tuple[Callable[[], Scene], QSize]] = {
    **{
        make.__name__: (make, NORMAL)
        for make in (history, history_empty, history_selected, history_found_nothing, history_clear, sent_before)
    },
    history_narrow.__name__: (history_narrow, NARROW),
}
