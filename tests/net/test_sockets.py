"""Test the way from a name to a connection, past addresses that lead nowhere; and the issuer of a certificate."""

from __future__ import annotations

import errno
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from tests.faults.control import FaultServer

from ledgerdrop.net.sockets import dial, encryption_facts, resolve
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

IPV4, IPV6 = socket.AF_INET, socket.AF_INET6


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as opened:
        yield opened


def _names(monkeypatch: pytest.MonkeyPatch, *addresses: tuple[str, int]) -> None:
    """Have every name stand for these addresses, in this order."""

    def found(*_: Any, **__: Any) -> list[Any]:
        return [(IPV6 if ":" in host else IPV4, socket.SOCK_STREAM, 6, "", (host, port)) for host, port in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", found)


def _port(listener: socket.socket) -> int:
    port: int = listener.getsockname()[1]
    return port


def test_it_connects(listener: socket.socket) -> None:
    options = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]
    with dial("127.0.0.1", _port(listener), 20, options, CancelToken()) as sock:
        assert sock.getpeername() == listener.getsockname()
        assert sock.getblocking()
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_refusal_is_passed_on(faults: FaultServer) -> None:
    with pytest.raises(OSError, match="refused") as refusal:
        dial("127.0.0.1", faults.ports["refused"], 20, [], CancelToken())
    assert refusal.value.errno == errno.ECONNREFUSED


def test_silence_ends_with_the_time(faults: FaultServer) -> None:
    with pytest.raises(TimeoutError):
        dial("127.0.0.1", faults.ports["full"], 0.3, [], CancelToken())


def test_a_refused_address_does_not_hold_up_the_next(
    faults: FaultServer, listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    _names(monkeypatch, ("127.0.0.1", faults.ports["refused"]), ("127.0.0.1", _port(listener)))
    with dial("clear.example", 443, 20, [], CancelToken()) as sock:
        assert sock.getpeername() == listener.getsockname()


def test_a_silent_address_does_not_hold_up_the_next(
    faults: FaultServer, listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    _names(monkeypatch, ("127.0.0.1", faults.ports["full"]), ("127.0.0.1", _port(listener)))
    with dial("clear.example", 443, 100, [], CancelToken()) as sock:
        assert sock.getpeername() == listener.getsockname()


def test_families_take_turns_beginning_with_the_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    _names(monkeypatch, ("::1", 1), ("::2", 1), ("::3", 1), ("127.0.0.1", 1), ("127.0.0.2", 1))
    found = [address[0] for _, address in resolve("clear.example", 1, 20, CancelToken())]
    assert found == ["::1", "127.0.0.1", "::2", "127.0.0.2", "::3"]


@pytest.mark.parametrize("name", ["", "a..b", f"{'x' * 64}.example", "no-such-host.invalid"])
def test_a_name_that_leads_nowhere(name: str) -> None:
    with pytest.raises((socket.gaierror, OSError)) as error:
        dial(name, 1, 20, [], CancelToken())
    assert not isinstance(error.value, UnicodeError)


def test_a_name_service_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(60))
    with pytest.raises(TimeoutError):
        resolve("clear.example", 443, 0.2, CancelToken())
    over.set()


def test_cancel_comes_first(listener: socket.socket) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        dial("127.0.0.1", _port(listener), 20, [], cancel)


def certificate_of(issuer: dict[str, str]) -> bytes:
    """Return a certificate in PEM whose issuer has these attributes, named as in `NameOID`, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(getattr(NameOID, kind), text) for kind, text in issuer.items()])
    made = (
        x509.CertificateBuilder(name, x509.Name([]), key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=1))
        .sign(key, SHA256())
    )
    return made.public_bytes(Encoding.PEM) + key.private_bytes(
        Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()
    )


def handshake_with(pem: Path) -> ssl.SSLObject:
    """Return the client's end of a connection to a server with this certificate, which is not verified."""
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    server.load_cert_chain(pem)
    client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = client.wrap_bio(to_client, to_server), server.wrap_bio(to_server, to_client, server_side=True)
    waiting = [*ends, *ends]
    for end in waiting:
        try:
            end.do_handshake()
        except ssl.SSLWantReadError:
            continue
    return ends[0]


@pytest.mark.parametrize(
    ("issuer", "words"),
    [
        ({"ORGANIZATION_NAME": "Firm Ltd", "COMMON_NAME": "Inspection CA"}, "Firm Ltd, Inspection CA"),
        ({"COUNTRY_NAME": "IN", "COMMON_NAME": "फर्म की जाँच"}, "फर्म की जाँच"),
        ({"COMMON_NAME": "Same", "ORGANIZATION_NAME": "Same"}, "Same"),
        ({"ORGANIZATIONAL_UNIT_NAME": "IT"}, "unknown"),
        ({"COMMON_NAME": "two\nlines \u202egnp.exe"}, "two lines  gnp.exe"),
        ({}, "unknown"),
    ],
)
def test_the_issuer_of_an_untrusted_certificate_is_named_in_plain_text(
    tmp_path: Path, issuer: dict[str, str], words: str
) -> None:
    pem = tmp_path / "server.pem"
    pem.write_bytes(certificate_of(issuer))
    facts = encryption_facts(handshake_with(pem))
    assert facts == f"TLSv1.3, certificate issued by {words}, valid until Jan  2 00:00:00 2026 GMT"


def test_a_connection_without_encryption_says_so(listener: socket.socket) -> None:
    assert encryption_facts(listener) == "not encrypted"
