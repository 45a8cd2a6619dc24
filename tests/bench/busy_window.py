"""Measure the real window for benchmarks, in a process of its own: `busy_window.py WHAT URL CA FOLDER`.

Prints seconds: `listed` and `grouped` one number; `small`, `large` and `read` the 99th percentile and the worst
lateness of a 10 ms timer on the window's thread, while files are being sent or one is looked into for its preview.
"""

from __future__ import annotations

import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ledgerdrop.background.inspection_service import InspectionReport, InspectionService
from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.transfers import State
from ledgerdrop.net.network import open_network
from ledgerdrop.net.session import no_proxies
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.main_window import MainWindow

_LISTED = 10_000
_EVERY = 0.010  # seconds


class Lateness(QObject):
    """Measures how much later than wanted a timer's slot runs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(_EVERY * 1000))
        self._timer.timeout.connect(self._on_time)

    def start(self) -> None:
        self._due = time.perf_counter() + _EVERY
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_time(self) -> None:
        now = time.perf_counter()
        self.found.append(max(0.0, now - self._due))
        self._due = now + _EVERY


class Bench:
    """Runs a window over a queue that sends to the sink."""

    def __init__(self, url: str, ca: str, folder: Path, jobs: int) -> None:
        self.application = QApplication([])
        self.account = Account("bench", "Bench", Environment.CUSTOM, url, str(uuid.uuid4()))
        network = open_network(no_proxies, {"SSL_CERT_FILE": ca})
        steps = Operations(lambda: network)
        self.queue = TransferQueue(lambda: steps, lambda _account: "a-token", uploads_at_once=jobs)
        self.settings_service = SettingsService(folder / "settings", TokenStore(), lambda: steps)
        self.window = MainWindow(self.queue, self.settings_service)
        self.window.show()

    def until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self.application.processEvents()
            time.sleep(0.0005)

    def close(self) -> None:
        self.queue.shutdown()
        self.settings_service.shutdown()


def listed(bench: Bench, paths: list[Path]) -> str:
    began = time.perf_counter()
    bench.queue.add(paths, bench.account)
    rows = _LISTED + (0 if paths[0].is_file() else len(paths))  # each folder has a row as well
    bench.until(lambda: bench.window.workspace.list.model().rowCount() == rows)
    bench.application.processEvents()
    return str(time.perf_counter() - began)


def lateness(bench: Bench, paths: list[Path]) -> str:
    """Measure while the last files are sent; the others stand in the list, checked and ready."""
    bench.queue.add(paths, bench.account)
    bench.until(lambda: bench.queue.summary().ready == len(paths))
    sent = bench.queue.ids()[_LISTED:]
    bench.queue.send(sent)
    waiting = set(sent)

    def all_sent() -> bool:
        waiting.difference_update([row for row in waiting if bench.queue.entry(row).state is State.UPLOADED])
        return not waiting

    return watched(bench, all_sent)


def read(bench: Bench, paths: list[Path]) -> str:
    """Measure while the only file is read, after a click on "Preview this file"."""
    service = InspectionService(bench.queue)
    bench.window.workspace.inspections = service
    bench.queue.add(paths, bench.account)
    bench.until(lambda: bench.queue.summary().ready == 1)
    told: list[InspectionReport] = []
    service.found.connect(told.append)
    bench.window.workspace.open_details()
    bench.window.workspace.details.preview.ask.click()
    late = watched(bench, lambda: bool(told) and (told[-1].found.complete or told[-1].found.unreadable is not None))
    service.shutdown()
    return late


def watched(bench: Bench, ended: Callable[[], bool]) -> str:
    """Let the window run until the condition holds, and measure its lateness."""
    watch, timer = Lateness(), QTimer()
    timer.timeout.connect(lambda: ended() and bench.application.quit())
    timer.start(500)
    watch.start()
    bench.application.exec()
    watch.stop()
    found = sorted(watch.found)
    return f"{found[int(len(found) * 0.99)]} {found[-1]}"


def main(what: str, url: str, ca: str, folder: Path) -> None:
    paths = sorted(path for path in folder.iterdir() if what == "grouped" or path.suffix in (".csv", ".xlsx"))
    bench = Bench(url, ca, folder, 16 if what == "small" else 4)
    try:
        sys.stdout.write({"listed": listed, "grouped": listed, "read": read}.get(what, lateness)(bench, paths))
        sys.stdout.flush()
    finally:
        bench.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))
