"""Extend urllib3's connections with what an uploader needs: a stall time, early answers, and an end from outside.

- Every error says whether the proxy is to blame, or what is behind it.
- A body is sent under the stall time, not under the connect time-out, and counted as the system takes it.
- An answer that comes before the body is sent is read at once. Over TLS it would be lost: the next write fails and
  takes what was not read with it. So between two writes we look whether something can be read.
- `AbortableSockets.abort` ends a blocked write, read, handshake or connect from any thread, by shutting down the
  socket in the kernel. Not by `SSLSocket.shutdown`: that drops the TLS state first, and a write under way would go on
  in plaintext.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import re
import selectors
import socket
import ssl
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import SimpleNamespace
from typing import Any, Final, NamedTuple

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NameResolutionError, NewConnectionError
from urllib3.util.proxy import connection_requires_http_tunnel

from ledgerdrop.net.errors import HandshakeError, ProxyConnectError, StandStillError, TunnelError, verdict
from ledgerdrop.net.response import Response
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.sockets import WOULD_BLOCK, TlsInTls, dial, encryption_facts
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

_EARLY: Final = 16 * 1024  # bytes
_TOLD_AT_ONCE: Final = 256 * 1024  # bytes
# Interim answers, "100 Continue" and its kind, come unasked, and are no answer (RFC 9110, 15.2). No size is set for
# their fields ("103 Early Hints" may name a hundred links), so only a bound against floods is.
_INTERIM: Final = re.compile(rb"HTTP/1\.\d 1(?!01)\d\d[ \r\n]")
_MAYBE_INTERIM: Final = re.compile(rb"(?:HTTP/1\.\d 1\d?\d?|HTTP/1\.\d ?|HTTP/1?\.?|H?T?T?P?)\Z")
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_LONGEST_INTERIM: Final = 1024 * 1024  # bytes
# A proxy's answer to CONNECT
_MAYBE_HTTP: Final = re.compile(rb"(?:HTTP/1.*|HTTP/?|HTT?|H|)\Z", re.DOTALL)
_LONGEST_HEAD: Final = 65_536  # bytes
_LONGEST_PAGE: Final = 65_536  # bytes
_FOR_A_PAGE: Final = 2.0  # seconds


OnSent = Callable[[int], None]  # hears how many further bytes of a body the system has taken


class AbortableSockets:
    """Holds the open sockets of one thread's session, so that other threads can end them."""

    def __init__(self, policy: RetryPolicy) -> None:
        self.policy = policy
        self.on_sent: OnSent = lambda _count: None
        self.cancel = CancelToken()
        self.used_before = False  # the connection of the last request had carried another one
        self.followed = False  # its answer was followed by something that nobody asked for
        self._lock = threading.RLock()  # the garbage collector may close a connection, in any thread at any moment
        self._handles: set[socket.socket] = set()
        self._retired: set[socket.socket] = set()

    def begin(self) -> None:
        """Forget an earlier `abort` before a new exchange."""
        self.cancel = CancelToken()

    def abort(self) -> None:
        """End whatever is under way, from any thread; no byte leaves after this returns."""
        self.cancel.cancel()
        with self._lock:
            for handle in self._handles:
                _shut(handle)

    def add(self, sock: socket.socket) -> socket.socket:
        """Take note of a new connection; return the handle to `retire` it by.

        The handle is a duplicate of the socket: TLS takes over and changes the socket itself, while the handle stays
        what it is. The connection lives until both are closed.
        """
        handle = sock.dup()
        with self._lock:
            self._handles.add(handle)
        if self.cancel.is_cancelled():
            _shut(handle)
        return handle

    def retire(self, handle: socket.socket) -> None:
        """Note that the connection object was closed.

        Its handle stays until `sweep`, since an answer may still be read from it.
        """
        with self._lock:
            self._retired.add(handle)

    def sweep(self) -> None:
        """Let go of the closed connections, after an exchange."""
        with self._lock:
            retired, self._retired = self._retired, set()
            self._handles -= retired
            for handle in retired:
                handle.close()


def place_name(host: str, port: int) -> str:
    """Name a host and its port in one."""
    return f"[{host.strip('[]')}]:{port}" if ":" in host else f"{host}:{port}"


@contextmanager
def _without_waiting(sock: Any) -> Iterator[None]:
    before = sock.gettimeout()
    sock.settimeout(0.0)
    try:
        yield
    finally:
        sock.settimeout(before)


def _shut(handle: socket.socket) -> None:
    with contextlib.suppress(OSError):  # the peer may have been faster
        handle.shutdown(socket.SHUT_RDWR)


class AbortableHttpConnection(HTTPConnection):
    """Makes an http connection whose socket an `AbortableSockets` can end."""

    def __init__(self, sockets: AbortableSockets, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sockets = sockets
        self._handle: socket.socket | None = None
        self._in_body = False
        self._early = b""  # of an answer, read while the body was being sent
        self._cut_short = False  # half a request was sent: nothing can follow it on this connection
        self._used = False  # a request went over it

    @property
    def has_connected_to_proxy(self) -> bool:
        """Return True, so that urllib3 never blames the proxy: it would do so for what is lost behind the proxy.

        Errors that are the proxy's fault are raised here (`ProxyConnectError`).
        """
        return True

    @property
    def _proxy_place(self) -> str:
        return place_name(self.host, self.port or self.default_port)

    @property
    def facts(self) -> str:
        """Describe the connection as it stands, for whoever looks after the network."""
        way = f"through the proxy {self._proxy_place}" if self.proxy is not None else "direct"
        return f"{way}, {encryption_facts(self.sock)}"

    @contextmanager
    def _on_the_way_to_the_proxy(self) -> Iterator[None]:
        """Raise what fails in this block as the fault of the proxy (`ProxyConnectError`), if there is one."""
        try:
            yield
        except (OSError, HTTPError) as error:
            if self.proxy is None:
                raise
            raise ProxyConnectError(self._proxy_place) from error

    def _new_conn(self) -> socket.socket:
        host, port, patience = self._dns_host, self.port or self.default_port, self.sockets.policy.connect
        with self._on_the_way_to_the_proxy():
            try:
                sock = dial(host, port, patience, list(self.socket_options or ()), self.sockets.cancel)
            except socket.gaierror as error:
                raise NameResolutionError(host, self, error) from error
            except TimeoutError as error:
                raise ConnectTimeoutError(self, "timed out") from error
            except (OSError, Cancelled) as error:
                raise NewConnectionError(self, "not connected") from error
        sock.settimeout(patience)  # for the handshakes that follow
        self._handle = self.sockets.add(sock)
        return sock

    @property
    def is_connected(self) -> bool:
        """Return whether this connection can carry another request: nothing is there to read, not even its end.

        urllib3 asks just before it sends one, and else connects anew. Reading is the only proof: over TLS the
        system's buffer may hold nothing but session tickets, which TLS digests here, and TLS's own may hold an
        answer, which the system does not see.
        """
        return self.sock is not None and isinstance(self._error_of_reading(), WOULD_BLOCK)

    def _error_of_reading(self) -> Exception | None:
        """Return what reading a byte without waiting raises, None where there is one to read, or the end."""
        try:
            with _without_waiting(self.sock):
                self.sock.recv(1)
        except (OSError, ValueError) as error:
            return error
        return None

    def close(self) -> None:
        self._used = False
        try:
            super().close()
        finally:
            if self._handle:
                self.sockets.retire(self._handle)
                self._handle = None

    def request(self, *args: Any, **kwargs: Any) -> None:
        self._in_body = False
        self._early, self._cut_short = b"", False
        self.sockets.used_before, self.sockets.followed = self._used, False
        self._used = True
        self.response_class = partial(_Answer, self)  # type: ignore[assignment]  # called, never subclassed
        super().request(*args, **kwargs)

    def endheaders(self, *args: Any, **kwargs: Any) -> None:
        super().endheaders(*args, **kwargs)
        self._in_body = True

    def send(self, data: Any) -> None:
        """Send all of `data`.

        While the body is sent, raises `StandStillError`, and `BrokenPipeError` for everything else that stops it,
        which makes urllib3 look for an answer.
        """
        if not self._in_body:
            try:
                super().send(data)
            except ssl.SSLError as error:
                alert = self._error_of_reading()  # came before the connection was ended, and may say why for good
                if alert is not None and verdict(alert):
                    raise alert from error
                raise
            return
        try:
            self._send_body(memoryview(data))
        except (OSError, ValueError) as error:  # ValueError: the socket was closed meanwhile
            self._cut_short = True
            if verdict(error):
                raise  # no answer follows
            raise BrokenPipeError from error

    def _send_body(self, left: memoryview) -> None:
        self.sock.settimeout(0.0)
        with selectors.DefaultSelector() as selector:
            selector.register(self.sock, selectors.EVENT_READ | selectors.EVENT_WRITE)
            self._look_for_answer(selector, 0.0)
            untold = 0  # TLS takes 16 KiB at a time; to report each of them would take as long as to send it
            try:
                while left:
                    try:
                        count = self.sock.send(left)
                    except WOULD_BLOCK:
                        untold = self._tell(untold)
                        self._look_for_answer(selector, self.sockets.policy.stall)
                        continue
                    left = left[count:]
                    untold += count
                    if untold >= _TOLD_AT_ONCE:
                        untold = self._tell(untold)
            finally:
                self._tell(untold)

    def _tell(self, count: int) -> int:
        """Report bytes of the body that left; return how many are still to be reported, which is none."""
        if count:
            self.sockets.on_sent(count)
        return 0

    def _look_for_answer(self, selector: selectors.BaseSelector, seconds: float) -> None:
        """Wait until something can be written; raise `BrokenPipeError` as soon as an answer, or the end, has come."""
        ready = selector.select(seconds)
        if not ready and seconds:
            raise StandStillError
        if any(events & selectors.EVENT_READ for _, events in ready):
            # As long as there is something: what TLS has unpacked already, the selector does not see
            with contextlib.suppress(*WOULD_BLOCK):
                while block := self.sock.recv(_EARLY):
                    self._early, open_ended = without_interim(self._early + block)
                    if not open_ended:
                        raise BrokenPipeError
                raise BrokenPipeError

    def getresponse(self) -> HTTPResponse:  # type: ignore[override] # as urllib3 itself has it
        try:
            return super().getresponse()
        except ssl.SSLError as error:  # what TLS says once a write failed is of no use to anybody
            raise ConnectionResetError from error


class AbortableHttpsConnection(AbortableHttpConnection, HTTPSConnection):
    """Makes an https connection whose socket an `AbortableSockets` can end."""

    def connect(self) -> None:
        """Connect, through the tunnel of a proxy if there is one, and agree on encryption.

        This is done here and not by urllib3, so that every error says on which part of the way it happened. Raises
        `ProxyConnectError` on the way to the proxy, and `TunnelError` for what the proxy answers. Behind the proxy it
        raises the same as without one, and `HandshakeError` where the peer ends the connection instead of agreeing on
        encryption.
        """
        self.sock = self._new_conn()
        if self.proxy is not None and self.proxy.scheme == "https":
            with self._on_the_way_to_the_proxy():
                self.sock = self._secured(self.proxy_config and self.proxy_config.ssl_context, self.host)
            self.proxy_is_verified = True
        if self._tunnel_host is not None:
            self._tunnel()
            self.sock = self._secured(self.ssl_context, self._tunnel_host)
        elif self.proxy is None:
            self.sock = self._secured(self.ssl_context, self.host)
        self.is_verified = True

    def _secured(self, trust: Any, host: str) -> Any:
        """Agree on encryption with that host over the connection as it is. `trust`: the context, always given."""
        name = host.strip("[]").partition("%")[0].rstrip(".")  # as a certificate has it
        try:
            if isinstance(self.sock, ssl.SSLSocket):
                return TlsInTls(self.sock, trust, name)
            return trust.wrap_socket(self.sock, server_hostname=name)
        except TimeoutError as error:
            raise ConnectTimeoutError(self, "timed out in the handshake") from error
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError, ConnectionError) as error:
            _close_left_open(error)
            raise HandshakeError from error

    def _tunnel(self) -> None:
        """Have the proxy connect us (RFC 9110, 9.3.6), all within the time for a connection."""
        place = place_name(self._tunnel_host or "", self._tunnel_port or self.default_port)
        headers: dict[str, str] = self._tunnel_headers  # type: ignore[attr-defined]  # missing in http.client's stubs
        own = {name: value for name, value in headers.items() if name.lower() != "host"}
        lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}", *map(": ".join, own.items()), "", ""]
        try:
            self.sock.sendall("\r\n".join(lines).encode("latin-1"))
            answer = read_tunnel_answer(self.sock, self.sockets.policy.connect)
        except TimeoutError as error:
            raise TunnelError(self._proxy_place) from error
        except (OSError, http.client.HTTPException) as error:
            raise ProxyConnectError(self._proxy_place) from error
        finally:
            self.sock.settimeout(self.sockets.policy.connect)
        if not 200 <= answer.status < 300:
            raise TunnelError(self._proxy_place, answer)


def _close_left_open(error: Exception) -> None:
    """Close the socket that `ssl` leaves open, until the garbage is collected, where a reset came before a handshake.

    Python does so before 3.13. Nobody but the frames of the error knows that socket.
    """
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if isinstance(left_open := frame.f_locals.get("self"), ssl.SSLSocket):
            left_open.close()


def read_tunnel_answer(sock: Any, seconds: float) -> Response:
    """Read what a proxy answers to CONNECT: the head, and of a refusal its page as far as it comes soon.

    Raises `TimeoutError` when the head is not there in time, however slowly it drips, and `http.client.HTTPException`
    or `OSError` for an answer that is no HTTP.
    """
    deadline = time.monotonic() + seconds
    data = b""
    while not (head := _HEAD_END.search(data)):
        if len(data) > _LONGEST_HEAD or not _MAYBE_HTTP.match(data):
            raise http.client.BadStatusLine(data[:80].decode("latin-1"))
        data, _ = without_interim(data + _received(sock, deadline))
    answer = _parsed(data)
    body = b""
    if not 200 <= answer.status < 300:
        patient = min(deadline, time.monotonic() + _FOR_A_PAGE)
        wanted = head.end() + min(_LONGEST_PAGE, _LONGEST_PAGE if answer.length is None else answer.length)
        with contextlib.suppress(OSError, http.client.HTTPException):
            while len(data) < wanted:
                data += _received(sock, patient)
        with contextlib.suppress(http.client.HTTPException):  # of a page that breaks off within its chunks
            body = _parsed(data).read(_LONGEST_PAGE)
    headers = {name.lower(): ", ".join(answer.headers.get_all(name, [])) for name in answer.headers}
    return Response(answer.status, headers, body)


def _parsed(data: bytes) -> http.client.HTTPResponse:
    connection: Any = SimpleNamespace(makefile=lambda _mode: io.BytesIO(data))  # the one method that is called
    answer = http.client.HTTPResponse(connection, method="GET")
    answer.begin()
    return answer


def _received(sock: Any, deadline: float) -> bytes:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    sock.settimeout(left)
    block: bytes = sock.recv(_EARLY)
    if not block:
        raise http.client.RemoteDisconnected("instead of an answer")
    return block


def without_interim(early: bytes) -> tuple[bytes, bool]:
    """Cut whole interim answers off the front; True where the rest may still become one."""
    while _INTERIM.match(early):
        end = _HEAD_END.search(early)
        if end is None:
            return early, len(early) <= _LONGEST_INTERIM
        early = early[end.end() :]
    return early, bool(_MAYBE_INTERIM.match(early))


class _Answer(http.client.HTTPResponse):
    """Reads an answer whose first bytes may have been read before it was expected.

    Every 1xx answer is skipped, not only 100 (RFC 9110, 15.2: a client must be able to), except 101, after which no
    HTTP follows. The connection ends after the answer to a request that was cut short, and after an answer that
    anything follows: no request asked for that.
    """

    def __init__(self, connection: AbortableHttpConnection, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        if connection._early:
            self.fp = io.BufferedReader(_Rejoined(connection._early, self.fp.detach()))
        self._connection = connection
        self._sock = sock

    def begin(self) -> None:
        file, self.fp = self.fp, _Head(self.fp)  # type: ignore[assignment]  # it reads lines, no more
        try:
            super().begin()
        finally:
            if self.fp is not None:  # it has not closed it
                self.fp = file
        self.will_close = self.will_close or self._connection._cut_short

    def _read_status(self) -> tuple[str, int, str]:
        left = _LONGEST_INTERIM
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]  # missing in http.client's stubs
            if not 100 <= status < 200 or status == http.client.SWITCHING_PROTOCOLS:
                return version, status, reason
            while (line := self.fp.readline(left + 1)) not in (b"\r\n", b"\n"):
                left -= len(line)
                if left < 0:
                    raise http.client.LineTooLong("interim answers")

    def _close_conn(self) -> None:
        """End the connection with the answer where anything follows it: that belongs to no request."""
        ended = isinstance(self.fp, io.BufferedReader) and self._has_ended(self.fp)
        super()._close_conn()  # type: ignore[misc]  # missing in http.client's stubs
        if ended and not self.will_close:
            self._connection.close()

    def _has_ended(self, file: io.BufferedReader) -> bool:
        """Return whether the connection has sent more than the answer, or has ended."""
        try:
            with _without_waiting(self._sock):
                self._connection.sockets.followed = bool(file.peek(1))
        except WOULD_BLOCK:
            pass
        except (OSError, ValueError):
            return True
        return self._connection.sockets.followed


class _Head:
    """Reads the lines of an answer's head: http.client takes a connection that ends within it for an empty line."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file

    def readline(self, limit: int) -> bytes:
        line = self._file.readline(limit)
        if not line.endswith(b"\n") and len(line) < limit:
            if line and not line.startswith(b"HTTP/"):
                raise http.client.BadStatusLine(line[:80].decode("latin-1"))
            raise http.client.RemoteDisconnected("within the head of an answer")
        return line

    def close(self) -> None:
        self._file.close()


class _Rejoined(io.RawIOBase):
    """Reads the early bytes first, then the rest."""

    def __init__(self, early: bytes, rest: io.RawIOBase) -> None:
        self._early = early
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if not self._early:
            return self._rest.readinto(buffer)
        count = min(len(buffer), len(self._early))
        buffer[:count], self._early = self._early[:count], self._early[count:]
        return count

    def close(self) -> None:
        self._rest.close()
        super().close()


_CLASSES: Final = {
    "http": (HTTPConnectionPool, AbortableHttpConnection),
    "https": (HTTPSConnectionPool, AbortableHttpsConnection),
}


def new_pool(sockets: AbortableSockets, scheme: str, *place: Any, **options: Any) -> HTTPConnectionPool:
    """Return a pool of abortable connections, as `PoolManager.pool_classes_by_scheme` calls for one."""
    pool_class, connection_class = _CLASSES[scheme]
    pool: HTTPConnectionPool = pool_class(*place, **options)
    pool.ConnectionCls = partial(connection_class, sockets)  # type: ignore[assignment] # called, never subclassed
    return pool


class Opened(NamedTuple):
    """Holds an open connection, and the pool of which a request may take it."""

    pool: HTTPConnectionPool
    connection: AbortableHttpConnection

    def put_first(self) -> None:
        """Have the next request of the pool go over this connection; one that was kept is closed."""
        kept = self.pool.pool.get_nowait() if self.pool.pool is not None else None
        if kept is not None:
            kept.close()
        self.pool._put_conn(self.connection)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def connected(pool: HTTPConnectionPool) -> Opened:
    """Open a connection as the next request of this pool would, also through a proxy. Raises what that raises."""
    connection: Any = pool._new_conn()  # of the class above, which urllib3 does not declare
    try:
        if connection_requires_http_tunnel(pool.proxy, pool.proxy_config, pool.scheme):
            pool._prepare_proxy(connection)
        else:
            connection.connect()
    except BaseException:
        connection.close()
        raise
    return Opened(pool, connection)
