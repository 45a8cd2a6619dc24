"""Test a disk or network drive that stands still: it is waited for, and the user is told."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Any

import pytest
from tests.faults.control import FaultServer
from tests.faults.journeys import TOKEN, Running, account_of, checked_of, wait_until
from tests.faults.scenario import SIGNED, STORED

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.files import reader
from ledgerdrop.model.files import Progress, Stage, Uploaded
from ledgerdrop.model.problems import Problem
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import open_session

SIZE = 6 * 1024 * 1024


class Drive:
    """Reads every file well, but for the second reading, which waits for `answer`."""

    def __init__(self) -> None:
        self.answer = threading.Event()
        self.asked_for: list[int] = []

    def open(self, path: Path) -> io.FileIO:
        """Return the opener in use."""
        answer, asked_for, readings = self.answer, self.asked_for, list[int | None]()

        class Slow(io.FileIO):
            def read(self, size: int | None = -1, /) -> Any:
                readings.append(size)
                asked_for.append(size or 0)
                if len(readings) == 2:
                    answer.wait(60)
                return super().read(size)

        return Slow(path)


def test_a_drive_that_stands_still_is_named_until_it_answers(
    faults: FaultServer, fault_network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "SILENT_AFTER_SECONDS", 0.3)
    path = tmp_path / "large.csv"
    path.write_bytes(b"a,b\n" * (SIZE // 4))
    drive, heard = Drive(), list[Progress]()

    def run(base_url: str) -> Uploaded | Problem:
        with open_session(fault_network) as session:
            return send(session, account_of(base_url), TOKEN, checked_of(path), Controls(heard.append), drive.open)

    def stands_still() -> bool:
        last = heard[-1] if heard else Progress(Stage.REQUESTING)
        return last.stage is Stage.UPLOADING and last.disk_is_silent and 0 < last.done < last.total == SIZE

    with faults.scenario([SIGNED], [STORED]) as scenario:
        journey = Running(lambda: run(scenario.base_url))
        wait_until(stands_still)
        drive.answer.set()
        assert isinstance(journey.outcome(), Uploaded)
    assert not heard[-1].disk_is_silent
    assert drive.asked_for.count(64 * 1024) > 40, "a drive that was silent is asked for less at once"
