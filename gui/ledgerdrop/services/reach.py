"""How far we get towards a host, step by step, with the facts that IT asks for: for "Test connection" only.

Files are sent over `lines.py`; here each step is made by hand, so that it can be told which one failed.
"""

from __future__ import annotations

import base64
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from socket import SHUT_RDWR, socket
from typing import Final, cast
from urllib.parse import SplitResult, unquote, urlsplit

from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.network_problems import ASKS_WHO_WE_ARE, ProxySignInError, network_problem, sign_in_problem
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.services.certificates import issuer_of
from ledgerdrop.services.dialing import dial

_PORTS: Final = {"http": 80, "https": 443}
_LONGEST_HEAD: Final = 16_384  # bytes of a proxy's answer


@dataclass(frozen=True, slots=True)
class Place:
    """A host and its port. `url` names it in problems, and holds neither path nor password."""

    scheme: str
    host: str
    port: int

    @property
    def url(self) -> str:
        """`scheme://host:port`."""
        return f"{self.scheme}://{self}"

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def place_of(url: str) -> Place:
    """Where a URL (a proxy's, too) leads to."""
    parts = urlsplit(url)
    return Place(parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme])


def connect(place: Place, seconds: float, cancel: Cancel) -> socket | Problem:
    """A TCP connection. Raises `Cancelled`."""
    try:
        sock = dial(place.host, place.port, seconds, (), cancel)
    except TimeoutError:
        return Problem(Code.CONNECTION_TIMED_OUT, {"host": place.host})
    except OSError as error:
        return network_problem(error, place.url)
    sock.settimeout(seconds)
    return sock


def secure(sock: socket, place: Place, trust: ssl.SSLContext, cancel: Cancel) -> ssl.SSLSocket | Problem:
    """TLS on that connection, which is closed if it fails. Raises `Cancelled`."""
    try:
        with _ended_by(cancel, sock):
            return trust.wrap_socket(sock, server_hostname=place.host)
    except OSError as error:
        sock.close()
        cancel.check()
        if isinstance(error, TimeoutError):
            return Problem(Code.CONNECTION_TIMED_OUT, {"host": place.host}, detail="in the TLS handshake")
        return network_problem(error, place.url)


def tunnel(sock: socket, place: Place, proxy: str, cancel: Cancel) -> Problem | None:
    """Have the proxy (its URL, with the password if there is one) connect us to `place` (RFC 9110, 9.3.6)."""
    parts = urlsplit(proxy)
    request = f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{_authorization(parts)}\r\n"
    try:
        with _ended_by(cancel, sock):
            sock.sendall(request.encode("latin-1"))
            head = _read_head(sock)
    except OSError as error:
        cancel.check()
        return Problem(Code.PROXY_UNREACHABLE, {"host": parts.hostname or ""}, detail=type(error).__name__)
    return _refusal(head, parts, place)


def certificate_facts(sock: ssl.SSLSocket) -> str:
    """What IT wants to know of it: version of TLS, and who issued the certificate, where the system tells."""
    facts = [sock.version() or "TLS"]
    certificate = sock.getpeercert() or {}
    # Groups of (name, value); truststore leaves it out on Windows and macOS.
    groups = cast("tuple[tuple[tuple[str, str], ...], ...]", certificate.get("issuer", ()))
    issuer = dict(chain.from_iterable(groups))
    if issuer:
        facts.append(f"certificate issued by {issuer.get('organizationName') or issuer.get('commonName', 'unknown')}")
        facts.append(f"valid until {certificate.get('notAfter', 'unknown')}")
    return ", ".join(facts)


def untrusted_issuer(sock: socket, place: Place, cancel: Cancel) -> str:
    """Who issued the certificate that is not trusted; "" if it cannot be told. Nothing of ours is sent over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # it was refused already; this is to say whose it is
    secured = secure(sock, place, context, cancel)
    if isinstance(secured, Problem):
        return ""
    with secured:
        return issuer_of(secured.getpeercert(binary_form=True) or b"")


def _authorization(parts: SplitResult) -> str:
    if parts.username is None:
        return ""
    # `proxies.route` wrote UTF-8 as if it were latin-1, as requests needs it.
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode("latin-1")
    return f"Proxy-Authorization: Basic {base64.b64encode(pair).decode()}\r\n"


def _read_head(sock: socket) -> list[str]:
    """The lines of the answer's head."""
    head = bytearray()
    while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
        block = sock.recv(4096)
        if not block:
            break
        head += block
    return head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")


def _refusal(head: list[str], proxy: SplitResult, place: Place) -> Problem | None:
    words = head[0].split(" ", 2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isascii() or not words[1].isdigit():
        return Problem(Code.PROXY_UNREACHABLE, {"host": proxy.hostname or ""}, detail="the answer is not a proxy's")
    status = int(words[1])
    if 200 <= status < 300:
        return None
    if status not in ASKS_WHO_WE_ARE:
        return Problem(Code.PROXY_REFUSED, {"host": place.host}, http_status=status)
    fields = [line.partition(":") for line in head[1:]]
    asked = [value for name, _, value in fields if name.lower() == "proxy-authenticate"]
    return sign_in_problem(ProxySignInError(proxy.netloc.rpartition("@")[2], asked), place.host)


@contextmanager
def _ended_by(cancel: Cancel, sock: socket) -> Iterator[None]:
    """While the block runs, `cancel` ends whatever blocks on that socket."""
    with sock.dup() as handle:  # TLS takes the socket itself over

        def shut() -> None:
            with suppress(OSError):  # the other side was faster
                handle.shutdown(SHUT_RDWR)

        with cancel.wakes(shut):
            yield
