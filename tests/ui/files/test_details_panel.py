"""Test the details of the selected files: their place, their buttons, and the words on these."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.screens.facts import link_place
from tests.screens.states import entry
from tests.servers.desktop import desktop
from tests.ui.conftest import Put

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action, Choice
from ledgerdrop.ui.files.details_panel import DetailsPanel
from ledgerdrop.ui.main_window import MainWindow


@pytest.fixture
def panel(qtbot: QtBot) -> DetailsPanel:
    shown = DetailsPanel()
    qtbot.addWidget(shown)
    return shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("purchases april.xlsx", "purchases april.xlsx"),
        ("purchases of all branches in april 2026.xlsx", "purchases of all b…il 2026.xlsx"),
        # The vowel signs at the cuts stay with their letters.
        ("खरीद और बिक्री की तिमाही बहीखाता पुस्तिका.xlsx", "खरीद और बिक्री की …पुस्तिका.xlsx"),
        ("खरीद और बिक्री तिमाही के सब बहीखाते कुलीन.xlsx", "खरीद और बिक्री तिमा…ते कुलीन.xlsx"),
    ],
)
def test_a_long_name_is_cut_between_letters(panel: DetailsPanel, name: str, shown: str) -> None:
    params = {"extension": ".csv", "what": "an Excel workbook (.xlsx)", "better_name": name, "kind": "xlsx"}
    panel.show_entry(entry(1, "a.csv", State.REJECTED, problem=Problem(Code.NAME_DIFFERS, params)))
    button = panel.buttons[Action.SEND_AS]
    assert button.text() == f"Send as {shown}"
    assert name in (button.toolTip() or button.text())


def test_our_own_words_are_never_cut(panel: DetailsPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Take this file off the list, in a language that needs many words for it"
    monkeypatch.setattr(actions, "choices", lambda _entry: (Choice(Action.RETRY, "Retry", words),))
    panel.show_entry(entry(1, "a.csv", State.READY))
    assert panel.buttons[Action.RETRY].text() == words


def test_several_files_are_shown_as_such_with_what_can_be_done(put: Put) -> None:
    window = cast("MainWindow", put("problem_details"))
    panel = window.workspace.details
    window.workspace.list.selectAll()
    assert panel.name.text() == "10 files selected"
    assert not panel.open_file.isVisible()
    asked: list[tuple[Action, list[int]]] = []
    panel.wanted.connect(lambda action, ids: asked.append((action, ids)))
    panel.buttons[Action.RETRY].click()
    assert asked == [(Action.RETRY, [2, 4, 8, 10])]  # what was refused is checked again
    window.workspace.list.clearSelection()
    window.workspace.list.show_file(2)
    assert panel.name.text().endswith("purchases april.csv\u2069") or panel.name.text() == "purchases april.csv"


def test_a_click_on_a_row_moves_nothing(put: Put) -> None:
    window = cast("MainWindow", put("problems"))
    files = window.workspace.list

    def places() -> list[tuple[str, QRect]]:
        buttons = [part for part in window.findChildren(QPushButton) if part.isVisible()]
        return [(part.text(), QRect(part.mapTo(window, QPoint()), part.size())) for part in buttons]

    before, link = places(), link_place(files, 2, Action.SEND_AS)
    QTest.mouseClick(
        files.viewport(), Qt.MouseButton.LeftButton, pos=files.visualRect(files.filter.index(1, 0)).center()
    )
    assert places() == before
    assert link_place(files, 2, Action.SEND_AS) == link
    window.workspace.open_details()
    QTest.qWait(1)
    before = places()
    for row in range(4):
        at = files.visualRect(files.filter.index(row, 0)).center()
        QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=at)
        quiet = {"Open file", "Show in folder", "Remove"}
        assert [one for one in places() if one[0] in quiet] == [one for one in before if one[0] in quiet]


def test_the_details_have_one_width_and_lie_over_a_narrow_list(put: Put) -> None:
    window = cast("MainWindow", put("problem_details"))
    details = window.workspace.details
    assert {details.width()} == {320}
    for id_ in range(1, 11):
        window.workspace.list.show_file(id_)
        QTest.qWait(1)
        assert details.width() == 320
    window.resize(900, 600)
    QTest.qWait(1)
    assert details.width() == 320
    assert window.workspace.list.width() == window.workspace.width()
    QTest.keyClick(window.workspace.list, Qt.Key.Key_Escape)
    assert not details.isVisible()


def test_a_program_is_never_opened(put: Put) -> None:
    window = cast("MainWindow", put("odd_names"))
    window.workspace.list.show_file(2)
    assert not window.workspace.details.open_file.isEnabled()
    window.workspace.list.show_file(3)
    with desktop() as opened:
        window.workspace.details.open_file.click()
    assert [Path(url.toLocalFile()).name for url in opened] == ["two\nlines.csv"]
