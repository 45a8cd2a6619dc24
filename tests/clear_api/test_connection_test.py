"""Test the connection test on real servers: the practice server over http and TLS, a real proxy, and liars."""

from __future__ import annotations

import base64
import re
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import pytest
import trustme
from tests.servers.practice import Practice
from tests.servers.proxies import tinyproxy

from ledgerdrop.clear_api.connection_test import ConnectionReport, try_connection
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.net.network import Network, Routes, open_network, route
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import no_proxies
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.runtime.redaction import register_secret
from ledgerdrop.store.proxy_address import SignIn

UUID: Final = "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11"
SIGN_IN: Final = SignIn("ravi", "canary-proxy-41")


def account_of(practice: Practice) -> Account:
    return Account("1", "Practice", Environment.CUSTOM, practice.base_url, practice.integration_id)


def account_at(base_url: str) -> Account:
    return Account("1", "Test", Environment.CUSTOM, base_url, UUID)


def network_of(ca: Path | None, proxy: str = "") -> Network:
    """Return a network; `proxy` is the URL of one for https."""
    environment = {"SSL_CERT_FILE": str(ca)} if ca else {}
    network = open_network((lambda _url: {"https": proxy}) if proxy else no_proxies, environment)
    assert isinstance(network, Network)
    return network


def outcome(report: ConnectionReport) -> tuple[Code | None, list[tuple[str, bool]]]:
    """Return the problem, and the names of the steps with whether they went well."""
    assert "canary" not in report.text
    assert "X-Amz" not in report.text
    steps = re.findall(r"^(ok|FAILED) +(.+) \(\d+\.\d\d s\): ", report.text, re.MULTILINE)
    return report.problem.code if report.problem else None, [(name, word == "ok") for word, name in steps]


def test_all_is_well(each_practice: Practice) -> None:
    report = try_connection(
        account_of(each_practice), each_practice.token, network_of(each_practice.ca), CancelToken()
    )
    assert outcome(report) == (
        None,
        [
            ("Settings", True),
            ("Clear: name", True),
            ("Clear: connection", True),
            ("Permission to upload", True),
            ("Clear's storage: name", True),
            ("Clear's storage: connection", True),
            ("Clock of this computer", True),
        ],
    )
    assert report.text.startswith("The connection works: Clear (custom) accepts this account.\n")
    # One permission was asked for, and nothing uploaded.
    assert [request.path for request in each_practice.requests()] == ["/one-integration/action/pre-sign"]


def test_the_report_is_of_use_to_it_and_holds_no_secret(practice_tls: Practice) -> None:
    report = try_connection(account_of(practice_tls), practice_tls.token, network_of(practice_tls.ca), CancelToken())
    for fact in ("LedgerDrop ", "Python ", " UTC", practice_tls.base_url, "TLSv1.3", "certificate issued by trustme"):
        assert fact in report.text
    for secret in (practice_tls.token, practice_tls.integration_id, "X-Amz", practice_tls.signer.secret_key):
        assert secret not in report.text + repr(report)
    assert f"...{practice_tls.integration_id[-4:]}" in report.text


@pytest.mark.parametrize(
    ("account", "token", "code"),
    [
        (account_at("ftp://api.example"), "x", Code.BAD_BASE_URL),
        (Account("1", "", Environment.SANDBOX, "https://api-sandbox.clear.in", ""), "x", Code.NO_INTEGRATION_ID),
        (account_at("https://api.example"), None, Code.NO_TOKEN),
        (account_at("https://api.example"), Problem(Code.KEYRING_LOCKED), Code.KEYRING_LOCKED),
    ],
)
def test_settings_come_first(account: Account, token: str | Problem | None, code: Code) -> None:
    assert outcome(try_connection(account, token, network_of(None), CancelToken())) == (code, [("Settings", False)])


def test_a_wrong_file_of_certificates_is_named(tmp_path: Path) -> None:
    network = open_network(no_proxies, {"SSL_CERT_FILE": str(tmp_path / "missing.pem")})
    report = try_connection(account_at("https://api.example"), "x", network, CancelToken())
    assert outcome(report) == (Code.BAD_CA_BUNDLE, [("Settings", True), ("Trusted certificates", False)])


def test_a_name_that_nobody_has() -> None:
    report = try_connection(account_at("https://clear.invalid"), "x", network_of(None), CancelToken())
    code, steps = outcome(report)
    assert code in {Code.HOST_UNKNOWN, Code.OFFLINE}
    assert steps[-1] == ("Clear: name", False)
    assert "clear.invalid" in report.text


def test_a_port_that_nobody_listens_at() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"https://127.0.0.1:{unused.getsockname()[1]}"
        report = try_connection(account_at(url), "x", network_of(None), CancelToken())
    assert outcome(report)[0] is Code.CONNECTION_REFUSED


def test_a_certificate_that_is_not_trusted(practice_tls: Practice, tmp_path: Path) -> None:
    trustme.CA().cert_pem.write_to_path(tmp_path / "other.pem")
    network = network_of(tmp_path / "other.pem")
    report = try_connection(account_of(practice_tls), practice_tls.token, network, CancelToken())
    code, steps = outcome(report)
    assert code is Code.CERTIFICATE_UNTRUSTED
    assert steps[-1] == ("Clear: connection", False)
    assert report.text.startswith("Can't verify the identity of 127.0.0.1.\n")
    assert "issued by trustme v" in report.text
    assert practice_tls.requests() == []  # the token was not sent


def test_a_token_that_clear_refuses(practice: Practice) -> None:
    register_secret("canary-wrong-token")
    report = try_connection(account_of(practice), "canary-wrong-token", network_of(None), CancelToken())
    code, steps = outcome(report)
    assert code is Code.SIGN_IN_REFUSED
    assert steps[-1] == ("Permission to upload", False)
    assert "HTTP 401" in report.text
    assert report.problem is not None
    assert report.problem.advice in report.text


@contextmanager
def answering(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """Give a server for one connection; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            sock, _ = listener.accept()
            with sock:
                answer(sock)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def until_closed(sock: socket.socket) -> None:
    with suppress(ConnectionResetError):  # closed with something unread
        while sock.recv(4096):
            pass


def test_a_server_that_says_nothing_is_not_waited_for_without_end() -> None:
    with answering(until_closed) as port:
        report = try_connection(
            account_at(f"https://127.0.0.1:{port}"), "x", network_of(None), CancelToken(), RetryPolicy(connect=0.2)
        )
    assert outcome(report)[0] is Code.CONNECTION_TIMED_OUT


def test_cancel_ends_a_handshake() -> None:
    cancel = CancelToken()

    def cancel_then_wait(sock: socket.socket) -> None:
        sock.recv(1)  # the handshake has begun
        cancel.cancel()
        until_closed(sock)

    with answering(cancel_then_wait) as port, pytest.raises(Cancelled):
        try_connection(
            account_at(f"https://127.0.0.1:{port}"), "x", network_of(None), cancel, RetryPolicy(connect=3600)
        )


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (
            "407 No\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Negotiate",
            Code.PROXY_OF_WINDOWS,
            "negotiate, ntlm",
        ),
        ("407 No\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm=x", Code.PROXY_PASSWORD, "HTTP 407"),
        ("407 No", Code.PROXY_PASSWORD, "HTTP 407"),
        ("401 No", Code.PROXY_PASSWORD, "HTTP 407"),  # as tinyproxy answers to a wrong password
        ("403 No", Code.PROXY_REFUSED, "HTTP 403"),
    ],
)
def test_what_a_proxy_wants(answer: str, code: Code, words: str) -> None:
    def refuse(sock: socket.socket) -> None:
        while b"\r\n\r\n" not in sock.recv(4096):
            pass
        sock.sendall(f"HTTP/1.1 {answer}\r\n\r\n".encode())

    with answering(refuse) as port:
        network = network_of(None, f"http://127.0.0.1:{port}")
        report = try_connection(account_at("https://api.example"), "x", network, CancelToken())
    assert outcome(report)[0] is code
    assert words in report.text


def test_a_proxy_that_drips_is_not_waited_for_without_end() -> None:
    def drip(sock: socket.socket) -> None:
        sock.sendall(b"HTTP/1.1 200 Connection established\r\n")
        sock.settimeout(0.02)
        with suppress(OSError):
            while True:
                sock.sendall(b"X-Wait: 1\r\n")
                with suppress(TimeoutError):
                    if sock.recv(4096) == b"":
                        return

    with answering(drip) as port:
        network = network_of(None, f"http://127.0.0.1:{port}")
        report = try_connection(
            account_at("https://api.example"), "x", network, CancelToken(), RetryPolicy(connect=0.5)
        )
    assert outcome(report)[0] is Code.PROXY_NO_CONNECTION


@pytest.mark.parametrize("answer", [b"", b"220 mail.firm ESMTP\r\n\r\n", b"HTTP/1.1 ok\r\n\r\n", b"x" * 20_000])
def test_what_is_no_proxy(answer: bytes) -> None:
    def talk(sock: socket.socket) -> None:
        while b"\r\n\r\n" not in sock.recv(4096):
            pass
        sock.sendall(answer)
        with suppress(OSError):  # whoever has seen enough may have ended the connection by then
            sock.shutdown(socket.SHUT_WR)
        until_closed(sock)

    with answering(talk) as port:
        network = network_of(None, f"http://127.0.0.1:{port}")
        report = try_connection(account_at("https://api.example"), "x", network, CancelToken())
    assert outcome(report)[0] is Code.PROXY_UNREACHABLE


def test_a_proxy_that_is_not_there() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        network = network_of(None, f"http://127.0.0.1:{unused.getsockname()[1]}")
        report = try_connection(account_at("https://api.example"), "x", network, CancelToken())
    assert outcome(report)[0] is Code.PROXY_UNREACHABLE
    report = try_connection(
        account_at("https://api.example"), "x", network_of(None, "http://p.invalid:1"), CancelToken()
    )
    assert outcome(report)[0] is Code.PROXY_UNREACHABLE


def test_a_proxy_that_is_set_wrongly() -> None:
    routes = Routes(ProxyChoice(ProxyMode.MANUAL, "socks5://proxy.firm:1080"))
    network = open_network(routes.mapping, {})
    report = try_connection(account_at("https://api.example"), "x", network, CancelToken())
    assert outcome(report) == (Code.BAD_PROXY, [("Settings", True), ("Clear: proxy", False)])


@pytest.mark.skipif(sys.platform == "win32", reason="tinyproxy is none of Windows")
def test_through_a_real_proxy_with_and_without_its_password(practice_tls: Practice, tmp_path: Path) -> None:
    with tinyproxy(tmp_path, f"BasicAuth {SIGN_IN.user} {SIGN_IN.password}") as proxy:
        account = account_of(practice_tls)
        without = network_of(practice_tls.ca, f"http://{proxy}")
        report = try_connection(account, practice_tls.token, without, CancelToken())
        assert outcome(report)[0] is Code.PROXY_PASSWORD
        assert practice_tls.requests() == []

        # The practice server is never reached through a proxy, so the route is asked for another host.
        found = route("https://api.example/", ProxyChoice(ProxyMode.MANUAL, proxy), {proxy: SIGN_IN}.get, None)
        assert not isinstance(found, Problem)
        report = try_connection(
            account, practice_tls.token, network_of(practice_tls.ca, found.mapping["https"]), CancelToken()
        )
        assert outcome(report)[0] is None
        assert f"proxy {proxy}" in report.text
        assert f"through the proxy {proxy}, TLSv1.3" in report.text
        assert base64.b64encode(f"{SIGN_IN.user}:{SIGN_IN.password}".encode()).decode() not in report.text
