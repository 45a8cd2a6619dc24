"""The words on the buttons of the details: ours are whole, a long name is cut where it can still be read."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.screens.states import entry

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action, Choice
from ledgerdrop.ui.files.details_panel import DetailsPanel


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
    button = panel.button(Action.SEND_AS)
    assert button.text() == f"Send as {shown}"
    assert name in button.toolTip()


def test_our_own_words_are_never_cut(panel: DetailsPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Take this file off the list, in a language that needs many words for it"
    monkeypatch.setattr(actions, "choices", lambda _entry: (Choice(Action.REMOVE, "Remove", words),))
    panel.show_entry(entry(1, "a.csv", State.READY))
    assert panel.button(Action.REMOVE).text() == words
