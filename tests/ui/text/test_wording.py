"""Test what the user reads of a file in each state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.screens import states
from tests.screens.states import MB, Scene, entry, mixed, retrying, sending, silent, uploaded

from ledgerdrop.model.files import Progress, Stage
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.file_model import Column
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import visible
from ledgerdrop.ui.theme.icons import Shape


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (entry(1, "a.csv", State.CHECKING), "Checking…"),
        (entry(1, "a.csv", State.CHECKING, slow=True), "Still reading…"),
        (entry(1, "a.csv", State.READY), "Ready to send"),
        (entry(1, "a.csv", State.QUEUED), "Waiting"),
        (entry(1, "a.csv", State.PAUSED), "Paused"),
        (entry(1, "a.csv", State.CANCELLED), "Cancelled"),
        (entry(1, "a.csv", State.REJECTED, problem=Problem(Code.EMPTY)), "The file is empty"),
        (entry(1, "a.csv", State.SENDING), "Starting…"),
        (sending(1, "a.csv", Stage.REQUESTING, 0), "Asking Clear for permission…"),
        (sending(1, "a.csv", Stage.UPLOADING, 0.5), "Uploading 50%"),
        (silent(1, "a.csv"), "Waiting for the disk or network drive…"),
        (sending(1, "a.csv", Stage.CONFIRMING, 1), "Waiting for Clear to confirm…"),
    ],
)
def test_a_state_in_words(row: TransferItem, words: str) -> None:
    assert wording.status(row) == words


def test_the_end_of_an_upload_never_says_100_per_cent_before_all_is_sent() -> None:
    row = entry(1, "a.csv", State.SENDING, progress=Progress(Stage.UPLOADING, 999, 1000))
    assert wording.status(row) == "Uploading 99%"


def test_a_disk_that_does_not_answer_is_named_and_what_can_be_done() -> None:
    row = silent(1, "a.csv")
    assert wording.more(row).startswith("The disk isn't responding; LedgerDrop keeps waiting.")
    assert wording.look(row) == (wording.Tone.WARN, Shape.WAITING)
    assert Action.CANCEL in actions.possible(row)
    slow = wording.more(entry(1, "a.csv", State.CHECKING, slow=True))
    assert slow == "The disk or network drive is slow; LedgerDrop keeps waiting."


def test_a_retry_counts_down() -> None:
    row = retrying(1, "a.csv")
    assert row.progress is not None
    assert wording.status(row, now=row.progress.until - 5) == "Trying again in 5 seconds, attempt 2"
    assert wording.status(row, now=row.progress.until - 1) == "Trying again in 1 second, attempt 2"
    assert wording.status(row, now=row.progress.until - 300) == "Trying again in 5 minutes, attempt 2"
    assert wording.status(row, now=row.progress.until + 5) == "Trying again in 0 seconds, attempt 2"
    assert wording.more(row) == "The connection to api.clear.in was lost"


def test_sent_before_says_when_and_under_which_name() -> None:
    year = date.today().year  # noqa: DTZ011 - as this computer's calendar has it
    found = Problem(Code.SENT_BEFORE, {"name": "march.xlsx", "day": f"{year}-05-03"})
    assert wording.problem(found).headline == "Already sent on 3 May as march.xlsx"
    long_ago = Problem(Code.SENT_BEFORE, {"name": "march.xlsx", "day": "2019-05-03"})
    assert wording.problem(long_ago).headline == "Already sent on 3 May 2019 as march.xlsx"


def test_uploaded_says_when() -> None:
    assert wording.status(uploaded(1, "a.csv")).startswith("Uploaded 3 May, ")


@pytest.mark.parametrize("state", State)
def test_every_state_has_words_a_shape_of_its_own_and_something_to_do(state: State) -> None:
    row = entry(1, "a.csv", state, problem=Problem(Code.EMPTY))
    assert wording.status(row)
    assert actions.possible(row)
    others = {wording.look(replace(row, state=other))[1] for other in State if other is not state}
    assert wording.look(row)[1] not in others


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_words(code: Code) -> None:
    words = wording.problem(Problem(code))
    assert words.headline
    assert words.advice
    assert "{" not in words.headline + words.advice


def test_what_a_file_or_server_is_called_is_never_a_template() -> None:
    words = wording.problem(Problem(Code.NAME_DIFFERS, {"extension": "{what}", "what": "{extension}"}))
    assert words.headline == "Named {what}, but it's {extension}"


def test_actions_fit_the_state() -> None:
    by_name = {row.name: actions.possible(row) for row in mixed()}
    assert by_name["purchases april.csv"] == (Action.SEND_AS, Action.RETRY, Action.REMOVE)
    assert by_name["old books 1997.xls"] == (Action.SEND_ANYWAY, Action.REMOVE)
    assert by_name["tds q4.csv"] == (Action.RETRY, Action.REMOVE)
    assert by_name["credit notes.zip"] == (Action.RETRY, Action.REMOVE)
    assert actions.possible(retrying(1, "a.csv")) == (Action.RETRY, Action.CANCEL)
    assert actions.possible(entry(1, "a.csv", State.PAUSED)) == (Action.RESUME, Action.CANCEL)
    assert actions.possible(sending(1, "a.csv", Stage.UPLOADING, 0.1)) == (Action.CANCEL,)


def test_send_as_names_the_ending_on_the_row_and_the_file_on_the_button() -> None:
    choice = actions.choices(mixed()[1])[0]
    assert (choice.short, choice.full) == ("Send as .xlsx", "Send as purchases april.xlsx")


def test_details_for_support_hold_codes() -> None:
    lines = wording.for_support(mixed()[-1]).splitlines()
    assert {"problem: name_refused", "http status: 406", "server code: 406"} <= set(lines)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "a few seconds left"),
        (40, "less than a minute left"),
        (70, "about 1 minute left"),
        (117, "about 2 minutes left"),
        (3600, "about 1 hour left"),
        (3 * 3600 + 1200, "about 3 hours left"),
    ],
)
def test_time_left_is_rounded(seconds: float, words: str) -> None:
    assert formatting.time_left(seconds) == words


def test_sizes_and_speeds() -> None:
    assert formatting.size(0) == "0 kB"
    assert formatting.size(1) == "1 kB"
    assert formatting.size(5 * 1024**3) == "5,120 MB"
    assert formatting.speed(2.4 * MB) == "2.4 MB/s"
    assert formatting.number(1234567) == "12,34,567"  # as they count in India


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u202d", "\u202b", "\u2066", "\u2067", "\u2068", "\u2069", "\n", "\u2028", "\x1b"]
)
def test_no_name_is_disguised_by_signs_that_cannot_be_seen(show: Callable[[Scene], Scene], sign: str) -> None:
    """In the list, read aloud, in tooltips, details, menus and what is copied."""
    name = f"ledger {sign}vsc.exe"
    scene = show(states.empty())
    differs = {"extension": ".exe", "what": "a CSV file", "better_name": f"ledger {sign}vsc.csv", "kind": "csv"}
    row = entry(1, name, State.REJECTED, problem=Problem(Code.NAME_DIFFERS, differs))
    scene.queue.put([replace(row, path=Path(f"/books {sign}/{name}"))])
    window = scene.window
    window.workspace.list.show_file(1)
    window.workspace.open_details()
    index = window.workspace.list.filter.index(0, Column.NAME)
    details = window.workspace.details
    said = [
        index.data(),
        index.data(Qt.ItemDataRole.AccessibleTextRole),
        *index.data(Qt.ItemDataRole.ToolTipRole).split("\n", 1),
        details.name.text(),
        details.folder.text(),
        *(action.text() for action in window.workspace.list.menu().actions()),
        *details.as_text().split("\n"),
    ]
    assert [text for text in said if sign in text] == []
    assert index.data() == "ledger \ufffdvsc.exe"
    assert details.folder.text() == "/books \ufffd"
    assert "contains hidden characters" in details.advice.text()
    window.perform(Action.SEND_AS, [1])
    assert scene.queue.asked == [("send_as", 1, differs["better_name"])]  # only what is shown changes


def test_arabic_and_hindi_names_stay_as_they_are() -> None:
    for name in ("دفتر الأستاذ\u200f (2).csv", "तिमाही बही\u200dखाता.xlsx"):
        assert visible(name) == name
