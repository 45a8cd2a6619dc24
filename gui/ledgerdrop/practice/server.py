"""Connections and routes: a thread for each connection, loopback only."""

from __future__ import annotations

import os
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from ledgerdrop.practice import envelope
from ledgerdrop.practice.auth import Expected
from ledgerdrop.practice.http1 import Connection, MalformedRequest, Request, Response
from ledgerdrop.practice.ingestion import INGEST_PATH, STATUS_PATH, Activities
from ledgerdrop.practice.presign import BUCKET, PATH, Api
from ledgerdrop.practice.sigv4 import Signer
from ledgerdrop.practice.storage import Storage

HOST: Final = "127.0.0.1"
_IDLE_SECONDS: Final = 60.0  # a client that sends nothing for so long is disconnected
_SMALL_WINDOW: Final = 64 * 1024  # bytes that the kernel may take ahead of a throttled upload


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


class PracticeServer(socketserver.ThreadingTCPServer):
    """The practice server. Bound when made (OSError if it cannot be); `serve_forever`, then `stop`."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 512
    allow_reuse_address = os.name == "posix"  # on Windows it would allow two servers on one port

    def __init__(self, settings: Settings, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        (settings.root / BUCKET).mkdir(exist_ok=True)
        self._tls = settings.tls
        self._now = now
        self._throttled = settings.bytes_per_second is not None
        self._stopping = threading.Event()
        super().__init__((HOST, settings.port), socketserver.BaseRequestHandler)
        self._hosts = {f"{host}:{self.server_address[1]}" for host in (HOST, "localhost")}
        self._storage = Storage(settings.root, settings.signer, now, bytes_per_second=settings.bytes_per_second)
        self._expected = settings.expected
        self._api = Api(settings.expected, settings.signer, self.origin, now)
        self._activities = Activities(settings.expected, settings.root, self._storage, now, settings.workflow_seconds)

    @property
    def origin(self) -> str:
        """Return where it serves: `http://127.0.0.1:PORT`."""
        return f"{'https' if self._tls else 'http'}://{HOST}:{self.server_address[1]}"

    def server_bind(self) -> None:
        """Bind; with a small window when uploads are throttled, so that the client sees it."""
        if self._throttled:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL_WINDOW)
        super().server_bind()

    def stop(self) -> None:
        """End: no more connections; those that are open are abandoned, and what is half-written removed."""
        self._stopping.set()
        self.shutdown()
        self.server_close()
        self._storage.close()

    def finish_request(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - socketserver's signature
        """Serve one connection, in its own thread, until either side ends it."""
        try:
            request.settimeout(_IDLE_SECONDS)
            request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock = self._tls.wrap_socket(request, server_side=True) if self._tls else request
            connection = Connection(sock, self._stopping, self._now)
            try:
                while self._serve_one(connection):
                    pass
            finally:
                connection.close()
        except OSError:
            return  # the client went away, or was idle for too long

    def _serve_one(self, connection: Connection) -> bool:
        """Answer one request. Returns whether the connection may be used again."""
        try:
            request = connection.read_request()
        except MalformedRequest as reason:
            connection.send(envelope.failure(400, str(reason)), keep_alive=False)
            connection.discard()
            return False
        if request is None or self._stopping.is_set():
            return False
        answer, body_read = self.respond(request, connection)
        reusable = connection.send(
            answer, keep_alive=request.keep_alive and body_read, with_body=request.method != "HEAD"
        )
        if not body_read:
            connection.discard()
        return reusable

    def respond(self, request: Request, connection: Connection) -> tuple[Response, bool]:
        """Return the answer, and whether the request's body was read to its end. Raises OSError to say nothing."""
        if request.fields.get("host", "").lower() not in self._hosts:
            # A web page whose name leads here (DNS rebinding) could otherwise ask as if it came from this machine.
            return envelope.failure(421, "This server answers for this machine only."), False
        if request.path == PATH:
            return self._api.answer(request), not request.has_body
        if request.path == INGEST_PATH:
            return self._activities.create(request, connection)
        if request.path == STATUS_PATH:
            return self._activities.status(request), not request.has_body
        if request.path.startswith(("/one-integration/", "/practice/")):
            return envelope.failure(404, "There is nothing at this address."), not request.has_body
        return self._storage.answer(request, connection)
