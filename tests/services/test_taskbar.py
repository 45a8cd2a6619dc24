"""Progress on the taskbar: told to a real bus, on which a dock of ours listens, and never in the way of an upload."""

from __future__ import annotations

import ctypes
import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ledgerdrop.services import taskbar
from ledgerdrop.services.taskbar import Mood, Share, Taskbar

linux_only = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon, as on Linux"
)


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    caplog.set_level(logging.DEBUG, logger=taskbar.__name__)
    monkeypatch.setattr(taskbar, "_PAUSE", 0.0)


class Dock:
    """Listens as docks do."""

    def __init__(self, address: str) -> None:
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self._bus = open_dbus_connection(address)
        Proxy(message_bus, self._bus).AddMatch(MatchRule(type="signal", interface=taskbar._LAUNCHER, member="Update"))
        owners = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        Proxy(message_bus, self._bus).AddMatch(owners)

    def hear(self) -> tuple[str, dict[str, Any]]:
        """The next change: of which program, and what."""
        while True:
            message = self._bus.receive(timeout=20)
            if message.header.fields.get(3) == "Update":
                uri, properties = message.body
                return uri, {name: value for name, (_signature, value) in properties.items()}

    def hear_leave(self) -> None:
        """Wait until a program has left the bus."""
        while True:
            message = self._bus.receive(timeout=20)
            if message.header.fields.get(3) == "NameOwnerChanged" and message.body[2] == "":
                return

    def close(self) -> None:
        self._bus.close()


@pytest.fixture
def dock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dock]:
    command = ("dbus-daemon", "--session", "--nofork", "--print-address")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        listening = Dock(address)
        yield listening
        listening.close()
        daemon.kill()


def wait_for_thread() -> None:
    """Until nothing is shown any more."""
    for thread in threading.enumerate():
        if thread.name == "taskbar":
            thread.join(20)
            assert not thread.is_alive()


def told_as(progress: float, *, visible: bool = True, urgent: bool = False) -> tuple[str, dict[str, Any]]:
    """What docks are told of our desktop file."""
    said = {"progress": progress, "progress-visible": visible, "urgent": urgent}
    return "application://ledgerdrop.desktop", said


@linux_only
def test_docks_are_told_how_far_it_is_and_when_it_is_over(dock: Dock) -> None:
    bar = Taskbar(0)
    bar.show(None)  # nothing to take back
    bar.show(Share(0))
    assert dock.hear() == told_as(0.0)
    bar.show(Share(421))
    assert dock.hear() == told_as(0.421)
    bar.show(Share(1000, Mood.TROUBLE))
    assert dock.hear() == told_as(1.0, urgent=True)
    bar.show(None)
    assert dock.hear() == told_as(0.0, visible=False)
    dock.hear_leave()
    bar.show(Share(7))  # the next batch
    assert dock.hear() == told_as(0.007)
    bar.close()
    assert dock.hear() == told_as(0.0, visible=False)
    wait_for_thread()


@linux_only
def test_of_many_changes_at_once_the_last_one_is_told(dock: Dock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taskbar, "_PAUSE", 0.5)
    bar = Taskbar(0)
    bar.show(Share(0))
    assert dock.hear() == told_as(0.0)
    for permille in range(1, 501):
        bar.show(Share(permille))
    assert dock.hear() == told_as(0.5)
    bar.close()
    wait_for_thread()


@linux_only
def test_a_computer_without_a_bus_is_noted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    bar = Taskbar(0)
    bar.show(Share(1))
    wait_for_thread()
    bar.show(Share(2))
    bar.close()
    wait_for_thread()
    assert caplog.text.count("no progress is shown on the taskbar: FileNotFoundError") == 1


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows")
@pytest.mark.parametrize("mood", Mood)
def test_windows_takes_every_mood(mood: Mood) -> None:
    window = ctypes.WinDLL("user32").GetDesktopWindow()  # type: ignore[attr-defined, unused-ignore]  # Windows only
    with taskbar._button(window) as show:
        show(Share(421, mood))
