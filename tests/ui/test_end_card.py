"""Test that the end of a batch is summed up: what was sent, for whom, in how long, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from tests.screens import states
from tests.screens.states import PRODUCTION, SANDBOX, Scene, entry, uploaded

from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.ui import end_card
from ledgerdrop.ui.end_card import EndCard

Show = Callable[[Scene], Scene]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each batch begin five minutes before its first file is confirmed."""
    monkeypatch.setattr(end_card, "now", lambda: states.FINISHED - 240)


def card_of(scene: Scene) -> EndCard:
    card = scene.window.ends.card
    assert card is not None
    return card


def send(scene: Scene, *more: State) -> None:
    scene.queue.put([entry(n, f"{n}.csv", State.SENDING, PRODUCTION) for n in (1, 2)])
    scene.queue.put([entry(n, f"{n}.csv", state, PRODUCTION) for n, state in enumerate(more, 10)])
    scene.queue.change(uploaded(1, "1.csv", PRODUCTION))
    assert scene.window.ends.card is None
    scene.queue.change(uploaded(2, "2.csv", PRODUCTION))


def test_what_was_sent_and_for_whom_and_in_how_long(show: Show) -> None:
    scene = show(states.empty_production())
    send(scene)
    card = card_of(scene)
    assert card.isVisible()
    assert card.words.text().replace("\u2068", "").replace("\u2069", "") == (
        "2 files uploaded for Sharma & Associates — Production"
    )
    assert card.figures.text() == "6.0 MB in 6 minutes  ·  nothing is left"
    assert card.property("tone") == "good"
    card.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "File: 1.csv" in text
    assert "File: 2.csv" in text
    card.close_button.click()
    assert not card.isVisible()


def test_what_is_left_is_told(show: Show) -> None:
    scene = show(states.empty_production())
    send(scene, State.FAILED, State.CANCELLED, State.READY, State.READY, State.WARNED)
    card = card_of(scene)
    assert card.figures.text().endswith("1 not sent  ·  1 cancelled  ·  3 still to be sent")
    assert card.property("tone") == "warn"


def test_the_next_batch_begins_without_it_and_has_its_own(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = show(states.empty_production())
    send(scene)
    monkeypatch.setattr(end_card, "now", lambda: states.FINISHED + 170)
    scene.queue.put([entry(3, "3.csv", State.SENDING, SANDBOX)])
    assert not card_of(scene).isVisible()
    scene.queue.change(replace(uploaded(3, "3.csv", SANDBOX)))
    assert card_of(scene).isVisible()
    assert card_of(scene).words.text().startswith("1 file uploaded for ")


def test_a_batch_of_which_nothing_was_uploaded_has_none(show: Show) -> None:
    scene = show(states.empty())
    scene.queue.put([entry(1, "a.csv", State.SENDING)])
    scene.queue.change(entry(1, "a.csv", State.FAILED))
    assert scene.window.ends.card is None


def test_what_is_left_follows_what_the_user_does(show: Show) -> None:
    scene = show(states.empty_production())
    send(scene, State.FAILED, State.READY)
    assert card_of(scene).figures.text().endswith("1 not sent  ·  1 still to be sent")
    scene.queue.remove([10, 11])
    assert card_of(scene).figures.text().endswith("nothing is left")
    assert card_of(scene).property("tone") == "good"


def test_the_receipts_are_saved_as_pdf(show: Show, tmp_path: Path) -> None:
    scene = show(states.empty_production())
    send(scene)
    card = card_of(scene)
    card.pdf.click()
    dialog = scene.window.findChildren(QFileDialog)[-1]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "april.pdf"))
    dialog.reject()
    _, path, query, words, _ = scene.queue.history.asked[-1]
    assert (path, query) == (tmp_path / "april.pdf", ReceiptQuery(since=states.FINISHED - 240))
    assert words["Size (bytes)"] == "Size (bytes)"
    assert card.figures.text() == "Saved as april.pdf"
    card.save_pdf(str(tmp_path / "may.pdf"))
    scene.queue.history.failed.emit(Problem(Code.RECEIPTS_NOT_SAVED, {"path": "may.pdf"}))
    assert card.figures.text() == "Saved as may.pdf"  # what fails later is not of this file
