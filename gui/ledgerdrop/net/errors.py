"""Turn exceptions of requests, urllib3, ssl and the system into the problem between us and a server.

The exceptions come nested several deep, with the reason in `__cause__`, `__context__`, `reason` or `args`, so all of
these are searched. Their texts hold whole signed URLs, and none is passed on.
"""

from __future__ import annotations

import errno
import http.client
import re
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from requests import exceptions as requests_errors
from urllib3 import exceptions as urllib3_errors

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.response import Response, server_words

_NO_NETWORK: Final = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, 10051, 10065, 10050})
# OpenSSL's verify results (x509_vfy.h); the two about names
_NOT_YET_VALID: Final = 9
_EXPIRED: Final = 10
_WRONG_NAME: Final = frozenset({62, 64})
# OpenSSL's names of the alerts with which a server refuses a client that shows no certificate (RFC 8446, 6.2), and of
# the one for a client that speaks no HTTP/2 (RFC 7301, 3.2)
_WANTS_CERTIFICATE: Final = re.compile(r"alert[ _](?:(?:no|bad|unsupported)[ _])?certificate")
_NO_PROTOCOL: Final = "alert no application protocol"
# What a server says that speaks HTTP/2 and nothing else: a frame of settings, or its farewell (RFC 9113, 4.1)
_HTTP2: Final = re.compile("\\x00.{2}[\\x04\\x07].\\x00\\x00\\x00\\x00", re.DOTALL)
# A proxy's answers to CONNECT. tinyproxy says 407 when it is told nothing, and 401 to a wrong password.
_ASKS_WHO_WE_ARE: Final = frozenset({401, 407})
# It could not reach the host, or not now; tinyproxy says 500 then. Of all others from 500 on these are none
_TROUBLE: Final = frozenset({408, 429})
_REFUSALS: Final = frozenset({501, 505, 511})
# The names of the ways in Proxy-Authenticate, which may be several in one line: none of them is followed by "="
_QUOTED: Final = re.compile(r'"[^"]*"')
_SCHEME: Final = re.compile(r"(?:^|,)\s*([A-Za-z][\w-]*)(?=\s+[^\s=]|\s*,|\s*$)")
# What a proxy may ask for that only a signed-in Windows can give (RFC 4559, MS-NTHT)
_OF_WINDOWS: Final = frozenset({"ntlm", "negotiate", "kerberos"})
_OF_A_PROXY: Final = {
    Code.CERTIFICATE_UNTRUSTED: Code.PROXY_CERTIFICATE_UNTRUSTED,
    Code.CERTIFICATE_WRONG_NAME: Code.PROXY_CERTIFICATE_WRONG_NAME,
}
# OpenSSL's words for an answer that is no TLS, of old and newer versions
_NO_TLS: Final = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "PACKET_LENGTH_TOO_LONG"})


class StandStillError(Exception):
    """Says that not one byte of the body left within the time-out. No OSError, so that urllib3 lets it pass."""


class HandshakeError(OSError):
    """Says that the peer ended the connection instead of agreeing on encryption."""


class ProxyConnectError(OSError):
    """Says that the proxy at `place` (`host:port`) could not be reached, or is no proxy; the cause says why."""

    def __init__(self, place: str) -> None:
        super().__init__("no proxy")
        self.place = place


class TunnelError(OSError):
    """Says that the proxy at `place` (`host:port`) did not connect us: it gave this answer, or none in time."""

    def __init__(self, place: str, answer: Response | None = None) -> None:
        super().__init__("no tunnel")
        self.place = place
        self.answer = answer


# What else a connection fails with: the first kind that is found decides
_BY_KIND: Final = (
    ((ConnectionRefusedError,), Code.CONNECTION_REFUSED),
    ((urllib3_errors.ConnectTimeoutError, requests_errors.ConnectTimeout), Code.CONNECTION_TIMED_OUT),
    ((urllib3_errors.ReadTimeoutError, requests_errors.ReadTimeout), Code.NO_ANSWER),
    ((HandshakeError,), Code.TLS_FAILED),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), Code.CONNECTION_LOST),
    ((ssl.SSLError,), Code.TLS_FAILED),
    ((requests_errors.InvalidURL, urllib3_errors.LocationParseError), Code.BAD_BASE_URL),
)


def network_problem(error: Exception, url: str) -> Problem:
    """Return the problem behind this error, met on the way to `url`."""
    causes = list(_causes(error))
    names = " < ".join(dict.fromkeys(type(cause).__name__ for cause in causes))
    for cause in causes:
        if isinstance(cause, TunnelError):
            return _tunnel_problem(cause, _host(url), names)
        if isinstance(cause, ProxyConnectError):
            host = cause.place.rpartition(":")[0].strip("[]")
            return Problem(_proxy_code(causes), {"host": host}, detail=names)
    return Problem(_code(causes), {"host": _host(url)}, detail=names)


def _tunnel_problem(error: TunnelError, host: str, names: str) -> Problem:
    """Return the problem for a proxy that does not connect us to `host`."""
    answer = error.answer
    if answer is None:
        return Problem(Code.PROXY_NO_CONNECTION, {"host": host}, detail=names)
    if answer.status in _ASKS_WHO_WE_ARE:
        return _sign_in_problem(error.place, answer.headers.get("proxy-authenticate", ""), host)
    trouble = answer.status in _TROUBLE or (answer.status >= 500 and answer.status not in _REFUSALS)
    problem = answer.problem(Code.PROXY_NO_CONNECTION if trouble else Code.PROXY_REFUSED)
    retry_after = problem.retry_after if trouble else None
    return replace(problem, params={"host": host}, retry_after=retry_after, detail=names)


def _sign_in_problem(place: str, asked: str, host: str) -> Problem:
    """Return what a proxy wants before it lets us through to `host`, by its Proxy-Authenticate (RFC 9110, 11.7.1)."""
    schemes = {name.lower() for name in _SCHEME.findall(_QUOTED.sub("", asked))}
    kinds = ", ".join(sorted(server_words(scheme) for scheme in schemes))
    of_windows = bool(schemes) and schemes <= _OF_WINDOWS
    code = Code.PROXY_OF_WINDOWS if of_windows else Code.PROXY_PASSWORD
    return Problem(code, {"proxy": place, "kinds": kinds, "host": host}, http_status=407)


def _code(causes: list[BaseException]) -> Code:
    def first(*kinds: type[BaseException]) -> BaseException | None:
        return next((cause for cause in causes if isinstance(cause, kinds)), None)

    if first(requests_errors.InvalidProxyURL):
        return Code.BAD_PROXY
    if found := next(filter(None, map(verdict, causes)), None):
        return found
    certificate = first(ssl.SSLCertVerificationError)
    if isinstance(certificate, ssl.SSLCertVerificationError):
        return _certificate_code(certificate)
    if first(socket.gaierror, urllib3_errors.NameResolutionError):
        return Code.HOST_UNKNOWN
    if any(isinstance(cause, OSError) and cause.errno in _NO_NETWORK for cause in causes):
        return Code.OFFLINE
    return next((code for kinds, code in _BY_KIND if first(*kinds)), Code.CONNECTION_LOST)


def verdict(error: BaseException) -> Code | None:
    """Return what a final error says: the other side refuses to talk to us. None where trying again may help."""
    if isinstance(error, http.client.BadStatusLine) and _HTTP2.match(str(error)):
        return Code.HTTP2_ONLY
    words = str(error).lower() if isinstance(error, ssl.SSLError) else ""
    if _NO_PROTOCOL in words:
        return Code.HTTP2_ONLY
    return Code.CLIENT_CERTIFICATE if _WANTS_CERTIFICATE.search(words) else None


def _proxy_code(causes: list[BaseException]) -> Code:
    """Return what is wrong between us and the proxy itself."""
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            code = _certificate_code(cause)
            return _OF_A_PROXY.get(code, code)
        if isinstance(cause, ssl.SSLError) and cause.reason in _NO_TLS:
            return Code.PROXY_IS_PLAIN
    in_handshake = any(
        isinstance(cause, HandshakeError | ssl.SSLError) or "handshake" in str(cause) for cause in causes
    )
    return Code.PROXY_TLS_FAILED if in_handshake else Code.PROXY_UNREACHABLE


def _certificate_code(error: ssl.SSLCertVerificationError) -> Code:
    verify_code = getattr(error, "verify_code", 0)  # missing where truststore asked the operating system
    message = str(error).lower()
    if verify_code in _WRONG_NAME or "hostname mismatch" in message:
        return Code.CERTIFICATE_WRONG_NAME
    if verify_code == _NOT_YET_VALID or "not yet valid" in message:
        # Nobody serves a certificate of the future; a dead battery sets a clock back by years
        return Code.CLOCK_WRONG
    if verify_code == _EXPIRED or "expired" in message:
        return Code.CERTIFICATE_EXPIRED
    return Code.CERTIFICATE_UNTRUSTED


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and everything that it wraps, each once."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        cause = waiting.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        nested = (cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args)
        waiting.extend(item for item in nested if isinstance(item, BaseException))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
