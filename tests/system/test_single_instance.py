"""The second instance: hands its files over, or says why not; and nobody else can hand us anything."""

from __future__ import annotations

import json
import logging
import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
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
    """Short, as the path of a Unix socket has 108 bytes at most."""
    short = Path(tempfile.mkdtemp(prefix="ld-"))
    yield short
    shutil.rmtree(short)


@pytest.fixture(params=["as the system does it", "by port"])
def first(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FirstInstance]:
    """A first instance that does not listen yet."""
    if request.param == "by port":
        monkeypatch.setattr(single_instance, "_new_listener", lambda _path: socket.create_server(("127.0.0.1", 0)))
    one = claim(folder, [])
    assert isinstance(one, FirstInstance)
    yield one
    one.close()


def door_of(folder: Path) -> Path:
    return next(folder.iterdir()) / "door"


def visit(folder: Path) -> socket.socket:
    family, address, _ = single_instance._read_door(door_of(folder))
    return single_instance._connect(family, address, 5.0)


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
    assert not door_of(folder).exists()
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


def test_practice_and_login_sessions_are_apart(
    first: FirstInstance, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice = claim(folder / "practice", [])
    assert isinstance(practice, FirstInstance)
    monkeypatch.setattr(single_instance, "_session", lambda: "another")
    elsewhere = claim(folder, [])
    assert isinstance(elsewhere, FirstInstance)
    practice.close()
    elsewhere.close()


@posix_only
def test_each_display_is_a_session_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    names = set()
    for wayland, display in (("wayland-0", ":0"), ("wayland-1", ":1"), ("", ":0"), ("", "")):
        monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
        monkeypatch.setenv("DISPLAY", display)
        names.add(single_instance._session())
    assert len(names) == 4


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
    assert door_of(folder).exists()
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
    monkeypatch.setattr(single_instance, "_PATIENCE", 0.3)
    other_process.send_signal(signal.SIGSTOP)
    os.waitpid(other_process.pid, os.WUNTRACED)  # until it stands still
    found = claim(folder, [LEDGER])
    other_process.send_signal(signal.SIGCONT)
    assert isinstance(found, Problem)
    assert found.code is Code.INSTANCE_SILENT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"address": 5, "key": "00"}',
        b'{"address": ["127.0.0.1", 99999999], "key": "00"}',
        b'{"address": "/no/such/socket", "key": "00"}',
        b'{"address": "/no/such/socket", "key": "xyz"}',
        b'{"address": null, "key": 7}',
    ],
)
def test_a_damaged_door_is_not_waited_at_long(folder: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 0.05)
    first = claim(folder, [])
    assert isinstance(first, FirstInstance)
    (next(folder.iterdir()) / "door").write_bytes(content)
    found = claim(folder, [LEDGER])
    first.close()
    assert isinstance(found, Problem)
    assert found.code is Code.INSTANCE_SILENT


def _nothing(_visitor: socket.socket, _key: bytes) -> None:
    pass


def _wrong_key(visitor: socket.socket, _key: bytes) -> None:
    nonce = visitor.recv(32)
    visitor.sendall(single_instance._proof(b"wrong", b"second", nonce) + b"\0\0\0\x02/a")


def _garbage(visitor: socket.socket, _key: bytes) -> None:
    visitor.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: someone\r\n\r\n")


def _too_long(visitor: socket.socket, key: bytes) -> None:
    visitor.sendall(single_instance._proof(key, b"second", visitor.recv(32)) + b"\xff\xff\xff\xff")


def _cut_off(visitor: socket.socket, key: bytes) -> None:
    visitor.sendall(single_instance._proof(key, b"second", visitor.recv(32)) + b"\0\0\0\x09/a")


def _not_text(visitor: socket.socket, key: bytes) -> None:
    visitor.sendall(single_instance._proof(key, b"second", visitor.recv(32)) + b"\0\0\0\x03/\xff\xff")


def _not_absolute(visitor: socket.socket, key: bytes) -> None:
    visitor.sendall(single_instance._proof(key, b"second", visitor.recv(32)) + b"\0\0\0\x04a\0/b")


def _replayed(visitor: socket.socket, key: bytes) -> None:
    visitor.recv(32)
    visitor.sendall(single_instance._proof(key, b"second", bytes(32)) + b"\0\0\0\x02/a")


@pytest.mark.parametrize(
    "behave", [_nothing, _wrong_key, _garbage, _too_long, _cut_off, _not_text, _not_absolute, _replayed]
)
def test_a_visitor_who_does_not_keep_to_the_exchange_is_turned_away(
    first: FirstInstance,
    folder: Path,
    behave: Callable[[socket.socket, bytes], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger=single_instance.__name__)
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    with visit(folder) as visitor:
        behave(visitor, single_instance._read_door(door_of(folder))[2])
        with suppress(OSError):  # turned away already
            visitor.shutdown(socket.SHUT_WR)
        with pytest.raises(ConnectionResetError):
            single_instance._receive(visitor, 2**20, time.monotonic() + 10)  # to the end: no proof comes
    assert claim(folder, [ROOT / "after.csv"]) == HandedOver()
    assert inbox.get(timeout=60) == (ROOT / "after.csv",)
    assert inbox.empty()
    assert "a visitor was turned away" in caplog.text


def test_visitors_who_say_nothing_hold_up_nobody(first: FirstInstance, folder: Path) -> None:
    inbox: Inbox = queue.SimpleQueue()
    first.listen(inbox.put)
    with ExitStack() as idle:
        for number in range(100):
            visitor = idle.enter_context(visit(folder))
            if number % 2:
                visitor.sendall(b"x")  # and one who drips
        assert claim(folder, [LEDGER]) == HandedOver()
        assert inbox.get(timeout=60) == (LEDGER,)


def test_a_visitor_who_says_nothing_is_sent_away(
    first: FirstInstance, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 0.1)
    first.listen(lambda _paths: None)
    with visit(folder) as visitor, pytest.raises(ConnectionResetError):
        single_instance._receive(visitor, 2**20, time.monotonic() + 60)


def test_a_first_instance_that_does_not_know_the_key_is_not_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may have the port of one that was killed."""
    monkeypatch.setattr(single_instance, "_PATIENCE", 0.3)
    first = claim(folder, [])
    assert isinstance(first, FirstInstance)
    with socket.create_server(("127.0.0.1", 0)) as impostor:
        door = {"address": impostor.getsockname(), "key": "00" * 32}
        (next(folder.iterdir()) / "door").write_text(json.dumps(door))

        def play() -> None:
            visitor, _ = impostor.accept()
            with visitor:
                visitor.sendall(bytes(32))
                visitor.recv(1000)
                visitor.sendall(bytes(32))

        thread = threading.Thread(target=play)
        thread.start()
        found = claim(folder, [LEDGER])
        thread.join()
    first.close()
    assert isinstance(found, Problem)


def test_a_mistake_in_taking_paths_does_not_end_the_listening(
    first: FirstInstance, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[tuple[Path, ...]] = []

    def on_paths(paths: tuple[Path, ...]) -> None:
        calls.append(paths)
        if len(calls) == 1:
            raise KeyError("a bug")

    first.listen(on_paths)
    assert claim(folder, [LEDGER]) == HandedOver()  # the second try
    assert calls == [(LEDGER,)] * 2
    assert "could not be taken" in caplog.text


@posix_only
def test_others_cannot_enter(first: FirstInstance, folder: Path) -> None:
    first.listen(lambda _paths: None)
    place = door_of(folder).parent
    assert place.stat().st_mode & 0o777 == 0o700
    assert door_of(folder).stat().st_mode & 0o777 == 0o600


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


@posix_only
@pytest.mark.parametrize("runtime", ["given", "too long", "none"])
def test_a_path_too_long_for_a_socket_does_not_matter(
    folder: Path, runtime: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The socket is then in the runtime folder, closed to others; never a port that anybody may connect to."""
    given = {"given": str(folder), "too long": str(folder / ("y" * 120)), "none": ""}[runtime]
    monkeypatch.setenv("XDG_RUNTIME_DIR", given)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    long = folder / ("x" * 120)
    inbox: Inbox = queue.SimpleQueue()
    first = claim(long, [])
    assert isinstance(first, FirstInstance)
    first.listen(inbox.put)
    family, address, _ = single_instance._read_door(door_of(long))
    assert family is socket.AF_UNIX
    assert Path(str(address)).parent.parent == folder
    assert Path(str(address)).parent.stat().st_mode & 0o777 == 0o700
    assert claim(long, [LEDGER]) == HandedOver()
    assert inbox.get(timeout=60) == (LEDGER,)
    first.close()
    assert not Path(str(address)).exists()


@posix_only
def test_a_runtime_folder_that_leads_elsewhere_is_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    (folder / "ledgerdrop").symlink_to(tmp_path)
    first = claim(folder / ("x" * 120), [])
    assert isinstance(first, FirstInstance)
    first.listen(lambda _paths: None)
    first.close()
    assert "other instances cannot reach this one: PermissionError" in caplog.text
    assert list(tmp_path.iterdir()) == []
