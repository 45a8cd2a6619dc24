"""TLS inside TLS: to the host, through the tunnel of a proxy that is itself reached by https."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable
from typing import Any, Final

from urllib3.util.ssltransport import SSLTransport

_WOULD_BLOCK: Final = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
_READ: Final = 65_536  # bytes
# So much of ours in one record leaves room for its own frame in one record of the proxy's TLS, which holds 16 KiB
_RECORD: Final = 16_384 - 256


class TlsInTls(SSLTransport):
    """urllib3's transport, made fit for a socket that does not block.

    The base class hands a record over with `sendall`. Where the proxy's connection takes no more for the moment, the
    rest of that record is lost and its text is sent a second time. Here the rest is kept, and goes out first.
    """

    def __init__(self, sock: ssl.SSLSocket, context: ssl.SSLContext, host: str) -> None:
        self._unsent = memoryview(b"")  # of what was encrypted already
        self._taken = 0  # bytes of the caller's text that `_unsent` ends with
        super().__init__(sock, context, host)

    def send(self, data: Any, flags: int = 0) -> int:
        """Send some of it, and return how many bytes.

        Raises a "would block" as `ssl.SSLSocket.send` does, and like that wants to be called with the same data then.
        """
        if flags:
            raise ValueError("flags are not allowed with TLS")
        if not self._taken:
            self._taken = self._run(self.sslobj.write, memoryview(data)[:_RECORD])
        self._flush()
        taken, self._taken = self._taken, 0
        return taken

    def _ssl_io_loop(self, func: Callable[..., Any], arg1: Any = None, arg2: Any = None) -> Any:
        """Do what the base class wants done: a handshake, a read, the farewell."""
        result = self._run(func, *(argument for argument in (arg1, arg2) if argument is not None))
        # What TLS itself has to say leaves now or before the next bytes of ours; a reader does not wait for that
        with contextlib.suppress(*_WOULD_BLOCK):
            self._flush()
        return result

    def _run(self, func: Callable[..., Any], *arguments: Any) -> Any:
        """Call it until it has all that it wants to read, and keep what it wrote."""
        while True:
            try:
                result = func(*arguments)
            except ssl.SSLWantReadError:
                self._keep()
                with contextlib.suppress(*_WOULD_BLOCK):
                    self._flush()
                block = self.socket.recv(_READ)
                if block:
                    self.incoming.write(block)
                else:
                    self.incoming.write_eof()
            except ssl.SSLError:
                self._keep()  # an alert that says what is wrong
                with contextlib.suppress(OSError):
                    self._flush()
                raise
            else:
                self._keep()
                return result

    def _keep(self) -> None:
        if self.outgoing.pending:
            self._unsent = memoryview(bytes(self._unsent) + self.outgoing.read())

    def _flush(self) -> None:
        while self._unsent:
            self._unsent = self._unsent[self.socket.send(self._unsent) :]
