"""Test the history: files are found again, proved, exported, and sent once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot
from tests.screens import records
from tests.screens.states import FOLDER, PRODUCTION, Scene
from tests.servers.desktop import desktop
from tests.servers.practice import Practice
from tests.ui.conftest import Put
from tests.ui.live import Desk, account, write_csv

from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.receipt_export import ENGLISH, full_moment
from ledgerdrop.transfer.journal_worker import PAGE
from ledgerdrop.ui.history.history_dialog import HistoryDialog
from ledgerdrop.ui.history.receipts import ReceiptColumn, ReceiptDelegate
from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.theme import Role

Show = Callable[[Scene], Scene]


@pytest.fixture
def staged(show: Show) -> Scene:
    return show(records.history(2_000))


@pytest.fixture
def dialog(staged: Scene) -> HistoryDialog:
    found = staged.window.records.dialog
    assert found is not None
    return found


def select(dialog: HistoryDialog, *rows: int) -> None:
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        dialog.list.selectionModel().select(dialog.model.index(row, 0), flags)


def test_rows_come_as_far_as_someone_scrolls(staged: Scene, dialog: HistoryDialog) -> None:
    assert dialog.model.rowCount() == PAGE
    assert dialog.model.total == 2_000
    dialog.list.scrollToBottom()
    assert dialog.model.rowCount() == 2 * PAGE
    finds = [asked for asked in staged.queue.history.asked if asked[0] == "find"]
    assert finds[-1] == ("find", ReceiptQuery(), 2_000 - PAGE + 1)
    names = [dialog.model.index(row, 0).data() for row in range(2 * PAGE)]
    receipts = staged.queue.history.receipts[: 2 * PAGE]
    assert all(receipt.path for receipt in receipts)
    assert names == [f"{one.uploaded.name}  ·  {one.path.parent.name}" for one in receipts if one.path]
    heard = [dialog.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2 * PAGE)]
    assert heard == [name.replace("  ·  ", ", ") for name in names]


def test_filters_ask_for_what_they_say(staged: Scene, dialog: HistoryDialog) -> None:
    QTest.keyClicks(dialog.search, "purchase")
    dialog.account.setCurrentIndex(dialog.account.findData(PRODUCTION.id))
    dialog.day.setCurrentIndex(1)
    newest = dialog.day.itemData(1)
    assert staged.queue.history.asked[-1] == ("find", ReceiptQuery("purchase", PRODUCTION.id, newest), None)
    assert dialog.model.index(0, 0).data().startswith("purchase")
    assert dialog.count.text().endswith("uploads")


def test_an_answer_to_an_older_question_is_not_shown(staged: Scene, dialog: HistoryDialog) -> None:
    answers: list[object] = []
    staged.queue.history.page.connect(answers.append)
    dialog.search.setText("purchase")
    dialog.search.setText("bank")
    shown = dialog.model.index(0, 0).data()
    staged.queue.history.page.emit(answers[0])
    assert dialog.model.index(0, 0).data() == shown


def test_a_receipt_is_proved_and_copied(dialog: HistoryDialog) -> None:
    assert not dialog.copy.isEnabled()
    select(dialog, 1)
    assert "SHA-256: 9f2b" in dialog.proof.text()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "Stored at: https://s/x" in QGuiApplication.clipboard().text()


def test_the_folder_of_a_file_is_opened(dialog: HistoryDialog) -> None:
    assert not dialog.open_folder.isEnabled()
    select(dialog, 1)
    with desktop() as opened:
        QTest.mouseClick(dialog.open_folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [FOLDER]
    assert dialog.said.text() == ""


def test_files_of_accounts_that_are_gone_are_not_sent_again(staged: Scene, dialog: HistoryDialog) -> None:
    gone = HistoryDialog(staged.queue.history, [], dialog)  # type: ignore[arg-type]  # a staged one
    select(gone, 1)
    assert not gone.send_again.isEnabled()
    assert gone.open_folder.isEnabled()


def test_files_go_again_with_their_own_account(staged: Scene, dialog: HistoryDialog) -> None:
    select(dialog, *range(7))
    chosen = dialog.selected()
    QTest.mouseClick(dialog.send_again, Qt.MouseButton.LeftButton)
    added = [asked for asked in staged.queue.asked if asked[0] == "add"]
    assert {asked[2].id for asked in added} == {receipt.account_id for receipt in chosen}
    assert len(added) == 3
    assert {path for asked in added for path in asked[1]} == {FOLDER / receipt.uploaded.name for receipt in chosen}


def test_receipts_are_saved_as_pdf_selected_ones_a_batch_or_all(
    staged: Scene, dialog: HistoryDialog, tmp_path: Path
) -> None:
    history = staged.queue.history
    history.receipts[0] = replace(history.receipts[0], task_id="task-17")
    dialog.look_again()
    assert not dialog.pdf_selected.isEnabled()
    records.select_receipt(dialog, 0)
    assert dialog.pdf_selected.isEnabled()
    assert dialog.pdf_batch.isEnabled()
    for action, query in (
        (dialog.pdf_selected, ReceiptQuery(ids=(history.receipts[0].id,))),
        (dialog.pdf_batch, ReceiptQuery(task_id="task-17")),
        (dialog.pdf_listed, ReceiptQuery()),
    ):
        assert dialog.wanted_as_pdf(action) == query
        dialog.save_pdf(query, str(tmp_path / "a.pdf"))
        *asked, words, write = history.asked[-1]
        assert asked == ["export", tmp_path / "a.pdf", query]
        assert words == ENGLISH
        assert write.title == "Receipts"


def test_a_copied_receipt_has_the_full_date_and_the_exact_size(dialog: HistoryDialog) -> None:
    records.select_receipt(dialog, 0)
    dialog.copy.click()
    sent = dialog.selected()[0].uploaded
    lines = QGuiApplication.clipboard().text().splitlines()
    assert f"Uploaded: {full_moment(sent.finished_at)}" in lines
    assert any(line.startswith("Size: ") and line.endswith(f"({sent.size} B)") for line in lines)


def test_what_is_listed_is_exported(staged: Scene, dialog: HistoryDialog, tmp_path: Path) -> None:
    dialog.search.setText("bank")
    dialog.export_to(str(tmp_path / "mine.csv"))
    assert staged.queue.history.asked[-1][:3] == ("export", tmp_path / "mine.csv", ReceiptQuery("bank"))
    assert staged.queue.history.asked[-1][3] == ENGLISH
    assert dialog.said.text() == "Saved as mine.csv"


def test_trouble_is_said(staged: Scene, dialog: HistoryDialog) -> None:
    staged.queue.history.failed.emit(Problem(Code.RECEIPTS_NOT_SAVED, {"path": "/x/y.csv"}))
    assert "couldn't be saved as /x/y.csv" in dialog.said.text()


def test_clearing_asks_first_and_the_safe_answer_is_the_default(dialog: HistoryDialog) -> None:
    QTest.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    assert dialog.question is not None
    QTest.keyClick(dialog.question, Qt.Key.Key_Return)
    assert dialog.model.total == 2_000
    QTest.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.question.yes, Qt.MouseButton.LeftButton)
    assert dialog.model.rowCount() == 0
    assert dialog.nothing.text() == "No uploads yet"


def test_a_file_is_found_and_sent_again_after_it_was_said_that_it_was_sent(
    qtbot: QtBot, practice: Practice, tmp_path: Path
) -> None:
    used = account(practice)
    settings = Settings(accounts=(used,), current_id=used.id)
    desk = Desk(qtbot, practice, tmp_path, settings, open_journal=lambda: open_journal(tmp_path / "journal.sqlite"))
    desk.store.set(used.id, practice.token, session_only=True)
    try:
        desk.drop(write_csv(tmp_path / "march.csv"))
        desk.until_checked(1)
        desk.click(desk.window.footer.send)
        desk.until_all(State.UPLOADED)
        desk.window.clear_finished()
        QTest.keyClick(desk.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        history = desk.window.records.dialog
        assert history is not None
        desk.until(lambda: history.model.rowCount() == 1)
        select(history, 0)
        desk.click(history.send_again)
        desk.until_checked(1)
        assert desk.says("march.csv").startswith("Already sent on ")
        assert desk.window.footer.attention.text() == "1 file needs your attention"
    finally:
        desk.leave()


def first_ink(widget: QWidget, where: QRect) -> int:
    """Return how far from the left edge of that part of a widget its words begin."""
    image = widget.grab(where).toImage()
    paper = image.pixel(1, image.height() // 2)
    lines = range(4, image.height() - 4)  # without the rules
    return next(x for x in range(image.width()) if any(image.pixel(x, y) != paper for y in lines))


@pytest.mark.parametrize("name", ["history", "history_narrow"])
def test_the_titles_of_the_history_stand_above_their_columns(put: Put, name: str) -> None:
    window = put(name)
    assert isinstance(window, HistoryDialog)
    header = window.list.horizontalHeader()
    for column in (ReceiptColumn.NAME, ReceiptColumn.WHEN, ReceiptColumn.IMPORT):
        title = QRect(header.sectionViewportPosition(column), 0, header.sectionSize(column), header.height())
        row = window.list.visualRect(window.model.index(0, column))
        assert abs(first_ink(header.viewport(), title) - first_ink(window.list.viewport(), row)) <= 3, column


def test_where_an_upload_went_is_never_cut(dialog: HistoryDialog) -> None:
    dialog.list.setColumnHidden(ReceiptColumn.ACCOUNT, False)
    header = dialog.list.horizontalHeader()
    header.setSectionResizeMode(ReceiptColumn.ACCOUNT, QHeaderView.ResizeMode.Fixed)
    header.resizeSection(ReceiptColumn.ACCOUNT, 200)
    delegate = dialog.list.itemDelegate()
    assert isinstance(delegate, ReceiptDelegate)
    shown = set()
    for row in range(6):
        index, option = dialog.model.index(row, ReceiptColumn.ACCOUNT), QStyleOptionViewItem()
        dialog.list.initViewItemOption(option)
        option.rect = dialog.list.visualRect(index)
        delegate.initStyleOption(option, index)
        shown.add(option.text.rpartition("·")[2].strip())
        assert index.data() in index.data(Qt.ItemDataRole.ToolTipRole)  # the name, all of it
    assert shown == {"Practice", "Clear sandbox", "Production"}


def test_how_an_import_ended_is_said_in_colour_as_well(dialog: HistoryDialog) -> None:
    drawn: dict[str, str] = {}
    delegate = dialog.list.itemDelegate()
    assert isinstance(delegate, ReceiptDelegate)
    for row in range(10):
        option = QStyleOptionViewItem()
        option.widget = dialog.list
        index = dialog.model.index(row, ReceiptColumn.IMPORT)
        delegate.initStyleOption(option, index)
        drawn[index.data()] = option.palette.color(QPalette.ColorRole.Text).name()
    scheme = theme.scheme()
    assert drawn["Imported"] == scheme[Role.GOOD].name()
    assert drawn["Import rejected"] == scheme[Role.BAD].name()
    assert drawn["Unconfirmed"] == scheme[Role.WARN].name()
    assert drawn["Being processed"] == scheme[Role.TEXT].name()
