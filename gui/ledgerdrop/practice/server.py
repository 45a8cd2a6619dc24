"""Serve connections: a thread for each, on the loopback interface only."""

from __future__ import annotations

import contextlib
import os
import socketserver
import time
from http.server import BaseHTTPRequestHandler
from typing import Any, Final

from ledgerdrop.practice.api import BUCKET, Api, Settings
from ledgerdrop.practice.messages import Request, Response, failure
from ledgerdrop.practice.storage import Storage

HOST: Final = "127.0.0.1"
_DISCARD_SECONDS: Final = 2.0


class _Connection(BaseHTTPRequestHandler):
    """Serves one connection, in its own thread, until either side ends it."""

    server: PracticeServer
    protocol_version = "HTTP/1.1"
    timeout = 60.0  # a client that sends nothing for so long is disconnected
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave together
    _awaits_100 = False

    def handle_expect_100(self) -> bool:
        """Answer "100 Continue" only when the body is wanted, so that a refused client need not send it."""
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
        """Read on for a moment after an early answer, so that the client gets to see it.

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
        """Print nothing: only what starts and ends the program is printed."""


class PracticeServer(socketserver.ThreadingTCPServer):
    """Runs the practice server. It is bound when made (OSError if it cannot be); `serve_forever`, then `stop`."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 512
    allow_reuse_address = os.name == "posix"  # on Windows it would allow two servers on one port

    def __init__(self, settings: Settings) -> None:
        (settings.root / BUCKET).mkdir(exist_ok=True)
        self.settings = settings
        super().__init__((HOST, settings.port), _Connection)
        self._hosts = {f"{host}:{self.server_address[1]}" for host in (HOST, "localhost")}
        self._storage = Storage(settings.root, settings.signer)
        self.api = Api(settings, self._storage, self.origin)

    @property
    def origin(self) -> str:
        """Return the address at which it serves: `http://127.0.0.1:PORT`."""
        return f"http://{HOST}:{self.server_address[1]}"

    def stop(self) -> None:
        """Accept no more connections, abandon the open ones, and remove what is half-written."""
        self.shutdown()
        self.server_close()
        self._storage.close()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Serve one connection; a client that went away, or was idle for too long, is no error."""
        with contextlib.suppress(OSError):
            super().finish_request(request, client_address)

    def respond(self, request: Request) -> Response:
        """Return the answer. Raises OSError to close the connection without one."""
        if request.fields.get("host", "").lower() not in self._hosts:
            # A web page whose name leads here (DNS rebinding) could otherwise ask as if it came from this machine.
            return failure(421, "This server answers for this machine only.")
        if request.path.startswith(("/one-integration/", "/practice/")):
            return self.api.answer(request)
        return self._storage.answer(request)
