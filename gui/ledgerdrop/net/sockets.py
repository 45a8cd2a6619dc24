"""Open sockets: from a host name to a TCP connection, and TLS inside the TLS of a proxy that is reached by https."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import selectors
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from itertools import chain, zip_longest
from typing import Any, Final

from urllib3.util.ssltransport import SSLTransport

from ledgerdrop.net.response import server_words
from ledgerdrop.runtime.cancel import CancelToken, call_abandonable

_NEXT_ADDRESS_AFTER: Final = 0.25  # seconds; RFC 8305, section 8
_LOOK_UP: Final = 0.05  # seconds between two looks at `cancel`

SocketOptions = Sequence[tuple[int, int, int | bytes]]
_Address = tuple[socket.AddressFamily, Any]


def dial(host: str, port: int, seconds: float, options: SocketOptions, cancel: CancelToken) -> socket.socket:
    """Return a connected socket in blocking mode, without waiting for addresses that lead nowhere (RFC 8305).

    Further addresses are tried beside the first, 250 ms apart, IPv6 and IPv4 in turn; the first that answers wins.
    Raises `socket.gaierror` (no such host), `TimeoutError` after so many `seconds` without a connection, the last
    `OSError` when all addresses refused, and `Cancelled`.
    """
    waiting = resolve(host, port, seconds, cancel)
    deadline = time.monotonic() + seconds
    next_start = 0.0
    refusal: OSError | None = None
    with selectors.DefaultSelector() as selector:
        try:
            while waiting or selector.get_map():
                cancel.raise_if_cancelled()
                now = time.monotonic()
                if now >= deadline:
                    raise TimeoutError(f"no connection within {seconds:g} s")
                if waiting and (now >= next_start or not selector.get_map()):
                    next_start = now + _NEXT_ADDRESS_AFTER
                    try:
                        _start(selector, waiting.pop(0), options)
                    except OSError as error:
                        refusal = error
                for key, _ in selector.select(_LOOK_UP):
                    sock: socket.socket = key.data
                    selector.unregister(sock)
                    reason = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    if not reason:
                        sock.setblocking(True)
                        return sock
                    sock.close()
                    refusal = OSError(reason, os.strerror(reason))
        finally:
            for key in list(selector.get_map().values()):
                key.data.close()
    raise refusal or OSError(errno.EHOSTUNREACH, "no address to connect to")


def resolve(host: str, port: int, seconds: float, cancel: CancelToken) -> list[_Address]:
    """Return the host's addresses, IPv6 and IPv4 in turn, beginning with the one that the system prefers.

    Raises `socket.gaierror`, `TimeoutError`, `Cancelled`.
    """
    flags = socket.AI_NUMERICHOST if _is_literal(host) else 0

    def look_up() -> list[_Address]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
        except UnicodeError as error:  # an empty label, or one of more than 63 bytes
            raise socket.gaierror(socket.EAI_NONAME, "no such name") from error
        return [(family, address) for family, _, _, _, address in found]

    addresses = look_up() if flags else call_abandonable(look_up, cancel, seconds)
    preferred = [entry for entry in addresses if entry[0] == addresses[0][0]]
    others = [entry for entry in addresses if entry[0] != addresses[0][0]]
    return [entry for entry in chain(*zip_longest(preferred, others)) if entry]


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _start(selector: selectors.BaseSelector, address: _Address, options: SocketOptions) -> None:
    """Begin to connect; the selector reports how it ended. Raises `OSError` if that failed at once."""
    family, where = address
    sock = socket.socket(family, socket.SOCK_STREAM)  # fails on a kernel without IPv6
    try:
        sock.setblocking(False)
        for option in options:
            sock.setsockopt(*option)
        with contextlib.suppress(BlockingIOError):  # it is under way
            sock.connect(where)
    except OSError:
        sock.close()
        raise
    selector.register(sock, selectors.EVENT_WRITE, sock)


WOULD_BLOCK: Final = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
_READ: Final = 65_536  # bytes
# So much of ours in one record leaves room for its own frame in one record of the proxy's TLS, which holds 16 KiB
_RECORD: Final = 16_384 - 256


class TlsInTls(SSLTransport):
    """Makes urllib3's TLS-in-TLS transport fit for a socket that does not block.

    The base class hands a record over with `sendall`. Where the proxy's connection takes no more for the moment, the
    rest of that record is lost and its text is sent a second time. Here the rest is kept, and goes out first.
    """

    def __init__(self, sock: ssl.SSLSocket, context: ssl.SSLContext, host: str) -> None:
        self._unsent = memoryview(b"")  # of what was encrypted already
        self._taken = 0  # bytes of the caller's text that `_unsent` ends with
        super().__init__(sock, context, host)

    def send(self, data: Any, flags: int = 0) -> int:
        """Send part of `data`, and return how many bytes.

        Raises a "would block" as `ssl.SSLSocket.send` does, and like that must then be called with the same data
        again.
        """
        if flags:
            raise ValueError("flags are not allowed with TLS")
        if not self._taken:
            self._taken = self._run(self.sslobj.write, memoryview(data)[:_RECORD])
        self._flush()
        taken, self._taken = self._taken, 0
        return taken

    def _ssl_io_loop(self, func: Callable[..., Any], arg1: Any = None, arg2: Any = None) -> Any:
        """Run what the base class asks for: a handshake, a read, or the closing of TLS."""
        result = self._run(func, *(argument for argument in (arg1, arg2) if argument is not None))
        # What TLS itself has to say leaves now or before the next bytes of ours; a reader does not wait for that
        with contextlib.suppress(*WOULD_BLOCK):
            self._flush()
        return result

    def _run(self, func: Callable[..., Any], *arguments: Any) -> Any:
        """Repeat the TLS call until it has read all that it needs. What it wrote is for `_flush` to send."""
        while True:
            try:
                return func(*arguments)
            except ssl.SSLWantReadError:
                with contextlib.suppress(*WOULD_BLOCK):
                    self._flush()
                block = self.socket.recv(_READ)
                if block:
                    self.incoming.write(block)
                else:
                    self.incoming.write_eof()
            except ssl.SSLError:
                with contextlib.suppress(OSError):
                    self._flush()  # an alert that says what is wrong
                raise

    def _flush(self) -> None:
        """Send all that TLS wrote, the rest of what was not taken before first. Raises a "would block"."""
        if self.outgoing.pending:
            self._unsent = memoryview(bytes(self._unsent) + self.outgoing.read())
        while self._unsent:
            self._unsent = self._unsent[self.socket.send(self._unsent) :]


def encryption_facts(sock: Any) -> str:
    """Return what IT wants to know of a connection: the version of TLS, and who issued the certificate until when."""
    if not hasattr(sock, "getpeercert"):
        return "not encrypted"
    try:
        # As truststore has it: ssl itself tells nothing of a certificate that is not trusted, in no public way
        certificate = getattr(sock, "sslobj", sock)._sslobj.get_unverified_chain()[0].get_info()
    except (AttributeError, TypeError, IndexError, ValueError, ssl.SSLError):
        certificate = {}
    name = dict(pair for group in certificate.get("issuer", ()) for pair in group)
    parts = [name[kind] for kind in ("organizationName", "commonName") if name.get(kind)]
    issuer = server_words(", ".join(dict.fromkeys(parts))) or "unknown"
    facts = f"{sock.version() or 'TLS'}, certificate issued by {issuer}"
    until = certificate.get("notAfter")
    return f"{facts}, valid until {until}" if until else facts
