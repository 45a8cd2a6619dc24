"""Test progress on the taskbar: shown from a thread of its own, and never in the way of an upload."""

from __future__ import annotations

import ctypes
import logging
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from ledgerdrop.system import taskbar
from ledgerdrop.system.taskbar import Mood, Share, Taskbar


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    caplog.set_level(logging.DEBUG, logger=taskbar.__name__)
    monkeypatch.setattr(taskbar, "PAUSE", 0.0)


class Button:
    """Acts as a button of the taskbar: it reports what it shows, and None when that is over."""

    def __init__(self) -> None:
        self.shown: queue.Queue[Share | None] = queue.Queue()

    @contextmanager
    def __call__(self, _window: int) -> Iterator[Callable[[Share], None]]:
        yield self.shown.put
        self.shown.put(None)

    def next(self) -> Share | None:
        return self.shown.get(timeout=20)


@pytest.fixture
def button(monkeypatch: pytest.MonkeyPatch) -> Button:
    button = Button()
    monkeypatch.setattr(taskbar, "button", button)
    return button


def wait_for_thread() -> None:
    """Wait until nothing is shown any more."""
    for thread in threading.enumerate():
        if thread.name == "taskbar":
            thread.join(20)
            assert not thread.is_alive()


def test_the_taskbar_is_told_how_far_it_is_and_when_it_is_over(button: Button) -> None:
    bar = Taskbar(0)
    bar.show(None)  # nothing to take back; after the None that follows, the last share is of another batch
    for share in (
        Share(0),
        Share(421),
        Share(1000, Mood.TROUBLE),
        None,
        Share(7),
    ):
        bar.show(share)
        assert button.next() == share
    bar.close()
    assert button.next() is None
    wait_for_thread()
    assert button.shown.empty()


def test_of_many_changes_at_once_the_last_one_is_told(button: Button, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taskbar, "PAUSE", 0.5)
    bar = Taskbar(0)
    bar.show(Share(0))
    assert button.next() == Share(0)
    for permille in range(1, 501):
        bar.show(Share(permille))
    assert button.next() == Share(500)
    bar.close()
    wait_for_thread()


def test_a_taskbar_that_cannot_be_told_is_noted(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def broken(_window: int) -> Iterator[Callable[[Share], None]]:
        raise OSError(-1)
        yield

    monkeypatch.setattr(taskbar, "button", broken)
    bar = Taskbar(0)
    bar.show(Share(1))
    wait_for_thread()
    bar.show(Share(2))
    bar.close()
    wait_for_thread()
    assert caplog.text.count("no progress is shown on the taskbar: OSError") == 1


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows")
@pytest.mark.parametrize("mood", Mood)
def test_windows_takes_every_mood(mood: Mood) -> None:
    window = ctypes.WinDLL("user32").GetDesktopWindow()  # type: ignore[attr-defined, unused-ignore]  # Windows only
    with taskbar.button(window) as show:
        show(Share(421, mood))
