"""Test sleep and clocks: all waiting is by a clock that nobody sets; the calendar is only written down."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.control import FaultServer
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.scenario import SIGNED, STORED, Step

import ledgerdrop
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import Progress, Stage, Uploaded
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import open_session

SOURCES = Path(ledgerdrop.__file__).parent
DAY = 86_400.0
# Where the calendar is asked: to write down when something happened, and to read a date that a server names.
CALENDAR = {
    "clear_api/ingestion.py",  # when Clear was asked to take files in, over restarts
    "net/response.py",  # Retry-After as a date (RFC 9110, 10.2.3)
    "clear_api/polling.py",  # how long Clear has had them, over restarts
    "clear_api/presign.py",  # how far the two clocks are apart
    "clear_api/storage.py",  # the receipt
    "clear_api/connection_test.py",  # the report for IT
    "background/crash_reporter.py",
    "store/journal.py",  # names of files that are set aside
    "store/settings_file.py",
    "store/upload_notes.py",  # which URLs were used, over restarts
    "ui/history/receipts.py",  # when a list was made
    "transfer/network_workers.py",  # when Clear last answered
    "background/update_checker.py",  # one question a day, over restarts
}


def asks_the_calendar(source: str) -> bool:
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return bool(
        {"time.time", "datetime.now", "datetime.utcnow", "date.today"} & {ast.unparse(call) for call in calls}
    )


def test_no_module_waits_by_the_calendar() -> None:
    found = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        if "practice" not in path.parts and asks_the_calendar(path.read_text(encoding="utf-8"))
    }
    assert found == CALENDAR


@pytest.mark.parametrize("jump", [-DAY, DAY], ids=["back", "ahead"])
def test_a_clock_that_is_set_meanwhile_changes_nothing(
    faults: FaultServer, fault_network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jump: float
) -> None:
    """At every step of the way: while it waits for a second attempt, and while it is being sent."""
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"a,b\n" * 50_000)
    real: Callable[[], float] = time.time
    heard: list[Progress] = []

    def jumpy(progress: Progress) -> None:
        heard.append(progress)
        monkeypatch.setattr(time, "time", lambda: real() + jump * len(heard))

    patience = RetryPolicy(connect=20, stall=20, confirm=20, answer=20, first_pause=0.2, longest_pause=0.4)
    with (
        faults.scenario([SIGNED], [Step(503), STORED]) as scenario,
        open_session(fault_network, patience) as session,
    ):
        outcome = send(session, account_of(scenario.base_url), TOKEN, checked_of(path), Controls(jumpy))
        assert isinstance(outcome, Uploaded)
        assert outcome.attempts == 2
        assert len(scenario.requests()) == 4
    waits = [progress.until for progress in heard if progress.stage is Stage.WAITING]
    assert waits
    assert all(until < time.monotonic() + 1 for until in waits)
