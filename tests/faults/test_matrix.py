"""Test the fault matrix: whatever goes wrong, the file ends in the right state and words, and no secret leaks."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pytestqt.qtbot import QtBot
from tests.faults.control import FaultServer, Scenario
from tests.faults.desk import SECRETS, logged, open_queue, that_hold_a_secret
from tests.faults.journeys import TOKEN, account_of
from tests.faults.rows import Row
from tests.faults.rows_api import API_ROWS
from tests.faults.rows_file import FILE_ROWS
from tests.faults.rows_network import NETWORK_ROWS
from tests.faults.rows_storage import STORAGE_ROWS
from tests.faults.scenario import STORED
from tests.stops import Stops
from tests.transfer.conftest import Watch
from tests.variants import mostly_long

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.files.dropped_file import open_unbuffered
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import OnProgress, Progress, Uploaded
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.runtime.logs import LOG_NAME
from ledgerdrop.store.journal import open_journal
from ledgerdrop.transfer import journal_worker
from ledgerdrop.transfer.jobs import SendJob
from ledgerdrop.transfer.operations import Operations

_ROWS = (*API_ROWS, *STORAGE_ROWS, *NETWORK_ROWS, *FILE_ROWS)
_PLAIN = tuple(
    replace(row, name=f"{row.name} (http)", api_door="http", storage_door="http") for row in _ROWS if row.also_plain
)
ROWS = {row.name: row for row in (*_ROWS, *_PLAIN)}


class RowSteps(Operations):
    """Runs the real steps with a row's waiting times, and does to the file what it says. `heard`: all progress."""

    def __init__(self, row: Row, network: Network) -> None:
        super().__init__(lambda: network)
        self._row = row
        self.heard: list[Progress] = []

    def open_session(self, network: Network) -> Session:
        return open_session(network, self._row.policy)

    def send(self, session: Session, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
        def hear(progress: Progress) -> None:
            self.heard.append(progress)
            if self._row.during:
                self._row.during(progress, job.checked.file.path)
            on_progress(progress)

        opener = self._row.opener() if self._row.opener else open_unbuffered
        return send(session, job.account, token, job.checked, Controls(hear, job.cancel, job.hurry), opener)


def test_the_matrix_is_as_large_as_promised() -> None:
    assert len(ROWS) == len(_ROWS) + len(_PLAIN), "two rows have the same name"
    assert len(_ROWS) >= 60


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_would_be_noticed(tmp_path: Path, secret: str) -> None:
    assert that_hold_a_secret(tmp_path) == []
    (tmp_path / "journal.sqlite3-wal").write_bytes(b"\x00" + secret.encode() + b"\xff")
    assert that_hold_a_secret(tmp_path) == ["journal.sqlite3-wal"]


@pytest.mark.parametrize("name", mostly_long(ROWS, lambda name: "(http)" not in name or "a large body" in name))
def test_row(
    name: str,
    qtbot: QtBot,
    faults: FaultServer,
    fault_network: Network,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    row = ROWS[name]
    path, own = tmp_path / "ledger #1.csv", tmp_path / "own"
    content = _ledger(row)
    path.write_bytes(content)
    steps = RowSteps(row, _network(row, faults, fault_network))
    with (
        logged(own),
        faults.scenario(row.api, row.storage, row.api_door, row.storage_door) as scenario,
        open_queue(steps, lambda: open_journal(own / "journal.sqlite3")) as queue,
    ):
        entry = _sent(row, Watch(qtbot, queue), path, account_of(row.base_url or scenario.base_url))
        if row.afterwards:
            content = path.read_bytes()
        _check_end(row, entry, content)
        _check_requests(row, scenario, content)
        _check_log(row, entry, (own / LOG_NAME).read_text(encoding="utf-8"))
        assert that_hold_a_secret(own) == []  # the log, the journal, and what is not yet in its main file
        assert not row.at_api or "urllib3" in (own / LOG_NAME).read_text(encoding="utf-8"), "the log has said little"
    _check_next_start(entry, own / "journal.sqlite3")
    assert that_hold_a_secret(own) == []
    for text in (repr(entry), repr(steps.heard), *map(logging.Formatter().format, caplog.records)):
        assert not any(secret in text for secret in SECRETS)


def _ledger(row: Row) -> bytes:
    line = f"{hashlib.sha256(row.name.encode()).hexdigest()},100\n".encode()
    return (line * (row.size // len(line) + 1))[: row.size]


def _network(row: Row, faults: FaultServer, network: Network) -> Network:
    if not row.proxy:
        return network
    scheme = row.proxy_scheme or ("https" if row.proxy.startswith("tls_") else "http")
    proxy = f"{scheme}://127.0.0.1:{faults.ports[row.proxy]}"
    return replace(network, proxies_for=lambda _url: {"http": proxy, "https": proxy})


def _sent(row: Row, watch: Watch, path: Path, account: Account) -> TransferItem:
    refused = Stops(watch.queue)
    watch.add([path], account)
    assert watch.states() == {path.name: State.READY}
    if row.before:
        row.before(path)
    watch.queue.send(None)
    watch.until(lambda: _has_ended(watch.by_name()[path.name]), seconds=60)
    entry = watch.by_name()[path.name]
    assert refused.accounts == ([account.id] if entry.state is State.PAUSED else []), "the account asks once"
    return entry


def _has_ended(entry: TransferItem) -> bool:
    """Return whether the file has ended, or waits for the network: its attempts are then over and can be counted."""
    counted = entry.problem is not None and "attempts" in entry.problem.params
    return entry.state.finished or entry.state is State.PAUSED or (entry.state is State.RETRYING and counted)


def _check_end(row: Row, entry: TransferItem, content: bytes) -> None:
    problem, uploaded = entry.problem, entry.uploaded
    assert (problem.code if problem else None) is row.code, repr(problem)
    assert entry.state is row.state
    if problem is None:
        assert uploaded is not None
        assert uploaded.attempts == row.attempts
        assert uploaded.size == len(content)
        assert uploaded.sha256 == hashlib.sha256(content).hexdigest()
        if row.afterwards:
            facts = entry.path.stat()
            assert (entry.size, entry.modified_ns) == (facts.st_size, facts.st_mtime_ns)
        assert urlsplit(uploaded.location).query == ""
        assert uploaded.etag.isprintable()
        assert row.etag in (None, uploaded.etag)
        return
    assert uploaded is None
    assert row.headline
    assert row.headline in problem.headline
    for text in (problem.headline, problem.advice):
        assert text
        assert "..." not in text
        assert "{" not in text
    assert (row.words in problem.server_message) if row.words else "<html" not in problem.server_message
    assert "\n" not in problem.server_message
    if row.attempts > 1:
        assert problem.params["attempts"] == str(row.attempts)


def _check_log(row: Row, entry: TransferItem, text: str) -> None:
    """Check that one line says how the file ended, and every line which worker wrote it."""
    told = [line for line in text.splitlines() if f" Row {entry.id}: " in line]
    assert len(told) == (entry.state is not State.RETRYING)
    assert all((row.code.slug if row.code else "uploaded") in line for line in told)
    assert "Dummy-" not in text


def _check_requests(row: Row, scenario: Scenario, content: bytes) -> None:
    api, storage = scenario.requests("api"), scenario.requests("storage")
    assert len(api) == row.at_api
    assert len(storage) in {row.at_storage, row.at_storage - row.overtaken}
    assert scenario.requests("elsewhere") == [], "a redirect was followed"
    for request in storage:
        assert TOKEN not in repr(request), "the token reached storage"
        assert row.afterwards or request.header("content-length") == str(len(content))
        assert request.header("authorization") is None
        assert request.header("cookie") is None
    if row.code is None:
        assert storage[-1].complete
        assert storage[-1].sha256 == hashlib.sha256(content).hexdigest()
    if row.name.startswith("file:") and row.code and row.storage == (STORED,):
        assert not any(request.complete for request in storage), "storage took a file that was changed"


def _check_next_start(before: TransferItem, path: Path) -> None:
    """Check that the file stands there as it ended, and what was still to be sent waits for the user."""
    journal, problem = open_journal(path)
    assert problem is None
    found = journal_worker.read_journal(journal, 9)
    journal.close()
    assert isinstance(found, journal_worker.JournalRead)
    [after] = found.entries
    assert after.state is (State.PAUSED if before.state is State.RETRYING else before.state)
    assert after.uploaded == before.uploaded
    assert after.problem == before.problem or before.state is State.RETRYING
