"""Test that an answer which comes a second time is never taken for the answer to the next request."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.faults.control import FaultServer, Scenario
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.rows import CALM
from tests.faults.scenario import PLACE_MARK, QUERY, SIGNED, STORED, Step, envelope

from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.ingestion import request_workflow
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import Uploaded, UploadTarget
from ledgerdrop.model.ingestion import Workflow
from ledgerdrop.model.problems import Problem
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.runtime.cancel import CancelToken

DOORS = pytest.mark.parametrize("door", ["https", "http"])
WAYS = pytest.mark.parametrize(
    "way", ["https", "http", "https proxy", "https tls_proxy"]
)  # a door, and a proxy to it
_HEAD = 'HTTP/1.1 200 OK\r\nETag: "@md5@"\r\nContent-Length: 0\r\n'
_OPAQUE = 'HTTP/1.1 200 OK\r\nETag: "multipart-2"\r\nContent-Length: 0\r\n\r\n'
_BARE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
_BUFFER = 8192  # bytes that are read of an answer at once


def _padded() -> str:
    """Return an answer that fills the reader's buffer to the last byte, so that what follows stays in that of TLS."""
    room = _BUFFER - len(_HEAD.replace("@md5@", "0" * 32)) - len("X: \r\n\r\n")
    return f"{_HEAD}X: {'x' * room}\r\n\r\n"


TWICE = {
    "at once": Step(raw=f"{_HEAD}\r\n{_OPAQUE}"),
    "at once, nothing": Step(raw=f"{_HEAD}\r\n{_BARE}"),
    "in two halves": Step(raw=f"{_HEAD}\r\n{_BARE[:12]}", again=_BARE[12:]),
    "later": Step(raw=f"{_HEAD}\r\n", again=_OPAQUE),
    "later, nothing": Step(raw=f"{_HEAD}\r\n", again=_BARE),
    "beyond a full buffer": Step(raw=_padded() + _OPAQUE),
    "beyond a full buffer, nothing": Step(raw=_padded() + _BARE),
}


_SIGNED_EACH = [envelope(result={"uploadUrl": f"{PLACE_MARK}/ledger-{number}.csv?{QUERY}"}) for number in range(4)]


def _by(way: str, faults: FaultServer, network: Network) -> tuple[str, Network]:
    """Return the door, and the network that leads there by that way."""
    door, _, proxy = way.partition(" ")
    if proxy:
        address = f"{'https' if proxy.startswith('tls') else 'http'}://127.0.0.1:{faults.ports[proxy]}"
        network = replace(network, proxies_for=lambda _url: {"https": address})
    return door, network


@contextmanager
def _session(network: Network) -> Iterator[Session]:
    with open_session(network, CALM) as session:
        yield session


def _uploaded(session: Session, scenario: Scenario, path: Path, attempts: int = 1) -> str:
    """Send a file, in so many attempts, and return the SHA-256 of what must have arrived."""
    outcome = send(session, account_of(scenario.base_url), TOKEN, checked_of(path), Controls())
    assert isinstance(outcome, Uploaded), outcome
    assert outcome.attempts == attempts
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"ledger-{number}.csv" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"a,b\n{number},2\n")
    return paths


@WAYS
@pytest.mark.parametrize("how", TWICE)
def test_storage_answers_twice(
    faults: FaultServer, fault_network: Network, tmp_path: Path, how: str, way: str
) -> None:
    door, network = _by(way, faults, fault_network)
    first, second = _files(tmp_path, 2)
    with (
        faults.scenario(_SIGNED_EACH, [TWICE[how], STORED], door, door) as scenario,
        _session(network) as session,
    ):
        sent = [_uploaded(session, scenario, first)]
        if TWICE[how].again:
            scenario.wait_for("again")
        sent.append(_uploaded(session, scenario, second))
        arrived = scenario.requests("storage")
        assert [request.sha256 for request in arrived] == sent
        assert all(request.complete for request in arrived)
        assert arrived[0].connection != arrived[1].connection


@WAYS
@pytest.mark.parametrize("late", [_OPAQUE, _BARE, _OPAQUE.replace("multipart-2", "0" * 32)])
def test_the_second_answer_comes_while_the_next_file_is_sent(
    faults: FaultServer, fault_network: Network, tmp_path: Path, way: str, late: str
) -> None:
    door, network = _by(way, faults, fault_network)
    first, second = _files(tmp_path, 2)
    steps = [STORED, Step(interim=late, hold=True), STORED]
    with faults.scenario(_SIGNED_EACH, steps, door, door) as scenario, _session(network) as session:
        sent = [_uploaded(session, scenario, first), _uploaded(session, scenario, second, attempts=2)]
        arrived = scenario.requests("storage")
        assert [arrived[0].sha256, arrived[2].sha256] == sent
        assert arrived[2].connection != arrived[1].connection


@WAYS
def test_the_api_answers_twice(faults: FaultServer, fault_network: Network, way: str) -> None:
    """Nobody but this ledger is given the URL that was made for it."""
    door, network = _by(way, faults, fault_network)
    with (
        faults.scenario([_signed_for("first", again=True), _signed_for("second")], (), door) as scenario,
        _session(network) as session,
    ):
        for name in ("first", "second"):
            target = request_target(
                Caller(session, account_of(scenario.base_url), TOKEN, CancelToken()), f"{name}.csv"
            )
            assert isinstance(target, UploadTarget), target
            assert f"/{name}.csv?" in target.url
            if name == "first":
                scenario.wait_for("again")


@WAYS
def test_the_second_answer_of_the_api_comes_while_the_next_is_awaited(
    faults: FaultServer, fault_network: Network, way: str
) -> None:
    """Give the second answer a signature of its own, so that only the name in it tells whose it is."""
    door, network = _by(way, faults, fault_network)
    steps = [_signed_for("first"), Step(interim=_signed_for("first", 2).raw, hold=True), _signed_for("second")]
    with faults.scenario(steps, (), door) as scenario, _session(network) as session:
        for name in ("first", "second"):
            target = request_target(
                Caller(session, account_of(scenario.base_url), TOKEN, CancelToken()), f"{name}.csv"
            )
            assert isinstance(target, UploadTarget), target
            assert f"/{name}.csv?" in target.url
        connections = [request.connection for request in scenario.requests("api")]
        assert connections[0] == connections[1] != connections[2]


@DOORS
def test_an_api_whose_urls_have_other_names_is_asked_once_for_each_file(
    faults: FaultServer, fault_network: Network, door: str
) -> None:
    """Nothing in such a URL tells whose it is, so each request has a new connection."""
    steps = [_signed_for("abc", number) for number in range(3)]
    with faults.scenario(steps, (), door) as scenario, _session(fault_network) as session:
        for _ in steps:
            target = request_target(Caller(session, account_of(scenario.base_url), TOKEN, CancelToken()), "sales.csv")
            assert isinstance(target, UploadTarget), target
        assert len({request.connection for request in scenario.requests("api")}) == len(steps)


def _signed_for(name: str, signature: int = 1, *, again: bool = False) -> Step:
    answer = envelope(result={"uploadUrl": f"https://storage.example/{name}.csv?X-Amz-Signature={signature}"})
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(answer.body)}\r\n\r\n"
    return Step(raw=head + answer.body, again=head + answer.body if again else "")


@DOORS
@pytest.mark.parametrize("headers", [(), (("ETag", '"multipart-2"'),)])
def test_storage_that_gives_no_md5_has_a_new_connection_for_each_file(
    faults: FaultServer, fault_network: Network, tmp_path: Path, door: str, headers: tuple[tuple[str, str], ...]
) -> None:
    """Open the connection while the URL is asked for: no file waits for it, and none is sent twice."""
    with (
        faults.scenario(_SIGNED_EACH, [Step(200, headers)], door, door) as scenario,
        _session(fault_network) as session,
    ):
        sent = [_uploaded(session, scenario, path) for path in _files(tmp_path, 4)]
        arrived = scenario.requests("storage")
        assert [request.sha256 for request in arrived] == sent
        assert len({request.connection for request in arrived}) == 4
        assert len({request.connection for request in scenario.requests("api")}) == 1


@DOORS
def test_storage_that_gives_the_md5_keeps_its_connection(
    faults: FaultServer, fault_network: Network, tmp_path: Path, door: str
) -> None:
    with faults.scenario(_SIGNED_EACH, [STORED], door, door) as scenario, _session(fault_network) as session:
        for path in _files(tmp_path, 4):
            _uploaded(session, scenario, path)
        for place in ("api", "storage"):
            assert len({request.connection for request in scenario.requests(place)}) == 1


@DOORS
def test_a_refused_answer_ends_the_connection(
    faults: FaultServer, fault_network: Network, tmp_path: Path, door: str
) -> None:
    (path,) = _files(tmp_path, 1)
    steps = [Step(200, (("ETag", f'"{"0" * 32}"'),)), STORED]
    with faults.scenario([SIGNED], steps, door, door) as scenario, _session(fault_network) as session:
        outcome = send(session, account_of(scenario.base_url), TOKEN, checked_of(path), Controls())
        if isinstance(outcome, Problem):  # on a new connection it is what storage says, and the user decides
            _uploaded(session, scenario, path)
        first, second = scenario.requests("storage")
        assert first.connection != second.connection


@DOORS
def test_each_question_about_an_activity_has_a_connection_of_its_own(
    faults: FaultServer, fault_network: Network, door: str
) -> None:
    """Keep the questions apart, since an answer does not say which activity it is about."""
    status = envelope(result={"workflowStatus": "PROCESSING"})
    with faults.scenario([status], (), door) as scenario, _session(fault_network) as session:
        for task in ("one", "two"):
            account = account_of(scenario.base_url)
            assert isinstance(request_workflow(Caller(session, account, TOKEN, CancelToken()), task), Workflow)
        assert len({request.connection for request in scenario.requests("api")}) == 2
