"""Test drop, look and send, on the real window against a server in another process, over http and over TLS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.facts import link_place
from tests.servers.practice import Practice, StartPractice
from tests.ui.live import Desk, account, write_csv, write_xlsx

from ledgerdrop import resources
from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.problems import Code
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files.actions import Action, MoveStep
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import speak

Sit = Callable[..., Desk]


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Sit]:
    """Sit down at a desk whose account belongs to that server."""
    desks: list[Desk] = []

    def sit_down(practice: Practice, *, at_once: bool = False, token: bool = True, empty: bool = False) -> Desk:
        used = account(practice, at_once=at_once)
        settings = Settings() if empty else Settings(accounts=(used,), current_id=used.id)
        desk = Desk(qtbot, practice, tmp_path, settings)
        if token:
            desk.store.set(used.id, practice.token, session_only=True)
        desks.append(desk)
        return desk

    yield sit_down
    for desk in desks:
        desk.leave()


def test_from_the_drop_to_the_confirmation(sit: Sit, each_practice: Practice, tmp_path: Path) -> None:
    desk = sit(each_practice)
    sales, book = write_csv(tmp_path / "sales & more.csv"), write_xlsx(tmp_path / "बही खाता.xlsx")
    desk.drop(sales, book)
    desk.until_checked(2)
    assert [desk.says(name) for name in desk.rows()] == ["Ready to send", "Ready to send"]
    assert each_practice.requests() == []  # dropping only checks
    assert desk.window.footer.send.text() == "Send 2 files to PRACTICE"
    desk.click(desk.window.footer.send)
    desk.until_all(State.UPLOADED)
    assert desk.says("बही खाता.xlsx").startswith("Uploaded ")
    assert desk.window.footer.summary.text() == "All done: 2 files uploaded"
    stored = {name: path.read_bytes() for name, path in each_practice.objects().items()}
    assert stored == {path.name: path.read_bytes() for path in (sales, book)}


def test_wrong_files_say_why_and_the_others_go(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice)
    good, pdf, empty = write_csv(tmp_path / "good.csv"), tmp_path / "invoice.pdf", tmp_path / "empty.csv"
    pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    empty.write_bytes(b"")
    desk.drop(good, pdf, empty, tmp_path / "gone.csv")
    desk.until_checked(4)
    assert desk.says("empty.csv") == "The file is empty"
    assert desk.says("gone.csv") == "The file is no longer there"
    assert desk.rows()["invoice.pdf"].state is State.REJECTED
    assert desk.window.footer.attention.text() == "3 files need your attention"
    desk.click(desk.window.footer.send)
    desk.until(lambda: desk.rows()["good.csv"].state is State.UPLOADED)
    assert list(practice.objects()) == ["good.csv"]


def test_the_end_of_a_month_is_summed_up_with_what_needs_the_user_one_click_away(
    sit: Sit, practice: Practice, tmp_path: Path
) -> None:
    desk = sit(practice)
    books = tmp_path / "books"
    books.mkdir()
    for number in range(196):
        write_csv(books / f"branch {number}.csv", lines=number + 1)
    wrong = [books / name for name in ("empty.csv", "notes.txt", "torn.xlsx", "provoke-406.csv")]
    for path, content in zip(wrong, (b"", b"remember the milk", b"PK\x03\x04", b"a,b\n1,2\n"), strict=True):
        path.write_bytes(content)
    desk.drop(books)
    desk.until_checked(200)
    desk.click(desk.window.footer.send)
    desk.until_all(State.UPLOADED, State.REJECTED, State.FAILED)
    footer, files = desk.window.footer, desk.window.workspace.list
    assert footer.summary.text() == "1 failed file can be retried"
    assert footer.figures.text() == "196 uploaded"
    assert footer.attention.text() == "4 files need your attention"
    desk.click(footer.attention)
    assert {desk.queue.entry(id_).name for id_ in files.filter.ids()} == {path.name for path in wrong}
    assert desk.window.workspace.details.isVisible()


def test_a_wrong_name_is_put_right_with_one_click(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice)
    path = write_xlsx(tmp_path / "march.csv")
    desk.drop(path)
    desk.until_checked(1)
    row = desk.rows()["march.csv"]
    assert row.problem is not None
    assert row.problem.code is Code.NAME_DIFFERS
    files = desk.window.workspace.list
    place = link_place(files, row.id, Action.SEND_AS)
    assert place is not None
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.until_all(State.UPLOADED)
    assert list(practice.objects()) == ["march.xlsx"]
    assert path.exists()


def test_a_folder_is_walked_and_what_was_left_out_is_counted(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice)
    (tmp_path / "month" / "deep").mkdir(parents=True)
    write_csv(tmp_path / "month" / "a.csv")
    write_csv(tmp_path / "month" / "deep" / "b.csv")
    write_csv(tmp_path / "month" / "~$c.xlsx")
    write_csv(tmp_path / "month" / ".hidden.csv")
    desk.drop(tmp_path / "month")
    desk.until_checked(2)
    desk.until(desk.window.banner.isVisible)
    assert desk.window.banner.words.text().startswith("2 hidden or temporary files")


def test_a_file_that_is_in_the_list_is_pointed_out(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice)
    path = write_csv(tmp_path / "a.csv")
    desk.drop(path, write_csv(tmp_path / "b.csv"))
    desk.until_checked(2)
    desk.drop(path)
    desk.until(desk.window.banner.isVisible)
    assert len(desk.rows()) == 2
    assert desk.window.workspace.list.selected_ids() == [desk.rows()["a.csv"].id]


def test_a_refused_token_leads_to_settings(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice, token=False)
    desk.store.set(account(practice).id, "not-the-token", session_only=True)
    desk.drop(write_csv(tmp_path / "a.csv"))
    desk.until_checked(1)
    desk.click(desk.window.footer.send)
    desk.until(desk.window.banner.isVisible)
    assert desk.window.banner.words.text().startswith("Clear rejected the access token")
    assert desk.window.banner.settings.isVisible()


def test_what_clear_says_stands_in_the_details(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice)
    desk.drop(write_csv(tmp_path / "provoke-406.csv"))
    desk.until_checked(1)
    desk.click(desk.window.footer.send)
    desk.until_all(State.FAILED)
    desk.click(desk.window.footer.attention)
    details = desk.window.workspace.details
    assert details.headline.text() == "Clear rejected this file name"
    assert details.answer.isVisible()
    assert details.answer.toPlainText() == "This is the practice server's error 406."
    assert "http status: 406" in details.support.toPlainText()
    assert practice.token not in details.as_text()


def test_sending_at_once_when_the_account_is_set_so(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice, at_once=True)
    desk.drop(write_csv(tmp_path / "a.csv"))
    desk.until(lambda: "a.csv" in desk.rows())
    desk.until_all(State.UPLOADED)


def test_a_file_is_cancelled_while_it_is_sent(sit: Sit, start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice("--bytes-per-second", "200000") as slow:
        desk = sit(slow)
        desk.drop(write_csv(tmp_path / "big.csv", lines=400_000))
        desk.until_checked(1)
        desk.click(desk.window.footer.send)
        desk.until(lambda: "Uploading" in desk.says("big.csv"))
        assert desk.window.footer.summary.text() == "Sending… 1 file left"
        desk.window.workspace.list.show_file(desk.rows()["big.csv"].id)
        desk.window.workspace.open_details()
        desk.click(desk.window.workspace.details.buttons[Action.CANCEL])
        desk.until_all(State.CANCELLED)
        assert slow.objects() == {}


def test_another_language_while_files_are_sent_disturbs_nothing(
    sit: Sit, start_practice: StartPractice, qapp: QApplication, tmp_path: Path
) -> None:
    with start_practice("--bytes-per-second", "1000000") as slow:
        desk = sit(slow)
        desk.drop(write_csv(tmp_path / "big.csv", lines=200_000), write_csv(tmp_path / "small.csv"))
        desk.until_checked(2)
        desk.click(desk.window.footer.send)
        desk.until(lambda: "Uploading" in desk.says("big.csv"))
        try:
            desk.window.main_menu.language_items["ar"].trigger()
            desk.until(lambda: desk.window.layoutDirection() is Qt.LayoutDirection.RightToLeft)
            assert desk.rows()["big.csv"].state is State.SENDING
            desk.until_all(State.UPLOADED)
            assert desk.window.footer.summary.text() == "اكتمل كل شيء: رُفع ملفان"
        finally:
            speak(qapp, resources.path("translations"), "en")
        assert sorted(slow.objects()) == ["big.csv", "small.csv"]
        assert len(slow.uploads()) == 2, "each was sent once"


def test_stop_and_close_ends_at_once(sit: Sit, start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice("--bytes-per-second", "200000") as slow:
        desk = sit(slow)
        desk.drop(write_csv(tmp_path / "big.csv", lines=400_000))
        desk.until_checked(1)
        desk.click(desk.window.footer.send)
        desk.until(lambda: "Uploading" in desk.says("big.csv"))
        desk.window.close()
        question = desk.window.close_question
        assert question is not None
        desk.click(question.yes)
        assert not desk.window.isVisible()
        assert slow.objects() == {}


def test_the_first_use_from_empty_settings(sit: Sit, practice_tls: Practice, tmp_path: Path) -> None:
    desk = sit(practice_tls, token=False, empty=True)
    window = desk.window
    desk.drop(write_csv(tmp_path / "a.csv"))  # waits for an account
    desk.click(window.header.settings)
    dialog = window.settings_controller.account
    assert dialog is not None
    dialog.form.environments.buttons[Environment.CUSTOM].click()
    assert not dialog.save.isEnabled()
    QTest.keyClicks(dialog.form.name, "My books")
    QTest.keyClicks(dialog.form.base_url, practice_tls.base_url)
    QTest.keyClicks(dialog.form.integration_id, practice_tls.integration_id)
    QTest.keyClicks(dialog.form.token, practice_tls.token)
    desk.click(dialog.test)
    desk.until(lambda: "accepts this account" in dialog.outcome.text())
    assert dialog.form.token.text() == ""
    assert dialog.form.token.placeholderText().endswith("Leave empty to keep the current one.")
    desk.click(dialog.save)
    desk.until(lambda: window.account is not None and window.settings_controller.on_top is None)
    desk.until_checked(1)
    assert window.footer.send.text() == "Send 1 file to OTHER ADDRESS — My books"
    desk.click(window.footer.send)
    desk.until_all(State.UPLOADED)
    assert practice_tls.objects().keys() == {"a.csv"}


def test_files_go_in_the_order_that_the_user_gives_them(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice)
    desk.drop(*(write_csv(tmp_path / f"{name}.csv") for name in "abcd"))
    desk.until_checked(4)
    files = desk.window.workspace.list
    first, second, third, fourth = desk.queue.ids()
    files.select_files([third, fourth])
    files.move_selected(MoveStep.UP)
    assert desk.queue.ids() == [first, third, fourth, second]
    assert [files.filter.index(row, 0).data() for row in range(4)] == ["a.csv", "c.csv", "d.csv", "b.csv"]
    assert files.selected_ids() == [third, fourth]


def test_a_file_that_was_changed_is_checked_again_and_then_sent(sit: Sit, practice: Practice, tmp_path: Path) -> None:
    desk = sit(practice)
    ledger = write_csv(tmp_path / "a.csv")
    desk.drop(ledger)
    desk.until_checked(1)
    write_csv(ledger, lines=5)
    desk.click(desk.window.footer.send)
    desk.until_all(State.UPLOADED)
    assert practice.objects()["a.csv"].read_bytes() == ledger.read_bytes()


def test_who_comes_back_to_the_window_finds_that_files_have_changed(
    sit: Sit, practice: Practice, tmp_path: Path
) -> None:
    desk = sit(practice)
    empty, sent = tmp_path / "empty.csv", write_csv(tmp_path / "sent.csv")
    empty.write_bytes(b"")
    desk.drop(empty, sent)
    desk.until_checked(2)
    desk.click(desk.window.footer.send)
    desk.until(lambda: desk.rows()["sent.csv"].state is State.UPLOADED)
    write_csv(empty)
    write_csv(sent, lines=9)
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # type: ignore[union-attr]
    desk.until(lambda: desk.rows()["empty.csv"].state is State.READY)
    desk.until(lambda: wording.more(desk.rows()["sent.csv"]).startswith("The file has changed since"))
