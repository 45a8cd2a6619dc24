"""HTTP/1.1 as the practice server speaks it: requests read from a socket, answers written to it (RFC 9112).

The standard library's handler parses headers as e-mail, hides how names were written, and takes several times
as long; what tests ask of this server is exactly what arrived.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from threading import Event
from typing import Final

HEAD_LIMIT: Final = 64 * 1024  # bytes of request line and headers together
DISCARD_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Response:
    """Hold one HTTP response."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """The head of a request as it arrived: `target` and `headers` unchanged, `fields` by lower-case name."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    fields: dict[str, str]
    keep_alive: bool

    @property
    def path(self) -> str:
        """Return the target up to its query, still percent-encoded."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """Return the target after its question mark, still percent-encoded."""
        return self.target.partition("?")[2]

    @property
    def length(self) -> int | None:
        """Bytes of the body as announced by Content-Length; None when it does not say."""
        text = self.fields.get("content-length")
        return None if text is None else int(text)

    @property
    def has_body(self) -> bool:
        """Return whether bytes follow the head."""
        return bool(self.length) or self.chunked

    @property
    def chunked(self) -> bool:
        """Return whether the body comes in a transfer coding."""
        return "transfer-encoding" in self.fields


class MalformedRequest(Exception):  # noqa: N818 - the client's mistake, not an error of ours
    """Hold what arrived is not a request that HTTP/1.1 allows. The argument says why."""


class Connection:
    """A client's connection: requests come in, answers go out, one after the other."""

    def __init__(self, sock: socket.socket, stopping: Event, now: Callable[[], datetime]) -> None:
        self._socket = sock
        self._now = now
        self._input = sock.makefile("rb")
        self._stopping = stopping
        self._expects_continue = False

    def read_request(self) -> Request | None:
        """Return the next request's head, or None when the client is done. Raises MalformedRequest, OSError."""
        first = self._input.readline(HEAD_LIMIT)
        if first in {b"\r\n", b"\n"}:  # RFC 9112 2.2: ignore an empty line before a request
            first = self._input.readline(HEAD_LIMIT)
        if not first:
            return None
        words = first.decode("latin-1").rstrip("\r\n").split(" ")
        if len(words) != 3 or words[2] not in {"HTTP/1.1", "HTTP/1.0"} or not words[1].startswith("/"):
            raise MalformedRequest("The request line is not one of HTTP/1.1.")
        headers = self._read_headers(HEAD_LIMIT - len(first))
        fields = _by_name(headers)
        self._expects_continue = fields.get("expect", "").lower() == "100-continue"
        wish = fields.get("connection", "").lower()
        keep_alive = wish != "close" if words[2] == "HTTP/1.1" else wish == "keep-alive"
        return Request(words[0], words[1], headers, fields, keep_alive)

    def _read_headers(self, room: int) -> tuple[tuple[str, str], ...]:
        headers = []
        while (line := self._input.readline(room + 1)) not in {b"\r\n", b"\n"}:
            room -= len(line)
            if room < 0 or not line.endswith(b"\n"):
                raise MalformedRequest("The headers are too long or cut off.")
            name, colon, value = line.decode("latin-1").partition(":")
            if not colon or not name or any(mark in name for mark in " \t"):
                raise MalformedRequest("A header line is malformed.")
            headers.append((name, value.strip(" \t\r\n")))
        return tuple(headers)

    def read_body(self, block: memoryview) -> int:
        """Fill the start of `block` with what is there of the body; waits for at least one byte; 0 at its end."""
        if self._expects_continue:
            self._socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            self._expects_continue = False
        return self._input.readinto1(block)

    def send(self, answer: Response, *, keep_alive: bool, with_body: bool = True) -> bool:
        """Give the answer. Returns whether the connection may be used again."""
        head = _head(answer, self._now(), keep_alive=keep_alive)
        self._socket.sendall(head + answer.body if with_body else head)
        return keep_alive

    def discard(self) -> None:
        """After an early answer: read on for a moment, so that the client gets to see it.

        Closing with unread data would reset the connection, and the answer could be lost with it (RFC 9112 9.6).
        """
        until = time.monotonic() + DISCARD_SECONDS
        self._socket.settimeout(DISCARD_SECONDS)
        block = memoryview(bytearray(256 * 1024))
        while time.monotonic() < until and not self._stopping.is_set() and self._input.readinto1(block):
            pass

    def close(self) -> None:
        """Close it; what the client still sends is answered with a reset."""
        self._input.close()
        self._socket.close()


def _by_name(headers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        fields[key] = f"{fields[key]},{value}" if key in fields else value
    length = fields.get("content-length", "0")
    if not (length.isascii() and length.isdigit() and len(length) < 20):
        raise MalformedRequest("Content-Length is not one number of bytes.")
    return fields


def _head(answer: Response, now: datetime, *, keep_alive: bool) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}", "Server: LedgerDrop-practice"]
    lines.append(f"Date: {format_datetime(now.astimezone(UTC), usegmt=True)}")  # RFC 9110, 6.6.1
    lines += [f"{name}: {value}" for name, value in answer.headers]
    lines.append(f"Content-Length: {len(answer.body)}")
    lines.append(f"Connection: {'keep-alive' if keep_alive else 'close'}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
