"""What went wrong between us and a server, told from the exceptions of requests, urllib3, ssl and the system.

They come nested several deep, with the reason in `__cause__`, `__context__`, `reason` or `args`, so all of them are
looked through. Their texts hold whole signed URLs: none is passed on.
"""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from requests import exceptions as requests_errors
from urllib3 import exceptions as urllib3_errors

from ledgerdrop.pipeline.answers import server_words
from ledgerdrop.pipeline.problems import Code, Problem

_NO_NETWORK: Final = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, 10051, 10065, 10050})
# OpenSSL's verify results (x509_vfy.h); the two about names
_NOT_YET_VALID: Final = 9
_EXPIRED: Final = 10
_WRONG_NAME: Final = frozenset({62, 64})
# A proxy's answers to CONNECT. tinyproxy says 407 when it is told nothing, and 401 to a wrong password.
ASKS_WHO_WE_ARE: Final = frozenset({401, 407})
# What a proxy may ask for that only a signed-in Windows can give (RFC 4559, MS-NTHT)
_OF_WINDOWS: Final = frozenset({"ntlm", "negotiate", "kerberos"})


class StandStillError(Exception):
    """Not one byte of the body could be sent within the time-out. No OSError, so that urllib3 lets it pass."""


class HandshakeError(OSError):
    """The peer ended the connection instead of agreeing on encryption."""


class ProxySignInError(OSError):
    """The proxy at `place` (`host:port`) wants to know who we are, in one of these ways (RFC 9110, 11.7.1)."""

    def __init__(self, place: str, asked: Iterable[str]) -> None:
        super().__init__("the proxy wants a sign-in")
        self.place = place
        self.schemes = frozenset(value.split(None, 1)[0].lower() for value in asked if value.strip())


def network_problem(error: Exception, url: str, proxy_host: str = "") -> Problem:
    """The problem behind this error, met on the way to `url`, through that proxy if there is one."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ProxySignInError):
            return sign_in_problem(cause, _host(url))
    code = _code(causes)
    host = proxy_host if code is Code.PROXY_UNREACHABLE else _host(url)
    return Problem(code, {"host": host}, detail=" < ".join(dict.fromkeys(type(cause).__name__ for cause in causes)))


def sign_in_problem(asked: ProxySignInError, host: str) -> Problem:
    """What a proxy wants before it lets us through to `host`."""
    kinds = ", ".join(sorted(server_words(scheme) for scheme in asked.schemes))
    of_windows = bool(asked.schemes) and asked.schemes <= _OF_WINDOWS
    code = Code.PROXY_OF_WINDOWS if of_windows else Code.PROXY_PASSWORD
    return Problem(code, {"proxy": asked.place, "kinds": kinds, "host": host}, http_status=407)


def _code(causes: list[BaseException]) -> Code:
    def first(*kinds: type[BaseException]) -> BaseException | None:
        return next((cause for cause in causes if isinstance(cause, kinds)), None)

    if first(requests_errors.InvalidProxyURL):
        return Code.BAD_PROXY
    if first(urllib3_errors.ProxyError, requests_errors.ProxyError):
        return _proxy_code(causes)
    certificate = first(ssl.SSLCertVerificationError)
    if isinstance(certificate, ssl.SSLCertVerificationError):
        return _certificate_code(certificate)
    if first(socket.gaierror, urllib3_errors.NameResolutionError):
        return Code.HOST_UNKNOWN
    if any(isinstance(cause, OSError) and cause.errno in _NO_NETWORK for cause in causes):
        return Code.OFFLINE
    if first(urllib3_errors.ConnectTimeoutError, requests_errors.ConnectTimeout) and not first(
        ConnectionRefusedError
    ):
        return Code.CONNECTION_TIMED_OUT
    if first(ConnectionRefusedError, urllib3_errors.NewConnectionError):
        return Code.CONNECTION_REFUSED
    if first(urllib3_errors.ReadTimeoutError, requests_errors.ReadTimeout):
        return Code.NO_ANSWER
    if first(HandshakeError) or (first(ssl.SSLError) and not first(ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return Code.TLS_FAILED
    if first(requests_errors.InvalidURL, urllib3_errors.LocationParseError):
        return Code.BAD_BASE_URL
    return Code.CONNECTION_LOST


def _proxy_code(causes: list[BaseException]) -> Code:
    """http.client tells a proxy's refusal only by text: "Tunnel connection failed: 403 ..."."""
    refused = any("Tunnel connection failed:" in str(cause) for cause in causes)
    return Code.PROXY_REFUSED if refused else Code.PROXY_UNREACHABLE


def _certificate_code(error: ssl.SSLCertVerificationError) -> Code:
    verify_code = getattr(error, "verify_code", 0)  # missing where truststore asked the operating system
    message = str(error).lower()
    if verify_code in _WRONG_NAME or "hostname mismatch" in message:
        return Code.CERTIFICATE_WRONG_NAME
    if verify_code == _NOT_YET_VALID or "not yet valid" in message:
        return (
            Code.CLOCK_WRONG
        )  # nobody serves a certificate of the future; a dead battery sets a clock back by years
    if verify_code == _EXPIRED or "expired" in message:
        return Code.CERTIFICATE_EXPIRED
    return Code.CERTIFICATE_UNTRUSTED


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that it wraps, each once."""
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
