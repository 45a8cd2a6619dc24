"""List faults between here and there: connections, certificates, proxies."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.faults.rows import HASTY_CONNECT, LARGE, SEEN, Row
from tests.faults.scenario import Step

from ledgerdrop.model.problems import Code

_API: Final = (
    Row(
        "API: connection refused",
        Code.CONNECTION_REFUSED,
        "No connection to 127.0.0.1",
        api_door="refused",
        at_api=0,
        attempts=5,
    ),
    Row(
        "API: connection times out",
        Code.CONNECTION_TIMED_OUT,
        "No reply from 127.0.0.1",
        api_door="full",
        at_api=0,
        attempts=2,
        policy=HASTY_CONNECT,
    ),
    Row(
        "API: connection reset",
        Code.TLS_FAILED,
        "No secure connection to 127.0.0.1",
        api_door="reset",
        at_api=0,
        attempts=5,
    ),
    Row(
        "API: host name unknown",
        Code.HOST_UNKNOWN,
        "Can't reach no-such-host.invalid",
        base_url="https://no-such-host.invalid",
        at_api=0,
        attempts=5,
        policy=SEEN,
    ),
    Row(
        "API: host name that cannot be",
        Code.BAD_BASE_URL,
        "address of Clear in Settings",
        base_url=f"https://a.{'b' * 64}.invalid",
        at_api=0,
    ),
    Row(
        "API: certificate of an unknown authority",
        Code.CERTIFICATE_UNTRUSTED,
        "identity of 127.0.0.1",
        api_door="unknown",
        at_api=0,
    ),
    Row("API: certificate not yet valid", Code.CLOCK_WRONG, "clock is wrong", api_door="future", at_api=0),
    Row("API: certificate expired", Code.CERTIFICATE_EXPIRED, "isn't valid today", api_door="expired", at_api=0),
    Row(
        "API: certificate of another name",
        Code.CERTIFICATE_WRONG_NAME,
        "Another computer replied instead of 127.0.0.1",
        api_door="wrong_name",
        at_api=0,
    ),
    Row(
        "API: TLS broken off in the handshake",
        Code.TLS_FAILED,
        "No secure connection to 127.0.0.1",
        api_door="broken",
        at_api=0,
        attempts=5,
    ),
    Row(
        "API: no TLS where it should be",
        Code.TLS_FAILED,
        "No secure connection to 127.0.0.1",
        api_door="cleartext",
        at_api=0,
        attempts=5,
    ),
    Row(
        "API: silence in the TLS handshake",
        Code.CONNECTION_TIMED_OUT,
        "No reply from 127.0.0.1",
        api_door="mute",
        at_api=0,
        attempts=2,
        policy=HASTY_CONNECT,
    ),
    Row(
        "API: plain http to another machine",
        Code.BAD_BASE_URL,
        "address of Clear in Settings",
        base_url="http://198.51.100.7",
        at_api=0,
    ),
)


def _at_storage(row: Row) -> Row:
    """Return the same fault one step later: each attempt has asked for a URL."""
    return replace(
        row,
        name=row.name.replace("API:", "storage:"),
        api_door="https",
        storage_door=row.api_door,
        at_api=row.attempts,
    )


_STORAGE: Final = tuple(_at_storage(row) for row in _API if row.api_door != "https")

_PROXY: Final = (
    Row("proxy: a tunnel", None, "", proxy="proxy", at_storage=1),
    Row("proxy: 407", Code.PROXY_PASSWORD, "proxy asks for a user name and password", proxy="proxy_407", at_api=0),
    Row(
        "proxy: 407 over plain http",
        Code.PROXY_PASSWORD,
        "proxy asks for a user name and password",
        proxy="proxy_407",
        api_door="http",
        storage_door="http",
        at_api=0,
    ),
    Row(
        "proxy: 407, and only what Windows can give",
        Code.PROXY_OF_WINDOWS,
        "needs a sign-in that LedgerDrop doesn't support",
        proxy="proxy_ntlm",
        at_api=0,
    ),
    Row(
        "proxy: 403",
        Code.PROXY_REFUSED,
        "proxy blocked the connection",
        proxy="proxy_403",
        at_api=0,
        words="Firm proxy Ask & wait.",
    ),
    *(
        Row(
            f"proxy: {status}",
            Code.PROXY_NO_CONNECTION,
            "No connection to 127.0.0.1 through the company proxy",
            proxy=f"proxy_{status}",
            at_api=0,
            attempts=5,
            words=words,
        )
        for status, words in ((500, "Ask & wait."), (502, ""), (503, "Ask & wait."), (504, "Ask & wait."))
    ),
    Row(
        "proxy: an answer that drips without end",
        Code.PROXY_NO_CONNECTION,
        "No connection to 127.0.0.1 through the company proxy",
        proxy="proxy_drip",
        at_api=0,
        attempts=2,
        policy=HASTY_CONNECT,
    ),
    Row(
        "proxy: a connection lost behind it, in the body",
        Code.CONNECTION_LOST,
        "The connection to 127.0.0.1 was lost",
        proxy="proxy",
        storage=(Step(raw="x", cut=0, read=0.5, end="reset"),),
        at_api=5,
        at_storage=5,
        attempts=5,
        size=LARGE,
    ),
    Row(
        "proxy: a connection lost behind it, before an answer",
        Code.CONNECTION_LOST,
        "The connection to 127.0.0.1 was lost",
        proxy="proxy",
        api=(Step(raw="x", cut=0, end="close"),),
        at_api=5,
        attempts=5,
    ),
    *(
        Row(
            f"proxy: {what} behind a tunnel by https",
            code,
            "127.0.0.1",
            proxy="tls_proxy",
            api_door=door,
            at_api=0,
            attempts=attempts,
        )
        for what, door, code, attempts in (
            ("unknown authority", "unknown", Code.CERTIFICATE_UNTRUSTED, 1),
            ("wrong name", "wrong_name", Code.CERTIFICATE_WRONG_NAME, 1),
            ("no TLS", "cleartext", Code.TLS_FAILED, 5),
            ("TLS broken off", "broken", Code.TLS_FAILED, 5),
        )
    ),
    Row("proxy: a tunnel by https", None, "", proxy="tls_proxy", at_storage=1, size=LARGE),
    Row(
        "proxy: its certificate is of an unknown authority",
        Code.PROXY_CERTIFICATE_UNTRUSTED,
        "identity of the company proxy 127.0.0.1",
        proxy="tls_proxy_unknown",
        at_api=0,
    ),
    Row(
        "proxy: its certificate is of another name",
        Code.PROXY_CERTIFICATE_WRONG_NAME,
        "company proxy's certificate isn't for 127.0.0.1",
        proxy="tls_proxy_wrong_name",
        at_api=0,
    ),
    Row(
        "proxy: its certificate has expired",
        Code.CERTIFICATE_EXPIRED,
        "certificate of 127.0.0.1 isn't valid today",
        proxy="tls_proxy_expired",
        at_api=0,
    ),
    Row(
        "proxy: https, where it is plain",
        Code.PROXY_IS_PLAIN,
        "company proxy 127.0.0.1 doesn't use https",
        proxy="cleartext",
        proxy_scheme="https",
        at_api=0,
    ),
    Row(
        "proxy: https, where nobody answers to that",
        Code.PROXY_TLS_FAILED,
        "No secure connection to the company proxy 127.0.0.1",
        proxy="broken",
        proxy_scheme="https",
        at_api=0,
        attempts=5,
    ),
    Row(
        "proxy: refused",
        Code.PROXY_UNREACHABLE,
        "The company proxy 127.0.0.1 isn't responding",
        proxy="refused",
        at_api=0,
        attempts=5,
        policy=SEEN,
    ),
    Row(
        "proxy: times out",
        Code.PROXY_UNREACHABLE,
        "The company proxy 127.0.0.1 isn't responding",
        proxy="full",
        at_api=0,
        attempts=2,
        policy=HASTY_CONNECT,
    ),
    Row(
        "proxy: ends the connection",
        Code.PROXY_UNREACHABLE,
        "The company proxy 127.0.0.1 isn't responding",
        proxy="broken",
        at_api=0,
        attempts=5,
        policy=SEEN,
    ),
    Row(
        "proxy: wrong certificate behind it",
        Code.CERTIFICATE_UNTRUSTED,
        "identity of 127.0.0.1",
        proxy="proxy",
        api_door="unknown",
        at_api=0,
    ),
)

NETWORK_ROWS: Final = (*_API, *_STORAGE, *_PROXY)
