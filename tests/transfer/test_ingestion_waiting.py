"""Test that an import waits for the network and its account, resumes by itself, and is never asked for twice."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice
from tests.stops import Stops
from tests.transfer.conftest import Ledgers, MakeQueue, straight
from tests.transfer.ingestion_desk import HOW, Desk, account_at
from tests.transfer.test_connectivity import Clock

from ledgerdrop.clear_api import import_log
from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.model.ingestion import IngestionOptions, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.transfer import ingestion_planner
from ledgerdrop.transfer.connectivity import ATTEMPTS_IN_VAIN, PROBE_EVERY_SECONDS, ConnectivityMonitor
from ledgerdrop.transfer.operations import Operations


class MovingSteps(Operations):
    """Runs steps over a network that can be cut off, and comes back."""

    def __init__(self) -> None:
        there = straight()()
        assert isinstance(there, Network)
        self.there = self.now = there
        super().__init__(lambda: self.now)

    def cut_off(self) -> None:
        """Put a proxy that nobody hears of on every way."""
        with socket.create_server(("127.0.0.1", 0)) as server:
            proxy = f"http://127.0.0.1:{server.getsockname()[1]}"  # closed at once
        self.now = replace(self.there, proxies_for=lambda _url: {"http": proxy, "https": proxy})

    def restore(self) -> None:
        """Restore the network as it was."""
        self.now = self.there

    def open_session(self, network: Network) -> Session:
        return open_session(network, RetryPolicy(first_pause=0.001, longest_pause=0.01, outage=0.0))


@pytest.fixture
def steps() -> MovingSteps:
    """Give steps over a network that can be cut off."""
    return MovingSteps()


@pytest.fixture
def clock() -> Clock:
    """Give the clock that says when to look for a network again."""
    return Clock()


@pytest.fixture
def desk(qtbot: QtBot, make_queue: MakeQueue, clear: Practice, steps: MovingSteps, clock: Clock) -> Desk:
    return Desk(qtbot, make_queue, clear, steps, connectivity=ConnectivityMonitor(clock))


@pytest.fixture
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingestion_planner, "PROBE_EVERY_SECONDS", 0.05)


@pytest.mark.usefixtures("_soon")
def test_one_that_met_no_network_goes_on_by_itself(
    desk: Desk, steps: MovingSteps, ledgers: Ledgers, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = desk.upload(ledgers("a.csv"))
    # One file alone does not tell that the network is gone.
    monkeypatch.setattr(desk.connectivity, "note_outcome", lambda _outcome: None)
    steps.cut_off()
    desk.queue.plan_import(rows, HOW)
    desk.until(a=IngestionStatus.WAITING)
    assert desk.problem("a.csv") is Code.PROXY_UNREACHABLE
    assert desk.asked() == 0
    steps.restore()
    desk.until(a=IngestionStatus.TAKEN_IN)
    assert desk.asked() == len(desk.clear.activities()) == 1
    assert desk.problem("a.csv") is None


def test_many_wait_for_the_network_while_one_looks_for_it(
    desk: Desk, steps: MovingSteps, clock: Clock, ledgers: Ledgers
) -> None:
    rows = desk.upload(ledgers(*(f"{number}.csv" for number in range(9))))
    steps.cut_off()
    desk.queue.plan_import(rows, HOW)
    desk.watch.until(lambda: desk.queue.summary().offline)
    desk.watch.until(lambda: set(desk.statuses().values()) == {IngestionStatus.WAITING})
    assert desk.queue.summary().planned == 9
    assert desk.queue.summary().attention == 0
    steps.restore()
    clock.now += PROBE_EVERY_SECONDS
    desk.watch.until(lambda: set(desk.statuses().values()) == {IngestionStatus.TAKEN_IN})
    assert not desk.queue.summary().offline
    assert desk.asked() == len(desk.clear.activities()) == 9


def test_without_a_network_nothing_is_even_tried(desk: Desk, steps: MovingSteps, ledgers: Ledgers) -> None:
    rows = desk.upload(ledgers("a.csv"))
    for _ in range(ATTEMPTS_IN_VAIN):
        desk.connectivity.note_outcome(Problem(Code.OFFLINE))
    desk.queue.plan_import(rows, HOW)
    desk.until(a=IngestionStatus.WAITING)
    assert desk.problem("a.csv") is Code.OFFLINE
    assert desk.asked() == 0
    desk.queue.import_again(rows)  # the user knows better
    desk.until(a=IngestionStatus.TAKEN_IN)
    assert steps.now is steps.there


def test_the_user_need_not_wait_and_may_think_again(desk: Desk, steps: MovingSteps, ledgers: Ledgers) -> None:
    rows = desk.upload(ledgers("a.csv", "b.csv"))
    steps.cut_off()
    desk.queue.plan_import(rows, HOW)
    desk.until(a=IngestionStatus.WAITING, b=IngestionStatus.WAITING)
    desk.queue.plan_import([desk.watch.id("b.csv")], None)
    steps.restore()
    desk.queue.import_again(rows)
    desk.until(a=IngestionStatus.TAKEN_IN, b=IngestionStatus.UNWANTED)
    assert desk.asked() == 1


def test_another_way_to_the_network_is_tried_at_once(desk: Desk, steps: MovingSteps, ledgers: Ledgers) -> None:
    rows = desk.upload(ledgers("a.csv"))
    steps.cut_off()
    desk.queue.plan_import(rows, HOW)
    desk.until(a=IngestionStatus.WAITING)
    steps.restore()
    desk.queue.network_changed()
    desk.until(a=IngestionStatus.TAKEN_IN)


class Doorkeeper:
    """Gives out the right token, or another one."""

    def __init__(self, practice: Practice) -> None:
        self.right = practice.token
        self.token = practice.token

    def __call__(self, _account_id: str) -> str:
        return self.token


@pytest.fixture
def tokens(clear: Practice) -> Doorkeeper:
    """Give the source of tokens."""
    return Doorkeeper(clear)


@pytest.fixture
def refusals(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, tokens: Doorkeeper
) -> Iterator[tuple[Desk, list[Code]]]:
    """Give a desk, and the refusals of which the user was told."""
    desk = Desk(qtbot, make_queue, clear, ask=tokens)
    stops = Stops(desk.queue)
    yield desk, stops.codes


def test_a_refused_account_asks_once_and_goes_on_when_it_was_put_right(
    refusals: tuple[Desk, list[Code]], tokens: Doorkeeper, ledgers: Ledgers
) -> None:
    desk, told = refusals
    names = [f"{number}.csv" for number in range(8)]
    rows = desk.upload(ledgers(*names))
    tokens.token = "revoked"
    desk.queue.account_saved(account_at(desk.clear))
    desk.queue.plan_import(rows, HOW)
    desk.watch.until(lambda: set(desk.statuses().values()) == {IngestionStatus.WAITING})
    desk.watch.until(lambda: told == [Code.SIGN_IN_REFUSED])
    assert {desk.problem(name) for name in names} == {Code.SIGN_IN_REFUSED}
    assert desk.asked() <= 2, "all others need not ask"
    assert desk.queue.summary().attention == 0
    tokens.token = tokens.right
    desk.queue.account_saved(account_at(desk.clear))
    desk.watch.until(lambda: set(desk.statuses().values()) == {IngestionStatus.TAKEN_IN})
    assert len(desk.clear.activities()) == 8
    assert told == [Code.SIGN_IN_REFUSED]


def test_trying_a_refused_account_again_asks_once_more(
    refusals: tuple[Desk, list[Code]], tokens: Doorkeeper, ledgers: Ledgers
) -> None:
    desk, told = refusals
    rows = desk.upload(ledgers("a.csv", "b.csv"))
    tokens.token = "revoked"
    desk.queue.account_saved(account_at(desk.clear))
    desk.queue.plan_import(rows, HOW, together=True)
    desk.watch.until(lambda: len(told) == 1)
    desk.until(a=IngestionStatus.WAITING, b=IngestionStatus.WAITING)
    desk.queue.try_account(account_at(desk.clear).id)
    desk.watch.until(lambda: len(told) == 2)
    tokens.token = tokens.right
    desk.until(a=IngestionStatus.WAITING, b=IngestionStatus.WAITING)
    desk.queue.import_again([rows[0]])
    desk.until(a=IngestionStatus.TAKEN_IN, b=IngestionStatus.TAKEN_IN)
    assert len(desk.clear.activities()) == 1


def test_who_may_only_upload_goes_on_uploading(refusals: tuple[Desk, list[Code]], ledgers: Ledgers) -> None:
    desk, told = refusals
    rows = desk.upload(ledgers("provoke-ingest-403.csv"))
    desk.queue.plan_import(rows, HOW)
    desk.until(provoke_ingest_403=IngestionStatus.WAITING)
    desk.watch.until(lambda: told == [Code.INGEST_NOT_ALLOWED])
    desk.send(ledgers("a.csv"), account_at(desk.clear))
    desk.until(provoke_ingest_403=IngestionStatus.WAITING, a=IngestionStatus.WAITING)
    assert {entry.state for entry in desk.watch.by_name().values()} == {State.UPLOADED}
    assert desk.asked() == len(told) == 1
    desk.queue.plan_import(rows, None)  # it is not asked for any more, so the other one may try
    desk.queue.try_account(account_at(desk.clear).id)
    desk.until(provoke_ingest_403=IngestionStatus.UNWANTED, a=IngestionStatus.TAKEN_IN)


def test_a_following_waits_for_its_account_too(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, tokens: Doorkeeper, ledgers: Ledgers
) -> None:
    desk = Desk(qtbot, make_queue, clear, ask=tokens, polling_policy=PollingPolicy(first=0.02, longest=0.05))
    stops = Stops(desk.queue)
    account = account_at(clear)
    desk.send(ledgers("provoke-workflow-processing.csv", "provoke-workflow-created.csv"), account)
    desk.watch.until(lambda: bool(desk.queue.ids()) and desk.queue.summary().processing == 2)
    tokens.token = "revoked"
    desk.queue.account_saved(account)
    desk.watch.until(
        lambda: (
            {desk.problem(f"provoke-workflow-{word}.csv") for word in ("processing", "created")}
            == {Code.SIGN_IN_REFUSED}
        )
    )
    desk.watch.until(lambda: stops.codes == [Code.SIGN_IN_REFUSED])
    assert desk.queue.summary().processing == 2
    before = len(clear.requests())
    tokens.token = tokens.right
    desk.queue.account_saved(account)
    desk.watch.until(lambda: len(clear.requests()) >= before + 4)
    assert desk.problem("provoke-workflow-created.csv") is None
    assert len(stops.codes) == 1


def test_an_account_that_was_removed_is_said_to_be(
    desk: Desk, ledgers: Ledgers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger=import_log.__name__)
    account, other = account_at(desk.clear), replace(account_at(desk.clear), id="b" * 32)
    desk.send(ledgers("provoke-workflow-processing.csv"), account)
    desk.until(provoke_workflow_processing=IngestionStatus.PROCESSING)
    rows = desk.upload(ledgers("a.csv"))
    desk.queue.use_accounts([other])
    desk.queue.plan_import(rows, IngestionOptions("SALES", "x"))
    desk.watch.until(lambda: desk.ingestion("provoke-workflow-processing.csv").status is IngestionStatus.UNTOLD)
    assert desk.problem("provoke-workflow-processing.csv") is Code.TASK_ACCOUNT_REMOVED
    desk.watch.until(lambda: desk.ingestion("a.csv").status is IngestionStatus.REFUSED)
    assert desk.problem("a.csv") is Code.ACCOUNT_REMOVED
    assert desk.queue.summary().attention == 2
    asked_about, planned = desk.watch.id("provoke-workflow-processing.csv"), desk.watch.id("a.csv")
    assert caplog.messages.count(f"Import (rows {asked_about}): task_account_removed") == 1
    assert caplog.messages.count(f"Import (rows {planned}): account_removed") == 1
    desk.queue.use_accounts([other, account])
    desk.until(provoke_workflow_processing=IngestionStatus.PROCESSING, a=IngestionStatus.TAKEN_IN)
