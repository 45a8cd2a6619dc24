"""Test that a second instance passes its files on, or says why not; and that nobody else can pass us anything."""

from __future__ import annotations

import logging
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.system import single_instance
from ledgerdrop.system.single_instance import FirstInstance, HandedOver, claim

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and rights of POSIX")

SOURCES = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

ROOT = Path(Path.cwd().anchor)
LEDGER = ROOT / "ledger.csv"

Inbox = queue.SimpleQueue[tuple[Path, ...]]


@pytest.fixture
def folder() -> Iterator[Path]:
    short = Path(tempfile.mkdtemp(prefix="ld-"))
    yield short
    shutil.rmtree(short)


@pytest.fixture
def first(folder: Path) -> Iterator[FirstInstance]:
    """Give a first instance that does not listen yet."""
    one = claim(folder, [])
    assert isinstance(one, FirstInstance)
    yield one
    one.close()


def left_in(folder: Path) -> list[Path]:
    """Return what second starts have left there."""
    return list(folder.glob("*/*.paths"))


def test_paths_are_handed_over(first: FirstInstance, folder: Path) -> None:
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    paths = (ROOT / "a b.csv", ROOT / "not-\udcff-unicode.xlsx", ROOT / "帳簿\n.zip")
    assert claim(folder, paths) == HandedOver()
    assert inbox.get(timeout=60) == paths
    assert claim(folder, []) == HandedOver()
    assert inbox.get(timeout=60) == ()


def test_relative_paths_are_those_of_the_second_instance(first: FirstInstance, folder: Path, tmp_path: Path) -> None:
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    script = "import os, sys; from pathlib import Path; from ledgerdrop.system.single_instance import claim; "
    script += "os.chdir(sys.argv[2]); print(claim(Path(sys.argv[1]), [Path('x/../ledger.csv')]))"
    said = subprocess.check_output([sys.executable, "-c", script, str(folder), str(tmp_path)], env=SOURCES)
    assert said.strip() == b"HandedOver()"
    assert inbox.get(timeout=60) == (tmp_path / "ledger.csv",)


def test_ten_thousand_long_paths_are_handed_over(first: FirstInstance, folder: Path) -> None:
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    paths = tuple(ROOT / f"{'folder/' * 60}ledger-{number}.csv" for number in range(10_000))
    assert claim(folder, paths) == HandedOver()
    assert inbox.get(timeout=60) == paths


def test_a_second_instance_waits_until_the_first_listens(first: FirstInstance, folder: Path) -> None:
    inbox: Inbox = queue.SimpleQueue()
    outcome: queue.SimpleQueue[object] = queue.SimpleQueue()
    second = threading.Thread(target=lambda: outcome.put(claim(folder, [LEDGER])))
    second.start()
    first.listen(inbox.put)
    assert inbox.get(timeout=60) == (LEDGER,)
    assert outcome.get(timeout=60) == HandedOver()
    second.join()


def test_many_instances_at_once_are_all_heard(first: FirstInstance, folder: Path) -> None:
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    outcomes: queue.SimpleQueue[object] = queue.SimpleQueue()
    wanted = {(ROOT / f"{number}.csv",) for number in range(20)}
    # Explorer starts a program once for each file that is selected.
    threads = [threading.Thread(target=lambda one=one: outcomes.put(claim(folder, one))) for one in wanted]
    for thread in threads:
        thread.start()
    assert {inbox.get(timeout=60) for _ in wanted} == wanted
    assert [outcomes.get(timeout=60) for _ in wanted] == [HandedOver()] * 20
    for thread in threads:
        thread.join()


def test_the_place_is_free_after_close(first: FirstInstance, folder: Path) -> None:
    first.listen(lambda _paths: None)
    first.close()
    again = claim(folder, [])
    assert isinstance(again, FirstInstance)
    again.close()


def test_a_start_while_the_first_one_ends_becomes_the_first(first: FirstInstance, folder: Path) -> None:
    first.listen(lambda _paths: None)
    first.stop_listening()
    outcome: queue.SimpleQueue[object] = queue.SimpleQueue()
    second = threading.Thread(target=lambda: outcome.put(claim(folder, [LEDGER])))
    second.start()
    first.close()
    found = outcome.get(timeout=60)
    second.join()
    assert isinstance(found, FirstInstance)
    found.close()


def test_practice_is_apart(first: FirstInstance, folder: Path) -> None:
    practice = claim(folder / "practice", [])
    assert isinstance(practice, FirstInstance)
    practice.close()


@posix_only
def test_each_display_is_a_session_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ExitStack() as stack:
        for wayland, display in (("wayland-0", ":0"), ("wayland-1", ":1"), ("", ":0"), ("", "")):
            monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
            monkeypatch.setenv("DISPLAY", display)
            one = claim(folder, [])
            assert isinstance(one, FirstInstance)
            stack.callback(one.close)
    assert len(list(folder.iterdir())) == 4


_FIRST = """
import sys
from pathlib import Path
from ledgerdrop.system.single_instance import claim
first = claim(Path(sys.argv[1]), [])
first.listen(print)
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_process(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", _FIRST, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=SOURCES) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield process
        process.kill()


@posix_only
def test_what_a_killed_instance_leaves_is_not_in_the_way(
    other_process: subprocess.Popen[bytes], folder: Path
) -> None:
    other_process.kill()
    other_process.wait()
    one = claim(folder, [])
    assert isinstance(one, FirstInstance)
    inbox: Inbox = queue.SimpleQueue()
    one.listen(inbox.put)
    assert claim(folder, [LEDGER]) == HandedOver()
    assert inbox.get(timeout=60) == (LEDGER,)
    one.close()


@posix_only
def test_a_first_instance_that_hangs_is_not_waited_for_long(
    other_process: subprocess.Popen[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE", 0.3)
    other_process.send_signal(signal.SIGSTOP)
    os.waitpid(other_process.pid, os.WUNTRACED)  # until it stands still
    found = claim(folder, [LEDGER])
    other_process.send_signal(signal.SIGCONT)
    assert isinstance(found, Problem)
    assert found.code is Code.INSTANCE_SILENT
    assert left_in(folder) == []  # and it does not take them later


def test_what_a_killed_second_start_has_left_is_taken(folder: Path) -> None:
    first = claim(folder, [])
    assert isinstance(first, FirstInstance)
    assert first.folder is not None
    (first.folder / "0123.paths").write_bytes(os.fsencode(LEDGER))
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    assert inbox.get(timeout=60) == (LEDGER,)
    first.close()
    assert left_in(folder) == []


@posix_only
def test_what_cannot_be_taken_at_once_is_taken_later(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Fail as Windows does while a virus scanner has the file open."""
    caplog.set_level(logging.DEBUG, logger=single_instance.__name__)
    first = claim(folder, [])
    assert isinstance(first, FirstInstance)
    assert first.folder is not None
    held = first.folder / "0123.paths"
    held.mkdir()
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    while "cannot be taken yet" not in caplog.text:
        threading.Event().wait(0.01)
    held.rename(folder / "away")
    assert claim(folder, [LEDGER]) == HandedOver()
    assert inbox.get(timeout=60) == (LEDGER,)
    first.close()


@posix_only
def test_others_cannot_enter(first: FirstInstance, folder: Path) -> None:
    assert first.folder is not None
    assert first.folder.stat().st_mode & 0o777 == 0o700


@posix_only
def test_a_folder_that_someone_else_made_is_not_trusted(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)  # so that the folder is not ours
    for _ in range(2):  # nobody can be told apart there, so everyone is the first
        alone = claim(folder, [])
        assert isinstance(alone, FirstInstance)
        alone.listen(lambda _paths: None)
        alone.close()
    assert "no place to find other instances: PermissionError" in caplog.text
