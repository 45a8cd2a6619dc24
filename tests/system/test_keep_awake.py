"""Test staying awake, on a real bus with a logind of ours behind it: it never gets in the way of an upload."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import pytest
from tests.servers.logind import ASKED, RELEASED
from tests.servers.logind import logind as logind_on_a_bus

from ledgerdrop.system import keep_awake
from ledgerdrop.system.keep_awake import Awake

linux_only = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon, as on Linux"
)


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger=keep_awake.__name__)


def wait_for_thread() -> None:
    """Wait until no thread of ours holds a wish any more."""
    for thread in threading.enumerate():
        if thread.name == "awake":
            thread.join(20)
            assert not thread.is_alive()


@pytest.fixture
def logind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], IO[str]]]:
    """Start a bus of our own and a logind on it; give what that prints, line by line."""
    with ExitStack() as stack:

        def start(behaviour: str) -> IO[str]:
            address, said = stack.enter_context(logind_on_a_bus(tmp_path, behaviour))
            monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
            return said

        yield start


@linux_only
def test_logind_is_asked_and_told_when_it_is_over(logind: Callable[[str], IO[str]]) -> None:
    said = logind("answer")
    stay = Awake()
    for _ in range(2):
        stay.start()
        stay.start()  # once is enough
        assert said.readline() == ASKED
        stay.stop()
        stay.stop()
        assert said.readline() == RELEASED
    wait_for_thread()


@linux_only
def test_a_wish_ends_with_its_process(logind: Callable[[str], IO[str]]) -> None:
    said = logind("answer")
    script = "import sys; from ledgerdrop.system.keep_awake import Awake; Awake().start(); sys.stdin.read()"
    sources = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, env=sources) as process:
        assert said.readline() == ASKED
        process.kill()
    assert said.readline() == RELEASED


@linux_only
def test_a_logind_that_refuses_is_noted(logind: Callable[[str], IO[str]], caplog: pytest.LogCaptureFixture) -> None:
    said = logind("refuse")
    Awake().start()
    assert said.readline() == ASKED
    wait_for_thread()
    assert "may fall asleep while files are sent: DBusErrorResponse" in caplog.text


@linux_only
def test_a_logind_that_does_not_answer_is_noted(
    logind: Callable[[str], IO[str]], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep_awake, "PATIENCE", 0.05)
    said = logind("silent")
    Awake().start()
    assert said.readline() == ASKED
    wait_for_thread()
    assert "may fall asleep while files are sent: TimeoutError" in caplog.text


@linux_only
def test_a_computer_without_a_bus_is_noted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    awake = Awake()
    for _ in range(3):
        awake.start()
        wait_for_thread()
        awake.stop()
    assert caplog.messages == ["the computer may fall asleep while files are sent: FileNotFoundError"], "once"


@linux_only
def test_a_bus_that_says_nothing_is_noted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        listener.listen()
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        Awake().start()
        wait_for_thread()
    assert "may fall asleep while files are sent: TimeoutError" in caplog.text


@pytest.mark.skipif(sys.platform != "darwin", reason="asks macOS")
def test_macos_lists_the_wish() -> None:
    with keep_awake.no_sleep():
        assert b"caffeinate" in subprocess.check_output(["pmset", "-g", "assertions"])


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows")
def test_windows_takes_the_wish_back() -> None:
    import ctypes

    ask = ctypes.WinDLL("kernel32").SetThreadExecutionState  # type: ignore[attr-defined, unused-ignore]  # Windows only
    ask.argtypes, ask.restype = [ctypes.c_uint32], ctypes.c_uint32
    with keep_awake.no_sleep():
        assert ask(0x80000000) == 0x80000001  # its answer is the state before
    assert ask(0x80000000) == 0x80000000
