"""The whole program, put together as its users get it: offscreen, with its own practice server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ledgerdrop.app import App
from ledgerdrop.pipeline.accounts import Environment
from ledgerdrop.services.instance import FirstInstance, claim
from ledgerdrop.services.locations import Locations, locations
from ledgerdrop.workers.entries import State

LEDGER = b"date,invoice,amount\n2026-11-23,INV-1,118.00\n"
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    return locations(practice=True, environ={"LEDGERDROP_HOME": str(tmp_path / "home")})


@pytest.fixture
def app(qtbot: QtBot, places: Locations) -> Iterator[App]:
    place = claim(places.cache, [])
    assert isinstance(place, FirstInstance)
    app = App(places, place, practice=True)
    qtbot.addWidget(app.window)
    yield app
    app.close()


def ledger(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(LEDGER)
    return path


def states(app: App) -> list[State]:
    return [app.queue.entry(row).state for row in app.queue.ids()]


def test_practice_begins_with_an_account_that_works(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    app.open([ledger(tmp_path, "march.csv")])
    qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
    account = app.window.account
    assert account is not None
    assert account.environment is Environment.PRACTICE
    app.window.send()
    qtbot.waitUntil(lambda: states(app) == [State.UPLOADED], timeout=PATIENCE)


def test_a_second_start_hands_its_files_to_the_first(
    app: App, qtbot: QtBot, places: Locations, tmp_path: Path
) -> None:
    app.open([])
    qtbot.waitUntil(lambda: app.window.account is not None, timeout=PATIENCE)
    second = "from pathlib import Path; import sys; from ledgerdrop.services.instance import *; "
    second += "sys.exit(0 if isinstance(claim(Path(sys.argv[1]), [Path(sys.argv[2])]), HandedOver) else 1)"
    path = ledger(tmp_path, "april.csv")
    child = subprocess.Popen([sys.executable, "-c", second, str(places.cache), str(path)])
    qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
    assert child.wait() == 0


def test_what_was_sent_is_still_listed_after_the_next_start(qtbot: QtBot, places: Locations, tmp_path: Path) -> None:
    for expected in (State.READY, State.UPLOADED):
        place = claim(places.cache, [])
        assert isinstance(place, FirstInstance)
        app = App(places, place, practice=True)
        qtbot.addWidget(app.window)
        app.open([ledger(tmp_path, "march.csv")] if expected is State.READY else [])
        qtbot.waitUntil(lambda app=app, expected=expected: states(app) == [expected], timeout=PATIENCE)  # type: ignore[misc] # bound now
        if expected is State.READY:
            app.window.send()
            qtbot.waitUntil(lambda app=app: states(app) == [State.UPLOADED], timeout=PATIENCE)  # type: ignore[misc]
        app.close()


def test_the_command_opens_the_window_and_ends_with_it(tmp_path: Path) -> None:
    """As a process: until the window is there and closed, with nothing on the error output."""
    script = (
        "import sys; import ledgerdrop.app as app\n"
        "start = app.App._start\n"
        "def soon(self): start(self); self.keeper.saved.connect(lambda _settings: self.window.close())\n"
        "app.App._start = soon\n"
        "sys.exit(app.main(['--practice']))\n"
    )
    variables = {**os.environ, "LEDGERDROP_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=variables, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
