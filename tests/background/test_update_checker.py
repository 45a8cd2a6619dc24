"""Test when somebody is asked about newer versions, and when nobody is."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot
from tests.faults.control import FaultServer
from tests.faults.scenario import Step
from tests.servers.proxies import free_port

import ledgerdrop
from ledgerdrop.background import update_checker
from ledgerdrop.background.update_checker import DAY, LastCheck, UpdateWatch, recall, remember
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Policy, Release, Settings, Standing
from ledgerdrop.net.network import Network

PAGE = "https://www.example.com/download"
NEWER = Release("9.1.0", PAGE)
PATIENCE = 20_000  # milliseconds


def says(version: str) -> Step:
    return Step(200, (("Content-Type", "application/json"),), json.dumps({"version": version, "page": PAGE}))


def asking(address: str, *, ask_for: bool = True, fixed: bool = False) -> Settings:
    policy = Policy(frozenset({"ask_for_updates"} if fixed else ()), updates_address=address)
    return Settings(ask_for_updates=ask_for, policy=policy)


class MakeWatch(Protocol):
    def __call__(self, *, practising: bool = False) -> UpdateWatch: ...


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_checker, "FIRST_LOOK", 0)
    monkeypatch.setattr(ledgerdrop, "__version__", "1.0.0")


def is_looking() -> bool:
    """Return whether somebody is being asked."""
    return any(thread.name == "updates" for thread in threading.enumerate())


@pytest.fixture
def make_watch(qtbot: QtBot, tmp_path: Path, fault_network: Network) -> Iterator[MakeWatch]:
    """Give a function that makes update watches, which end after the test; all share one memory."""
    watches: list[UpdateWatch] = []

    def make(*, practising: bool = False) -> UpdateWatch:
        watch = UpdateWatch(tmp_path, lambda: fault_network, practising=practising)
        watches.append(watch)
        return watch

    yield make
    for watch in watches:
        assert watch.shutdown()
        watch.deleteLater()


def looked(qtbot: QtBot, watch: UpdateWatch, settings: Settings) -> None:
    """Let the watch look once, to the end."""
    with qtbot.waitSignal(watch.looked, timeout=PATIENCE):
        watch.use(settings)


def test_a_newer_version_is_told(qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch) -> None:
    with faults.scenario([says("9.1.0")]) as scenario:
        watch = make_watch()
        with qtbot.waitSignal(watch.found, timeout=PATIENCE) as told:
            watch.use(asking(scenario.base_url))
        assert told.args == [NEWER]


@pytest.mark.parametrize("version", ["1.0.0", "1.0", "0.9.9", "1.0.0rc1", "latest"])
def test_the_same_version_an_older_one_and_garbage_are_not(
    qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch, version: str
) -> None:
    with faults.scenario([says(version)]) as scenario:
        watch = make_watch()
        with qtbot.assertNotEmitted(watch.found):
            looked(qtbot, watch, asking(scenario.base_url))
        assert len(scenario.requests()) == 1


def test_one_question_a_day_over_all_starts(
    qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch, tmp_path: Path
) -> None:
    with faults.scenario([says("9.1.0")]) as scenario:
        settings = asking(scenario.base_url)
        for _ in range(3):  # what was found is still told
            watch = make_watch()
            with qtbot.waitSignal(watch.found, timeout=PATIENCE):
                watch.use(settings)
        with qtbot.waitSignal(watch.looked, timeout=PATIENCE):
            watch.timer.setInterval(0)  # as every hour
        assert len(scenario.requests()) == 1
        known = recall(tmp_path)
        assert known.release == NEWER
        assert remember(tmp_path, replace(known, asked_at=known.asked_at - DAY))
        looked(qtbot, make_watch(), settings)
        assert len(scenario.requests()) == 2
        assert remember(tmp_path, replace(known, asked_at=time.time() + 30 * DAY))  # and then the clock was set back
        looked(qtbot, make_watch(), settings)
        assert len(scenario.requests()) == 3


def test_a_version_that_was_installed_meanwhile_is_not_told(
    qtbot: QtBot, make_watch: MakeWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert remember(tmp_path, LastCheck(time.time(), NEWER))
    monkeypatch.setattr(ledgerdrop, "__version__", "9.1.0")
    watch = make_watch()
    with qtbot.assertNotEmitted(watch.found):
        looked(qtbot, watch, asking("https://127.0.0.1:9/"))


def test_a_version_that_the_user_declined_is_not_told_unasked(
    qtbot: QtBot, make_watch: MakeWatch, tmp_path: Path
) -> None:
    assert remember(tmp_path, LastCheck(time.time(), NEWER))
    watch = make_watch()
    with qtbot.assertNotEmitted(watch.found):
        looked(qtbot, watch, replace(asking("https://127.0.0.1:9/"), declined_version="9.1.0"))


def test_nobody_is_asked_before_the_settings_are_known(
    qtbot: QtBot, make_watch: MakeWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", "https://127.0.0.1:9/")
    watch = make_watch()
    with qtbot.waitSignal(watch.answered) as told:
        watch.ask_now()
    assert told.args == [Standing.OFF_BY_IT]
    assert not is_looking()


@pytest.mark.parametrize("step", [Step(500), Step(body="{"), Step(body="x", drip=0.01, repeat=10)])
def test_a_server_that_answers_badly_is_not_asked_again_the_same_day(
    qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch, step: Step
) -> None:
    with faults.scenario([step]) as scenario:
        for _ in range(2):
            watch = make_watch()
            with qtbot.assertNotEmitted(watch.found), qtbot.assertNotEmitted(watch.answered):
                looked(qtbot, watch, asking(scenario.base_url))
        assert len(scenario.requests()) == 1


def test_where_nobody_was_reached_nobody_was_asked(qtbot: QtBot, make_watch: MakeWatch, tmp_path: Path) -> None:
    looked(qtbot, make_watch(), asking("https://name.that.is.not.there.invalid/"))
    assert recall(tmp_path) == LastCheck()
    looked(qtbot, make_watch(), asking(f"https://127.0.0.1:{free_port()}/"))  # but this one has refused
    assert not recall(tmp_path).is_due(time.time())


def test_what_cannot_be_remembered_is_not_asked(
    qtbot: QtBot, faults: FaultServer, fault_network: Network, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with faults.scenario([says("9.1.0")]) as scenario:
        watch = UpdateWatch(tmp_path / "data", lambda: fault_network)
        looked(qtbot, watch, asking(scenario.base_url))
        assert scenario.requests() == []
        with qtbot.waitSignal(watch.answered, timeout=PATIENCE) as told:
            watch.ask_now()  # the user may all the same
        assert told.args == [NEWER]
        assert watch.shutdown()


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        (Settings(), Standing.NOT_SET_UP),
        (asking(""), Standing.OFF_BY_IT),
        (asking("http://127.0.0.1:9/"), Standing.NOT_SET_UP),
        (asking("https://127.0.0.1:9/", ask_for=False, fixed=True), Standing.OFF_BY_IT),
    ],
)
def test_nobody_is_asked_where_that_is_off(
    qtbot: QtBot, make_watch: MakeWatch, settings: Settings, word: Standing, tmp_path: Path
) -> None:
    watch = make_watch()
    watch.use(settings)
    with qtbot.waitSignal(watch.answered) as told:
        watch.ask_now()
    assert told.args == [word]
    assert not watch.timer.isActive()
    assert not is_looking()
    assert list(tmp_path.iterdir()) == []


def test_the_user_can_switch_it_off_and_still_ask(qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch) -> None:
    with faults.scenario([says("9.1.0")]) as scenario:
        watch = make_watch()
        watch.use(asking(scenario.base_url, ask_for=False))
        assert not watch.timer.isActive()
        with qtbot.waitSignal(watch.answered, timeout=PATIENCE) as told:
            watch.ask_now()
        assert told.args == [NEWER]
        looked(qtbot, watch, asking(scenario.base_url))  # switched on again: today's question was asked
        watch.use(asking(scenario.base_url, ask_for=False))
        assert not watch.timer.isActive()
        assert len(scenario.requests()) == 1


def test_nothing_leaves_the_computer_while_practising(
    qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch
) -> None:
    with faults.scenario([says("9.1.0")]) as scenario:
        watch = make_watch(practising=True)
        watch.use(asking(scenario.base_url))
        with qtbot.waitSignal(watch.answered) as told:
            watch.ask_now()
        assert told.args == [Standing.PRACTISING]
        assert not watch.timer.isActive()
        assert scenario.requests() == []


def test_by_hand_the_newest_version_is_said_to_be_that(
    qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch
) -> None:
    with faults.scenario([says("1.0.0")]) as scenario:
        watch = make_watch()
        looked(qtbot, watch, asking(scenario.base_url))
        with qtbot.waitSignal(watch.answered, timeout=PATIENCE) as told:
            watch.ask_now()
        assert told.args == [Standing.ON]
        assert len(scenario.requests()) == 2  # a user who asks gets the newest answer


def test_by_hand_what_cannot_be_reached_is_a_problem(qtbot: QtBot, make_watch: MakeWatch) -> None:
    watch = make_watch()
    watch.use(asking(f"https://127.0.0.1:{free_port()}/", ask_for=False))
    with qtbot.waitSignal(watch.answered, timeout=PATIENCE) as told:
        watch.ask_now()
    assert told.args is not None
    (problem,) = told.args
    assert isinstance(problem, Problem)
    assert (problem.code, problem.params) == (Code.NEWEST_UNKNOWN, {"host": "127.0.0.1"})


def test_whoever_asks_while_it_looks_is_answered(qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch) -> None:
    with faults.scenario([Step(500, hold=True), says("9.1.0")]) as scenario:
        watch = make_watch()
        watch.use(asking(scenario.base_url))
        qtbot.waitUntil(lambda: bool(scenario.requests()))
        scenario.wait_for("holding")
        with qtbot.waitSignal(watch.answered, timeout=PATIENCE) as told:
            watch.ask_now()
            watch.ask_now()
            scenario.release()
        assert told.args == [NEWER]
        assert len(scenario.requests()) == 2


def test_it_ends_at_once_while_a_server_keeps_it_waiting(
    qtbot: QtBot, faults: FaultServer, make_watch: MakeWatch
) -> None:
    with faults.scenario([Step(hold=True)]) as scenario:
        watch = make_watch()
        watch.use(asking(scenario.base_url))
        qtbot.waitUntil(lambda: bool(scenario.requests()))
        scenario.wait_for("holding")
        assert watch.shutdown()


def test_the_windows_thread_never_waits(qtbot: QtBot, tmp_path: Path) -> None:
    """Not even while it is found out what the network is."""
    leave = threading.Event()

    def slow() -> Problem:
        leave.wait()
        return Problem(Code.OFFLINE)

    watch = UpdateWatch(tmp_path, slow)
    watch.use(asking("https://127.0.0.1:9/"))
    qtbot.waitUntil(is_looking)
    heard: list[object] = []
    watch.answered.connect(heard.append)
    watch.ask_now()
    qtbot.wait(0)
    assert heard == []
    leave.set()
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=PATIENCE)
    assert watch.shutdown()


def test_a_bug_is_logged_and_answered(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Problem:
        raise RuntimeError

    watch = UpdateWatch(tmp_path, broken)
    watch.use(asking("https://127.0.0.1:9/", ask_for=False))
    with qtbot.waitSignal(watch.answered) as told:
        watch.ask_now()
    assert told.args is not None
    assert told.args[0].code is Code.UNEXPECTED
    assert "broke down" in caplog.text
    assert watch.shutdown()
