"""Test the question for a newer version, on a real server in another process, over TLS."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.faults.control import FaultServer
from tests.faults.scenario import Request, Step, html, redirect
from tests.servers.proxies import free_port, tinyproxy

import ledgerdrop
from ledgerdrop.background.update_checker import DAY, FILE_NAME, LastCheck, ask, read_release, recall, remember
from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode, Release
from ledgerdrop.net.network import Network, Routes, open_network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

PAGE = "https://www.example.com/download"
NEWER = Release("9.1.0", PAGE)
QUICK = RetryPolicy(connect=5.0, answer=20.0)


def says(form: object) -> Step:
    """Return a server that answers with this."""
    return Step(200, (("Content-Type", "application/json"),), json.dumps(form))


def asked(
    server: FaultServer, network: Network, step: Step, policy: RetryPolicy = QUICK, door: str = "https"
) -> tuple[Release | Problem, Sequence[Request]]:
    """Return what came of asking that server, and what arrived there, at its address or elsewhere."""
    with server.scenario([step], api_door=door) as scenario:
        outcome = ask(f"{scenario.base_url}/latest.json", network, CancelToken(), policy)
        return outcome, scenario.requests()


def test_a_newer_version_is_told_and_nothing_is_said_of_the_user(faults: FaultServer, fault_network: Network) -> None:
    answer = {**asdict(NEWER), "news": "Faster.", "later": {"fields": [1]}}
    outcome, (request,) = asked(faults, fault_network, says(answer))
    assert outcome == NEWER
    assert (request.method, request.received) == ("GET", 0)
    names = {name.lower() for name, _ in request.headers}
    assert names == {"host", "user-agent", "accept", "cache-control", "pragma"}
    assert request.header("user-agent") == f"LedgerDrop/{ledgerdrop.__version__}"
    assert request.target.endswith("/latest.json")  # no query


@pytest.mark.parametrize(
    "step",
    [
        Step(204),
        Step(404, body="{}"),
        Step(500, body=json.dumps(asdict(NEWER))),
        html(),
        Step(body="{"),
        Step(body="[" * 60_000),
        Step(body="\xff\xfe"),
        says([]),
        says({"version": "9.1.0"}),
        says({"version": 9, "page": PAGE}),
        says({"version": "latest", "page": PAGE}),
        says({"version": "9.1.0.dev1", "page": PAGE}),
        says({"version": "9.1.0", "page": "http://127.0.0.1/download"}),
        says({"version": "9.1.0", "page": "javascript:alert(1)//https://"}),
        says({"version": "9.1.0", "page": f"https://user@{PAGE[8:]}"}),
        says({"version": "9.1.0", "page": PAGE + "x" * 3000}),
        Step(body=json.dumps(asdict(NEWER)) + " " * (1 << 16)),
        Step(body=" " * 65_536, repeat=48, chunked=True),
    ],
)
def test_any_other_answer_is_none(faults: FaultServer, fault_network: Network, step: Step) -> None:
    outcome, requests = asked(faults, fault_network, step)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.NEWEST_UNKNOWN
    assert outcome.params == {"host": "127.0.0.1"}
    assert len(requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(faults: FaultServer, fault_network: Network, status: int) -> None:
    outcome, requests = asked(faults, fault_network, redirect(status))
    assert isinstance(outcome, Problem)
    assert [request.place for request in requests] == ["api"]


def test_a_slow_answer_ends_in_time(faults: FaultServer, fault_network: Network) -> None:
    outcome, _ = asked(faults, fault_network, Step(body="{" * 1000, drip=0.05), RetryPolicy(connect=1.0, answer=0.5))
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.API_ANSWER_SLOW


@pytest.mark.parametrize(
    ("door", "code"),
    [
        ("unknown", Code.CERTIFICATE_UNTRUSTED),
        ("wrong_name", Code.CERTIFICATE_WRONG_NAME),
        ("expired", Code.CERTIFICATE_EXPIRED),
    ],
)
def test_a_server_that_cannot_prove_who_it_is_hears_nothing(
    faults: FaultServer, fault_network: Network, door: str, code: Code
) -> None:
    outcome, requests = asked(faults, fault_network, says(asdict(NEWER)), door=door)
    assert isinstance(outcome, Problem)
    assert outcome.code is code
    assert requests == []


def test_an_address_that_is_not_encrypted_is_not_asked(faults: FaultServer, fault_network: Network) -> None:
    before = faults.connections("http")
    outcome, requests = asked(faults, fault_network, says(asdict(NEWER)), door="http")
    assert isinstance(outcome, Problem)
    assert requests == []
    assert faults.connections("http") == before


def test_a_server_that_is_not_there(fault_network: Network) -> None:
    outcome = ask(f"https://127.0.0.1:{free_port()}/", fault_network, CancelToken(), QUICK)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.CONNECTION_REFUSED


@pytest.mark.skipif(sys.platform == "win32", reason="tinyproxy is none of Windows")
def test_it_goes_through_the_company_proxy(faults: FaultServer, fault_ca: Path, tmp_path: Path) -> None:
    with tinyproxy(tmp_path) as proxy, faults.scenario([says(asdict(NEWER))]) as scenario:
        routes = Routes(ProxyChoice(ProxyMode.MANUAL, f"http://{proxy}"))
        # To this machine itself the way is always direct, so the route is asked for another host.
        network = open_network(lambda _url: routes.mapping("https://x.example/"), {"SSL_CERT_FILE": str(fault_ca)})
        assert isinstance(network, Network)
        assert ask(scenario.base_url, network, CancelToken()) == NEWER
    network = open_network(lambda _url: routes.mapping("https://x.example/"), {"SSL_CERT_FILE": str(fault_ca)})
    assert isinstance(network, Network)
    with faults.scenario([says(asdict(NEWER))]) as scenario:  # it never goes round one that is gone
        outcome = ask(scenario.base_url, network, CancelToken(), QUICK)
        assert isinstance(outcome, Problem)
        assert outcome.code is Code.PROXY_UNREACHABLE
        assert scenario.requests() == []


def test_it_can_be_given_up(faults: FaultServer, fault_network: Network) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with faults.scenario([says(asdict(NEWER))]) as scenario, pytest.raises(Cancelled):
        ask(scenario.base_url, fault_network, cancel)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists) | st.text())
def test_no_answer_is_a_bug(value: object) -> None:
    for name in ("version", "page"):
        release = read_release({**asdict(NEWER), name: value})
        assert release is None or is_https_url(release.page)


def test_it_is_remembered_when_somebody_was_asked_and_what_was_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert recall(folder) == LastCheck()
    for memory in (LastCheck(1.75e9, NEWER), LastCheck(1.75e9)):
        assert remember(folder, memory)
        assert recall(folder) == memory


@pytest.mark.parametrize(
    "content",
    [b"", b"[", b"[]", b"\xff\xfe", b'{"asked_at": true}', b'{"asked_at": "soon", "release": 1}', b"[" * 70_000,
     b'{"asked_at": 1' + b"0" * 400 + b"}", b'{"asked_at": null, "release": {"version": "9", "page": "file:///x"}}'],
)  # fmt: skip
def test_a_memory_that_cannot_be_read_is_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert recall(tmp_path) == LastCheck()


@pytest.mark.parametrize("written", ["NaN", "Infinity", "1e300", "-1e300"])
def test_no_time_makes_it_wait_for_ever(tmp_path: Path, written: str) -> None:
    (tmp_path / FILE_NAME).write_text(f'{{"asked_at": {written}}}', encoding="ascii")
    assert recall(tmp_path).is_due(1.75e9)


def test_once_a_day_whatever_the_clock_does() -> None:
    now = 1.75e9
    assert LastCheck().is_due(now)
    assert not LastCheck(now).is_due(now)
    assert not LastCheck(now).is_due(now + DAY - 1)
    assert LastCheck(now).is_due(now + DAY)
    assert LastCheck(now).is_due(now - 1)  # the clock was put back


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert not remember(tmp_path / "data", LastCheck(1.75e9))
