"""Test the fault matrix of the journal: whatever becomes of it, files are sent, and nothing is lost or claimed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot
from tests.faults.control import FaultServer, Scenario
from tests.faults.desk import logged, open_queue, that_hold_a_secret
from tests.faults.journeys import account_of, checked_of
from tests.faults.rows import CALM
from tests.faults.rows_journal import JOURNAL_ROWS, Next, Row
from tests.faults.scenario import STORED, signed_anew
from tests.store.damaged import folder_for_all
from tests.store.held_journal import HeldJournal
from tests.transfer.conftest import Watch

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import ReceiptQuery, Uploaded, receipt_for
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.store import journal as journal_module
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.journal_records import Added, Confirmed
from ledgerdrop.transfer import journal_worker
from ledgerdrop.transfer.operations import Operations

# More than there is room for where the journal cannot grow
NEW: Final = tuple(f"new-{number:02}-{'x' * 150}.csv" for number in range(20))
WAITING: Final = "waiting.csv"
SENT: Final = "sent.csv"


class CalmSteps(Operations):
    """Runs the real steps, over the fault server's network."""

    def __init__(self, network: Network) -> None:
        super().__init__(lambda: network)

    def open_session(self, network: Network) -> Session:
        return open_session(network, CALM)


@pytest.fixture
def own() -> Iterator[Path]:
    """Give the folder where the program keeps its files, one that ordinary users reach, too."""
    with folder_for_all() as folder:
        yield folder


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten what is waited for on a disk."""
    monkeypatch.setattr(journal_module, "LOCK_PATIENCE", 0.05)
    monkeypatch.setattr(journal_worker, "LONGEST_WAIT", 0.1)


@pytest.mark.parametrize("row", JOURNAL_ROWS, ids=[row.name for row in JOURNAL_ROWS])
def test_row(row: Row, qtbot: QtBot, faults: FaultServer, fault_network: Network, tmp_path: Path, own: Path) -> None:
    path = own / "journal.sqlite3"
    journals: list[HeldJournal] = []
    told: list[Problem] = []

    def opened() -> tuple[HeldJournal, Problem | None]:
        journal, problem = row.opened(path)
        journals.append(journal)
        return journal, problem

    with (
        faults.scenario([signed_anew(number) for number in range(3 * len(NEW))], [STORED]) as scenario,
        logged(own / "logs"),
    ):
        account = account_of(scenario.base_url)
        paths = ledgers(tmp_path)
        write_earlier(path, account, paths[WAITING])
        row.before(path)
        with open_queue(CalmSteps(fault_network), opened) as queue:
            queue.notice.connect(lambda notice: told.append(notice.problem) if notice.problem else None)
            watch = Watch(qtbot, queue)
            queue.use_accounts([account])
            queue.start()
            watch.until(lambda: bool(told) or bool(queue.ids()))
            earlier = {SENT: State.UPLOADED, WAITING: State.PAUSED} if row.shown else {}
            assert watch.states() == earlier
            watch.add([paths[name] for name in NEW], account)
            row.meanwhile(journals[0])
            queue.resume(None)
            queue.send(None)
            watch.until_all(State.UPLOADED, seconds=60)
            assert list(watch.states()) == [*earlier, *NEW]
            check_words(row, told)
            sent = [*NEW, WAITING] if row.shown else [*NEW]
            check_requests(scenario, {name: paths[name].read_bytes() for name in sent})
            assert that_hold_a_secret(own) == []
            row.at_last(journals[0])
        row.after(path)
        check_next_start(row, path)
        assert that_hold_a_secret(own) == []


def ledgers(folder: Path) -> dict[str, Path]:
    """Return files to send, each with a content of its own."""
    paths = {name: folder / name for name in (*NEW, WAITING)}
    for name, path in paths.items():
        path.write_text(f"date,ledger,amount\n2026-04-01,{name},100\n", encoding="ascii")
    return paths


def write_earlier(path: Path, account: Account, waiting: Path) -> None:
    """Write a journal in which one file was sent, with its receipt, and one still waited when the program ended."""
    journal, problem = open_journal(path)
    assert problem is None
    done = Uploaded(SENT, 3, "ab" * 32, "etag", "https://storage.example/sent.csv", 200, 1.7e9, 0.1)
    sent = TransferItem(1, Path("/books") / SENT, SENT, account.id, State.UPLOADED)
    file = checked_of(waiting)
    queued = TransferItem(
        id=2,
        path=waiting,
        name=WAITING,
        account_id=account.id,
        state=State.QUEUED,
        size=file.file.size,
        modified_ns=file.file.modified_ns,
        checked=file,
    )
    assert journal.write(Added((sent, queued)), Confirmed(sent, receipt_for(done, account))) is None
    assert journal.close() is None


def check_words(row: Row, told: list[Problem]) -> None:
    """Check that the user is told once, not for every file."""
    assert [problem.code for problem in told] == ([row.code] if row.code else [])
    for problem in told:
        assert row.headline
        assert row.headline in problem.headline
        for text in (problem.headline, problem.advice):
            assert text
            assert "..." not in text
            assert "{" not in text


def check_requests(scenario: Scenario, contents: dict[str, bytes]) -> None:
    """Check that each file was asked for and sent exactly once."""
    arrived = [request.sha256 for request in scenario.requests("storage")]
    assert sorted(arrived) == sorted(hashlib.sha256(content).hexdigest() for content in contents.values())
    assert len(scenario.requests("api")) == len(contents)
    assert len(scenario.requests()) == 2 * len(contents)


def check_next_start(row: Row, path: Path) -> None:
    """Check that nothing written is lost, and nothing without a receipt is called uploaded."""
    journal, problem = open_journal(path)
    assert problem is None
    found, receipts = journal_worker.read_journal(journal, 100), journal.receipts(ReceiptQuery(), 100)
    journal.close()
    assert isinstance(found, journal_worker.JournalRead)
    assert isinstance(receipts, list)
    states = {entry.name: entry.state for entry in found.entries}
    match row.next_start:
        case Next.ALL:
            assert states == dict.fromkeys((SENT, WAITING, *NEW), State.UPLOADED)
        case Next.LISTED:
            assert states.keys() == {SENT, WAITING, *NEW}
            assert set(states.values()) <= {State.UPLOADED, State.PAUSED, State.READY, State.CHECKING}
        case Next.EARLIER:
            assert states == {SENT: State.UPLOADED, WAITING: State.PAUSED}
        case Next.NEW:
            assert states == dict.fromkeys(NEW, State.UPLOADED)
        case Next.NOTHING:
            assert states == {}
    is_beside = any(".damaged-" in other.name for other in path.parent.iterdir())
    assert is_beside is (row.next_start in {Next.NEW, Next.NOTHING})
    uploaded = {entry.name for entry in found.entries if entry.state is State.UPLOADED}
    assert {receipt.uploaded.name for receipt in receipts} == uploaded
    assert all(entry.uploaded for entry in found.entries if entry.name in uploaded)
