"""The fault matrix: whatever goes wrong, the file ends in the right state and words, and no secret leaks."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.faults.control import FaultServer, Scenario
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.rows import Row
from tests.faults.rows_api import API_ROWS
from tests.faults.rows_file import FILE_ROWS
from tests.faults.rows_network import NETWORK_ROWS
from tests.faults.rows_storage import STORAGE_ROWS
from tests.faults.scenario import SIGNATURE

from ledgerdrop.pipeline.journey import Controls, send
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.pipeline.progress import Progress
from ledgerdrop.pipeline.source import open_unbuffered
from ledgerdrop.pipeline.values import Uploaded
from ledgerdrop.services.logs import Logs, start_logs
from ledgerdrop.services.network import Network
from ledgerdrop.services.sessions import open_session

_ROWS = (*API_ROWS, *STORAGE_ROWS, *NETWORK_ROWS, *FILE_ROWS)
_PLAIN = tuple(
    replace(row, name=f"{row.name} (http)", api_door="http", storage_door="http") for row in _ROWS if row.also_plain
)
ROWS = {row.name: row for row in (*_ROWS, *_PLAIN)}


@dataclass
class Told:
    """All that could be seen of a journey."""

    outcome: Uploaded | Problem
    progress: list[Progress]


@pytest.fixture(scope="module", autouse=True)
def logs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logs]:
    """The program's own log, at its most talkative; the hooks for crashes stay pytest's."""
    hook = threading.excepthook
    started = start_logs(tmp_path_factory.mktemp("logs"), level=logging.DEBUG)
    threading.excepthook = hook
    yield started
    started.close()
    assert started.path
    written = started.path.read_text(encoding="utf-8")
    assert TOKEN not in written
    assert SIGNATURE not in written


def test_the_matrix_is_as_large_as_promised() -> None:
    assert len(ROWS) == len(_ROWS) + len(_PLAIN), "two rows have the same name"
    assert len(_ROWS) >= 60


@pytest.mark.parametrize("name", ROWS)
def test_row(
    name: str, faults: FaultServer, fault_network: Network, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    row = ROWS[name]
    path = tmp_path / "ledger #1.csv"
    path.write_bytes(hashlib.shake_128(row.name.encode()).digest(row.size))
    content = path.read_bytes()
    with faults.scenario(row.api, row.storage, row.api_door, row.storage_door) as scenario:
        told = _sent(row, path, _network(row, faults, fault_network), scenario)
        _check_outcome(row, told.outcome, content)
        _check_requests(row, scenario, content)
    for text in (repr(told.outcome), repr(told.progress), *map(logging.Formatter().format, caplog.records)):
        assert TOKEN not in text
        assert SIGNATURE not in text


def _network(row: Row, faults: FaultServer, network: Network) -> Network:
    if not row.proxy:
        return network
    proxy = f"http://127.0.0.1:{faults.ports[row.proxy]}"
    return replace(network, proxies_for=lambda _url: {"http": proxy, "https": proxy})


def _sent(row: Row, path: Path, network: Network, scenario: Scenario) -> Told:
    checked = checked_of(path)
    account = account_of(row.base_url or scenario.base_url)
    heard: list[Progress] = []

    def on_progress(progress: Progress) -> None:
        heard.append(progress)
        if row.during:
            row.during(progress, path)

    if row.before:
        row.before(path)
    opener = row.opener() if row.opener else open_unbuffered
    with open_session(network, row.patience) as session:
        return Told(send(session, account, TOKEN, checked, Controls(on_progress), opener), heard)


def _check_outcome(row: Row, outcome: Uploaded | Problem, content: bytes) -> None:
    if isinstance(outcome, Uploaded):
        assert row.code is None, "claimed to be uploaded"
        assert outcome.attempts == row.attempts
        assert outcome.size == len(content)
        assert outcome.sha256 == hashlib.sha256(content).hexdigest()
        assert urlsplit(outcome.location).query == ""
        assert outcome.etag.isprintable()
        return
    assert row.code is not None, f"{outcome.code.slug}: {outcome.detail}"
    assert outcome.code is row.code, f"{outcome.code.slug}: {outcome.detail}"
    assert row.headline
    assert row.headline in outcome.headline
    for text in (outcome.headline, outcome.advice):
        assert text
        assert "..." not in text
        assert "{" not in text
    assert (row.words in outcome.server_message) if row.words else "<html" not in outcome.server_message
    assert "\n" not in outcome.server_message
    if row.attempts > 1:
        assert outcome.params["attempts"] == str(row.attempts)


def _check_requests(row: Row, scenario: Scenario, content: bytes) -> None:
    api, storage = scenario.requests("api"), scenario.requests("storage")
    assert len(api) == row.at_api
    assert len(storage) in {row.at_storage, row.at_storage - row.overtaken}
    assert scenario.requests("elsewhere") == [], "a redirect was followed"
    for request in storage:
        assert TOKEN not in repr(request), "the token reached storage"
        assert request.header("content-length") == str(len(content))
        assert request.header("authorization") is None
        assert request.header("cookie") is None
    if row.code is None:
        assert storage[-1].complete
        assert storage[-1].sha256 == hashlib.sha256(content).hexdigest()
    if row.name.startswith("file:") and row.code:
        assert not any(request.complete for request in storage if request is storage[-1] and row.attempts == 1)
