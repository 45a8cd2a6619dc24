"""Test "Cancel" while a sender waits for this computer itself; `tests/faults` has all waiting for the network."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.store.held_journal import HeldJournal, open_held
from tests.transfer.conftest import ACCOUNT, DirectedSteps, Ledgers, MakeQueue, Watch, uploaded

from ledgerdrop.model.problems import Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.transfer import journal_worker

OTHER = replace(ACCOUNT, id="b" * 32)


def test_while_the_password_store_does_not_answer(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    asked, over = threading.Event(), threading.Event()

    def ask(account_id: str) -> str:
        if account_id == ACCOUNT.id:
            asked.set()
            over.wait(60)
        return "token"

    queue = make_queue(steps, ask=ask, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("waits.csv"))
    watch.add(ledgers("next.csv"), OTHER)
    steps.end_all(uploaded)
    queue.send(None)
    watch.until(asked.is_set)
    queue.cancel([watch.id("waits.csv")])
    assert watch.states()["waits.csv"] is State.CANCELLED
    watch.until(lambda: watch.states()["next.csv"] is State.UPLOADED)  # its sender is free
    over.set()
    assert steps.begun == ["next.csv"]


def test_while_the_journal_hangs(
    qtbot: QtBot,
    make_queue: MakeQueue,
    steps: DirectedSteps,
    ledgers: Ledgers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal_worker, "LONGEST_WAIT", 1_000.0)
    opened: list[HeldJournal] = []

    def open_it() -> tuple[HeldJournal, Problem | None]:
        journal, problem = open_held(tmp_path / "journal.sqlite3")
        opened.append(journal)
        return journal, problem

    queue = make_queue(steps, journal=open_it, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv"))
    with opened[0].held.lock:
        queue.send(None)
        watch.until(lambda: watch.states()["a.csv"] is State.SENDING)
        queue.cancel(queue.ids())
        assert watch.states() == {"a.csv": State.CANCELLED}
        watch.until(lambda: not queue.is_busy())  # the sender is free again
    assert steps.begun == []
