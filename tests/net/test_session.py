"""Test what leaves the machine with a request, to the header, and whom we trust to receive it."""

from __future__ import annotations

import netrc
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from tests.faults.control import FaultServer, Scenario
from tests.faults.journeys import INTEGRATION_ID, TOKEN, account_of, checked_of
from tests.faults.rows import CALM
from tests.faults.scenario import QUERY, SIGNED, STORED, Request, Step, envelope

from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import Uploaded, UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.session import USER_AGENT, no_proxies, open_session
from ledgerdrop.runtime.cancel import CancelToken

DOORS = pytest.mark.parametrize("door", ["https", "http"])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"a,b\n1,2\n")
    return path


def _send(scenario: Scenario, network: Network, ledger: Path) -> Uploaded | Problem:
    with open_session(network, CALM) as session:
        return send(session, account_of(scenario.base_url), TOKEN, checked_of(ledger), Controls())


def _headers(request: Request) -> dict[str, str]:
    names = [name.lower() for name, _ in request.headers]
    assert len(set(names)) == len(names)
    return {name.lower(): value for name, value in request.headers}


@DOORS
def test_the_headers_of_both_requests_are_exactly_these(
    faults: FaultServer, fault_network: Network, ledger: Path, door: str
) -> None:
    with faults.scenario([SIGNED], [STORED], door, door) as scenario:
        assert isinstance(_send(scenario, fault_network, ledger), Uploaded)
        api, storage = scenario.requests()
    host = f"127.0.0.1:{faults.ports[door]}"
    assert api.method == "GET"
    assert _headers(api) == {
        "host": host,
        "user-agent": USER_AGENT,
        "accept": "*/*",
        "cache-control": "no-cache, no-store",
        "pragma": "no-cache",
        "x-clear-auth-token": TOKEN,
        "x-integration-id": INTEGRATION_ID,
    }
    content = ledger.read_bytes()
    assert storage.method == "PUT"
    assert _headers(storage) == {
        "host": host,
        "user-agent": USER_AGENT,
        "content-type": "text/csv",
        "content-length": str(len(content)),
    }
    assert storage.target == f"/{scenario.id}/storage/in/ledger%20%231.csv?{QUERY}"


def test_the_url_goes_out_as_it_was_signed(faults: FaultServer, fault_network: Network, ledger: Path) -> None:
    signed = "/storage/a%20b/%E0%A4%96%23+~(1)!*'.csv?x=%2F&y=a+b&X-Amz-Signature=1"
    with faults.scenario([SIGNED], [STORED]) as scenario:
        answer = SIGNED.body.replace("@storage@", f"{faults.url('https')}/{scenario.id}{signed}")
        with faults.scenario([Step(200, (("Content-Type", "application/json"),), answer)]) as asking:
            assert isinstance(_send(asking, fault_network, ledger), Uploaded)
        assert [request.target for request in scenario.requests("storage")] == [f"/{scenario.id}{signed}"]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("/a b/खाता.csv?X-Amz-Signature=1", "/a%20b/%E0%A4%96%E0%A4%BE%E0%A4%A4%E0%A4%BE.csv?X-Amz-Signature=1"),
        ('/"a"<b>{c}^`.csv?x=é y', "/%22a%22%3Cb%3E%7Bc%7D%5E%60.csv?x=%C3%A9%20y"),
        ("/O'Brien & Söhne (1).csv?a=b", "/O'Brien%20&%20S%C3%B6hne%20(1).csv?a=b"),
    ],
)
def test_an_address_that_is_not_escaped_is_sent_as_a_browser_would(
    faults: FaultServer, fault_network: Network, ledger: Path, given: str, sent: str
) -> None:
    with faults.scenario([SIGNED], [STORED]) as scenario:
        url = f"  {faults.url('https')}/{scenario.id}/storage{given}\n"
        with faults.scenario([envelope(result={"uploadUrl": url})]) as asking:
            assert isinstance(_send(asking, fault_network, ledger), Uploaded)
        assert [request.target for request in scenario.requests("storage")] == [f"/{scenario.id}/storage{sent}"]


@DOORS
def test_nothing_is_taken_from_netrc_or_cookies(
    faults: FaultServer,
    fault_network: Network,
    ledger: Path,
    door: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rc = tmp_path / "netrc"
    rc.write_text("machine 127.0.0.1 login me password secret\n")
    rc.chmod(0o600)
    assert netrc.netrc(str(rc)).authenticators("127.0.0.1")
    monkeypatch.setenv("NETRC", str(rc))
    cookie = (("Set-Cookie", "sid=1; Path=/"),)
    with faults.scenario(
        [Step(200, SIGNED.headers + cookie, SIGNED.body)], [Step(200, STORED.headers + cookie)], door, door
    ) as scenario:
        with open_session(fault_network, CALM) as session:
            for _ in range(2):
                checked = checked_of(ledger, "ledger #1.csv")
                outcome = send(session, account_of(scenario.base_url), TOKEN, checked, Controls())
                assert isinstance(outcome, Uploaded)
        assert len(scenario.requests()) == 4
        for request in scenario.requests():
            assert request.header("authorization") is None
            assert request.header("cookie") is None


def test_proxies_of_the_environment_are_the_business_of_others(
    faults: FaultServer, fault_network: Network, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{faults.ports['proxy_403']}")
    with faults.scenario([SIGNED], [STORED]) as scenario:
        assert isinstance(_send(scenario, fault_network, ledger), Uploaded)


def test_the_proxy_that_was_found_is_used(faults: FaultServer, fault_network: Network, ledger: Path) -> None:
    proxy = f"http://127.0.0.1:{faults.ports['proxy']}"
    network = replace(fault_network, proxies_for=lambda _url: {"https": proxy})
    before = faults.connections("proxy")
    with faults.scenario([SIGNED], [STORED]) as scenario:
        assert isinstance(_send(scenario, network, ledger), Uploaded)
    assert faults.connections("proxy") == before + 2, "one tunnel for the API, one for storage"


def test_only_the_named_authority_is_trusted(
    faults: FaultServer, fault_ca: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Set the environment's variables too: neither they nor requests' habit of adding certifi's roots count."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(fault_ca))
    monkeypatch.setenv("CURL_CA_BUNDLE", str(fault_ca))
    network = open_network(no_proxies, {})
    assert isinstance(network, Network)
    with faults.scenario([SIGNED], [STORED]) as scenario:
        outcome = _send(scenario, network, ledger)
        assert isinstance(outcome, Problem)
        assert outcome.code is Code.CERTIFICATE_UNTRUSTED
        assert scenario.requests() == []


def test_no_roots_but_those_that_were_named(faults: FaultServer, fault_network: Network, ledger: Path) -> None:
    with faults.scenario([SIGNED], [STORED]) as scenario:
        assert isinstance(_send(scenario, fault_network, ledger), Uploaded)  # each connection would load them
    assert len(fault_network.trust().get_ca_certs()) == 1


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"])
def test_a_bundle_of_the_environment_is_honoured(
    faults: FaultServer, fault_ca: Path, ledger: Path, tmp_path: Path, variable: str
) -> None:
    """Alone, and beside another one, which is honoured as well."""
    other = {"SSL_CERT_FILE": "REQUESTS_CA_BUNDLE", "REQUESTS_CA_BUNDLE": "SSL_CERT_FILE"}[variable]
    somebody_else = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(somebody_else))
    for beside in ({}, {other: str(somebody_else)}):
        network = open_network(no_proxies, {variable: str(fault_ca), **beside})
        assert isinstance(network, Network)
        with faults.scenario([SIGNED], [STORED]) as scenario:
            assert isinstance(_send(scenario, network, ledger), Uploaded)
    assert isinstance(open_network(no_proxies, {variable: str(fault_ca), other: "/nowhere"}), Problem)


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_a_bundle_that_cannot_be_used_is_said_so(tmp_path: Path, content: bytes | None) -> None:
    bundle = tmp_path / "company.pem"
    if content is not None:
        bundle.write_bytes(content)
    problem = open_network(no_proxies, {"SSL_CERT_FILE": str(bundle)})
    assert isinstance(problem, Problem)
    assert problem.code is Code.BAD_CA_BUNDLE
    assert str(bundle) in problem.advice
    assert "SSL_CERT_FILE" in problem.advice


NAMES = {
    "spaces & # +.csv": "spaces%20%26%20%23%20%2B.csv",
    "a=b?c/d%41;.csv": "a%3Db%3Fc%2Fd%2541%3B.csv",
    "खाता.xlsx": "%E0%A4%96%E0%A4%BE%E0%A4%A4%E0%A4%BE.xlsx",
    "دفتر.xls": "%D8%AF%D9%81%D8%AA%D8%B1.xls",
    "📒.zip": "%F0%9F%93%92.zip",
    "Bu\u0308cher.csv": "B%C3%BCcher.csv",  # as macOS has it: decomposed
    "~tilde_-.csv": "~tilde_-.csv",
}


@DOORS
@pytest.mark.parametrize("name", NAMES)
def test_the_file_name_on_the_wire(faults: FaultServer, fault_network: Network, name: str, door: str) -> None:
    with faults.scenario([SIGNED], api_door=door) as scenario, open_session(fault_network, CALM) as session:
        target = request_target(Caller(session, account_of(scenario.base_url), TOKEN, CancelToken()), name)
        assert isinstance(target, UploadTarget)
        [request] = scenario.requests()
    path = f"/{scenario.id}/one-integration/action/pre-sign"
    assert request.target == f"{path}?filename={NAMES[name]}"
