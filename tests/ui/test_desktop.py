"""Test the progress of all files on the taskbar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.states import Scene, entry

from ledgerdrop.model.transfers import State, Summary
from ledgerdrop.system.taskbar import Mood, Share
from ledgerdrop.ui.desktop import IconProgress, share_of

Show = Callable[[Scene], Scene]


class Shown:
    """Remembers what it is told to show."""

    def __init__(self) -> None:
        self.shares: list[Share | None] = []

    def show(self, share: Share | None) -> None:
        self.shares.append(share)

    def close(self) -> None:
        self.shares.append(None)


@pytest.mark.parametrize(
    ("summary", "share"),
    [
        (Summary(), None),
        (Summary(ready=3, warned=2, checking=1), None),
        (Summary(sending=2, bytes_done=0, bytes_total=0), Share(0)),
        (Summary(sending=2, queued=3, bytes_done=421, bytes_total=1000), Share(421)),
        (Summary(sending=1, bytes_done=6 * 1024**3, bytes_total=12 * 1024**3), Share(500)),
        (Summary(sending=2, held=3, bytes_done=1, bytes_total=2, paused=True), Share(500, Mood.HELD)),
        (Summary(queued=3, bytes_done=1, bytes_total=2, offline=True), Share(500, Mood.HELD)),
        (Summary(held=3, bytes_done=1, bytes_total=2), Share(500, Mood.HELD)),
    ],
)
def test_what_the_icon_shows(summary: Summary, share: Share | None) -> None:
    assert share_of(summary, unseen=False) == share


def test_a_batch_is_shown_from_its_begin_to_its_end(show: Show, qtbot: QtBot) -> None:
    scene, shown = show(states.empty()), Shown()
    scene.window.activateWindow()
    qtbot.waitUntil(scene.window.isActiveWindow)
    progress = IconProgress(scene.queue, scene.window, shown)  # type: ignore[arg-type]  # staged
    scene.queue.put([entry(1, "a.csv", State.READY)])
    scene.queue.change(entry(1, "a.csv", State.SENDING), bytes_done=1, bytes_total=4)
    scene.queue.count(bytes_done=3, bytes_total=4)
    scene.queue.count(bytes_done=3, bytes_total=4)
    scene.queue.change(entry(1, "a.csv", State.FAILED))  # seen: the window is in front
    assert shown.shares == [Share(250), Share(750), None]
    progress.close()
    assert shown.shares[-1] is None


def test_trouble_is_shown_until_somebody_looks(show: Show, qtbot: QtBot) -> None:
    scene, shown = show(states.empty()), Shown()
    elsewhere = QWindow()  # no widget, so to the application's own windows it is like another program's
    elsewhere.show()
    elsewhere.requestActivate()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    IconProgress(scene.queue, scene.window, shown)  # type: ignore[arg-type]  # staged
    scene.queue.put([entry(1, "a.csv", State.SENDING)], bytes_done=1, bytes_total=4)
    scene.queue.change(entry(1, "a.csv", State.FAILED))
    assert shown.shares == [Share(250), Share(1000, Mood.TROUBLE)]
    scene.window.activateWindow()
    qtbot.waitUntil(lambda: shown.shares[-1] is None)
    elsewhere.close()
