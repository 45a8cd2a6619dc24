"""Test what an attacker, a hostile server or a stray setting may try on our connections (SECURITY.md)."""

from __future__ import annotations

import logging
import os
import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import pytest
import trustme
from tests.servers.practice import Practice

from ledgerdrop.clear_api import upload
from ledgerdrop.clear_api.api import Caller, read_envelope
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.clear_api.storage import read_storage_error
from ledgerdrop.model import settings
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import CheckedFile, DroppedFile, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import fetch
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.response import Response
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, no_proxies, open_session
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.logs import Crash, start_logs
from ledgerdrop.runtime.redaction import register_secret
from ledgerdrop.store import settings_file

UUID: Final = "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11"
IMPATIENT: Final = RetryPolicy(connect=5, answer=5, confirm=5, attempts=1, outage=0.0)


def session_of(ca: Path | None = None) -> Session:
    network = open_network(no_proxies, {"SSL_CERT_FILE": str(ca)} if ca else {})
    assert isinstance(network, Network)
    return open_session(network, IMPATIENT)


def account_at(base_url: str, integration_id: str = UUID) -> Account:
    return Account("1", "Test", Environment.CUSTOM, base_url, integration_id)


def ledger(folder: Path, name: str = "ledger.csv") -> CheckedFile:
    path = folder / name
    path.write_bytes(b"date,amount\n2026-04-01,100\n")
    found = path.stat()
    return CheckedFile(DroppedFile(path, name, found.st_size, found.st_mtime_ns), "csv", "text/csv", "text/csv")


@contextmanager
def scripted(*answers: bytes, tls: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[bytes]]]:
    """Give a server that gives these answers, one a connection. Its port, and the heads of what it was asked."""
    asked: list[bytes] = []
    over = threading.Event()

    def serve(listener: socket.socket) -> None:
        for answer in answers:
            plain, _ = listener.accept()
            with ExitStack() as stack:
                sock = stack.enter_context(plain)
                if over.is_set():
                    return
                try:
                    if tls is not None:
                        sock = stack.enter_context(tls.wrap_socket(plain, server_side=True))
                    head = b""
                    while b"\r\n\r\n" not in head and (block := sock.recv(65536)):
                        head += block
                    asked.append(head)
                    sock.sendall(answer)
                except OSError:
                    continue  # the client would not have us: the test says whether it should

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        try:
            yield listener.getsockname()[1], asked
        finally:
            over.set()
            socket.create_connection(listener.getsockname()).close()  # wakes a server that nobody asked
            thread.join()


def http(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def envelope(url: str) -> bytes:
    return f'{{"status": 200, "success": true, "result": {{"uploadUrl": "{url}"}}}}'.encode()


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_no_redirect_is_followed_and_the_token_goes_nowhere_else(status: str) -> None:
    with scripted(http("200 OK")) as (elsewhere, asked_elsewhere), session_of() as session:
        location = f"Location: http://127.0.0.1:{elsewhere}/"
        with scripted(http(status, b"", location)) as (port, asked):
            target = request_target(
                Caller(session, account_at(f"http://127.0.0.1:{port}"), "canary-1", CancelToken()), "a.csv"
            )
    assert isinstance(target, Problem)
    assert target.code is Code.REDIRECTED
    assert len(asked) == 1
    assert asked_elsewhere == []


def test_storage_gets_neither_token_nor_credentials_nor_cookies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not from the API's request, not from a cookie of its answer, not from ~/.netrc."""
    netrc = tmp_path / "netrc"
    netrc.write_text("default login ravi password canary-netrc\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with scripted(http("200 OK", b"", 'ETag: "0"')) as (storage, stored), session_of() as session:
        signed = f"http://127.0.0.1:{storage}/a.csv?X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Signature=c"
        answer = http("200 OK", envelope(signed), "Content-Type: application/json", "Set-Cookie: a=canary-cookie")
        with scripted(answer) as (port, asked):
            account = account_at(f"http://127.0.0.1:{port}")
            upload.send(session, account, "canary-2", ledger(tmp_path), upload.Controls())
    assert b"x-clear-auth-token: canary-2" in asked[0].lower()
    assert b"authorization" not in asked[0].lower()
    (put,) = stored
    assert put.startswith(b"PUT /a.csv?X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Signature=c HTTP/1.1")
    for unwanted in (b"canary", b"authorization", b"cookie", UUID.encode(), b"x-amz-acl"):
        assert unwanted not in put.lower()


@pytest.mark.parametrize(
    "url",
    ["http://storage.example/a", "ftp://127.0.0.1/a", "file:///etc/passwd", "//x/a", "https://u:p@storage.example/a"],
)
def test_an_address_to_upload_to_that_is_not_safe_is_not_used(url: str) -> None:
    answer = http("200 OK", envelope(url), "Content-Type: application/json")
    with scripted(answer) as (port, _), session_of() as session:
        target = request_target(
            Caller(session, account_at(f"http://127.0.0.1:{port}"), "canary-3", CancelToken()), "a.csv"
        )
    assert isinstance(target, Problem)
    assert target.code is Code.UNSAFE_UPLOAD_URL


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.7.7.7",
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::]",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "0",
        "localhost.localdomain",
        "ip6-localhost",
    ],
)
def test_no_api_elsewhere_names_this_machine_as_the_address_to_upload_to(
    host: str, scheme: str, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _host, *words, **more: look_up("127.0.0.1", *words, **more))
    tls, ca = server_tls(authority, tmp_path, "api.example")
    answer = http("200 OK", envelope(f"{scheme}://{host}:8443/a?X-Amz-Signature=c"), "Content-Type: application/json")
    with scripted(answer, tls=tls) as (port, asked), session_of(ca) as session:
        account = account_at(f"https://api.example:{port}")
        target = request_target(Caller(session, account, "canary-3", CancelToken()), "a.csv")
    assert len(asked) == 1
    assert isinstance(target, Problem)
    assert target.code is Code.UNSAFE_UPLOAD_URL


def server_tls(authority: trustme.CA, folder: Path, *names: str) -> tuple[ssl.SSLContext, Path]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    authority.cert_pem.write_to_path(folder / "ca.pem")
    return context, folder / "ca.pem"


def outcome_over(tls: ssl.SSLContext, ca: Path | None) -> tuple[Response | Problem, list[bytes]]:
    with scripted(http("200 OK"), tls=tls) as (port, asked), session_of(ca) as session:
        outcome = fetch(session, f"https://127.0.0.1:{port}/", {"x-clear-auth-token": "canary-4"}, CancelToken())
        return outcome, list(asked)


@pytest.mark.filterwarnings("ignore:.*TLSv1.* is deprecated:DeprecationWarning")  # that is the point
def test_an_old_version_of_tls_is_not_spoken(authority: trustme.CA, tmp_path: Path) -> None:
    tls, ca = server_tls(authority, tmp_path, "127.0.0.1")
    assert isinstance(outcome_over(tls, ca)[0], Response)
    tls.set_ciphers("ALL:@SECLEVEL=0")  # or the server itself would refuse
    tls.minimum_version = ssl.TLSVersion.TLSv1
    tls.maximum_version = ssl.TLSVersion.TLSv1_1
    outcome, asked = outcome_over(tls, ca)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.TLS_FAILED
    assert asked == []


def test_a_certificate_for_another_name_or_of_an_unknown_issuer_ends_it(
    authority: trustme.CA, tmp_path: Path
) -> None:
    other_name, ca = server_tls(authority, tmp_path, "other.example")
    outcome, asked = outcome_over(other_name, ca)
    assert isinstance(outcome, Problem)
    assert (outcome.code, asked) == (Code.CERTIFICATE_WRONG_NAME, [])
    # What the system trusts, which is not this authority.
    outcome, asked = outcome_over(server_tls(authority, tmp_path, "127.0.0.1")[0], None)
    assert isinstance(outcome, Problem)
    assert (outcome.code, asked) == (Code.CERTIFICATE_UNTRUSTED, [])


def test_no_authority_is_trusted_beside_the_one_that_was_named(authority: trustme.CA, tmp_path: Path) -> None:
    """requests would load certifi's 140 roots into any context."""
    tls, ca = server_tls(authority, tmp_path, "127.0.0.1")
    network = open_network(no_proxies, {"SSL_CERT_FILE": str(ca)})
    assert isinstance(network, Network)
    with scripted(http("200 OK"), tls=tls) as (port, _), open_session(network, IMPATIENT) as session:
        assert isinstance(fetch(session, f"https://127.0.0.1:{port}/", {}, CancelToken()), Response)
    assert len(network.trust().get_ca_certs()) == 1


@pytest.mark.parametrize(
    "body", [b"[" * 500_000, b'{"a":' * 200_000, b"1" * 100_000, b"\xff\xfe\x00", b'{"result": 1e999}']
)
def test_json_that_is_deep_or_odd_is_an_answer_that_cannot_be_read(body: bytes) -> None:
    answer = Response(200, {}, body)
    found = read_envelope(answer)
    assert found is None or not found.success


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        '<!ENTITY b SYSTEM "http://127.0.0.1/">',
    ],
)
def test_xml_with_entities_is_not_read(declaration: str) -> None:
    document = f"<!DOCTYPE Error [{declaration}]><Error><Code>&b;</Code><Message>m</Message></Error>"
    assert read_storage_error(document.encode()) is None
    assert read_storage_error(b"<Error>" * 100_000) is None


def test_a_canary_is_found_nowhere_after_journeys_that_work_and_fail(
    each_practice: Practice, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Token and signatures pass through sending, refusal and a crash, with every library's debug log on."""
    crashes: list[Crash] = []
    logs = start_logs(tmp_path / "logs", crashes.append, logging.DEBUG)
    account = account_at(each_practice.base_url, each_practice.integration_id)
    assert settings_file.save(tmp_path / "settings", settings.Settings((account,))) is None
    register_secret(each_practice.token)
    said: list[str] = []
    try:
        for name in ("urllib3", "requests"):
            logging.getLogger(name).setLevel(logging.DEBUG)
        caplog.set_level(logging.DEBUG)
        with session_of(each_practice.ca) as session:
            names = ["ledger.csv", "provoke-403.csv", "provoke-500-html.csv", "provoke-signature.csv"]
            for name in names:
                checked = ledger(tmp_path, name)
                outcome = upload.send(session, account, each_practice.token, checked, upload.Controls())
                said += [repr(outcome), str(outcome)]
                if name == "ledger.csv":
                    assert isinstance(outcome, Uploaded), outcome
            crash_with_a_url(session, account, each_practice.token)
    finally:
        logs.close()
    puts = [request.target for request in each_practice.uploads()]
    assert puts
    secrets = {each_practice.token, *(part.partition("=")[2] for put in puts for part in put.split("&")[1:])}
    assert any(len(secret) == 64 for secret in secrets)  # the signatures themselves
    files = [path for path in tmp_path.rglob("*") if path.suffix in {".log", ".json"}]
    records = [repr(record.__dict__) for record in caplog.records]
    left = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert "Unexpected error in MainThread" in left
    assert "integration_id" in left
    assert len(crashes) == 1
    everything = "\n".join([left, *said, repr(crashes), caplog.text, *records])
    assert [secret for secret in secrets if len(secret) > 8 and secret in everything] == []
    if os.name == "posix" and sys.platform == "linux":
        assert each_practice.token.encode() not in Path("/proc/self/cmdline").read_bytes()


def crash_with_a_url(session: Session, account: Account, token: str) -> None:
    """Let it crash as the window would: the error reaches the hook of the main thread."""
    target = request_target(Caller(session, account, token, CancelToken()), "crash.csv")
    assert not isinstance(target, Problem)
    try:
        int(f"bug with {target.url} and {token} in {target!r}")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
