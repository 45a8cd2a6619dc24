"""Test the fault matrix of the steps after the upload: never asked twice, never claimed, and no secret leaks."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import _GeneratorContextManager
from dataclasses import replace
from threading import Event

import pytest
import requests
from tests.faults.control import FaultServer, Scenario
from tests.faults.journeys import TOKEN, account_of
from tests.faults.rows import CALM
from tests.faults.rows_ingestion import CREATED, INGEST_ROWS, STATUS_ROWS, Row
from tests.faults.scenario import QUERY, SIGNATURE

from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.ingestion import follow, submit_import
from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionOptions, Workflow, WorkflowStatus
from ledgerdrop.model.problems import Problem, Retry
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.runtime.cancel import CancelToken

HOW = IngestionOptions("SALES", "ledger")
POLLING = PollingPolicy(first=0.01, longest=0.02, unknown_until=0.0)


class _Telling(Session):
    """Sets `counted` once the sender has heard that all of the body has left."""

    def __init__(self, network: Network, policy: RetryPolicy, counted: Event) -> None:
        super().__init__(network, policy)
        self._counted = counted

    def exchange(
        self, request: requests.Request, wait: float, on_sent: Callable[[int], None]
    ) -> _GeneratorContextManager[requests.Response]:
        left = len(request.data)

        def sent(count: int) -> None:
            nonlocal left
            on_sent(count)
            left -= count
            if not left:
                self._counted.set()

        return super().exchange(request, wait, sent)


def named(rows: tuple[Row, ...]) -> pytest.MarkDecorator:
    """Return the parameters of a test for each row."""
    return pytest.mark.parametrize("row", rows, ids=[row.name for row in rows])


def test_the_matrix_is_as_large_as_promised() -> None:
    rows = (*INGEST_ROWS, *STATUS_ROWS)
    assert len({row.name for row in rows}) == len(rows) >= 20


def _uploaded(location: str) -> Uploaded:
    return Uploaded("ledger.csv", 4, "0" * 64, "etag", location, 200, time.time(), 0.1)


@named(INGEST_ROWS)
def test_creating(row: Row, faults: FaultServer, fault_network: Network, caplog: pytest.LogCaptureFixture) -> None:
    file = _uploaded(f"https://storage.example/in/ledger.csv?{QUERY}")
    with faults.scenario(row.steps, api_door=row.door) as scenario:
        network = _network(row, faults, fault_network)
        with open_session(network, row.policy) as session:
            account = account_of(scenario.base_url)
            outcome = submit_import(Caller(session, account, TOKEN, CancelToken()), [file], HOW)
        _check(row, outcome, scenario, caplog)
        for request in scenario.requests("api"):
            assert request.method == "POST"
            assert SIGNATURE not in request.target
            assert (request.complete, request.received > 0) == (True, True)
    if isinstance(outcome, Problem):
        assert outcome.retry is not Retry.FRESH_URL
    else:
        assert isinstance(outcome, Activity)
        assert outcome.task_id


def test_a_request_that_must_not_be_doubled_has_a_connection_of_its_own(
    faults: FaultServer, fault_network: Network
) -> None:
    """Avoid a connection that idled: it may have been dropped on the way without a word."""
    file = _uploaded("https://storage.example/in/ledger.csv")
    with faults.scenario((CREATED,)) as scenario, open_session(fault_network, CALM) as session:
        account = account_of(scenario.base_url)
        for _ in range(2):
            assert isinstance(submit_import(Caller(session, account, TOKEN, CancelToken()), [file], HOW), Activity)
        connections = {request.connection for request in scenario.requests("api")}
    assert len(connections) == 2


def test_who_stops_once_it_has_left_still_hears_the_answer(faults: FaultServer, fault_network: Network) -> None:
    """Stop after the server has everything and before the sender has counted it: the answer still matters."""
    file = _uploaded("https://storage.example/in/ledger.csv")
    cancel, counted = CancelToken(), Event()
    with faults.scenario((replace(CREATED, hold=True),)) as scenario, ThreadPoolExecutor(1) as pool:

        def create() -> Activity | Problem:
            with _Telling(fault_network, replace(CALM, farewell=60.0), counted) as session:
                return submit_import(Caller(session, account_of(scenario.base_url), TOKEN, cancel), [file], HOW)

        outcome = pool.submit(create)
        scenario.wait_for("holding")
        assert counted.wait(30)
        cancel.cancel()
        scenario.release()
        assert isinstance(outcome.result(30), Activity)


@named(STATUS_ROWS)
def test_following(row: Row, faults: FaultServer, fault_network: Network, caplog: pytest.LogCaptureFixture) -> None:
    activity = Activity("task-17", time.time())
    with faults.scenario(row.steps, api_door=row.door) as scenario:
        with open_session(fault_network, row.policy) as session:
            account = account_of(scenario.base_url)
            ((_, outcome),) = follow(Caller(session, account, TOKEN, CancelToken()), [activity], POLLING)
        _check(row, outcome, scenario, caplog)
    if not isinstance(outcome, Problem):
        assert isinstance(outcome, Workflow)
        assert outcome.status is WorkflowStatus.SUCCESS


def _network(row: Row, faults: FaultServer, network: Network) -> Network:
    if not row.proxy:
        return network
    proxy = f"http://127.0.0.1:{faults.ports[row.proxy]}"
    return replace(network, proxies_for=lambda _url: {"http": proxy, "https": proxy})


def _check(row: Row, outcome: object, scenario: Scenario, caplog: pytest.LogCaptureFixture) -> None:
    assert (outcome.code if isinstance(outcome, Problem) else None) is row.code, repr(outcome)
    assert len(scenario.requests("api")) == row.asked
    assert scenario.requests("elsewhere") == [], "a redirect was followed"
    if isinstance(outcome, Problem):
        assert row.words in outcome.server_message
        assert row.detail in outcome.detail
        for text in (outcome.headline, outcome.advice):
            assert text
            assert "..." not in text
            assert "{" not in text
        assert "<html" not in outcome.server_message + outcome.detail
        assert "\n" not in outcome.server_message + outcome.detail
    for text in (repr(outcome), *map(logging.Formatter().format, caplog.records)):
        assert TOKEN not in text
        assert SIGNATURE not in text
