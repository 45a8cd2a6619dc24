"""Test that with large text in a small window some files stay in view whatever else there is to say."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from tests.screens.facts import faults
from tests.ui.conftest import Put
from tests.variants import mostly_long

from ledgerdrop.ui.main_window import MainWindow

pytestmark = pytest.mark.parametrize("text_size", [200], indirect=True)
LISTS = (
    "narrow_problem_details",
    "narrow_answer_details",
    "narrow_busy",
    "narrow_account_refused",
    "narrow_ready_production",
    "narrow_not_taken_in",
    "narrow_into_the_books",
    "update_notice_narrow",
    "update_notice_long",
    "notice",
)


SIZE = QSize(900, 600)


def low(put: Put, name: str) -> MainWindow:
    """Show that state in a small window."""
    window = cast("MainWindow", put(name))
    window.resize(SIZE)
    for _ in range(3):
        QTest.qWait(1)
    assert window.size() == SIZE
    return window


def rows(window: MainWindow) -> float:
    """Return how many rows are in view."""
    files = window.workspace.list
    return files.viewport().height() / files.visualRect(files.filter.index(0, 0)).height()


# Hindi has the tallest lines.
@pytest.mark.parametrize(
    "spoken", mostly_long(["en", "hi", "ar"], lambda code: code == "hi"), indirect=True
)  # tallest
@pytest.mark.parametrize("name", LISTS)
def test_at_least_three_rows_are_in_view(put: Put, spoken: str, text_size: int, name: str) -> None:
    window = low(put, name)
    assert rows(window) >= 3
    assert faults(window) == []


@pytest.mark.parametrize("spoken", ["en", "ar"], indirect=True)
def test_a_message_is_cut_to_its_beginning_and_opened_by_key(put: Put, spoken: str, text_size: int) -> None:
    window = low(put, "narrow_account_refused")
    banner = window.banner
    assert banner.brief.isVisible()
    assert banner.words.text().startswith(banner.brief.text())
    assert not banner.settings.isVisible()
    assert banner.leads_to_settings
    banner.more.setFocus()
    QTest.keyClick(banner.more, Qt.Key.Key_Space)
    QTest.qWait(1)
    assert banner.words.isVisible()
    assert banner.settings.isVisible()
    assert not banner.brief.isVisible()
    assert banner.more.hasFocus()
    assert faults(window) == []
    QTest.keyClick(banner.more, Qt.Key.Key_Space)
    QTest.qWait(1)
    assert rows(window) >= 3


def test_each_message_begins_short(put: Put, text_size: int) -> None:
    window = low(put, "narrow_account_refused")
    window.banner.more.click()
    window.banner.say("2 files are in the list already; they are marked. 3 temporary files were left out.")
    assert window.banner.brief.isVisible()
    window.banner.say("That is all.")
    assert not window.banner.more.isVisible()  # there is no more


def test_another_message_comes_before_word_of_a_newer_version(put: Put, text_size: int) -> None:
    window = low(put, "update_notice_long")
    notice = window.updates
    assert window.banner.isVisible()
    assert not notice.isVisible()
    window.banner.close_button.click()
    assert notice.isVisible()
    assert rows(window) >= 3
    notice.more.click()
    assert notice.download.isVisible()
    notice.close_button.click()
    window.banner.say("That is all.")
    window.banner.hide()
    assert not notice.isVisible()


def test_where_there_is_no_list_a_message_is_said_in_whole(put: Put, text_size: int) -> None:
    window = low(put, "first_start")
    assert window.banner.words.isVisible()
    assert window.banner.settings.isVisible()


def test_a_window_that_grows_says_all_again(put: Put, text_size: int) -> None:
    window = low(put, "narrow_account_refused")
    height = window.workspace.list.visualRect(window.workspace.list.filter.index(0, 0)).height()
    window.resize(1300, 1000)
    QTest.qWait(1)
    assert window.banner.words.isVisible()
    assert window.banner.settings.isVisible()
    assert not window.banner.more.isVisible()
    assert window.workspace.list.visualRect(window.workspace.list.filter.index(0, 0)).height() > height


def test_a_message_of_one_line_stands_in_the_middle(put: Put, text_size: int) -> None:
    window = low(put, "notice")
    window.banner.say("That is all.")
    QTest.qWait(1)
    banner = window.banner
    assert banner.words.isVisible()
    assert abs(banner.words.geometry().center().y() - banner.picture.geometry().center().y()) <= 1
