"""Test that the practice server starts when it is wanted, and ends with the window, whenever that is closed."""

from __future__ import annotations

import logging
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ledgerdrop.background.practice_host import PracticeHost
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.system import practice_process


@pytest.fixture
def host(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PracticeHost]:
    """Give a practice host whose files are in `tmp_path`, and check that they are gone after it was closed."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    host = PracticeHost()
    yield host
    host.close()
    for thread in threading.enumerate():
        if thread.name == "practice":
            thread.join(60)
    assert list(tmp_path.iterdir()) == []


def started(qtbot: QtBot, host: PracticeHost, wanted: Account | None) -> tuple[Account, str]:
    with qtbot.waitSignal(host.ready) as told:
        host.want(wanted)
    assert told.args is not None
    account, token = told.args
    return account, token


def test_one_server_is_for_all_who_want_it(qtbot: QtBot, host: PracticeHost) -> None:
    account, token = started(qtbot, host, None)
    with qtbot.assertNotEmitted(host.ready):
        host.want(account)  # it has the address already
    earlier = replace(account, id="mine", name="Mine", base_url="http://127.0.0.1:9")
    assert started(qtbot, host, earlier) == (replace(account, id="mine", name="Mine"), token)


def test_who_wants_it_while_it_starts_gets_it(qtbot: QtBot, host: PracticeHost) -> None:
    told: list[Account] = []
    host.ready.connect(lambda account, _token: told.append(account))
    host.want(None)
    mine = Account("mine", "Mine", Environment.PRACTICE, "http://127.0.0.1:9", "x")
    host.want(mine)
    qtbot.waitUntil(lambda: bool(told))
    assert [account.id for account in told] == ["mine"]


def test_one_that_does_not_start_is_told_and_may_be_wanted_again(
    qtbot: QtBot, host: PracticeHost, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as broken, qtbot.waitSignal(host.failed) as told:
        broken.setattr(practice_process, "own_command", lambda *_: [sys.executable, "-c", "print('no room')"])
        host.want(None)
    assert told.args == [Problem(Code.NO_PRACTICE, detail="no room")]
    assert "The practice server did not start: no room" in caplog.text
    account, _ = started(qtbot, host, None)
    assert account.base_url.startswith("http://127.0.0.1:")


def test_one_that_is_still_starting_ends_as_well(
    host: PracticeHost, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    host.want(None)
    host.close()
    assert not caplog.records
