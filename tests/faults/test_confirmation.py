"""Test what proves an upload, and what does not, where more than one file has to be looked at."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.faults.control import FaultServer, Scenario
from tests.faults.desk import open_queue
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.rows import CALM, LARGE
from tests.faults.scenario import SIGNED, STORAGE_MARK, STORED, Step, envelope, refusal
from tests.transfer.conftest import Watch

from ledgerdrop.clear_api.reserved_locations import ReservedLocations
from ledgerdrop.clear_api.upload import Controls, send, url_key
from ledgerdrop.files.dropped_file import open_unbuffered
from ledgerdrop.files.reader import Opener
from ledgerdrop.model.files import Progress, Uploaded
from ledgerdrop.model.ingestion import IngestionOptions, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.upload_notes import UploadNotes
from ledgerdrop.transfer.operations import Operations

NOTHING = Step(200)  # as the contract allows, and as a gateway says that keeps nothing


class Client:
    """Sends files, and remembers what it met."""

    def __init__(self, session: Session, notes: UploadNotes) -> None:
        self.session = session
        self._notes = notes

    def send(
        self,
        scenario: Scenario,
        path: Path,
        opener: Opener = open_unbuffered,
        controls: Controls = Controls(),  # noqa: B008 - never changed
    ) -> Uploaded | Problem:
        account = account_of(scenario.base_url)
        return send(self.session, account, TOKEN, checked_of(path), controls, opener, self._notes)


@pytest.fixture
def client(fault_network: Network, tmp_path: Path) -> Iterator[Client]:
    notes = UploadNotes(tmp_path / "notes")
    with open_session(fault_network, CALM) as session, closing(notes):
        yield Client(session, notes)


@pytest.fixture
def ledgers(tmp_path: Path) -> list[Path]:
    """Give three ledgers of one name and size."""
    paths = [tmp_path / str(number) / "ledger #1.csv" for number in range(3)]
    for number, path in enumerate(paths):
        path.parent.mkdir()
        path.write_text(f"a,b\n{number},2\n")
    return paths


def _signed(number: int) -> Step:
    return envelope(result={"uploadUrl": f"{STORAGE_MARK}&sig={number}"})


SIGNED_ANEW = [_signed(number) for number in range(9)]


def test_nothing_from_storage_that_never_gave_an_etag_counts(
    faults: FaultServer, client: Client, ledgers: list[Path]
) -> None:
    with faults.scenario(SIGNED_ANEW, [NOTHING]) as scenario:
        for path in ledgers:
            outcome = client.send(scenario, path)
            assert isinstance(outcome, Uploaded)
            assert not outcome.etag
            assert outcome.attempts == 1


def test_nothing_from_storage_that_gives_etags_is_asked_again_and_then_doubted(
    faults: FaultServer, client: Client, ledgers: list[Path]
) -> None:
    with faults.scenario(SIGNED_ANEW, [STORED, NOTHING, STORED, NOTHING]) as scenario:
        first = client.send(scenario, ledgers[0])
        assert isinstance(first, Uploaded)
        assert first.etag
        second = client.send(scenario, ledgers[1])
        assert isinstance(second, Uploaded)
        assert second.attempts == 2
        third = client.send(scenario, ledgers[2])
        assert isinstance(third, Problem)
        assert (third.code, third.params["attempts"]) == (Code.STORAGE_NO_PROOF, "2")
        asked = scenario.requests("storage")
        assert len({request.target for request in asked}) == len(asked) == 5, "a fresh URL each time"
        for doubted, again in ((1, 2), (3, 4)):
            assert asked[doubted].connection != asked[again].connection


def test_a_url_of_another_file_is_asked_for_again(faults: FaultServer, client: Client, ledgers: list[Path]) -> None:
    cached = _signed(1)
    with faults.scenario([cached, cached, _signed(2)], [STORED]) as scenario:
        for path in ledgers[:2]:
            assert isinstance(client.send(scenario, path), Uploaded)
        assert len(scenario.requests("api")) == 3
        assert len({request.target for request in scenario.requests("storage")}) == 2
        for request in scenario.requests("api"):
            assert request.header("cache-control") == "no-cache, no-store"


def test_a_url_of_another_file_is_never_used(faults: FaultServer, client: Client, ledgers: list[Path]) -> None:
    with faults.scenario([SIGNED], [STORED]) as scenario:
        assert isinstance(client.send(scenario, ledgers[0]), Uploaded)
        held = client.send(scenario, ledgers[1])
        assert isinstance(held, Problem)
        assert held.code is Code.URL_USED_BEFORE
        assert len(scenario.requests("api")) == 3
        assert len(scenario.requests("storage")) == 1
        assert isinstance(client.send(scenario, ledgers[0]), Uploaded), "the same file may go there again"


def test_the_same_place_with_a_fresh_signature_is_the_servers_choice(
    faults: FaultServer, client: Client, ledgers: list[Path]
) -> None:
    with faults.scenario([_signed(1), _signed(2)], [STORED]) as scenario:
        outcomes = [client.send(scenario, path) for path in ledgers[:2]]
        places = {outcome.location for outcome in outcomes if isinstance(outcome, Uploaded)}
        assert len(places) == 1
        assert len(scenario.requests("storage")) == 2


@pytest.mark.parametrize("waits", [False, True])
def test_a_place_with_a_file_still_to_be_imported_is_not_used_again(
    faults: FaultServer, client: Client, ledgers: list[Path], waits: bool
) -> None:
    reserved, places = ReservedLocations(waits=waits), list[str]()

    def hear(progress: Progress) -> None:
        if progress.problem is not None and progress.problem.code is Code.PLACE_TAKEN:
            reserved.release(places[0], "the first")  # as when it is imported

    first_one, others = (Controls(hear, reserved=reserved, owner=owner) for owner in ("the first", "another"))
    with faults.scenario(SIGNED_ANEW, [STORED]) as scenario:
        first = client.send(scenario, ledgers[0], controls=first_one)
        assert isinstance(first, Uploaded)
        places.append(first.location)
        reserved.release(first.location, "another")  # which it does not have
        second = client.send(scenario, ledgers[1], controls=others)
        if waits:
            assert isinstance(second, Uploaded)
        else:
            assert isinstance(second, Problem)
            assert second.code is Code.PLACE_TAKEN
        assert len(scenario.requests("storage")) == 1 + waits


class _OnePlace(Operations):
    """Runs the real steps, without pauses."""

    def open_session(self, network: Network) -> Session:
        return open_session(network, CALM)


def _remove(watch: Watch) -> None:
    watch.queue.remove([watch.id("first.csv")])


def _think_again(watch: Watch) -> None:
    watch.queue.plan_import([watch.id("first.csv")], None)


@pytest.mark.parametrize("settle", [_remove, _think_again])
@pytest.mark.parametrize("restarted", [False, True])
def test_the_place_of_a_file_that_is_not_imported_after_all_is_free_at_once(
    qtbot: QtBot,
    faults: FaultServer,
    fault_network: Network,
    tmp_path: Path,
    settle: Callable[[Watch], None],
    restarted: bool,
) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("a,b\n1,2\n")
    second.write_text("a,b\n1,3\n")
    steps, journal = _OnePlace(lambda: fault_network), tmp_path / "journal.sqlite3"

    @contextmanager
    def opened() -> Iterator[Watch]:
        with open_queue(steps, lambda: open_journal(journal)) as queue:
            queue.use_accounts([account])
            yield Watch(qtbot, queue)

    with faults.scenario([_signed(1), refusal(400), _signed(2)], [STORED]) as scenario:
        account = replace(account_of(scenario.base_url), after_upload=IngestionOptions("SALES", "ledger"))
        with ExitStack() as stack:
            watch = stack.enter_context(opened())
            watch.add([first], account)
            watch.queue.send()
            watch.until(lambda: watch.by_name()["first.csv"].ingestion_status is IngestionStatus.REFUSED)
            if restarted:
                stack.close()
                watch = stack.enter_context(opened())
                watch.queue.start()
                watch.until(lambda: "first.csv" in watch.states())
            watch.add([second], replace(account, after_upload=None))
            watch.queue.send()
            watch.until(lambda: watch.states()["second.csv"] is State.RETRYING)
            problem = watch.by_name()["second.csv"].problem
            assert problem is not None
            assert problem.code is Code.PLACE_TAKEN
            settle(watch)
            watch.until(lambda: watch.states()["second.csv"] is State.UPLOADED)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://s/a?X-Amz-Date=1&X-Amz-Signature=5", "https://s/a?X-Amz-Signature=5&X-Amz-Date=2", True),
        ("https://s/a?X-Amz-Signature=5", "https://s/a?X-Amz-Signature=6", False),
        ("https://s/a?X-Amz-Signature=5", "https://s/b?X-Amz-Signature=5", False),
        ("https://s/a?Expires=1&Signature=5", "https://s/a?Signature=5&Expires=2", True),
        ("https://s/a", "https://s/a", True),
        ("https://s/a?t=1", "https://s/a?t=2", False),
    ],
)
def test_what_is_the_same_url(one: str, other: str, same: bool) -> None:
    assert (url_key(one) == url_key(other)) is same
    assert "Signature" not in url_key(one)


def _counting(read: list[int]) -> Opener:
    class Counting(io.FileIO):
        def read(self, size: int | None = -1, /) -> Any:
            block = super().read(size)
            read.append(len(block or b""))
            return block

    return Counting


@pytest.mark.parametrize("size", [1, LARGE])
def test_the_bytes_pass_once(faults: FaultServer, client: Client, tmp_path: Path, size: int) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes((b"a,b\n1,2\n" * (size // 8 + 1))[:size])
    read: list[int] = []
    with faults.scenario([SIGNED], [STORED]) as scenario:
        outcome = client.send(scenario, path, _counting(read))
        [request] = scenario.requests("storage")
    assert isinstance(outcome, Uploaded)
    assert sum(read) == size
    assert outcome.sha256 == request.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
