"""Lay TLS records open, to see whether anything else went over the wire (docs/threading.md)."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

_BLOCK: Final = 1 << 18
_HEADER: Final = 5  # content type, version, length (RFC 8446, section 5.1)
_CONTENT_TYPES: Final = (20, 21, 22, 23)
_LONGEST: Final = 2**14 + 256


class Tap:
    """Serves one TLS connection. `wire` is all that came, as it came."""

    def __init__(self, context: ssl.SSLContext, conn: socket.socket) -> None:
        self.wire = bytearray()
        self._conn = conn
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)

    def head(self) -> bytes:
        """Return the head of the first request."""
        self._pump(self._tls.do_handshake)
        head = b""
        while b"\r\n\r\n" not in head:
            head += self._pump(lambda: self._tls.read(_BLOCK))
        return head.split(b"\r\n\r\n", 1)[0]

    def drain(self) -> None:
        """Read to the end of the connection, whichever side ends it."""
        with contextlib.suppress(OSError):
            while block := self._conn.recv(_BLOCK):
                self.wire += block

    def _pump(self, call: Callable[[], T]) -> T:
        while True:
            try:
                result = call()
            except ssl.SSLWantReadError:
                self._conn.sendall(self._outgoing.read())
                block = self._conn.recv(_BLOCK)
                if not block:
                    raise EOFError from None
                self.wire += block
                self._incoming.write(block)
            else:
                self._conn.sendall(self._outgoing.read())
                return result


def stray_bytes(wire: bytes | bytearray) -> str | None:
    """Return the first bytes that stand where a TLS record should begin, as text; None when all is records.

    The last record may be cut off: the connection was ended within it.
    """
    position = 0
    while position < len(wire):
        header = wire[position : position + _HEADER]
        length = int.from_bytes(header[3:5], "big") if len(header) == _HEADER else 0
        if header[0] not in _CONTENT_TYPES or header[1:2] not in (b"\x03", b"") or length > _LONGEST:
            return repr(bytes(wire[position : position + 40]))
        position += _HEADER + length
    return None
