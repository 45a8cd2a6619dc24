"""Test which files are looked into, and in which order, with the real child process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot
from tests.screens.staged import StagedQueue
from tests.screens.states import entry

from ledgerdrop.background import inspection_service
from ledgerdrop.background.inspection_service import InspectionService
from ledgerdrop.inspection.inspector import Inspector
from ledgerdrop.model.files import CheckedFile, DroppedFile
from ledgerdrop.model.inspection import Contents, Inspection, Unreadable
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.transfer.queue import TransferQueue

MIB = 1024 * 1024
PATIENCE = 30_000  # milliseconds


class Queue(StagedQueue):
    """Remembers what was found inside, in the order in which it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, int | None]] = []

    def note_contents(self, row: int, contents: Contents) -> None:
        self.found.append((row, contents.rows))


@pytest.fixture
def queue(qtbot: QtBot) -> Queue:
    return Queue()


@pytest.fixture
def service(queue: Queue) -> Iterator[InspectionService]:
    service = InspectionService(cast("TransferQueue", queue))
    yield service
    assert service.shutdown()


def row(id_: int, folder: Path, size: int = 0) -> TransferItem:
    """Return a checked file of as many rows as its number, which is said to have that size."""
    path = folder / f"{id_}.csv"
    path.write_text("Party,Amount\n" + "Ravi,1.50\n" * id_, encoding="ascii")
    status = path.stat()
    file = DroppedFile(path, path.name, size or status.st_size, status.st_mtime_ns)
    checked = CheckedFile(file, "csv", "text/csv", "text/csv", None)
    return replace(entry(id_, path.name, State.READY, size=file.size), path=path, checked=checked)


def test_large_files_are_read_for_their_receipts_after_the_others(
    qtbot: QtBot, queue: Queue, service: InspectionService, tmp_path: Path
) -> None:
    large = row(2, tmp_path, 100 * MIB)
    assert not service.is_quick(large)
    queue.put([row(1, tmp_path), large, row(3, tmp_path), row(4, tmp_path, 3000 * MIB)])
    qtbot.waitUntil(lambda: queue.found == [(1, 1), (3, 3), (2, 2)], timeout=PATIENCE)
    assert service.is_quick(large)


def test_what_gives_way_to_the_file_that_is_shown_is_read_later(
    qtbot: QtBot, queue: Queue, service: InspectionService, tmp_path: Path
) -> None:
    rows = [row(id_, tmp_path) for id_ in range(1, 5)]
    queue.put(rows)
    for one in (rows[3], rows[2], rows[3], rows[2]):
        service.look(one)
    qtbot.waitUntil(lambda: {id_ for id_, _ in queue.found} == {1, 2, 3, 4}, timeout=PATIENCE)


class _Broken(Inspector):
    """Breaks down at the file of two rows."""

    def inspect(
        self,
        path: Path,
        sheet: int | None = None,
        on_preview: Callable[[Inspection], None] = lambda _: None,
        cancel: CancelToken | None = None,
    ) -> Inspection:
        if path.name == "2.csv":
            raise ZeroDivisionError
        return super().inspect(path, sheet, on_preview, cancel)


def test_a_look_that_breaks_down_is_told_and_does_not_end_the_others(
    qtbot: QtBot,
    queue: Queue,
    service: InspectionService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(inspection_service, "Inspector", _Broken)
    told: dict[int, Unreadable | None] = {}
    service.found.connect(lambda report: told.update({report.id: report.found.unreadable}))
    queue.put([row(id_, tmp_path) for id_ in (1, 2, 3)])
    qtbot.waitUntil(lambda: told == {1: None, 2: Unreadable.FAILED, 3: None}, timeout=PATIENCE)
    assert queue.found == [(1, 1), (3, 3)]
    assert "The look inside a file broke down" in caplog.text


def test_rows_that_have_gone_already_are_not_looked_for(
    qtbot: QtBot, queue: Queue, service: InspectionService, tmp_path: Path
) -> None:
    queue.changed.emit([17])
    queue.put([row(1, tmp_path)])
    qtbot.waitUntil(lambda: queue.found == [(1, 1)], timeout=PATIENCE)


def test_only_the_latest_looks_are_kept(
    qtbot: QtBot, queue: Queue, service: InspectionService, tmp_path: Path
) -> None:
    large = row(1, tmp_path, 100 * MIB)
    queue.put([large])
    qtbot.waitUntil(lambda: service.is_quick(large), timeout=PATIENCE)
    queue.put([row(id_, tmp_path) for id_ in range(2, 53)])
    qtbot.waitUntil(lambda: len(queue.found) == 52, timeout=PATIENCE)
    assert not service.is_quick(large)
