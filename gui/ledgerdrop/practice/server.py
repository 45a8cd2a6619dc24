"""Connections and routes: a thread for each connection, loopback only."""

from __future__ import annotations

import contextlib
import os
import socket
import socketserver
import ssl
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Final

from ledgerdrop.practice.api import BUCKET, INGEST_PATH, PATH, STATUS_PATH, Activities, Api, Expected
from ledgerdrop.practice.messages import Request, Response, failure
from ledgerdrop.practice.signature import Signer
from ledgerdrop.practice.storage import Storage

HOST: Final = "127.0.0.1"
_SMALL_WINDOW: Final = 64 * 1024  # bytes that the kernel may take ahead of a throttled upload
_DISCARD_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Say how to serve. `root` must exist; the bucket is made in it. `tls`: speak https with that certificate.

    `workflow_seconds`: how long an activity takes until it has ended.
    """

    root: Path
    expected: Expected
    signer: Signer
    port: int = 0
    tls: ssl.SSLContext | None = field(default=None, repr=False)
    bytes_per_second: int | None = None
    workflow_seconds: float = 60.0


class _Connection(BaseHTTPRequestHandler):
    """One connection, in its own thread, until either side ends it."""

    server: PracticeServer
    protocol_version = "HTTP/1.1"
    timeout = 60.0  # a client that sends nothing for so long is disconnected
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave together
    _awaits_100 = False

    def setup(self) -> None:
        if self.server.settings.tls:
            self.request.settimeout(self.timeout)
            self.request = self.server.settings.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        with contextlib.closing(self.connection):
            super().finish()

    def handle_expect_100(self) -> bool:
        """Say "100 Continue" only when the body is wanted, so that whoever is refused need not send it."""
        self._awaits_100 = True
        return True

    def _receive(self, block: memoryview) -> int:
        if self._awaits_100:
            self._awaits_100 = False
            self.send_response_only(100)
            self.end_headers()
            self.wfile.flush()
        return self.rfile.readinto1(block)

    def _answer(self) -> None:
        request = Request(self.command, self.path, tuple(self.headers.items()), self._receive)
        answer = self.server.respond(request)
        self.close_connection = self.close_connection or not request.is_read
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close" if self.close_connection else "keep-alive")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        self.wfile.flush()
        if not request.is_read:
            self._discard()

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - http.server's names

    def _discard(self) -> None:
        """After an early answer: read on for a moment, so that the client gets to see it.

        Closing with unread data would reset the connection, and the answer could be lost with it (RFC 9112 9.6).
        """
        until = time.monotonic() + _DISCARD_SECONDS
        self.connection.settimeout(_DISCARD_SECONDS)
        block = memoryview(bytearray(256 * 1024))
        while time.monotonic() < until and self.rfile.readinto1(block):
            pass

    def version_string(self) -> str:
        return "LedgerDrop-practice"

    def log_message(self, *_words: object) -> None:
        """Keep quiet: only what starts and ends the program is printed."""


class PracticeServer(socketserver.ThreadingTCPServer):
    """The practice server. Bound when made (OSError if it cannot be); `serve_forever`, then `stop`."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 512
    allow_reuse_address = os.name == "posix"  # on Windows it would allow two servers on one port

    def __init__(self, settings: Settings) -> None:
        (settings.root / BUCKET).mkdir(exist_ok=True)
        self.settings = settings
        super().__init__((HOST, settings.port), _Connection)
        self._hosts = {f"{host}:{self.server_address[1]}" for host in (HOST, "localhost")}
        self._storage = Storage(settings.root, settings.signer, settings.bytes_per_second)
        self._api = Api(settings.expected, settings.signer, self.origin)
        self._activities = Activities(settings.expected, settings.root, self._storage, settings.workflow_seconds)

    @property
    def origin(self) -> str:
        """Return where it serves: `http://127.0.0.1:PORT`."""
        return f"{'https' if self.settings.tls else 'http'}://{HOST}:{self.server_address[1]}"

    def server_bind(self) -> None:
        """Bind; with a small window when uploads are throttled, so that the client sees it."""
        if self.settings.bytes_per_second is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL_WINDOW)
        super().server_bind()

    def stop(self) -> None:
        """End: no more connections; those that are open are abandoned, and what is half-written removed."""
        self.shutdown()
        self.server_close()
        self._storage.close()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Serve one connection; a client that went away, or was idle for too long, is no error."""
        with contextlib.suppress(OSError):
            super().finish_request(request, client_address)

    def respond(self, request: Request) -> Response:
        """Return the answer. Raises OSError to say nothing."""
        if request.fields.get("host", "").lower() not in self._hosts:
            # A web page whose name leads here (DNS rebinding) could otherwise ask as if it came from this machine.
            return failure(421, "This server answers for this machine only.")
        if request.path == PATH:
            return self._api.answer(request)
        if request.path == INGEST_PATH:
            return self._activities.create(request)
        if request.path == STATUS_PATH:
            return self._activities.status(request)
        if request.path.startswith(("/one-integration/", "/practice/")):
            return failure(404, "There is nothing at this address.")
        return self._storage.answer(request)
