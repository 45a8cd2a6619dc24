"""Test uploads through the proxies that companies have: they arrive whole, or the right culprit is named."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path

import pytest
import trustme
from tests.faults.control import FaultServer
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.scenario import STORED, envelope
from tests.servers.practice import Practice
from tests.servers.proxies import free_port, serving, squid, stunnel, tinyproxy

from ledgerdrop.clear_api.connection_test import try_connection
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Progress, Stage, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import open_session
from ledgerdrop.runtime.cancel import CancelToken

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these proxies are none of Windows")

MB = 1_000_000
QUICK = RetryPolicy(connect=5, first_pause=0.001, longest_pause=0.002, attempts=2, outage=0.0)


class Site:
    """Represents a practice server behind a proxy: what is sent there, and what "Test connection" says of it."""

    def __init__(self, practice: Practice, folder: Path) -> None:
        self.practice = practice
        self.folder = folder
        self.account = Account("1", "Site", Environment.CUSTOM, practice.base_url, practice.integration_id)

    def network(self, proxy: str) -> Network:
        network = open_network(lambda _url: {"https": proxy}, {"SSL_CERT_FILE": str(self.practice.ca)})
        assert isinstance(network, Network)
        return network

    def upload(
        self, proxy: str, size: int = 1000, policy: RetryPolicy = QUICK, controls: Controls | None = None
    ) -> Uploaded | Problem:
        path = self.folder / "ledger.csv"
        line = b"2026-04-01,Sales,100.00\n"
        path.write_bytes(b"".join(b"%d,%s" % (number, line) for number in range(size // 32 + 1)))
        with open_session(self.network(proxy), policy) as session:
            return send(session, self.account, self.practice.token, checked_of(path), controls or Controls())

    def tested(self, proxy: str) -> tuple[Code | None, str]:
        """Return what "Test connection" finds, and its report."""
        report = try_connection(self.account, self.practice.token, self.network(proxy), CancelToken(), QUICK)
        return report.problem.code if report.problem else None, report.text

    def stored_whole(self) -> bool:
        [stored] = self.practice.objects().values()
        with (self.folder / "ledger.csv").open("rb") as sent, stored.open("rb") as kept:
            return hashlib.file_digest(sent, "md5").digest() == hashlib.file_digest(kept, "md5").digest()


@pytest.fixture
def site(practice_tls: Practice, tmp_path: Path) -> Site:
    return Site(practice_tls, tmp_path)


@pytest.fixture
def certificate(authority: trustme.CA, tmp_path: Path) -> Path:
    """Give the proxy's own certificate, which is trusted."""
    return _written(authority.issue_cert("127.0.0.1"), tmp_path / "proxy.pem")


def _written(certificate: trustme.LeafCert, path: Path) -> Path:
    certificate.private_key_and_cert_chain_pem.write_to_path(path)
    path.chmod(0o644)
    return path


# By https to the proxy ------------------------------------------------------------------------------------------


@contextmanager
def _tinyproxy_by_https(folder: Path, certificate: Path) -> Iterator[str]:
    with tinyproxy(folder) as plain, stunnel(folder, plain, certificate) as proxy:
        yield proxy


@contextmanager
def _squid_by_https(folder: Path, certificate: Path) -> Iterator[str]:
    with squid(folder, certificate=certificate) as proxy:
        yield proxy


@contextmanager
def _squid_behind_stunnel(folder: Path, certificate: Path) -> Iterator[str]:
    with squid(folder) as plain, stunnel(folder, plain, certificate) as proxy:
        yield proxy


@pytest.mark.parametrize(
    ("start", "size"),
    [
        pytest.param(_tinyproxy_by_https, 40 * MB, id="stunnel and tinyproxy"),
        pytest.param(_tinyproxy_by_https, 300 * MB, id="stunnel and tinyproxy, 300 MB", marks=pytest.mark.long),
        pytest.param(_squid_by_https, 50 * MB, id="squid, 50 MB", marks=pytest.mark.long),
        pytest.param(_squid_by_https, 300 * MB, id="squid, 300 MB", marks=pytest.mark.long),
        pytest.param(_squid_behind_stunnel, 300 * MB, id="stunnel and squid, 300 MB", marks=pytest.mark.long),
    ],
)
def test_large_files_go_through_a_proxy_by_https(
    site: Site,
    certificate: Path,
    tmp_path: Path,
    start: Callable[[Path, Path], AbstractContextManager[str]],
    size: int,
) -> None:
    with start(tmp_path, certificate) as proxy:
        outcome = site.upload(f"https://{proxy}", size, RetryPolicy(attempts=1))
        assert isinstance(outcome, Uploaded), outcome
        assert site.stored_whole()
        code, report = site.tested(f"https://{proxy}")
    assert code is None, report
    assert f"through the proxy {proxy}, TLSv1.3" in report


def test_the_certificate_of_the_proxy_is_told_apart_from_that_of_clear(
    site: Site, authority: trustme.CA, tmp_path: Path
) -> None:
    unknown = _written(trustme.CA(organization_name="Firm IT").issue_cert("127.0.0.1"), tmp_path / "unknown.pem")
    other = _written(authority.issue_cert("proxy.firm.example"), tmp_path / "other.pem")
    for path, expected in (
        (unknown, Code.PROXY_CERTIFICATE_UNTRUSTED),
        (other, Code.PROXY_CERTIFICATE_WRONG_NAME),
    ):
        with stunnel(tmp_path, f"127.0.0.1:{free_port()}", path) as proxy:
            outcome = site.upload(f"https://{proxy}")
            assert isinstance(outcome, Problem)
            assert outcome.code is expected
            assert outcome.params["host"] == "127.0.0.1"
            code, report = site.tested(f"https://{proxy}")
            assert code is expected
            assert ("issued by Firm IT" in report) is (expected is Code.PROXY_CERTIFICATE_UNTRUSTED)
    assert site.practice.requests() == []


@pytest.mark.parametrize("start", [tinyproxy, pytest.param(squid, marks=pytest.mark.long)])
def test_https_written_for_a_plain_proxy_is_told_as_that(
    site: Site, tmp_path: Path, start: Callable[[Path], AbstractContextManager[str]]
) -> None:
    with start(tmp_path) as proxy:
        outcome = site.upload(f"https://{proxy}", policy=RetryPolicy(connect=1, attempts=1))
        assert isinstance(outcome, Problem)
        assert outcome.code in {Code.PROXY_IS_PLAIN, Code.PROXY_TLS_FAILED}  # tinyproxy may wait for more


# What a proxy answers -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [tinyproxy, pytest.param(squid, marks=pytest.mark.long)])
def test_a_host_that_is_away_behind_the_proxy_is_not_the_proxys_fault(
    site: Site, tmp_path: Path, start: Callable[[Path], AbstractContextManager[str]]
) -> None:
    site.account = Account(
        "1", "Site", Environment.CUSTOM, f"https://127.0.0.1:{free_port()}", site.practice.integration_id
    )
    with start(tmp_path) as proxy:
        outcome = site.upload(f"http://{proxy}")
        code, _report = site.tested(f"http://{proxy}")
    assert isinstance(outcome, Problem)
    assert outcome.code is code is Code.PROXY_NO_CONNECTION
    assert outcome.params["attempts"] == "2", "it is tried again"
    assert outcome.headline == "No connection to 127.0.0.1 through the company proxy"
    assert outcome.http_status in {500, 502, 503}
    assert outcome.server_message, "the proxy's page says why"
    assert "<" not in outcome.server_message


@pytest.mark.parametrize("start", [squid, pytest.param(tinyproxy, marks=pytest.mark.long)])
def test_what_a_proxy_forbids_is_its_doing(
    site: Site, tmp_path: Path, start: Callable[..., AbstractContextManager[str]]
) -> None:
    forbids = ["acl all_of_it port 1-65535", "http_access deny all_of_it"] if start is squid else ["ConnectPort 1"]
    with start(tmp_path, *forbids) as proxy:
        outcome = site.upload(f"http://{proxy}")
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.PROXY_REFUSED
    assert outcome.http_status == 403
    assert outcome.server_message


def test_a_password_that_squid_wants(site: Site, tmp_path: Path) -> None:
    helper = tmp_path / "nobody.sh"
    helper.write_text("#!/bin/sh\nwhile read line; do echo ERR; done\n")
    helper.chmod(0o755)
    lines = [
        f"auth_param basic program {helper}",
        "auth_param basic realm Firm, proxy",
        "acl known proxy_auth REQUIRED",
        "http_access deny !known",
    ]
    with squid(tmp_path, *lines) as proxy:
        outcome = site.upload(f"http://{proxy}")
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.PROXY_PASSWORD
    assert (outcome.params["proxy"], outcome.params["kinds"]) == (proxy, "basic")


# A host that goes away and comes back ---------------------------------------------------------------------------


@contextmanager
def _gate(folder: Path, port: int, onward: int) -> Iterator[None]:
    """Give Haproxy before storage: when it is ended, storage is away."""
    config = folder / "gate.cfg"
    config.write_text(
        "defaults\n  mode tcp\n  timeout connect 5s\n  timeout client 60s\n  timeout server 60s\n"
        f"listen gate\n  bind 127.0.0.1:{port}\n  server storage 127.0.0.1:{onward}\n"
    )
    with serving(["haproxy", "-f", str(config)], port):
        yield


class Watch:
    """Ends the proxy in mid-upload, and starts it again at the second attempt that was in vain."""

    def __init__(self, gate: Callable[[], AbstractContextManager[None]], at: int) -> None:
        self._gate = gate
        self._at = at
        self._open = ExitStack()
        self._open.enter_context(gate())
        self.codes: list[Code] = []

    def __call__(self, progress: Progress) -> None:
        if progress.stage is Stage.UPLOADING and progress.done >= self._at and not self.codes:
            self._open.close()
        if progress.problem is not None:
            self.codes.append(progress.problem.code)
            if len(self.codes) == 2:
                self._open.enter_context(self._gate())

    def end(self) -> None:
        self._open.close()


@pytest.mark.parametrize(
    ("start", "code", "size"),
    [
        pytest.param(tinyproxy, Code.PROXY_NO_CONNECTION, 20 * MB, id="tinyproxy"),
        pytest.param(tinyproxy, Code.PROXY_NO_CONNECTION, 300 * MB, id="tinyproxy, 300 MB", marks=pytest.mark.long),
        pytest.param(squid, Code.PROXY_NO_CONNECTION, 300 * MB, id="squid, 300 MB", marks=pytest.mark.long),
        pytest.param(None, Code.CONNECTION_REFUSED, 300 * MB, id="no proxy, 300 MB", marks=pytest.mark.long),
    ],
)
def test_storage_that_is_away_in_mid_upload_is_waited_for(
    faults: FaultServer,
    fault_ca: Path,
    tmp_path: Path,
    start: Callable[[Path], AbstractContextManager[str]] | None,
    code: Code,
    size: int,
) -> None:
    port = free_port()
    gate = f"https://127.0.0.1:{port}"
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"2026-04-01,Sales,100.00\n" * (size // 24))
    with (
        start(tmp_path) if start else nullcontext("") as proxy,
        faults.scenario([], [STORED]) as storage,
        faults.scenario([envelope(result={"uploadUrl": f"{gate}/{storage.id}/storage/l.csv?x=1"})]) as scenario,
    ):
        proxies = {"https": f"http://{proxy}"} if proxy else {}
        network = open_network(lambda _url: proxies, {"SSL_CERT_FILE": str(fault_ca)})
        assert isinstance(network, Network)
        watch = Watch(lambda: _gate(tmp_path, port, faults.ports["https"]), size // 4)
        try:
            with open_session(network, RetryPolicy(connect=20, first_pause=0.2, longest_pause=0.4)) as session:
                outcome = send(session, account_of(scenario.base_url), TOKEN, checked_of(path), Controls(watch))
        finally:
            watch.end()
        assert isinstance(outcome, Uploaded), outcome
        assert set(watch.codes) <= {code, Code.CONNECTION_LOST}
        assert watch.codes[-1] is code
        assert storage.requests("storage")[-1].complete
