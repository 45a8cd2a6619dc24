"""Test imports in the window: sums that are true, what needs the user one click away, a message at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot
from tests.screens import imports, records
from tests.screens.facts import link_place
from tests.screens.imports import HOW, LOST, NOT_TAKEN, taken
from tests.screens.states import PRODUCTION, Scene, entry, uploaded
from tests.servers.practice import StartPractice
from tests.ui.live import Desk, account, write_csv

from ledgerdrop.model.ingestion import IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui import desktop
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.file_model import Column
from ledgerdrop.ui.files.files_page import AfterUploadDialog
from ledgerdrop.ui.history.receipts import ReceiptColumn

Show = Callable[[Scene], Scene]


def rows(*statuses: IngestionStatus | None) -> list[TransferItem]:
    """Return one uploaded row for each; None where nothing follows."""
    return [taken(n, one) if one else uploaded(n, f"{n}.csv") for n, one in enumerate(statuses, 1)]


T, N, P, U = (
    IngestionStatus.TAKEN_IN,
    IngestionStatus.NOT_TAKEN_IN,
    IngestionStatus.PROCESSING,
    IngestionStatus.UNCONFIRMED,
)


@pytest.mark.parametrize(
    ("statuses", "summary", "figures"),
    [
        ([T] * 12, "All done: 12 files imported", ""),
        ([T] * 11 + [N], "11 files imported  ·  1 rejected by the import", ""),
        ([T, IngestionStatus.FOUND, U], "2 files imported", "1 uploaded, not imported"),
        ([T, None], "1 file imported", "1 uploaded, not imported"),
        ([N, N], "Import of 2 files rejected", ""),
        ([N, U, None], "Import of 1 file rejected", "2 uploaded, not imported"),
        ([None, None], "All done: 2 files uploaded", ""),
        ([U, IngestionStatus.REFUSED, IngestionStatus.HELD_BACK], "3 files uploaded", ""),
        ([P, P, T, N], "Clear is processing 2 files", "1 imported  ·  1 rejected by the import"),
        ([P, IngestionStatus.ASKED, None], "Clear is processing 2 files", "1 uploaded, not imported"),
        ([IngestionStatus.WAITING, IngestionStatus.PLANNED], "2 files not submitted to Clear yet", ""),
    ],
)
def test_the_end_is_summed_up_as_it_is(
    show: Show, statuses: list[IngestionStatus | None], summary: str, figures: str
) -> None:
    scene = show(imports.show(rows(*statuses)))
    footer = scene.window.footer
    assert (footer.summary.text(), footer.figures.text()) == (summary, figures)
    settled = {None, T, IngestionStatus.FOUND}
    assert footer.tidy.isVisible() == bool(settled & {*statuses})
    assert footer.bar.isVisible() == (bool(settled & {*statuses}) or P in statuses)


def test_without_a_network_it_says_so(show: Show) -> None:
    scene = show(imports.handed_over_later())
    assert scene.window.footer.summary.text() == "No network. 6 files not submitted yet"


def test_while_files_are_sent_it_says_what_is_in_the_books(show: Show) -> None:
    scene = show(imports.show([*rows(T, N, P), entry(9, "b.csv", State.READY, PRODUCTION)]))
    assert scene.window.footer.figures.text().startswith(
        "3 uploaded  ·  1 being processed  ·  1 imported  ·  1 rejected by the import"
    )


def test_what_needs_the_user_is_one_click_away(show: Show) -> None:
    scene = show(imports.into_the_books())
    window = scene.window
    assert window.footer.attention.text() == "5 files need your attention"
    QTest.mouseClick(window.footer.attention, Qt.MouseButton.LeftButton)
    files = window.workspace.list.filter
    shown = [files.index(row, Column.NAME).data() for row in range(files.rowCount())]
    assert shown == [f"ledger of branch {n:02}.xlsx" for n in (4, 5, 8, 9, 10)]


def test_sorted_by_what_happens_what_needs_the_user_comes_first(show: Show) -> None:
    scene = show(imports.into_the_books())
    files = scene.window.workspace.list
    files.sortByColumn(Column.STATUS, Qt.SortOrder.AscendingOrder)
    first = [files.filter.index(row, Column.NAME).data()[17:19] for row in range(5)]
    assert first == ["10", "04", "05", "08", "09"]


def test_a_row_says_why_it_was_not_taken_in(show: Show) -> None:
    scene = show(imports.not_taken_in())
    index = scene.window.workspace.list.filter.index(0, Column.STATUS)
    assert index.data() == "Import rejected"
    aloud = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Import rejected. remarks: Row 214: no date; Row 215: no date"
    assert "Row 214" in scene.window.workspace.details.answer.toPlainText()
    assert '"workflowStatus": "FAILED"' in scene.window.workspace.details.support.toPlainText()


@pytest.mark.parametrize(
    ("button", "asked"),
    [("there", ("found_in_clear", [1, 2, 3])), ("yes", ("import_again", [1, 2, 3])), ("no", None)],
)
def test_where_nobody_knows_the_user_decides_for_the_whole_batch(
    show: Show, button: str, asked: tuple[object, ...] | None
) -> None:
    scene = show(imports.show([taken(n, U, LOST, batch=1) for n in (1, 2, 3)]))
    files = scene.window.workspace.list
    files.show_file(2)
    place = link_place(files, 2, Action.DECIDE)
    assert place is not None
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=place)
    question = scene.window.after_upload.question
    assert question is not None
    assert question.question.text() == "Did Clear receive 3 files?"
    assert question.no.isDefault()
    QTest.mouseClick(getattr(question, button), Qt.MouseButton.LeftButton)
    assert scene.queue.asked == ([asked] if asked else [])
    assert scene.window.after_upload.question is None


def test_how_it_is_imported_can_be_chosen_anew(show: Show) -> None:
    scene = show(imports.not_taken_in())
    chosen: list[tuple[object, ...]] = []
    scene.queue.plan_import = lambda *words, **more: chosen.append((*words, more))  # type: ignore[attr-defined]

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AfterUploadDialog)
        dialog.fields.template.setEditText("PURCHASE")
        dialog.accept()

    QTimer.singleShot(0, answer)
    QTest.mouseClick(scene.window.workspace.details.buttons[Action.CHOOSE], Qt.MouseButton.LeftButton)
    assert chosen == [([20], replace(HOW, template="PURCHASE"), {"together": False})]


def test_the_templates_can_be_opened_with_the_mouse(show: Show) -> None:
    scene = show(imports.dialog_after_upload())
    assert isinstance(scene.dialog, AfterUploadDialog)
    template = scene.dialog.fields.template
    option = QStyleOptionComboBox()
    template.initStyleOption(option)
    arrow = QPoint(template.width() - 12, template.height() // 2)
    hit = template.style().hitTestComplexControl(QStyle.ComplexControl.CC_ComboBox, option, arrow, template)
    assert hit is QStyle.SubControl.SC_ComboBoxArrow
    line = template.lineEdit()
    assert line is not None
    assert not line.geometry().contains(arrow)
    assert template.count() == 4
    scene.dialog.close()


def test_before_it_is_sent_it_says_what_follows(show: Show) -> None:
    scene = show(imports.to_be_taken_in())
    then = scene.window.workspace.details.then
    assert then.text() == "After the upload, it is imported in a batch as GENERAL_LEDGER (ledger_v2)."
    scene.window.workspace.list.show_file(2)
    scene.queue.change(uploaded(2, "sales 2.csv"))
    assert not then.isVisible()


def hidden(qtbot: QtBot, scene: Scene) -> list[tuple[str, str]]:
    """Let another window be in front; give what is notified from now on."""
    heard: list[tuple[str, str]] = []
    scene.window.notifier.notified.connect(lambda *words: heard.append(words))
    scene.window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    return heard


def test_the_end_is_notified_at_once_for_all_that_ended(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = show(imports.show(rows(P, P, T)))
    heard = hidden(qtbot, scene)
    monkeypatch.setattr(desktop, "SOON_MS", 0)
    scene.queue.change(taken(1, T))
    QCoreApplication.processEvents()
    assert heard == [], "more may follow"
    scene.queue.change(taken(2, N, NOT_TAKEN))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("2 files imported  ·  1 rejected by the import", "1 file needs your attention")]


def test_what_needs_the_user_is_notified_while_others_go_on(qtbot: QtBot, show: Show) -> None:
    scene = show(imports.show(rows(P, P, P)))
    heard = hidden(qtbot, scene)
    scene.queue.change(taken(1, N, NOT_TAKEN))
    scene.queue.change(taken(2, T))  # good news does not put it off
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [
        ("1 file imported  ·  1 rejected by the import", "Clear is processing 1 file  ·  1 file needs your attention")
    ]


def test_good_news_of_some_comes_when_no_more_follow_for_a_while(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = show(imports.show(rows(P, P)))
    heard = hidden(qtbot, scene)
    monkeypatch.setattr(desktop, "LATER_MS", 50)
    scene.queue.change(taken(1, T))
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("1 file imported", "Clear is processing 1 file")]


def test_what_may_have_been_received_is_notified_too(qtbot: QtBot, show: Show) -> None:
    scene = show(imports.show(rows(IngestionStatus.ASKED)))
    heard = hidden(qtbot, scene)
    scene.queue.change(taken(1, U, LOST))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("1 file uploaded", "1 file needs your attention")]


def test_the_end_is_read_aloud(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = show(imports.show(rows(P, P)))
    heard: list[str] = []
    monkeypatch.setattr(scene.window.announcer, "say", heard.append)
    scene.queue.change(taken(1, T))
    scene.queue.change(taken(2, T))
    assert heard == ["All done: 2 files imported. "]


def test_a_narrow_history_keeps_names_and_the_end_readable(show: Show, qtbot: QtBot) -> None:
    scene = show(records.history_narrow())
    dialog = scene.window.records.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.isColumnHidden(ReceiptColumn.ACCOUNT))
    assert not dialog.list.isColumnHidden(ReceiptColumn.IMPORT)
    assert dialog.model.index(0, ReceiptColumn.IMPORT).data() == "Being processed"
    dialog.resize(900, 640)
    qtbot.waitUntil(lambda: not dialog.list.isColumnHidden(ReceiptColumn.ACCOUNT))


def test_an_account_that_waits_is_told_in_the_row(show: Show) -> None:
    refused = Problem(Code.SIGN_IN_REFUSED, http_status=401)
    scene = show(imports.show([taken(1, IngestionStatus.WAITING, refused)], details_of=1))
    details = scene.window.workspace.details
    assert details.headline.text() == "Uploaded; import not started"
    assert details.advice.text().startswith("Clear rejected the access token. ")
    QTest.mouseClick(details.buttons[Action.IMPORT_AGAIN], Qt.MouseButton.LeftButton)
    assert scene.queue.asked == [("import_again", [1])]


def test_a_month_end_behind_another_window(qtbot: QtBot, start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice("--workflow-seconds", "0") as practice:
        used = replace(account(practice), after_upload=HOW)
        desk = Desk(qtbot, practice, tmp_path, Settings(accounts=(used,), current_id=used.id))
        desk.store.set(used.id, practice.token, session_only=True)
        desk.drop(write_csv(tmp_path / "a.csv"), write_csv(tmp_path / "provoke-workflow-failed.csv", 4))
        desk.until_checked(2)
        heard: list[tuple[str, str]] = []
        desk.window.notifier.notified.connect(lambda *words: heard.append(words))
        desk.click(desk.window.footer.send)
        desk.window.hide()
        desk.until(lambda: ("1 file imported  ·  1 rejected by the import", "1 file needs your attention") in heard)
        assert desk.says("provoke-workflow-failed.csv") == "Import rejected"
        assert [row.ingestion_status for row in desk.rows().values()] == [T, N]
        desk.window.show()
        desk.click(desk.window.footer.tidy)
        desk.until(lambda: list(desk.rows()) == ["provoke-workflow-failed.csv"])
        desk.leave()
