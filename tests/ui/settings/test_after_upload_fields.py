"""Test what follows the upload, as the user chooses and sees it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.states import PRODUCTION, uploaded
from tests.servers.practice import Practice
from tests.ui.live import Desk, account, write_csv

from ledgerdrop.model.files import Receipt
from ledgerdrop.model.ingestion import Activity, IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.details_panel import DetailsPanel
from ledgerdrop.ui.files.files_page import AfterUploadDialog
from ledgerdrop.ui.history import receipts
from ledgerdrop.ui.settings.account_dialog import AccountForm
from ledgerdrop.ui.settings.after_upload_fields import AfterUploadFields
from ledgerdrop.ui.text import wording

HOW = IngestionOptions("SALES", "ledger")


def taken(status: IngestionStatus, problem: Problem | None = None) -> TransferItem:
    """Return an uploaded row whose import is so far."""
    activity = Activity("task-17", 1.7e9, '{"remarks": "row 2"}')
    return replace(uploaded(1, "a.csv"), ingestion=IngestionState(HOW, 1, status, activity, problem))


@pytest.mark.parametrize("status", [status for status in IngestionStatus if status is not IngestionStatus.UNWANTED])
def test_every_way_into_the_books_has_words_and_looks(status: IngestionStatus) -> None:
    row = taken(status)
    assert wording.status(row)
    assert wording.status(row) != wording.status(replace(row, ingestion=None))
    assert wording.look(row)
    assert "task: task-17" in wording.for_support(row)
    assert "row 2" in wording.for_support(row)


def test_where_nothing_is_to_follow_it_is_uploaded() -> None:
    assert wording.status(taken(IngestionStatus.UNWANTED)).startswith("Uploaded ")


def test_before_the_upload_its_state_counts() -> None:
    row = replace(taken(IngestionStatus.PLANNED), state=State.QUEUED)
    assert wording.status(row) == "Waiting"


@pytest.mark.parametrize(
    ("status", "action"),
    [
        (IngestionStatus.REFUSED, Action.IMPORT_AGAIN),
        (IngestionStatus.UNCONFIRMED, Action.DECIDE),
        (IngestionStatus.WAITING, Action.IMPORT_AGAIN),
        (IngestionStatus.UNTOLD, Action.ASK_NOW),
        (IngestionStatus.NOT_TAKEN_IN, Action.CHOOSE),
        (IngestionStatus.FOUND, Action.REMOVE),
        (IngestionStatus.PROCESSING, Action.ASK_NOW),
        (IngestionStatus.TAKEN_IN, Action.REMOVE),
        (IngestionStatus.ASKED, Action.REMOVE),
    ],
)
def test_the_most_helpful_action_comes_first(status: IngestionStatus, action: Action) -> None:
    assert actions.possible(taken(status))[0] is action


def test_the_panel_says_why_and_shows_the_servers_words(qtbot: QtBot) -> None:
    panel = DetailsPanel()
    qtbot.addWidget(panel)
    panel.show_entry(taken(IngestionStatus.REFUSED, Problem(Code.REQUEST_REFUSED, server_message="No such template")))
    assert panel.answer.toPlainText() == "No such template"
    assert "Clear's response" in panel.advice.text()
    assert not panel.buttons[Action.IMPORT_AGAIN].isHidden()
    assert panel.buttons[Action.ASK_NOW].isHidden()


def test_half_a_choice_is_none(qtbot: QtBot) -> None:
    fields = AfterUploadFields()
    qtbot.addWidget(fields)
    assert (fields.valid, fields.how) == (True, None)
    fields.wanted.setChecked(True)
    assert not fields.valid
    fields.file_type.setText("ledger")
    assert (fields.valid, fields.how) == (True, IngestionOptions("SALES", "ledger"))
    fields.template.setEditText("Agreed at onboarding")
    assert fields.how == IngestionOptions("Agreed at onboarding", "ledger")


def test_an_account_keeps_what_follows(qtbot: QtBot) -> None:
    saved = replace(PRODUCTION, after_upload=HOW, together=True)
    form = AccountForm(saved)
    qtbot.addWidget(form)
    assert form.account() == saved
    form.after_upload.file_type.clear()
    assert "file type" in form.missing
    form.after_upload.wanted.setChecked(False)
    assert not form.missing
    assert form.account().after_upload is None


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("SUCCESS", "Imported"),
        ("FAILED", "Import rejected"),
        ("FOUND", "Imported, confirmed by you"),
        ("UNCONFIRMED", "Unconfirmed; Clear's reply was lost"),
        ("PROCESSING", "Being processed at the last check"),
        ("UNKNOWN", "Submitted; result unknown"),
    ],
)
def test_a_receipt_says_whether_it_was_imported(status: str, words: str) -> None:
    done = uploaded(1, "a.csv").uploaded
    assert done
    receipt = Receipt(done, "a", "Acme", "sandbox", task_id="task-17", workflow_status=status)
    assert f"Import status: {words}" in receipts.proof(receipt).splitlines()
    assert receipts.details(receipt).endswith("Task at Clear: task-17")
    assert f"Import status: {words}: row 2" in receipts.details(replace(receipt, reason="row 2"))
    assert "Import status" not in receipts.proof(replace(receipt, workflow_status="", task_id=""))


def test_chosen_for_some_files_they_are_imported(qtbot: QtBot, quick_practice: Practice, tmp_path: Path) -> None:
    used = account(quick_practice, at_once=False)
    desk = Desk(qtbot, quick_practice, tmp_path, Settings(accounts=(used,), current_id=used.id))
    desk.store.set(used.id, quick_practice.token, session_only=True)
    desk.drop(write_csv(tmp_path / "a.csv"), write_csv(tmp_path / "b.csv"))
    desk.until_checked(2)
    desk.window.workspace.list.selectAll()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AfterUploadDialog)
        dialog.fields.wanted.setChecked(True)
        assert not dialog.ok.isEnabled()
        dialog.fields.file_type.setText("ledger")
        dialog.fields.edited.emit()
        assert not dialog.fields.together.isChecked()  # one bad file would keep the other one out
        dialog.fields.together.setChecked(True)
        dialog.ok.click()

    QTimer.singleShot(0, answer)
    menu = desk.window.workspace.list.menu()
    next(item for item in menu.actions() if item.text() == "After the upload…").trigger()
    desk.click(desk.window.footer.send)
    desk.until_all(State.UPLOADED)
    qtbot.waitUntil(lambda: {desk.says(name) for name in desk.rows()} == {"Imported"}, timeout=20_000)
    (activity,) = quick_practice.activities()
    assert [info["filename"] for info in activity["files"]] == ["a.csv", "b.csv"]
    desk.leave()
